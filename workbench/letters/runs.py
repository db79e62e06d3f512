"""Writes a paragraph in which words lead elsewhere, are foreign, or are cut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from workbench.letters.fonts import Face
from workbench.letters.lines import Piece, TextLine
from workbench.letters.structure import Element
from workbench.letters.style import Style
from workbench.letters.tagged_canvas import TaggedCanvas

_UNDERLINE = 1.5  # below the line the letters stand on, in points


@dataclass(slots=True)
class Runs:
    """The words of one element, in runs that each have their own structure element.

    A run that goes on over the end of a line or page stays one element.
    """

    element: Element
    style: Style
    lines: Sequence[TextLine]
    _known: dict[int, Element] = field(default_factory=dict)

    def write(
        self,
        canvas: TaggedCanvas,
        left: float,
        baseline: float,
        part: tuple[int, int],
        notes: Mapping[int, Element],
    ) -> None:
        """Write the lines from the first of `part` to before the second.

        Args:
            notes: Elements of the notes, by number; each is read behind its reference.
        """
        for line in self.lines[part[0] : part[1]]:
            at = left
            for face, group in groupby(line.pieces, key=lambda piece: piece[0]):
                pieces = tuple(group)
                width = _width(pieces, self.style)
                written = TextLine(pieces, width)
                is_read = not face.is_hyphen
                with canvas.mark(self._element_of(face)) if is_read else canvas.artifact():
                    canvas.write([written], self.style, (at, baseline))
                if face.address:
                    self._lead(canvas, face, pieces, (at, baseline))
                if face.note and notes[face.note].parent is None:
                    self.element.adopt(notes[face.note])
                at += width
            baseline += self.style.leading

    def _element_of(self, face: Face) -> Element:
        if face.is_plain:
            return self.element
        if id(face) not in self._known:
            tag = "Link" if face.address else "Reference" if face.note else "Span"
            self._known[id(face)] = Element(tag, self.element, language=face.language)
        return self._known[id(face)]

    def _lead(
        self,
        canvas: TaggedCanvas,
        face: Face,
        pieces: Sequence[Piece],
        place: tuple[float, float],
    ) -> None:
        """Make the words lead to their address, underlined so that it shows."""
        left, baseline = place
        words = "".join(text for _, text in pieces).rstrip()
        right = left + face.width(words) * self.style.size / 1000
        line = baseline + _UNDERLINE
        canvas.rule((left, line), (right, line), 0.4, self.style.colour)
        box = (left, baseline - 0.8 * self.style.size, right, line)
        canvas.link(self._element_of(face), face.address, box, face.address)


def _width(pieces: Sequence[Piece], style: Style) -> float:
    return sum(face.width(text) for face, text in pieces) * style.size / 1000
