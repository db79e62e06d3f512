"""Keeps a second writer away from the store (packaging/decisions/0002-lock-file.md)."""

import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path

from workbench.domain.errors import StoreInUseError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Far beyond the text, so that others can still read who holds it (Windows).
_LOCKED_BYTE = 1 << 30


class StoreLock:
    """A lock of the operating system on a small file beside the store.

    The system lets go of it when the process ends, however it ends; the text inside only
    tells a second instance who holds it.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go; the file stays, empty, because removing it is a race."""
        os.ftruncate(self._descriptor, 0)
        _unlock(self._descriptor)
        os.close(self._descriptor)


def lock_file(store: Path) -> Path:
    return store.with_name(store.name + ".lock")


def acquire_lock(store: Path, holder: str, since: datetime) -> StoreLock:
    """Return the lock of `store`.

    Raises:
        StoreInUseError: Another instance has it.
        OSError: The folder cannot be written.
    """
    path = lock_file(store)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    if not _try_lock(descriptor):
        os.close(descriptor)
        raise StoreInUseError(path=str(store), **read_holder(store))
    text = {
        "holder": holder,
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "since": since.isoformat(timespec="seconds"),
    }
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, json.dumps(text).encode("ascii"))
    except OSError:
        os.close(descriptor)
        raise
    return StoreLock(path, descriptor)


def read_holder(store: Path) -> dict[str, str]:
    """Return who holds the store: holder, host and since; empty texts when unknown."""
    try:
        found = json.loads(lock_file(store).read_text(encoding="ascii"))
    except (OSError, ValueError):
        found = {}
    return {name: str(found.get(name, "")) for name in ("holder", "host", "since")}


if sys.platform == "win32":

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
