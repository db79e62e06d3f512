"""The grid of a pivot table: heads that stay in view, sorting, copying, opening a cell."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.domain.pivot import PivotTable
from workbench.ui.pivot_clipboard import copy_cells
from workbench.ui.pivot_model import CellRole, PivotModel
from workbench.ui.pivot_words import value_of, write_cell
from workbench.ui.theme import set_look, theme

_ROW_HEIGHT, _NARROW, _WIDE = 30, 128, 280
_HEAD_WIDTHS = (150, 340)
_SAMPLE = 400
_PADDING = 18
_STAYS = 1000
ExportRow = tuple[str | Decimal | None, ...]


class PivotView(QTableView):
    """Arrow keys move inside, Tab leaves, Enter opens, Ctrl+C copies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PivotModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Tabel van het fte-register"))
        set_look(self, "ruled")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setSortIndicatorShown(False)
        self.verticalHeader().setHighlightSections(False)
        for side in (head, self.verticalHeader()):
            side.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._add_actions()
        head.sectionClicked.connect(self.sort_next)
        self.rows.modelReset.connect(self.measure)
        theme().changed.connect(self.measure)

    def show_table(self, table: PivotTable) -> None:
        held = self.rows.table
        self.rows.show_table(table)
        if held is None or held.question != table.question:
            self.scrollToTop()
            self.horizontalScrollBar().setValue(0)

    def sort_next(self, column: int) -> None:
        """Order by a column: largest first, then smallest first, then by name again."""
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        held = self.rows.order
        if held is None or held[0] != column:
            order: Qt.SortOrder | None = down
        else:
            order = up if held[1] == down else None
        self.rows.sort_by(column, order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            event.accept()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the chosen cells with their heads; all of them when none is chosen."""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        self._copy(
            rows or list(range(self.rows.rowCount())),
            columns or list(range(self.rows.columnCount())),
        )

    def copy_widest(self) -> None:
        """Copy more than one chosen cell, or else the whole table."""
        if len(self.selectionModel().selectedIndexes()) > 1:
            self.copy()
        else:
            self.copy_all()

    def copy_all(self) -> None:
        self._copy(range(self.rows.rowCount()), range(self.rows.columnCount()))

    def heads_of(self, index: QModelIndex) -> str:
        """Return the heads of a cell, as in "Zeeland · 31 december 2024"."""
        return " · ".join(self.rows.words_of(index))

    def export_rows(self) -> tuple[tuple[str, ...], list[ExportRow]]:
        """Return heads and rows as they are shown; exact numbers, words for the unknown."""
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        columns = range(self.rows.columnCount())
        heads = [str(self.rows.headerData(one, across)) for one in columns]
        found: list[ExportRow] = []
        for row in range(self.rows.rowCount()):
            cells = [self._exported(row, column) for column in columns]
            found.append((str(self.rows.headerData(row, down)), *cells))
        return ("", *heads), found

    def measure(self) -> None:
        """Give heads and columns room for their words."""
        self.verticalHeader().setDefaultSectionSize(theme().scaled(_ROW_HEIGHT))
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        self._measure_rows(metrics)
        head = self.horizontalHeader()
        tallest = 0
        for column in range(self.rows.columnCount()):
            width = theme().scaled(_WIDE if self.rows.has_unknown(column) else _NARROW)
            head.resizeSection(column, width)
            room = QRect(0, 0, width - theme().scaled(_PADDING), _STAYS)
            words = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
            wraps = Qt.TextFlag.TextWordWrap
            tallest = max(tallest, metrics.boundingRect(room, wraps, words).height())
        head.setFixedHeight(tallest + theme().scaled(_PADDING))
        self.updateGeometries()

    def sizeHint(self) -> QSize:
        return QSize(theme().scaled(600), theme().scaled(360))

    def _measure_rows(self, metrics: QFontMetrics) -> None:
        step = max(1, self.rows.rowCount() // _SAMPLE)
        down = Qt.Orientation.Vertical
        widest = max(
            (
                metrics.horizontalAdvance(str(self.rows.headerData(row, down)))
                for row in range(0, self.rows.rowCount(), step)
            ),
            default=0,
        )
        least, most = (theme().scaled(width) for width in _HEAD_WIDTHS)
        width = min(max(widest + 2 * theme().scaled(_PADDING), least), most)
        self.verticalHeader().setFixedWidth(width)

    def _exported(self, row: int, column: int) -> str | Decimal | None:
        table = self.rows.table
        assert table is not None
        cell = table.cell(*self.rows.index(row, column).data(CellRole))
        value: Fraction | None = value_of(cell, table)
        if value is not None:
            return Decimal(value.numerator) / Decimal(value.denominator)
        return write_cell(cell, table) if cell.count else None

    def _add_actions(self) -> None:
        self._action(self.tr("Herkomst tonen"), self._open_current)
        self._action(self.tr("Keuze kopiëren"), self.copy)
        self._action(self.tr("Hele tabel kopiëren"), self.copy_all)
        self._action(self.tr("Sorteren op deze kolom"), self._sort_current)

    def _action(self, words: str, run: object) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(run)
        self.addAction(action)
        return action

    def _copy(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        QGuiApplication.clipboard().setMimeData(copy_cells(self.rows, rows, columns))

    def _open_current(self) -> None:
        if self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())

    def _sort_current(self) -> None:
        if self.currentIndex().isValid():
            self.sort_next(self.currentIndex().column())
