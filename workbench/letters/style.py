"""How a text is set."""

from dataclasses import dataclass

from workbench.letters.fonts import Face

BLACK = "#000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Font, size and colour; lengths in points.

    Attributes:
        is_figure: Digits equally wide, and lines that end at the right.
    """

    face: Face
    size: float
    leading: float
    colour: str = BLACK
    is_figure: bool = False

    @property
    def baseline(self) -> float:
        """From the top of a line to the line its letters stand on."""
        return self.leading / 2 + 0.345 * self.size
