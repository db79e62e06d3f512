"""Lays out a trend chart: room for the names, the axes, and where every figure lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from workbench.domain.notation import MONTHS
from workbench.figures.amounts import size_of, write_step
from workbench.figures.chart import LINE_HEIGHT, TEXT_SIZE, Axis, round_numbers, words
from workbench.figures.drawing import Anchor, Line, Point, Shape
from workbench.figures.lettering import text_width
from workbench.figures.sheet import Sheet
from workbench.figures.trend_series import TrendSeries, days_of

_HEIGHT = 0.5
_ABOVE = 2.0
_BELOW = 5.0
_WIDEST_NAMES = 0.32
_NUMBERS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """Where days and amounts lie.

    Attributes:
        numbers: Round ones on the upright axis.
        unit: Behind them: nothing, or a percent sign.
        names: Width of the room for names right of the lines.
        foot: Of the words below the days.
    """

    across: Axis
    up: Axis
    numbers: tuple[Fraction, ...]
    unit: str
    names: float
    foot: float

    def at(self, day: date, size: Fraction) -> Point:
        """Return where a figure lies."""
        return self.across.at(Fraction(day.toordinal())), self.up.at(size)


def plan_plot(
    series: Sequence[TrendSeries], sheet: Sheet, *, from_zero: bool, top: float
) -> Plot:
    """Return the axes in which all lines fit; without figures an empty plot of one day."""
    known = [
        point.amount for line in series for point in line.points if point.amount is not None
    ]
    sizes = [size_of(amount) for amount in known] or [Fraction(0), Fraction(1)]
    low, high = min(sizes), max(sizes)
    if from_zero:
        low, high = min(low, Fraction(0)), max(high, Fraction(0))
    numbers = round_numbers(low, high, _NUMBERS)
    unit = "%" if any(isinstance(amount, Fraction) for amount in known) else ""
    scale = sheet.text_scale
    size = TEXT_SIZE * scale
    left = max(text_width(write_step(number, unit), size) for number in numbers) + 2.0
    widest = max((text_width(line.name, size) for line in series), default=0.0)
    names = min(widest, sheet.width * _WIDEST_NAMES)
    head = top + _ABOVE * scale
    height = max(sheet.width * _HEIGHT, (len(series) + 1) * LINE_HEIGHT * scale)
    foot = head + height
    days = [day.toordinal() for day in days_of(series)] or [1]
    return Plot(
        across=Axis(
            low=Fraction(days[0]),
            high=Fraction(max(days[-1], days[0] + 1)),
            start=round(left + 3.0 * scale, 3),
            end=round(sheet.width - names - 5.5 * scale, 3),
        ),
        up=Axis(low=numbers[0], high=numbers[-1], start=round(foot, 3), end=round(head, 3)),
        numbers=tuple(numbers),
        unit=unit,
        names=names,
        foot=round(foot + _BELOW * scale, 3),
    )


def draw_axes(plot: Plot, days: Sequence[date], sheet: Sheet) -> list[Shape]:
    """Return faint lines with their numbers, and the days below as far as they fit."""
    colours, scale = sheet.colours, sheet.text_scale
    left, right = plot.across.start - 2.0 * scale, plot.across.end + 2.0 * scale
    shapes: list[Shape] = []
    for number in plot.numbers:
        y = plot.up.at(number)
        colour = colours.outline if number == plot.up.low else colours.grid
        shapes.append(Line(points=((left, y), (right, y)), colour=colour, width=0.25))
        shapes.append(
            words(
                sheet,
                left - 1.0,
                y + 0.9 * scale,
                write_step(number, plot.unit),
                anchor=Anchor.END,
                colour=colours.muted,
            )
        )
    return [*shapes, *_draw_days(plot, days, sheet)]


def _draw_days(plot: Plot, days: Sequence[date], sheet: Sheet) -> list[Shape]:
    scale, foot = sheet.text_scale, plot.up.start
    shapes: list[Shape] = []
    free = 0.0
    for day in days:
        x = plot.across.at(Fraction(day.toordinal()))
        tick = ((x, foot), (x, round(foot + 0.9 * scale, 3)))
        shapes.append(Line(points=tick, colour=sheet.colours.outline, width=0.25))
        text = write_moment(day, days)
        half = text_width(text, TEXT_SIZE * scale) / 2
        if x - half < free:
            continue
        free = x + half + 1.2 * scale
        shapes.append(words(sheet, x, foot + 3.9 * scale, text, anchor=Anchor.MIDDLE))
    return shapes


def write_moment(day: date, days: Sequence[date]) -> str:
    """Return a year when all days fall on the same date, else month and year."""
    if len({(other.month, other.day) for other in days}) == 1:
        return str(day.year)
    return f"{MONTHS[day.month - 1][:3]} {day.year}"
