"""Shows very many rows as a table that can be searched and sorted without a wait.

The sorting model of Qt asks Python for every cell again at every letter that is typed;
here each row's words are put together once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.notation import write_number
from workbench.ui.icons import icon
from workbench.ui.long_model import LongModel
from workbench.ui.rows_panel import Column, RowRole
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labels import small

_ROW_HEIGHT = 30
_ABOVE_ROWS = 78
_PAUSE = 200
_NARROWEST = 170


class LongTable(QWidget):
    """A table of very many rows with a search field above it and a count beside that.

    Signals:
        pointed: Another row is current; carries the row, `None` for none.
    """

    pointed = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        *,
        tick: Callable[[Any], bool | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.model = LongModel(columns, self, tick=tick)
        self.search = QLineEdit()
        self.count = small("")
        self.table = _Table()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._above = QHBoxLayout()
        self._build()
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._find)
        self._pause.timeout.connect(self._find)
        self.table.selectionModel().currentRowChanged.connect(self._point)
        self.table.resized.connect(self._share_width)
        theme().changed.connect(self._measure)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; the search text and the order stay."""
        self.model.show_rows(rows)
        self._tell_count()

    def put_beside(self, widget: QWidget) -> None:
        """Put something, such as a filter, beside the search field."""
        self._above.insertWidget(1, widget)

    def point_at(self, wanted: Callable[[Any], bool]) -> None:
        """Go to the first shown row that is wanted."""
        self.table.setCurrentIndex(self.model.find(wanted))

    @property
    def current(self) -> Any:
        """The current row; `None` without one."""
        index = self.table.currentIndex()
        return index.data(RowRole) if index.isValid() else None

    def _build(self) -> None:
        self.search.setPlaceholderText(self.tr("Zoek in deze tabel"))
        self.search.setAccessibleName(self.tr("Zoeken in: {name}").format(name=self._name))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(theme().scaled(360))
        self.search.addAction(
            icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.table.setModel(self.model)
        self.table.setAccessibleName(self._name)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._measure()
        self._above.addWidget(self.search, 1)
        self._above.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._above)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.search)

    def fit_rows(self, most: int) -> None:
        """Take the height of all rows, or of `most` of them when there are more."""
        rows = min(max(self.model.count, 1), most)
        self.setFixedHeight(theme().scaled(rows * _ROW_HEIGHT + _ABOVE_ROWS))

    def _measure(self) -> None:
        rows = self.table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme().scaled(_ROW_HEIGHT))
        header = self.table.horizontalHeader()
        for number, column in enumerate(self.model.columns):
            if column.width:
                header.resizeSection(number, theme().scaled(column.width))
        self._share_width()

    def _share_width(self) -> None:
        """Give columns without a width what is left, or what they need to be read."""
        header = self.table.horizontalHeader()
        columns = self.model.columns
        open_ones = [at for at, column in enumerate(columns) if not column.width]
        taken = sum(header.sectionSize(at) for at, one in enumerate(columns) if one.width)
        left = (self.table.viewport().width() - taken) // max(len(open_ones), 1)
        for at in open_ones:
            header.resizeSection(at, max(left, theme().scaled(_NARROWEST)))

    def _find(self) -> None:
        self._pause.stop()
        self.model.search(self.search.text().strip())
        self._tell_count()

    def _tell_count(self) -> None:
        shown, whole = self.model.rowCount(), self.model.count
        if shown == whole == 1:
            words = self.tr("1 regel")
        elif shown == whole:
            words = self.tr("{count} regels")
        else:
            words = self.tr("{shown} van {count} regels")
        self.count.setText(words.format(shown=_whole(shown), count=_whole(whole)))

    def _point(self, index: QModelIndex) -> None:
        self.pointed.emit(index.data(RowRole) if index.isValid() else None)


class _Table(QTableView):
    """Goes out by Tab and shows lines between rows only."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "ruled")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the window: searching cell by cell takes long here."""
        if event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


def _whole(number: int) -> str:
    return write_number(Decimal(number), 0)
