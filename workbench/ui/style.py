"""Draws what Fusion draws too faintly: radio buttons, check boxes and the focus ring."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleOption,
    QTabBar,
    QWidget,
)

from workbench.ui.palette import LIGHT, Palette

_Primitive = QStyle.PrimitiveElement
_Metric = QStyle.PixelMetric
_State = QStyle.StateFlag
_INDICATORS = (_Primitive.PE_IndicatorRadioButton, _Primitive.PE_IndicatorCheckBox)
_INDICATOR_METRICS = frozenset(
    {
        _Metric.PM_IndicatorWidth,
        _Metric.PM_IndicatorHeight,
        _Metric.PM_ExclusiveIndicatorWidth,
        _Metric.PM_ExclusiveIndicatorHeight,
    }
)
_ICON_METRICS = frozenset(
    {
        _Metric.PM_ButtonIconSize,
        _Metric.PM_SmallIconSize,
        _Metric.PM_TabBarIconSize,
        _Metric.PM_ListViewIconSize,
    }
)
_CHOICES = (QStyle.ContentsType.CT_RadioButton, QStyle.ContentsType.CT_CheckBox)
_RINGED_BY_RULES = (QPushButton, QTabBar)
_INDICATOR = 18
_SMALLEST_TARGET = 26
_ICON = 16


class WorkbenchStyle(QProxyStyle):
    """Fusion with indicators and a focus ring of at least 3:1 in both schemes."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.colours: Palette = LIGHT
        self.zoom = 100

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in _INDICATOR_METRICS:
            return round(_INDICATOR * self.zoom / 100)
        if metric in _ICON_METRICS:
            return round(_ICON * self.zoom / 100)
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        # The stub of QProxyStyle (6.11) forbids the `None` that Qt passes.
        fitting = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind in _CHOICES:
            least = round(_SMALLEST_TARGET * self.zoom / 100)
            return fitting.expandedTo(QSize(least, least))
        return fitting

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in _INDICATORS:
            is_round = element == _Primitive.PE_IndicatorRadioButton
            self._draw_indicator(option, painter, is_round=is_round)
        elif element == _Primitive.PE_FrameFocusRect:
            if not isinstance(widget, _RINGED_BY_RULES):
                self._draw_focus_ring(option, painter)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def _draw_indicator(
        self, option: QStyleOption, painter: QPainter, *, is_round: bool
    ) -> None:
        state = option.state
        is_half = bool(state & _State.State_NoChange)
        is_on = bool(state & _State.State_On) or is_half
        fill, edge, width = self._indicator_colours(state, is_on=is_on)
        box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(fill if is_on and not is_round else self.colours.surface))
        if is_round:
            painter.drawEllipse(box)
        else:
            painter.drawRoundedRect(box, 3, 3)
        if is_on:
            self._draw_mark(painter, box, fill, is_round=is_round, is_half=is_half)
        painter.restore()

    def _indicator_colours(
        self, state: QStyle.StateFlag, *, is_on: bool
    ) -> tuple[str, str, float]:
        colours = self.colours
        if not state & _State.State_Enabled:
            return colours.faint, colours.faint, 1.5
        if state & _State.State_HasFocus:
            return colours.primary, colours.focus, 2.5
        return colours.primary, colours.primary if is_on else colours.edge, 1.75

    def _draw_mark(
        self, painter: QPainter, box: QRectF, fill: str, *, is_round: bool, is_half: bool
    ) -> None:
        if is_round:
            inset = box.width() * 0.25
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
            return
        stroke = QPen(QColor(self.colours.on_primary), box.width() / 7)
        stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(stroke)
        tick = ((0.22, 0.52), (0.42, 0.72), (0.79, 0.29))
        dash = ((0.25, 0.5), (0.75, 0.5))
        painter.drawPolyline(
            [
                QPointF(box.left() + x * box.width(), box.top() + y * box.height())
                for x, y in (dash if is_half else tick)
            ]
        )

    def _draw_focus_ring(self, option: QStyleOption, painter: QPainter) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.colours.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 3, 3)
        painter.restore()
