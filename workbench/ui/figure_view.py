"""Shows one figure, and lets mouse and keyboard point at its parts."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.figures.colours import IN_THE_DARK, ON_PAPER
from workbench.figures.drawing import MM_PER_POINT, Area, Drawing, Shape, Text
from workbench.figures.sheet import Sheet
from workbench.ui.figure_painter import area_path, paint_shapes
from workbench.ui.figure_pointing import find_key, find_neighbour
from workbench.ui.theme import current_palette, theme

DrawFigure = Callable[[Sheet], Drawing]

_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CHOOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_PIXELS_PER_MM = 4.0
_SMALLEST = 200
_TEXT_POINTS = 7.2
_LEGIBLE = 12.0
_LARGEST_TEXT = 1.35
_REACH = 12.0  # pixels; a target of 24 by 24


def screen_sheet(scale: float) -> Sheet:
    """Return what a figure is drawn on now, at `scale` pixels to the millimetre.

    A small figure gets larger letters, so that they stay legible.
    """
    colours = IN_THE_DARK if current_palette().is_dark else ON_PAPER
    wanted = theme().zoom / 100 * _LEGIBLE / (_TEXT_POINTS * MM_PER_POINT * scale)
    return Sheet(colours=colours, text_scale=min(max(round(wanted, 2), 1.0), _LARGEST_TEXT))


class FigureView(QWidget):
    """A figure whose parts can be pointed at: hover, arrow keys, click and Enter.

    The picture is kept per size and screen; pointing redraws only an outline. A screen
    reader hears the figure's description, and every part that the arrow keys reach.

    Signals:
        current_changed: Another part is pointed at; carries its key, "" for none.
        activated: A part was chosen by click or Enter; carries its key.
    """

    current_changed = Signal(str)
    activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw: DrawFigure | None = None
        self._drawing: Drawing | None = None
        self._sheet = screen_sheet(_PIXELS_PER_MM)
        self._pictures: tuple[QPixmap, QPixmap] | None = None
        self._current = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._draw_again)

    def show_figure(self, draw: DrawFigure) -> None:
        """Show what `draw` makes, now and again at every change of scheme."""
        self._draw = draw
        self._draw_again()

    def draw_on(self, sheet: Sheet) -> Drawing:
        """Return the figure on another sheet than the screen."""
        assert self._draw is not None
        return self._draw(sheet)

    @property
    def drawing(self) -> Drawing | None:
        return self._drawing

    @property
    def current(self) -> str:
        """Key of the part that is pointed at; empty for none."""
        return self._current

    @property
    def current_label(self) -> str:
        area = self._area(self._current)
        return area.label if area else ""

    def point_at(self, key: str) -> None:
        """Point at a part; an unknown key points at nothing."""
        key = key if self._area(key) else ""
        if key == self._current:
            return
        self._current = key
        self.update()
        self.current_changed.emit(key)

    def sizeHint(self) -> QSize:
        if self._drawing is None:
            return QSize(_SMALLEST, _SMALLEST)
        width = theme().scaled(round(self._drawing.width * _PIXELS_PER_MM))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_SMALLEST, min(_SMALLEST, self.heightForWidth(_SMALLEST)))

    def heightForWidth(self, width: int) -> int:
        if self._drawing is None:
            return _SMALLEST
        return round(width * self._drawing.height / self._drawing.width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._drawing and screen_sheet(self._scale(self._drawing)) != self._sheet:
            self._draw_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        below, above = self._fresh_pictures(self._drawing)
        painter = QPainter(self)
        painter.drawPixmap(self._origin(), below)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area(self._current)
        if area is not None:
            self._paint_mark(area, painter)
        elif self.hasFocus():
            painter.setPen(QPen(QColor(current_palette().focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.drawPixmap(self._origin(), above)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_at(self._key_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self.point_at("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key = self._key_at(event.position())
        if key and event.button() == Qt.MouseButton.LeftButton:
            self.point_at(key)
            self.activated.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _DIRECTIONS:
            self._walk(*_DIRECTIONS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._announce(self._keys()[0 if key == Qt.Key.Key_Home else -1 :][:1])
        elif key in _CHOOSES and self._current:
            self.activated.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.point_at("")
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            area = self._area(self._key_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), area.label if area else "", self)
            return True
        return super().event(event)

    def _draw_again(self) -> None:
        if self._draw is None:
            return
        scale = self._scale(self._drawing) if self._drawing else _PIXELS_PER_MM
        self._sheet = screen_sheet(scale)
        self._drawing = self._draw(self._sheet)
        self._pictures = None
        self.setAccessibleName(self._drawing.title)
        self.setAccessibleDescription(self._drawing.alt)
        if not self._area(self._current):
            self.point_at("")
        self.updateGeometry()
        self.update()

    def _fresh_pictures(self, drawing: Drawing) -> tuple[QPixmap, QPixmap]:
        """Return the shapes and, to lie above the mark, the texts."""
        ratio = self.devicePixelRatioF()
        scale = self._scale(drawing) * ratio
        size = QSize(round(drawing.width * scale), round(drawing.height * scale))
        if self._pictures is None or self._pictures[0].size() != size:
            texts = [shape for shape in drawing.shapes if isinstance(shape, Text)]
            others = [shape for shape in drawing.shapes if not isinstance(shape, Text)]
            self._pictures = (
                _paint_picture(others, size, scale, ratio),
                _paint_picture(texts, size, scale, ratio),
            )
        return self._pictures

    def _paint_mark(self, area: Area, painter: QPainter) -> None:
        assert self._drawing is not None
        colours = current_palette()
        scale = self._scale(self._drawing)
        painter.save()
        painter.translate(self._origin())
        painter.scale(scale, scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((colours.surface, 5.0), (colours.mark, 2.6)):
            pen = QPen(QColor(colour), width / scale)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(area_path(area))
        painter.restore()

    def _scale(self, drawing: Drawing) -> float:
        return max(min(self.width() / drawing.width, self.height() / drawing.height), 0.1)

    def _origin(self) -> QPointF:
        if self._drawing is None:
            return QPointF()
        scale = self._scale(self._drawing)
        return QPointF(
            (self.width() - self._drawing.width * scale) / 2,
            (self.height() - self._drawing.height * scale) / 2,
        )

    def _keys(self) -> list[str]:
        return [area.key for area in self._drawing.keyed_areas] if self._drawing else []

    def _area(self, key: str) -> Area | None:
        if self._drawing is None or not key:
            return None
        return next((area for area in self._drawing.keyed_areas if area.key == key), None)

    def _key_at(self, position: QPointF) -> str:
        if self._drawing is None:
            return ""
        scale = self._scale(self._drawing)
        at = (position - self._origin()) / scale
        return find_key(self._drawing.keyed_areas, at, _REACH / scale)

    def _walk(self, across: int, down: int) -> None:
        """Go to the nearest part that lies more in this direction than beside it."""
        start = self._area(self._current)
        if start is None or self._drawing is None:
            self._announce(self._keys()[:1])
            return
        found = find_neighbour(self._drawing.keyed_areas, start, across, down)
        self._announce([found] if found else [])

    def _announce(self, keys: list[str]) -> None:
        for key in keys:
            self.point_at(key)
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self, self.current_label)
            )


def _paint_picture(
    shapes: Iterable[Shape], size: QSize, scale: float, ratio: float
) -> QPixmap:
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_shapes(shapes, painter, scale)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
