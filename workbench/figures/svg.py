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

_HEAD = 7.0
_FOOT = 5.0


def framed(drawing: Drawing) -> Drawing:
    """Return `drawing` with its title above and its source below, for a picture alone."""
    ink = legible_on(drawing.paper)
    head = Text(x=0.2, y=4.0, text=drawing.title, size=9.5, is_bold=True, colour=ink)
    height = _HEAD + drawing.height + _FOOT
    foot = Text(x=0.2, y=height - 1.2, text=drawing.source, size=6.2, colour=ink)
    moved = (_lower(shape, _HEAD) for shape in drawing.shapes)
    return replace(drawing, height=height, shapes=(head, *moved, foot))


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
