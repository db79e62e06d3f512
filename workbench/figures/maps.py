"""Makes the two maps: shares in the five classes of the letter, and changes of one case."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from workbench.domain.fte import NO_FTE, Fte
from workbench.domain.notation import MINUS, UNKNOWN, write_change, write_share
from workbench.domain.place import PROVINCES
from workbench.figures.colours import Colours
from workbench.figures.drawing import Drawing
from workbench.figures.map_sheet import Caption, Shade, Shown, draw_map
from workbench.figures.sheet import PAPER, Sheet

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


def share_class(share: Fraction | Decimal) -> int:
    """Return the class, 0 to 4, of an unrounded share of one."""
    percent = Fraction(share) * 100
    if percent > 20:
        return 4
    return sum(percent >= edge for edge in (5, 10, 15))


def province_map(
    values: Mapping[str, Fraction | Decimal | None],
    caption: Caption,
    *,
    write: Callable[[Fraction], str] = write_share,
    sheet: Sheet = PAPER,
) -> Drawing:
    """Return the map of shares per province in the five classes of the letter.

    `values` holds shares of one by province code; a missing one is unknown too. A share is
    put in its class first and rounded by `write` afterwards.
    """
    shades = _share_shades(sheet.colours)
    unknown = _unknown(sheet.colours)

    def show(share: Fraction | Decimal | None) -> Shown:
        if share is None:
            return Shown(shade=unknown, text=UNKNOWN)
        return Shown(shade=shades[share_class(share)], text=write(Fraction(share)))

    provinces = {place.code: show(values.get(place.code)) for place in PROVINCES}
    return draw_map(provinces, (*shades, unknown), caption, sheet)


def change_map(
    changes: Mapping[str, Fte | None], caption: Caption, *, sheet: Sheet = PAPER
) -> Drawing:
    """Return the map of what one case does to the provinces, in fte with its sign.

    A change of `None` is unknown; a province that is missing from `changes` is no part of
    the case and gets no value.
    """
    colours = sheet.colours
    more = Shade(name="toename", fill=colours.increase, sign="+")
    same = Shade(name="geen verandering", fill=colours.unchanged, sign="0")
    less = Shade(name="afname", fill=colours.decrease, sign=MINUS)
    unknown = _unknown(colours)
    rest = Shade(name="niet betrokken", fill=colours.rest)

    def show(code: str) -> Shown:
        if code not in changes:
            return Shown(shade=rest, text="")
        change = changes[code]
        if change is None:
            return Shown(shade=unknown, text=UNKNOWN)
        shade = more if change > NO_FTE else less if change < NO_FTE else same
        return Shown(shade=shade, text=write_change(change))

    provinces = {place.code: show(place.code) for place in PROVINCES}
    return draw_map(provinces, (more, same, less, unknown, rest), caption, sheet)


def _share_shades(colours: Colours) -> tuple[Shade, ...]:
    return tuple(
        Shade(name=name, short=short, fill=fill)
        for name, short, fill in zip(CLASSES, _IN_LEGEND, colours.steps, strict=True)
    )


def _unknown(colours: Colours) -> Shade:
    return Shade(name=UNKNOWN, fill=colours.unknown, hatch=colours.hatch)
