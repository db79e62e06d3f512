"""Undo and redo across the whole program, and the log of what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.domain.case import CaseId
from workbench.domain.journal import Batch, BatchKind, Entry, JournalValue
from workbench.store import history, undoing
from workbench.store.conflicts import find_later
from workbench.store.triggers import journalled_tables
from workbench.usecases.context import Change, Context
from workbench.usecases.log_words import label_of, value_of

KINDS = {
    BatchKind.ACTION: "",
    BatchKind.UNDO: "ongedaan gemaakt",
    BatchKind.REDO: "opnieuw gedaan",
    BatchKind.SYSTEM: "door het programma",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedChange:
    """One field as the log shows it."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One action as the log shows it.

    Attributes:
        kind: Says when it is an undo or redo; empty for a plain action.
    """

    seq: int
    at: datetime
    by: str
    name: str
    kind: str
    is_undone: bool
    is_final: bool
    can_undo: bool


def undo(context: Context) -> Change:
    """Take back the newest action of the whole program."""
    return _change(undoing.undo(context.store, context.user))


def redo(context: Context) -> Change:
    """Bring again what was undone last."""
    return _change(undoing.redo(context.store, context.user))


def undo_batch(context: Context, seq: int, *, with_later: bool = False) -> Change:
    """Take back one action of the log, and when asked the later ones built on it.

    Raises:
        UndoConflictError: Later actions built on it; it names them.
        UndoFinalError: It can never be undone, such as a sealed letter.
    """
    return _change(
        undoing.undo_batch(context.store, seq, made_by=context.user, with_later=with_later)
    )


def built_on(context: Context, seq: int) -> list[str]:
    """Return the names of later actions that undoing this one takes along, newest first."""
    shapes = journalled_tables(context.store.connection)
    later = sorted(find_later(context.store, seq, shapes), reverse=True)
    return [history.load_batch(context.store, number).name for number in later]


def undo_names(context: Context) -> tuple[str, str]:
    """Return the names of what undo and redo would do, "" when there is nothing."""
    return undoing.undoable(context.store) or "", undoing.redoable(context.store) or ""


def case_log(context: Context, case_id: CaseId | None = None) -> list[LogLine]:
    """Return what was done to a case, or to everything, newest first."""
    return [_line(batch) for batch in history.list_batches(context.store, case_id)]


def logged_changes(context: Context, seq: int) -> list[LoggedChange]:
    """Return every field an action changed, in words."""
    return [_logged(entry) for entry in history.entries_of(context.store, seq)]


def _change(batch: Batch) -> Change:
    return Change(cases=batch.cases, everything=not batch.cases)


def _line(batch: Batch) -> LogLine:
    plain = batch.kind in (BatchKind.ACTION, BatchKind.REDO)
    return LogLine(
        seq=batch.seq,
        at=datetime.fromisoformat(batch.started_at),
        by=batch.made_by,
        name=batch.name,
        kind=KINDS[batch.kind],
        is_undone=batch.is_reversed,
        is_final=batch.is_final,
        can_undo=plain and not batch.is_reversed and not batch.is_final,
    )


def _logged(entry: Entry) -> LoggedChange:
    def shown(value: JournalValue) -> str:
        return value_of(entry.table, entry.field, value)

    return LoggedChange(
        label=label_of(entry.table, entry.field),
        before=shown(entry.before),
        after=shown(entry.after),
    )
