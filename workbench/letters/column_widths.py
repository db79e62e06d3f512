"""Shares the width of a table over its columns."""

from collections.abc import Sequence

from workbench.letters.parts import Style
from workbench.letters.spelling import check_glyphs, spell

_LEAST = 24.0


def share_width(
    columns: Sequence[Sequence[str]],
    is_number: Sequence[bool],
    style: Style,
    room: float,
) -> list[float]:
    """Return the width of every column, together `room` points.

    What fits on one line stays on one line; what is left over goes to the columns of
    text. If it does not fit, the widest columns give way, but not below their longest
    word as long as there is room for all longest words.
    """
    natural = [max(_width(text, style) for text in texts) for texts in columns]
    spare = room - sum(natural)
    if spare >= 0:
        takers = [not number for number in is_number]
        if not any(takers):
            takers = [True] * len(columns)
        share = spare / sum(takers)
        return [w + (share if t else 0) for w, t in zip(natural, takers, strict=True)]
    longest = [max(_longest_word(text, style) for text in texts) for texts in columns]
    floors = [min(max(word, _LEAST), room / len(columns)) for word in longest]
    if sum(longest) <= room:
        floors = longest
    return _shrink(natural, floors, room)


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
