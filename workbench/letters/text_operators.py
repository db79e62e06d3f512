"""Writes lines of text as PDF operators, without measuring them once more.

ReportLab's own text object measures every piece it writes, to know where the next begins;
our lines know their places already.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfmetrics

from workbench.letters.fonts import Face
from workbench.letters.numbers import write_colour, write_points

_PLAIN = {code: chr(code) for code in range(0x20, 0x7F)}
_ESCAPED = {ord(sign): f"\\{sign}" for sign in "\\()"}
_OTHERS = {code: f"\\{code:03o}" for code in (*range(0x20), *range(0x7F, 0x100))}
_BYTES = _PLAIN | _ESCAPED | _OTHERS


class TextOperators:
    """One text object in the making; `finish` puts it on the page."""

    def __init__(self, pen: Any, size: float) -> None:
        self._pen = pen
        self._size = size
        self._code = ["BT"]
        self._font: tuple[str, int] = ("", -1)

    def colour(self, colour: str) -> None:
        """Fill the letters with a colour such as "#1C4A78"."""
        self._code.append(f"{write_colour(colour)} rg")

    def move_to(self, x: float, y: float) -> None:
        """Go on at a point from the bottom left corner."""
        self._code.append(f"1 0 0 1 {write_points(x)} {write_points(y)} Tm")

    def write(self, face: Face, text: str) -> None:
        for subset, raw in self._split(face, text):
            self._use(face, subset)
            self._code.append(f"({_escape(raw)}) Tj")

    def write_figure(self, face: Face, text: str) -> None:
        """Write with all digits equally wide, by white on either side of each."""
        for sign, padding in zip(text, face.paddings(text), strict=True):
            ((subset, raw),) = self._split(face, sign)
            self._use(face, subset)
            white = write_points(-padding)
            self._code.append(
                f"[{white}({_escape(raw)}){white}] TJ"
                if padding
                else f"({_escape(raw)}) Tj"
            )

    def finish(self) -> None:
        """Put the text object on the page."""
        self._pen._code.append(" ".join([*self._code, "ET"]))

    def _split(self, face: Face, text: str) -> list[tuple[int, bytes]]:
        font: Any = pdfmetrics.getFont(face.name)
        split: list[tuple[int, bytes]] = font.splitString(text, self._pen._doc)
        return split

    def _use(self, face: Face, subset: int) -> None:
        if self._font != (face.name, subset):
            self._font = (face.name, subset)
            font: Any = pdfmetrics.getFont(face.name)
            name = font.getSubsetInternalName(subset, self._pen._doc)
            self._code.append(f"{name} {write_points(self._size)} Tf")


def _escape(raw: bytes) -> str:
    return raw.decode("latin-1").translate(_BYTES)
