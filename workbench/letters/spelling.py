"""Makes text fit to be set: one spelling per sign, and only signs the font can show."""

import re
import unicodedata

from workbench.domain.errors import UnknownGlyphError
from workbench.letters.fonts import Face

# what only steers the layout elsewhere has no glyph; a no-break sign keeps its meaning,
# because lines never break at it here
_STEERING = str.maketrans(
    {
        "\u00ad": None,
        "\u200b": None,
        "\ufeff": None,
        "\u2007": "\u00a0",
        "\u202f": "\u00a0",
        "\u2010": "-",
        "\u2011": "-",
        "\t": " ",
        "\u2028": "\n",
        "\u2029": "\n",
    }
)
_LINE_ENDS = re.compile(r"\r\n?")
_AROUND = 20


def spell(text: str) -> str:
    """Return `text` with composed letters, plain line ends and no invisible signs."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    return composed.translate(_STEERING)


def check_glyphs(text: str, face: Face) -> None:
    """Make sure that `face` can show all of `text`.

    An absent glyph is drawn as an empty box, which both PDF standards forbid.

    Raises:
        UnknownGlyphError: Names the first character that cannot be shown.
    """
    if face.signs.issuperset(text):
        return
    position = next(at for at, sign in enumerate(text) if sign not in face.signs)
    sign = text[position]
    raise UnknownGlyphError(
        character=sign,
        name=unicodedata.name(sign, f"U+{ord(sign):04X}"),
        text=text[max(0, position - _AROUND) : position + _AROUND + 1],
    )
