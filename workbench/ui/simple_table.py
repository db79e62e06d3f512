"""A small table of words and numbers that only shows."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from workbench.ui.theme import theme
from workbench.ui.widgets.ruled_table import RuledTable

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SIDES, _ABOVE, _TALLEST = 22, 10, 10_000
Row = tuple[str, ...]


class SimpleTableModel(QAbstractTableModel):
    """Rows of text under a header; all columns but the named ones are numbers."""

    def __init__(
        self, header: Row, words: frozenset[int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._header = header
        self._words = words
        self._rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def show_header(self, header: Row, words: frozenset[int]) -> None:
        """Show other columns; the rows are to follow."""
        if header != self._header:
            self.beginResetModel()
            self._header, self._words, self._rows = header, words, []
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._header[index.column()]}: {text}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() not in self._words:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._header):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section not in self._words:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class SimpleTable(RuledTable):
    """Is as high as its rows, so that the page scrolls and not the table."""

    def __init__(
        self,
        header: Row,
        words: frozenset[int] = frozenset({0}),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = SimpleTableModel(header, words, self)
        self.setModel(self.rows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrap(True)
        for column in range(len(header)):
            if column not in words:
                narrow = QHeaderView.ResizeMode.ResizeToContents
                self.horizontalHeader().setSectionResizeMode(column, narrow)
        theme().changed.connect(self.fit_rows)

    def show_rows(self, rows: list[Row]) -> None:
        self.rows.show_rows(rows)
        self.fit_rows()

    def show_table(self, header: Row, rows: list[Row]) -> None:
        """Show rows of words under other headings."""
        self.rows.show_header(header, frozenset(range(len(header))))
        self.show_rows(rows)

    def fit_header(self) -> None:
        super().fit_header()
        self.fit_rows()

    def fit_rows(self) -> None:
        """Give the table the height of its rows."""
        self.resizeRowsToContents()
        self._make_room()
        height = self.horizontalHeader().height() + 4
        height += sum(self.rowHeight(row) for row in range(self.rows.rowCount()))
        if height != self.height():
            self.setFixedHeight(height)

    def _make_room(self) -> None:
        """Give wrapped text all its lines: Qt leaves the padding of the style out."""
        metrics, sides = self.fontMetrics(), theme().scaled(_SIDES)
        for row in range(self.rows.rowCount()):
            for column in range(self.rows.columnCount()):
                width = max(1, self.columnWidth(column) - sides)
                room = QRect(0, 0, width, _TALLEST)
                text = str(self.rows.index(row, column).data())
                found = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
                wanted = found.height() + theme().scaled(_ABOVE)
                if wanted > self.rowHeight(row):
                    self.setRowHeight(row, wanted)
