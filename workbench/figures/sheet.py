"""What a figure is drawn on: how wide, in which colours, with letters how large."""

from dataclasses import dataclass

from workbench.figures.colours import ON_PAPER, Colours


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Paper, or a screen.

    Attributes:
        width: In millimetres; the letter has room for 120.
        text_scale: Enlarges the text; a small map on a screen needs 1.15 or more.
    """

    colours: Colours = ON_PAPER
    width: float = 108.0
    text_scale: float = 1.0


PAPER = Sheet()
