"""What charts have in common: words, an axis with round numbers, and the note below."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import count

from workbench.figures.drawing import Anchor, Area, Shape, Text, rectangle
from workbench.figures.lettering import break_text
from workbench.figures.sheet import Sheet

TEXT_SIZE = 7.2
LINE_HEIGHT = 3.3
BORDER = 0.18
_STEPS = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5))


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Numbers from `low` to `high` on millimetres from `start` to `end`."""

    low: Fraction
    high: Fraction
    start: float
    end: float

    def at(self, number: Fraction) -> float:
        """Return where `number` lies."""
        part = float((number - self.low) / (self.high - self.low))
        return round(self.start + part * (self.end - self.start), 3)


def words(
    sheet: Sheet,
    x: float,
    y: float,
    text: str,
    *,
    is_bold: bool = False,
    anchor: Anchor = Anchor.START,
    colour: str = "",
) -> Text:
    """Return a text in the type of charts; the sheet enlarges it."""
    return Text(
        x=round(x, 3),
        y=round(y, 3),
        text=text,
        size=round(TEXT_SIZE * sheet.text_scale, 3),
        is_bold=is_bold,
        colour=colour or sheet.colours.ink,
        anchor=anchor,
    )


def paragraph(
    sheet: Sheet, top: float, text: str, *, left: float = 0.2, is_bold: bool = False
) -> tuple[list[Shape], float]:
    """Return the lines of a text over the width of the sheet, and where it ends."""
    size = TEXT_SIZE * sheet.text_scale
    height = LINE_HEIGHT * sheet.text_scale
    colour = sheet.colours.ink if is_bold else sheet.colours.muted
    lines = break_text(text, sheet.width - left - 0.4, size)
    shapes: list[Shape] = [
        words(sheet, left, top + (n + 0.8) * height, line, is_bold=is_bold, colour=colour)
        for n, line in enumerate(lines)
    ]
    return shapes, top + len(lines) * height


def key_box(
    sheet: Sheet, x: float, top: float, name: str, fill: str, hatch: str | None = None
) -> list[Shape]:
    """Return one entry of a legend: a box with its name to the right."""
    scale = sheet.text_scale
    box = Area(
        rings=rectangle(x, top, 6 * scale, 3.4 * scale),
        fill=fill,
        stroke=sheet.colours.outline,
        width=BORDER,
        hatch=hatch,
    )
    return [box, words(sheet, x + 7.4 * scale, top + 2.65 * scale, name)]


def round_numbers(low: Fraction, high: Fraction, wanted: int) -> list[Fraction]:
    """Return some `wanted` round numbers that begin at or below `low` and reach `high`."""
    span = max(high - low, Fraction(1, 100))
    for power in count(-4):
        for base in _STEPS:
            step = base * Fraction(10) ** power
            first = low // step
            last = -(-high // step)
            if step * wanted >= span:
                return [
                    step * at for at in range(int(first), int(max(last, first + 1)) + 1)
                ]
    raise AssertionError


def end_sentence(text: str) -> str:
    """Return a source as one sentence; nothing for nothing."""
    plain = text.strip().rstrip(".")
    return f"{plain}." if plain else ""
