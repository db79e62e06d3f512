"""What a user can do about a store that cannot be opened."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from workbench.domain.errors import WorkbenchError
from workbench.store import backups
from workbench.store.backups import Backup
from workbench.store.opening import copies_folder


def copies_beside(path: Path) -> list[Backup]:
    """Return the copies of the store at `path`, newest first; it need not be open."""
    return backups.list_backups(copies_folder(path))


def put_back(backup: Path, path: Path, now: datetime) -> WorkbenchError | None:
    """Put a copy in place of the closed store, and return the refusal if there is one."""
    try:
        backups.restore_backup(backup, path, now)
    except WorkbenchError as refusal:
        return refusal
    return None
