"""One case: its head, and its parts behind tabs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from workbench.domain.case import Stage
from workbench.domain.finding import Fact
from workbench.ui.attachments_tab import AttachmentsTab
from workbench.ui.case_header import CaseHeader
from workbench.ui.checklist_tab import ChecklistTab
from workbench.ui.dossier_tab import DossierTab
from workbench.ui.figures_tab import FiguresTab
from workbench.ui.letter_tab import LetterTab
from workbench.ui.log_tab import LogTab
from workbench.ui.precedents_tab import PrecedentsTab
from workbench.ui.session import Session
from workbench.ui.summary_tab import SummaryTab
from workbench.ui.weighing_tab import WeighingTab
from workbench.ui.window_actions import WORKBOOKS, Ask, WindowActions
from workbench.usecases.attachments import list_attachments
from workbench.usecases.cases import change_fact, load_case, promote_signal
from workbench.usecases.checklist import assess_case
from workbench.usecases.context import Change
from workbench.usecases.letters import list_letters
from workbench.usecases.touched import tell_touched
from workbench.usecases.undoing import built_on, undo_batch
from workbench.usecases.workbooks import export_case


class CaseTab(Protocol):
    """What every tab of a case can do."""

    def show_case(self, case_id: str) -> None: ...

    def go_to(self, target: str) -> bool: ...


class CasePage(QWidget):
    """Shows one case and follows its changes.

    Signals:
        told: Something worked; carries what, for a passing message.
        place_wanted: The card of a province is asked for; carries its code.
        wanted: Another page of the window is asked for; carries where.
    """

    told = Signal(str)
    place_wanted = Signal(str)
    wanted = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._case_id = ""
        self._facts: Mapping[str, Fact] = {}
        self.header = CaseHeader()
        self.summary = SummaryTab(session)
        self.checklist = ChecklistTab(session)
        self.figures = FiguresTab(session)
        self.weighing = WeighingTab(session)
        self.precedents = PrecedentsTab(session)
        self.dossier = DossierTab(session, actions)
        self.letter = LetterTab(session)
        self.attachments = AttachmentsTab(session, actions)
        self.log = LogTab(session)
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()

    @property
    def case_id(self) -> str:
        """The case that is shown; empty when none is."""
        return self._case_id

    def show_case(self, case_id: str) -> None:
        """Show a case; the tab that is open stays open."""
        if case_id == self._case_id:
            return
        self._case_id = case_id
        self._facts = self._read_facts()
        self.header.close_editor()
        for tab in self._tabs():
            tab.show_case(case_id)
        self._show_head()

    def go_to(self, target: str) -> bool:
        """Open the part where `target` can be changed; whether it was found."""
        for tab in self._tabs():
            if tab.go_to(target):
                self.tabs.setCurrentWidget(tab)  # type: ignore[arg-type]  # all are widgets
                return True
        return False

    def open_letter(self) -> None:
        self.tabs.setCurrentWidget(self.letter)
        self.tabs.tabBar().setFocus()

    def step_tab(self, step: int) -> None:
        """Go to the next or previous tab, round and round."""
        count = self.tabs.count()
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % count)

    def promote(self) -> None:
        """Make a case of the signal that is shown; anything else stays as it is."""
        if not self._case_id:
            return
        case = self._session.read(load_case, self._case_id)
        if case.stage is not Stage.SIGNAL:
            return
        if self._session.run(promote_signal, self._case_id) is not None:
            self.told.emit(
                self.tr("Signaal {number} is nu een casus.").format(number=case.number)
            )

    def export(self) -> None:
        """Keep the case as a workbook where the user wants it."""
        if not self._case_id:
            return
        case = self._session.read(load_case, self._case_id)
        name = f"casus-{case.number}.xlsx"
        path = self._actions.ask_save(
            self, self.tr("Casus als werkmap bewaren"), name, WORKBOOKS
        )
        if path is None:
            return
        kept = self._session.run(export_case, self._case_id, path)
        if kept is not None:
            self.told.emit(self.tr("De werkmap {name} is bewaard.").format(name=path.name))

    def _tabs(self) -> tuple[CaseTab, ...]:
        return (
            self.summary,
            self.checklist,
            self.figures,
            self.weighing,
            self.precedents,
            self.dossier,
            self.letter,
            self.attachments,
            self.log,
        )

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Onderdelen van de casus"))
        self.tabs.tabBar().setAccessibleName(self.tr("Onderdelen van de casus"))
        for tab, name in (
            (self.summary, self.tr("Samenvatting")),
            (self.checklist, self.tr("Checklist")),
            (self.figures, self.tr("Cijfers")),
            (self.weighing, self.tr("Afweging")),
            (self.precedents, self.tr("Vergelijkbaar")),
            (self.dossier, self.tr("Dossier")),
            (self.letter, self.tr("Brief")),
            (self.attachments, self.tr("Bijlagen")),
            (self.log, self.tr("Logboek")),
        ):
            self.tabs.addTab(tab, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 8)
        column.setSpacing(8)
        column.addWidget(self.header)
        column.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self._session.changed.connect(self._follow)
        self._session.failed.connect(lambda _error: self._show_head())
        self.summary.wanted.connect(self.go_to)
        self.summary.record_wanted.connect(self.wanted)
        self.checklist.wants.connect(self.go_to)
        self.figures.wants.connect(self.go_to)
        self.figures.place_wanted.connect(self.place_wanted)
        self.figures.record_wanted.connect(self.wanted)
        self.weighing.wants.connect(self.go_to)
        self.precedents.wants.connect(self.go_to)
        self.precedents.wanted.connect(self.wanted)
        self.dossier.told.connect(self.told)
        self.dossier.wanted.connect(self.wanted)
        self.letter.wants.connect(self.go_to)
        self.log.undo_asked.connect(self._undo)
        self.header.renamed.connect(self._rename)
        self.header.stage_chosen.connect(self._change_stage)
        self.header.promoted.connect(self.promote)
        self.header.excel_asked.connect(self.export)
        self.header.letter_asked.connect(self.open_letter)

    def _follow(self, change: Change) -> None:
        if self._case_id and change.touches(self._case_id):
            self._show_head()
            self._tell_touched()

    def _tell_touched(self) -> None:
        """Say which letters name a fact that was just changed."""
        before, self._facts = self._facts, self._read_facts()
        words = self._session.read(tell_touched, self._case_id, before, self._facts)
        if words:
            tell = self.tr("Wat u wijzigde, staat in: {letters}.")
            self.told.emit(tell.format(letters=words))

    def _read_facts(self) -> Mapping[str, Fact]:
        return self._session.read(assess_case, self._case_id).facts

    def _show_head(self) -> None:
        if not self._case_id:
            return
        case = self._session.read(load_case, self._case_id)
        assessment = self._session.read(assess_case, self._case_id)
        letters = self._session.read(list_letters, self._case_id)
        texts = self._session.context.texts
        advice = [one for one in letters if texts[one.kind].follows]
        is_sealed = bool(advice) and advice[0].is_sealed
        self.header.show_case(case, assessment, is_sealed=is_sealed)
        self.header.allow_writing(not self._session.is_read_only)
        count = len(self._session.read(list_attachments, self._case_id))
        at = self.tabs.indexOf(self.attachments)
        name = self.tr("Bijlagen ({count})") if count else self.tr("Bijlagen")
        self.tabs.setTabText(at, name.format(count=count))

    def _undo(self, seq: int) -> None:
        """Undo one action of the log; name what was built on it and ask first."""
        later = self._session.read(built_on, seq)
        if later:
            ask = Ask(
                title=self.tr("Ook de latere handelingen ongedaan maken?"),
                text=self.tr("Deze handelingen bouwen hierop voort: {later}.").format(
                    later="; ".join(later)
                ),
                yes=self.tr("Alles ongedaan maken"),
            )
            if not self._actions.confirm(self, ask):
                return
        change = self._session.run(undo_batch, seq, with_later=bool(later))
        if change is not None:
            self.told.emit(self.tr("Ongedaan gemaakt"))

    def _rename(self, title: str) -> None:
        self._session.run(change_fact, self._case_id, "title", title.strip())

    def _change_stage(self, stage: Stage) -> None:
        self._session.run(change_fact, self._case_id, "stage", stage)
