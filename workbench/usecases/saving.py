"""Writes what the user takes out of the program, also when a viewer holds the file."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from workbench.domain.errors import (
    FileInUseError,
    FileTooLargeError,
    FileUnwritableError,
    StoreFullError,
    WorkbenchError,
)
from workbench.paths import data_folder
from workbench.usecases.context import Context

LARGEST = 50_000_000


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


def is_open_form(path: Path) -> bool:
    """Whether a workbook is to be written as ods."""
    return path.suffix.casefold() == ".ods"


def save_for_viewing(name: str, content: bytes) -> Path:
    """Write a copy for a viewer into the user's own folder and return its path.

    An older copy that a viewer still holds open stays; the new one gets a free name.
    """
    folder = data_folder() / "geopend"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    try:
        return save_bytes(path, content)
    except FileInUseError:
        return save_bytes(free_name(path), content)


def read_bytes(path: Path) -> bytes:
    """Return the content of a file of the user.

    Raises:
        FileTooLargeError: More than 50 MB.
        FileUnwritableError: The file cannot be read.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise FileTooLargeError(path=path.name, size=size, limit=LARGEST)
        return path.read_bytes()
    except OSError as error:
        raise FileUnwritableError(path=path, detail=error.strerror or str(error)) from error


def free_name(path: Path) -> Path:
    """Return `path`, or the first "naam (2).pdf" that is not taken."""
    number, candidate = 2, path
    while candidate.exists():
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return candidate


def _explained(path: Path, error: OSError) -> WorkbenchError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFullError(path=path)
    if isinstance(error, PermissionError) and path.exists():
        return FileInUseError(path=path, suggestion=free_name(path).name)
    return FileUnwritableError(path=path, detail=error.strerror or str(error))


def keep_pdf(_context: Context, path: Path, pdf: bytes) -> Path:
    """Keep a letter where the user wants it."""
    return save_bytes(path, pdf)


def keep_for_viewing(_context: Context, name: str, pdf: bytes) -> Path:
    """Keep a copy of a letter that a viewer may hold open."""
    return save_for_viewing(name, pdf)
