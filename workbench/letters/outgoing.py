"""What a draft says, line by line, for programs in which a ministry comments on it.

The letter that counts is the PDF. What matters here is that every paragraph can be known
again when it comes back: each bears the name of its block.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from workbench.domain.letter import (
    Block,
    FigureBlock,
    Heading,
    Letter,
    Listing,
    Paragraph,
    Span,
    TableBlock,
)
from workbench.domain.notation import write_date

FIXED = "vast_"  # begins the name of a line that is no paragraph of the letter
_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a draft.

    Attributes:
        style: "mark", "sender", "plain", "heading1" to "heading3", "bullet", "number",
            "caption", "table" or "note".
        name: Of the block, for a paragraph that can be changed; else `FIXED` and a number.
    """

    style: str
    runs: tuple[Span, ...] = ()
    name: str = ""
    table: TableBlock | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def block_name(key: str) -> str:
    """Return the name of a block inside a document: short, and nothing but letters."""
    return f"blok_{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def list_lines(letter: Letter) -> list[Line]:
    """Return a draft as lines, from its marks to its attachments."""
    return [
        line if line.name else replace(line, name=f"{FIXED}{number}")
        for number, line in enumerate(_lines(letter))
    ]


def _lines(letter: Letter) -> Iterator[Line]:
    yield from _classification(letter)
    yield _line("mark", "CONCEPT, voor commentaar. Dit is nog geen vastgestelde brief.")
    if letter.is_sample:
        yield _line("mark", "VOORBEELD: deze casus is verzonnen.")
    yield _line("sender", letter.sender.organisation)
    for text in letter.recipient:
        yield _line("plain", text)
    yield _line("plain", f"Datum: {write_date(letter.written_on)}")
    yield _line("heading1", " ".join(letter.subject.split()))
    if letter.salutation:
        yield _line("plain", letter.salutation)
    for block in letter.blocks:
        yield from _block(block)
    for text in (*letter.closing, letter.sender.minister):
        yield _line("plain", text)
    if letter.attachments:
        yield _line("heading2", "Bijlagen")
        for title in letter.attachments:
            yield _line("bullet", title)
    yield from _classification(letter)


def _block(block: Block) -> Iterator[Line]:
    if isinstance(block, Heading):
        yield _line(f"heading{block.level}", block.text)
    elif isinstance(block, Paragraph):
        yield _named("plain", block)
    elif isinstance(block, Listing):
        style = "number" if block.is_numbered else "bullet"
        yield from (_named(style, one) for one in block.items)
    elif isinstance(block, TableBlock):
        yield _line("caption", block.title)
        yield Line(style="table", table=block)
        if block.note:
            yield _line("note", block.note)
    elif isinstance(block, FigureBlock):
        yield _line("note", f"[Figuur: {block.title}. {block.alt}]")


def _classification(letter: Letter) -> Iterator[Line]:
    """Yield the mark that stands at either end of a confidential letter."""
    if letter.classification:
        note = f" ({letter.classification_note})" if letter.classification_note else ""
        yield _line("mark", f"{letter.classification.upper()}{note}")


def shown_text(block: Paragraph) -> str:
    """Return what a paragraph says in the document, its notes in place."""
    return "".join(run.text for run in _shown(block))


def _shown(block: Paragraph) -> tuple[Span, ...]:
    return tuple(
        replace(one, text=f"{one.text}[noot: {one.note}]") if one.note else one
        for one in block.spans
    )


def _named(style: str, block: Paragraph) -> Line:
    return Line(style=style, runs=_shown(block), name=block_name(block.key))


def _line(style: str, text: str) -> Line:
    return Line(style=style, runs=(Span(text=text),))


def pack(parts: Mapping[str, str], first: str = "") -> bytes:
    """Return parts as a zip that is the same every time.

    Args:
        first: Content of an uncompressed part "mimetype" in front; empty for none.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        if first:
            packed.writestr(_entry("mimetype", zipfile.ZIP_STORED), first)
        for name, part in parts.items():
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            packed.writestr(_entry(name, zipfile.ZIP_DEFLATED), head + part)
    return stream.getvalue()


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = method
    entry.external_attr = 0o644 << 16
    return entry
