"""Draws places on a map: their areas, circles on them, and their names and values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from workbench.figures.colours import legible_on
from workbench.figures.drawing import (
    MM_PER_POINT,
    Anchor,
    Area,
    Point,
    Shape,
    Text,
    disc,
)
from workbench.figures.geography import Outline
from workbench.figures.lettering import text_width
from workbench.figures.sheet import Sheet

BORDER = 0.18
TEXT_SIZE = 7.2
SMALL_TEXT = 6.4
_NARROW = 95.0
_NARROW_SCALE = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """How one class of provinces is shown.

    Attributes:
        name: In the table and when spoken.
        short: In the legend, where the sea leaves little room; `name` when empty.
        sign: In the box of the legend, so that the colour is not alone.
    """

    name: str
    fill: str
    short: str = ""
    hatch: str | None = None
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One place on the map: its class and the words on it; none for an empty text.

    Attributes:
        exact: What is said of it when it is pointed at; `text` when empty.
        radius: Of a circle on the place, in millimetres; 0 for none.
        disc: Colour of that circle.
    """

    shade: Shade
    text: str
    exact: str = ""
    radius: float = 0.0
    disc: str = ""


def draw_places(
    drawn: Sequence[Outline],
    shown: Mapping[str, Shown],
    sheet: Sheet,
    *,
    moment: str = "",
    at: Point = (0.0, 0.0),
) -> list[Shape]:
    """Return areas, circles and labels, moved to `at`.

    `moment` is added to the keys and words, so that two maps on one sheet differ.
    """
    moved = [_move(outline, at) for outline in drawn]
    areas: list[Shape] = [
        _area(outline, shown[outline.code], sheet, moment) for outline in moved
    ]
    width = map_width(drawn)
    edges = (at[0], at[0] + width)
    circles: list[Shape] = []
    labels: list[Shape] = []
    for outline in moved:
        circle, words = _label(outline, shown[outline.code], sheet, edges)
        circles.extend(circle)
        labels.extend(words)
    return [*areas, *circles, *labels]


def map_width(drawn: Sequence[Outline]) -> float:
    """Return how far the outlines reach to the right."""
    return max(x for outline in drawn for ring in outline.rings for x, _ in ring)


def _area(outline: Outline, shown: Shown, sheet: Sheet, moment: str) -> Area:
    named = f"{outline.full_name}, {moment}" if moment else outline.full_name
    return Area(
        rings=outline.rings,
        fill=shown.shade.fill,
        stroke=sheet.colours.outline,
        width=BORDER,
        hatch=shown.shade.hatch,
        key=f"{outline.code}:{moment}" if moment else outline.code,
        label=f"{named}: {shown.exact or shown.text or shown.shade.name}",
    )


def _label(
    outline: Outline, shown: Shown, sheet: Sheet, edges: tuple[float, float]
) -> tuple[list[Shape], list[Shape]]:
    """Return the circle and the words of one place: within the circle if they fit."""
    is_narrow = edges[1] - edges[0] < _NARROW
    names = (outline.short,) if is_narrow and outline.short else outline.name
    lines = [(line, False) for line in names]
    if shown.text:
        lines.append((shown.text, True))
    size = TEXT_SIZE * sheet.text_scale
    if is_narrow:
        size = SMALL_TEXT * min(sheet.text_scale, _NARROW_SCALE)
    height = size * MM_PER_POINT * 1.12 * len(lines)
    widest = max((text_width(line, size) for line, _ in lines), default=0.0)
    x, y = outline.label
    x = round(min(max(x, edges[0] + widest / 2), edges[1] - widest / 2), 3)
    if not shown.radius:
        return [], _words(lines, (x, y), size, shown.shade.fill)
    fits = shown.radius > height / 2 and widest / 2 < sqrt(
        shown.radius**2 - (height / 2) ** 2
    )
    centre = y if fits else y - height / 2
    circle = Area(
        rings=disc(outline.label[0], round(centre, 3), shown.radius),
        fill=shown.disc,
        stroke=sheet.colours.outline,
        width=BORDER,
    )
    below = (x, y if fits else y + shown.radius + 0.3)
    return [circle], _words(lines, below, size, shown.disc if fits else shown.shade.fill)


def _words(
    lines: Sequence[tuple[str, bool]], at: Point, size: float, ground: str
) -> list[Shape]:
    line_height = size * MM_PER_POINT * 1.12
    x, middle = at
    first = middle + size * MM_PER_POINT * 0.36 - line_height * (len(lines) - 1) / 2
    return [
        Text(
            x=x,
            y=round(first + number * line_height, 3),
            text=text,
            size=size,
            is_bold=is_bold,
            colour=legible_on(ground),
            anchor=Anchor.MIDDLE,
            halo=ground,
        )
        for number, (text, is_bold) in enumerate(lines)
    ]


def _move(outline: Outline, by: Point) -> Outline:
    if by == (0.0, 0.0):
        return outline
    return replace(
        outline,
        rings=tuple(
            tuple((round(x + by[0], 3), round(y + by[1], 3)) for x, y in ring)
            for ring in outline.rings
        ),
        label=(outline.label[0] + by[0], outline.label[1] + by[1]),
    )
