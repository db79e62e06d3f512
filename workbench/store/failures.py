"""Translates SQLite's failures into errors the user can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from workbench.domain.errors import (
    StoreDamagedError,
    StoreFullError,
    StoreInUseError,
    StoreReadOnlyError,
    StoreWriteFailedError,
    WorkbenchError,
)

_PRIMARY = 0xFF


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Raise a `WorkbenchError` for what disk or file do; let mistakes of ours pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = _explain(error, path)
        if known is None:
            raise
        raise known from error


def _explain(error: sqlite3.DatabaseError, path: str) -> WorkbenchError | None:
    # Python raises some errors itself, without a code of SQLite.
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code == sqlite3.SQLITE_FULL:
        return StoreFullError(path=path)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return StoreWriteFailedError(path=path, detail=str(error))
    if code == sqlite3.SQLITE_READONLY:
        return StoreReadOnlyError(path=path, reason="file")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreDamagedError(path=path, detail=str(error))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreInUseError(path=path, holder="")
    return None
