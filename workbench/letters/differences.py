"""What differs between two texts, word by word, and how two changes go together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

# a word goes with the white behind it, or every space would seem to have stayed
_WORDS = re.compile(r"\{[^{}\n]*\}\s*|[^\s{}]+\s*|\s+|[{}]\s*")


class Change(StrEnum):
    """What became of a run of words."""

    SAME = "gelijk"
    REMOVED = "weg"
    ADDED = "nieuw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words with what became of them."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """`words` take the place of `start` to `end` of the text both began from."""

    start: int
    end: int
    words: tuple[str, ...]


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """Return the runs that make the new text out of the old one."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    runs = []
    for tag, a, b, c, d in _match(before, after).get_opcodes():
        if tag == "equal":
            runs.append(Run(change=Change.SAME, text="".join(before[a:b])))
            continue
        if a < b:
            runs.append(Run(change=Change.REMOVED, text="".join(before[a:b])))
        if c < d:
            runs.append(Run(change=Change.ADDED, text="".join(after[c:d])))
    return tuple(runs)


def merge(base: str, mine: str, theirs: str) -> str | None:
    """Return the text with both changes, or `None` when they touch the same words."""
    if theirs in (mine, base):
        return mine
    if mine == base:
        return theirs
    words = _WORDS.findall(base)
    ours = list(_edits(words, _WORDS.findall(mine)))
    other = list(_edits(words, _WORDS.findall(theirs)))
    both = sorted({*ours, *other}, key=lambda one: (one.start, one.end))
    if any(_collide(one, later) for one, later in pairwise(both)):
        return None
    made, at = [], 0
    for edit in both:
        made += words[at : edit.start]
        made += edit.words
        at = edit.end
    return "".join([*made, *words[at:]])


def _match(before: Sequence[str], after: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, before, after, autojunk=False)


def _edits(before: Sequence[str], after: Sequence[str]) -> Iterator[_Edit]:
    for tag, a, b, c, d in _match(before, after).get_opcodes():
        if tag != "equal":
            yield _Edit(a, b, tuple(after[c:d]))


def _collide(one: _Edit, later: _Edit) -> bool:
    """Return whether two edits touch; words put in at one place collide as well."""
    return later.start < one.end or later.start == one.start
