"""Takes batches back and brings them again; what is undone stays in the journal."""

import sqlite3
from itertools import groupby

from workbench.domain.errors import (
    NothingToUndoError,
    UndoConflictError,
    UndoFinalError,
)
from workbench.domain.journal import Batch, BatchKind, Entry, JournalValue
from workbench.store.conflicts import find_later, find_neighbours
from workbench.store.connection import Store
from workbench.store.history import entries_of, load_batch
from workbench.store.triggers import (
    INSERT_ONLY,
    WITHDRAWABLE,
    TableShape,
    journalled_tables,
)

_UNDO_TOP = """
    select max(seq) as seq from batches b
    where kind in ('action', 'redo')
        and not exists (select 1 from reversals r where r.reverses = b.seq)
"""
# A new action makes everything that was undone before it impossible to bring again.
_REDO_TOP = """
    select max(seq) as seq from batches b
    where kind = 'undo' and not exists (select 1 from reversals r where r.reverses = b.seq)
        and seq > coalesce((select max(seq) from batches where kind = 'action'), 0)
"""
_REVERSE = "insert into reversals (reverses, batch) values (:reverses, :batch)"


def undoable(store: Store) -> str | None:
    """Return the name of the action that `undo` takes back, or `None`."""
    top = _top(store, _UNDO_TOP)
    return None if top is None or top.is_final else top.name


def redoable(store: Store) -> str | None:
    """Return the name of the action that `redo` brings again, or `None`."""
    top = _top(store, _REDO_TOP)
    return None if top is None else top.name


def undo(store: Store, made_by: str) -> Batch:
    """Take back the newest action of the whole program; return the batch that did.

    Raises:
        NothingToUndoError: There is none.
        UndoFinalError: It is final, such as a seal.
    """
    top = _top(store, _UNDO_TOP)
    if top is None:
        raise NothingToUndoError(direction="undo")
    return undo_batch(store, top.seq, made_by=made_by)


def redo(store: Store, made_by: str) -> Batch:
    """Bring again what was undone last, as long as nothing new was done.

    Raises:
        NothingToUndoError: There is nothing.
    """
    top = _top(store, _REDO_TOP)
    if top is None:
        raise NothingToUndoError(direction="redo")
    return _reverse(store, [top], BatchKind.REDO, made_by)


def undo_batch(store: Store, seq: int, *, made_by: str, with_later: bool = False) -> Batch:
    """Take back one action, and with `with_later` also those that built on it.

    Raises:
        UndoConflictError: Later actions built on it; `later` names them, newest first.
        UndoFinalError: It, or one that built on it, can never be undone.
        NothingToUndoError: It is undone already or no action.
    """
    batch = load_batch(store, seq)
    if batch.is_reversed or batch.kind not in (BatchKind.ACTION, BatchKind.REDO):
        raise NothingToUndoError(direction="undo")
    shapes = journalled_tables(store.connection)
    later = find_later(store, seq, shapes)
    try:
        return _undo_all(store, batch, later, made_by, with_later=with_later)
    except sqlite3.IntegrityError:
        neighbours = find_neighbours(store, seq, shapes)
        if neighbours == later:
            raise UndoFinalError(action=batch.name) from None
        return _undo_all(store, batch, neighbours, made_by, with_later=with_later)


def _undo_all(
    store: Store, batch: Batch, later: set[int], made_by: str, *, with_later: bool
) -> Batch:
    others = [load_batch(store, seq) for seq in sorted(later, reverse=True)]
    for each in (*others, batch):
        if each.is_final or each.kind is BatchKind.SYSTEM:
            raise UndoFinalError(action=each.name)
    if others and not with_later:
        raise UndoConflictError(action=batch.name, later=[each.name for each in others])
    return _reverse(store, [*others, batch], BatchKind.UNDO, made_by)


def _top(store: Store, sql: str) -> Batch | None:
    row = store.one(sql)
    return None if row is None or row["seq"] is None else load_batch(store, row["seq"])


def _reverse(store: Store, batches: list[Batch], kind: BatchKind, made_by: str) -> Batch:
    """Take back batches, newest first, in one batch named after the oldest."""
    shapes = journalled_tables(store.connection)
    with store.batch(batches[-1].name, made_by=made_by, kind=kind) as number:
        # Rows come and go in an order of their own; all must fit together at the end.
        store.execute("pragma defer_foreign_keys = on")
        for batch in batches:
            store.execute(_REVERSE, {"reverses": batch.seq, "batch": number})
            _take_back(store, batch, shapes, number)
    return load_batch(store, number)


def _take_back(
    store: Store, batch: Batch, shapes: dict[str, TableShape], number: int
) -> None:
    def place(entry: Entry) -> tuple[str, str, str]:
        return entry.table, entry.row_id, entry.operation

    entries = reversed(entries_of(store, batch.seq))
    for (table, row_id, operation), group in groupby(entries, key=place):
        changed = {entry.field: entry.before for entry in group}
        shape = shapes.get(table)
        if shape is None or not changed.keys() <= set(shape.fields):
            raise UndoFinalError(action=batch.name)  # a migration did away with it
        key: dict[str, JournalValue] = {shape.key: row_id}
        if operation == "delete":
            names = ", ".join(changed)
            marks = ", ".join(f":{name}" for name in changed)
            store.execute(f"insert into {table} ({names}) values ({marks})", changed)
        elif operation == "update":
            marks = ", ".join(f"{name} = :{name}" for name in changed)
            where = f"where {shape.key} = :{shape.key}"
            store.execute(f"update {table} set {marks} {where}", changed | key)
        elif table in WITHDRAWABLE:
            mark = f"update {table} set {WITHDRAWABLE[table]} = :number"
            store.execute(
                f"{mark} where {shape.key} = :{shape.key}", key | {"number": number}
            )
        elif table not in INSERT_ONLY:
            store.execute(f"delete from {table} where {shape.key} = :{shape.key}", key)
