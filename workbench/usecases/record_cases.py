"""What links records and cases: a case from a record, splitting, merging, the council."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from workbench.domain.case import Case, CaseId, Occasion, Stage
from workbench.domain.errors import FactInvalidError, LetterNotReadyError
from workbench.domain.fte import Fte
from workbench.domain.instrument import Record
from workbench.domain.letter import LetterRecord
from workbench.rules.instruments import load_instruments
from workbench.store import cases, letters, records
from workbench.usecases.context import Change, Context
from workbench.usecases.record_lists import find_record
from workbench.usecases.record_words import title_of
from workbench.usecases.stages import note_stage

_RELATIONS, _SUBMISSIONS = "relations", "submissions"
_EVERYTHING = Change(everything=True)
_OCCASIONS = {
    "masterplans": Occasion.MASTERPLAN,
    "change_requests": Occasion.CHANGE_REQUEST,
}


def begin_case_from(context: Context, key: str, record_id: str) -> tuple[CaseId, Change]:
    """Begin a case from a masterplan, a change request or an offer, without retyping.

    The record names the case from then on; a record that has its case leads there.
    """
    record = _need(context, key, record_id)
    number = record.text("case_number")
    known = cases.find_case_id(context.store, number) if number else None
    if known is not None:
        return known, Change()
    day = _day(record, "asked_on") or _day(record, "given_on") or context.today()
    case = Case(
        id=context.new_id(),
        number=cases.next_number(context.store, context.today().year),
        title=title_of(context, record),
        stage=Stage.NOTICE,
        service=record.text("service") or record.text("fits"),
        ministry=record.text("ministry") or None,
        occasion=_OCCASIONS.get(key),
        intention=record.text("what"),
        notice_on=day,
        judged_on=day,
        handler=context.user,
        source=record.text("source"),
    )
    linked = replace(record, values=dict(record.values) | {"case_number": case.number})
    with context.batch(f"Casus {case.number} gemaakt van {load_instruments()[key].one}"):
        cases.insert_case(context.store, case)
        note_stage(context, case.id, case.stage)
        records.save_record(context.store, load_instruments()[key], linked)
    return case.id, _EVERYTHING


def split_case(context: Context, case_id: CaseId, title: str) -> tuple[CaseId, Change]:
    """Begin a second case out of one; both name the other and keep their own facts.

    Raises:
        FactInvalidError: Without a title for the new case.
    """
    if not title.strip():
        raise FactInvalidError(field="Titel", value="", expected="een korte titel")
    case = cases.load_case(context.store, case_id)
    new = replace(
        case,
        id=context.new_id(),
        number=cases.next_number(context.store, context.today().year),
        title=title.strip(),
        fte_before=None,
        fte_after=None,
        shifts=(),
    )
    with context.batch(f"Casus {new.number} gesplitst uit {case.number}"):
        cases.insert_case(context.store, new)
        note_stage(context, new.id, new.stage)
        _relate(context, case.id, new.number, "gesplitst in")
        _relate(context, new.id, case.number, "gesplitst uit")
    return new.id, _EVERYTHING


def merge_case(context: Context, case_id: CaseId, number: str) -> Change:
    """Let a case go on in another one: it is withdrawn and both name each other.

    Nothing is copied and nothing is lost: what was found here stays here.

    Raises:
        FactInvalidError: There is no other case with this number.
    """
    case = cases.load_case(context.store, case_id)
    into = cases.find_case_id(context.store, number.strip())
    if into is None or into == case_id:
        raise FactInvalidError(
            field="Nummer van de andere casus",
            value=number,
            expected="het nummer van een andere casus",
        )
    with context.batch(f"Casus {case.number} samengevoegd in {number.strip()}"):
        cases.update_case(context.store, replace(case, stage=Stage.WITHDRAWN))
        note_stage(context, case_id, Stage.WITHDRAWN)
        _relate(context, case_id, number.strip(), "samengevoegd in")
        _relate(context, into, case.number, "samengevoegd uit")
    return _EVERYTHING


def sealed_advice(context: Context, case_id: CaseId) -> LetterRecord | None:
    """Return the newest sealed advice or proposal of a case, if there is one."""
    sealed = [
        one
        for one in letters.list_letters(context.store, case_id)
        if one.is_sealed and context.texts[one.kind].follows
    ]
    return max(sealed, key=lambda one: (one.sealed_at, one.version), default=None)


def submit_to_council(context: Context, record_id: str) -> Change:
    """Put a case before the council: with both positions and the sealed advice as it is.

    Raises:
        LetterNotReadyError: A position is lacking, or no advice is sealed yet.
    """
    record = _need(context, _SUBMISSIONS, record_id)
    case = cases.load_case(context.store, record.case_id)
    advice = sealed_advice(context, record.case_id)
    missing = [
        f"{load_instruments()[_SUBMISSIONS].field(name).label} is nog leeg"
        for name in ("position_ministry", "position_bzk")
        if not record.text(name)
    ]
    if advice is None:
        missing.append("Er is nog geen vastgesteld advies of voorstel van BZK")
    if missing or advice is None:
        raise LetterNotReadyError(case=case.number, missing=missing)
    submitted = _day(record, "submitted_on") or context.today()
    values: Mapping[str, object] = {
        "state": "voorgelegd",
        "submitted_on": submitted,
        "letter_number": advice.number,
        "letter_sha256": advice.file,
    }
    _save(context, record, values, f"{case.number}: voorgelegd aan de ministerraad")
    return Change.of(case.id)


def close_after_council(context: Context, record_id: str) -> Change:
    """Close the case with what the council came to, and why.

    Raises:
        LetterNotReadyError: It was not submitted, or outcome, day or reason is lacking.
    """
    record = _need(context, _SUBMISSIONS, record_id)
    case = cases.load_case(context.store, record.case_id)
    fields = load_instruments()[_SUBMISSIONS]
    missing = [
        f"{fields.field(name).label} is nog leeg"
        for name in ("outcome", "decided_on", "reason")
        if record.values.get(name) in (None, "")
    ]
    if not record.text("letter_sha256"):
        missing.append("De casus is nog niet voorgelegd")
    if missing:
        raise LetterNotReadyError(case=case.number, missing=missing)
    with context.batch(f"{case.number}: afgerond na de ministerraad"):
        closed = replace(record, values=dict(record.values) | {"state": "afgerond"})
        records.save_record(context.store, fields, closed)
        cases.update_case(context.store, replace(case, stage=Stage.CLOSED))
        note_stage(context, case.id, Stage.CLOSED)
    return Change.of(case.id)


def realisation_word(record: Record) -> str:
    """Return how far what was advised was carried out, after the Danish example."""
    planned, realised = record.values.get("planned"), record.values.get("realised")
    if record.text("is_lapsed") == "ja":
        return "vervallen"
    if not isinstance(planned, Fte) or not isinstance(realised, Fte):
        return "gepland"
    if realised.hundredths == 0:
        return "gepland"
    is_down = planned.hundredths < 0
    is_full = realised <= planned if is_down else realised >= planned
    return "volledig gerealiseerd" if is_full else "deels gerealiseerd"


def _relate(context: Context, case_id: CaseId, number: str, kind: str) -> None:
    record = Record(
        id=context.new_id(),
        instrument=_RELATIONS,
        case_id=case_id,
        values={"other_number": number, "kind": kind, "note": ""},
    )
    records.save_record(context.store, load_instruments()[_RELATIONS], record)


def _save(
    context: Context, record: Record, values: Mapping[str, object], name: str
) -> None:
    changed = replace(record, values=dict(record.values) | dict(values))
    with context.batch(name):
        records.save_record(context.store, load_instruments()[record.instrument], changed)


def _need(context: Context, key: str, record_id: str) -> Record:
    found = find_record(context, key, record_id)
    if found is None:
        raise FactInvalidError(
            field=load_instruments()[key].one, value="", expected="een regel die er nog is"
        )
    return found


def _day(record: Record, name: str) -> date | None:
    value = record.values.get(name)
    return value if isinstance(value, date) else None
