"""A status as a word on a coloured ground."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.theme import current_palette, theme


class Kind(StrEnum):
    """How serious a status is; the values name colours of `Palette`."""

    NEUTRAL = "neutral"
    INFO = "info"
    GOOD = "good"
    ATTENTION = "attention"
    FAULT = "fault"


class Chip(QWidget):
    """One status; the word says it, the colour only helps."""

    def __init__(
        self, text: str = "", kind: Kind = Kind.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        self.show_status(text, kind)

    @property
    def text(self) -> str:
        return self._text

    @property
    def kind(self) -> Kind:
        return self._kind

    def show_status(self, text: str, kind: Kind) -> None:
        self._text, self._kind = text, kind
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._text, self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._text, self._kind)
        painter.end()


def chip_size(text: str, font: QFont) -> QSize:
    """Return the room a chip takes beside text in `font`; for delegates too."""
    metrics = QFontMetrics(_bold(font))
    padding = theme().scaled(10)
    return QSize(
        metrics.horizontalAdvance(text) + 2 * padding,
        metrics.height() + theme().scaled(5),
    )


def paint_chip(painter: QPainter, place: QRectF, text: str, kind: Kind) -> None:
    """Draw a chip that fills `place`, in the painter's font; for delegates too."""
    colours = current_palette()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(colours, f"{kind}_soft")))
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setPen(QColor(getattr(colours, kind)))
    painter.setFont(_bold(painter.font()))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    bold.setPointSizeF(font.pointSizeF() * 0.92)
    return bold
