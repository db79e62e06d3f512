"""Makes maps of the provinces: shares, growth, differences, and changes of one case."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from workbench.domain.fte import Fte
from workbench.domain.notation import UNKNOWN, write_share
from workbench.domain.place import PROVINCES
from workbench.figures.amounts import Amount, say_extremes, write_whole_delta
from workbench.figures.drawing import Drawing
from workbench.figures.map_shades import (
    CLASSES,
    Measure,
    change_signs,
    measure_shades,
    share_class,
    show_change,
    show_value,
    unknown_shade,
    write_measure,
)
from workbench.figures.map_sheet import Caption, Shade, Shown, draw_map
from workbench.figures.sheet import PAPER, Sheet

__all__ = [
    "CLASSES",
    "Measure",
    "change_map",
    "growth_map",
    "points_map",
    "province_map",
    "share_class",
]

Share = Fraction | Decimal


def province_map(
    values: Mapping[str, Share | None],
    caption: Caption,
    *,
    write: Callable[[Fraction], str] = write_share,
    sheet: Sheet = PAPER,
) -> Drawing:
    """Return the map of shares per province in the five classes of the letter.

    `values` holds shares of one by province code; a missing one is unknown too. A share is
    put in its class first and rounded by `write` afterwards.
    """
    return _measured(values, caption, Measure.SHARE, None, sheet, write)


def growth_map(
    values: Mapping[str, Fraction | None],
    caption: Caption,
    *,
    edge: Fraction | None = None,
    sheet: Sheet = PAPER,
) -> Drawing:
    """Return the map of growth per province, as a share of one of what was there.

    `edge` parts a small change from a large one; 5% when it is not given.
    """
    return _measured(values, caption, Measure.GROWTH, edge, sheet)


def points_map(
    values: Mapping[str, Fraction | None],
    caption: Caption,
    *,
    edge: Fraction | None = None,
    sheet: Sheet = PAPER,
) -> Drawing:
    """Return the map of differences between two shares of one, in percentage points.

    `edge` parts a small difference from a large one; 0,5 point when it is not given.
    """
    return _measured(values, caption, Measure.POINTS, edge, sheet)


def change_map(
    changes: Mapping[str, Fte | None], caption: Caption, *, sheet: Sheet = PAPER
) -> Drawing:
    """Return the map of what one case does to the provinces, in fte with its sign.

    A change of `None` is unknown; a province that is missing from `changes` is no part of
    the case and gets no value.
    """
    signs = change_signs(sheet.colours)
    unknown = unknown_shade(sheet.colours)
    rest = Shade(name="niet betrokken", fill=sheet.colours.rest)

    def show(code: str) -> Shown:
        if code not in changes:
            return Shown(shade=rest, text="")
        change = changes[code]
        if change is None:
            return Shown(shade=unknown, text=UNKNOWN)
        return show_change(change, signs)

    provinces = {place.code: show(place.code) for place in PROVINCES}
    named = [
        (place.name, changes[place.code]) for place in PROVINCES if place.code in changes
    ]
    message = say_extremes(named, write=write_whole_delta)
    return draw_map(provinces, (*signs, unknown, rest), caption, sheet, message)


def say_measures(values: Mapping[str, Share | None], measure: Measure) -> list[str]:
    """Say the highest and the lowest province, and which are unknown."""

    def write(amount: Amount | None) -> str:
        exact = amount if isinstance(amount, Fraction) else None
        unit = " procentpunt" if measure is Measure.POINTS else ""
        return f"{write_measure(exact, measure)}{unit}"

    known: list[tuple[str, Amount | None]] = [
        (place.name, _exact(values.get(place.code))) for place in PROVINCES
    ]
    return say_extremes(known, write=write)


def _measured(
    values: Mapping[str, Share | None],
    caption: Caption,
    measure: Measure,
    edge: Fraction | None,
    sheet: Sheet,
    write: Callable[[Fraction], str] | None = None,
) -> Drawing:
    shades = measure_shades(measure, edge, sheet.colours)
    unknown = unknown_shade(sheet.colours)
    provinces: dict[str, Shown] = {}
    for place in PROVINCES:
        value = values.get(place.code)
        shown = show_value(value, measure, edge, shades, unknown)
        if write is not None and value is not None:
            shown = replace(shown, text=write(Fraction(value)))
        provinces[place.code] = shown
    message = say_measures(values, measure)
    return draw_map(provinces, (*shades, unknown), caption, sheet, message)


def _exact(value: Share | None) -> Fraction | None:
    return None if value is None else Fraction(value)
