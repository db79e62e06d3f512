"""Own text with live facts in it: `{case.change}` is a fact, `{=12}` a number left free.

The user types and sees plain text. What was bound stays bound while the text around it
is changed; a fact that is typed over becomes plain text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.domain.finding import Fact
from workbench.domain.letter import Span
from workbench.domain.notation import UNKNOWN

HOLE = "[nog onbekend"
_TOKEN = re.compile(r"\{(?:=([^{}\n]+)|([A-Za-z][A-Za-z0-9_.-]*))\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of plain text, a fact, or a number that was left free on purpose."""

    text: str = ""
    fact: str = ""
    is_free: bool = False

    @property
    def is_bound(self) -> bool:
        return self.is_free or self.fact != ""


def read_live(stored: str) -> tuple[Piece, ...]:
    """Return the pieces of a kept text."""
    pieces, at = [], 0
    for match in _TOKEN.finditer(stored):
        if match.start() > at:
            pieces.append(Piece(text=stored[at : match.start()]))
        if match[1] is not None:
            pieces.append(Piece(text=match[1], is_free=True))
        else:
            pieces.append(Piece(fact=match[2]))
        at = match.end()
    if at < len(stored):
        pieces.append(Piece(text=stored[at:]))
    return tuple(pieces)


def write_live(pieces: Iterable[Piece]) -> str:
    """Return a text as it is kept."""
    return "".join(_token(piece) for piece in pieces)


def keep_spans(spans: Iterable[Span]) -> str:
    """Return generated text as it is kept, its facts live."""
    return "".join(f"{{{one.fact}}}" if one.fact else one.text for one in spans)


def show_piece(piece: Piece, facts: Mapping[str, Fact]) -> str:
    """Return a piece as the reader sees it; an unknown fact says so."""
    if not piece.fact:
        return piece.text
    fact = facts.get(piece.fact)
    if fact is None or fact.text in ("", UNKNOWN):
        return f"{HOLE}: {fact.label if fact and fact.label else piece.fact}]"
    return fact.text


def show_live(stored: str, facts: Mapping[str, Fact]) -> str:
    """Return a kept text as the user sees and types it."""
    return "".join(show_piece(piece, facts) for piece in read_live(stored))


def facts_in(stored: str) -> tuple[str, ...]:
    """Return the keys of the facts in a kept text, each once."""
    return tuple(dict.fromkeys(one.fact for one in read_live(stored) if one.fact))


def plain_parts(stored: str) -> str:
    """Return what is neither a fact nor free; in their place stands a comma."""
    return "".join("," if one.is_bound else one.text for one in read_live(stored))


def retype(stored: str, facts: Mapping[str, Fact], typed: str) -> str:
    """Return the kept form of what the user made of a text."""
    pieces = read_live(stored)
    shown = "".join(show_piece(piece, facts) for piece in pieces)
    if shown == typed:
        return stored
    kept = dict(_kept(pieces, facts, shown, typed))
    made, at = "", 0
    while at < len(typed):
        if at in kept:
            piece = kept[at]
            made += _token(piece)
            at += len(show_piece(piece, facts))
        else:
            made += typed[at]
            at += 1
    return made


def bind(stored: str, found: str, fact: str) -> str:
    """Return the text with a loose number or day bound to a fact, or left free.

    Args:
        fact: Key of the fact; empty leaves it free.
    """
    token = Piece(fact=fact) if fact else Piece(text=found, is_free=True)
    loose = re.compile(rf"(?<![\w,.]){re.escape(found)}(?![\w,.]*\d|\w)", re.IGNORECASE)
    return "".join(
        _token(piece) if piece.is_bound else loose.sub(lambda _: _token(token), piece.text)
        for piece in read_live(stored)
    )


def _kept(
    pieces: Iterable[Piece], facts: Mapping[str, Fact], shown: str, typed: str
) -> Iterator[tuple[int, Piece]]:
    """Yield where in the typed text a bound piece still stands whole."""
    matcher = SequenceMatcher(None, shown, typed, autojunk=False)
    same = [(a, b, size) for a, b, size in matcher.get_matching_blocks() if size]
    at = 0
    for piece in pieces:
        end = at + len(show_piece(piece, facts))
        for start, there, size in same:
            if piece.is_bound and start <= at and end <= start + size:
                moved = there + at - start
                if _stands_alone(typed, moved, moved + end - at):
                    yield moved, piece
        at = end


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _token(piece: Piece) -> str:
    if piece.fact:
        return f"{{{piece.fact}}}"
    return f"{{={piece.text}}}" if piece.is_free else piece.text
