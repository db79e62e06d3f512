"""Reads the journal back: what was done, to which case, and how a field came about."""

from sqlite3 import Row

from workbench.domain.case import CaseId
from workbench.domain.journal import Batch, BatchKind, Entry, FieldChange
from workbench.store.connection import Store

_BATCHES = """
    select b.*,
        exists (select 1 from reversals r where r.reverses = b.seq) as is_reversed,
        (select group_concat(distinct e.case_id) from entries e
            where e.batch = b.seq) as cases
    from batches b
    where :case_id is null
        or b.seq in (select batch from entries where case_id = :case_id)
    order by b.seq desc limit :limit
"""
_BATCH = """
    select b.*,
        exists (select 1 from reversals r where r.reverses = b.seq) as is_reversed,
        (select group_concat(distinct e.case_id) from entries e
            where e.batch = b.seq) as cases
    from batches b where b.seq = :seq
"""
_ENTRIES = "select * from entries where batch = :seq order by seq"
_FIELD = """
    select e.batch, b.name, b.kind, b.made_by, b.started_at, e.before, e.after
    from entries e join batches b on b.seq = e.batch
    where e.table_name = :table and e.row_id = :row_id and e.field = :field
    order by e.seq
"""
_HEAD = "select seq, hash from batches order by seq desc limit 1"


def list_batches(
    store: Store, case_id: CaseId | None = None, limit: int = 500
) -> list[Batch]:
    """Return the newest batches, newest first; of one case with all that belongs to it."""
    rows = store.query(_BATCHES, {"case_id": case_id, "limit": limit})
    return [_batch(row) for row in rows]


def load_batch(store: Store, seq: int) -> Batch:
    """Return one batch; a `LookupError` when there is none."""
    row = store.one(_BATCH, {"seq": seq})
    if row is None:
        raise LookupError(seq)
    return _batch(row)


def entries_of(store: Store, seq: int) -> list[Entry]:
    """Return every field that changed in a batch, in order."""
    return [_entry(row) for row in store.query(_ENTRIES, {"seq": seq})]


def field_history(store: Store, table: str, row_id: str, field: str) -> list[FieldChange]:
    """Return every value a field has had, oldest first."""
    rows = store.query(_FIELD, {"table": table, "row_id": row_id, "field": field})
    return [
        FieldChange(
            batch=row["batch"],
            action=row["name"],
            kind=BatchKind(row["kind"]),
            made_by=row["made_by"],
            made_at=row["started_at"],
            before=row["before"],
            after=row["after"],
        )
        for row in rows
    ]


def head_of(store: Store) -> tuple[int, str]:
    """Return number and hash of the newest batch; (0, "") when there is none.

    Kept outside the store, it shows later that no batch was cut off the end.
    """
    row = store.one(_HEAD)
    return (0, "") if row is None else (row["seq"], row["hash"])


def _batch(row: Row) -> Batch:
    return Batch(
        seq=row["seq"],
        id=row["id"],
        name=row["name"],
        kind=BatchKind(row["kind"]),
        is_final=bool(row["is_final"]),
        is_reversed=bool(row["is_reversed"]),
        made_by=row["made_by"],
        started_at=row["started_at"],
        entry_count=row["entry_count"] or 0,
        hash=row["hash"] or "",
        cases=frozenset((row["cases"] or "").split(",")) - {""},
    )


def _entry(row: Row) -> Entry:
    return Entry(
        seq=row["seq"],
        batch=row["batch"],
        table=row["table_name"],
        row_id=row["row_id"],
        case_id=row["case_id"],
        operation=row["operation"],
        field=row["field"],
        before=row["before"],
        after=row["after"],
    )
