"""Turns the advisor's own text into blocks: paragraphs, bullets and numbered lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from workbench.domain.finding import Fact
from workbench.domain.letter import Block, Listing, OwnText, Paragraph, Span
from workbench.letters.live_text import HOLE, read_live, show_piece

LANGUAGES = {
    "fy": "fy-NL",
    "en": "en-GB",
    "de": "de-DE",
    "fr": "fr-FR",
    "pap": "pap",
}
_LANGUAGE = re.compile(rf"\[({'|'.join(LANGUAGES)}|noot): ([^\[\]\n]+)\]")
_BULLET = re.compile(r"\s*[-•*–]\s+(?=\S)")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+(?=\S)")


def own_key(block_key: str) -> str:
    """Return the id of the own text a block was made of, or "" for a generated one."""
    if not block_key.startswith("own-"):
        return ""
    return block_key.removeprefix("own-").partition(".")[0]


def own_blocks(own: OwnText, facts: Mapping[str, Fact]) -> tuple[Block, ...]:
    """Return the blocks of an own text; an empty line begins a new paragraph."""
    made: list[Block] = []
    for kind, lines in _parts(own.text):
        key = f"own-{own.id}.{len(made)}" if made else f"own-{own.id}"
        if not kind:
            words = "\n".join(line.strip() for line in lines)
            made.append(_paragraph(key, words, facts))
            continue
        items = tuple(
            _paragraph(f"{key}.{number}", _bare(line, kind), facts)
            for number, line in enumerate(lines, start=1)
        )
        levels = _levels(lines)
        is_numbered = kind == "number"
        made.append(Listing(key=key, items=items, is_numbered=is_numbered, levels=levels))
    return tuple(made)


def _parts(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield "", "bullet" or "number" with the lines that belong together."""
    for chunk in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in chunk.split("\n") if line.strip()]
        for kind, group in groupby(lines, key=_kind):
            yield kind, list(group)


def _levels(lines: list[str]) -> tuple[int, ...]:
    """Return how deep each line lies; two spaces or a tab lie one deeper."""
    depths = [len(_expand(line)) - len(_expand(line).lstrip()) for line in lines]
    levels = [(depth - min(depths)) // 2 for depth in depths]
    return tuple(levels) if any(levels) else ()


def _expand(line: str) -> str:
    return line.replace("\t", "  ")


def _kind(line: str) -> str:
    if _BULLET.match(line):
        return "bullet"
    return "number" if _NUMBER.match(line) else ""


def _bare(line: str, kind: str) -> str:
    marks = {"bullet": _BULLET, "number": _NUMBER}
    return marks[kind].sub("", line, count=1) if kind else line.strip()


def _paragraph(key: str, stored: str, facts: Mapping[str, Fact]) -> Paragraph:
    spans: list[Span] = []
    for piece in read_live(stored):
        text = show_piece(piece, facts)
        if piece.is_bound:
            is_hole = piece.fact != "" and text.startswith(HOLE)
            spans.append(Span(text=text, fact=piece.fact, is_bold=is_hole))
        else:
            spans.extend(_plain_spans(text))
    return Paragraph(key=key, spans=tuple(spans), is_own=True)


def _plain_spans(text: str) -> Iterator[Span]:
    """Yield plain text; words between "[fy: " and "]" are of that language.

    What stands between "[noot: " and "]" goes to the foot of the page.
    """
    at = 0
    for match in _LANGUAGE.finditer(text):
        if match.start() > at:
            yield Span(text=text[at : match.start()])
        if match[1] == "noot":
            yield Span(text="", note=match[2])
        else:
            yield Span(text=match[2], language=LANGUAGES[match[1]])
        at = match.end()
    if at < len(text):
        yield Span(text=text[at:])
