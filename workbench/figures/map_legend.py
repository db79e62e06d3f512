"""Draws the legend of a map: in the sea beside one map, or in a band above two."""

from collections.abc import Sequence
from textwrap import wrap

from workbench.domain.fte import Fte
from workbench.domain.notation import write_fte
from workbench.figures.colours import Colours, legible_on
from workbench.figures.drawing import (
    MM_PER_POINT,
    Anchor,
    Area,
    Line,
    Shape,
    Text,
    disc,
    rectangle,
)
from workbench.figures.lettering import text_width
from workbench.figures.map_shapes import BORDER, TEXT_SIZE, Shade
from workbench.figures.sheet import Sheet

_TOP = 6.0
_LETTERS = 32
_LARGEST = 1.25
_STEP = 4.7
_BOX = 6.0


def draw_legend(shades: Sequence[Shade], heading: str, sheet: Sheet) -> list[Shape]:
    """Return the legend at the top left, where the North Sea lies."""
    shapes, top, scale = draw_heading(heading, sheet)
    for shade in shades:
        shapes.extend(draw_entry(shade, 0.2, top, sheet.colours, scale))
        top += _STEP * scale
    return shapes


def draw_heading(heading: str, sheet: Sheet) -> tuple[list[Shape], float, float]:
    """Return the heading in the sea, where the entries begin, and their text scale."""
    scale = min(sheet.text_scale, _LARGEST)
    size = TEXT_SIZE * scale
    shapes: list[Shape] = []
    bottom = _TOP
    for line in wrap(heading, round(_LETTERS / scale)):
        shapes.append(_bold(0.2, bottom, line, size, sheet))
        bottom += size * MM_PER_POINT * 1.2
    return shapes, bottom - 0.6 * scale, scale


def draw_legend_band(
    shades: Sequence[Shade], heading: str, sheet: Sheet
) -> tuple[list[Shape], float]:
    """Return the legend in rows over the whole width, and where it ends."""
    scale = min(sheet.text_scale, _LARGEST)
    size = TEXT_SIZE * scale
    shapes: list[Shape] = []
    top = 0.4
    for line in wrap(heading, round(sheet.width * 0.75 / scale)):
        top += size * MM_PER_POINT * 1.2
        shapes.append(_bold(0.2, top, line, size, sheet))
    top += 1.6 * scale
    left = 0.2
    for shade in shades:
        width = (_BOX + 3.6) * scale + text_width(shade.short or shade.name, size)
        if left + width - 2.0 * scale > sheet.width:
            left, top = 0.2, top + _STEP * scale
        shapes.extend(draw_entry(shade, left, top, sheet.colours, scale))
        left += width
    return shapes, round(top + _STEP * scale, 3)


def draw_circle_legend(
    amounts: Sequence[Fte], per_root: float, fill: str, top: float, sheet: Sheet
) -> tuple[list[Shape], float]:
    """Return circles that stand in each other, with their fte, and where they end.

    `per_root` is the radius of one hundredth fte; a radius grows with the square root.
    """
    scale = min(sheet.text_scale, _LARGEST)
    size = TEXT_SIZE * scale
    shapes: list[Shape] = []
    radii = [per_root * amount.hundredths**0.5 for amount in amounts]
    largest = max(radii, default=0.0)
    foot, x = top + 2 * largest + 0.4, 0.4 + largest
    for radius in radii:
        circle = disc(x, round(foot - radius, 3), radius)
        shapes.append(
            Area(rings=circle, fill=fill, stroke=sheet.colours.outline, width=0.2)
        )
    free = top - size
    right = x + largest + 2.0
    for amount, radius in zip(amounts, radii, strict=True):
        y = foot - 2 * radius
        at = max(y, free)
        free = at + size * MM_PER_POINT * 1.15
        line = ((x, round(y, 3)), (right - 1.4, round(y, 3)), (right - 0.4, round(at, 3)))
        shapes.append(Line(points=line, colour=sheet.colours.outline, width=0.18))
        words = f"{write_fte(amount)} fte"
        base = round(at + 0.9 * scale, 3)
        shapes.append(
            Text(x=round(right, 3), y=base, text=words, size=size, colour=sheet.colours.ink)
        )
    return shapes, round(foot + 1.6, 3)


def _bold(x: float, y: float, text: str, size: float, sheet: Sheet) -> Text:
    ink = sheet.colours.ink
    return Text(x=x, y=round(y, 3), text=text, size=size, is_bold=True, colour=ink)


def draw_entry(
    shade: Shade, left: float, top: float, colours: Colours, scale: float
) -> list[Shape]:
    """Return the box of one class with its name to the right."""
    size = TEXT_SIZE * scale
    box = Area(
        rings=rectangle(left, top, _BOX * scale, 3.6 * scale),
        fill=shade.fill,
        stroke=colours.outline,
        width=BORDER,
        hatch=shade.hatch,
    )
    foot = round(top + 2.7 * scale, 3)
    words = shade.short or shade.name
    name = Text(
        x=round(left + (_BOX + 1.6) * scale, 3),
        y=foot,
        text=words,
        size=size,
        colour=colours.ink,
    )
    if not shade.sign:
        return [box, name]
    sign = Text(
        x=round(left + _BOX / 2 * scale, 3),
        y=foot,
        text=shade.sign,
        size=size,
        is_bold=True,
        colour=legible_on(shade.fill),
        anchor=Anchor.MIDDLE,
    )
    return [box, sign, name]
