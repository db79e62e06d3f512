"""Says how wide words are, so that a chart can leave room without a drawing library.

Widths are those of Fira Sans, of regular and bold the wider one, rounded up: words never
take more room than is told here.
"""

from functools import lru_cache

from workbench.figures.drawing import MM_PER_POINT

ELLIPSIS = "…"

_WIDEST = 1025
_WIDTHS = {
    sign: width
    for width, signs in (
        (250, "!',.:;’·"),
        (275, " \N{NO-BREAK SPACE}"),
        (300, "Iijlï"),
        (325, "()J[]{}"),
        (350, "`•"),
        (375, "f"),
        (400, "t"),
        (425, "-r|"),
        (450, '"*“”'),
        (475, "17z"),
        (500, "?Fcs"),
        (525, "/23<=>L\\_vxy~–\N{MINUS SIGN}"),
        (550, "$+5ETZaâ"),
        (575, "#469CSV^egkéë"),
        (600, "08APXYbdhnopquöü"),
        (625, "BR"),
        (650, "GK"),
        (675, "DU"),
        (700, "HNOQ"),
        (750, "w…"),
        (775, "&"),
        (800, "M"),
        (850, "W"),
        (875, "%m"),
        (900, "→"),
    )
    for sign in signs
}


@lru_cache(maxsize=4096)
def text_width(text: str, size: float) -> float:
    """Return the millimetres that `text` takes at most at `size` points."""
    return sum(_WIDTHS.get(sign, _WIDEST) for sign in text) * size * MM_PER_POINT / 1000


def fit_text(text: str, width: float, size: float) -> str:
    """Return `text`, shortened with an ellipsis where it is wider than `width`."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(text + ELLIPSIS, size) > width:
        text = text[:-1].rstrip()
    return text + ELLIPSIS


def break_text(text: str, width: float, size: float, most: int = 0) -> list[str]:
    """Return `text` in lines of at most `width`; the last of `most` lines is shortened."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [fit_text(line, width, size) for line in lines]
