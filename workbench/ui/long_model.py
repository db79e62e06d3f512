"""Keeps very many rows for a table; sorting and searching put their words together once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from workbench.ui.rows_panel import Column, RowRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value


class LongModel(QAbstractTableModel):
    """Keeps all rows and the numbers of those that are shown, in their order.

    Signals:
        ticked: The user ticked or unticked a row; carries the row.
    """

    ticked = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column],
        parent: QObject | None = None,
        *,
        tick: Callable[[Any], bool | None] | None = None,
    ) -> None:
        """Show rows; `tick` says whether one is ticked, `None` when it cannot be."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._tick = tick or (lambda _row: None)
        self._rows: Sequence[Any] = ()
        self._shown: list[int] = []
        self._words: list[str] = []
        self._text = ""
        self._order: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._rows, self._words = rows, []
        self._arrange()
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show only the rows that hold every word of `text`."""
        self.beginResetModel()
        self._text = text.casefold()
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._order = (column, order) if column >= 0 else None
        self._arrange()
        self.endResetModel()

    @property
    def count(self) -> int:
        """Number of rows, those that are not shown too."""
        return len(self._rows)

    def find(self, wanted: Callable[[Any], bool]) -> QModelIndex:
        """Return where the first shown row is that is wanted; invalid for nowhere."""
        rows = enumerate(self._shown)
        found = next((at for at, number in rows if wanted(self._rows[number])), -1)
        return self.index(found, 0) if found >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[self._shown[index.row()]], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return self._check_state(row)
        return row if role == RowRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if index.column() or self.data(index, Qt.ItemDataRole.CheckStateRole) is None:
            return usual
        return usual | Qt.ItemFlag.ItemIsUserCheckable

    def setData(
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tell of a tick; the owner of the rows keeps it and has the ticks shown again."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.ticked.emit(index.data(RowRole))
        return True

    def show_ticks(self) -> None:
        """Show again which rows are ticked."""
        last = self.index(len(self._shown) - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])

    def _check_state(self, row: Any) -> Qt.CheckState | None:
        is_ticked = self._tick(row)
        if is_ticked is None:
            return None
        return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        is_head = orientation == Qt.Orientation.Horizontal
        if not is_head or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].is_number else _LEFT
        return None

    def _arrange(self) -> None:
        shown: Sequence[int] = range(len(self._rows))
        if self._text:
            words = self._text.split()
            lines = self._lines()
            shown = [at for at in shown if all(word in lines[at] for word in words)]
        if self._order is not None:
            column, order = self.columns[self._order[0]], self._order[1]
            key = column.sort or column.text
            is_down = order == Qt.SortOrder.DescendingOrder
            shown = sorted(shown, key=lambda at: key(self._rows[at]), reverse=is_down)
        self._shown = list(shown)

    def _lines(self) -> list[str]:
        if not self._words:
            texts = [column.text for column in self.columns]
            self._words = [
                " ".join([text(row) for text in texts]).casefold() for row in self._rows
            ]
        return self._words
