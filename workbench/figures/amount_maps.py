"""Makes the map of absolute amounts: circles whose area goes with the fte.

Colouring provinces by an absolute amount would make a large empty province weigh more than
a small full one; circles do not.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.fte import NO_FTE, Fte
from workbench.domain.notation import UNKNOWN, write_fte, write_number
from workbench.domain.place import PROVINCES
from workbench.figures.amounts import say_extremes, say_unknown
from workbench.figures.drawing import Drawing, Shape
from workbench.figures.geography import map_height, outlines
from workbench.figures.map_legend import draw_circle_legend, draw_entry, draw_heading
from workbench.figures.map_shades import unknown_shade
from workbench.figures.map_shapes import Shade, Shown, draw_places
from workbench.figures.map_sheet import Caption, credit_map
from workbench.figures.sheet import PAPER, Sheet

_LARGEST = 0.1
_LEGEND_STEPS = (0, 2, 4)
_ONE_TWO_FIVE = (1, 2, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circles:
    """How large circles are on one map, or on two that are compared.

    Attributes:
        per_root: Radius in millimetres of a hundredth fte; it grows with the square root.
        legend: Round amounts within the largest value, the largest first.
    """

    per_root: float
    legend: tuple[Fte, ...]


def amount_map(
    amounts: Mapping[str, Fte | None], caption: Caption, *, sheet: Sheet = PAPER
) -> Drawing:
    """Return the map of fte per province as circles; a missing province is unknown."""
    circles = plan_circles([amounts], sheet.width)
    provinces = show_amounts(amounts, circles, sheet)
    named = [(place.name, amounts.get(place.code)) for place in PROVINCES]
    told = [f"{name} {write_fte(amount)}" for name, amount in named if amount is not None]
    sentences = [
        f"Kaart van Nederland met cirkels. {caption.subject} per provincie.",
        *say_extremes(named),
        *say_unknown(name for name, amount in named if amount is None),
        *([f"Alle waarden: {'; '.join(told)}."] if told else []),
    ]
    return Drawing(
        title=caption.title,
        width=sheet.width,
        height=map_height(sheet.width),
        shapes=(
            *draw_places(outlines(sheet.width), provinces, sheet),
            *_legend(circles, caption, sheet),
        ),
        alt=" ".join(sentences),
        header=("Provincie", caption.subject),
        rows=tuple((name, write_fte(amount)) for name, amount in named),
        source=credit_map(caption.source),
        is_number=(False, True),
        paper=sheet.colours.paper,
    )


def plan_circles(sides: list[Mapping[str, Fte | None]], width: float) -> Circles:
    """Return circles of which the largest just fits a map of `width` millimetres."""
    known = [
        amount.hundredths
        for side in sides
        for amount in side.values()
        if amount is not None
    ]
    largest = max([*known, 1])
    return Circles(
        per_root=width * _LARGEST / largest**0.5,
        legend=tuple(Fte(size) for size in _round_below(largest)),
    )


def show_amounts(
    amounts: Mapping[str, Fte | None],
    circles: Circles,
    sheet: Sheet,
    *,
    is_small: bool = False,
) -> dict[str, Shown]:
    """Return every province pale with its circle, or hatched when it is unknown.

    On a small map the words are whole fte; the table and the pointed words stay exact.
    """
    plain = Shade(name="fte", fill=sheet.colours.rest)
    unknown = unknown_shade(sheet.colours)
    provinces: dict[str, Shown] = {}
    for place in PROVINCES:
        amount = amounts.get(place.code)
        if amount is None:
            provinces[place.code] = Shown(shade=unknown, text=UNKNOWN)
            continue
        root = max(amount, NO_FTE).hundredths ** 0.5
        provinces[place.code] = Shown(
            shade=plain,
            text=_write_short(amount) if is_small else write_fte(amount),
            exact=f"{write_fte(amount)} fte",
            radius=round(circles.per_root * root, 3),
            disc=sheet.colours.steps[2],
        )
    return provinces


def _write_short(amount: Fte) -> str:
    return write_number(amount.amount, 0)


def _legend(circles: Circles, caption: Caption, sheet: Sheet) -> list[Shape]:
    heading, top, scale = draw_heading(caption.subject, sheet)
    fill = sheet.colours.steps[2]
    shown, foot = draw_circle_legend(circles.legend, circles.per_root, fill, top, sheet)
    unknown = draw_entry(unknown_shade(sheet.colours), 0.2, foot, sheet.colours, scale)
    return [*heading, *shown, *unknown]


def _round_below(largest: int) -> list[int]:
    """Return up to three numbers of 1, 2 or 5 with zeros, from `largest` downwards."""
    power = len(str(largest)) - 1
    series = [
        base * 10**exponent
        for exponent in range(power, -1, -1)
        for base in reversed(_ONE_TWO_FIVE)
        if base * 10**exponent <= largest
    ]
    return [series[at] for at in _LEGEND_STEPS if at < len(series) and series[at] >= 100]
