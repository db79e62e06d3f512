"""Places the parts of the checklist beside or below each other, as the width allows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.checklist_conclusion import ConclusionPanel
from workbench.ui.checklist_stepper import ChecklistStepper
from workbench.ui.icons import put_icon
from workbench.ui.theme import set_look, theme

_ROOM_FOR_STEPPER = 860
_ROOM_FOR_PANEL = 700
_STEPPER_WIDTH = 214
_NO_LIMIT = 16_777_215


class ChecklistFrame(QWidget):
    """Stepper, page with its buttons, and conclusion panel; knows nothing of a case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stepper = ChecklistStepper()
        self.panel = ConclusionPanel()
        self.pages = QStackedWidget()
        self.previous = QPushButton(self.tr("Vorige"))
        self.next_open = QPushButton(self.tr("Volgende open vraag"))
        self.next = QPushButton(self.tr("Volgende"))
        self.splitter = QSplitter(Qt.Orientation.Vertical)  # the narrowest way first
        self._is_arranged = False
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._build()
        self._add_shortcuts()
        theme().changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addLayout(self._make_buttons())
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(middle)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self._columns.setContentsMargins(0, 8, 0, 0)
        self._columns.setSpacing(8)
        self._columns.addWidget(self.stepper)
        self._columns.addWidget(self.splitter, 1)

    def _make_buttons(self) -> QHBoxLayout:
        put_icon(self.previous, "arrow-left", "accent")
        put_icon(self.next, "arrow-right", "on_primary")
        set_look(self.next, "primary")
        set_look(self.next_open, "quiet")
        self.previous.setToolTip(self.tr("Vorige stap (Alt+Pijl links)"))
        self.next.setToolTip(self.tr("Volgende stap (Alt+Pijl rechts)"))
        words = self.tr("Naar de vraag waar de conclusie het meest op wacht (Ctrl+J)")
        self.next_open.setToolTip(words)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.previous)
        row.addStretch(1)
        row.addWidget(self.next_open)
        row.addWidget(self.next)
        return row

    def _add_shortcuts(self) -> None:
        for keys, button in (
            ("Alt+Left", self.previous),
            ("Alt+Right", self.next),
            ("Ctrl+J", self.next_open),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def _arrange(self) -> None:
        is_narrow = self.width() < theme().scaled(_ROOM_FOR_STEPPER)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom
            if is_narrow
            else QBoxLayout.Direction.LeftToRight
        )
        self.stepper.show_narrow(is_narrow)
        width = theme().scaled(_STEPPER_WIDTH)
        self.stepper.setMinimumWidth(0 if is_narrow else width)
        self.stepper.setMaximumWidth(_NO_LIMIT if is_narrow else width)
        has_room = self.width() >= theme().scaled(_ROOM_FOR_PANEL)
        orientation = Qt.Orientation.Horizontal if has_room else Qt.Orientation.Vertical
        if orientation != self.splitter.orientation() or not self._is_arranged:
            self._is_arranged = True
            self.splitter.setOrientation(orientation)
            self.splitter.setSizes([600, 340] if has_room else [600, 220])
        self.panel.setMinimumWidth(theme().scaled(270) if has_room else 0)
