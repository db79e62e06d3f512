"""A radio button whose text may take several lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QSizePolicy, QWidget

from workbench.ui.theme import theme


class ChoiceRow(QWidget):
    """One choice; pressing anywhere on the row chooses it."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.button = QRadioButton()
        self.button.setAccessibleName(text)
        self.button.setObjectName(f"choice-{key}")
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._label = QLabel(text)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self.setMinimumHeight(theme().scaled(28))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().scaled(6))
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        beside = (self.button.sizeHint().height() - self.fontMetrics().height()) // 2
        self._label.setContentsMargins(0, max(beside, 0), 0, max(beside, 0))
        layout.addWidget(self._label, 1, Qt.AlignmentFlag.AlignTop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.pos()
        ):
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()
