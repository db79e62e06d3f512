"""What a user can do with the files kept in a case."""

from __future__ import annotations

import mimetypes
from dataclasses import replace
from pathlib import Path

from workbench.domain.attachment import Attachment
from workbench.domain.case import CaseId
from workbench.store import attachments, cases, files
from workbench.usecases.context import Change, Context
from workbench.usecases.saving import read_bytes


def attach_file(context: Context, case_id: CaseId, path: Path) -> tuple[str, Change]:
    """Keep a copy of a file in the case; returns its SHA-256.

    Raises:
        FileTooLargeError: More than 50 MB.
        FileUnwritableError: The file cannot be read.
    """
    return keep_attachment(context, case_id, path.name, read_bytes(path))


def keep_attachment(
    context: Context, case_id: CaseId, name: str, content: bytes
) -> tuple[str, Change]:
    """Keep these bytes in the case under `name`."""
    case = cases.load_case(context.store, case_id)
    with context.batch(f"{case.number}: bijlage {name} toegevoegd"):
        sha256 = keep_in_case(context, case_id, name, content)
    return sha256, Change.of(case_id)


def keep_in_case(context: Context, case_id: CaseId, name: str, content: bytes) -> str:
    """Keep bytes as an attachment within the batch that is open; return the SHA-256."""
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    sha256 = files.keep_file(context.store, content, name=name, media_type=media_type)
    attachments.save_attachment(
        context.store,
        Attachment(
            id=context.new_id(),
            case_id=case_id,
            file=files.describe_file(context.store, sha256),
            title=Path(name).stem,
            added_on=context.today(),
        ),
    )
    return sha256


def list_attachments(context: Context, case_id: CaseId) -> list[Attachment]:
    return attachments.list_attachments(context.store, case_id)


def change_attachment(
    context: Context, attachment: Attachment, *, title: str, goes_along: bool
) -> Change:
    """Rename an attachment, or say whether it goes along with the letter."""
    changed = replace(
        attachment, title=title.strip() or attachment.title, goes_along=goes_along
    )
    if changed == attachment:
        return Change()
    with context.batch(f"Bijlage {changed.title} gewijzigd"):
        attachments.save_attachment(context.store, changed)
    return Change.of(attachment.case_id)


def remove_attachment(context: Context, attachment: Attachment) -> Change:
    """Take an attachment out of the case; undo brings it back."""
    with context.batch(f"Bijlage {attachment.title} verwijderd"):
        attachments.remove_attachment(context.store, attachment.id)
    return Change.of(attachment.case_id)


def read_attachment(context: Context, sha256: str) -> tuple[str, bytes]:
    """Return the name and content of a kept file, checked against its SHA-256."""
    kept = files.describe_file(context.store, sha256)
    return kept.name, files.read_file(context.store, sha256)
