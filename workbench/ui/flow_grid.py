"""Lays fields out in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from workbench.ui.theme import theme

_FIELD = 270


class FlowGrid(QWidget):
    """Holds fields in tab order; those that are hidden leave no gap."""

    def __init__(self, width: int = _FIELD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._fields: list[QWidget] = []
        self._placed: tuple[int, tuple[bool, ...]] = (0, ())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().scaled(16))
        self._grid.setVerticalSpacing(theme().scaled(10))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add(self, field: QWidget) -> None:
        self._fields.append(field)
        self._grid.addWidget(field, len(self._fields), 0)

    def show_only(self, fields: set[QWidget]) -> None:
        for field in self._fields:
            field.setVisible(field in fields)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, self.width() // theme().scaled(self._width))
        shown = tuple(not field.isHidden() for field in self._fields)
        if (columns, shown) == self._placed:
            return
        self._placed = (columns, shown)
        for field in self._fields:
            self._grid.removeWidget(field)
        visible = [field for field in self._fields if not field.isHidden()]
        for number, field in enumerate(visible):
            row, column = divmod(number, columns)
            self._grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
