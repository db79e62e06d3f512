"""Divides the parts of a letter over pages, before anything is drawn.

Because the whole letter is laid out first, "Pagina 1 van 2" is known when page 1 is drawn.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.letters.parts import Part, TextPart

NOTES_GAP = 14.0  # above the first note, with a short line in it


@dataclass(frozen=True, slots=True)
class Placed:
    """Strips of one part on one page.

    Attributes:
        top: Distance from the top of the page's text area, in points.
        is_repeated: The part is a table's header that was already shown.
    """

    part: Part
    first: int
    end: int
    top: float
    is_repeated: bool = False


@dataclass(frozen=True, slots=True)
class _Strip:
    part: Part
    index: int
    height: float
    may_start: bool
    notes: tuple[TextPart, ...] = ()

    @property
    def gap(self) -> float:
        return self.part.gap if self.index == 0 else 0.0


def paginate(parts: Sequence[Part], room: Callable[[int], float]) -> list[list[Placed]]:
    """Return the placed parts per page; `room` gives the height of a page's text area.

    A page ends at the last place that every wish allows (no lonely line or heading, a
    signature with the last paragraph). Where none is, the page is simply filled: nothing
    is ever lost, except that what is higher than a page runs off it.
    """
    strips = _strips(parts)
    pages: list[list[Placed]] = []
    start = 0
    while start < len(strips) or not pages:
        end = _page_end(strips, start, room(len(pages)), may_be_empty=not pages)
        pages.append(_place(strips[start:end]))
        start = end
    return pages


def _strips(parts: Sequence[Part]) -> list[_Strip]:
    strips: list[_Strip] = []
    is_free = True
    for part in parts:
        for index, height in enumerate(part.strips):
            may_start = is_free if index == 0 else part.breaks_above(index)
            notes = tuple(part.notes_at(index))
            strips.append(_Strip(part, index, height, may_start, notes))
        is_free = not part.keeps_next
    return strips


def _page_end(
    strips: Sequence[_Strip], start: int, room: float, *, may_be_empty: bool
) -> int:
    """Return the index after the last strip that goes on the page."""
    if start == len(strips):
        return start
    head = strips[start].part.head
    used = sum(head.strips) if head is not None else 0.0
    end = start
    notes: list[TextPart] = []
    while end < len(strips):
        before = notes_height(notes)
        notes += strips[end].notes
        used += strips[end].height + (strips[end].gap if end > start else 0.0)
        used += notes_height(notes) - before
        if used > room:
            break
        end += 1
    if end == len(strips):
        return end
    allowed = [at for at in range(start + 1, end + 1) if strips[at].may_start]
    if allowed:
        return allowed[-1]
    return start if may_be_empty else max(end, start + 1)


def notes_on(placed: Sequence[Placed]) -> list[TextPart]:
    """Return the notes of a page, in the order in which they are referred to."""
    return [
        note
        for piece in placed
        if not piece.is_repeated
        for strip in range(piece.first, piece.end)
        for note in piece.part.notes_at(strip)
    ]


def notes_height(notes: Sequence[TextPart]) -> float:
    """Return what the notes at the foot of a page take, with the line above them."""
    return sum(sum(note.strips) for note in notes) + (NOTES_GAP if notes else 0.0)


def _place(strips: Sequence[_Strip]) -> list[Placed]:
    placed: list[Placed] = []
    top = 0.0
    if strips and (head := strips[0].part.head) is not None:
        placed.append(Placed(head, 0, len(head.strips), 0.0, is_repeated=True))
        top = sum(head.strips)
    for number, strip in enumerate(strips):
        if placed and not placed[-1].is_repeated and placed[-1].part is strip.part:
            last = placed[-1]
            placed[-1] = Placed(strip.part, last.first, strip.index + 1, last.top)
        else:
            top += strip.gap if number else 0.0
            placed.append(Placed(strip.part, strip.index, strip.index + 1, top))
        top += strip.height
    return placed
