"""Shares the width of a table over its columns."""

from collections.abc import Sequence

from workbench.letters.spelling import check_glyphs, spell
from workbench.letters.style import Style

_LEAST = 24.0
_AIR = 24.0


def share_width(
    columns: Sequence[Sequence[str]],
    is_number: Sequence[bool],
    style: Style,
    room: float,
) -> list[float]:
    """Return the width of every column, together `room` points.

    What fits on one line stays on one line; what is left over gives the columns of figures
    some air and goes for the rest to the columns of text. If it does not fit, the widest
    columns give way, but not below their longest word as long as there is room for all.
    """
    natural = [max(_width(text, style) for text in texts) for texts in columns]
    spare = room - sum(natural)
    if spare >= 0:
        return _spread(natural, is_number, spare)
    longest = [max(_longest_word(text, style) for text in texts) for texts in columns]
    floors = [min(max(word, _LEAST), room / len(columns)) for word in longest]
    if sum(longest) <= room:
        floors = longest
    return _shrink(natural, floors, room)


def _spread(natural: list[float], is_number: Sequence[bool], spare: float) -> list[float]:
    figures = sum(is_number)
    words = len(is_number) - figures
    air = min(_AIR, spare / 2 / figures) if figures and words else spare / max(figures, 1)
    rest = (spare - air * figures) / words if words else 0.0
    return [
        width + (air if number else rest)
        for width, number in zip(natural, is_number, strict=True)
    ]


def _shrink(wanted: list[float], floors: list[float], room: float) -> list[float]:
    """Return `wanted` cut off at one common height, so that together they are `room`."""
    low, high = 0.0, max(wanted)
    for _ in range(40):
        middle = (low + high) / 2
        widths = [max(f, min(w, middle)) for w, f in zip(wanted, floors, strict=True)]
        low, high = (middle, high) if sum(widths) <= room else (low, middle)
    widths = [max(f, min(w, low)) for w, f in zip(wanted, floors, strict=True)]
    spare = (room - sum(widths)) / len(widths)
    return [width + max(spare, 0.0) for width in widths]


def _width(text: str, style: Style) -> float:
    spelt = spell(text)
    check_glyphs(spelt, style.face)
    # a hair more, so that rounding never makes a line that just fits break
    return max(
        style.face.width(line, is_figure=True) * style.size / 1000 + 0.1
        for line in spelt.split("\n")
    )


def _longest_word(text: str, style: Style) -> float:
    return max((_width(word, style) for word in text.split()), default=0.0)
