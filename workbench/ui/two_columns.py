"""Puts two columns side by side where there is room, and below each other where not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.theme import theme

_ROOM = 860


class TwoColumns(QWidget):
    """Two columns of cards; `left` and `right` take the cards."""

    def __init__(
        self, shares: tuple[int, int] = (5, 6), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._shares = shares
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 12, 6, 8)
        self._row.setSpacing(14)
        for column, share in zip((self.left, self.right), shares, strict=True):
            column.setSpacing(14)
            self._row.addLayout(column, share)
        # Side by side they may ask for more than there is; then they go below each other.
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def give_left(self, *, has_all: bool) -> None:
        """Let the left column have all the room, or its share again."""
        self._row.setStretch(1, 0 if has_all else self._shares[1])

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= theme().scaled(_ROOM)
        side, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(side if has_room else below)
