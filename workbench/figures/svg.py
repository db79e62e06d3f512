"""Writes a drawing as SVG, with title, description and source, to stand on its own."""

from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

from workbench.figures.colours import legible_on
from workbench.figures.drawing import (
    HALO_WIDTH,
    HATCH_WIDTH,
    MM_PER_POINT,
    Area,
    Dash,
    Drawing,
    Line,
    Shape,
    Text,
)
from workbench.figures.lettering import break_text

_HEAD = 7.0
_FOOT = 5.0
_TITLE = 9.5
_TITLE_LINE = 4.0
_SOURCE = 6.2
_SOURCE_LINE = 2.7


def framed(drawing: Drawing) -> Drawing:
    """Return `drawing` with its title above and its source below, for a picture alone."""
    ink, room = legible_on(drawing.paper), drawing.width - 0.4
    titles = break_text(drawing.title, room, _TITLE)
    above = _HEAD + (len(titles) - 1) * _TITLE_LINE
    head = [
        _line(4.0 + at * _TITLE_LINE, text, _TITLE, ink, is_bold=True)
        for at, text in enumerate(titles)
    ]
    sources = break_text(drawing.source, room, _SOURCE)
    first = above + drawing.height + _FOOT - 1.2
    foot = [
        _line(first + at * _SOURCE_LINE, text, _SOURCE, ink)
        for at, text in enumerate(sources)
    ]
    height = above + drawing.height + _FOOT + max(len(sources) - 1, 0) * _SOURCE_LINE
    shapes = (*head, *(_lower(shape, above) for shape in drawing.shapes), *foot)
    return replace(drawing, height=round(height, 3), shapes=shapes)


def _line(y: float, text: str, size: float, ink: str, *, is_bold: bool = False) -> Text:
    return Text(x=0.2, y=round(y, 3), text=text, size=size, is_bold=is_bold, colour=ink)


def write_svg(drawing: Drawing, font: str = "Fira Sans") -> str:
    """Return the figure as an SVG document in millimetres."""
    width, height = f"{drawing.width:g}", f"{drawing.height:g}"
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm"'
        f' viewBox="0 0 {width} {height}" role="img" lang="nl"'
        f" font-family={quoteattr(font)}>"
    )
    lines = [
        start,
        f"<title>{escape(drawing.title)}</title>",
        f"<desc>{escape(drawing.alt)}</desc>",
        f'<rect width="{width}" height="{height}" fill="{drawing.paper}"/>',
    ]
    lines.extend(_write(shape) for shape in drawing.shapes)
    return "\n".join([*lines, "</svg>", ""])


def _write(shape: Shape) -> str:
    if isinstance(shape, Area):
        return _write_area(shape)
    if isinstance(shape, Line):
        path = "M" + "L".join(f"{x:g},{y:g}" for x, y in shape.points)
        return _stroke(path, shape.colour, shape.width, shape.dash)
    return _write_text(shape)


def _write_area(area: Area) -> str:
    path = "".join(
        "M" + "L".join(f"{x:g},{y:g}" for x, y in ring) + "Z" for ring in area.rings
    )
    stroke = f'stroke="{area.stroke or "none"}" stroke-width="{area.width:g}"'
    shape = (
        f'<path d="{path}" fill="{area.fill or "none"}" fill-rule="evenodd" {stroke}'
        ' stroke-linejoin="round">'
    )
    label = f"<title>{escape(area.label)}</title>" if area.label else ""
    hatch = "".join(
        f"M{x1:g},{y1:g}L{x2:g},{y2:g}" for (x1, y1), (x2, y2) in area.hatch_lines
    )
    lines = _stroke(hatch, area.hatch, HATCH_WIDTH) if area.hatch and hatch else ""
    return f"{shape}{label}</path>{lines}"


def _write_text(text: Text) -> str:
    weight = ' font-weight="bold"' if text.is_bold else ""
    place = (
        f'x="{text.x:g}" y="{text.y:g}" font-size="{text.size * MM_PER_POINT:.3f}"'
        f' text-anchor="{text.anchor}"{weight}'
    )
    words = escape(text.text)
    plain = f'<text {place} fill="{text.colour}">{words}</text>'
    if not text.halo:
        return plain
    # A text of its own below: not every program knows `paint-order` (QtSvg 6.11 does not).
    halo = (
        f'<text {place} fill="{text.halo}" stroke="{text.halo}" aria-hidden="true"'
        f' stroke-width="{HALO_WIDTH:g}" stroke-linejoin="round">{words}</text>'
    )
    return halo + plain


def _stroke(path: str, colour: str, width: float, dash: Dash | None = None) -> str:
    dashed = f' stroke-dasharray="{dash[0]:g} {dash[1]:g}"' if dash else ""
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dashed}/>'
    )


def _lower(shape: Shape, by: float) -> Shape:
    if isinstance(shape, Text):
        return replace(shape, y=shape.y + by)
    if isinstance(shape, Line):
        return replace(shape, points=tuple((x, y + by) for x, y in shape.points))
    rings = tuple(tuple((x, y + by) for x, y in ring) for ring in shape.rings)
    return replace(shape, rings=rings)
