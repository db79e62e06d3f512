"""The letters about a case, a request or on their own, as they would be now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.case import Case, CaseId
from workbench.domain.finding import Assessment, LetterKind
from workbench.domain.letter import (
    Letter,
    LetterRecord,
    LetterSubject,
    OwnText,
    Sender,
)
from workbench.domain.letter_remark import LetterRemark
from workbench.domain.notation import write_date
from workbench.domain.request import Request
from workbench.letters.compose import Composed, Issue, compose_letter
from workbench.letters.compose_facts import Dossier
from workbench.letters.texts import LetterText
from workbench.rules import reference
from workbench.store import attachments, cases, files, letters, locations, remarks
from workbench.usecases.checklist import assess_facts
from workbench.usecases.context import Context
from workbench.usecases.letter_lacking import lacking_in, open_words
from workbench.usecases.letter_subjects import (
    about_case,
    load_subject_case,
    load_subject_request,
    recipient_of,
    subject_facts,
)
from workbench.usecases.letterheads import dress
from workbench.usecases.offices import sender_on
from workbench.usecases.precedents import unexplained


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The letter as it would be now.

    Attributes:
        case: And its assessment; `None` when the letter is about something else.
        record: The kept draft, or `None` as long as nothing was typed.
        remarks: On its paragraphs, settled ones too.
        missing: What must be settled before sealing, in words; empty means ready.
    """

    subject: LetterSubject
    text: LetterText
    case: Case | None
    assessment: Assessment | None
    record: LetterRecord | None
    composed: Composed
    dossier: Dossier
    remarks: tuple[LetterRemark, ...]
    missing: tuple[str, ...]

    @property
    def letter(self) -> Letter:
        return self.composed.letter

    @property
    def kind(self) -> LetterKind:
        return self.text.kind

    @property
    def own_texts(self) -> tuple[OwnText, ...]:
        return self.dossier.own_texts

    @property
    def name(self) -> str:
        """Return what to call it: the number of the case, or the subject."""
        return self.case.number if self.case else self.letter.subject


def compose_draft(
    context: Context, case_id: CaseId, kind: LetterKind | None = None
) -> Draft | None:
    """Return a draft about a case; without `kind` the letter that follows, if any."""
    return draft_letter(context, about_case(case_id), kind)


def draft_letter(
    context: Context, subject: LetterSubject, kind: LetterKind | None = None
) -> Draft | None:
    """Return the draft of one kind, or `None` when no such letter follows (yet)."""
    case = load_subject_case(context, subject)
    assessment = assess_facts(context, case) if case else None
    if kind is None and subject.letter_id:
        kind = letters.load_letter(context.store, subject.letter_id).kind
    wanted = kind or (assessment.letter if assessment else None)
    text = context.texts.get(wanted) if wanted else None
    if text is None or (
        text.follows and (not assessment or assessment.letter is not wanted)
    ):
        return None
    request = load_subject_request(context, subject)
    record = open_record(context, subject, text.kind)
    dossier = _dossier(context, subject, case, assessment, record)
    issue = replace(
        issue_of(context, text, dossier, record, request),
        # no minister's name stands under a draft; sealing asks for it
        sender=replace(sender_of(context, text, case, context.today()), signatory=""),
    )
    bare = compose_letter(text, dossier, issue)
    composed = replace(bare, letter=dress(context, bare.letter))
    said = remarks.list_remarks(context.store, record.id) if record else []
    lacking = unexplained(context, case.id) if case and text.follows else []
    lacking += [*lacking_in(text, dossier, composed, issue), *open_words(said, record)]
    return Draft(
        subject=subject,
        text=text,
        case=case,
        assessment=assessment,
        record=record,
        composed=composed,
        dossier=dossier,
        remarks=tuple(said),
        missing=tuple(dict.fromkeys(lacking)),
    )


def issue_of(
    context: Context,
    text: LetterText,
    dossier: Dossier,
    record: LetterRecord | None,
    request: Request | None,
) -> Issue:
    """Return date, sender, addressee and marks of a draft made today."""
    return Issue(
        written_on=context.today(),
        sender=sender_of(context, text, dossier.case, context.today()),
        recipient=recipient_of(text, dossier.case, request),
        classification=record.classification if record else "",
        classification_note=_note(record),
    )


def sender_of(context: Context, text: LetterText, case: Case | None, day: date) -> Sender:
    """Return the sender on `day`; no real minister stands under an invented letter."""
    sender = sender_on(context, day)
    if text.signed_by == "handler":
        handler = (case.handler if case else "") or context.user
        sender = replace(sender, minister="Behandelaar", signatory=handler)
    is_sample = case is not None and case.is_sample
    return replace(sender, signatory="VOORBEELD") if is_sample else sender


def list_letters(context: Context, case_id: CaseId) -> list[LetterRecord]:
    """Return the letters of a case, newest version first."""
    return letters_about(context, about_case(case_id))


def letters_about(context: Context, subject: LetterSubject) -> list[LetterRecord]:
    """Return the letters about something, newest version first."""
    return letters.list_about(context.store, subject)[::-1]


def named_letters(context: Context) -> list[tuple[LetterRecord, str]]:
    """Return every letter there is with what it is about, sealed ones first."""
    titles = {case.id: case.title for case in cases.find_cases(context.store)}
    return [
        (one, titles.get(one.case_id or "") or _about(context, one))
        for one in letters.list_all(context.store)
    ]


def open_record(
    context: Context, subject: LetterSubject, kind: LetterKind
) -> LetterRecord | None:
    """Return the draft of a kind that is kept, if any."""
    listed = letters.list_about(context.store, subject)
    open_ones = (one for one in listed if one.kind is kind and not one.is_sealed)
    return next(open_ones, None)


def next_version(context: Context, subject: LetterSubject, kind: LetterKind) -> int:
    """Return the number of the version that comes."""
    listed = letters.list_about(context.store, subject)
    return max((one.version for one in listed if one.kind is kind), default=0) + 1


def begin_record(context: Context, draft: Draft) -> LetterRecord:
    """Keep the draft from now on; asks for an open batch."""
    known = letters.list_about(context.store, draft.subject)
    earlier = [one for one in known if one.kind is draft.kind]
    record = LetterRecord(
        id=context.new_id(),
        case_id=draft.subject.case_id,
        request_id=draft.subject.request_id,
        record=draft.subject.record,
        kind=draft.kind,
        version=next_version(context, draft.subject, draft.kind),
        replaces=earlier[-1].id if earlier else None,
    )
    letters.insert_letter(context.store, record)
    return record


def read_sealed(context: Context, letter_id: str) -> tuple[LetterRecord, bytes]:
    """Return a sealed letter and its bytes, checked against their SHA-256."""
    record = letters.load_letter(context.store, letter_id)
    return record, files.read_file(context.store, record.file)


def _dossier(
    context: Context,
    subject: LetterSubject,
    case: Case | None,
    assessment: Assessment | None,
    record: LetterRecord | None,
) -> Dossier:
    kept = attachments.list_attachments(context.store, case.id) if case else []
    places = locations.list_locations(context.store, case.id) if case else []
    return Dossier(
        case=case,
        assessment=assessment,
        about=subject_facts(context, subject),
        values=tuple(letters.list_values(context.store, record.id)) if record else (),
        locations=tuple(places),
        own_texts=tuple(letters.list_own_texts(context.store, record.id)) if record else (),
        attachments=tuple(one.title for one in kept if one.goes_along),
    )


def _about(context: Context, record: LetterRecord) -> str:
    request = load_subject_request(context, record.subject)
    if request is not None:
        name = reference.ministry_name(request.ministry, request.reference_date)
        return f"{name}, {request.reference_date.year}"
    if record.record:
        facts = subject_facts(context, record.subject)
        return next((one.text for one in facts if one.key == "record.title"), "")
    values = letters.list_values(context.store, record.id)
    return next((one.value for one in values if one.field == "topic"), "")


def _note(record: LetterRecord | None) -> str:
    if record is None or not record.classification:
        return ""
    until = write_date(record.classified_until)
    return f"tot {until}, vastgesteld door {record.classified_by or 'onbekend'}"
