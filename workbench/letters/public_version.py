"""Makes the public version of a letter: what may not be public is not in it at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from workbench.domain.letter import (
    Block,
    BlockKind,
    FigureBlock,
    Heading,
    Letter,
    Listing,
    Paragraph,
    Sender,
    Span,
    TableBlock,
)
from workbench.figures.drawing import Drawing, Text
from workbench.letters.comparing import text_of
from workbench.letters.texts import LetterText

GROUNDS = (
    "Woo, artikel 5.1, eerste lid",
    "Woo, artikel 5.1, tweede lid, onder e",
    "Woo, artikel 5.1, tweede lid",
    "Woo, artikel 5.2, eerste lid",
)
NAME = "[naam]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """What leaves a letter before it is public.

    Attributes:
        names: Of people; they are replaced wherever they stand.
        blocks: Key of each block that goes, with the ground for it.
    """

    names: tuple[str, ...] = ()
    blocks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block that can be left out.

    Attributes:
        kind: What sort of statement it makes; only opinions can be personal views.
    """

    key: str
    text: str
    kind: BlockKind


def list_passages(letter: Letter, text: LetterText | None) -> list[Passage]:
    """Return the blocks of a letter with their kinds, headings left out."""
    return [
        Passage(key=block.key, text=text_of(block), kind=_kind(block, text))
        for block in letter.blocks
        if not isinstance(block, Heading)
    ]


def list_names(letter: Letter) -> list[str]:
    """Return who is named around the letter; whoever else stands in it must be added."""
    sender = letter.sender
    found = [sender.signatory, sender.contact, *letter.recipient[:1]]
    return list(dict.fromkeys(one.strip() for one in found if one.strip()))


def publish(letter: Letter, redaction: Redaction) -> Letter:
    """Return the letter without what was chosen; what is gone leaves a mark."""
    hide = _Hider(redaction.names)
    blocks = tuple(_block(block, redaction, hide) for block in letter.blocks)
    return replace(
        letter,
        subject=f"Openbare versie: {hide.text(letter.subject)}",
        recipient=tuple(hide.text(line) for line in letter.recipient),
        sender=hide.sender(letter.sender),
        their_reference=hide.text(letter.their_reference),
        attachments=tuple(hide.text(one) for one in letter.attachments),
        classification="",
        classification_note="",
        blocks=blocks,
    )


def left_behind(letter: Letter, words: Iterable[str]) -> list[str]:
    """Return which of these words still stand anywhere in a letter."""
    whole = "\n".join(_all_texts(letter))
    return [word for word in words if word.strip() and _pattern(word).search(whole)]


class _Hider:
    """Replaces names, however they are spaced or capitalised."""

    def __init__(self, names: Iterable[str]) -> None:
        self._patterns = [_pattern(name) for name in names if name.strip()]

    def text(self, text: str) -> str:
        for pattern in self._patterns:
            text = pattern.sub(NAME, text)
        return text

    def spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        whole = "".join(span.text for span in spans)
        hidden = self.text(whole)
        noted = tuple(replace(one, note=self.text(one.note)) for one in spans)
        if hidden == whole:
            return noted
        # a name may run over several spans; then the paragraph becomes one
        return Span(text=hidden), *(one for one in noted if one.note)

    def sender(self, sender: Sender) -> Sender:
        hidden: dict[str, Any] = {}
        for one in fields(sender):
            value = getattr(sender, one.name)
            if isinstance(value, str):
                hidden[one.name] = self.text(value)
            else:
                hidden[one.name] = tuple(self.text(line) for line in value)
        if hidden["contact"] != sender.contact:  # his telephone tells who he is
            hidden["contact_details"] = ()
        return replace(sender, **hidden)


def _pattern(name: str) -> re.Pattern[str]:
    words = r"[\s\u00a0]+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _block(block: Block, redaction: Redaction, hide: _Hider) -> Block:
    if ground := redaction.blocks.get(block.key):
        mark = Span(text=f"[Weggelaten op grond van {ground}]", is_bold=True)
        return Paragraph(key=block.key, spans=(mark,))
    if isinstance(block, Heading):
        return replace(block, text=hide.text(block.text))
    if isinstance(block, Paragraph):
        return replace(block, spans=hide.spans(block.spans))
    if isinstance(block, Listing):
        items = tuple(replace(one, spans=hide.spans(one.spans)) for one in block.items)
        return replace(block, items=items)
    if isinstance(block, TableBlock):
        return _table(block, hide)
    return _figure(block, hide)


def _table(block: TableBlock, hide: _Hider) -> TableBlock:
    rows = tuple(
        tuple(replace(cell, text=hide.text(cell.text)) for cell in row)
        for row in block.rows
    )
    return replace(
        block,
        title=hide.text(block.title),
        header=tuple(hide.text(one) for one in block.header),
        rows=rows,
        groups=tuple(replace(one, text=hide.text(one.text)) for one in block.groups),
        note=hide.text(block.note),
    )


def _figure(block: FigureBlock, hide: _Hider) -> FigureBlock:
    drawing = block.figure
    if isinstance(drawing, Drawing):
        shapes = tuple(
            replace(one, text=hide.text(one.text)) if isinstance(one, Text) else one
            for one in drawing.shapes
        )
        drawing = replace(
            drawing,
            title=hide.text(drawing.title),
            alt=hide.text(drawing.alt),
            source=hide.text(drawing.source),
            shapes=shapes,
            header=tuple(hide.text(one) for one in drawing.header),
            rows=tuple(tuple(hide.text(one) for one in row) for row in drawing.rows),
        )
    return replace(
        block,
        title=hide.text(block.title),
        alt=hide.text(block.alt),
        note=hide.text(block.note),
        figure=drawing,
    )


def _kind(block: Block, text: LetterText | None) -> BlockKind:
    if isinstance(block, Paragraph):
        return BlockKind.VIEW if block.is_own else block.kind
    if isinstance(block, Listing):
        kinds = {BlockKind.VIEW if one.is_own else one.kind for one in block.items}
        return kinds.pop() if len(kinds) == 1 else BlockKind.VIEW
    written = text.block(block.key) if text else None
    return written.kind if written else BlockKind.FACT


def _all_texts(letter: Letter) -> Iterator[str]:
    yield from (letter.subject, letter.their_reference, *letter.recipient)
    yield from letter.attachments
    for one in fields(letter.sender):
        value = getattr(letter.sender, one.name)
        yield from (value,) if isinstance(value, str) else value
    for block in letter.blocks:
        yield text_of(block)
        if isinstance(block, FigureBlock) and isinstance(block.figure, Drawing):
            yield block.note
            shapes = block.figure.shapes
            yield from (shape.text for shape in shapes if isinstance(shape, Text))
