"""Shows rows of any kind as a table that can be searched and sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.icons import icon
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labels import small

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
RowRole = Qt.ItemDataRole.UserRole
SortRole = Qt.ItemDataRole.UserRole + 1
SearchRole = Qt.ItemDataRole.UserRole + 2
_ROW_HEIGHT = 34
_NARROWEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its heading and what it shows of a row.

    Attributes:
        sort: What it is sorted by, when that is not the text.
        width: At zoom 100; 0 for its share of what is left.
    """

    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    is_number: bool = False
    width: int = 0


class RowsModel(QAbstractTableModel):
    """Rows under fixed columns; painting asks nothing of the store."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Any, ...] = ()
        self._searched: dict[int, str] = {}

    def show_rows(self, rows: Sequence[Any]) -> None:
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self._searched = {}
        self.endResetModel()

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == RowRole:
            return row
        if role == SearchRole:
            return self._text_of(index.row())
        if role == SortRole:
            return column.sort(row) if column.sort else column.text(row).casefold()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def _text_of(self, number: int) -> str:
        """Return all that a row shows; kept, because every key typed asks for it."""
        if number not in self._searched:
            row = self._rows[number]
            self._searched[number] = "\n".join(one.text(row) for one in self._columns)
        return self._searched[number]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section])
        return None


class RowsPanel(QWidget):
    """A table of rows with a search field above it and a count beside that.

    Signals:
        chosen: The user opened a row by Enter or double click; carries the row.
        pointed: Another row is current; carries the row, `None` for none.
    """

    chosen = Signal(object)
    pointed = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        searches: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.model = RowsModel(columns, self)
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSourceModel(self.model)
        self.shown.setFilterKeyColumn(0)
        self.shown.setFilterRole(SearchRole)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.shown.setSortRole(SortRole)
        self.search = QLineEdit()
        self.count = small("")
        self.table = QTableView()
        self._build(searches)
        self.search.textChanged.connect(self._filter)
        self.table.activated.connect(self._choose)
        self.table.selectionModel().currentRowChanged.connect(self._point)
        theme().changed.connect(self._measure)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; the search text and order stay."""
        self.model.show_rows(rows)
        self._tell_count()

    @property
    def current(self) -> Any:
        """The current row; `None` without one."""
        index = self.table.currentIndex()
        return index.data(RowRole) if index.isValid() else None

    def shown_texts(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Return the headings and all rows as they are shown, in the order of now."""
        columns, rows = self.model.columns, self.shown_rows()
        texts = tuple(tuple(column.text(row) for column in columns) for row in rows)
        return tuple(column.title for column in columns), texts

    def shown_rows(self) -> list[Any]:
        """Return the rows that are shown, in the order of now."""
        count = self.shown.rowCount()
        return [self.shown.index(number, 0).data(RowRole) for number in range(count)]

    def choose_first(self) -> None:
        if self.shown.rowCount():
            self.table.setCurrentIndex(self.shown.index(0, 0))

    def _build(self, searches: bool) -> None:
        self.search.setPlaceholderText(self.tr("Zoek in deze tabel"))
        self.search.setAccessibleName(self.tr("Zoeken in: {name}").format(name=self._name))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(theme().scaled(360))
        self.search.addAction(
            icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.table.setModel(self.shown)
        self.table.setAccessibleName(self._name)
        set_look(self.table, "ruled")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSortingEnabled(True)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._measure()
        above = QHBoxLayout()
        above.addWidget(self.search, 1)
        above.addWidget(self.count, 1)
        self.search.setVisible(searches)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.search if searches else self.table)

    def _measure(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(theme().scaled(_ROW_HEIGHT))
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(theme().scaled(_NARROWEST))
        for number, column in enumerate(self.model.columns):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(
                number, mode.Interactive if column.width else mode.Stretch
            )
            if column.width:
                header.resizeSection(number, theme().scaled(column.width))

    def _filter(self, text: str) -> None:
        self.shown.setFilterFixedString(text.strip())
        self._tell_count()

    def _tell_count(self) -> None:
        shown, all_rows = self.shown.rowCount(), self.model.rowCount()
        if shown == all_rows == 1:
            self.count.setText(self.tr("1 regel"))
        elif shown == all_rows:
            self.count.setText(self.tr("{count} regels").format(count=all_rows))
        else:
            words = self.tr("{shown} van {count} regels")
            self.count.setText(words.format(shown=shown, count=all_rows))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(RowRole))

    def _point(self, index: QModelIndex) -> None:
        self.pointed.emit(index.data(RowRole) if index.isValid() else None)


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return (side | Qt.AlignmentFlag.AlignVCenter).value
