"""Checks that a store is whole: the chain of batches, the rows and the kept files."""

import hashlib
import sqlite3
from itertools import groupby
from operator import itemgetter

from workbench.domain.errors import StoreDamagedError
from workbench.domain.journal import JournalValue
from workbench.store import journal
from workbench.store.triggers import journalled_tables, present_triggers, trigger_statements

_BATCHES = """
    select seq, id, name, kind, is_final, made_by, started_at, closed_at, entry_count,
        previous_hash, hash
    from batches where seq > :start order by seq
"""
_ENTRIES = """
    select seq, batch, table_name, row_id, case_id, operation, field, before, after
    from entries where batch > :start order by seq
"""
_REVERSALS = """
    select batch, reverses from reversals where batch > :start order by batch, reverses
"""
_START = "select max(seq) - :newest from batches"
_HASH = "select hash from batches where seq = :start"
_OPEN = "select count(*) from open_batch"
_FILES = "select sha256, content from files"


def verify_chain(
    connection: sqlite3.Connection, path: str = "", *, newest: int | None = None
) -> int:
    """Check every batch and entry against the hashes; return the number of batches.

    With `newest` only so many batches at the end are checked, which bounds the time.

    Raises:
        StoreDamagedError: Something in the journal was changed, added or removed.
    """
    plain = connection.cursor()
    plain.row_factory = None
    start = {"start": 0 if newest is None else _start(plain, newest)}
    reversed_by: dict[int, list[int]] = {}
    for batch, reverses in plain.execute(_REVERSALS, start):
        reversed_by.setdefault(batch, []).append(reverses)
    found = plain.execute(_HASH, start).fetchone()
    previous, count = found[0] if found else "", start["start"]
    rows = plain.execute(_BATCHES, start).fetchall()
    entries = groupby(plain.execute(_ENTRIES, start), key=itemgetter(1))
    upcoming = next(entries, None)
    for count, (*sealed, kept) in enumerate(rows, start=start["start"] + 1):
        own: list[tuple[JournalValue, ...]] = []
        if upcoming is not None and upcoming[0] == count:
            own = list(upcoming[1])
            upcoming = next(entries, None)
        made = journal.hash_batch(tuple(sealed), reversed_by.pop(count, []), own)
        if sealed[0] != count or sealed[-1] != previous or kept != made:
            raise StoreDamagedError(path=path, detail=f"journal: batch {count}")
        previous = kept
    if upcoming is not None or reversed_by:
        raise StoreDamagedError(path=path, detail="journal: entries without a batch")
    if connection.execute(_OPEN).fetchone()[0]:
        raise StoreDamagedError(path=path, detail="journal: a batch was left open")
    return count


def _start(plain: sqlite3.Cursor, newest: int) -> int:
    (start,) = plain.execute(_START, {"newest": newest}).fetchone()
    return max(start or 0, 0)


def verify_rows(connection: sqlite3.Connection, path: str = "") -> None:
    """Check that every row says what the journal says.

    Raises:
        StoreDamagedError: A row was changed, added or removed outside the journal.
    """
    for table, shape in journalled_tables(connection).items():
        defaults = {
            row["name"]: row["dflt_value"] or "null"
            for row in connection.execute(f"pragma table_info({table})")
        }
        different = " or ".join(
            f"row.{field} is not coalesce((select after from entries where table_name = "
            f"'{table}' and row_id = row.{shape.key} and field = '{field}' "
            f"order by seq desc limit 1), {defaults[field]})"
            for field in shape.fields
        )
        wrong = connection.execute(
            f"select row.{shape.key} from {table} as row where {different} limit 1"
        ).fetchone()
        expected = connection.execute(
            "select count(*) from (select after, max(seq) from entries "
            f"where table_name = '{table}' and field = '{shape.key}' group by row_id) "
            "where after is not null"
        ).fetchone()[0]
        present = connection.execute(f"select count(*) from {table}").fetchone()[0]
        if wrong is not None or expected != present:
            raise StoreDamagedError(path=path, detail=f"rows: {table}")


def verify_files(connection: sqlite3.Connection, path: str = "") -> None:
    """Check the content of every kept file against its SHA-256.

    Raises:
        StoreDamagedError: A kept file changed.
    """
    for sha256, content in connection.execute(_FILES):
        if hashlib.sha256(content).hexdigest() != sha256:
            raise StoreDamagedError(path=path, detail=f"file {sha256}")


def verify_triggers(connection: sqlite3.Connection, path: str = "") -> None:
    """Check that every trigger is there, as it was generated, and no other.

    Raises:
        StoreDamagedError: A trigger is missing, changed or added.
    """
    if present_triggers(connection) != trigger_statements(connection):
        raise StoreDamagedError(path=path, detail="triggers")
