"""Finds the later batches that built on a batch, so that undoing it asks first.

What is left after an undo must be a history that could have happened, or a next undo
would fail: so the journal decides what built on what, not only the rows of this moment.
"""

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
# The advice names one location at most: preferring one ends the preference for another.
_PREFERRED = f"""
    select distinct b.seq
    from entries e
    join entries l on l.case_id = e.case_id
    join batches b on b.seq = l.batch
    where e.batch = :seq and l.batch > :seq
        and e.field = 'is_preferred' and 1 in (e.before, e.after)
        and l.field = 'is_preferred' and 1 in (l.before, l.after)
        and {_LIVE}
"""
_MADE = """
    select distinct table_name, row_id, case_id from entries
    where batch = :seq and operation = 'insert'
"""
# Rows that refer to a row of a case belong to that case themselves.
_REFERRING = f"""
    select distinct b.seq
    from entries l join batches b on b.seq = l.batch
    where (:case_id is null or l.case_id = :case_id) and l.batch > :seq
        and l.table_name = :child and l.field = :column
        and :row_id in (l.before, l.after) and {_LIVE}
"""
_OLD_VALUES = """
    select table_name, field, before from entries
    where batch = :seq and operation <> 'insert' and before is not null
"""
_CAME_OR_WENT = f"""
    select distinct b.seq
    from entries l join batches b on b.seq = l.batch
    where l.table_name = :table and l.row_id = :row_id and l.batch > :seq
        and l.operation <> 'update' and {_LIVE}
"""
_SAME_TABLES = f"""
    select distinct b.seq
    from entries e
    join entries l on l.table_name = e.table_name and l.case_id is e.case_id
    join batches b on b.seq = l.batch
    where e.batch = :seq and l.batch > :seq and {_LIVE}
"""

# Child table and its column, with the parent table.
References = list[tuple[str, str, str]]


def find_later(store: Store, seq: int, shapes: dict[str, TableShape]) -> set[int]:
    """Return the live batches that cannot stay when batch `seq` is undone.

    They touched the same field or row, refer to a row it made, or made or removed a row
    that a row it changed refers to. What built on those is included.
    """
    return _close(store, {seq}, shapes) - {seq}


def find_neighbours(store: Store, seq: int, shapes: dict[str, TableShape]) -> set[int]:
    """Return the live later batches in the same tables of the same cases.

    For the rare undo that a unique key forbids, such as a number given again.
    """
    return _close(store, {seq} | _seqs(store, _SAME_TABLES, seq=seq), shapes) - {seq}


def _close(store: Store, waiting: set[int], shapes: dict[str, TableShape]) -> set[int]:
    references = _references(store, shapes)
    found = set(waiting)
    while waiting:
        current = waiting.pop()
        later = _seqs(store, _TOUCHED, seq=current)
        later |= _seqs(store, _PREFERRED, seq=current)
        later |= _referring(store, current, references)
        later |= _referred(store, current, references)
        waiting |= later - found
        found |= later
    return found


def _seqs(store: Store, sql: str, **parameters: object) -> set[int]:
    return {row["seq"] for row in store.query(sql, parameters)}


def _references(store: Store, shapes: dict[str, TableShape]) -> References:
    stays = INSERT_ONLY | WITHDRAWABLE.keys()
    return [
        (table, row["from"], row["table"])
        for table in shapes
        for row in store.query(f"pragma foreign_key_list({table})")
        if row["table"] in shapes and row["table"] not in stays
    ]


def _referring(store: Store, seq: int, references: References) -> set[int]:
    """Look for what ever referred to rows that the batch made."""
    found: set[int] = set()
    for row in store.query(_MADE, {"seq": seq}):
        for child, column, parent in references:
            if parent == row["table_name"]:
                case = {"case_id": row["case_id"], "row_id": row["row_id"]}
                found |= _seqs(
                    store, _REFERRING, seq=seq, child=child, column=column, **case
                )
    return found


def _referred(store: Store, seq: int, references: References) -> set[int]:
    """Look for rows that came or went and that the batch's old values refer to."""
    found: set[int] = set()
    parents = {(child, column): parent for child, column, parent in references}
    for row in store.query(_OLD_VALUES, {"seq": seq}):
        parent = parents.get((row["table_name"], row["field"]))
        if parent is not None:
            found |= _seqs(
                store, _CAME_OR_WENT, seq=seq, table=parent, row_id=row["before"]
            )
    return found
