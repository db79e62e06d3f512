"""Follows a long reading from another thread: how far it is, and whether to stop."""

from collections.abc import Callable
from threading import Event


class Watch:
    """Shared by who reads and who waits; safe to use from both threads."""

    def __init__(self, tell: Callable[[float], None] | None = None) -> None:
        """Have `tell` called with the part that is done, from 0 to 1."""
        self._tell = tell
        self._stopped = Event()

    def stop(self) -> None:
        """Ask to stop; the reading ends soon, with nothing read."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        return self._stopped.is_set()

    def say(self, done: float) -> None:
        if self._tell is not None:
            self._tell(done)
