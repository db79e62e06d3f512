"""Generates the triggers that keep the journal, from the schema as it stands.

They use plain columns and the table of the open batch only: `trusted_schema=OFF` forbids
functions. The store compares them at every opening, so a change in what is generated
needs a new numbered migration (an empty one will do) to reach existing stores.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

JOURNAL_TABLES = ("batches", "reversals", "entries", "open_batch")

# Rows of these never change and never go; undo leaves them where they are.
INSERT_ONLY = frozenset({"files"})
_WITH_DELIVERY = (
    "not exists (select 1 from open_batch join entries on entries.batch = "
    "open_batch.batch where entries.table_name = 'deliveries' and entries.row_id = "
    "new.delivery_id and entries.operation = 'insert')"
)
# A migration may bring the sets of older deliveries over; nothing else of the system does.
_SET_OF_BATCH = (
    "not exists (select 1 from open_batch o join batches b on b.seq = o.batch where "
    "o.batch = new.batch and (b.kind = 'system' or exists (select 1 from entries e where "
    "e.batch = o.batch and e.table_name = 'deliveries' and e.row_id = new.delivery_id and "
    "e.operation = 'insert')))"
)
# Asked for every figure that is written, so in the form that is quickest.
_IN_OPEN_SET = (
    "coalesce((select batch from value_sets where number = new.set_number), 0) "
    "<> coalesce((select batch from open_batch where id = 1), -1)"
)
_IN_OPEN_SETS = (
    "not exists (select 1 from value_sets s join open_batch b on b.batch = s.batch where "
    "s.number in (new.set_number, new.by_set))"
)
# Rows of these belong to a delivery that is made in the same batch and vouches for them
# in the journal; they have no entries of their own. Each with when a row is refused.
BULK = {
    "benchmark_values": _WITH_DELIVERY,
    "figures": _IN_OPEN_SET,
    "fte_series": "not exists (select 1 from open_batch)",
    "fte_values": _WITH_DELIVERY,
    "replaced_figures": _IN_OPEN_SETS,
    "statements": _WITH_DELIVERY,
    "value_sets": _SET_OF_BATCH,
}
# Of these only the named field ever changes, and undo of the insert sets it.
WITHDRAWABLE = {"deliveries": "withdrawn"}
# Rows of these no longer change once the named field is filled.
FROZEN_BY = {"letters": "file"}

# A table that a step builds anew has rows that are journalled under its old name.
_TABLES = """
    select name from sqlite_master
    where type = 'table' and name not glob 'sqlite_*' and name not glob '_sqlite_*'
        and name not glob '*_rebuilt'
    order by name
"""
_NO_BATCH = (
    "select raise(abort, 'no batch is open') where not exists (select 1 from open_batch);"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """What the journal must know of a table.

    Attributes:
        fields: Columns that are journalled; the content of a file is not.
        case: SQL that tells the case of a row, with `{row}` for `new` or `old`.
    """

    name: str
    key: str
    fields: tuple[str, ...]
    case: str


def journalled_tables(connection: sqlite3.Connection) -> dict[str, TableShape]:
    """Return every table whose changes have entries of their own."""
    names = [name for (name,) in connection.execute(_TABLES)]
    kept = [name for name in names if name not in JOURNAL_TABLES and name not in BULK]
    return {name: _shape(connection, name) for name in kept}


def trigger_statements(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return name and SQL of every trigger the present schema asks for."""
    found = list(_journal_triggers())
    for shape in journalled_tables(connection).values():
        found += _table_triggers(shape)
    present = {name for (name,) in connection.execute(_TABLES)}
    for name, missing in BULK.items():
        if name in present:
            found += _bulk_triggers(name, missing)
    return sorted((name, _create(name, rest)) for name, rest in found)


def present_triggers(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    rows = connection.execute("select name, sql from sqlite_master where type = 'trigger'")
    return sorted((name, sql) for name, sql in rows)


def renew_triggers(connection: sqlite3.Connection) -> None:
    """Make the triggers what the schema asks for now; those that are right stay.

    Each change makes SQLite read its whole schema again, so few changes are quick.
    """
    wanted = dict(trigger_statements(connection))
    present = dict(present_triggers(connection))
    for name, sql in present.items():
        if wanted.get(name) != sql:
            connection.execute(f'drop trigger "{name}"')
    for name, sql in wanted.items():
        if present.get(name) != sql:
            connection.execute(sql)


def _create(name: str, rest: str) -> str:
    return f"CREATE TRIGGER {name} {rest}"  # as SQLite keeps it


def _body(when: str, *statements: str) -> str:
    lines = "".join(f"    {statement}\n" for statement in statements)
    return f"{when}\nbegin\n{lines}end"


def _refuse(table: str, operation: str, reason: str, when: str = "") -> str:
    timing = f"before {operation} on {table}" + (f" when {when}" if when else "")
    return _body(timing, f"select raise(abort, '{reason}');")


def _journal_triggers() -> Iterator[tuple[str, str]]:
    closing = (
        "old.hash is not null or new.hash is null or new.seq is not old.seq "
        "or new.id is not old.id or new.name is not old.name or new.kind is not old.kind "
        "or new.is_final is not old.is_final or new.made_by is not old.made_by "
        "or new.started_at is not old.started_at"
    )
    yield (
        "batches_update",
        _refuse("batches", "update", "a batch is closed once and never changes", closing),
    )
    yield "batches_delete", _refuse("batches", "delete", "the journal is never shortened")
    for table in ("entries", "reversals"):
        yield (
            f"{table}_insert",
            _refuse(
                table,
                "insert",
                "no batch is open",
                "not exists (select 1 from open_batch where batch = new.batch)",
            ),
        )
        for operation in ("update", "delete"):
            yield (
                f"{table}_{operation}",
                _refuse(table, operation, "the journal never changes"),
            )


def _shape(connection: sqlite3.Connection, table: str) -> TableShape:
    columns = connection.execute(f"pragma table_info({table})").fetchall()
    keys = [name for _, name, _, _, _, key in columns if key]
    if len(keys) != 1:
        raise ValueError(f"{table}: a journalled table has a key of one column")
    fields = tuple(name for _, name, kind, *_ in columns if kind.lower() != "blob")
    case = _case_of(connection, table, fields)
    return TableShape(name=table, key=keys[0], fields=fields, case=case)


def _case_of(connection: sqlite3.Connection, table: str, fields: tuple[str, ...]) -> str:
    if table == "cases":
        return "{row}.id"
    if "case_id" in fields:
        return "{row}.case_id"
    for _, _, parent, column, key, *_ in connection.execute(
        f"pragma foreign_key_list({table})"
    ):
        if parent == "cases":
            return f"{{row}}.{column}"
        names = {row[1] for row in connection.execute(f"pragma table_info({parent})")}
        if "case_id" in names:
            return f"(select case_id from {parent} where {key} = {{row}}.{column})"
    return "null"


def _table_triggers(shape: TableShape) -> Iterator[tuple[str, str]]:
    name = shape.name
    yield f"{name}_insert", _recording(shape, "insert", "new")
    if name in INSERT_ONLY:
        for operation in ("update", "delete"):
            yield f"{name}_{operation}", _refuse(name, operation, f"{name} never change")
        return
    yield f"{name}_update", _recording(shape, "update", "new")
    if name in WITHDRAWABLE:
        yield f"{name}_delete", _refuse(name, "delete", f"{name} never go")
        kept = [field for field in shape.fields if field != WITHDRAWABLE[name]]
        changed = " or ".join(f"new.{field} is not old.{field}" for field in kept)
        yield f"{name}_kept", _refuse(name, "update", f"{name} never change", changed)
        return
    yield f"{name}_delete", _recording(shape, "delete", "old")
    if name in FROZEN_BY:
        frozen = f"old.{FROZEN_BY[name]} is not null"
        for operation in ("update", "delete"):
            yield (
                f"{name}_frozen_{operation}",
                _refuse(name, operation, f"sealed {name} never change", frozen),
            )


def _recording(shape: TableShape, operation: str, row: str) -> str:
    statements = [_NO_BATCH]
    if operation == "update":
        statements.append(
            "select raise(abort, 'a key never changes') "
            f"where new.{shape.key} is not old.{shape.key};"
        )
    statements += [_record(shape, operation, row, field) for field in shape.fields]
    return _body(f"after {operation} on {shape.name}", *statements)


def _record(shape: TableShape, operation: str, row: str, field: str) -> str:
    before = "null" if operation == "insert" else f"old.{field}"
    after = "null" if operation == "delete" else f"new.{field}"
    return (
        "insert into entries (batch, table_name, row_id, case_id, operation, field, "
        f"before, after) select batch, '{shape.name}', {row}.{shape.key}, "
        f"{shape.case.format(row=row)}, '{operation}', '{field}', {before}, {after} "
        f"from open_batch where {before} is not {after};"
    )


def _bulk_triggers(table: str, missing: str) -> Iterator[tuple[str, str]]:
    reason = f"{table} are written with their deliveries only"
    yield f"{table}_insert", _refuse(table, "insert", reason, missing)
    for operation in ("update", "delete"):
        yield f"{table}_{operation}", _refuse(table, operation, f"{table} never change")
