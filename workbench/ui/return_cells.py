"""Shows each cell of a yearly return three ways; the user ticks what is taken in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.domain.notation import write_fte
from workbench.exchange.return_form import headers
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.long_table import LongTable
from workbench.ui.rows_panel import Column
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import muted
from workbench.usecases.figure_files import FigureFile
from workbench.usecases.return_cells import CellComparison, CellState

_MOST_ROWS = 11
_PAUSE = 250
_ALL = "all"
_OTHER = "other"


class ReturnCells(Card):
    """What nothing speaks against is ticked; the rest waits for a decision.

    Signals:
        chosen: The cells to take in, after a short pause; carries a frozenset of addresses.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Per cel: verstuurd, terug en nu bekend"))
        self._cells: tuple[CellComparison, ...] = ()
        self._ticked: set[str] = set()
        self._names: tuple[str, ...] = ()
        self.verdict = Note()
        self.kind = CalmCombo()
        self.table = LongTable(
            self.tr("Cellen van de opgave"), self._columns(), tick=self._tick
        )
        self.all = QPushButton(self.tr("Alles overnemen"))
        self.none = QPushButton(self.tr("Niets overnemen"))
        self.row = QPushButton(self.tr("Hele regel omzetten"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._build()
        self._connect()

    def show_cells(self, cells: Sequence[CellComparison], source: FigureFile) -> None:
        """Show the cells of a return, with what is to be taken in ticked."""
        assert source.returned is not None
        self._names = headers(source.returned.reference_date)
        before = [(one.value, one.state) for one in self._cells]
        is_same = before == [(one.value, one.state) for one in cells]
        self._cells = tuple(cells)
        self._ticked = {one.value.cell for one in cells if one.is_accepted}
        if is_same:
            self.table.model.show_ticks()
        else:
            self._offer_kinds()
            self._show_rows()
        self._tell()

    def _build(self) -> None:
        self.kind.setAccessibleName(self.tr("Welke cellen"))
        self.table.put_beside(self.kind)
        words = self.tr(
            "Een vinkje betekent: overnemen. Wat het ministerie wijzigde en bij ons gelijk"
            " bleef, is aangevinkt. Bij een botsing of een leeggemaakte cel kiest u zelf."
            " Met de spatiebalk zet u een vinkje."
        )
        buttons = QHBoxLayout()
        for button in (self.all, self.none, self.row):
            buttons.addWidget(button)
        buttons.addStretch()
        self.content.addWidget(self.verdict)
        self.content.addWidget(muted(words))
        self.content.addWidget(self.table)
        self.content.addLayout(buttons)

    def _connect(self) -> None:
        self.table.model.ticked.connect(lambda one: self._turn([one]))
        self.kind.activated.connect(lambda _at: self._show_rows())
        self.all.clicked.connect(lambda: self._set(self._open(), True))
        self.none.clicked.connect(lambda: self._set(self._open(), False))
        self.row.clicked.connect(self._turn_row)
        self._pause.timeout.connect(lambda: self.chosen.emit(frozenset(self._ticked)))

    def _tick(self, one: CellComparison) -> bool | None:
        return one.value.cell in self._ticked if one.can_be_accepted else None

    def _open(self) -> list[CellComparison]:
        return [one for one in self._cells if one.can_be_accepted]

    def _turn(self, cells: Sequence[CellComparison]) -> None:
        """Tick what is not ticked yet; when all of it is, untick it."""
        is_whole = all(one.value.cell in self._ticked for one in cells)
        self._set(cells, not is_whole)

    def _turn_row(self) -> None:
        current = self.table.current
        if current is not None:
            here = [one for one in self._open() if one.row.row == current.row.row]
            self._turn(here)

    def _set(self, cells: Iterable[CellComparison], is_ticked: bool) -> None:
        addresses = {one.value.cell for one in cells}
        self._ticked = self._ticked | addresses if is_ticked else self._ticked - addresses
        self.table.model.show_ticks()
        self._tell()
        self._pause.start()

    def _tell(self) -> None:
        counts = Counter(one.state for one in self._cells)
        changes = len(self._open())
        waiting = counts[CellState.CONFLICT] + counts[CellState.CLEARED]
        if not changes:
            words = self.tr("De opgave zegt hetzelfde als het register: 0 cellen anders.")
            self.verdict.show_note(Kind.GOOD, words)
            return
        words = self.tr(
            "{changes} van {count} cellen zijn anders dan het register. U neemt er {taken}"
            " over. Botsingen: {conflicts}. Leeggemaakt: {cleared}."
        ).format(
            changes=changes,
            count=len(self._cells),
            taken=len(self._ticked),
            conflicts=counts[CellState.CONFLICT],
            cleared=counts[CellState.CLEARED],
        )
        self.verdict.show_note(Kind.ATTENTION if waiting else Kind.INFO, words)

    def _offer_kinds(self) -> None:
        counts = Counter(one.state for one in self._cells)
        words = self.tr("{kind}: {count}")
        choices: list[Choice] = [
            (_OTHER, words.format(kind=self.tr("Anders"), count=len(self._open()))),
            (_ALL, words.format(kind=self.tr("Alle cellen"), count=len(self._cells))),
        ]
        choices += [
            (state, words.format(kind=str(state).capitalize(), count=counts[state]))
            for state in CellState
            if counts[state]
        ]
        self.kind.show_choices(choices, _OTHER)

    def _show_rows(self) -> None:
        wanted = self.kind.value
        is_all = wanted == _ALL
        rows = self._open() if wanted == _OTHER else self._cells
        if not is_all and wanted != _OTHER:
            rows = tuple(one for one in self._cells if one.state is wanted)
        self.table.show_rows(rows)
        self.table.fit_rows(_MOST_ROWS)

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Cel"), text=_address, sort=_place, width=130),
            Column(title=self.tr("Organisatie"), text=lambda one: one.row.organisation),
            Column(
                title=self.tr("Provincie"), text=lambda one: one.row.province, width=120
            ),
            Column(title=self.tr("Kolom"), text=self._name_column),
            Column(
                title=self.tr("Verstuurd"),
                text=lambda one: write_fte(one.sent),
                is_number=True,
                width=100,
            ),
            Column(
                title=self.tr("Terug"),
                text=lambda one: write_fte(one.returned),
                is_number=True,
                width=100,
            ),
            Column(
                title=self.tr("Nu bekend"),
                text=lambda one: write_fte(one.now),
                is_number=True,
                width=100,
            ),
            Column(title=self.tr("Stand"), text=lambda one: str(one.state), width=140),
        ]

    def _name_column(self, one: CellComparison) -> str:
        return self._names[one.column - 1] if self._names else ""


def _address(one: CellComparison) -> str:
    return one.value.cell


def _place(one: CellComparison) -> tuple[int, int]:
    return one.row.row, one.column
