"""Lays two versions of a letter beside each other, block by block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.domain.letter import (
    Block,
    FigureBlock,
    Heading,
    Letter,
    Listing,
    Paragraph,
    TableBlock,
)
from workbench.letters.differences import Change, Run, compare_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One row of the comparison; a block that stands on one side only has no other.

    Attributes:
        change: `SAME` when nothing differs, else what became of the block.
        runs: How the words differ, when the block stands on both sides.
    """

    change: Change
    left: str
    right: str
    runs: tuple[Run, ...] = ()


def compare_letters(left: Letter, right: Letter) -> list[Pair]:
    """Return the rows in the order of the letters."""
    before, after = list(_texts(left)), list(_texts(right))
    keys = [key for key, _ in before], [key for key, _ in after]
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            both = zip(before[a:b], after[c:d], strict=True)
            pairs += [_pair(one[1], other[1]) for one, other in both]
        else:
            pairs += _apart([text for _, text in before[a:b]], [t for _, t in after[c:d]])
    return pairs


def _apart(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    gone = [Pair(change=Change.REMOVED, left=text, right="") for text in left]
    come = [Pair(change=Change.ADDED, left="", right=text) for text in right]
    return [*gone, *come]


def _pair(left: str, right: str) -> Pair:
    if left == right:
        return Pair(change=Change.SAME, left=left, right=right)
    runs = compare_words(left, right)
    return Pair(change=Change.ADDED, left=left, right=right, runs=runs)


def _texts(letter: Letter) -> list[tuple[str, str]]:
    head = [
        ("subject", letter.subject),
        ("recipient", "\n".join(letter.recipient)),
        ("classification", letter.classification),
    ]
    body = [(block.key, text_of(block)) for block in letter.blocks]
    under = [("signatory", f"{letter.sender.minister}\n{letter.sender.signatory}")]
    attached = [("attachments", "\n".join(letter.attachments))]
    return [one for one in (*head, *body, *under, *attached) if one[1].strip()]


def text_of(block: Block) -> str:
    """Return a block as plain text; a table row by row."""
    if isinstance(block, Heading):
        return block.text
    if isinstance(block, Paragraph):
        return _with_notes(block)
    if isinstance(block, Listing):
        return "\n".join(f"• {_with_notes(item)}" for item in block.items)
    if isinstance(block, TableBlock):
        above = [tuple(span.text for span in block.groups)] if block.groups else []
        rows = [
            *above,
            block.header,
            *(tuple(span.text for span in row) for row in block.rows),
        ]
        lines = [" | ".join(row) for row in rows]
        return "\n".join(filter(None, (block.title, *lines, block.note)))
    assert isinstance(block, FigureBlock)
    return f"{block.title}. {block.alt}"


def _with_notes(block: Paragraph) -> str:
    notes = (f" [noot: {span.note}]" if span.note else span.text for span in block.spans)
    return "".join(notes)
