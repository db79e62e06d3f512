"""Makes the PDF of a letter: PDF/A and PDF/UA-1 in one file, always the same bytes."""

from dataclasses import dataclass
from threading import Lock

from workbench.domain.letter import Letter
from workbench.letters.body import BodySetter
from workbench.letters.font_set import FontSet, shipped_fonts
from workbench.letters.fonts import load_faces, load_own_faces
from workbench.letters.form import Form
from workbench.letters.measures import BODY_BOTTOM, LEFT, PAGE, set_styles
from workbench.letters.pagination import (
    NOTES_GAP,
    Placed,
    notes_height,
    notes_on,
    paginate,
)
from workbench.letters.parts import TextPart
from workbench.letters.signature_field import add_signature_field
from workbench.letters.structure import Element
from workbench.letters.tagged_canvas import TaggedCanvas
from workbench.letters.well_formed import check_form, drop_empty
from workbench.letters.xmp import Metadata

# ReportLab reads a font file through one cursor, so two letters at once would mix them up
_one_at_a_time = Lock()
_NOTE_LINE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedLetter:
    """A letter as it will be sent.

    Attributes:
        block_pages: Page, counted from 1, on which each block starts, by the block's key.
    """

    pdf: bytes
    pages: int
    block_pages: dict[str, int]


def render_letter(
    letter: Letter,
    *,
    fonts: FontSet | None = None,
    receipt: str = "",
) -> RenderedLetter:
    """Return `letter` as a tagged, archivable PDF, dated on the letter's own day.

    Args:
        receipt: Goes into the file as an attachment, which makes it PDF/A-3a; PDF/A-2a
            allows none.

    Raises:
        UnknownGlyphError: The font cannot show a character; nothing was made.
        LetterInvalidError: The letter cannot be made accessible or does not fit its form.
    """
    blocks = drop_empty(letter.blocks)
    check_form(letter, blocks)
    with _one_at_a_time:
        own = letter.fonts if fonts is None else ()
        faces = load_own_faces(own) if own else load_faces(fonts or shipped_fonts())
        styles = set_styles(faces)
        root = Element("StructTreeRoot")
        document = Element("Document", root)
        form = Form(letter, document, styles)
        parts = BodySetter(document, styles, faces).set_body(letter, blocks)
        pages = paginate(parts, form.room)
        canvas = TaggedCanvas(PAGE, faces.regular, _describe(letter, 3 if receipt else 2))
        for number, placed in enumerate(pages):
            form.draw(canvas, number, len(pages))
            _draw_body(canvas, placed, form.top(number))
            _draw_notes(canvas, notes_on(placed))
            if letter.has_signature_field and number == len(pages) - 1:
                add_signature_field(canvas, document)
            canvas.end_page()
        pdf = canvas.finish(root, receipt.encode("utf-8"))
    return RenderedLetter(pdf=pdf, pages=len(pages), block_pages=_find_pages(pages))


def _draw_body(canvas: TaggedCanvas, placed: list[Placed], top: float) -> None:
    for piece in placed:
        if piece.is_repeated:
            piece.part.repeat(canvas, LEFT, top + piece.top)
        else:
            piece.part.draw(canvas, LEFT, top + piece.top, piece.first, piece.end)


def _draw_notes(canvas: TaggedCanvas, notes: list[TextPart]) -> None:
    """Set the notes of a page at the foot of its text area."""
    if not notes:
        return
    top = BODY_BOTTOM - notes_height(notes) + NOTES_GAP
    line = top - NOTES_GAP / 2
    canvas.rule((LEFT, line), (LEFT + _NOTE_LINE, line), 0.5)
    for note in notes:
        note.draw(canvas, LEFT, top, 0, len(note.lines))
        top += sum(note.strips)


def _find_pages(pages: list[list[Placed]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, placed in enumerate(pages, 1):
        for piece in placed:
            if piece.part.key and not piece.is_repeated:
                found.setdefault(piece.part.key, number)
    return found


def _describe(letter: Letter, part: int) -> Metadata:
    marks = ["Concept"] * letter.is_draft + ["Voorbeeld"] * letter.is_sample
    title = " ".join(letter.subject.split())
    author = " ".join(letter.sender.organisation.split())
    return Metadata(
        title=f"{', '.join(marks)}: {title}" if marks else title,
        author=author or title,
        subject=" ".join(letter.reference.split()) or title,
        keywords=", ".join([*marks, "brief"]),
        day=letter.written_on,
        part=part,
    )
