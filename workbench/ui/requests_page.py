"""The yearly round: every ministry, how far its return is, and whom to remind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from workbench.domain.notation import write_date
from workbench.domain.request import StepKind
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.icons import put_icon
from workbench.ui.letter_batch import LetterBatch
from workbench.ui.long_table import LongTable
from workbench.ui.page import scrolling
from workbench.ui.request_detail import RequestDetail
from workbench.ui.rows_panel import Column
from workbench.ui.session import Session
from workbench.ui.theme import theme
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.window_actions import WindowActions
from workbench.usecases.requests import RoundRow, list_round
from workbench.usecases.returns import return_years

_Choose = Callable[[RoundRow], bool]


class RequestsPage(QWidget):
    """One row per ministry that exists on the reference date, asked or not.

    Signals:
        told: Something worked; carries what, for a passing message.
        done: As told, of something that one undo takes back.
        read_asked: The user wants to read a return; carries the path and whose it is.
        delivery_asked: The user wants to see the delivery with this id.
        letter_asked: The user wants the letter that goes with this request.
    """

    told = Signal(str)
    done = Signal(str)
    read_asked = Signal(object, object)
    delivery_asked = Signal(str)
    letter_asked = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self.year = CalmCombo()
        self.kind = CalmCombo()
        self.verdict = Note()
        self.list = LongTable(self.tr("Opgaven per ministerie"), self._columns())
        self.detail = RequestDetail(session, actions)
        self.letters = QPushButton(self.tr("Brieven bij de uitvraag …"))
        self.batch = LetterBatch(session, actions, self)
        self._build()
        years = return_years(session.context.today())
        named = [(one, self.tr("1 januari {year}").format(year=one)) for one in years]
        self.year.show_choices(named, years[0])
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read the round again; the ministry that was chosen stays chosen."""
        self._is_stale = False
        year = self.year.value
        assert isinstance(year, int)
        rows = self._session.read(list_round, year)
        self._tell(rows)
        self._offer_kinds(rows)
        wanted = self._kinds()[str(self.kind.value)][1]
        current = self.list.current
        kept = current.ministry.key if isinstance(current, RoundRow) else ""
        shown = [one for one in rows if wanted(one)]
        self.list.show_rows(shown)
        is_there = any(one.ministry.key == kept for one in shown)
        if not shown:
            self.detail.clear()
        self.list.point_at(lambda one: one.ministry.key == kept or not is_there)

    def choose(self, ministry: str, year: int) -> None:
        """Go to a ministry in the round of a year."""
        self.year.show_choices(self.year.choices, year)
        self.kind.show_choices(self.kind.choices, "all")
        self.reload()
        self.list.point_at(lambda one: one.ministry.key == ministry)

    def _build(self) -> None:
        self.year.setAccessibleName(self.tr("Peildatum"))
        self.kind.setAccessibleName(self.tr("Welke ministeries"))
        put_icon(self.letters, "file-text", "accent")
        self.list.put_beside(self.letters)
        self.list.put_beside(self.kind)
        self.list.put_beside(self.year)
        self.list.setMinimumHeight(theme().scaled(290))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setSizes([theme().scaled(300), theme().scaled(420)])
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 6, 0)
        column.addWidget(self.verdict)
        column.addWidget(split, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _connect(self) -> None:
        self.year.activated.connect(lambda _at: self.reload())
        self.kind.activated.connect(lambda _at: self.reload())
        self.list.pointed.connect(self._point)
        self.letters.clicked.connect(self._ask_letters)
        self.batch.told.connect(self.told)
        self.detail.told.connect(self.told)
        self.detail.done.connect(self.done)
        self.detail.read_asked.connect(self.read_asked)
        self.detail.delivery_asked.connect(self.delivery_asked)
        self.detail.letter_asked.connect(self.letter_asked)
        self._session.changed.connect(lambda _change: self._refresh())

    def _ask_letters(self) -> None:
        year = self.year.value
        if isinstance(year, int):
            self.batch.ask(year)

    def _refresh(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _point(self, row: object) -> None:
        year = self.year.value
        if isinstance(row, RoundRow) and isinstance(year, int):
            self.detail.show_row(row, year)
        else:
            self.detail.clear()

    def _tell(self, rows: Sequence[RoundRow]) -> None:
        """Say how far the round is, and who is late."""
        late = [one.ministry.name for one in rows if one.late]
        asked = sum(_step(one) is not None for one in rows)
        received = sum(_step(one) not in (None, StepKind.ASKED) for one in rows)
        accepted = sum(_step(one) is StepKind.ACCEPTED for one in rows)
        words = self.tr(
            "Gevraagd: {asked} van {count}. Binnen: {received}. Geaccepteerd: {accepted}."
        ).format(asked=asked, count=len(rows), received=received, accepted=accepted)
        if late:
            remind = self.tr("Herinneren: {names}.")
            words += " " + remind.format(names=", ".join(late))
        self.verdict.show_note(Kind.ATTENTION if late else Kind.INFO, words)

    def _kinds(self) -> dict[str, tuple[str, _Choose]]:
        return {
            "all": (self.tr("Alle ministeries"), lambda _one: True),
            "unasked": (self.tr("Nog niet gevraagd"), lambda one: _step(one) is None),
            "waiting": (
                self.tr("Wacht op antwoord"),
                lambda one: _step(one) in (StepKind.ASKED, StepKind.QUESTIONED),
            ),
            "late": (self.tr("Te herinneren"), lambda one: one.late is not None),
            "ours": (
                self.tr("Bij ons"),
                lambda one: _step(one) in (StepKind.RECEIVED, StepKind.CHECKING),
            ),
            "accepted": (
                self.tr("Geaccepteerd"),
                lambda one: _step(one) is StepKind.ACCEPTED,
            ),
        }

    def _offer_kinds(self, rows: Sequence[RoundRow]) -> None:
        words = self.tr("{kind}: {count}")
        choices: list[Choice] = [
            (key, words.format(kind=name, count=sum(map(wanted, rows))))
            for key, (name, wanted) in self._kinds().items()
        ]
        self.kind.show_choices(choices, self.kind.value or "all")

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Ministerie"), text=lambda one: one.ministry.name),
            Column(title=self.tr("Stand"), text=self._say_step, width=150),
            Column(title=self.tr("Sinds"), text=_since, sort=_since_order, width=150),
            Column(title=self.tr("Uiterlijk"), text=_due, sort=_due_order, width=150),
            Column(
                title=self.tr("Te laat"), text=self._say_late, sort=_late_order, width=110
            ),
            Column(title=self.tr("Herinnerd"), text=_reminded, width=150),
            Column(
                title=self.tr("Open vragen"),
                text=lambda one: str(one.request.open_questions) if one.request else "",
                is_number=True,
                width=110,
            ),
        ]

    def _say_step(self, one: RoundRow) -> str:
        return str(_step(one) or self.tr("niet gevraagd"))

    def _say_late(self, one: RoundRow) -> str:
        if one.late is None:
            return ""
        return (
            self.tr("1 dag") if one.late == 1 else self.tr("{n} dagen").format(n=one.late)
        )


def _step(row: RoundRow) -> StepKind | None:
    step = row.request.step if row.request else None
    return step.kind if step else None


def _since(row: RoundRow) -> str:
    step = row.request.step if row.request else None
    return write_date(step.day) if step else ""


def _since_order(row: RoundRow) -> int:
    step = row.request.step if row.request else None
    return step.day.toordinal() if step else 0


def _due(row: RoundRow) -> str:
    due = row.request.due_on if row.request else None
    return write_date(due) if due else ""


def _due_order(row: RoundRow) -> int:
    due = row.request.due_on if row.request else None
    return due.toordinal() if due else 0


def _late_order(row: RoundRow) -> int:
    return row.late or 0


def _reminded(row: RoundRow) -> str:
    day = row.request.reminded_on if row.request else None
    return write_date(day) if day else ""
