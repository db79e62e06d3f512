"""What a user can do with a draft: write in it, fill in, bind numbers, remark, classify."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.errors import FactInvalidError
from workbench.domain.finding import LetterKind
from workbench.domain.letter import (
    CONFIDENTIAL,
    Block,
    LetterRecord,
    LetterSubject,
    LetterValue,
    Listing,
    OwnText,
    Paragraph,
)
from workbench.domain.letter_remark import LetterRemark, RemarkKind
from workbench.letters.differences import merge
from workbench.letters.live_text import bind, keep_spans, retype
from workbench.store import letters, remarks
from workbench.usecases.context import Change, Context
from workbench.usecases.letters import Draft, begin_record

KEEP_MINE, TAKE_GENERATED, TAKE_MERGED = "mine", "generated", "merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Classifying:
    """How a letter is classified, how long, and who decided so."""

    level: str = ""
    until: date | None = None
    by: str = ""


def write_own_text(
    context: Context, draft: Draft, after: str, text: str, own_id: str | None = None
) -> tuple[str, Change]:
    """Put the advisor's own paragraph behind a block, or change it; empty removes it.

    Args:
        text: As the user sees it; facts that are still whole in it stay live.
    """
    kept = _own(draft, own_id)
    facts = draft.composed.facts
    if kept is None:
        if not text.strip():
            return context.new_id(), Change()
        return _add_own(context, draft, after, text.strip())
    stored = retype(kept.text, facts, text.strip())
    if stored == kept.text:
        return kept.id, Change()
    with context.batch(f"{draft.name}: eigen tekst in de brief gewijzigd"):
        if stored:
            letters.save_own_text(context.store, replace(kept, text=stored))
        else:
            letters.remove_own_text(context.store, kept.id)
    return kept.id, changed(draft)


def begin_own_version(context: Context, draft: Draft, block_key: str) -> tuple[str, Change]:
    """Let the advisor rewrite a generated paragraph; its facts stay live.

    Raises:
        LookupError: There is no such paragraph in the letter.
    """
    base = keep_spans(paragraph_of(draft.letter.blocks, block_key).spans)
    return _add_own(context, draft, block_key, base, base=base)


def settle_own_version(context: Context, draft: Draft, own_id: str, choice: str) -> Change:
    """Settle that the generated text under an own version changed.

    Args:
        choice: `KEEP_MINE`, `TAKE_GENERATED` or `TAKE_MERGED`.

    Raises:
        LookupError: There is no such own version, or the changes do not go together.
    """
    found = next(one for one in draft.composed.replaced if one.own.id == own_id)
    own = found.own
    text = own.text
    if choice == TAKE_MERGED:
        merged = merge(own.base or "", own.text, found.now)
        if merged is None:
            raise LookupError(own_id)
        text = merged
    with context.batch(f"{draft.name}: eigen versie van een alinea nagegaan"):
        if choice == TAKE_GENERATED:
            letters.remove_own_text(context.store, own.id)
        else:
            kept = replace(own, text=text, base=found.now)
            letters.save_own_text(context.store, kept)
    return changed(draft)


def bind_number(
    context: Context, draft: Draft, own_id: str, found: str, fact: str = ""
) -> Change:
    """Bind a loose number or day to a fact, or leave it free on purpose."""
    own = _own(draft, own_id)
    if own is None:
        return Change()
    bound = bind(own.text, found, fact)
    if bound == own.text:
        return Change()
    what = f"{found} gekoppeld" if fact else f"{found} vrijgelaten"
    with context.batch(f"{draft.name}: getal {what} in eigen tekst"):
        letters.save_own_text(context.store, replace(own, text=bound))
    return changed(draft)


def fill_in(
    context: Context, draft: Draft, field: str, value: str, value_id: str | None = None
) -> tuple[str, Change]:
    """Fill in a field of the letter; an empty value of a list goes away.

    Raises:
        FactInvalidError: A date cannot be read.
    """
    kind = draft.text.field(field).kind
    present = [one for one in draft.dossier.values if one.field == field]
    kept = next((o for o in present if kind != "list" or o.id == value_id), None)
    text = value.strip()
    if (kept.value if kept else "") == text:
        return (kept.id if kept else ""), Change()
    new_id = kept.id if kept else context.new_id()
    label = draft.text.field(field).label.lower()
    with context.batch(f"{draft.name}: {label} ingevuld bij de brief"):
        record = draft.record or begin_record(context, draft)
        if not text:
            letters.remove_value(context.store, new_id)
        else:
            position = max((one.position for one in present), default=0) + 1
            new = LetterValue(
                id=new_id,
                letter_id=record.id,
                field=field,
                position=kept.position if kept else position,
                value=text,
            )
            letters.save_value(context.store, new)
    return new_id, changed(draft)


def add_remark(
    context: Context, draft: Draft, block: str, kind: RemarkKind, text: str
) -> Change:
    """Say something of a paragraph; the letter is not sealed before it is settled."""
    if not text.strip():
        return Change()
    with context.batch(f"{draft.name}: {kind} bij een alinea van de brief"):
        record = draft.record or begin_record(context, draft)
        remark = LetterRemark(
            id=context.new_id(),
            letter_id=record.id,
            block=block,
            kind=kind,
            text=text.strip(),
            author=context.user,
            made_on=context.today(),
        )
        remarks.save_remark(context.store, remark)
    return changed(draft)


def settle_remark(context: Context, draft: Draft, remark_id: str) -> Change:
    """Say that a remark was dealt with."""
    found = next(one for one in draft.remarks if one.id == remark_id)
    with context.batch(f"{draft.name}: {found.kind} bij de brief afgedaan"):
        settled = replace(found, settled_on=context.today(), settled_by=context.user)
        remarks.save_remark(context.store, settled)
    return changed(draft)


def classify(context: Context, draft: Draft, how: Classifying) -> Change:
    """Mark the letter as departmentally confidential, or take the mark away.

    Raises:
        FactInvalidError: Another level: state secrets do not belong in this program.
    """
    if how.level not in ("", CONFIDENTIAL):
        raise FactInvalidError(
            field="Rubricering",
            value=how.level,
            expected=f"leeg of “{CONFIDENTIAL}”; staatsgeheimen horen hier niet",
        )
    with context.batch(f"{draft.name}: rubricering van de brief gewijzigd"):
        record = draft.record or begin_record(context, draft)
        marked = replace(
            record,
            classification=how.level,
            classified_until=how.until if how.level else None,
            classified_by=how.by.strip() if how.level else "",
        )
        letters.update_letter(context.store, marked)
    return changed(draft)


def begin_letter(context: Context, kind: LetterKind) -> tuple[LetterSubject, Change]:
    """Begin a letter that is about nothing in the store."""
    record = LetterRecord(id=context.new_id(), kind=kind, version=1)
    with context.batch(f"{context.texts[kind].title} begonnen"):
        letters.insert_letter(context.store, record)
    return record.subject, Change(everything=True)


def paragraph_of(blocks: tuple[Block, ...], key: str) -> Paragraph:
    """Return a paragraph of a letter, in a list or not.

    Raises:
        LookupError: There is none with this key.
    """
    for block in blocks:
        inside = block.items if isinstance(block, Listing) else (block,)
        for one in inside:
            if isinstance(one, Paragraph) and one.key == key:
                return one
    raise LookupError(key)


def changed(draft: Draft) -> Change:
    """Return what changes with a draft."""
    case_id = draft.subject.case_id
    return Change.of(case_id) if case_id else Change(everything=True)


def _own(draft: Draft, own_id: str | None) -> OwnText | None:
    return next((own for own in draft.own_texts if own.id == own_id), None)


def _add_own(
    context: Context, draft: Draft, after: str, text: str, base: str | None = None
) -> tuple[str, Change]:
    new_id = context.new_id()
    position = max((own.position for own in draft.own_texts), default=0) + 1
    with context.batch(f"{draft.name}: eigen tekst in de brief gewijzigd"):
        record = draft.record or begin_record(context, draft)
        own = OwnText(
            id=new_id,
            letter_id=record.id,
            after=after,
            position=position,
            text=text,
            base=base,
        )
        letters.save_own_text(context.store, own)
    return new_id, changed(draft)
