"""Opens and closes batches and chains their hashes, so that tampering shows."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from workbench.domain.journal import JournalValue
from workbench.store.identifiers import make_id

Clock = Callable[[], datetime]

_NEXT_SEQ = "select coalesce(max(seq), 0) + 1 from batches"
_INSERT_BATCH = """
    insert into batches (seq, id, name, kind, is_final, made_by, started_at)
    values (:seq, :id, :name, :kind, :is_final, :made_by, :started_at)
"""
_OPEN = "insert into open_batch (id, batch) values (1, :seq)"
_SHUT = "delete from open_batch"
_IS_FILLED = """
    select exists (select 1 from entries where batch = :seq)
        or exists (select 1 from reversals where batch = :seq)
"""
_CLOSE = """
    update batches set closed_at = :closed_at, entry_count = :entry_count,
        previous_hash = :previous_hash, hash = :hash
    where seq = :seq
"""
_HASH = "select hash from batches where seq = :seq"
_BATCH = """
    select seq, id, name, kind, is_final, made_by, started_at, closed_at, entry_count,
        previous_hash
    from batches where seq = :seq
"""
_REVERSED = "select reverses from reversals where batch = :seq order by reverses"
_ENTRIES = """
    select seq, batch, table_name, row_id, case_id, operation, field, before, after
    from entries where batch = :seq order by seq
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Who writes, and by which clock."""

    name: str
    clock: Clock


def open_batch(
    connection: sqlite3.Connection,
    *,
    name: str,
    kind: str,
    maker: Maker,
    is_final: bool = False,
) -> int:
    """Register a batch in the transaction that is already open; return its number."""
    moment = maker.clock()
    (seq,) = connection.execute(_NEXT_SEQ).fetchone()
    batch = {
        "seq": seq,
        "id": make_id(moment),
        "name": name,
        "kind": kind,
        "is_final": int(is_final),
        "made_by": maker.name,
        "started_at": moment.isoformat(),
    }
    connection.execute(_INSERT_BATCH, batch)
    connection.execute(_OPEN, {"seq": seq})
    return int(seq)


def is_filled(connection: sqlite3.Connection, seq: int) -> bool:
    """Return whether the batch changed or took back anything."""
    return bool(connection.execute(_IS_FILLED, {"seq": seq}).fetchone()[0])


def close_batch(connection: sqlite3.Connection, seq: int, maker: Maker) -> None:
    """Give the batch its place in the chain; the caller commits."""
    previous = connection.execute(_HASH, {"seq": seq - 1}).fetchone()
    entries = connection.execute(_ENTRIES, {"seq": seq}).fetchall()
    closing: dict[str, JournalValue] = {
        "seq": seq,
        "closed_at": maker.clock().isoformat(),
        "entry_count": len(entries),
        "previous_hash": previous[0] if previous else "",
    }
    batch = connection.execute(_BATCH, {"seq": seq}).fetchone()
    sealed = (*tuple(batch)[:7], *list(closing.values())[1:])
    reverses = [row[0] for row in connection.execute(_REVERSED, {"seq": seq})]
    closing["hash"] = hash_batch(sealed, reverses, [tuple(entry) for entry in entries])
    connection.execute(_CLOSE, closing)
    connection.execute(_SHUT)


def hash_batch(
    batch: tuple[JournalValue, ...],
    reverses: list[int],
    entries: list[tuple[JournalValue, ...]],
) -> str:
    """Return the SHA-256 over everything the batch says and the hash before it."""
    text = json.dumps([batch, reverses, entries], separators=(",", ":"), default=_bytes)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _bytes(value: bytes) -> dict[str, str]:
    return {"bytes": value.hex()}
