"""The form around the text: letterhead, marks, right column and page numbers."""

from collections.abc import Sequence

from workbench.domain.errors import LetterInvalidError
from workbench.domain.letter import Letter
from workbench.domain.notation import write_date
from workbench.letters import measures as m
from workbench.letters.column import SCALES, Fixed, scaled, set_column, set_next_column
from workbench.letters.letterhead import Logo
from workbench.letters.lines import Piece, break_lines
from workbench.letters.parts import set_text
from workbench.letters.structure import Element
from workbench.letters.style import Style
from workbench.letters.tagged_canvas import TaggedCanvas

_BLANK_LINES = 3  # between Betreft and the salutation
_ROOM = 14.0  # between a long address and Datum


class Form:
    """Sets and draws what is not the body, on the first page and the next.

    The elements of the first page are made on construction, before those of the body, so
    that they are read first: marks, sender, address, column, date and subject.

    Attributes:
        body_top: Where the body starts on the first page.
    """

    def __init__(self, letter: Letter, parent: Element, styles: m.Styles) -> None:
        self._letter = letter
        self._styles = styles
        self._parent = Element("Sect", parent)
        alt = f"Logo: {letter.sender.organisation}"
        self._logo = Logo(letter.logo, alt, self._parent) if letter.logo else None
        stamps = self._set_stamps()
        self._frames = [_frame(stamp) for stamp in stamps]
        self._marks = [*stamps, *self._set_classification()]
        top = _below(self._marks[len(stamps) :], m.SENDER_TOP)
        sender = [] if self._logo else self._set_sender(top)
        named = self._set_document_name(_below(sender, m.RETURN_TOP))
        address = self._set_address(_below(named or sender, m.RETURN_TOP))
        column = set_column(letter, styles, self._parent)
        subject = self._set_subject(_below(address, m.DATE_TOP, _ROOM))
        self._first = [*sender, *named, *address, *column, *subject]
        self._next = set_next_column(letter, styles)
        below = subject[-1].bottom + _BLANK_LINES * styles.body.leading
        self.body_top = max(m.SALUTATION_TOP, below)
        if self.body_top > m.BODY_BOTTOM:
            raise LetterInvalidError(letter=letter.subject, detail="letterhead_too_long")

    def room(self, page: int) -> float:
        """Return the height of the text area of a page, counted from 0."""
        return m.BODY_BOTTOM - self.top(page)

    def top(self, page: int) -> float:
        return self.body_top if page == 0 else m.NEXT_TOP

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw the form of one page; it stands on all of them, but is read once."""
        if page == 0:
            if self._logo is not None:
                self._logo.draw(canvas)
            for fixed in [*self._marks, *self._first]:
                fixed.draw(canvas)
            for fold in m.FOLDS:
                start, end = (m.FOLD_LEFT, fold), (m.FOLD_RIGHT, fold)
                canvas.rule(start, end, 0.25, m.FOLD_COLOUR)
        else:
            for fixed in [*self._marks, *self._next]:
                fixed.repeat(canvas)
        for corner, size in self._frames:
            canvas.frame(corner, size)
        self._draw_foot(canvas, f"Pagina {page + 1} van {pages}")

    def _place(
        self,
        pieces: Sequence[Piece],
        style: Style,
        place: tuple[float, float],
        width: float,
        tag: str = "P",
    ) -> Fixed:
        part = set_text(Element(tag, self._parent), style, width, pieces)
        return Fixed(part, *place)

    def _set_stamps(self) -> list[Fixed]:
        """Say first of all that the letter is a draft or made up."""
        letter, style = self._letter, self._styles.stamp
        words = ["CONCEPT"] * letter.is_draft + ["VOORBEELD"] * letter.is_sample
        stamps: list[Fixed] = []
        for word in words:
            top = stamps[-1].bottom + m.STAMP_GAP if stamps else m.STAMP_TOP
            place = (m.COLUMN_LEFT + m.STAMP_PADDING, top)
            stamps.append(self._place([(style.face, word)], style, place, m.COLUMN_WIDTH))
        return stamps

    def _set_classification(self) -> list[Fixed]:
        letter, styles = self._letter, self._styles
        if not letter.classification.strip():
            return []
        pieces = [(styles.small_bold.face, letter.classification.upper())]
        if letter.classification_note.strip():
            pieces.append((styles.small.face, f"  {letter.classification_note}"))
        place = (m.LEFT, m.CLASSIFICATION_TOP)
        return [self._place(pieces, styles.small, place, m.BODY_WIDTH)]

    def _set_sender(self, top: float) -> list[Fixed]:
        sender, styles = self._letter.sender, self._styles
        made: list[Fixed] = []
        for text, style in (
            (sender.organisation, styles.sender),
            (sender.directorate, styles.directorate),
        ):
            if text.strip():
                place = (m.LEFT, made[-1].bottom if made else top)
                made.append(self._place([(style.face, text)], style, place, m.BODY_WIDTH))
        return made

    def _set_document_name(self, top: float) -> list[Fixed]:
        """Set what a note is called; a letter bears no such name."""
        name, style = self._letter.document_name.strip(), self._styles.document
        if not name:
            return []
        return [self._place([(style.face, name)], style, (m.LEFT, top), m.ADDRESS_WIDTH)]

    def _set_address(self, top: float) -> list[Fixed]:
        """Set return address and addressee; what does not fit the window gets smaller."""
        small, body = self._styles.small, self._styles.body
        made: list[Fixed] = []
        is_sent = not self._letter.document_name.strip()
        if is_sent and (back := self._letter.sender.return_address.strip()):
            pieces = [(small.face, f"Retouradres {back}")]
            made.append(self._place(pieces, small, (m.LEFT, top), m.ADDRESS_WIDTH))
        lines = "\n".join(line for line in self._letter.recipient if line.strip())
        if lines:
            lines = lines if is_sent else f"Aan: {lines}"
            top = _below(made, m.ADDRESS_TOP if is_sent else top)
            pieces = [(body.face, lines)]
            style = _fit(pieces, body, m.ADDRESS_BOTTOM - top)
            made.append(self._place(pieces, style, (m.LEFT, top), m.ADDRESS_WIDTH))
        return made

    def _set_subject(self, top: float) -> list[Fixed]:
        body = self._styles.body
        made: list[Fixed] = []
        for label, value, tag in (
            ("Datum", write_date(self._letter.written_on), "P"),
            ("Betreft", self._letter.subject, "H1"),
        ):
            above = made[-1].bottom if made else top
            width = m.VALUE_LEFT - m.LEFT
            made.append(self._place([(body.face, label)], body, (m.LEFT, above), width))
            place = (m.VALUE_LEFT, above)
            pieces = [(body.face, value)]
            made.append(self._place(pieces, body, place, m.VALUE_WIDTH, tag))
        made[-1].part.outline = 0
        return made

    def _draw_foot(self, canvas: TaggedCanvas, number: str) -> None:
        texts = [(number, self._styles.small, m.COLUMN_LEFT)]
        if self._letter.classification.strip():
            style = self._styles.small_bold
            texts.append((self._letter.classification.upper(), style, m.LEFT))
        for text, style, left in texts:
            pieces = [(style.face, text)]
            part = set_text(Element("P"), style, m.BODY_WIDTH, pieces)
            Fixed(part, left, m.FOOT_TOP).repeat(canvas)


def _below(above: Sequence[Fixed], top: float, white: float = 2.0) -> float:
    """Return `top`, or lower if what stands above needs the room."""
    return max([top, *(fixed.bottom + white for fixed in above)])


def _frame(stamp: Fixed) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return corner and size of the frame around a stamp."""
    corner = (stamp.left - m.STAMP_PADDING, stamp.top)
    width = max(line.width for line in stamp.part.lines) + 2 * m.STAMP_PADDING
    return corner, (width, stamp.bottom - stamp.top)


def _fit(pieces: Sequence[Piece], style: Style, room: float) -> Style:
    """Return the largest size of `style` in which the address fits, else the smallest."""
    tried = [scaled(style, scale) for scale in SCALES]
    for smaller in tried:
        lines = break_lines(pieces, smaller.size, m.ADDRESS_WIDTH)
        if len(lines) * smaller.leading <= room:
            return smaller
    return tried[-1]
