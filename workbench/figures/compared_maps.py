"""Makes two maps beside each other with one legend: two years, or two scenarios."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbench.domain.fte import Fte
from workbench.domain.notation import UNKNOWN, write_change, write_fte, write_list
from workbench.domain.place import PROVINCES
from workbench.figures.amount_maps import plan_circles, show_amounts
from workbench.figures.amounts import say_unknown, size_of, write_points
from workbench.figures.chart import words
from workbench.figures.drawing import Anchor, Drawing, Shape
from workbench.figures.geography import map_height, outlines
from workbench.figures.map_legend import draw_circle_legend, draw_legend_band
from workbench.figures.map_shades import (
    Measure,
    measure_shades,
    show_value,
    unknown_shade,
    write_measure,
)
from workbench.figures.map_shapes import Shown, draw_places
from workbench.figures.map_sheet import Caption, credit_map
from workbench.figures.sheet import PAPER, Sheet

_BETWEEN = 4.0
_TITLE = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareSide:
    """One of two maps: what it is called, and its shares or growth by province code."""

    name: str
    values: Mapping[str, Fraction | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountSide:
    """One of two maps: what it is called, and its fte by province code."""

    name: str
    values: Mapping[str, Fte | None]


def compared_maps(
    sides: tuple[ShareSide, ShareSide],
    caption: Caption,
    *,
    measure: Measure = Measure.SHARE,
    edge: Fraction | None = None,
    sheet: Sheet = PAPER,
) -> Drawing:
    """Return two maps in the same classes; keys are such as "PV22:1 januari 2024".

    The names of the sides differ. `edge` is that of `growth_map` and `points_map`.
    """
    shades = measure_shades(measure, edge, sheet.colours)
    unknown = unknown_shade(sheet.colours)
    band, top = draw_legend_band((*shades, unknown), caption.subject, sheet)
    shown = [
        {
            place.code: show_value(
                side.values.get(place.code), measure, edge, shades, unknown
            )
            for place in PROVINCES
        }
        for side in sides
    ]
    names = (sides[0].name, sides[1].name)
    rows = [
        _row(
            place.name,
            sides[0].values.get(place.code),
            sides[1].values.get(place.code),
            measure,
        )
        for place in PROVINCES
    ]
    return _pair(names, shown, caption, rows, (band, top), sheet, unit="procentpunt")


def compared_amounts(
    sides: tuple[AmountSide, AmountSide], caption: Caption, *, sheet: Sheet = PAPER
) -> Drawing:
    """Return two maps with circles on one scale; keys as in `compared_maps`."""
    circles = plan_circles([side.values for side in sides], _width(sheet))
    band, top = draw_legend_band((unknown_shade(sheet.colours),), caption.subject, sheet)
    fill = sheet.colours.steps[2]
    top += 1.2
    legend, foot = draw_circle_legend(circles.legend, circles.per_root, fill, top, sheet)
    shown = [show_amounts(side.values, circles, sheet, is_small=True) for side in sides]
    rows = [
        _amount_row(place.name, *(side.values.get(place.code) for side in sides))
        for place in PROVINCES
    ]
    names = (sides[0].name, sides[1].name)
    return _pair(names, shown, caption, rows, ([*band, *legend], foot), sheet, unit="fte")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One province in the table: both values, what lies between, and how much that is."""

    name: str
    first: str
    second: str
    difference: str
    size: Fraction | None


def _pair(
    names: tuple[str, str],
    shown: Sequence[Mapping[str, Shown]],
    caption: Caption,
    rows: Sequence[_Row],
    legend: tuple[list[Shape], float],
    sheet: Sheet,
    *,
    unit: str,
) -> Drawing:
    shapes, top = legend
    width = _width(sheet)
    title = _TITLE * sheet.text_scale
    for number, (name, provinces) in enumerate(zip(names, shown, strict=True)):
        left = number * (width + _BETWEEN)
        middle, foot = left + width / 2, top + title - 1.6
        shapes.append(words(sheet, middle, foot, name, is_bold=True, anchor=Anchor.MIDDLE))
        drawn = outlines(width)
        at = (round(left, 3), round(top + title, 3))
        shapes.extend(draw_places(drawn, provinces, sheet, moment=name, at=at))
    return Drawing(
        title=caption.title,
        width=sheet.width,
        height=round(top + title + map_height(width), 3),
        shapes=tuple(shapes),
        alt=_describe(names, rows, caption, unit),
        header=("Provincie", *names, f"Verschil ({unit})"),
        rows=tuple((row.name, row.first, row.second, row.difference) for row in rows),
        source=credit_map(caption.source),
        is_number=(False, True, True, True),
        paper=sheet.colours.paper,
    )


def _width(sheet: Sheet) -> float:
    return round((sheet.width - _BETWEEN) / 2, 3)


def _row(
    name: str, before: Fraction | None, after: Fraction | None, measure: Measure
) -> _Row:
    size = None if before is None or after is None else after - before
    return _Row(
        name=name,
        first=write_measure(before, measure),
        second=write_measure(after, measure),
        difference=write_points(size),
        size=size,
    )


def _amount_row(name: str, before: Fte | None, after: Fte | None) -> _Row:
    change = None if before is None or after is None else after - before
    return _Row(
        name=name,
        first=write_fte(before),
        second=write_fte(after),
        difference=write_change(change),
        size=None if change is None else size_of(change),
    )


def _describe(
    names: tuple[str, str], rows: Sequence[_Row], caption: Caption, unit: str
) -> str:
    """Say the largest rise and fall first, then what is unknown, then every province."""
    sentences = [f"Twee kaarten van Nederland. {caption.subject}: {write_list([*names])}."]
    known = [(row.size, row) for row in rows if row.size is not None]
    for word, sign in (("stijging", 1), ("daling", -1)):
        found = [(sign * size, row) for size, row in known if sign * size > 0]
        if found:
            most = max(found, key=lambda pair: pair[0])[1]
            told = f"{most.name}, {most.difference} {unit}"
            sentences.append(f"De grootste {word}: {told}.")
    sentences.extend(say_unknown(row.name for row in rows if row.size is None))
    for row in rows:
        if {row.first, row.second} == {UNKNOWN}:
            continue
        sentences.append(f"{row.name}: {row.first} en {row.second} ({row.difference}).")
    return " ".join(sentences)
