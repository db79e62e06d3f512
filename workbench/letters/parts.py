"""What a page is filled with: parts that are cut at page ends between their strips."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from workbench.letters.lines import Piece, TextLine, break_lines
from workbench.letters.runs import Runs
from workbench.letters.structure import Element
from workbench.letters.style import Style
from workbench.letters.tagged_canvas import TaggedCanvas

_LEAST = 2  # lines of one paragraph that may stand alone on a page


class Part(Protocol):
    """A piece of the letter's flow.

    Attributes:
        key: Of the block it was made from; empty for the letter's own furniture.
        gap: White above it, in points, except at the top of a page.
        strips: Heights, from top to bottom.
        keeps_next: Whether the next part must start on the page this one ends on.
        head: Part that is repeated above it on a next page, or `None`.
    """

    key: str
    gap: float
    keeps_next: bool

    @property
    def strips(self) -> Sequence[float]: ...

    @property
    def head(self) -> Part | None: ...

    def breaks_above(self, strip: int) -> bool:
        """Return whether a page may end just above `strip`, which is not the first."""
        ...

    def notes_at(self, strip: int) -> Sequence[TextPart]:
        """Return what must stand at the foot of the page with `strip`."""
        ...

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, first: int, end: int
    ) -> None:
        """Draw the strips from `first` to before `end`, the uppermost at `top`."""
        ...

    def repeat(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw all of it once more, as an artifact."""
        ...


@dataclass(slots=True, kw_only=True)
class TextPart:
    """Lines of one paragraph, heading or list item.

    Attributes:
        label: Element and line of a list item's number or bullet.
        label_indent: Where the label stands, in points.
        indent: Of the lines, in points.
        outline: Level in the outline, for a heading; -1 for none.
        notes: What its lines refer to, by number.
    """

    element: Element
    style: Style
    lines: Sequence[TextLine]
    key: str = ""
    gap: float = 0.0
    keeps_next: bool = False
    label: tuple[Element, TextLine] | None = None
    label_indent: float = 0.0
    indent: float = 0.0
    outline: int = -1
    notes: Mapping[int, TextPart] = field(default_factory=dict)
    head: Part | None = None
    strips: Sequence[float] = field(init=False)
    _runs: Runs = field(init=False)

    def __post_init__(self) -> None:
        self._runs = Runs(self.element, self.style, self.lines)
        self.strips = [self.style.leading] * len(self.lines)

    def breaks_above(self, strip: int) -> bool:
        return strip >= _LEAST and len(self.lines) - strip >= _LEAST

    def notes_at(self, strip: int) -> Sequence[TextPart]:
        if not self.notes:
            return ()
        faces = (face for face, _ in self.lines[strip].pieces)
        return [self.notes[face.note] for face in faces if face.note]

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, first: int, end: int
    ) -> None:
        baseline = top + self.style.baseline
        if self.outline >= 0 and first == 0:
            canvas.bookmark(plain_text(self.lines), self.outline, top)
        if self.label is not None and first == 0:
            with canvas.mark(self.label[0]):
                place = (left + self.label_indent, baseline)
                canvas.write([self.label[1]], self.style, place)
        if all(face.is_plain for line in self.lines for face, _ in line.pieces):
            with canvas.mark(self.element):
                self._write(canvas, left, baseline, first, end)
        else:
            notes = {number: note.element for number, note in self.notes.items()}
            self._runs.write(canvas, left + self.indent, baseline, (first, end), notes)

    def repeat(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        with canvas.artifact("Pagination"):
            self._write(canvas, left, top + self.style.baseline, 0, len(self.lines))

    def _write(
        self, canvas: TaggedCanvas, left: float, baseline: float, first: int, end: int
    ) -> None:
        place = (left + self.indent, baseline)
        canvas.write(self.lines[first:end], self.style, place)


@dataclass(slots=True, kw_only=True)
class DrawnPart:
    """Something that stands on one page as a whole, such as a figure."""

    height: float
    drawer: Callable[[TaggedCanvas, float, float], None]
    key: str = ""
    gap: float = 0.0
    keeps_next: bool = False
    head: Part | None = None

    @property
    def strips(self) -> Sequence[float]:
        return (self.height,)

    def breaks_above(self, strip: int) -> bool:
        return strip > 0

    def notes_at(self, _strip: int) -> Sequence[TextPart]:
        return ()

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, first: int, end: int
    ) -> None:
        self.drawer(canvas, left, top)

    def repeat(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        raise ValueError("a drawing is never repeated")


def set_text(
    element: Element,
    style: Style,
    width: float,
    pieces: Sequence[Piece],
    *,
    gap: float = 0.0,
    hyphenates: bool = False,
) -> TextPart:
    """Return `pieces` as a part of `width` points."""
    lines = break_lines(pieces, style.size, width, hyphenates=hyphenates)
    return TextPart(element=element, style=style, lines=lines, gap=gap)


def plain_text(lines: Sequence[TextLine]) -> str:
    """Return what `lines` say, as one line."""
    pieces = (piece for line in lines for piece in line.pieces)
    whole = "".join(text for face, text in pieces if not face.is_hyphen)
    return whole.replace("\u00a0", " ")
