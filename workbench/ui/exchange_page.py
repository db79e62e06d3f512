"""Workbooks and figures out and in: cases, a ministry's intake, and deliveries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.case import Case
from workbench.domain.errors import WorkbenchError
from workbench.exchange.intake_result import IntakeReading
from workbench.exchange.return_form import TEMPLATE_ID
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.deliveries_page import DeliveriesPage
from workbench.ui.icons import put_icon
from workbench.ui.import_page import ImportPage
from workbench.ui.intake_review import IntakeReview
from workbench.ui.page import frame_page, scrolling
from workbench.ui.requests_page import RequestsPage
from workbench.ui.session import Session
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import muted
from workbench.ui.window_actions import FORMS, INTAKES, WORKBOOKS, WindowActions
from workbench.usecases.cases import find_cases, load_case
from workbench.usecases.intakes import (
    IntakePreview,
    compare_intake,
    read_for_case,
    take_in_intake,
)
from workbench.usecases.saving import read_bytes
from workbench.usecases.workbooks import export_case, export_cases, write_intake

_ONLY_FIGURES = {".csv"}


class ExchangePage(QWidget):
    """Nothing that comes in is believed: it is read aside, shown, and then taken in.

    Signals:
        told: Something worked; carries what, for a passing message.
        done: As told, of something that one undo takes back.
    """

    told = Signal(str)
    done = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.export_list = QPushButton(self.tr("Casuslijst bewaren …"))
        self.case = CalmCombo()
        self.export_one = QPushButton(self.tr("Casus bewaren …"))
        self.write_form = QPushButton(self.tr("Intakewerkmap maken …"))
        self.read_form = QPushButton(self.tr("Werkmap kiezen …"))
        self.requests = RequestsPage(session, actions)
        self.review = IntakeReview()
        self.figures = ImportPage(session, actions)
        self.deliveries = DeliveriesPage(session, actions)
        self.tabs = QTabWidget()
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.reload()

    def choose_case(self, case_id: str) -> None:
        """Work on this case."""
        if case_id in dict(self._choices()):
            self.case.show_choices(self._choices(), case_id)
            self._follow_case()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """Offer the cases there are now."""
        choices = self._choices()
        known = [key for key, _ in choices]
        kept = self.case.value if self.case.value in known else next(iter(known), None)
        self.case.show_choices(choices, kept)
        self._follow_case()

    def read_figures(self, path: Path, expected: tuple[str, int] | None = None) -> None:
        """Read a table of figures aside, then show how it is understood.

        Args:
            expected: Key of the ministry and year of the return it should be.
        """
        self.tabs.setCurrentWidget(self.figures)
        self.figures.read_file(path, expected)

    def open_delivery(self, delivery_id: str) -> None:
        """Show one delivery of figures."""
        self.tabs.setCurrentWidget(self.deliveries)
        self.deliveries.open_delivery(delivery_id)

    def read_workbook(self, path: Path) -> None:
        """Read a workbook aside, then show what it would change.

        A yearly return and a text table hold figures, and so does what comes in beside
        the tab of figures.
        """
        is_figures = self.tabs.currentWidget() is self.figures
        if is_figures or path.suffix.casefold() in _ONLY_FIGURES:
            self.read_figures(path)
            return
        case_id = str(self.case.value or "")
        if not case_id:
            self.read_figures(path)
            return
        self.tabs.setCurrentIndex(0)
        content = self._session.run(lambda _context: read_bytes(path))
        if content is None:
            return
        data: bytes = content
        case = self._session.read(load_case, case_id)
        context, file = self._session.context, path.name
        self.review.clear()
        self._session.jobs.start(
            lambda: read_for_case(context, case, data, file),
            lambda reading: self._show_reading(case, reading, data, file),
            title=self.tr("{file} wordt gelezen").format(file=path.name),
            failed=lambda error: self._try_figures(error, path),
        )

    def _try_figures(self, error: WorkbenchError, path: Path) -> None:
        if error.facts.get("detail") == TEMPLATE_ID:
            self.read_figures(path)
        else:
            self._session.failed.emit(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._session.is_read_only and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if local:
            self.read_workbook(Path(local[0].toLocalFile()))

    def _choices(self) -> list[tuple[object, str]]:
        cases = self._session.read(find_cases)
        return [(case.id, f"{case.number}  {case.title}") for case in cases]

    def _show_reading(
        self, case: Case, reading: IntakeReading, data: bytes, file: str
    ) -> None:
        preview = self._session.run(compare_intake, case, reading, data, file)
        if preview is not None:
            self.review.show_preview(preview, case)

    def _build(self) -> None:
        intro = self.tr(
            "Uit een bestand van buiten wordt geen formule, koppeling of macro gevolgd."
        )
        frame = frame_page(self, self.tr("Uitwisseling"), intro, scrolls=False)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Uitwisseling"))
        self.tabs.addTab(self._workbooks(), self.tr("Werkmappen van casussen"))
        self.tabs.addTab(self.requests, self.tr("Jaaropgaven"))
        self.tabs.addTab(self.figures, self.tr("Cijfers inlezen"))
        self.tabs.addTab(self.deliveries, self.tr("Leveringen"))
        frame.content.addWidget(self.tabs, 1)

    def _workbooks(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("page")
        for button in (self.export_list, self.export_one, self.write_form):
            put_icon(button, "file-spreadsheet", "accent")
        set_look(self.read_form, "primary")
        put_icon(self.read_form, "folder-open", "on_primary")
        content = QVBoxLayout(inside)
        content.setContentsMargins(0, 12, 6, 8)
        content.setSpacing(14)
        cards = (self._list_card(), self._case_card(), self._intake_card(), self.review)
        for card in cards:
            content.addWidget(card)
        content.addStretch()
        return scrolling(inside)

    def _list_card(self) -> Card:
        card = Card(self.tr("De casuslijst"))
        card.content.addWidget(
            muted(self.tr("Alle casussen in één werkmap, een per regel."))
        )
        card.content.addWidget(self.export_list, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _case_card(self) -> Card:
        card = Card(self.tr("Eén casus"))
        label = QLabel(self.tr("Casus"))
        label.setBuddy(self.case)
        self.case.setAccessibleName(self.tr("Casus"))
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.case, 1)
        words = self.tr(
            "Bewaar alles van de casus als werkmap, of maak een intakewerkmap die het"
            " ministerie invult en terugstuurt."
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.export_one)
        buttons.addWidget(self.write_form)
        buttons.addStretch()
        card.content.addLayout(row)
        card.content.addWidget(muted(words))
        card.content.addLayout(buttons)
        return card

    def _intake_card(self) -> Card:
        card = Card(self.tr("Werkmap van een ministerie inlezen"))
        words = self.tr(
            "Sleep een ingevulde intake of jaaropgave hierheen of kies het bestand. U ziet"
            " eerst per cel wat er verandert; pas daarna neemt u het over."
        )
        card.content.addWidget(muted(words))
        card.content.addWidget(self.read_form, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _connect(self) -> None:
        self.case.activated.connect(lambda _index: self._follow_case())
        self.export_list.clicked.connect(self.save_list)
        self.export_one.clicked.connect(self._save_case)
        self.write_form.clicked.connect(self._save_form)
        self.read_form.clicked.connect(self._choose_workbook)
        self.review.accepted.connect(self._take_in)
        self.figures.told.connect(self.told)
        self.figures.done.connect(self.done)
        self.deliveries.told.connect(self.told)
        self.requests.told.connect(self.told)
        self.requests.done.connect(self.done)
        self.requests.read_asked.connect(self.read_figures)
        self.requests.delivery_asked.connect(self.open_delivery)
        self.figures.taken_in.connect(self.open_delivery)

    def _follow_case(self) -> None:
        has_case = self.case.value is not None
        for button in (self.export_one, self.write_form):
            button.setEnabled(has_case)
        self.read_form.setEnabled(not self._session.is_read_only)
        if self.review.case_id and self.review.case_id != self.case.value:
            self.review.clear()

    def save_list(self) -> None:
        """Keep the case list as a workbook where the user wants it."""
        self._save(self.tr("Casuslijst bewaren"), "casuslijst.xlsx", export_cases)

    def _save_case(self) -> None:
        case = self._session.read(load_case, str(self.case.value))
        name = f"casus-{case.number}.xlsx"
        self._save(self.tr("Casus bewaren"), name, export_case, case.id)

    def _save_form(self) -> None:
        case = self._session.read(load_case, str(self.case.value))
        name = f"intake-{case.number}.xlsx"
        title = self.tr("Intakewerkmap bewaren")
        self._save(title, name, write_intake, case.id, kind=FORMS)

    def _save(
        self,
        title: str,
        name: str,
        write: Callable[..., Any],
        *given: str,
        kind: str = WORKBOOKS,
    ) -> None:
        """Ask where, write the workbook there, and tell."""
        path = self._actions.ask_save(self, title, name, kind)
        if path is not None and self._session.run(write, *given, path) is not None:
            words = self.tr("De werkmap {name} is bewaard.")
            self.told.emit(words.format(name=path.name))

    def _choose_workbook(self) -> None:
        title = self.tr("Ingevulde werkmap kiezen")
        path = self._actions.ask_open(self, title, INTAKES)
        if path is not None:
            self.read_workbook(path)

    def _take_in(self, preview: IntakePreview, chosen: frozenset[str]) -> None:
        if self._session.run(take_in_intake, preview, chosen) is not None:
            self.review.clear()
            words = self.tr("De werkmap {file} is ingelezen: {count} gegevens overgenomen.")
            self.done.emit(words.format(file=preview.file, count=len(chosen)))
