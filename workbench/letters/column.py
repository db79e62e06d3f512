"""The right column: who writes, and the references; what is empty has no label."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.domain.errors import LetterInvalidError
from workbench.domain.letter import Letter
from workbench.domain.notation import write_date
from workbench.letters import measures as m
from workbench.letters.lines import Piece
from workbench.letters.parts import TextPart, set_text
from workbench.letters.structure import Element
from workbench.letters.style import Style
from workbench.letters.tagged_canvas import TaggedCanvas

SCALES = (1.0, 0.9, 0.8, 0.7)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A part with its place on the paper, in points from the top left."""

    part: TextPart
    left: float
    top: float

    @property
    def bottom(self) -> float:
        return self.top + sum(self.part.strips)

    def draw(self, canvas: TaggedCanvas) -> None:
        self.part.draw(canvas, self.left, self.top, 0, len(self.part.lines))

    def repeat(self, canvas: TaggedCanvas) -> None:
        self.part.repeat(canvas, self.left, self.top)


@dataclass(frozen=True, slots=True)
class _Group:
    """A label with the lines below it; `is_own` when the label says something itself."""

    label: str
    lines: Sequence[str]
    is_own: bool = False


def set_column(letter: Letter, styles: m.Styles, parent: Element) -> list[Fixed]:
    """Return the column of the first page.

    Raises:
        LetterInvalidError: It does not fit the page, however small.
    """
    sender = letter.sender
    count = sum(bool(title.strip()) for title in letter.attachments)
    letter_on = letter.their_letter_on
    groups = (
        _Group(sender.organisation, (sender.directorate,), is_own=True),
        _Group("", sender.visiting_address),
        _Group("", sender.postal_address),
        _Group("", (sender.website,)),
        _Group("Contactpersoon", (sender.contact, *sender.contact_details)),
        _Group("Ons kenmerk", (letter.reference,)),
        _Group("Uw brief van", (write_date(letter_on) if letter_on else "",)),
        _Group("Uw kenmerk", (letter.their_reference,)),
        _Group("Bijlagen", (str(count) if count else "",)),
    )
    return _stack(groups, styles, m.ADDRESS_TOP, parent)


def set_next_column(letter: Letter, styles: m.Styles) -> list[Fixed]:
    """Return the small column of the next pages; it is repeated, so not in the tree."""
    groups = (
        _Group(letter.sender.organisation, (letter.sender.directorate,), is_own=True),
        _Group("Datum", (write_date(letter.written_on),)),
        _Group("Ons kenmerk", (letter.reference,)),
    )
    return _stack(groups, styles, m.NEXT_TOP, Element("Sect"))


def scaled(style: Style, scale: float) -> Style:
    """Return `style` in a smaller size."""
    return replace(style, size=style.size * scale, leading=style.leading * scale)


def _stack(
    groups: Sequence[_Group], styles: m.Styles, top: float, parent: Element
) -> list[Fixed]:
    texts = [pieces for group in groups if (pieces := _pieces(group, styles))]
    for scale in SCALES:
        style = scaled(styles.small, scale)
        made: list[Fixed] = []
        for pieces in texts:
            part = set_text(Element("P"), style, m.COLUMN_WIDTH, pieces)
            above = made[-1].bottom + style.leading if made else top
            made.append(Fixed(part, m.COLUMN_LEFT, above))
        if not made or made[-1].bottom <= m.COLUMN_BOTTOM:
            for fixed in made:
                parent.adopt(fixed.part.element)
            return made
    raise LetterInvalidError(letter="", detail="column_too_long")


def _pieces(group: _Group, styles: m.Styles) -> list[Piece]:
    lines = "\n".join(line for line in group.lines if line.strip())
    label = group.label.strip()
    if not lines and not (group.is_own and label):
        return []
    pieces = [(styles.small_bold.face, label)] if label else []
    if lines:
        pieces.append((styles.small.face, f"\n{lines}" if label else lines))
    return pieces
