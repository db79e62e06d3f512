"""Brings a store to the present schema with the numbered steps in `db/migrations/`."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.paths import migrations_folder
from workbench.store import journal
from workbench.store.triggers import renew_triggers

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x57424B52
_SET = "workbench"
_APPLIED = """
    select name from _sqlite_migrations where migration_set = :name order by id
"""
# Comments may stand before the statement.
_SCHEMA_ONLY = re.compile(r"(\s*--[^\n]*\n)*\s*(create|alter|drop)\b", re.IGNORECASE)
_HAS_TABLE = "select 1 from sqlite_master where type = 'table' and name = :name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One numbered file; a released one is never touched again."""

    name: str
    sql: str

    @property
    def number(self) -> int:
        return int(self.name[:4])


def read_steps(folder: Path | None = None) -> list[Step]:
    """Return the steps this program knows, in order."""
    paths = sorted((folder or migrations_folder()).glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return [Step(name=path.stem, sql=path.read_text(encoding="utf-8")) for path in paths]


def applied_steps(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the steps a store has had, including those unknown here."""
    if not _has_table(connection, "_sqlite_migrations"):
        return []
    return [name for (name,) in connection.execute(_APPLIED, {"name": _SET})]


def apply_steps(
    connection: sqlite3.Connection, steps: list[Step], maker: journal.Maker
) -> None:
    """Apply what is pending; each step wholly or not at all."""
    # Imported here only: it costs 60 ms and most starts have nothing pending.
    from sqlite_utils import Database, Migrations  # noqa: PLC0415

    # In a new store there is nothing yet that a step could change.
    journalled = maker if _has_table(connection, "open_batch") else None
    migrations = Migrations(_SET)
    for step in steps:
        migrations(name=step.name)(_applier(step, journalled))
    migrations.apply(Database(connection, execute_plugins=False))


def split_statements(sql: str) -> Iterator[str]:
    """Return the statements one by one; `executescript` would commit in between."""
    statement = ""
    for piece in re.split(r"(?<=;)", sql):
        statement += piece
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
    rest = [line.strip() for line in statement.splitlines()]
    if any(line and not line.startswith("--") for line in rest):
        raise ValueError(f"unfinished statement: {statement.strip()[:60]}")


def _applier(step: Step, maker: journal.Maker | None) -> Callable[["Database"], None]:
    def apply(database: "Database") -> None:
        connection: sqlite3.Connection = database.conn
        batch = None if maker is None else _open_batch(connection, step, maker)
        for statement in split_statements(step.sql):
            if not _SCHEMA_ONLY.match(statement):
                renew_triggers(connection)  # so that the rows it changes are journalled
            connection.execute(statement)
        renew_triggers(connection)
        if batch is not None and maker is not None:
            journal.close_batch(connection, batch, maker)
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute(f"pragma user_version = {step.number}")

    return apply


def _open_batch(connection: sqlite3.Connection, step: Step, maker: journal.Maker) -> int:
    """Let a step that changes rows be journalled."""
    name = f"Opslag bijgewerkt: {step.name}"
    return journal.open_batch(connection, name=name, kind="system", maker=maker)


def _has_table(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute(_HAS_TABLE, {"name": name}).fetchone() is not None
