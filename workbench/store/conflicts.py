"""Finds the later batches that built on a batch, so that undoing it asks first."""

from workbench.store.connection import Store
from workbench.store.triggers import INSERT_ONLY, WITHDRAWABLE, TableShape

# Undo batches never count: they only take away, and what they took away is not live.
_LIVE = """
    b.kind in ('action', 'redo', 'system')
    and not exists (select 1 from reversals r where r.reverses = b.seq)
"""
_TOUCHED = f"""
    select distinct b.seq
    from entries e
    join entries l on l.table_name = e.table_name and l.row_id = e.row_id
    join batches b on b.seq = l.batch
    where e.batch = :seq and l.batch > :seq
        and (l.field = e.field or e.operation <> 'update' or l.operation <> 'update')
        and {_LIVE}
"""
_ROWS = """
    select distinct table_name, row_id from entries
    where batch = :seq and operation = 'insert'
"""
_TOUCHED_ROW = f"""
    select distinct b.seq
    from entries l join batches b on b.seq = l.batch
    where l.table_name = :table and l.row_id = :row_id and l.batch > :seq and {_LIVE}
"""
_GONE = """
    select table_name, field, before from entries
    where batch = :seq and operation <> 'insert' and before is not null
"""
_RESTORED = """
    select distinct r.table_name, r.row_id, r.field, r.before from entries r
    where r.batch = :seq and r.operation <> 'insert' and r.before in
        (select row_id from entries where batch = :maker and operation = 'insert')
"""
_SAME_TABLES = f"""
    select distinct b.seq
    from entries e
    join entries l on l.table_name = e.table_name and l.case_id is e.case_id
    join batches b on b.seq = l.batch
    where e.batch = :seq and l.batch > :seq and {_LIVE}
"""

References = list[tuple[str, str, str, str]]


def find_later(store: Store, seq: int, shapes: dict[str, TableShape]) -> set[int]:
    """Return the live batches that cannot stay when batch `seq` is undone.

    They touched the same field or row, refer to a row it made, or removed a row that a
    row it changed refers to. What built on those is included.
    """
    references = _references(store, shapes)
    found: set[int] = set()
    waiting = {seq}
    while waiting:
        current = waiting.pop()
        later = _seqs(store, _TOUCHED, seq=current)
        later |= _referring(store, current, references, shapes)
        later |= _missing(store, current, references)
        waiting |= later - found
        found |= later
        if not waiting:
            waiting = _restored(store, seq, found, references) - found
            found |= waiting
    return found


def find_neighbours(store: Store, seq: int) -> set[int]:
    """Return the live later batches in the same tables of the same cases.

    For the rare undo that a unique key forbids, such as an answer given anew.
    """
    return _seqs(store, _SAME_TABLES, seq=seq)


def _seqs(store: Store, sql: str, **parameters: object) -> set[int]:
    return {row["seq"] for row in store.query(sql, parameters)}


def _references(store: Store, shapes: dict[str, TableShape]) -> References:
    """Return child table, its column, parent table and the parent's column."""
    return [
        (table, row["from"], row["table"], row["to"])
        for table in shapes
        for row in store.query(f"pragma foreign_key_list({table})")
        if row["table"] in shapes
    ]


def _referring(
    store: Store, seq: int, references: References, shapes: dict[str, TableShape]
) -> set[int]:
    """Look at what refers now to rows that the batch made."""
    found: set[int] = set()
    stays = INSERT_ONLY | WITHDRAWABLE.keys()
    for row in store.query(_ROWS, {"seq": seq}):
        for child, column, parent, _ in references:
            if parent != row["table_name"] or parent in stays:
                continue
            children = store.query(
                f"select {shapes[child].key} as id from {child} where {column} = :id",
                {"id": row["row_id"]},
            )
            for referring in children:
                key = {"table": child, "row_id": referring["id"], "seq": seq}
                found |= _seqs(store, _TOUCHED_ROW, **key)
    return found


def _restored(
    store: Store, first: int, later: set[int], references: References
) -> set[int]:
    """Look for rows that would return and refer to a row that would go with its maker."""
    found: set[int] = set()
    columns = {(child, column) for child, column, _, _ in references}
    for maker in (first, *later):
        for seq in later:
            for row in store.query(_RESTORED, {"seq": seq, "maker": maker}):
                if (row["table_name"], row["field"]) in columns:
                    key = {"table": row["table_name"], "row_id": row["row_id"]}
                    found |= _seqs(store, _TOUCHED_ROW, **key, seq=maker)
    return found


def _missing(store: Store, seq: int, references: References) -> set[int]:
    """Look for rows that the batch's old values refer to and that are gone now."""
    found: set[int] = set()
    parents = {(child, column): (parent, key) for child, column, parent, key in references}
    for row in store.query(_GONE, {"seq": seq}):
        parent = parents.get((row["table_name"], row["field"]))
        if parent is None:
            continue
        table, key = parent
        there = store.one(f"select 1 from {table} where {key} = :id", {"id": row["before"]})
        if there is None:
            gone = {"table": table, "row_id": row["before"], "seq": seq}
            found |= _seqs(store, _TOUCHED_ROW, **gone)
    return found
