"""What a user can do with the letter of a case: read it, add to it, seal it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.case import Case, CaseId, Stage
from workbench.domain.errors import (
    LetterNotReadyError,
)
from workbench.domain.finding import Assessment
from workbench.domain.letter import Letter, LetterRecord, OwnText, Sender
from workbench.letters.compose import Composed, Issue, compose_letter
from workbench.letters.compose_facts import Dossier
from workbench.letters.receipts import Surroundings, write_receipt
from workbench.store import attachments, cases, files, letters, locations
from workbench.usecases.cases import ministry_name
from workbench.usecases.checklist import assess_facts, other_steps
from workbench.usecases.context import Change, Context
from workbench.usecases.drawing import SealedPdf
from workbench.usecases.offices import sender_on
from workbench.usecases.rule_archive import keep_rules

UNCHECKED = "niet gecontroleerd op dit apparaat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The letter as it would be now.

    Attributes:
        record: The kept draft, or `None` as long as nothing was typed.
        missing: What must be settled before sealing, in words; empty means ready.
    """

    case: Case
    assessment: Assessment
    record: LetterRecord | None
    composed: Composed
    dossier: Dossier
    missing: tuple[str, ...]

    @property
    def letter(self) -> Letter:
        return self.composed.letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What the user confirms when sealing: the data under the letter.

    Attributes:
        carries_receipt: The letter holds its receipt as an attachment (PDF/A-3a).
    """

    number: str
    written_on: date
    minister: str
    signatory: str
    carries_receipt: bool = False


def compose_draft(context: Context, case_id: CaseId) -> Draft | None:
    """Return the draft letter of a case, or `None` when no letter follows (yet)."""
    case = cases.load_case(context.store, case_id)
    assessment = assess_facts(context, case)
    if assessment.letter is None:
        return None
    record = _open_record(context, case_id)
    dossier = _dossier(context, case, assessment, record)
    issue = Issue(
        written_on=context.today(),
        # The name of a minister never stands under a draft; sealing asks for it.
        sender=replace(_sender(context, case, context.today()), signatory=""),
        recipient=_recipient(case),
    )
    composed = compose_letter(context.texts[assessment.letter], dossier, issue)
    open_findings = [found.statement for found in assessment.missing]
    holes = [f"{label} is nog niet bekend" for label in composed.holes]
    address = [] if issue.recipient else ["Geadresseerde en adres zijn nog niet ingevuld"]
    return Draft(
        case=case,
        assessment=assessment,
        record=record,
        composed=composed,
        dossier=dossier,
        missing=tuple(dict.fromkeys([*open_findings, *holes, *address])),
    )


def list_letters(context: Context, case_id: CaseId) -> list[LetterRecord]:
    """Return the letters of a case, newest version first."""
    return letters.list_letters(context.store, case_id)[::-1]


def write_own_text(
    context: Context, case_id: CaseId, after: str, text: str, own_id: str | None = None
) -> tuple[str, Change]:
    """Put the advisor's own paragraph behind a block, or change it; empty removes it."""
    draft = compose_draft(context, case_id)
    if draft is None:
        raise LetterNotReadyError(case=case_id, missing=["er volgt nog geen brief"])
    present = {own.id: own for own in draft.dossier.own_texts}
    kept = present.get(own_id or "")
    if kept is not None and kept.text == text.strip():
        return kept.id, Change()
    new_id = kept.id if kept else context.new_id()
    if not text.strip() and kept is None:
        return new_id, Change()
    with context.batch(f"{draft.case.number}: eigen tekst in de brief gewijzigd"):
        record = draft.record or _begin_record(context, draft)
        if not text.strip():
            letters.remove_own_text(context.store, new_id)
        else:
            position = max((own.position for own in present.values()), default=0) + 1
            own = OwnText(
                id=new_id,
                letter_id=record.id,
                after=kept.after if kept else after,
                position=kept.position if kept else position,
                text=text.strip(),
            )
            letters.save_own_text(context.store, own)
    return new_id, Change.of(case_id)


def propose_adoption(context: Context, draft: Draft) -> Adoption:
    """Return the data under the letter as known today, for the user to confirm."""
    sender = _sender(context, draft.case, context.today())
    version = (
        draft.record.version if draft.record else _next_version(context, draft.case.id)
    )
    return Adoption(
        number=f"{draft.case.number}-B{version}",
        written_on=context.today(),
        minister=sender.minister,
        signatory=sender.signatory,
    )


def final_letter(context: Context, draft: Draft, adoption: Adoption) -> tuple[Letter, str]:
    """Return the letter as it will be sealed, and its receipt.

    Raises:
        LetterNotReadyError: Findings are open or facts lacking.
    """
    lacking = list(draft.missing)
    if not adoption.number.strip():
        lacking.append("Ons kenmerk is leeg")
    if not adoption.signatory.strip() or not adoption.minister.strip():
        lacking.append("De ondertekenaar is nog niet ingevuld")
    if lacking:
        raise LetterNotReadyError(case=draft.case.number, missing=lacking)
    sender = replace(
        _sender(context, draft.case, adoption.written_on),
        minister=adoption.minister.strip(),
        signatory=adoption.signatory.strip(),
    )
    issue = Issue(
        written_on=adoption.written_on,
        sender=sender,
        recipient=_recipient(draft.case),
        reference=adoption.number.strip(),
        is_draft=False,
    )
    text = context.texts[draft.letter.kind]
    composed = compose_letter(text, draft.dossier, issue)
    around = Surroundings(
        ministry_name=ministry_name(context, draft.case),
        steps=tuple(other_steps(context, draft.case)),
    )
    return composed.letter, write_receipt(text, draft.dossier, issue, around)


def seal_letter(
    context: Context, case_id: CaseId, adoption: Adoption, drawn: SealedPdf, receipt: str
) -> tuple[LetterRecord, Change]:
    """Keep the final bytes of the letter with their SHA-256; this is never undone.

    Raises:
        LetterNotReadyError: Something changed since the letter was drawn.
    """
    draft = compose_draft(context, case_id)
    if draft is None or final_letter(context, draft, adoption)[1] != receipt:
        raise LetterNotReadyError(
            case=case_id, missing=["de gegevens zijn intussen gewijzigd; probeer opnieuw"]
        )
    with context.batch(f"Brief {adoption.number} vastgesteld", is_final=True):
        record = draft.record or _begin_record(context, draft)
        sha256 = files.keep_file(
            context.store,
            drawn.pdf,
            name=f"{adoption.number}.pdf",
            media_type="application/pdf",
        )
        keep_rules(context, draft.letter.kind)
        sealed = replace(
            record,
            kind=draft.letter.kind,
            written_on=adoption.written_on,
            number=adoption.number.strip(),
            minister=adoption.minister.strip(),
            signatory=adoption.signatory.strip(),
            file=sha256,
            receipt=receipt,
            sealed_at=context.now().isoformat(timespec="seconds"),
            checked=UNCHECKED if drawn.outcome == "unchecked" else drawn.outcome,
        )
        letters.update_letter(context.store, sealed)
        if draft.case.stage in _BEFORE_ADOPTION:
            cases.update_case(context.store, replace(draft.case, stage=Stage.ADOPTED))
    return sealed, Change.of(case_id)


_BEFORE_ADOPTION = frozenset(
    {Stage.SIGNAL, Stage.NOTICE, Stage.RESEARCH, Stage.DRAFT, Stage.CONSULTATION}
)


def begin_new_version(context: Context, letter_id: str) -> Change:
    """Begin a new version of a sealed letter; it refers to the one it replaces."""
    old = letters.load_letter(context.store, letter_id)
    if _open_record(context, old.case_id) is not None:
        return Change()
    new = LetterRecord(
        id=context.new_id(),
        case_id=old.case_id,
        kind=old.kind,
        version=_next_version(context, old.case_id),
        replaces=old.id,
    )
    with context.batch(f"Nieuwe versie van brief {old.number} begonnen"):
        letters.insert_letter(context.store, new)
        for own in letters.list_own_texts(context.store, old.id):
            copy = replace(own, id=context.new_id(), letter_id=new.id)
            letters.save_own_text(context.store, copy)
    return Change.of(old.case_id)


def read_sealed(context: Context, letter_id: str) -> tuple[LetterRecord, bytes]:
    """Return a sealed letter and its bytes, checked against their SHA-256."""
    record = letters.load_letter(context.store, letter_id)
    return record, files.read_file(context.store, record.file)


def _sender(context: Context, case: Case, day: date) -> Sender:
    """Return the sender; no real minister ever stands under an invented letter."""
    sender = sender_on(context, day)
    return replace(sender, signatory="VOORBEELD") if case.is_sample else sender


def _open_record(context: Context, case_id: CaseId) -> LetterRecord | None:
    listed = letters.list_letters(context.store, case_id)
    return next((record for record in listed if not record.is_sealed), None)


def _next_version(context: Context, case_id: CaseId) -> int:
    listed = letters.list_letters(context.store, case_id)
    return max((record.version for record in listed), default=0) + 1


def _begin_record(context: Context, draft: Draft) -> LetterRecord:
    sealed = letters.list_letters(context.store, draft.case.id)
    record = LetterRecord(
        id=context.new_id(),
        case_id=draft.case.id,
        kind=draft.letter.kind,
        version=_next_version(context, draft.case.id),
        replaces=sealed[-1].id if sealed else None,
    )
    letters.insert_letter(context.store, record)
    return record


def _dossier(
    context: Context, case: Case, assessment: Assessment, record: LetterRecord | None
) -> Dossier:
    own = letters.list_own_texts(context.store, record.id) if record else []
    kept = attachments.list_attachments(context.store, case.id)
    return Dossier(
        case=case,
        assessment=assessment,
        locations=tuple(locations.list_locations(context.store, case.id)),
        own_texts=tuple(own),
        attachments=tuple(one.title for one in kept if one.goes_along),
    )


def _recipient(case: Case) -> tuple[str, ...]:
    lines = [case.recipient_name, *case.recipient_address.splitlines()]
    return tuple(line.strip() for line in lines if line.strip())
