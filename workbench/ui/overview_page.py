"""The first page: how many cases stand where, what asks for attention, what was done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.case import CaseSummary
from workbench.domain.finding import Assessment
from workbench.domain.notation import write_date
from workbench.ui.case_list import write_change_of, write_places
from workbench.ui.moments import write_moment
from workbench.ui.page import clear_layout, frame_page
from workbench.ui.session import Session
from workbench.ui.stage_words import STAGE_CHIPS, case_groups, is_running, is_signal
from workbench.ui.theme import set_look
from workbench.ui.two_columns import TwoColumns
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.chip import Chip
from workbench.ui.widgets.labels import body, muted
from workbench.usecases.cases import find_cases
from workbench.usecases.checklist import assess_case
from workbench.usecases.fields import STAGES
from workbench.usecases.undoing import case_log

_MOST = 8


class OverviewPage(QWidget):
    """Leads to what needs doing.

    Signals:
        case_wanted: The id of a case to open.
        group_wanted: The key of a filter of the case list.
        signal_asked: A new signal is to be noted.
    """

    case_wanted = Signal(str)
    group_wanted = Signal(str)
    signal_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        frame = frame_page(self, self.tr("Overzicht"))
        self._counts = QHBoxLayout()
        self._counts.setSpacing(14)
        self._running = Card(self.tr("Lopende casussen"))
        self._signals = Card(self.tr("Signalen"))
        self._log = Card(self.tr("Laatst gedaan"))
        columns = TwoColumns((3, 2))
        columns.left.addWidget(self._running)
        columns.left.addStretch()
        columns.right.addWidget(self._signals)
        columns.right.addWidget(self._log)
        columns.right.addStretch()
        frame.content.addLayout(self._counts)
        frame.content.addWidget(columns, 1)
        session.changed.connect(lambda _change: self._refresh())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read again what stands where."""
        self._is_stale = False
        cases = self._session.read(find_cases)
        self._show_counts(cases)
        running = [case for case in cases if is_running(case)]
        self._show_cases(self._running, running, self.tr("Er loopt geen casus."))
        signals = [case for case in cases if is_signal(case)]
        self._show_cases(self._signals, signals, self.tr("Er is geen signaal."))
        if not cases:
            self._offer_signal()
        self._show_log()

    def _refresh(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _show_counts(self, cases: list[CaseSummary]) -> None:
        clear_layout(self._counts)
        for group in case_groups(self._session.context.user):
            count = sum(group.holds(case) for case in cases)
            card = Card("")
            number = QLabel(str(count))
            set_look(number, "title")
            button = QPushButton(group.name)
            set_look(button, "link")
            button.setAccessibleName(
                self.tr("{name}: {count} casussen, naar de lijst").format(
                    name=group.name, count=count
                )
            )
            button.clicked.connect(
                lambda _=False, key=group.key: self.group_wanted.emit(key)
            )
            card.content.addWidget(number)
            card.content.addWidget(button)
            self._counts.addWidget(card, 1)

    def _show_cases(self, card: Card, cases: list[CaseSummary], nothing: str) -> None:
        clear_layout(card.content)
        if not cases:
            card.content.addWidget(muted(nothing))
        for case in cases[:_MOST]:
            card.content.addWidget(self._case_row(case))
        if len(cases) > _MOST:
            more = self.tr("En nog {count} in de lijst.").format(count=len(cases) - _MOST)
            card.content.addWidget(muted(more))

    def _case_row(self, case: CaseSummary) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 2, 0, 6)
        grid.setVerticalSpacing(1)
        link = QPushButton(_wrapped(case.title))
        set_look(link, "link")
        link.setAccessibleName(
            self.tr("Open casus {number}: {title}").format(
                number=case.number, title=case.title
            )
        )
        link.clicked.connect(lambda: self.case_wanted.emit(case.id))
        grid.addWidget(link, 0, 0)
        grid.addWidget(Chip(STAGES[case.stage], STAGE_CHIPS[case.stage]), 0, 1)
        parts = [case.number, write_places(case), write_change_of(case)]
        if is_signal(case):
            since = (self._session.context.today() - case.judged_on).days
            parts.append(self.tr("{days} dagen bekend").format(days=since))
        else:
            parts.append(write_date(case.notice_on or case.judged_on))
        grid.addWidget(muted(" · ".join(filter(None, parts))), 1, 0, 1, 2)
        if not is_signal(case):
            words = self._stand(self._session.read(assess_case, case.id))
            grid.addWidget(body(words), 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        return row

    def _stand(self, assessment: Assessment) -> str:
        count = len(assessment.missing)
        if not count:
            return assessment.conclusion
        words = self.tr("{conclusion} Nog nodig: {count}.")
        return words.format(conclusion=assessment.conclusion, count=count)

    def _offer_signal(self) -> None:
        button = QPushButton(self.tr("Noteer het eerste signaal"))
        set_look(button, "primary")
        button.clicked.connect(self.signal_asked)
        self._signals.content.addWidget(button)

    def _show_log(self) -> None:
        clear_layout(self._log.content)
        lines = self._session.read(case_log)[:_MOST]
        if not lines:
            self._log.content.addWidget(muted(self.tr("Er is nog niets gedaan.")))
        for line in lines:
            item = QVBoxLayout()
            item.setSpacing(0)
            name = f"{line.name} ({line.kind})" if line.kind else line.name
            item.addWidget(body(name))
            item.addWidget(muted(f"{write_moment(line.at)} · {line.by}"))
            self._log.content.addLayout(item)


def _wrapped(title: str) -> str:
    return title if len(title) <= 60 else title[:59] + "…"
