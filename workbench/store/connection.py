"""The open case store: reads anywhere, writes inside a named batch only."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from workbench.domain.errors import StoreReadOnlyError
from workbench.domain.journal import BatchKind
from workbench.store import journal
from workbench.store.failures import translated
from workbench.store.identifiers import make_id
from workbench.store.locks import StoreLock

Parameters = Mapping[str, object]

_SETTINGS = (
    "pragma trusted_schema = off",
    "pragma foreign_keys = on",
    "pragma recursive_triggers = on",
    "pragma cell_size_check = on",
    "pragma secure_delete = on",
    "pragma temp_store = memory",
    "pragma journal_mode = truncate",
    "pragma synchronous = full",
)
_BUSY_SECONDS = 2.0


class Store:
    """One connection to one store; used by one thread at a time.

    Attributes:
        path: The file, or ":memory:".
        clock: Tells the moment that batches and keys carry.
        read_only_reason: Empty when it can be written; otherwise "in_use", "newer",
            "folder" or "file".
        holder: Who has it open, when that is the reason.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: str,
        clock: journal.Clock,
        *,
        lock: StoreLock | None = None,
        read_only_reason: str = "",
        holder: str = "",
    ) -> None:
        self.path = path
        self.clock = clock
        self.read_only_reason = read_only_reason
        self.holder = holder
        self._connection = connection
        self._lock = lock
        self._batch: int | None = None

    @property
    def connection(self) -> sqlite3.Connection:
        """The bare connection, for the modules of this package and for tests."""
        return self._connection

    @property
    def is_writing(self) -> bool:
        """Whether a batch is open."""
        return self._batch is not None

    def new_id(self) -> str:
        """Return a new key for a row (UUID version 7, as text)."""
        return make_id(self.clock())

    def query(self, sql: str, parameters: Parameters | None = None) -> list[sqlite3.Row]:
        with translated(self.path):
            return self._connection.execute(sql, parameters or {}).fetchall()

    def one(self, sql: str, parameters: Parameters | None = None) -> sqlite3.Row | None:
        """Return the first row, or `None` when there is none."""
        with translated(self.path):
            row: sqlite3.Row | None = self._connection.execute(
                sql, parameters or {}
            ).fetchone()
            return row

    def execute(self, sql: str, parameters: Parameters | None = None) -> int:
        """Write in the open batch and return the number of rows it changed."""
        self._need_batch()
        with translated(self.path):
            return self._connection.execute(sql, parameters or {}).rowcount

    def execute_many(self, sql: str, rows: Iterable[Parameters | Sequence[object]]) -> None:
        """Write many rows; rows by position are quicker than rows by name."""
        self._need_batch()
        with translated(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def batch(
        self,
        name: str,
        *,
        made_by: str,
        kind: BatchKind = BatchKind.ACTION,
        is_final: bool = False,
    ) -> Iterator[int]:
        """Make everything written inside one action of the user, wholly or not at all.

        Yields the number of the batch. A batch that changes nothing leaves nothing.

        Raises:
            StoreReadOnlyError: The store is open for reading only.
            StoreFullError: The disk is full; nothing was changed.
            StoreWriteFailedError: The disk refused; nothing was changed.
        """
        if self.read_only_reason:
            raise StoreReadOnlyError(path=self.path, reason=self.read_only_reason)
        if self._batch is not None:
            raise RuntimeError("a batch is open already")
        maker = journal.Maker(name=made_by, clock=self.clock)
        with translated(self.path):
            try:
                self._connection.execute("begin immediate")
                self._batch = journal.open_batch(
                    self._connection, name=name, kind=kind, maker=maker, is_final=is_final
                )
                yield self._batch
                if journal.is_filled(self._connection, self._batch):
                    journal.close_batch(self._connection, self._batch, maker)
                    self._connection.execute("commit")
            finally:
                self._batch = None
                # SQLite itself may have rolled back, as on a full disk.
                if self._connection.in_transaction:
                    self._connection.execute("rollback")

    def close(self) -> None:
        """Close the file and let it go; twice does no harm."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _need_batch(self) -> None:
        if self._batch is None:
            raise RuntimeError("no batch is open")


def connect(path: Path | str, *, mode: str) -> sqlite3.Connection:
    """Open a connection with the settings of this program; `mode` is ro, rw or rwc."""
    target = ":memory:" if path == ":memory:" else f"{Path(path).absolute().as_uri()}"
    uri = target if target == ":memory:" else f"{target}?mode={mode}"
    connection = sqlite3.connect(
        uri,
        uri=True,
        isolation_level=None,
        timeout=_BUSY_SECONDS,
        check_same_thread=False,  # one job at a time may borrow it (design.md)
    )
    connection.row_factory = sqlite3.Row
    settings = _SETTINGS[:-2] if mode == "ro" else _SETTINGS
    for setting in settings:
        connection.execute(setting)
    return connection
