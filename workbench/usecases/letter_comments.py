"""Sends a draft out for comments, and takes comments and changes back per paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.domain.letter import (
    Listing,
    OwnText,
    Paragraph,
)
from workbench.domain.letter_remark import LetterRemark, RemarkKind
from workbench.exchange.refusals import refusal
from workbench.exchange.returned_text import ReturnedBlock, ReturnedText
from workbench.letters.live_text import keep_spans, retype
from workbench.letters.outgoing import FIXED, block_name, shown_text
from workbench.letters.own_text import own_key
from workbench.store import letters, remarks
from workbench.usecases.context import Change, Context
from workbench.usecases.letter_editing import changed, settle_remark
from workbench.usecases.letters import Draft, begin_record
from workbench.usecases.saving import save_bytes

_NOBODY = "onbekende afzender"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came back: how many remarks of each kind were made."""

    comments: int
    proposals: int
    additions: int


def send_for_comments(context: Context, draft: Draft, path: Path) -> tuple[Path, Change]:
    """Write the draft as .docx when `path` says so, and as .odt else.

    Raises:
        FileUnwritableError: The file cannot be written.
    """
    from workbench.letters.open_text import write_open_text  # noqa: PLC0415
    from workbench.letters.word_text import write_word_text  # noqa: PLC0415

    write = write_word_text if path.suffix.casefold() == ".docx" else write_open_text
    record = draft.record
    if record is None:
        with context.batch(f"{draft.name}: concept van de brief bewaard"):
            record = begin_record(context, draft)
    save_bytes(path, write(draft.letter, record.id))
    return path, changed(draft)


def take_in_comments(
    context: Context, draft: Draft, returned: ReturnedText
) -> tuple[TakenIn, Change]:
    """Make remarks of what came back; nothing of the letter itself changes.

    Raises:
        WorkbookRefusedError: The document belongs to another letter, or to none.
    """
    if draft.record is not None and returned.identity not in ("", draft.record.id):
        raise refusal("andere-brief", returned.identity)
    keys = {block_name(one.key): one for one in _paragraphs(draft)}
    if not any(one.name in keys for one in returned.blocks):
        raise refusal("geen-brief")
    with context.batch(f"{draft.name}: reactie op de brief ingelezen"):
        record = draft.record or begin_record(context, draft)
        made = list(_remarks(context, draft, record.id, returned, keys))
        known = {(one.block, one.kind, one.text) for one in draft.remarks}
        new = [one for one in made if (one.block, one.kind, one.text) not in known]
        for one in new:
            remarks.save_remark(context.store, one)
    kinds = [one.kind for one in new]
    taken = TakenIn(
        comments=kinds.count(RemarkKind.COMMENT),
        proposals=kinds.count(RemarkKind.PROPOSAL),
        additions=kinds.count(RemarkKind.ADDITION),
    )
    return taken, changed(draft)


def accept_proposal(context: Context, draft: Draft, remark_id: str) -> Change:
    """Take over what a ministry proposed: an own version, own text, or a new paragraph."""
    found = next(one for one in draft.remarks if one.id == remark_id)
    with context.batch(f"{draft.name}: voorstel van {found.author} overgenomen"):
        letters.save_own_text(context.store, _taken_over(context, draft, found))
    return settle_remark(context, draft, remark_id)


def _taken_over(context: Context, draft: Draft, found: LetterRemark) -> OwnText:
    facts = draft.composed.facts
    own_id = own_key(found.block)
    kept = next((own for own in draft.own_texts if own.id == own_id), None)
    position = max((own.position for own in draft.own_texts), default=0) + 1
    if kept is not None and found.kind is RemarkKind.PROPOSAL:
        return OwnText(
            id=kept.id,
            letter_id=kept.letter_id,
            after=kept.after,
            position=kept.position,
            text=retype(kept.text, facts, found.text),
            base=kept.base,
        )
    base = None
    text = found.text
    if found.kind is RemarkKind.PROPOSAL:
        paragraph = next(one for one in _paragraphs(draft) if one.key == found.block)
        base = keep_spans(paragraph.spans)
        text = retype(base, facts, found.text)
    return OwnText(
        id=context.new_id(),
        letter_id=found.letter_id,
        after=kept.after if kept else found.block,
        position=position,
        text=text,
        base=base,
    )


def _remarks(
    context: Context,
    draft: Draft,
    letter_id: str,
    returned: ReturnedText,
    keys: dict[str, Paragraph],
) -> Iterator[LetterRemark]:
    for one in _said(draft, returned, keys):
        yield LetterRemark(
            id=context.new_id(),
            letter_id=letter_id,
            block=one.block,
            kind=one.kind,
            text=one.text,
            author=one.author or _NOBODY,
            made_on=_day(one.day, context.today()),
        )


@dataclass(frozen=True, slots=True)
class _Said:
    block: str
    kind: RemarkKind
    text: str
    author: str = ""
    day: str = ""


def _said(
    draft: Draft, returned: ReturnedText, keys: dict[str, Paragraph]
) -> Iterator[_Said]:
    for one in returned.blocks:
        first = next(iter(keys.values()))
        paragraph = keys.get(one.name) or keys.get(one.after) or first
        for said in one.comments:
            if said.text:
                yield _Said(
                    paragraph.key, RemarkKind.COMMENT, said.text, said.author, said.day
                )
        if kind := _kind(one, paragraph):
            yield _proposed(draft, paragraph.key, kind, one)
    came_back = {one.name for one in returned.blocks}
    for name, paragraph in keys.items():
        if name not in came_back:
            words = "Deze alinea staat niet meer in het document."
            yield _Said(paragraph.key, RemarkKind.COMMENT, words)


def _proposed(draft: Draft, key: str, kind: RemarkKind, one: ReturnedBlock) -> _Said:
    """Return a proposal; on a part of an own text it can only be a comment."""
    author = ", ".join(one.authors)
    own_id = own_key(key)
    parts = [p for p in _paragraphs(draft) if own_id and own_key(p.key) == own_id]
    if kind is RemarkKind.PROPOSAL and len(parts) > 1:
        return _Said(key, RemarkKind.COMMENT, f"Voorgestelde tekst: {one.text}", author)
    return _Said(key, kind, one.text, author)


def _kind(one: ReturnedBlock, paragraph: Paragraph) -> RemarkKind | None:
    if not one.text or one.name.startswith(FIXED):
        return None
    if not one.name:
        return RemarkKind.ADDITION
    is_same = " ".join(one.text.split()) == " ".join(shown_text(paragraph).split())
    return None if is_same else RemarkKind.PROPOSAL


def _paragraphs(draft: Draft) -> Iterator[Paragraph]:
    for block in draft.letter.blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Listing):
            yield from block.items


def _day(text: str, today: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today
