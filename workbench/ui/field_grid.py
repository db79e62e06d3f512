"""Lays fields out in two columns where there is room, in one where there is not."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from workbench.ui.field_line import FieldLine
from workbench.ui.theme import theme

_ROOM_FOR_TWO = 470


class FieldGrid(QWidget):
    """Holds field lines in tab order; wide ones take a row of their own."""

    def __init__(self, lines: list[FieldLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().scaled(16))
        self._grid.setVerticalSpacing(theme().scaled(12))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= theme().scaled(_ROOM_FOR_TWO) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for line in self._lines:
            self._grid.removeWidget(line)
        row = column = 0
        for line in self._lines:
            if line.spec.is_wide or columns == 1:
                row += 1 if column else 0
                self._grid.addWidget(line, row, 0, 1, columns)
                row, column = row + 1, 0
                continue
            self._grid.addWidget(line, row, column)
            row, column = (row, 1) if column == 0 else (row + 1, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
