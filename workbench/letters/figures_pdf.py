"""Draws a figure of `workbench.figures` into a letter."""

from collections.abc import Sequence
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
    Shape,
    Text,
)
from workbench.letters.fonts import Face, Faces
from workbench.letters.measures import BODY_WIDTH, MM, Styles
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
            self._pen.setLineWidth(HALO_WIDTH * self._scale)
            for text in texts:
                self._pen.setStrokeColor(text.halo)
                self._string(text, mode=1)

    def _shape(self, shape: Shape) -> None:
        if isinstance(shape, Area):
            self._area(shape)
        elif isinstance(shape, Line):
            self._line(shape.points, shape.colour, shape.width, shape.dash)
        else:
            self._pen.setFillColor(shape.colour)
            self._string(shape, mode=0)

    def _area(self, area: Area) -> None:
        path = self._pen.beginPath()
        for ring in area.rings:
            self._trace(path, ring)
            path.close()
        if area.fill:
            self._pen.setFillColor(area.fill)
        if area.stroke:
            self._pen.setStrokeColor(area.stroke)
            self._pen.setLineWidth(area.width * self._scale)
        # even-odd, so that overlapping rings leave holes
        self._pen.drawPath(path, stroke=bool(area.stroke), fill=bool(area.fill), fillMode=0)
        for segment in area.hatch_lines:
            self._line(segment, area.hatch or "", HATCH_WIDTH)

    def _line(
        self, points: Any, colour: str, width: float, dash: Dash | None = None
    ) -> None:
        path = self._pen.beginPath()
        self._trace(path, points)
        self._pen.setStrokeColor(colour)
        self._pen.setLineWidth(width * self._scale)
        if dash is None:
            self._pen.drawPath(path, stroke=1, fill=0)
            return
        self._pen.saveState()
        self._pen.setLineCap(0)  # a round end would fill the gaps
        self._pen.setDash([length * self._scale for length in dash])
        self._pen.drawPath(path, stroke=1, fill=0)
        self._pen.restoreState()

    def _trace(self, path: Any, points: Any) -> None:
        k = self._scale
        path.moveTo(points[0][0] * k, -points[0][1] * k)
        for x, y in points[1:]:
            path.lineTo(x * k, -y * k)

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
