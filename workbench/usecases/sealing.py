"""Sealing a letter for good, and beginning a new version of a sealed one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.case import Stage
from workbench.domain.errors import LetterNotReadyError
from workbench.domain.letter import Letter, LetterRecord
from workbench.letters.compose import compose_letter
from workbench.letters.receipts import Surroundings, write_receipt
from workbench.store import cases, files, letters
from workbench.usecases.cases import ministry_name
from workbench.usecases.checklist import other_steps
from workbench.usecases.context import Change, Context
from workbench.usecases.drawing import SealedPdf
from workbench.usecases.letter_subjects import load_subject_request
from workbench.usecases.letterheads import dress
from workbench.usecases.letters import (
    Draft,
    begin_record,
    draft_letter,
    issue_of,
    next_version,
    open_record,
    sender_of,
)
from workbench.usecases.offices import number_form_on
from workbench.usecases.rule_archive import keep_rules
from workbench.usecases.stages import note_stage

UNCHECKED = "niet gecontroleerd op dit apparaat"
_BEFORE_ADOPTION = frozenset(
    {Stage.SIGNAL, Stage.NOTICE, Stage.RESEARCH, Stage.DRAFT, Stage.CONSULTATION}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What the user confirms when sealing: the data under the letter.

    Attributes:
        carries_receipt: The letter holds its receipt as an attachment (PDF/A-3a).
        has_signature_field: The letter can be signed electronically afterwards.
    """

    number: str
    written_on: date
    minister: str
    signatory: str
    carries_receipt: bool = False
    has_signature_field: bool = False


def propose_adoption(context: Context, draft: Draft, taken: Sequence[str] = ()) -> Adoption:
    """Return the data under the letter as known today, for the user to confirm.

    Args:
        taken: Numbers that are about to be given to other letters.
    """
    sender = sender_of(context, draft.text, draft.case, context.today())
    version = (
        draft.record.version
        if draft.record
        else next_version(context, draft.subject, draft.kind)
    )
    return Adoption(
        number=_number(context, draft, version, taken),
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
        raise LetterNotReadyError(case=draft.name, missing=lacking)
    request = load_subject_request(context, draft.subject)
    issue = issue_of(context, draft.text, draft.dossier, draft.record, request)
    issue = replace(
        issue,
        written_on=adoption.written_on,
        sender=replace(
            sender_of(context, draft.text, draft.case, adoption.written_on),
            minister=adoption.minister.strip(),
            signatory=adoption.signatory.strip(),
        ),
        reference=adoption.number.strip(),
        is_draft=False,
        has_signature_field=adoption.has_signature_field,
    )
    composed = compose_letter(draft.text, draft.dossier, issue)
    around = Surroundings()
    if draft.case is not None:
        around = Surroundings(
            ministry_name=ministry_name(context, draft.case),
            steps=tuple(other_steps(context, draft.case)),
        )
    letter = dress(context, composed.letter)
    return letter, write_receipt(draft.text, draft.dossier, issue, around)


def seal_letter(
    context: Context, draft: Draft, adoption: Adoption, drawn: SealedPdf, receipt: str
) -> tuple[LetterRecord, Change]:
    """Keep the final bytes of the letter with their SHA-256; this is never undone.

    Raises:
        LetterNotReadyError: Something changed since the letter was drawn.
    """
    now = draft_letter(context, draft.subject, draft.kind)
    if now is None or final_letter(context, now, adoption)[1] != receipt:
        raise LetterNotReadyError(
            case=draft.name,
            missing=["de gegevens zijn intussen gewijzigd; probeer opnieuw"],
        )
    with context.batch(f"Brief {adoption.number} vastgesteld", is_final=True):
        record = now.record or begin_record(context, now)
        sha256 = files.keep_file(
            context.store,
            drawn.pdf,
            name=f"{adoption.number}.pdf",
            media_type="application/pdf",
        )
        keep_rules(context, now.kind)
        sealed = replace(
            record,
            kind=now.kind,
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
        if now.case and now.text.follows and now.case.stage in _BEFORE_ADOPTION:
            cases.update_case(context.store, replace(now.case, stage=Stage.ADOPTED))
            note_stage(context, now.case.id, Stage.ADOPTED)
    return sealed, _change(sealed)


def begin_new_version(context: Context, letter_id: str) -> Change:
    """Begin a new version of a sealed letter; it refers to the one it replaces."""
    old = letters.load_letter(context.store, letter_id)
    if open_record(context, old.subject, old.kind) is not None:
        return Change()
    new = replace(
        old,
        id=context.new_id(),
        version=next_version(context, old.subject, old.kind),
        replaces=old.id,
        written_on=None,
        number="",
        minister="",
        signatory="",
        file="",
        receipt="",
        sealed_at="",
        checked="",
    )
    with context.batch(f"Nieuwe versie van brief {old.number} begonnen"):
        letters.insert_letter(context.store, new)
        ids = {}
        for value in letters.list_values(context.store, old.id):
            ids[value.id] = context.new_id()
            copied = replace(value, id=ids[value.id], letter_id=new.id)
            letters.save_value(context.store, copied)
        for own in letters.list_own_texts(context.store, old.id):
            after = own.after
            for was, now in ids.items():
                after = after.replace(was, now)
            copy = replace(own, id=context.new_id(), letter_id=new.id, after=after)
            letters.save_own_text(context.store, copy)
    return _change(new)


def _number(context: Context, draft: Draft, version: int, about_to: Sequence[str]) -> str:
    """Propose "Ons kenmerk"; the letters of a case bear its number."""
    mark = "B" if draft.text.follows else _MARKS.get(draft.kind.value, "B")
    ours = "{casus}-{soort}{versie}" if draft.case else "{jaar}-{soort}{volgnummer}"
    form = number_form_on(context, context.today()) or ours
    taken = {*letters.list_numbers(context.store), *about_to}
    parts = {
        "casus": draft.case.number if draft.case else str(context.today().year),
        "jaar": str(context.today().year),
        "soort": mark,
        "versie": str(version),
    }
    count = 1
    while (number := _filled(form, parts, count)) in taken and "{volgnummer}" in form:
        count += 1
    return number


def _filled(form: str, parts: Mapping[str, str], count: int) -> str:
    for name, text in {**parts, "volgnummer": f"{count:03}"}.items():
        form = form.replace(f"{{{name}}}", text)
    return form


_MARKS = {
    "receipt": "O",
    "information_request": "I",
    "parliamentary_answer": "K",
    "figures_request": "U",
    "internal_note": "N",
    "agency_letter": "Z",
    "agency_brief": "G",
    "chances_request": "E",
    "offer_reply": "R",
    "council_cover": "M",
}


def _change(record: LetterRecord) -> Change:
    return Change.of(record.case_id) if record.case_id else Change(everything=True)
