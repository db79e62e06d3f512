"""Knows where a Dutch word may be cut at the end of a line."""

import re
from functools import cache, lru_cache
from typing import Any

_LEAST = 3  # letters on either line
_TREMAS = "äëïöü"
# one plain word in small letters, with the signs that may stand around it
_WORD = re.compile(r"([(„“‘\"']*)([^\W\d_]{7,})([.),;:!?”’\"']*)")


@lru_cache(maxsize=4_000)
def break_points(word: str) -> tuple[int, ...]:
    """Return where `word` may be cut, the last place first; empty for no plain word.

    Never before a letter with a trema: it would lose it there ("co-ordinatie").
    """
    match = _WORD.fullmatch(word)
    if match is None or not match[2][1:].islower():
        return ()
    start, core = match.start(2), match[2]
    points = _patterns().positions(core)
    allowed = [at for at in points if core[at] not in _TREMAS and at.data is None]
    return tuple(start + int(at) for at in reversed(allowed))


@cache
def _patterns() -> Any:
    """Read the patterns at the first word only: it takes some hundredths of a second."""
    from pyphen import Pyphen  # noqa: PLC0415

    return Pyphen(lang="nl_NL", left=_LEAST, right=_LEAST)
