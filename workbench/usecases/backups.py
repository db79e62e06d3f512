"""Copies of the store: make one, see them, put one back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from workbench.store import backups
from workbench.store.backups import Backup
from workbench.store.opening import open_store
from workbench.usecases.context import Change, Context


def make_backup(context: Context) -> Path:
    """Make a checked copy of the store beside it; older copies are thinned out.

    Raises:
        BackupFailedError: There is no room, or the copy did not pass its check.
    """
    return backups.make_backup(context.store, context.backups, context.now())


def list_backups(context: Context) -> list[Backup]:
    """Return the copies, newest first."""
    return backups.list_backups(context.backups)


def backup_daily(context: Context) -> Path | None:
    """Make the first copy of this day; `None` when there is one or nothing to copy."""
    if context.store.read_only_reason or context.store.path == ":memory:":
        return None
    made = [backup.made_at.date() for backup in list_backups(context) if not backup.is_kept]
    return None if context.today() in made else make_backup(context)


def restore_backup(
    context: Context, backup: Path, adopt: Callable[[Context], None]
) -> Change:
    """Put a copy in place of the store, which is set aside beside it.

    Args:
        adopt: Gets the context around the reopened store, also when the copy failed.

    Raises:
        BackupFailedError: The copy does not pass its check; nothing was changed.
    """
    backups.verify_copy(backup)
    path = Path(context.store.path)
    context.store.close()
    try:
        backups.restore_backup(backup, path, context.now())
    finally:
        store = open_store(path, made_by=context.user, clock=context.now)
        adopt(replace(context, store=store))
    return Change(everything=True)
