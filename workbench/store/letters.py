"""Letters, drafts and sealed, with their own data and the advisor's own paragraphs."""

from sqlite3 import Row

from workbench.domain.case import CaseId
from workbench.domain.finding import LetterKind
from workbench.domain.letter import LetterRecord, LetterSubject, LetterValue, OwnText
from workbench.store.columns import read_day, write_day
from workbench.store.connection import Store

_LIST = "select * from letters where case_id = :case_id order by kind, version"
_OF_REQUEST = "select * from letters where request_id = :request_id order by kind, version"
_OF_RECORD = "select * from letters where record = :record order by kind, version"
_ALL = "select * from letters order by sealed_at desc, id desc"
_LOAD = "select * from letters where id = :id"
_SEALED = "select * from letters where file <> '' order by sealed_at desc, id desc"
_INSERT = """
    insert into letters (id, case_id, request_id, kind, version, replaces, written_on,
        number, minister, signatory, classification, classified_until, classified_by, file,
        receipt, sealed_at, checked, record)
    values (:id, :case_id, :request_id, :kind, :version, :replaces, :written_on, :number,
        :minister, :signatory, :classification, :classified_until, :classified_by, :file,
        :receipt, :sealed_at, :checked, :record)
"""
_UPDATE = """
    update letters set written_on = :written_on, number = :number, minister = :minister,
        signatory = :signatory, classification = :classification,
        classified_until = :classified_until, classified_by = :classified_by, file = :file,
        receipt = :receipt, sealed_at = :sealed_at, checked = :checked
    where id = :id
"""
_NUMBERS = "select number from letters where number <> '' order by number"
_OWN_TEXTS = """
    select * from own_texts where letter_id = :letter_id order by after, position, id
"""
_SAVE_TEXT = """
    insert into own_texts (id, letter_id, after, position, text, base)
    values (:id, :letter_id, :after, :position, :text, :base)
    on conflict (id) do update set after = :after, position = :position, text = :text,
        base = :base
"""
_REMOVE_TEXT = "delete from own_texts where id = :id"
_VALUES = """
    select * from letter_values where letter_id = :letter_id order by field, position, id
"""
_SAVE_VALUE = """
    insert into letter_values (id, letter_id, field, position, value)
    values (:id, :letter_id, :field, :position, :value)
    on conflict (id) do update set position = :position, value = :value
"""
_REMOVE_VALUE = "delete from letter_values where id = :id"


def list_letters(store: Store, case_id: CaseId) -> list[LetterRecord]:
    """Return the letters of a case, by kind and then oldest version first."""
    return [_letter(row) for row in store.query(_LIST, {"case_id": case_id})]


def list_about(store: Store, subject: LetterSubject) -> list[LetterRecord]:
    """Return the letters about something, by kind and then oldest version first."""
    if subject.case_id is not None:
        return list_letters(store, subject.case_id)
    if subject.request_id is not None:
        rows = store.query(_OF_REQUEST, {"request_id": subject.request_id})
        return [_letter(row) for row in rows]
    if subject.record:
        rows = store.query(_OF_RECORD, {"record": subject.record})
        return [_letter(row) for row in rows]
    return _versions(store, subject.letter_id)


def list_all(store: Store) -> list[LetterRecord]:
    """Return every letter, the one sealed last first and drafts at the end."""
    return [_letter(row) for row in store.query(_ALL)]


def list_sealed(store: Store) -> list[LetterRecord]:
    """Return every sealed letter, the newest first."""
    return [_letter(row) for row in store.query(_SEALED)]


def load_letter(store: Store, letter_id: str) -> LetterRecord:
    """Return one letter; a `LookupError` when there is none."""
    row = store.one(_LOAD, {"id": letter_id})
    if row is None:
        raise LookupError(letter_id)
    return _letter(row)


def list_numbers(store: Store) -> list[str]:
    """Return every number (ons kenmerk) given so far."""
    return [row["number"] for row in store.query(_NUMBERS)]


def insert_letter(store: Store, letter: LetterRecord) -> None:
    store.execute(_INSERT, _columns(letter))


def update_letter(store: Store, letter: LetterRecord) -> None:
    """Write a draft, or seal it by giving it a file; the store refuses a sealed one."""
    store.execute(_UPDATE, _columns(letter))


def list_own_texts(store: Store, letter_id: str) -> list[OwnText]:
    """Return the advisor's own paragraphs, in order behind each generated block."""
    rows = store.query(_OWN_TEXTS, {"letter_id": letter_id})
    return [
        OwnText(
            id=row["id"],
            letter_id=row["letter_id"],
            after=row["after"],
            position=row["position"],
            text=row["text"],
            base=row["base"],
        )
        for row in rows
    ]


def save_own_text(store: Store, own: OwnText) -> None:
    columns = {
        "id": own.id,
        "letter_id": own.letter_id,
        "after": own.after,
        "position": own.position,
        "text": own.text,
        "base": own.base,
    }
    store.execute(_SAVE_TEXT, columns)


def remove_own_text(store: Store, own_text_id: str) -> None:
    store.execute(_REMOVE_TEXT, {"id": own_text_id})


def list_values(store: Store, letter_id: str) -> list[LetterValue]:
    """Return what was filled in for a letter, the values of a list in their order."""
    return [
        LetterValue(
            id=row["id"],
            letter_id=row["letter_id"],
            field=row["field"],
            position=row["position"],
            value=row["value"],
        )
        for row in store.query(_VALUES, {"letter_id": letter_id})
    ]


def save_value(store: Store, value: LetterValue) -> None:
    columns = {
        "id": value.id,
        "letter_id": value.letter_id,
        "field": value.field,
        "position": value.position,
        "value": value.value,
    }
    store.execute(_SAVE_VALUE, columns)


def remove_value(store: Store, value_id: str) -> None:
    store.execute(_REMOVE_VALUE, {"id": value_id})


def _versions(store: Store, letter_id: str) -> list[LetterRecord]:
    """Return a letter on its own with the versions before and behind it."""
    alone = [one for one in list_all(store) if one.subject.letter_id]
    family = {letter_id}
    for one in sorted(alone, key=lambda one: one.version):
        if one.replaces in family:
            family.add(one.id)
    for one in sorted(alone, key=lambda one: -one.version):
        if one.id in family and one.replaces:
            family.add(one.replaces)
    return sorted((o for o in alone if o.id in family), key=lambda one: one.version)


def _columns(letter: LetterRecord) -> dict[str, str | int | None]:
    return {
        "id": letter.id,
        "case_id": letter.case_id,
        "request_id": letter.request_id,
        "kind": letter.kind,
        "version": letter.version,
        "replaces": letter.replaces,
        "written_on": write_day(letter.written_on),
        "number": letter.number,
        "minister": letter.minister,
        "signatory": letter.signatory,
        "classification": letter.classification,
        "classified_until": write_day(letter.classified_until),
        "classified_by": letter.classified_by,
        "file": letter.file or None,
        "receipt": letter.receipt,
        "sealed_at": letter.sealed_at,
        "checked": letter.checked,
        "record": letter.record,
    }


def _letter(row: Row) -> LetterRecord:
    return LetterRecord(
        id=row["id"],
        case_id=row["case_id"],
        request_id=row["request_id"],
        kind=LetterKind(row["kind"]),
        version=row["version"],
        replaces=row["replaces"],
        written_on=read_day(row["written_on"]),
        number=row["number"],
        minister=row["minister"],
        signatory=row["signatory"],
        classification=row["classification"],
        classified_until=read_day(row["classified_until"]),
        classified_by=row["classified_by"],
        file=row["file"] or "",
        receipt=row["receipt"],
        sealed_at=row["sealed_at"],
        checked=row["checked"],
        record=row["record"],
    )
