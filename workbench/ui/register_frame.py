"""Puts a table and the chosen row's details side by side, or below each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.calm_combo import CalmCombo
from workbench.ui.icons import put_icon
from workbench.ui.page import scrolling
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.theme import theme
from workbench.ui.widgets.labels import muted

_ROOM_FOR_TWO = 900
_LEAST_HEIGHT = 150


class RegisterFrame(QWidget):
    """A register: what it is for, its table, and room for details in `details`.

    Signals:
        pointed: The user went to another row; carries it, `None` without one.
        add_asked: The user wants a new entry.
    """

    pointed = Signal(object)
    add_asked = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        key: Callable[[Any], str],
        *,
        intro: str = "",
        add: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._current = ""
        self._places: dict[str, int] = {}
        self._is_showing = False
        self.panel = RowsPanel(name, columns)
        self.add = QPushButton(add)
        self.intro = muted(intro)
        self.head = QHBoxLayout()
        inside = QWidget()
        inside.setObjectName("page")
        self.details = QVBoxLayout(inside)
        self._detail_area = scrolling(inside)
        content = QWidget()
        self._area = scrolling(content)
        self.splitter = QSplitter()
        self._build(content, add)
        self.panel.pointed.connect(self._point)
        self.panel.chosen.connect(lambda _row: self.show_details())
        self.add.clicked.connect(self.add_asked)

    @property
    def current(self) -> Any:
        """The row whose details are shown; `None` without one."""
        return self.panel.current

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows and stay at the same one; without it go to the first."""
        self._is_showing = True
        self._places = {self._key(row): place for place, row in enumerate(rows)}
        self.panel.show_rows(rows)
        if not self.choose(self._current):
            self.panel.choose_first()
        self._is_showing = False
        self._point(self.panel.current)

    def choose(self, key: str) -> bool:
        """Go to the row with `key`; whether it is shown."""
        place = self._places.get(key)
        if place is None:
            return False
        index = self.panel.shown.mapFromSource(self.panel.model.index(place, 0))
        if index.isValid():
            self.panel.table.setCurrentIndex(index)
        return index.isValid()

    def show_details(self) -> None:
        """Bring the details into view and the keyboard to their first field."""
        self._detail_area.verticalScrollBar().setValue(0)
        self._area.ensureWidgetVisible(self._detail_area)
        fields = self._detail_area.findChildren(QWidget)
        first = next((one for one in fields if _takes_typing(one)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= theme().scaled(_ROOM_FOR_TWO)
        side, below = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        wanted = side if has_room else below
        if wanted != self.splitter.orientation():
            self.splitter.setOrientation(wanted)
            self.splitter.setSizes([1, 1] if wanted == below else self._side_by_side())

    def _build(self, content: QWidget, add: str) -> None:
        put_icon(self.add, "plus", "accent")
        self.add.setVisible(bool(add))
        self.head.addWidget(self.intro, 1)
        self.head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.details.setContentsMargins(8, 0, 6, 6)
        self.details.setSpacing(12)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme().scaled(5))
        for part in (self.panel, self._detail_area):
            part.setMinimumHeight(theme().scaled(_LEAST_HEIGHT))
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes(self._side_by_side())
        content.setObjectName("page")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addLayout(self.head)
        column.addWidget(self.splitter, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _side_by_side(self) -> list[int]:
        return [theme().scaled(600), theme().scaled(430)]

    def _point(self, row: Any) -> None:
        if self._is_showing:
            return
        self._current = self._key(row) if row is not None else ""
        self.pointed.emit(row)


def _takes_typing(one: QWidget) -> bool:
    return isinstance(one, QLineEdit | QPlainTextEdit | CalmCombo) and one.isVisible()
