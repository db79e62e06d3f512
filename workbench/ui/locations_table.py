"""The places of a case side by side: a column per place, a row per property."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.domain.case import Location
from workbench.domain.notation import write_date, write_fte
from workbench.domain.place import BY_CODE
from workbench.ui.theme import current_palette, set_look, theme
from workbench.usecases.locations import FIELDS

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROWS = (
    "municipality",
    "province",
    "region",
    "fte",
    "regional_interest",
    "strengthening",
    "labour_market",
    "staff",
    "access",
    "housing",
    "ready_on",
    "costs",
)
INTEREST_ROW = _ROWS.index("regional_interest")
_LONGEST = 110
_FEWEST_COLUMN = 150

_WRITERS: dict[str, Callable[[Location], str]] = {
    "province": lambda place: BY_CODE[place.province].name if place.province else "",
    "fte": lambda place: write_fte(place.fte) if place.fte is not None else "",
    "ready_on": lambda place: write_date(place.ready_on) if place.ready_on else "",
}


class LocationsModel(QAbstractTableModel):
    """One column per place; what is not filled in says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Location] = []

    @property
    def places(self) -> list[Location]:
        return list(self._places)

    def show_places(self, places: list[Location]) -> None:
        if [one.id for one in places] == [one.id for one in self._places]:
            self._places = places
            if places:
                last = self.index(len(_ROWS) - 1, len(places) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(places) - 1)
            return
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_ROWS)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name, place = _ROWS[index.row()], self._places[index.column()]
        text = self._write(name, place)
        if role == Qt.ItemDataRole.DisplayRole:
            short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
            return short or self._lacking(name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return text or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{place.name}, {FIELDS[name]}: {text or self._lacking(name)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and not text:
            colours = current_palette()
            is_needed = name == "regional_interest"
            return QBrush(QColor(colours.attention if is_needed else colours.muted))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role != Qt.ItemDataRole.DisplayRole or section >= len(self._places):
                return None
            place = self._places[section]
            preferred = self.tr("{name} (voorkeur)")
            return preferred.format(name=place.name) if place.is_preferred else place.name
        if section >= len(_ROWS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            unit = self.tr("Omvang (fte)")
            return unit if _ROWS[section] == "fte" else FIELDS[_ROWS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(section == INTEREST_ROW)
            return font
        return None

    def _write(self, name: str, place: Location) -> str:
        writer = _WRITERS.get(name)
        return writer(place) if writer else str(getattr(place, name))

    def _lacking(self, name: str) -> str:
        if name == "regional_interest":
            return self.tr("nog in te vullen")
        return self.tr("onbekend")


class LocationsTable(QTableView):
    """Shows the places; going to a column chooses that place.

    Signals:
        chosen: The id of the place of the current column.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = LocationsModel(self)
        self.setModel(self.places)
        self.setAccessibleName(self.tr("Vergelijking van locaties"))
        set_look(self, "ruled")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionsClickable(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.sectionResized.connect(self._fit)
        self.selectionModel().currentColumnChanged.connect(self._tell)
        theme().changed.connect(self._fit)

    def show_places(self, places: list[Location], chosen: str) -> None:
        """Show the places; the column of `chosen` is the current one."""
        self.places.show_places(places)
        self.horizontalHeader().setMinimumSectionSize(theme().scaled(_FEWEST_COLUMN))
        self.setVisible(bool(places))
        self.choose(chosen)
        self._fit()

    def choose(self, place_id: str) -> None:
        """Make the column of a place the current one."""
        ids = [place.id for place in self.places.places]
        if place_id not in ids or self.currentIndex().column() == ids.index(place_id):
            return
        row = max(self.currentIndex().row(), 0)
        self.setCurrentIndex(self.places.index(row, ids.index(place_id)))

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.places.places[current.column()].id)

    def _fit(self) -> None:
        self.resizeRowsToContents()
        height = self.horizontalHeader().height() + 4
        height += sum(self.rowHeight(row) for row in range(self.places.rowCount()))
        bar = self.horizontalScrollBar()
        height += bar.sizeHint().height() if bar.maximum() > 0 else 0
        if height != self.height():
            self.setFixedHeight(height)
