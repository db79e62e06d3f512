"""Makes the values of a letter from findings, text blocks and the advisor's own text.

Nothing is drawn here: `rendering.py` does that. Every placeholder in a text block
becomes a span that names its fact, so that a reader can open what a sentence rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from workbench.domain.finding import Fact
from workbench.domain.letter import (
    Block,
    Heading,
    Letter,
    Listing,
    OwnText,
    Paragraph,
    Sender,
    Span,
)
from workbench.domain.notation import UNKNOWN
from workbench.letters.compose_facts import Dossier, collect_facts
from workbench.letters.compose_parts import build_part
from workbench.letters.conditions import Conditions
from workbench.letters.texts import PLACEHOLDER, LetterText, TextBlock

PRINCIPLES = 5
_LIST = "-lijst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What a letter gets when it is made: date, reference, sender and addressee."""

    written_on: date
    sender: Sender
    recipient: tuple[str, ...]
    reference: str = ""
    is_draft: bool = True
    classification: str = ""
    classification_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A letter and what it still lacks.

    Attributes:
        holes: Labels of facts a sentence needs but that are unknown, in order.
    """

    letter: Letter
    holes: tuple[str, ...]


def compose_letter(text: LetterText, dossier: Dossier, issue: Issue) -> Composed:
    """Return the letter of this dossier in the words of `text`."""
    facts = collect_facts(dossier)
    composer = _Composer(text, dossier, facts)
    blocks = composer.blocks()
    letter = Letter(
        kind=text.kind,
        subject=composer.plain(text.subject),
        reference=issue.reference,
        is_draft=issue.is_draft,
        is_sample=dossier.case.is_sample,
        written_on=issue.written_on,
        sender=issue.sender,
        recipient=issue.recipient,
        salutation=text.salutation,
        their_reference=dossier.case.their_reference,
        their_letter_on=dossier.case.their_letter_on,
        blocks=blocks,
        closing=text.closing,
        attachments=dossier.attachments,
        classification=issue.classification,
        classification_note=issue.classification_note,
    )
    return Composed(letter=letter, holes=tuple(dict.fromkeys(composer.holes)))


class _Composer:
    """Walks the text blocks of one letter once."""

    def __init__(self, text: LetterText, dossier: Dossier, facts: dict[str, Fact]) -> None:
        self._text = text
        self._dossier = dossier
        self._facts = facts
        self._conditions = Conditions(
            dossier.case, dossier.assessment, dossier.locations, facts
        )
        self._item_keys: set[str] = set()
        self.holes: list[str] = []

    def blocks(self) -> tuple[Block, ...]:
        made: list[Block] = []
        for section, title in self._text.sections:
            inside = self._section(section)
            if inside:
                made.append(Heading(key=f"section-{section}", text=title))
                made.extend(inside)
        return tuple(made)

    def plain(self, template: str) -> str:
        return "".join(span.text for span in self._spans(template, "", is_bold=False))

    def _section(self, section: str) -> list[Block]:
        made: list[Block] = []
        placed: set[str] = set()
        inside = [block for block in self._text.blocks if block.section == section]
        for repeat, group in groupby(inside, key=lambda block: block.repeat):
            together = list(group)
            for number in self._numbers(repeat):
                for text_block in together:
                    made.extend(self._made_from(text_block, number))
        result: list[Block] = []
        for block in _gather_items(made, self._item_keys):
            result.append(block)
            inner = [item.key for item in block.items] if isinstance(block, Listing) else []
            for key in (*inner, block.key):
                result.extend(self._own_after(key, placed))
        strays = [
            own
            for own in self._dossier.own_texts
            if own.id not in placed and self._belongs(own.after) == section
        ]
        result.extend(_own_paragraph(own) for own in strays)
        return result

    def _belongs(self, after: str) -> str:
        """Return the section a text of one's own belongs to; the last when it is lost."""
        if after.startswith("section-"):
            return after.removeprefix("section-")
        plain = after.removesuffix("-heading").removesuffix(_LIST)
        return self._text.section_of(plain) or self._text.sections[-1][0]

    def _own_after(self, key: str, placed: set[str]) -> list[Block]:
        mine = [own for own in self._dossier.own_texts if own.after == key]
        placed.update(own.id for own in mine)
        return [_own_paragraph(own) for own in sorted(mine, key=lambda own: own.position)]

    def _numbers(self, repeat: str) -> list[str]:
        if repeat == "principle":
            return [str(number + 1) for number in range(PRINCIPLES)]
        if repeat == "location":
            return [str(number + 1) for number in range(len(self._dossier.locations))]
        return [""]

    def _made_from(self, block: TextBlock, number: str) -> list[Block]:
        if not self._conditions.hold(block.when, number):
            return []
        key = block.key.replace("#", number)
        made: list[Block] = []
        if block.heading:
            heading = "".join(
                s.text for s in self._spans(block.heading, number, is_bold=False)
            )
            made.append(Heading(key=f"{key}-heading", text=heading, level=3))
        if block.builder:
            dossier = self._dossier
            part = build_part(
                block.builder, key, dossier.case, dossier.locations, self._facts
            )
            return [*made, part] if part is not None else []
        if not block.text:
            return made
        if block.is_item:
            self._item_keys.add(key)
        made.append(
            Paragraph(
                key=key,
                spans=self._spans(block.text, number, is_bold=block.is_bold),
                kind=block.kind,
                rule=block.rule.replace("#", number),
            )
        )
        return made

    def _spans(self, template: str, number: str, *, is_bold: bool) -> tuple[Span, ...]:
        spans: list[Span] = []
        at = 0
        for match in PLACEHOLDER.finditer(template):
            if match.start() > at:
                spans.append(Span(text=template[at : match.start()], is_bold=is_bold))
            spans.append(self._fact_span(match[1].replace("#", number), is_bold=is_bold))
            at = match.end()
        if at < len(template):
            spans.append(Span(text=template[at:], is_bold=is_bold))
        return tuple(spans)

    def _fact_span(self, key: str, *, is_bold: bool) -> Span:
        fact = self._facts.get(key)
        if fact is None or fact.text in ("", UNKNOWN):
            label = fact.label if fact is not None and fact.label else key
            self.holes.append(label)
            return Span(text=f"[nog onbekend: {label}]", fact=key, is_bold=True)
        return Span(text=fact.text, fact=key, is_bold=is_bold)


def _gather_items(blocks: list[Block], item_keys: set[str]) -> list[Block]:
    """Make lists of the paragraphs that are items and follow each other."""
    gathered: list[Block] = []
    for is_item, group in groupby(blocks, key=lambda block: block.key in item_keys):
        together = list(group)
        if not is_item:
            gathered.extend(together)
            continue
        items = tuple(block for block in together if isinstance(block, Paragraph))
        gathered.append(Listing(key=f"{items[0].key}{_LIST}", items=items))
    return gathered


def _own_paragraph(own: OwnText) -> Paragraph:
    return Paragraph(key=f"own-{own.id}", spans=(Span(text=own.text),), is_own=True)
