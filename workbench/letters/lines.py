"""Breaks text into lines, without any markup: what is typed is what is shown."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.letters.fonts import Face, hyphen_of
from workbench.letters.hyphenation import break_points
from workbench.letters.spelling import check_glyphs, spell

Piece = tuple[Face, str]

_TOKENS = re.compile(r"\n| +|[^\n ]+")
_HYPHEN = "-"
_RAGGED = 42.0  # points of white at the end of a line that call for a hyphen
_SEAMS = "-/.@_–"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One set line.

    Attributes:
        pieces: Ends in a space when a word follows on the next line, because readers of
            the text join lines: without it they say "adviesvoor".
        width: In points, without that space.
    """

    pieces: tuple[Piece, ...]
    width: float


def break_lines(
    pieces: Iterable[Piece],
    size: float,
    width: float,
    *,
    is_figure: bool = False,
    hyphenates: bool = False,
) -> list[TextLine]:
    """Return the lines of `pieces` within `width` points; a line end forces a new one.

    A word wider than the line is cut after a hyphen or another seam, else anywhere.

    Args:
        hyphenates: A Dutch word may be cut where the line would else stay short.
    """
    breaker = _Breaker(size, width, is_figure)
    breaker.hyphenates = hyphenates
    for face, raw in pieces:
        text = spell(raw)
        check_glyphs(text, face)
        for token in _TOKENS.findall(text):
            breaker.take(face, token)
    return breaker.finish()


class _Breaker:
    """Fills lines word by word; remembers the word that is still growing."""

    def __init__(self, size: float, width: float, is_figure: bool) -> None:
        self._scale = size / 1000
        self._room = width
        self._is_figure = is_figure
        self.hyphenates = False
        self._lines: list[TextLine] = []
        self._line: list[Piece] = []
        self._used = 0.0
        self._word: list[Piece] = []
        self._word_width = 0.0
        self._space: Piece | None = None

    def take(self, face: Face, token: str) -> None:
        if token == "\n":
            self._place_word()
            self._end_line(joins=True)
        elif token[0] == " ":
            self._place_word()
            self._space = (face, token)
        else:
            self._word.append((face, token))
            self._word_width += self._width(face, token)

    def finish(self) -> list[TextLine]:
        self._place_word()
        if self._line:
            self._end_line(joins=False)
        return self._lines

    def _width(self, face: Face, text: str) -> float:
        return self._scale * face.width(text, is_figure=self._is_figure)

    def _place_word(self) -> None:
        if not self._word:
            return
        word, width = self._word, self._word_width
        self._word, self._word_width = [], 0.0
        space, self._space = self._space, None
        if self._line:
            gap = self._width(*space) if space else 0.0
            if self._used + gap + width > self._room:
                if halves := self._hyphenated(word, gap):
                    word = self._break_word(space, gap, halves)
                    width = sum(self._width(*piece) for piece in word)
                else:
                    self._end_line(joins=True)
            elif space:
                self._line.append(space)
                self._used += gap
        while not self._line and width > self._room and (cut := self._cut(word)):
            self._line, word = cut
            self._used = sum(self._width(*piece) for piece in self._line)
            width -= self._used
            self._end_line(joins=False)
        self._line += word
        self._used += width

    def _hyphenated(self, word: list[Piece], gap: float) -> tuple[Piece, Piece] | None:
        """Return both halves of a word that would leave the line too short."""
        free = self._room - self._used - gap
        if not self.hyphenates or free < _RAGGED or len(word) != 1:
            return None
        face, text = word[0]
        if not face.is_plain:
            return None
        hyphen = self._width(face, _HYPHEN)
        for at in break_points(text):
            if self._width(face, text[:at]) + hyphen <= free:
                return (face, text[:at]), (face, text[at:])
        return None

    def _break_word(
        self, space: Piece | None, gap: float, halves: tuple[Piece, Piece]
    ) -> list[Piece]:
        """End the line with the first half and a hyphen; return the other half."""
        first, rest = halves
        self._line += [*([space] if space else []), first]
        self._line.append((hyphen_of(first[0]), _HYPHEN))
        self._used += gap + self._width(*first) + self._width(first[0], _HYPHEN)
        self._end_line(joins=False)
        return [rest]

    def _cut(self, word: list[Piece]) -> tuple[list[Piece], list[Piece]] | None:
        """Return the part of a too wide word that fills a line, and the rest."""
        signs = [(face, sign) for face, text in word for sign in text]
        fit, used = 0, 0.0
        while fit < len(signs) and used <= self._room:
            used += self._width(*signs[fit])
            fit += 1
        fit = max(fit - 1, 1)
        if fit >= len(signs):
            return None
        seams = [at for at in range(fit // 2, fit) if signs[at][1] in _SEAMS]
        at = seams[-1] + 1 if seams else fit
        return _join(signs[:at]), _join(signs[at:])

    def _end_line(self, *, joins: bool) -> None:
        if joins and self._line:
            self._line.append((self._line[-1][0], " "))
        self._lines.append(TextLine(tuple(_join(self._line)), self._used))
        self._line, self._used, self._space = [], 0.0, None


def _join(pieces: Sequence[Piece]) -> list[Piece]:
    """Return `pieces` with neighbours of one face taken together."""
    joined: list[Piece] = []
    for face, text in pieces:
        if joined and joined[-1][0] is face:
            joined[-1] = (face, joined[-1][1] + text)
        else:
            joined.append((face, text))
    return joined
