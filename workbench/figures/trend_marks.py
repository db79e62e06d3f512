"""Draws the lines of a trend chart, their names at the end, and the breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from workbench.domain.notation import write_date
from workbench.figures.amounts import size_of, write_whole
from workbench.figures.chart import LINE_HEIGHT, TEXT_SIZE, words
from workbench.figures.drawing import (
    Anchor,
    Area,
    Line,
    Marker,
    Point,
    Shape,
    marker_rings,
)
from workbench.figures.lettering import fit_text
from workbench.figures.sheet import Sheet
from workbench.figures.trend_plot import Plot
from workbench.figures.trend_series import TrendBreak, TrendPoint, TrendSeries, days_of

_RADIUS = 0.95
_DASH = (1.6, 1.2)
_MARKERS = tuple(Marker)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """How one line looks; no two of the first thirty-six look alike."""

    colour: str
    marker: Marker
    is_hollow: bool
    width: float


def choose_pen(number: int, sheet: Sheet, *, is_main: bool) -> Pen:
    """Return the look of line `number` of a chart."""
    lines = sheet.colours.lines
    return Pen(
        colour=sheet.colours.ink if is_main else lines[number % len(lines)],
        marker=_MARKERS[(number + number // len(lines) // 2) % len(_MARKERS)],
        is_hollow=number // len(lines) % 2 == 1,
        width=0.7 if is_main else 0.45,
    )


def draw_line(
    line: TrendSeries, pen: Pen, plot: Plot, breaks: Sequence[TrendBreak], sheet: Sheet
) -> list[Shape]:
    """Return the line with its points, open at an unknown year and at a new method."""
    strokes: list[Shape] = []
    ordered = sorted(line.points, key=lambda point: point.day)
    for one, other in pairwise(ordered):
        if one.amount is None or other.amount is None or _is_broken(one, other, breaks):
            continue
        ends = (_place(one, plot), _place(other, plot))
        dash = _DASH if other.is_forecast else None
        strokes.append(Line(points=ends, colour=pen.colour, width=pen.width, dash=dash))
    known = (point for point in ordered if point.amount is not None)
    return [*strokes, *(_marker(line, point, pen, plot, sheet) for point in known)]


def draw_names(
    series: Sequence[TrendSeries], pens: Sequence[Pen], plot: Plot, sheet: Sheet
) -> list[Shape]:
    """Return the name of every line beside its last figure, moved apart where needed."""
    height = LINE_HEIGHT * sheet.text_scale
    ends = [(number, _end_of(line, plot)) for number, line in enumerate(series)]
    wanted = sorted((end[1], number, end) for number, end in ends if end is not None)
    heights = spread([y for y, _, _ in wanted], height, plot.up.end, plot.up.start)
    left = plot.across.end + 4.6 * sheet.text_scale
    shapes: list[Shape] = []
    for (y, number, (x, _)), at in zip(wanted, heights, strict=True):
        line, pen = series[number], pens[number]
        size = TEXT_SIZE * sheet.text_scale
        knee = ((x + 1.6, y), (left - 2.0 * sheet.text_scale, at), (left - 0.6, at))
        leader = tuple((round(px, 3), round(py, 3)) for px, py in knee)
        shapes.append(Line(points=leader, colour=pen.colour, width=0.18))
        foot = at + 0.9 * sheet.text_scale
        name = fit_text(line.name, plot.names + 0.2, size)
        shapes.append(
            words(sheet, left, foot, name, is_bold=line.is_main, colour=pen.colour)
        )
    return shapes


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return rising positions `gap` apart, near the rising `wanted` ones.

    They stay between `low` and `high` as long as there is room for all.
    """
    groups: list[tuple[float, int]] = []
    for position in wanted:
        middle, size = position, 1
        while groups and middle - groups[-1][0] < gap * (groups[-1][1] + size) / 2:
            other, count = groups.pop()
            middle = (other * count + middle * size) / (count + size)
            size += count
        groups.append((middle, size))
    found: list[float] = []
    for middle, size in groups:
        found.extend(middle + gap * (number - (size - 1) / 2) for number in range(size))
    for number, position in enumerate(found):
        found[number] = max(position, found[number - 1] + gap if number else low)
    for number in range(len(found) - 1, -1, -1):
        ceiling = found[number + 1] - gap if number + 1 < len(found) else high
        found[number] = min(found[number], ceiling)
    return found


def draw_breaks(
    breaks: Sequence[TrendBreak], series: Sequence[TrendSeries], plot: Plot, sheet: Sheet
) -> list[Shape]:
    """Return an upright line with a number for every break, between two figures."""
    days, colour = days_of(series), sheet.colours.ink
    shapes: list[Shape] = []
    top = plot.up.end
    for number, found in enumerate(breaks, start=1):
        earlier = max(day for day in days if day < found.day)
        moment = Fraction(earlier.toordinal() + found.day.toordinal(), 2)
        x = plot.across.at(moment)
        line = ((x, round(top - 1.2, 3)), (x, plot.up.start))
        shapes.append(Line(points=line, colour=colour, width=0.3, dash=(0.9, 0.7)))
        at = top - 2.0
        shapes.append(words(sheet, x, at, str(number), is_bold=True, anchor=Anchor.MIDDLE))
    return shapes


def _is_broken(one: TrendPoint, other: TrendPoint, breaks: Sequence[TrendBreak]) -> bool:
    return any(one.day < found.day <= other.day for found in breaks)


def _place(point: TrendPoint, plot: Plot) -> Point:
    assert point.amount is not None
    return plot.at(point.day, size_of(point.amount))


def _end_of(line: TrendSeries, plot: Plot) -> Point | None:
    known = [point for point in line.points if point.amount is not None]
    return _place(max(known, key=lambda point: point.day), plot) if known else None


def _marker(
    line: TrendSeries, point: TrendPoint, pen: Pen, plot: Plot, sheet: Sheet
) -> Area:
    forecast = ":prognose" if point.is_forecast else ""
    told = " (prognose)" if point.is_forecast else ""
    is_open = pen.is_hollow or point.is_forecast
    x, y = _place(point, plot)
    return Area(
        rings=marker_rings(pen.marker, x, y, _RADIUS * sheet.text_scale),
        fill=sheet.colours.paper if is_open else pen.colour,
        stroke=pen.colour,
        width=0.3,
        key=f"{line.key}:{point.day.isoformat()}{forecast}",
        label=f"{line.name}, {write_date(point.day)}: {write_whole(point.amount)}{told}",
    )
