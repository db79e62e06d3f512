"""A field for several lines that is as high as its text needs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from workbench.ui.theme import theme


class GrowingEdit(QPlainTextEdit):
    """Grows from `fewest` to `most` lines; Tab goes to the next field."""

    def __init__(
        self, fewest: int = 2, most: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fewest = fewest
        self._most = most
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme().changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(theme().scaled(240), self._needed())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_long = self._lines() > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(
            policy if is_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        needed = self._needed()
        if needed != self.height():
            self.setFixedHeight(needed)

    def _needed(self) -> int:
        shown = min(max(self._lines(), self._fewest), self._most)
        around = 2 * self.document().documentMargin() + theme().scaled(14) + 8
        return round(shown * self.fontMetrics().lineSpacing() + around)

    def _lines(self) -> int:
        return round(self.document().size().height())
