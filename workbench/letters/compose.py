"""Makes the values of a letter from findings, text blocks and the advisor's own text.

Nothing is drawn here: `rendering.py` does that. Every placeholder in a text block
becomes a span that names its fact, so that a reader can open what a sentence rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
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
from workbench.letters.compose_parts import build_part, fact_table
from workbench.letters.conditions import Conditions
from workbench.letters.live_text import HOLE, keep_spans
from workbench.letters.own_text import own_blocks
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
    has_signature_field: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What an own version of a block is held against.

    Attributes:
        own: The own version; its `base` is what was generated when it was written.
        now: What would be generated now, facts live; "" when it has no place any more.
    """

    own: OwnText
    now: str

    @property
    def is_changed(self) -> bool:
        return self.own.base != self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A letter and what it still lacks.

    Attributes:
        holes: Labels of facts a sentence needs but that are unknown, in order.
        unwritten: Keys of blocks under which own text is needed and lacking.
        replaced: The own versions of blocks, with what they are held against.
        facts: Everything the letter could name, by key.
    """

    letter: Letter
    holes: tuple[str, ...]
    unwritten: tuple[str, ...] = ()
    replaced: tuple[Generated, ...] = ()
    facts: dict[str, Fact] = field(default_factory=dict)


def compose_letter(text: LetterText, dossier: Dossier, issue: Issue) -> Composed:
    """Return the letter of this dossier in the words of `text`."""
    facts = collect_facts(dossier, text.fields)
    composer = _Composer(text, dossier, facts)
    blocks = composer.blocks()
    # a letter to someone else does not answer the letter of the ministry
    answered = None if text.recipient else dossier.case
    letter = Letter(
        kind=text.kind,
        subject=composer.plain(text.subject),
        reference=issue.reference,
        is_draft=issue.is_draft,
        is_sample=dossier.is_sample,
        written_on=issue.written_on,
        sender=issue.sender,
        recipient=composer.addressee() or issue.recipient,
        salutation=text.salutation,
        their_reference=answered.their_reference if answered else "",
        their_letter_on=answered.their_letter_on if answered else None,
        blocks=blocks,
        closing=text.closing,
        attachments=dossier.attachments,
        classification=issue.classification,
        classification_note=issue.classification_note,
        document_name=text.document_name,
        has_signature_field=issue.has_signature_field,
    )
    return Composed(
        letter=letter,
        holes=tuple(dict.fromkeys(composer.holes)),
        unwritten=tuple(composer.unwritten),
        replaced=tuple(composer.replaced.values()),
        facts=facts,
    )


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
        self._own_versions = {
            own.after: own for own in dossier.own_texts if own.base is not None
        }
        self.holes: list[str] = []
        self.unwritten: list[str] = []
        self.replaced = {
            own.id: Generated(own=own, now="") for own in self._own_versions.values()
        }

    def blocks(self) -> tuple[Block, ...]:
        made: list[Block] = []
        for section, title in self._text.sections:
            inside = self._section(section)
            if inside and title:
                made.append(Heading(key=f"section-{section}", text=title))
            made.extend(inside)
        return tuple(made)

    def addressee(self) -> tuple[str, ...]:
        """Return the fixed addressee line by line; a fact in it may be several lines."""
        written = "\n".join(map(self.plain, self._text.recipient))
        return tuple(line.strip() for line in written.splitlines() if line.strip())

    def plain(self, template: str) -> str:
        return "".join(span.text for span in self._spans(template, "", is_bold=False))

    def _section(self, section: str) -> list[Block]:
        placed: set[str] = set()
        result: list[Block] = []
        for block in _gather_items(self._generated(section), self._item_keys):
            result.append(block)
            inner = [item.key for item in block.items] if isinstance(block, Listing) else []
            for key in (*inner, block.key):
                result.extend(self._own_after(key, placed))
        for own in self._lost_in(section, placed):
            result.extend(own_blocks(own, self._facts))
        return result

    def _lost_in(self, section: str, placed: set[str]) -> Iterator[OwnText]:
        """Yield own texts of this section whose block is gone; they stay in the letter."""
        for own in self._dossier.own_texts:
            is_lost = own.base is None or not self.replaced[own.id].now
            if own.id not in placed and is_lost and self._belongs(own.after) == section:
                yield own

    def _generated(self, section: str) -> list[Block]:
        made: list[Block] = []
        inside = [block for block in self._text.blocks if block.section == section]
        for repeat, group in groupby(inside, key=lambda block: block.repeat):
            together = list(group)
            for number in self._numbers(repeat):
                for text_block in together:
                    blocks = self._made_from(text_block, number)
                    made.extend(blocks)
                    if text_block.needs_own and blocks:
                        self._need_own(blocks[-1].key)
        return made

    def _need_own(self, key: str) -> None:
        if not any(own.after == key for own in self._dossier.own_texts):
            self.unwritten.append(key)

    def _belongs(self, after: str) -> str:
        """Return the section a text of one's own belongs to; the last when it is lost."""
        if after.startswith("section-"):
            return after.removeprefix("section-")
        plain = after.removesuffix("-heading").removesuffix(_LIST)
        return self._text.section_of(plain) or self._text.sections[-1][0]

    def _own_after(self, key: str, placed: set[str]) -> list[Block]:
        mine = [
            own for own in self._dossier.own_texts if own.after == key and own.base is None
        ]
        placed.update(own.id for own in mine)
        in_order = sorted(mine, key=lambda own: own.position)
        return [block for own in in_order for block in own_blocks(own, self._facts)]

    def _numbers(self, repeat: str) -> list[str]:
        if repeat.startswith("field:"):
            key = repeat.removeprefix("field:")
            filled = (one for one in self._dossier.values if one.field == key)
            return [one.id for one in filled if one.value.strip()]
        if repeat.startswith("records:"):
            key = repeat.removeprefix("records:") + "."
            found = (one for one in self._facts if one.startswith(key))
            return list(dict.fromkeys(one.split(".")[1] for one in found))
        if repeat == "finding":
            assessment = self._dossier.assessment
            return [one.rule for one in assessment.findings] if assessment else []
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
            spans = self._spans(block.heading, number, is_bold=False)
            heading = "".join(span.text for span in spans)
            made.append(Heading(key=f"{key}-heading", text=heading, level=3))
        if block.builder.startswith("facts:"):
            table = fact_table(block.builder.removeprefix("facts:"), key, self._facts)
            return [*made, table] if table else []
        if block.builder:
            case = self._dossier.case
            part = case and build_part(block.builder, key, case, self._dossier.locations)
            return [*made, part] if part else []
        if block.text:
            made.extend(self._written(block, key, number))
        return made

    def _written(self, block: TextBlock, key: str, number: str) -> list[Block]:
        """Return the paragraph of a block, or the advisor's own version of it."""
        holes = len(self.holes)
        paragraph = Paragraph(
            key=key,
            spans=self._spans(block.text, number, is_bold=block.is_bold),
            kind=block.kind,
            rule=block.rule.replace("#", number),
        )
        own = self._own_versions.get(key)
        if own is None:
            if block.is_item:
                self._item_keys.add(key)
            return [paragraph]
        del self.holes[holes:]
        self.replaced[own.id] = Generated(own=own, now=keep_spans(paragraph.spans))
        return list(own_blocks(own, self._facts))

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
            return Span(text=f"{HOLE}: {label}]", fact=key, is_bold=True)
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
