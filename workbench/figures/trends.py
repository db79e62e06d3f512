"""Makes lines through the years, with forecasts dashed and every break of method shown."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from workbench.domain.notation import UNKNOWN, write_date, write_list
from workbench.figures.amounts import (
    say_extremes,
    size_of,
    write_amount,
    write_step,
    write_whole,
)
from workbench.figures.chart import end_sentence, paragraph
from workbench.figures.drawing import Drawing, Shape
from workbench.figures.map_sheet import Caption
from workbench.figures.sheet import PAPER, Sheet
from workbench.figures.trend_marks import choose_pen, draw_breaks, draw_line, draw_names
from workbench.figures.trend_plot import Plot, draw_axes, plan_plot
from workbench.figures.trend_series import TrendBreak, TrendPoint, TrendSeries, days_of

_Cell = TypeVar("_Cell", str, bool)


def trend_lines(
    series: Sequence[TrendSeries],
    caption: Caption,
    breaks: Sequence[TrendBreak] = (),
    *,
    from_zero: bool = True,
    sheet: Sheet = PAPER,
) -> Drawing:
    """Return one line per place; an unknown year and a break of method leave it open.

    The axis begins at zero; with `from_zero` off it begins just below the lowest figure
    and the chart says so. Keys are such as "PV22:2023-01-01".
    """
    days = days_of(series)
    shown = sorted(
        (one for one in breaks if days and days[0] < one.day <= days[-1]),
        key=lambda one: one.day,
    )
    plot = plan_plot(series, sheet, from_zero=from_zero, top=4.0 if shown else 0.5)
    pens = [choose_pen(at, sheet, is_main=one.is_main) for at, one in enumerate(series)]
    shapes = [*draw_axes(plot, days, sheet), *draw_breaks(shown, series, plot, sheet)]
    for line, pen in zip(series, pens, strict=True):
        shapes.extend(draw_line(line, pen, plot, shown, sheet))
    shapes.extend(draw_names(series, pens, plot, sheet))
    notes = _notes(series, shown, plot)
    words, height = _write_notes(notes, plot.foot, sheet)
    return Drawing(
        title=caption.title,
        width=sheet.width,
        height=round(height + 0.6, 3),
        shapes=(*shapes, *words),
        alt=_describe(series, caption, notes),
        header=("Peildatum", *(line.name for line in series), *_if(shown, "Let op")),
        rows=_rows(series, days, shown),
        source=end_sentence(caption.source),
        is_number=(False, *(True for _ in series), *_if(shown, False)),
        paper=sheet.colours.paper,
    )


def _if(shown: Sequence[TrendBreak], cell: _Cell) -> list[_Cell]:
    """Return the cell of the column about breaks; a chart without them has none."""
    return [cell] if shown else []


def _write_notes(
    notes: Sequence[str], top: float, sheet: Sheet
) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    for note in notes:
        lines, top = paragraph(sheet, top + 0.4, note)
        shapes.extend(lines)
    return shapes, top


def _notes(
    series: Sequence[TrendSeries], breaks: Sequence[TrendBreak], plot: Plot
) -> list[str]:
    """Return what has to be said below the chart, one sentence each."""
    points = [point for line in series for point in line.points]
    notes = [
        f"{number}. Vanaf {write_date(found.day)} anders geteld: {end_sentence(found.note)}"
        for number, found in enumerate(breaks, start=1)
    ]
    if breaks:
        notes.append("Over zo'n grens heen zijn de cijfers niet te vergelijken.")
    if any(point.is_forecast for point in points):
        notes.append("Streepjeslijn met open punten: prognose.")
    if any(point.amount is None for point in points):
        notes.append("Een jaar zonder punt: onbekend.")
    if plot.up.low > 0:
        unit = plot.unit or " fte"
        start = write_step(plot.up.low, unit)
        notes.append(f"Let op: de as begint bij {start} en niet bij nul.")
    return notes


def _rows(
    series: Sequence[TrendSeries], days: Sequence[date], breaks: Sequence[TrendBreak]
) -> tuple[tuple[str, ...], ...]:
    told = {found.day: end_sentence(found.note) for found in breaks}
    rows: list[tuple[str, ...]] = []
    for day in days:
        cells = tuple(_cell(line, day) for line in series)
        since = [note for start, note in told.items() if start == day]
        rows.append((write_date(day), *cells, *_if(breaks, " ".join(since))))
    return tuple(rows)


def _cell(line: TrendSeries, day: date) -> str:
    found = [_write_point(point) for point in line.points if point.day == day]
    return "; ".join(found) or "–"


def _write_point(point: TrendPoint) -> str:
    told = " (prognose)" if point.is_forecast and point.amount is not None else ""
    return f"{write_amount(point.amount)}{told}"


def _describe(series: Sequence[TrendSeries], caption: Caption, notes: Sequence[str]) -> str:
    """Say who is highest at the end, what each line does, and what to know of the chart."""
    sentences = [f"Lijndiagram. {end_sentence(caption.subject)}"]
    known = [_known(line) for line in series]
    sentences.extend(_say_ends(series))
    sentences.extend(
        _say_line(line, points) for line, points in zip(series, known, strict=True)
    )
    return " ".join([*sentences, *notes])


def _say_ends(series: Sequence[TrendSeries]) -> list[str]:
    """Say who is highest and lowest on the last day that is no forecast."""
    actual = [
        (point.day, line.name, point.amount)
        for line in series
        for point in line.points
        if not point.is_forecast
    ]
    last = max((day for day, _, _ in actual), default=None)
    ends = [(name, amount) for day, name, amount in actual if day == last]
    return say_extremes(ends, f" op {write_date(last)}") if len(ends) > 1 else []


def _known(line: TrendSeries) -> list[TrendPoint]:
    points = sorted(line.points, key=lambda point: point.day)
    return [point for point in points if point.amount is not None]


def _say_line(line: TrendSeries, points: Sequence[TrendPoint]) -> str:
    """Say where a line begins and ends, and which days are unknown."""
    missing = [write_date(point.day) for point in line.points if point.amount is None]
    unclear = f" Onbekend op {write_list(missing)}." if missing else ""
    if not points:
        return f"{line.name}: {UNKNOWN}.{unclear}"
    first, last = points[0], points[-1]
    told = f"{line.name}: {write_whole(first.amount)} op {write_date(first.day)}"
    if last is not first:
        forecast = " (prognose)" if last.is_forecast else ""
        told += f", {_direction(first, last)} {write_whole(last.amount)}"
        told += f" op {write_date(last.day)}{forecast}"
    return f"{told}.{unclear}"


def _direction(first: TrendPoint, last: TrendPoint) -> str:
    assert first.amount is not None
    assert last.amount is not None
    before, after = size_of(first.amount), size_of(last.amount)
    if before == after:
        return "even hoog met"
    return "gestegen naar" if after > before else "gedaald naar"
