"""Connects the window to the use cases: reads, runs, and says what changed."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from workbench.domain.errors import StoreBusyError, StoreReadOnlyError, WorkbenchError
from workbench.ui.jobs import Jobs
from workbench.usecases.context import Change, Context

P = ParamSpec("P")
R = TypeVar("R")


class Session(QObject):
    """The one place where the window meets the store.

    Pages read with `read`, act with `run`, and follow `changed`. A `WorkbenchError` of an
    action is not raised in the page: it goes out as `failed`, and the main window shows
    its explanation; the page then shows the old value again.

    Signals:
        changed: A `Change`; pages that show one of its cases read again.
        failed: A `WorkbenchError` to explain to the user.
        saved: The clock time ("14.32") of the last write.
    """

    changed = Signal(object)
    failed = Signal(object)
    saved = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.jobs = Jobs(self)
        self.jobs.failed.connect(self.failed)
        # One connection, one thread at a time: a job may borrow the store (design.md).
        self._store_lock = RLock()
        self._lent_for = ""

    def read(
        self, query: Callable[Concatenate[Context, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Return what `query` finds; while a job has the store, that is waited for."""
        with self._store_lock:
            return query(self.context, *args, **kwargs)

    def run(
        self,
        action: Callable[Concatenate[Context, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R | None:
        """Do `action` and announce what it changed; `None` when it was refused."""
        if self._refuse_while_lent():
            return None
        try:
            with self._store_lock:
                result = action(self.context, *args, **kwargs)
        except WorkbenchError as error:
            self.failed.emit(error)
            return None
        self._announce(result)
        return result

    def hand_over(
        self,
        work: Callable[[Context], R],
        done: Callable[[R], None],
        *,
        title: str,
        failed: Callable[[WorkbenchError], None] | None = None,
    ) -> None:
        """Lend the store to one job: long reading or writing that must not stop the window.

        Until the job ends a read waits for it and a write is refused with a message. Then
        what it changed is announced, and `done` is called on the window's thread.
        """
        if self._lent_for:
            (failed or self.failed.emit)(StoreBusyError(action=self._lent_for))
            return
        self._lent_for = title
        context = self.context

        def borrowed() -> R:
            try:
                with self._store_lock:
                    return work(context)
            finally:
                self._lent_for = ""

        def finish(result: R) -> None:
            self._announce(result)
            done(result)

        self.jobs.start(borrowed, finish, title=title, failed=failed)

    def _refuse_while_lent(self) -> bool:
        """Refuse with a message while a job has the store."""
        if self._lent_for:
            self.failed.emit(StoreBusyError(action=self._lent_for))
        return bool(self._lent_for)

    def _announce(self, result: object) -> None:
        change = result[-1] if isinstance(result, tuple) and result else result
        if isinstance(change, Change) and change != Change():
            self.saved.emit(self.context.now().strftime("%H.%M"))
            self.changed.emit(change)

    def adopt(self, context: Context) -> None:
        """Go on with another store, such as a restored copy."""
        self.context = context

    @property
    def is_read_only(self) -> bool:
        """Whether the store is open for reading only."""
        return bool(self.context.store.read_only_reason)

    def refuse_write(self) -> None:
        """Say that nothing can be written now."""
        self.failed.emit(
            StoreReadOnlyError(
                path=self.context.store.path, reason=self.context.store.read_only_reason
            )
        )
