"""Says which font files a letter is set in; the office may point to its own."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from workbench.paths import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class FontSet:
    """The TrueType files of one family.

    OpenType fonts with CFF outlines cannot be embedded; making the letter refuses them.
    """

    regular: Path
    bold: Path
    italic: Path

    def fingerprints(self) -> dict[str, str]:
        """Return the SHA-256 of every file by its name, for the receipt of a letter."""
        files = (self.regular, self.bold, self.italic)
        return {file.name: sha256(file.read_bytes()).hexdigest() for file in files}


def shipped_fonts() -> FontSet:
    """Return Fira Sans, which comes with the program."""
    return FontSet(
        regular=resource("fonts", "FiraSans-Regular.ttf"),
        bold=resource("fonts", "FiraSans-Bold.ttf"),
        italic=resource("fonts", "FiraSans-Italic.ttf"),
    )
