"""Copies of the store: made whole, checked, thinned out, and put back."""

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from workbench.domain.errors import BackupFailedError, StoreInUseError, WorkbenchError
from workbench.store import verifying
from workbench.store.connection import Store, connect
from workbench.store.locks import acquire_lock
from workbench.store.migrations import read_steps
from workbench.store.opening import check_store

_STAMP = "%Y%m%d-%H%M%S"
_NEWEST = 10
_DAYS = 14
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One copy in a folder.

    Attributes:
        is_kept: Made before a migration; never thinned out.
        size: In bytes.
    """

    path: Path
    made_at: datetime
    is_kept: bool
    size: int


def make_backup(store: Store, folder: Path, now: datetime) -> Path:
    """Copy the store into `folder`, check the copy and thin out older ones.

    A copy that fails leaves nothing behind; older copies stay as they were.

    Raises:
        BackupFailedError: There is no room, or the copy did not pass its check.
    """
    name = Path(store.path).stem if store.path != ":memory:" else "dossiers"
    target = folder / f"{name}-{now.strftime(_STAMP)}.sqlite"
    half = target.with_name(target.name + ".half")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        store.connection.execute("vacuum into :target", {"target": str(half)})
        verify_copy(half)
        _flush(half)
        half.replace(target)
        _flush_folder(folder)
    except (OSError, sqlite3.Error, WorkbenchError) as error:
        raise BackupFailedError(path=str(target), detail=str(error)) from error
    finally:
        for rest in folder.glob(f"{half.name}*") if folder.is_dir() else ():
            rest.unlink(missing_ok=True)
    _thin_out(folder)
    return target


def list_backups(folder: Path) -> list[Backup]:
    """Return the copies in a folder, newest first."""
    if not folder.exists():
        return []
    found = [_read_name(path) for path in folder.glob("*.sqlite")]
    return sorted(
        (backup for backup in found if backup is not None),
        key=lambda backup: backup.made_at,
        reverse=True,
    )


def verify_copy(path: Path) -> None:
    """Check a copy thoroughly: every page, index, batch, row and kept file.

    Raises:
        StoreDamagedError, StoreNotOursError, StoreTooNewError: It fails the check.
    """
    check_store(path, read_steps())
    connection = connect(path, mode="ro")
    try:
        verdict = connection.execute("pragma integrity_check(1)").fetchone()[0]
        if verdict != "ok":
            raise BackupFailedError(path=str(path), detail=verdict)
        verifying.verify_files(connection, str(path))
    finally:
        connection.close()


def restore_backup(backup: Path, store_path: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the store, which must be closed.

    The present file, however damaged, is set aside under another name; its path is
    returned, or `None` when there was no present file.

    Raises:
        BackupFailedError: The copy does not pass its check; nothing was changed.
        StoreInUseError: A program still has the store open; nothing was changed.
    """
    fresh = store_path.with_name(store_path.name + ".terug")
    aside: Path | None = None
    try:
        store_path.parent.mkdir(parents=True, exist_ok=True)
        lock = acquire_lock(store_path, "", now)
        try:
            _copy(backup, fresh)
            verify_copy(fresh)
            _flush(fresh)
            aside = _set_aside(store_path, now)
            _put_back(fresh, store_path, aside)
            _flush_folder(store_path.parent)
        finally:
            lock.release()
    except StoreInUseError:
        raise
    except (OSError, sqlite3.Error, WorkbenchError) as error:
        raise BackupFailedError(path=str(backup), detail=str(error)) from error
    finally:
        fresh.unlink(missing_ok=True)
    return aside


def choose_kept(moments: Iterable[datetime]) -> set[datetime]:
    """Return which copies to keep of those made at `moments`.

    The 10 newest; the last of each of the 14 newest days; the last of each of the 12
    newest months, counted back from the newest copy.
    """
    newest_first = sorted(moments, reverse=True)
    if not newest_first:
        return set()
    newest = newest_first[0]
    kept = set(newest_first[:_NEWEST])
    days: set[object] = set()
    months: set[int] = set()
    for moment in newest_first:
        month = moment.year * 12 + moment.month
        is_recent = newest.date() - moment.date() < timedelta(days=_DAYS)
        if is_recent and moment.date() not in days:
            kept.add(moment)
        if newest.year * 12 + newest.month - month < _MONTHS and month not in months:
            kept.add(moment)
        days.add(moment.date())
        months.add(month)
    return kept


def _thin_out(folder: Path) -> None:
    rotated = [backup for backup in list_backups(folder) if not backup.is_kept]
    kept = choose_kept(backup.made_at for backup in rotated)
    for backup in rotated:
        if backup.made_at not in kept:
            backup.path.unlink(missing_ok=True)


def _read_name(path: Path) -> Backup | None:
    try:
        made_at = datetime.strptime(path.stem[-15:], _STAMP)  # noqa: DTZ007
    except ValueError:
        return None
    return Backup(
        path=path,
        made_at=made_at,
        is_kept="-voor-" in path.stem,
        size=path.stat().st_size,
    )


def _set_aside(store_path: Path, now: datetime) -> Path | None:
    """Move the present file away, with its journal: together they may still be read."""
    hot = store_path.with_name(store_path.name + "-journal")
    stem = f"{store_path.stem}-vervangen-{now.strftime(_STAMP)}"
    aside, count = store_path.with_name(stem + store_path.suffix), 1
    while aside.exists():
        count += 1
        aside = store_path.with_name(f"{stem}-{count}{store_path.suffix}")
    moved = None
    if store_path.exists():
        moved = store_path.replace(aside)
    if hot.exists():
        hot.replace(aside.with_name(aside.name + "-journal"))
    return moved


def _put_back(fresh: Path, store_path: Path, aside: Path | None) -> None:
    try:
        fresh.replace(store_path)
    except OSError:
        if aside is not None:
            aside.replace(store_path)
        raise


def _copy(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes())


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut; Windows does that by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
