"""Shows how far a procedure is: numbered circles joined by a line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.theme import current_palette, theme

_CIRCLE = 22
_GAP = 5


class StepBar(QWidget):
    """Steps in a row: those before the current one are ticked off."""

    def __init__(
        self, steps: Sequence[str] = (), current: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._steps: tuple[str, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        self.show_steps(steps, current)

    def show_steps(self, steps: Sequence[str], current: int) -> None:
        """Show `steps`; `current` counts from 0, and is their number when all are done."""
        self._steps, self._current = tuple(steps), current
        count = len(self._steps)
        if current < count:
            name = self.tr("Stap {number} van {count}: {step}").format(
                number=current + 1, count=count, step=self._steps[current]
            )
        else:
            name = self.tr("Alle {count} stappen zijn gedaan").format(count=count)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font(is_bold=True))
        width = sum(metrics.horizontalAdvance(step) + 24 for step in self._steps)
        height = theme().scaled(_CIRCLE + _GAP) + metrics.height() + 4
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(len(self._steps)):
            self._paint_line(painter, number)
        for number in range(len(self._steps)):
            self._paint_circle(painter, number)
            self._paint_name(painter, number)
        painter.end()

    def _paint_line(self, painter: QPainter, number: int) -> None:
        if number + 1 == len(self._steps):
            return
        colours = current_palette()
        is_done = number < self._current
        painter.setPen(QPen(QColor(colours.primary if is_done else colours.edge), 2))
        y = self._circle(number).center().y()
        painter.drawLine(
            QPointF(self._circle(number).right() + 3, y),
            QPointF(self._circle(number + 1).left() - 3, y),
        )

    def _paint_circle(self, painter: QPainter, number: int) -> None:
        colours = current_palette()
        circle = self._circle(number)
        is_done, is_current = number < self._current, number == self._current
        edge = colours.primary if is_done or is_current else colours.edge
        painter.setPen(QPen(QColor(edge), 2.5 if is_current else 1.75))
        painter.setBrush(QColor(colours.primary if is_done else colours.surface))
        painter.drawEllipse(circle)
        if is_done:
            pen = QPen(QColor(colours.on_primary), circle.width() / 10)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(
                [
                    QPointF(
                        circle.left() + x * circle.width(),
                        circle.top() + y * circle.height(),
                    )
                    for x, y in ((0.28, 0.52), (0.44, 0.68), (0.74, 0.34))
                ]
            )
            return
        painter.setPen(QColor(colours.ink if is_current else colours.muted))
        painter.setFont(self._font(is_bold=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _paint_name(self, painter: QPainter, number: int) -> None:
        colours = current_palette()
        is_current = number == self._current
        painter.setFont(self._font(is_bold=is_current))
        painter.setPen(QColor(colours.ink if is_current else colours.muted))
        top = self._circle(number).bottom() + theme().scaled(_GAP)
        place = QRectF(number * self._pitch(), top, self._pitch() - 6, self.height() - top)
        metrics = QFontMetrics(painter.font())
        name = metrics.elidedText(
            self._steps[number], Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, name)

    def _circle(self, number: int) -> QRectF:
        size = theme().scaled(_CIRCLE)
        return QRectF(number * self._pitch() + 1.5, 1.5, size, size)

    def _pitch(self) -> float:
        return self.width() / max(len(self._steps), 1)

    def _font(self, *, is_bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.95)
        font.setBold(is_bold)
        return font
