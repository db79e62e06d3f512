"""Remarks on paragraphs of draft letters."""

from sqlite3 import Row

from workbench.domain.letter_remark import LetterRemark, RemarkKind
from workbench.store.columns import read_day, write_day
from workbench.store.connection import Store

_LIST = """
    select * from letter_remarks where letter_id = :letter_id order by made_on, id
"""
_SAVE = """
    insert into letter_remarks (id, letter_id, block, kind, text, author, made_on,
        settled_on, settled_by)
    values (:id, :letter_id, :block, :kind, :text, :author, :made_on, :settled_on,
        :settled_by)
    on conflict (id) do update set block = :block, text = :text, settled_on = :settled_on,
        settled_by = :settled_by
"""


def list_remarks(store: Store, letter_id: str) -> list[LetterRemark]:
    """Return the remarks on a letter, settled ones too, oldest first."""
    return [_remark(row) for row in store.query(_LIST, {"letter_id": letter_id})]


def save_remark(store: Store, remark: LetterRemark) -> None:
    columns = {
        "id": remark.id,
        "letter_id": remark.letter_id,
        "block": remark.block,
        "kind": remark.kind,
        "text": remark.text,
        "author": remark.author,
        "made_on": write_day(remark.made_on),
        "settled_on": write_day(remark.settled_on),
        "settled_by": remark.settled_by,
    }
    store.execute(_SAVE, columns)


def _remark(row: Row) -> LetterRemark:
    made_on = read_day(row["made_on"])
    assert made_on is not None
    return LetterRemark(
        id=row["id"],
        letter_id=row["letter_id"],
        block=row["block"],
        kind=RemarkKind(row["kind"]),
        text=row["text"],
        author=row["author"],
        made_on=made_on,
        settled_on=read_day(row["settled_on"]),
        settled_by=row["settled_by"],
    )
