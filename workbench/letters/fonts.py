"""Loads the fonts of a letter and knows how wide their characters are."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from workbench.domain.errors import LetterInvalidError
from workbench.letters.font_set import FontSet

_NO_SIGNS = ("Cc", "Cn", "Cs")  # control characters, non-characters, half pairs
_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One loaded font.

    Attributes:
        name: As ReportLab knows it.
        widths: Advance per character, in thousandths of the size.
        signs: The characters it can show, and the line end.
        digit: Advance of a digit in a column of figures.
        address: Where text in it leads to; empty for plain text.
        language: Of text in it, such as "fy-NL"; empty for that of the letter.
        note: Number of the note that text in it refers to; 0 for none.
        is_hyphen: It is the hyphen of a word that was cut, which is not read.
    """

    name: str
    widths: Mapping[str, float]
    signs: frozenset[str]
    digit: float
    address: str = ""
    language: str = ""
    note: int = 0
    is_hyphen: bool = False

    @property
    def is_plain(self) -> bool:
        return not (self.address or self.language or self.note or self.is_hyphen)

    def width(self, text: str, *, is_figure: bool = False) -> float:
        """Return the width in thousandths of the size.

        Fira's own digits differ in width; in figures all stand as wide as the widest, so
        that units come under units.
        """
        return _advance(self, text, is_figure)

    def paddings(self, text: str) -> list[float]:
        """Return per character of a figure the room on either side of it."""
        return [(self.digit - self.widths[c]) / 2 if c in _DIGITS else 0.0 for c in text]


@lru_cache(maxsize=20_000)
def _advance(face: Face, text: str, is_figure: bool) -> float:
    """Return the width of a word; the same words return in every letter."""
    if is_figure:
        return sum(face.digit if c in _DIGITS else face.widths[c] for c in text)
    return sum(map(face.widths.__getitem__, text))


@lru_cache(maxsize=50)
def hyphen_of(face: Face) -> Face:
    """Return the face in which the hyphen of a cut word is written."""
    return replace(face, is_hyphen=True)


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """The three fonts a letter needs."""

    regular: Face
    bold: Face
    italic: Face


@lru_cache(maxsize=8)
def load_faces(fonts: FontSet) -> Faces:
    """Return the loaded fonts; each file is read once per process.

    Raises:
        LetterInvalidError: A file is missing or is no TrueType font.
    """
    return Faces(
        regular=_load(fonts.regular), bold=_load(fonts.bold), italic=_load(fonts.italic)
    )


@lru_cache(maxsize=8)
def load_own_faces(fonts: tuple[bytes, ...]) -> Faces:
    """Return the loaded fonts of an office: regular, bold and italic.

    Raises:
        LetterInvalidError: One of them is no TrueType font.
    """
    regular, bold, italic = (_load_kept(raw) for raw in fonts)
    return Faces(regular=regular, bold=bold, italic=italic)


def _load(file: Path) -> Face:
    name = f"{file.stem}-{sha256(str(file).encode()).hexdigest()[:12]}"
    return _face(name, str(file))


def _load_kept(raw: bytes) -> Face:
    return _face(f"eigen-{sha256(raw).hexdigest()[:12]}", BytesIO(raw))


def _face(name: str, file: str | BytesIO) -> Face:
    try:
        # asciiReadable would put all of ASCII in every subset
        font = TTFont(name, file, asciiReadable=False, shapable=False)
    except (TTFError, OSError) as error:
        detail = "font_unreadable"
        raise LetterInvalidError(letter="", detail=detail, path=name) from error
    pdfmetrics.registerFont(font)
    face = font.face
    # fonts list codes without a picture too: they point to glyph 0, the empty box
    codes = [code for code, glyph in face.charToGlyph.items() if glyph != 0]
    widths = {chr(code): face.getCharWidth(code) for code in codes}
    # a no-break space is written as a plain one: it keeps words together, no more
    widths["\u00a0"] = widths.get(" ", face.defaultWidth)
    digit = max(widths.get(sign, 0.0) for sign in _DIGITS)
    signs = frozenset(
        sign for sign in widths if unicodedata.category(sign) not in _NO_SIGNS
    )
    return Face(name=name, widths=widths, signs=signs | {"\n"}, digit=digit)
