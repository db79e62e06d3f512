"""Draws a figure with QPainter: on a widget, in a picture, or as the bytes of a PNG."""

from collections.abc import Iterable
from functools import lru_cache
from math import cos, pi, sin

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from workbench.figures.drawing import (
    HALO_WIDTH,
    HATCH_WIDTH,
    MM_PER_POINT,
    Anchor,
    Area,
    Drawing,
    Line,
    Shape,
    Text,
)
from workbench.ui.theme import FONT_FAMILY

_MM_PER_INCH = 25.4
_RINGS = ((1.0, 8), (0.5, 4))
_FINE = 2.5
_FINE_RINGS = ((1.0, 12), (0.55, 8))
_SHIFT = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def paint_drawing(drawing: Drawing, painter: QPainter, scale: float) -> None:
    """Draw at the painter's origin, with `scale` pixels to the millimetre."""
    paint_shapes(drawing.shapes, painter, scale)


def paint_shapes(shapes: Iterable[Shape], painter: QPainter, scale: float) -> None:
    """Draw some of the shapes of a drawing, as `paint_drawing` draws all."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for shape in shapes:
        if isinstance(shape, Text):
            _paint_text(shape, painter, scale)
            continue
        painter.save()
        painter.scale(scale, scale)
        if isinstance(shape, Area):
            _paint_area(shape, painter)
        else:
            _paint_line(shape, painter)
        painter.restore()
    painter.restore()


def write_png(drawing: Drawing, dots_per_inch: int = 192) -> bytes:
    """Return the figure as a PNG on its own paper."""
    scale = dots_per_inch / _MM_PER_INCH
    image = QImage(
        round(drawing.width * scale),
        round(drawing.height * scale),
        QImage.Format.Format_RGB32,
    )
    image.setDotsPerMeterX(round(scale * 1000))
    image.setDotsPerMeterY(round(scale * 1000))
    image.fill(QColor(drawing.paper))
    painter = QPainter(image)
    paint_drawing(drawing, painter, scale)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@lru_cache(maxsize=128)
def area_path(area: Area) -> QPainterPath:
    """Return the outline of an area in millimetres; do not change it, it is kept."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in area.rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    return path


def _paint_area(area: Area, painter: QPainter) -> None:
    painter.setPen(
        _pen(area.stroke, area.width) if area.stroke else QPen(Qt.PenStyle.NoPen)
    )
    painter.setBrush(QColor(area.fill) if area.fill else Qt.BrushStyle.NoBrush)
    painter.drawPath(area_path(area))
    if area.hatch:
        painter.setPen(_pen(area.hatch, HATCH_WIDTH))
        painter.drawLines(
            [QLineF(x1, y1, x2, y2) for (x1, y1), (x2, y2) in area.hatch_lines]
        )


def _paint_line(line: Line, painter: QPainter) -> None:
    pen = _pen(line.colour, line.width)
    if line.dash is not None:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # a round end would fill the gaps
        pen.setDashPattern([length / line.width for length in line.dash])
    painter.setPen(pen)
    painter.drawPolyline([QPointF(x, y) for x, y in line.points])


def _paint_text(text: Text, painter: QPainter, scale: float) -> None:
    """Draw in pixels rather than millimetres, so that the letters stay sharp."""
    font = QFont(FONT_FAMILY)
    font.setPixelSize(max(1, round(text.size * MM_PER_POINT * scale)))
    font.setBold(text.is_bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    width = QFontMetricsF(font).horizontalAdvance(text.text)
    at = QPointF(text.x * scale - width * _SHIFT[text.anchor], text.y * scale)
    painter.setFont(font)
    if text.halo:
        _paint_halo(text, at, painter, HALO_WIDTH / 2 * scale)
    painter.setPen(QColor(text.colour))
    painter.drawText(at, text.text)


def _paint_halo(text: Text, at: QPointF, painter: QPainter, radius: float) -> None:
    """Draw the letters again all around; stroking their outlines takes four times longer.

    An inner ring of copies closes the gap that thin letters would leave.
    """
    painter.setPen(QColor(text.halo or ""))
    for part, copies in _RINGS if radius < _FINE else _FINE_RINGS:
        for number in range(copies):
            angle = 2 * pi * number / copies
            shift = QPointF(radius * part * cos(angle), radius * part * sin(angle))
            painter.drawText(at + shift, text.text)


def _pen(colour: str, width: float) -> QPen:
    return QPen(
        QColor(colour),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
