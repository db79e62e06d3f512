"""Signing sealed letters and checking signatures."""

from __future__ import annotations

from pathlib import Path

from workbench.domain.letter import LetterRecord
from workbench.letters.signing import SignatureFound, find_signatures
from workbench.usecases.attachments import keep_attachment
from workbench.usecases.context import Change, Context
from workbench.usecases.saving import read_bytes, save_bytes


def keep_signed(
    context: Context, record: LetterRecord, signed: bytes, path: Path
) -> tuple[Path, Change]:
    """Write a signed letter to `path`; the case keeps it as an attachment.

    Raises:
        FileUnwritableError: The file cannot be written.
    """
    save_bytes(path, signed)
    if record.case_id is None:
        return path, Change()
    _, change = keep_attachment(context, record.case_id, path.name, signed)
    return path, change


def check_signatures(path: Path, root: Path | None = None) -> list[SignatureFound]:
    """Return the signatures of a PDF, held against a root certificate if one is given.

    Raises:
        SigningError: It cannot be read.
    """
    roots = (read_bytes(root),) if root else ()
    return find_signatures(read_bytes(path), roots)
