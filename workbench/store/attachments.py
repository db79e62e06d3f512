"""Files added to a case."""

from datetime import date
from sqlite3 import Row

from workbench.domain.attachment import Attachment, KeptFile
from workbench.domain.case import CaseId
from workbench.store.connection import Store

_LIST = """
    select a.id, a.case_id, a.title, a.added_on, a.note, a.goes_along,
        f.sha256, f.name, f.media_type, f.size
    from attachments a join files f on f.sha256 = a.file
    where a.case_id = :case_id order by a.added_on, a.id
"""
_SAVE = """
    insert into attachments (id, case_id, file, title, added_on, note, goes_along)
    values (:id, :case_id, :file, :title, :added_on, :note, :goes_along)
    on conflict (id) do update set title = :title, added_on = :added_on, note = :note,
        goes_along = :goes_along
"""
_REMOVE = "delete from attachments where id = :id"


def list_attachments(store: Store, case_id: CaseId) -> list[Attachment]:
    """Return the attachments of a case, oldest first."""
    return [_attachment(row) for row in store.query(_LIST, {"case_id": case_id})]


def save_attachment(store: Store, attachment: Attachment) -> None:
    """Add an attachment whose file is kept already, or change its title, day or note."""
    columns = {
        "id": attachment.id,
        "case_id": attachment.case_id,
        "file": attachment.file.sha256,
        "title": attachment.title,
        "added_on": attachment.added_on.isoformat(),
        "note": attachment.note,
        "goes_along": int(attachment.goes_along),
    }
    store.execute(_SAVE, columns)


def remove_attachment(store: Store, attachment_id: str) -> None:
    """Take the file off the case; the kept file itself stays."""
    store.execute(_REMOVE, {"id": attachment_id})


def _attachment(row: Row) -> Attachment:
    kept = KeptFile(
        sha256=row["sha256"],
        name=row["name"],
        media_type=row["media_type"],
        size=row["size"],
    )
    return Attachment(
        id=row["id"],
        case_id=row["case_id"],
        file=kept,
        title=row["title"],
        added_on=date.fromisoformat(row["added_on"]),
        note=row["note"],
        goes_along=bool(row["goes_along"]),
    )
