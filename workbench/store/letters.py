"""Letters of a case, drafts and sealed, and the advisor's own paragraphs in them."""

from sqlite3 import Row

from workbench.domain.case import CaseId
from workbench.domain.finding import LetterKind
from workbench.domain.letter import LetterRecord, OwnText
from workbench.store.columns import read_day, write_day
from workbench.store.connection import Store

_LIST = "select * from letters where case_id = :case_id order by kind, version"
_LOAD = "select * from letters where id = :id"
_SEALED = "select * from letters where file <> '' order by sealed_at desc, id desc"
_INSERT = """
    insert into letters (id, case_id, kind, version, replaces, written_on, number,
        minister, signatory, file, receipt, sealed_at, checked)
    values (:id, :case_id, :kind, :version, :replaces, :written_on, :number, :minister,
        :signatory, :file, :receipt, :sealed_at, :checked)
"""
_UPDATE = """
    update letters set written_on = :written_on, number = :number, minister = :minister,
        signatory = :signatory, file = :file, receipt = :receipt, sealed_at = :sealed_at,
        checked = :checked
    where id = :id
"""
_REMOVE = "delete from letters where id = :id"
_NUMBERS = "select number from letters where number <> '' order by number"
_OWN_TEXTS = """
    select * from own_texts where letter_id = :letter_id order by after, position, id
"""
_SAVE_TEXT = """
    insert into own_texts (id, letter_id, after, position, text)
    values (:id, :letter_id, :after, :position, :text)
    on conflict (id) do update set after = :after, position = :position, text = :text
"""
_REMOVE_TEXT = "delete from own_texts where id = :id"


def list_letters(store: Store, case_id: CaseId) -> list[LetterRecord]:
    """Return the letters of a case, oldest version first."""
    return [_letter(row) for row in store.query(_LIST, {"case_id": case_id})]


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


def remove_letter(store: Store, letter_id: str) -> None:
    """Remove a draft that has no texts of its own; the store refuses a sealed one."""
    store.execute(_REMOVE, {"id": letter_id})


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
    }
    store.execute(_SAVE_TEXT, columns)


def remove_own_text(store: Store, own_text_id: str) -> None:
    store.execute(_REMOVE_TEXT, {"id": own_text_id})


def _columns(letter: LetterRecord) -> dict[str, str | int | None]:
    return {
        "id": letter.id,
        "case_id": letter.case_id,
        "kind": letter.kind,
        "version": letter.version,
        "replaces": letter.replaces,
        "written_on": write_day(letter.written_on),
        "number": letter.number,
        "minister": letter.minister,
        "signatory": letter.signatory,
        "file": letter.file or None,
        "receipt": letter.receipt,
        "sealed_at": letter.sealed_at,
        "checked": letter.checked,
    }


def _letter(row: Row) -> LetterRecord:
    return LetterRecord(
        id=row["id"],
        case_id=row["case_id"],
        kind=LetterKind(row["kind"]),
        version=row["version"],
        replaces=row["replaces"],
        written_on=read_day(row["written_on"]),
        number=row["number"],
        minister=row["minister"],
        signatory=row["signatory"],
        file=row["file"] or "",
        receipt=row["receipt"],
        sealed_at=row["sealed_at"],
        checked=row["checked"],
    )
