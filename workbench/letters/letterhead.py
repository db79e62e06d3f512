"""The office's own logo and fonts: checked before they are kept, drawn above a letter."""

from __future__ import annotations

import io
import unicodedata

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

from workbench.domain.errors import LetterheadInvalidError
from workbench.letters import measures as m
from workbench.letters.structure import Element
from workbench.letters.tagged_canvas import TaggedCanvas

MOST_DOTS = 4_000
_NEEDED = "".join(chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180)))
_SELDOM = frozenset("\xad\u0149\u017f")
_RESTRICTED = 0x0002  # fsType: may not be embedded


class Logo:
    """A picture at the top of the first page, at its official place."""

    def __init__(self, png: bytes, alt: str, parent: Element) -> None:
        self._picture = ImageReader(io.BytesIO(png))
        self._element = Element("Figure", parent, alt=alt)
        width, height = self._picture.getSize()
        scale = min(m.LOGO_HEIGHT / height, m.LOGO_WIDTH / width)
        self._size = (width * scale, height * scale)

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw it on the page that is open."""
        width, height = self._size
        bottom = canvas.flip(height)
        box = (m.LOGO_LEFT, bottom, m.LOGO_LEFT + width, bottom + height)
        corners = " ".join(f"{value:.2f}" for value in box)
        self._element.attributes = f"<</O/Layout/Placement/Block/BBox[{corners}]>>"
        with canvas.mark(self._element):
            canvas.pen.drawImage(self._picture, m.LOGO_LEFT, bottom, width, height)


def check_logo(raw: bytes) -> bytes:
    """Return a picture as the PNG that goes on letters: plain colours, no transparency.

    Raises:
        LetterheadInvalidError: It is no picture, or larger than 4.000 dots.
    """
    try:
        with Image.open(io.BytesIO(raw), formats=("PNG", "JPEG")) as picture:
            if max(picture.size) > MOST_DOTS:
                raise LetterheadInvalidError(detail="logo_too_large")
            coloured = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise LetterheadInvalidError(detail="logo_unreadable") from error
    paper = Image.new("RGBA", coloured.size, "white")
    paper.alpha_composite(coloured)
    kept = io.BytesIO()
    paper.convert("RGB").save(kept, "PNG")
    return kept.getvalue()


def check_fonts(raws: list[bytes]) -> tuple[bytes, bytes, bytes]:
    """Return the regular, bold and italic of one family, from any number of files.

    Raises:
        LetterheadInvalidError: One of the three is not there, may not be embedded,
            or cannot show the letters of Dutch and its neighbours.
    """
    found: dict[str, bytes] = {}
    for raw in raws:
        try:
            face = TTFontFile(io.BytesIO(raw))
        except TTFError:
            continue  # another kind of font file in the same folder
        name = _style_of(face)
        if name:
            _check_face(face, name)
            found.setdefault(name, raw)
    if len(found) < 3:
        raise LetterheadInvalidError(detail="fonts_incomplete")
    return found["regular"], found["bold"], found["italic"]


def _style_of(face: TTFontFile) -> str:
    """Return "regular", "bold" or "italic", or "" for any other style."""
    name = face.styleName
    style = (name.decode("latin-1") if isinstance(name, bytes) else name).casefold()
    if style in ("italic", "oblique", "bold"):
        return style.replace("oblique", "italic")
    return "regular" if style in ("regular", "book", "normal", "roman") else ""


def _check_face(face: TTFontFile, name: str) -> None:
    face.seek_table("OS/2")
    face.skip(8)
    if face.read_ushort() & _RESTRICTED:
        raise LetterheadInvalidError(detail="font_restricted", font=name)
    shown = {chr(code) for code, glyph in face.charToGlyph.items() if glyph}
    needed = {sign for sign in _NEEDED if unicodedata.category(sign) != "Cc"} - _SELDOM
    if lacking := sorted(needed - shown):
        raise LetterheadInvalidError(
            detail="font_lacks", font=name, signs="".join(lacking[:8])
        )
