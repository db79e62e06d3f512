"""What the journal tells: who did what, when, and which field became what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

JournalValue = str | int | bytes | None


class BatchKind(StrEnum):
    """What sort of batch it is; only actions and redone actions can be undone."""

    ACTION = "action"
    UNDO = "undo"
    REDO = "redo"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One action as the journal keeps it.

    Attributes:
        name: What was done, in the user's words; of an undo, what was undone.
        is_final: Cannot be undone, such as a seal.
        is_reversed: Was taken back by a later batch.
        started_at: ISO date and time with its zone.
        cases: The cases it touched.
    """

    seq: int
    id: str
    name: str
    kind: BatchKind
    is_final: bool
    is_reversed: bool
    made_by: str
    started_at: str
    entry_count: int
    hash: str
    cases: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One field that changed in one batch; `None` is unknown or not there."""

    seq: int
    batch: int
    table: str
    row_id: str
    case_id: str | None
    operation: str
    field: str
    before: JournalValue
    after: JournalValue


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One line of the history of a field."""

    batch: int
    action: str
    kind: BatchKind
    made_by: str
    made_at: str
    before: JournalValue
    after: JournalValue
