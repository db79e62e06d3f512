"""Runs work that would freeze the window on a thread of its own: values in, values out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from workbench.domain.errors import WorkbenchError


class _Voice(QObject):
    """Carries the outcome of one job back to the window's thread."""

    succeeded = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)


class _Job(QRunnable):
    """One piece of work; it never touches a widget or the store."""

    def __init__(self, work: Callable[[], Any], voice: _Voice) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work = work
        self._voice = voice

    def run(self) -> None:
        try:
            result = self._work()
        except WorkbenchError as error:
            self._voice.failed.emit(error)
        except BaseException as bug:  # noqa: BLE001 - handed on, raised in the window's thread
            self._voice.crashed.emit(bug)
        else:
            self._voice.succeeded.emit(result)


class Jobs(QObject):
    """Starts jobs and knows how many are under way.

    Signals:
        busy_changed: The number of jobs under way, and what the newest does.
        failed: A `WorkbenchError` of a job that gave no `failed` of its own.
    """

    busy_changed = Signal(int, str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: dict[int, tuple[_Job, _Voice, str]] = {}
        self._count = 0

    def start(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        *,
        title: str = "",
        failed: Callable[[WorkbenchError], None] | None = None,
    ) -> None:
        """Run `work` aside and call `done` with its result on the window's thread."""
        self._count += 1
        number = self._count
        voice = _Voice(self)
        job = _Job(work, voice)
        self._running[number] = (job, voice, title)
        voice.succeeded.connect(lambda result: self._finish(number, done, result))
        voice.failed.connect(
            lambda error: self._finish(number, failed or self.failed.emit, error)
        )
        voice.crashed.connect(lambda bug: self._crash(number, bug))
        self.busy_changed.emit(len(self._running), title)
        self._pool.start(job)

    def wait(self) -> None:
        """Wait until every job has ended; their outcomes still arrive as events."""
        self._pool.waitForDone()

    @property
    def is_busy(self) -> bool:
        return bool(self._running)

    def _finish(self, number: int, listener: Callable[[Any], None], outcome: Any) -> None:
        self._forget(number)
        listener(outcome)

    def _crash(self, number: int, bug: BaseException) -> None:
        self._forget(number)
        raise bug

    def _forget(self, number: int) -> None:
        _, voice, _ = self._running.pop(number)
        voice.deleteLater()
        title = next((title for _, _, title in self._running.values()), "")
        self.busy_changed.emit(len(self._running), title)
