"""Draws the provinces, their labels and the legend; what they mean is decided elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import wrap

from workbench.domain.notation import write_list
from workbench.domain.place import BY_CODE, PROVINCES
from workbench.figures.colours import Colours, legible_on
from workbench.figures.drawing import (
    MM_PER_POINT,
    Anchor,
    Area,
    Drawing,
    Shape,
    Text,
    rectangle,
)
from workbench.figures.geography import CREDIT, Outline, map_height, outlines
from workbench.figures.sheet import Sheet

_BORDER = 0.18
_TEXT_SIZE = 7.2
_LEGEND_TOP = 6.0
_LEGEND_LETTERS = 32
_LEGEND_SCALE = 1.25


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
    """One province on the map: its class and the words on it; none for an empty text."""

    shade: Shade
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words around a figure.

    Attributes:
        subject: What the values are, with unit and reference date; heads the legend.
        source: Whence the values come, without the credit of the map.
    """

    title: str
    subject: str
    source: str


def draw_map(
    provinces: Mapping[str, Shown],
    legend: tuple[Shade, ...],
    caption: Caption,
    sheet: Sheet,
) -> Drawing:
    """Return the map of all twelve provinces; `legend` is drawn complete."""
    drawn = outlines(sheet.width)
    shapes: list[Shape] = [
        _area(outline, provinces[outline.code], sheet.colours) for outline in drawn
    ]
    for outline in drawn:
        shapes.extend(_labels(outline, provinces[outline.code], sheet.text_scale))
    shapes.extend(_legend(legend, caption.subject, sheet))
    source = caption.source.strip().rstrip(".")
    return Drawing(
        title=caption.title,
        width=sheet.width,
        height=map_height(sheet.width),
        shapes=tuple(shapes),
        alt=_describe(provinces, legend, caption.subject),
        header=("Provincie", caption.subject, "Klasse"),
        rows=tuple(_row(province.name, provinces[province.code]) for province in PROVINCES),
        source=f"{source}. {CREDIT}." if source else f"{CREDIT}.",
        is_number=(False, True, False),
        paper=sheet.colours.paper,
    )


def _area(outline: Outline, shown: Shown, colours: Colours) -> Area:
    return Area(
        rings=outline.rings,
        fill=shown.shade.fill,
        stroke=colours.outline,
        width=_BORDER,
        hatch=shown.shade.hatch,
        key=outline.code,
        label=f"{BY_CODE[outline.code].name}: {shown.text or shown.shade.name}",
    )


def _labels(outline: Outline, shown: Shown, text_scale: float) -> list[Text]:
    lines = [(line, False) for line in outline.name]
    if shown.text:
        lines.append((shown.text, True))
    size = _TEXT_SIZE * text_scale
    line_height = size * MM_PER_POINT * 1.12
    x, middle = outline.label
    first = middle + size * MM_PER_POINT * 0.36 - line_height * (len(lines) - 1) / 2
    return [
        Text(
            x=x,
            y=round(first + number * line_height, 3),
            text=text,
            size=size,
            is_bold=is_bold,
            colour=legible_on(shown.shade.fill),
            anchor=Anchor.MIDDLE,
            halo=shown.shade.fill,
        )
        for number, (text, is_bold) in enumerate(lines)
    ]


def _legend(shades: tuple[Shade, ...], heading: str, sheet: Sheet) -> list[Shape]:
    """Return the legend at the top left, where the North Sea lies."""
    colours, scale = sheet.colours, min(sheet.text_scale, _LEGEND_SCALE)
    size = _TEXT_SIZE * scale
    shapes: list[Shape] = []
    bottom = _LEGEND_TOP
    for line in wrap(heading, round(_LEGEND_LETTERS / scale)):
        shapes.append(
            Text(x=0.2, y=bottom, text=line, size=size, is_bold=True, colour=colours.ink)
        )
        bottom += size * MM_PER_POINT * 1.2
    top = bottom - 0.6 * scale
    for shade in shades:
        shapes.extend(_legend_entry(shade, top, colours, scale))
        top += 4.7 * scale
    return shapes


def _legend_entry(
    shade: Shade, top: float, colours: Colours, scale: float
) -> tuple[Shape, ...]:
    size = _TEXT_SIZE * scale
    box = Area(
        rings=rectangle(0.2, top, 6 * scale, 3.6 * scale),
        fill=shade.fill,
        stroke=colours.outline,
        width=_BORDER,
        hatch=shade.hatch,
    )
    foot = round(top + 2.7 * scale, 3)
    name = Text(
        x=7.8 * scale, y=foot, text=shade.short or shade.name, size=size, colour=colours.ink
    )
    if not shade.sign:
        return box, name
    sign = Text(
        x=0.2 + 3 * scale,
        y=foot,
        text=shade.sign,
        size=size,
        is_bold=True,
        colour=legible_on(shade.fill),
        anchor=Anchor.MIDDLE,
    )
    return box, sign, name


def _row(name: str, shown: Shown) -> tuple[str, ...]:
    return name, shown.text or "–", shown.shade.name


def _describe(
    provinces: Mapping[str, Shown], legend: tuple[Shade, ...], subject: str
) -> str:
    """Say the map aloud: class after class in the order of `legend`, with every value."""
    sentences = [f"Kaart van Nederland. {subject} per provincie."]
    for shade in legend:
        named = [
            province.name
            if provinces[province.code].text in ("", shade.name)
            else f"{province.name} ({provinces[province.code].text})"
            for province in PROVINCES
            if provinces[province.code].shade.name == shade.name
        ]
        if named:
            start = shade.name[0].upper() + shade.name[1:]
            sentences.append(f"{start}: {write_list(named)}.")
    return " ".join(sentences)
