"""The classes of maps: five shares as in the letter, and changes to both sides of zero."""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from workbench.domain.fte import NO_FTE, Fte
from workbench.domain.notation import (
    MINUS,
    UNKNOWN,
    write_change,
    write_number,
    write_share,
)
from workbench.figures.amounts import write_delta, write_points
from workbench.figures.colours import Colours
from workbench.figures.map_shapes import Shade, Shown

# The legend of the letter's annex (31 490 nr. 337). "<5" and ">20" put 5 in the second and
# 20 in the fourth class; for 10 and 15 the lower edge counts as in (`domain.md` 9.5).
CLASSES = (
    "minder dan 5%",
    "5 tot 10%",
    "10 tot 15%",
    "15 tot en met 20%",
    "meer dan 20%",
)
_IN_LEGEND = ("<5%", "5–10%", "10–15%", "15–20%", ">20%")
_SIGNS = (MINUS * 2, MINUS, "0", "+", "++")


class Measure(StrEnum):
    """What a map shows, and so in which classes and how its values are written."""

    SHARE = "aandeel"
    GROWTH = "groei"
    POINTS = "verschil in aandeel"


EDGES = {Measure.GROWTH: Fraction(5, 100), Measure.POINTS: Fraction(1, 200)}


def share_class(share: Fraction | Decimal) -> int:
    """Return the class, 0 to 4, of an unrounded share of one."""
    percent = Fraction(share) * 100
    if percent > 20:
        return 4
    return sum(percent >= edge for edge in (5, 10, 15))


def change_class(change: Fraction, edge: Fraction) -> int:
    """Return the class, 0 to 4, of an unrounded change; 2 is no change at all."""
    if change == 0:
        return 2
    if change < 0:
        return 0 if change <= -edge else 1
    return 4 if change >= edge else 3


def share_shades(colours: Colours) -> tuple[Shade, ...]:
    """Return the five classes of the letter."""
    return tuple(
        Shade(name=name, short=short, fill=fill)
        for name, short, fill in zip(CLASSES, _IN_LEGEND, colours.steps, strict=True)
    )


def change_shades(measure: Measure, edge: Fraction, colours: Colours) -> tuple[Shade, ...]:
    """Return the five classes on both sides of zero."""
    size = write_edge(edge)
    unit = "%" if measure is Measure.GROWTH else " procentpunt"
    names = (
        f"afname van {size}{unit} of meer",
        f"afname van minder dan {size}{unit}",
        "geen verandering",
        f"toename van minder dan {size}{unit}",
        f"toename van {size}{unit} of meer",
    )
    sign = "%" if measure is Measure.GROWTH else ""
    shorts = (
        f"{MINUS}{size}{sign} of lager",
        f"{MINUS}{size}{sign} tot 0",
        "gelijk",
        f"0 tot +{size}{sign}",
        f"+{size}{sign} of hoger",
    )
    fills = (*colours.falls, colours.unchanged, *colours.rises)
    return tuple(
        Shade(name=name, short=short, fill=fill, sign=mark)
        for name, short, fill, mark in zip(names, shorts, fills, _SIGNS, strict=True)
    )


def unknown_shade(colours: Colours) -> Shade:
    """Return the hatched class of what is unknown."""
    return Shade(name=UNKNOWN, fill=colours.unknown, hatch=colours.hatch)


def measure_edge(measure: Measure, edge: Fraction | None) -> Fraction:
    """Return what parts small from large: as given, else 5% or half a point."""
    return EDGES[measure] if edge is None else edge


def measure_shades(
    measure: Measure, edge: Fraction | None, colours: Colours
) -> tuple[Shade, ...]:
    """Return the five classes of a measure, without the unknown."""
    if measure is Measure.SHARE:
        return share_shades(colours)
    return change_shades(measure, measure_edge(measure, edge), colours)


def show_value(
    value: Fraction | Decimal | None,
    measure: Measure,
    edge: Fraction | None,
    shades: tuple[Shade, ...],
    unknown: Shade,
) -> Shown:
    """Return the class and the words of a value: classed first, rounded afterwards."""
    if value is None:
        return Shown(shade=unknown, text=UNKNOWN)
    exact = Fraction(value)
    if measure is Measure.SHARE:
        return Shown(shade=shades[share_class(exact)], text=write_share(exact))
    shade = shades[change_class(exact, measure_edge(measure, edge))]
    return Shown(shade=shade, text=write_measure(exact, measure))


def write_measure(value: Fraction | None, measure: Measure) -> str:
    """Return a value as it stands on a map of `measure`."""
    if value is None or measure is Measure.SHARE:
        return write_share(value)
    return write_delta(value) if measure is Measure.GROWTH else write_points(value)


def write_edge(edge: Fraction) -> str:
    """Return a border between classes without its unit, as in "5" or "0,5"."""
    percent = Decimal(edge.numerator * 100) / Decimal(edge.denominator)
    decimals = next((count for count in (0, 1) if (edge * 100 * 10**count) % 1 == 0), 2)
    return write_number(percent, decimals)


def change_signs(colours: Colours) -> tuple[Shade, Shade, Shade]:
    """Return more, the same and less, of a change in fte."""
    return (
        Shade(name="toename", fill=colours.increase, sign="+"),
        Shade(name="geen verandering", fill=colours.unchanged, sign="0"),
        Shade(name="afname", fill=colours.decrease, sign=MINUS),
    )


def show_change(change: Fte, signs: tuple[Shade, Shade, Shade]) -> Shown:
    """Return the class and the words of a change in fte."""
    more, same, less = signs
    shade = more if change > NO_FTE else less if change < NO_FTE else same
    return Shown(shade=shade, text=write_change(change))
