"""Writes what the user takes out of the program, also when a viewer holds the file."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from workbench.domain.errors import FileInUseError, FileUnwritableError, StoreFullError


def save_bytes(path: Path, content: bytes) -> Path:
    """Write `content` to `path`, whole or not at all, and return the path.

    Raises:
        FileInUseError: Another program holds the file; a free name is suggested.
        StoreFullError: The disk is full.
        FileUnwritableError: The folder cannot be written.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".werkbank-", suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise _explained(path, error) from error
    return path


def free_name(path: Path) -> Path:
    """Return `path`, or the first "naam (2).pdf" that is not taken."""
    number, candidate = 2, path
    while candidate.exists():
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return candidate


def _explained(path: Path, error: OSError) -> Exception:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFullError(path=path)
    if isinstance(error, PermissionError) and path.exists():
        return FileInUseError(path=path, suggestion=free_name(path).name)
    return FileUnwritableError(path=path, detail=error.strerror or str(error))
