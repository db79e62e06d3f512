"""Which letters a fact stands in, and what changed since a letter was sealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.domain.finding import Fact
from workbench.domain.letter import (
    Block,
    Letter,
    LetterRecord,
    LetterSubject,
    Listing,
    Paragraph,
    Span,
    TableBlock,
)
from workbench.letters.receipts import read_receipt
from workbench.usecases.context import Context
from workbench.usecases.letter_subjects import about_case
from workbench.usecases.letters import draft_letter, letters_about
from workbench.usecases.replaying import remake_letter

_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a kept letter says, draft or sealed.

    Attributes:
        facts: Key of each fact with the words that stand in the letter.
    """

    title: str
    record: LetterRecord
    facts: Mapping[str, str]

    @property
    def name(self) -> str:
        """Return what to call the letter."""
        return f"{self.title} ({self.record.number or 'concept'})"


def letters_naming(context: Context, subject: LetterSubject) -> list[Named]:
    """Return every kept letter about something, with what it names."""
    named = []
    for record in letters_about(context, subject):
        letter = letter_of(context, record)
        if letter is not None:
            title = context.texts[record.kind].title
            named.append(Named(title=title, record=record, facts=dict(_facts(letter))))
    return named


def letter_of(context: Context, record: LetterRecord) -> Letter | None:
    """Return a draft as it is now, or a sealed letter as it was.

    It is `None` when such a letter does not follow any more, or can no longer be made.
    """
    if not record.is_sealed:
        draft = draft_letter(context, record.subject, record.kind)
        return draft.letter if draft else None
    try:
        made = remake_letter(context, read_receipt(record.receipt))
    except ValueError:
        return None
    return None if isinstance(made, str) else made[0]


def tell_changes(context: Context, record: LetterRecord) -> str:
    """Return in words which facts of a sealed letter are different now."""
    letter = letter_of(context, record)
    draft = draft_letter(context, record.subject, record.kind)
    if letter is None or draft is None:
        return ""
    known = draft.composed.facts
    now = {key: fact.text for key, fact in known.items()} | dict(_facts(draft.letter))
    return "; ".join(_changes(dict(_facts(letter)), now, known))


def tell_touched(
    context: Context, case_id: str, before: Mapping[str, Fact], after: Mapping[str, Fact]
) -> str:
    """Return in words which letters name a fact that changed; "" for none."""
    keys = {
        key for key in before.keys() | after.keys() if before.get(key) != after.get(key)
    }
    named = letters_naming(context, about_case(case_id)) if keys else []
    return ", ".join(one.name for one in named if keys & one.facts.keys())


def _changes(
    then: Mapping[str, str], now: Mapping[str, str], known: Mapping[str, Fact]
) -> Iterator[str]:
    different = [
        f"{known[key].label}: in de brief “{text}”, nu “{now[key]}”"
        for key, text in then.items()
        if key in known and now[key] != text
    ]
    if different:
        yield "Gewijzigd sinds het vaststellen"
    yield from different[:_MOST]
    if len(different) > _MOST:
        yield f"en nog {len(different) - _MOST}"


def _facts(letter: Letter) -> Iterator[tuple[str, str]]:
    for block in letter.blocks:
        yield from ((span.fact, span.text) for span in _spans(block) if span.fact)


def _spans(block: Block) -> Iterator[Span]:
    if isinstance(block, Paragraph):
        yield from block.spans
    elif isinstance(block, Listing):
        yield from (span for item in block.items for span in item.spans)
    elif isinstance(block, TableBlock):
        yield from (span for row in block.rows for span in row)
