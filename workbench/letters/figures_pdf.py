"""Draws a figure of `workbench.figures` into a letter."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from workbench.domain.letter import FigureBlock
from workbench.figures.drawing import (
    HALO_WIDTH,
    HATCH_WIDTH,
    Area,
    Dash,
    Drawing,
    Line,
    Ring,
    Shape,
    Text,
)
from workbench.letters.fonts import Face, Faces
from workbench.letters.measures import BODY_WIDTH, MM, Styles
from workbench.letters.numbers import write_colour, write_points
from workbench.letters.parts import DrawnPart, Part, set_text
from workbench.letters.spelling import check_glyphs, spell
from workbench.letters.structure import Element
from workbench.letters.tagged_canvas import TaggedCanvas

_GAP = 4.0


def set_figure(
    block: FigureBlock,
    drawing: Drawing,
    parent: Element,
    styles: Styles,
    faces: Faces,
    gap: float,
) -> list[Part]:
    """Return title, drawing and note of a figure, kept together."""
    parts: list[Part] = []
    if block.title.strip():
        pieces = [(styles.title.face, block.title)]
        parts.append(set_text(Element("P", parent), styles.title, BODY_WIDTH, pieces))
        parts[-1].keeps_next = True
    parts.append(_set_drawing(drawing, Element("Figure", parent, alt=block.alt), faces))
    parts[-1].gap = _GAP
    if block.note.strip():
        parts[-1].keeps_next = True
        pieces = [(styles.note.face, block.note)]
        note = set_text(Element("P", parent), styles.note, BODY_WIDTH, pieces, gap=_GAP)
        parts.append(note)
    parts[0].key, parts[0].gap = block.key, gap
    return parts


def _set_drawing(drawing: Drawing, element: Element, faces: Faces) -> DrawnPart:
    for shape in drawing.shapes:
        if isinstance(shape, Text):
            check_glyphs(spell(shape.text), _face(shape, faces))
    scale = min(1.0, BODY_WIDTH / (drawing.width * MM)) * MM
    height = drawing.height * scale

    def draw(canvas: TaggedCanvas, left: float, top: float) -> None:
        bottom = canvas.flip(top + height)
        box = (left, bottom, left + drawing.width * scale, bottom + height)
        corners = " ".join(f"{value:.2f}" for value in box)
        element.attributes = f"<</O/Layout/Placement/Block/BBox[{corners}]>>"
        _Painter(canvas, element, faces).paint(drawing, left, canvas.flip(top), scale)

    return DrawnPart(height=height, drawer=draw)


def _face(text: Text, faces: Faces) -> Face:
    return faces.bold if text.is_bold else faces.regular


class _Painter:
    """Turns shapes into strokes and letters on ReportLab's canvas."""

    def __init__(self, canvas: TaggedCanvas, element: Element, faces: Faces) -> None:
        self._canvas = canvas
        self._pen: Any = canvas.pen
        self._element = element
        self._faces = faces
        self._scale = 1.0

    def paint(self, drawing: Drawing, left: float, top: float, scale: float) -> None:
        """Paint with (left, top) as upper left corner and `scale` points per mm."""
        self._scale = scale
        self._pen.saveState()
        self._pen.translate(left, top)
        self._pen.setLineJoin(1)
        self._pen.setLineCap(1)
        for are_words, shapes in groupby(drawing.shapes, lambda s: isinstance(s, Text)):
            group = list(shapes)
            if are_words:
                self._halos([s for s in group if isinstance(s, Text) and s.halo])
            with self._canvas.mark(self._element):
                for shape in group:
                    self._shape(shape)
        self._pen.restoreState()

    def _halos(self, texts: Sequence[Text]) -> None:
        """Draw soft edges as decoration, or every name would be read twice."""
        if not texts:
            return
        with self._canvas.artifact():
            self._say(f"{write_points(HALO_WIDTH * self._scale)} w")
            for text in texts:
                self._say(f"{write_colour(text.halo or '')} RG")
                self._string(text, mode=1)

    def _shape(self, shape: Shape) -> None:
        if isinstance(shape, Area):
            self._area(shape)
        elif isinstance(shape, Line):
            self._line(shape.points, shape.colour, shape.width, shape.dash)
        else:
            self._say(f"{write_colour(shape.colour)} rg")
            self._string(shape, mode=0)

    def _area(self, area: Area) -> None:
        if area.fill:
            self._say(f"{write_colour(area.fill)} rg")
        if area.stroke:
            self._say(
                f"{write_colour(area.stroke)} RG {write_points(area.width * self._scale)} w"
            )
        # even-odd, so that overlapping rings leave holes
        way = {(1, 1): "B*", (1, 0): "f*", (0, 1): "S", (0, 0): "n"}
        rings = " ".join(f"{_trace(ring, self._scale)} h" for ring in area.rings)
        self._say(f"{rings} {way[bool(area.fill), bool(area.stroke)]}")
        for segment in area.hatch_lines:
            self._line(segment, area.hatch or "", HATCH_WIDTH)

    def _line(
        self, points: Ring, colour: str, width: float, dash: Dash | None = None
    ) -> None:
        path = f"{_trace(points, self._scale)} S"
        self._say(f"{write_colour(colour)} RG {write_points(width * self._scale)} w")
        if dash is None:
            self._say(path)
            return
        lengths = " ".join(write_points(length * self._scale) for length in dash)
        # a round end would fill the gaps
        self._say(f"q 0 J [{lengths}] 0 d {path} Q")

    def _say(self, operators: str) -> None:
        self._pen._code.append(operators)

    def _string(self, text: Text, *, mode: int) -> None:
        size = text.size * self._scale / MM
        face = _face(text, self._faces)
        spelt = spell(text.text)
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
        x = text.x * self._scale - shift * face.width(spelt) * size / 1000
        written = self._pen.beginText(x, -text.y * self._scale)
        written.setFont(face.name, size)
        written.setTextRenderMode(mode)
        written.textOut(f"{spelt} ")  # else names are read as one word
        written.setTextRenderMode(0)
        self._pen.drawText(written)


@lru_cache(maxsize=2_000)
def _trace(points: Ring, scale: float) -> str:
    """Return the path along the points; outlines of a map return in every letter."""
    first, *rest = (
        f"{write_points(x * scale)} {write_points(-y * scale)}" for x, y in points
    )
    return " ".join((f"{first} m", *(f"{point} l" for point in rest)))
