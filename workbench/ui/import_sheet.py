"""Shows a sheet as it was read: real addresses, the header, and what each column says."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.exchange.cells import CellKind, ReadSheet, column_letters, write_address
from workbench.exchange.normalising import show
from workbench.exchange.table_layout import TableLayout, Use
from workbench.ui.theme import current_palette, theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ABOVE, _ROWS, _MOST_COLUMNS, _SHOWN = 3, 60, 80, 9
_WIDTH, _ROW_HEIGHT = 130, 26


class SheetModel(QAbstractTableModel):
    """The rows around a table's header, by the numbers and letters of the sheet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet: ReadSheet | None = None
        self._layout: TableLayout | None = None
        self._rows: list[int] = []
        self._columns: list[int] = []
        self._uses: dict[int, str] = {}
        self._bold = QFont()

    def show_table(self, sheet: ReadSheet, layout: TableLayout, words: list[str]) -> None:
        """Show a table; `words` say what each of its columns means."""
        self.beginResetModel()
        self._sheet, self._layout = sheet, layout
        first = max(1, layout.header_row - _ABOVE)
        last = max((row for row, _ in sheet.cells), default=1)
        self._rows = list(range(first, min(last, first + _ROWS) + 1))
        columns = {one.column for one in layout.columns}
        columns |= {column for row, column in sheet.cells if row in self._rows}
        self._columns = list(range(1, min(max(columns, default=1), _MOST_COLUMNS) + 1))
        pairs = zip(layout.columns, words, strict=True)
        self._uses = {one.column: word for one, word in pairs}
        self._bold.setBold(True)
        self.endResetModel()

    def column_of(self, index: Index) -> int:
        """Return the column of the sheet at an index; 0 for none."""
        return self._columns[index.column()] if index.isValid() else 0

    def place_of(self, column: int) -> int:
        """Return where a column of the sheet stands here; -1 for nowhere."""
        return self._columns.index(column) if column in self._columns else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._sheet is None or self._layout is None:
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        cell = self._sheet.cells.get((row, column))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return show(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{write_address((row, column))}: {show(cell)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = cell is not None and cell.kind is CellKind.NUMBER
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return (side | Qt.AlignmentFlag.AlignVCenter).value
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if row == self._layout.header_row else None
        return self._colour(row, column, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        is_head = orientation == Qt.Orientation.Horizontal
        listed = self._columns if is_head else self._rows
        if not 0 <= section < len(listed):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if not is_head:
                return str(listed[section])
            letters = column_letters(listed[section])
            return f"{letters}\n{self._uses.get(listed[section], '')}"
        return None

    def _colour(self, row: int, column: int, role: int) -> object:
        """Grey out what is not read: rows beside the table and columns without use."""
        assert self._layout is not None
        layout, colours = self._layout, current_palette()
        is_header = row == layout.header_row
        is_row = layout.first_row <= row <= layout.last_row
        used = {one.column for one in layout.columns if one.use is not Use.IGNORED}
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(colours.sunken) if is_header else None
        if role == Qt.ItemDataRole.ForegroundRole and not is_header:
            is_read = is_row and column in used
            return None if is_read else QColor(colours.muted)
        return None


class SheetTable(QTableView):
    """The sheet to look at; going through it chooses a column.

    Signals:
        column_chosen: The number of a column, from 1.
    """

    column_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = SheetModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Het blad zoals het is gelezen"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().sectionClicked.connect(self._choose)
        self.selectionModel().currentColumnChanged.connect(
            lambda index, _before: self.column_chosen.emit(self.rows.column_of(index))
        )
        theme().changed.connect(self._measure)
        self._measure()

    def show_table(self, sheet: ReadSheet, layout: TableLayout, words: list[str]) -> None:
        """Show a table; the chosen column stays the chosen one."""
        current = self.rows.column_of(self.currentIndex())
        blocked = self.blockSignals(True)
        self.rows.show_table(sheet, layout, words)
        self.blockSignals(blocked)
        self._measure()
        self.point_at(current)

    def point_at(self, column: int) -> None:
        """Show which column is chosen, without announcing it."""
        place = self.rows.place_of(column)
        if place >= 0 and place != self.currentIndex().column():
            blocked = self.blockSignals(True)
            self.setCurrentIndex(self.rows.index(0, place))
            self.blockSignals(blocked)

    def _choose(self, section: int) -> None:
        self.setCurrentIndex(self.rows.index(0, section))

    def _measure(self) -> None:
        height = theme().scaled(_ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(height)
        header = self.horizontalHeader()
        header.setDefaultSectionSize(theme().scaled(_WIDTH))
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        rows = max(3, min(_SHOWN, self.rows.rowCount()))
        self.setFixedHeight(header.sizeHint().height() + rows * height + height)
