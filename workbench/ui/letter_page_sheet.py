"""One page of a letter on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.letter_pages import PageSize
from workbench.ui.theme import current_palette


class LetterPageSheet(QWidget):
    """Paints a page; an older picture stays, stretched, until the new one is there."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.size_in_points = PageSize(width=595, height=842)
        self.drawn: tuple[int, float] = (0, 0.0)
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def has_picture(self) -> bool:
        return self._image is not None

    def set_scale(self, size: PageSize, scale: float) -> None:
        """Make room for a page of `size` at `scale` pixels of the window per point."""
        self.size_in_points = size
        self.setFixedSize(round(size.width * scale), round(size.height * scale))

    def show_image(self, image: QImage, drawn: tuple[int, float]) -> None:
        """Show a picture; `drawn` says of which PDF and at which scale."""
        self._image = image
        self.drawn = drawn
        self.update()

    def forget_image(self) -> None:
        """Give the memory of a page far out of sight back."""
        self._image = None
        self.drawn = (0, 0.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        page = self.rect().adjusted(0, 0, -1, -1)
        painter.fillRect(page, QColor("#FFFFFF"))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            whole = QRect(0, 0, self._image.width(), self._image.height())
            painter.drawImage(self.rect(), self._image, whole)
        painter.setPen(QColor(current_palette().edge))
        painter.drawRect(page)
        painter.end()
