"""Runs work that would freeze the window on a thread of its own: values in, values out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from workbench.domain.errors import ReadingStoppedError, WorkbenchError
from workbench.exchange.watching import Watch


class _Voice(QObject):
    """Carries the outcome of one job back to the window's thread."""

    succeeded = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    advanced = Signal(float)


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
        advanced: The part that is done of a job that can be followed, from 0 to 1.
        stopped: A reading was stopped by the user.
        failed: A `WorkbenchError` of a job that gave no `failed` of its own.
    """

    busy_changed = Signal(int, str)
    advanced = Signal(float)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: dict[int, tuple[_Job, _Voice, str]] = {}
        self._watches: dict[int, Watch] = {}
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
        self._begin(work, _Voice(self), done, title, failed)

    def start_watched(
        self, work: Callable[[Watch], Any], done: Callable[[Any], None], *, title: str
    ) -> None:
        """Run `work` as `start` does; it can be followed, and the user can stop it."""
        voice = _Voice(self)
        watch = Watch(voice.advanced.emit)
        voice.advanced.connect(self.advanced)
        self._watches[self._count + 1] = watch
        self._begin(lambda: work(watch), voice, done, title)

    def stop(self) -> None:
        """Stop the newest job that can be stopped."""
        if self._watches:
            self._watches[max(self._watches)].stop()

    @property
    def can_stop(self) -> bool:
        return bool(self._watches)

    def _begin(
        self,
        work: Callable[[], Any],
        voice: _Voice,
        done: Callable[[Any], None],
        title: str,
        failed: Callable[[WorkbenchError], None] | None = None,
    ) -> None:
        self._count += 1
        number = self._count
        job = _Job(work, voice)
        self._running[number] = (job, voice, title)
        voice.succeeded.connect(lambda result: self._finish(number, done, result))
        voice.failed.connect(
            lambda error: self._finish(number, failed or self._tell, error)
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

    def _tell(self, error: WorkbenchError) -> None:
        if isinstance(error, ReadingStoppedError):
            self.stopped.emit()
        else:
            self.failed.emit(error)

    def _forget(self, number: int) -> None:
        _, voice, _ = self._running.pop(number)
        self._watches.pop(number, None)
        voice.deleteLater()
        title = next((title for _, _, title in self._running.values()), "")
        self.busy_changed.emit(len(self._running), title)
