"""A pivot table as an item model: filtered, sorted and painted without the store."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont

from workbench.domain.pivot import Measure, PivotRow, PivotTable
from workbench.ui.pivot_words import explain_value, value_of, write_cell, write_head
from workbench.ui.theme import current_palette

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
_LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
CellRole = Qt.ItemDataRole.UserRole


class PivotModel(QAbstractTableModel):
    """Shows a table; totals stand last, whatever the order or the filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: PivotTable | None = None
        self.order: tuple[int, Qt.SortOrder] | None = None
        self._rows: list[int] = []
        self._columns: list[int] = []
        self._row_words: list[str] = []
        self._column_words: list[str] = []
        self._filter = ""
        self._totals = True
        self._bold = QFont()

    def show_table(self, table: PivotTable) -> None:
        """Show another answer; filter and totals stay, the order starts anew."""
        self.beginResetModel()
        self.table, self.order = table, None
        asked = table.question
        self._row_words = [write_head(one, asked.rows, table) for one in table.rows]
        self._column_words = [
            write_head(one, asked.columns, table) for one in table.columns
        ]
        self._arrange()
        self.endResetModel()

    def filter_rows(self, text: str) -> None:
        """Show only the rows whose head has every word of `text`."""
        self.beginResetModel()
        self._filter = text.strip().casefold()
        self._arrange()
        self.endResetModel()

    def show_totals(self, shown: bool) -> None:
        self.beginResetModel()
        self._totals = shown
        self._arrange()
        self.endResetModel()

    def sort_by(self, column: int, order: Qt.SortOrder | None) -> None:
        """Order the rows by what stands in a column; `None` takes the order of names."""
        self.beginResetModel()
        self.order = None if order is None else (column, order)
        self._arrange()
        self.endResetModel()

    @property
    def shown_count(self) -> int:
        """Number of rows that are no total."""
        assert self.table is not None
        return sum(1 for row in self._rows if not self.table.rows[row].is_total)

    @property
    def row_count(self) -> int:
        """Number of rows without a filter, totals apart."""
        rows: tuple[PivotRow, ...] = self.table.rows if self.table else ()
        return sum(1 for one in rows if not one.is_total)

    def has_unknown(self, column: int) -> bool:
        """Whether something in a shown column is not filled in."""
        if self.table is None:
            return False
        grid = self.table.grid
        at = self._columns[column]
        return any(grid.unknown[at :: grid.width])

    def words_of(self, index: Index) -> tuple[str, str]:
        """Return the heads of the row and the column of a cell."""
        row, column = self._rows[index.row()], self._columns[index.column()]
        return self._row_words[row], self._column_words[column]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.table is None:
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == CellRole:
            return (row, column)
        if role == Qt.ItemDataRole.FontRole:
            is_total = self.table.rows[row].is_total or self.table.columns[column].is_total
            return self._total_font() if is_total else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cell = self.table.cell(row, column)
            wants_all = role == Qt.ItemDataRole.ToolTipRole
            return (
                explain_value(cell, self.table)
                if wants_all
                else write_cell(cell, self.table)
            )
        return self._rest(row, column, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        is_column = orientation == Qt.Orientation.Horizontal
        listed, words = (
            (self._columns, self._column_words)
            if is_column
            else (self._rows, self._row_words)
        )
        if self.table is None or not 0 <= section < len(listed):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            arrow = self._arrow(section) if is_column else ""
            return arrow + words[listed[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            wraps = Qt.TextFlag.TextWordWrap.value
            return _RIGHT | wraps if is_column else _LEFT
        return None

    def _rest(self, row: int, column: int, role: int) -> object:
        assert self.table is not None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self.table.cell(row, column)
            heads = f"{self._row_words[row]}, {self._column_words[column]}"
            return f"{heads}: {write_cell(cell, self.table)}"
        if role == Qt.ItemDataRole.ForegroundRole:
            cell = self.table.cell(row, column)
            if cell.amount is None:
                return QColor(current_palette().muted)
        return None

    def _arrow(self, column: int) -> str:
        if self.order is None or self.order[0] != column:
            return ""
        return "↓ " if self.order[1] == Qt.SortOrder.DescendingOrder else "↑ "

    def _total_font(self) -> QFont:
        self._bold.setBold(True)
        return self._bold

    def _arrange(self) -> None:
        if self.table is None:
            return
        heads = self.table.rows
        body = [number for number, head in enumerate(heads) if not head.is_total]
        totals = [number for number, head in enumerate(heads) if head.is_total]
        if self._filter:
            words = self._filter.split()
            names = self._row_words
            body = [
                row for row in body if all(word in names[row].casefold() for word in words)
            ]
        columns = self.table.columns
        self._columns = [
            number
            for number, head in enumerate(columns)
            if self._totals or not head.is_total
        ]
        if self.order is not None:
            body = self._sorted(body, *self.order)
        self._rows = body + (totals if self._totals else [])

    def _sorted(self, body: list[int], column: int, order: Qt.SortOrder) -> list[int]:
        """Return rows by value; those without a value stay last."""
        table = self.table
        assert table is not None
        if column >= len(self._columns):
            return body
        at = self._columns[column]
        if table.question.measure is Measure.FTE:
            grid = table.grid
            places = {row: row * grid.width + at for row in body}
            known: dict[int, Fraction | int] = {
                row: grid.sums[place]
                for row, place in places.items()
                if grid.counts[place] and not grid.unknown[place]
            }
        else:
            values = {row: value_of(table.cell(row, at), table) for row in body}
            known = {row: value for row, value in values.items() if value is not None}
        is_down = order == Qt.SortOrder.DescendingOrder
        ordered = sorted(known, key=lambda row: known[row], reverse=is_down)
        return ordered + [row for row in body if row not in known]
