"""Opens the store after checking it; nothing is written before the checks have passed."""

import shutil
import sqlite3
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from workbench.domain.errors import (
    StoreDamagedError,
    StoreFullError,
    StoreInUseError,
    StoreNotOursError,
    StoreReadOnlyError,
    StoreTooNewError,
)
from workbench.store import verifying
from workbench.store.connection import Store, connect
from workbench.store.failures import translated
from workbench.store.journal import Clock, Maker
from workbench.store.locks import StoreLock, acquire_lock
from workbench.store.migrations import (
    APPLICATION_ID,
    Step,
    applied_steps,
    apply_steps,
    read_steps,
)
from workbench.store.places import refuse_share

_MAGIC = b"SQLite format 3\0"
# Bounds the time of opening; every backup checks the whole journal.
_CHECKED_BATCHES = 2000
_COPIES = "reservekopieen"


def open_store(
    path: Path,
    *,
    made_by: str,
    clock: Clock,
    allow_read_only: bool = False,
    steps: list[Step] | None = None,
) -> Store:
    """Open the store at `path`, or make a new one when there is none.

    Raises, unless `allow_read_only` lets it be read:
        StoreInUseError, StoreTooNewError, StoreReadOnlyError: It cannot be written.

    Raises:
        StoreOnShareError: The folder is on a network or synchronised drive.
        StoreNotOursError, StoreDamagedError: It fails a check; the file is untouched.
        StoreFullError: No room to make or migrate it.
    """
    refuse_share(path)
    opening = _Opening(
        path=path,
        maker=Maker(name=made_by, clock=clock),
        steps=read_steps() if steps is None else steps,
    )
    try:
        lock = _lock(path, opening.maker)
    except (StoreInUseError, StoreReadOnlyError) as refusal:
        if not allow_read_only or not path.exists():
            raise
        return _open_for_reading(opening, refusal)
    try:
        return _open_for_writing(opening, lock)
    except StoreTooNewError as refusal:
        lock.release()
        if not allow_read_only:
            raise
        return _open_for_reading(opening, refusal)
    except BaseException:
        lock.release()
        raise


def open_memory(clock: Clock, made_by: str = "") -> Store:
    """Return a new store without a file."""
    connection = connect(":memory:", mode="rwc")
    connection.deserialize(_empty_store(tuple(read_steps())))
    return Store(connection, ":memory:", clock)


@cache
def _empty_store(steps: tuple[Step, ...]) -> bytes:
    """Return a store in which nothing happened yet; its steps are applied once only."""
    connection = connect(":memory:", mode="rwc")
    apply_steps(connection, list(steps), Maker(name="", clock=lambda: datetime.now(UTC)))
    content = connection.serialize()
    connection.close()
    return content


def copies_folder(path: Path) -> Path:
    """Return the folder beside the store where its copies belong."""
    return path.parent / _COPIES


def check_store(path: Path, steps: list[Step], *, newest: int | None = None) -> list[Step]:
    """Check the file without writing to it and return the steps it still needs.

    With `newest` only so many batches of the journal; otherwise all of them.

    Raises:
        StoreDamagedError, StoreNotOursError, StoreTooNewError: It fails the check.
    """
    _check_header(path)
    with tempfile.TemporaryDirectory() as folder:
        readable = _readable_copy(path, Path(folder))
        with translated(str(path)):
            connection = connect(readable, mode="rw" if readable != path else "ro")
            try:
                return _check_content(connection, str(path), steps, newest)
            finally:
                connection.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """What one opening needs to know."""

    path: Path
    maker: Maker
    steps: list[Step]


def _lock(path: Path, maker: Maker) -> StoreLock:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = acquire_lock(path, maker.name, maker.clock())
    except OSError as error:
        raise _cannot_write(path, error, "folder") from error
    if path.exists():
        try:
            path.open("r+b").close()
        except OSError as error:
            lock.release()
            raise _cannot_write(path, error, "file") from error
    return lock


def _cannot_write(
    path: Path, error: OSError, what: str
) -> StoreFullError | StoreReadOnlyError:
    if error.errno in (28, 122):  # ENOSPC, EDQUOT
        return StoreFullError(path=str(path))
    return StoreReadOnlyError(path=str(path), reason=what)


def _open_for_writing(opening: _Opening, lock: StoreLock) -> Store:
    path = opening.path
    if not path.exists():
        _make_new(opening)
    pending = check_store(path, opening.steps, newest=_CHECKED_BATCHES)
    with translated(str(path)):
        connection = connect(path, mode="rw")
        try:
            if pending:
                _copy_before_steps(connection, path, pending, opening.maker)
                apply_steps(connection, opening.steps, opening.maker)
        except BaseException:
            connection.close()
            raise
    return Store(connection, str(path), opening.maker.clock, lock=lock)


def _open_for_reading(
    opening: _Opening, refusal: StoreInUseError | StoreReadOnlyError | StoreTooNewError
) -> Store:
    reasons = {StoreInUseError: "in_use", StoreTooNewError: "newer"}
    reason = reasons.get(type(refusal), str(refusal.facts.get("reason", "")))
    if reason != "newer":
        try:
            check_store(opening.path, opening.steps, newest=_CHECKED_BATCHES)
        except StoreTooNewError:
            reason = "newer"
    with translated(str(opening.path)):
        connection = connect(opening.path, mode="ro")
    return Store(
        connection,
        str(opening.path),
        opening.maker.clock,
        read_only_reason=reason,
        holder=str(refusal.facts.get("holder", "")),
    )


def _make_new(opening: _Opening) -> None:
    """Make the store under another name first, so that half a store is never found."""
    fresh = opening.path.with_name(opening.path.name + ".nieuw")
    fresh.unlink(missing_ok=True)
    try:
        with translated(str(opening.path)):
            connection = connect(fresh, mode="rwc")
            try:
                apply_steps(connection, opening.steps, opening.maker)
            finally:
                connection.close()
        fresh.replace(opening.path)
    finally:
        fresh.unlink(missing_ok=True)
        fresh.with_name(fresh.name + "-journal").unlink(missing_ok=True)


def _copy_before_steps(
    connection: sqlite3.Connection, path: Path, pending: list[Step], maker: Maker
) -> None:
    folder = copies_folder(path)
    folder.mkdir(exist_ok=True)
    moment = maker.clock().strftime("%Y%m%d-%H%M%S")
    copy = folder / f"{path.stem}-voor-{pending[0].name}-{moment}.sqlite"
    half = copy.with_name(copy.name + ".half")
    half.unlink(missing_ok=True)
    try:
        connection.execute("vacuum into :target", {"target": str(half)})
        half.replace(copy)
    finally:
        half.unlink(missing_ok=True)


def _check_header(path: Path) -> None:
    header = path.read_bytes()[:100] if path.stat().st_size < 100 else _head(path)
    if not header.startswith(_MAGIC) or len(header) < 100:
        raise StoreDamagedError(path=str(path), detail="header")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreNotOursError(path=str(path))


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def _readable_copy(path: Path, folder: Path) -> Path:
    """Return what can be read; a store with a hot journal is repaired in a copy first.

    After a crash SQLite rolls back at the first reading, which is a write. The copy is
    checked instead, so that a damaged store stays as it was found.
    """
    hot = path.with_name(path.name + "-journal")
    if not hot.exists() or hot.stat().st_size == 0:
        return path
    copy = folder / path.name
    shutil.copyfile(path, copy)
    shutil.copyfile(hot, folder / hot.name)
    return copy


def _check_content(
    connection: sqlite3.Connection, path: str, steps: list[Step], newest: int | None
) -> list[Step]:
    known = [step.name for step in steps]
    applied = applied_steps(connection)
    unknown = [name for name in applied if name not in known]
    if unknown:
        raise StoreTooNewError(path=path, step=unknown[-1])
    (verdict,) = connection.execute("pragma quick_check(1)").fetchone()
    if verdict != "ok":
        raise StoreDamagedError(path=path, detail=f"quick_check: {verdict}")
    if not applied:
        raise StoreDamagedError(path=path, detail="steps")
    verifying.verify_triggers(connection, path)
    verifying.verify_chain(connection, path, newest=newest)
    verifying.verify_rows(connection, path)
    return [step for step in steps if step.name not in applied]
