"""Runs one reading in a limited process of its own, so that it takes nothing along."""

import multiprocessing
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, cast

from workbench.domain.errors import ReadingStoppedError, WorkbookRefusedError
from workbench.exchange.refusals import refusal
from workbench.exchange.watching import Watch

_Result = TypeVar("_Result")
_DONE, _REFUSED, _TOLD = "done", "refused", "told"
_PAUSE = 0.1
_SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a reading may use.

    Attributes:
        seconds: Of the clock; the process is killed after it.
        memory: Bytes of address space; Windows has no such limit for a process.
    """

    seconds: float = 20.0
    memory: int = 500_000_000


USUAL_LIMITS = Limits()
_SECONDS_PER_MEGABYTE = 5


def limits_for(size: int) -> Limits:
    """Return what reading a file of `size` bytes may use; a large one has more time."""
    seconds = USUAL_LIMITS.seconds + _SECONDS_PER_MEGABYTE * (size // 1_000_000)
    return Limits(seconds=seconds)


def run_limited(
    read: Callable[..., _Result],
    given: object,
    limits: Limits = USUAL_LIMITS,
    *,
    hear: Callable[[object], None] | None = None,
    watch: Watch | None = None,
) -> _Result:
    """Return `read(given)`, made in a process of its own.

    The program's start must call `multiprocessing.freeze_support()` first.

    Args:
        hear: Gets what `read` tells through its second argument, which it then has.
        watch: Can stop the process.

    Raises:
        WorkbookRefusedError: What `read` raised, or "te-lang", "te-veel-geheugen" or
            "lezer-gestopt" when the process was stopped or ended by itself.
        ReadingStoppedError: The watch asked to stop.
    """
    ours, theirs = _SPAWN.Pipe(duplex=False)
    task = (theirs, read, given, limits, hear is not None)
    process = _SPAWN.Process(target=_work, args=task, daemon=True)
    timer = threading.Timer(limits.seconds, process.kill)
    process.start()
    theirs.close()
    timer.start()
    try:
        outcome, answer = _listen(ours, hear, watch)
    except (EOFError, OSError) as error:
        raise refusal("lezer-gestopt" if timer.is_alive() else "te-lang") from error
    finally:
        timer.cancel()
        timer.join()
        ours.close()
        _end(process)
    if outcome == _REFUSED:
        raise refusal(*answer)
    return cast("_Result", answer)


def _end(process: BaseProcess) -> None:
    process.kill()
    process.join()
    process.close()


def _listen(
    ours: Connection, hear: Callable[[object], None] | None, watch: Watch | None
) -> tuple[str, Any]:
    """Return the outcome; what is told before it is heard as it comes."""
    while True:
        while not ours.poll(_PAUSE):
            _stop_if_asked(watch)
        _stop_if_asked(watch)
        outcome, answer = ours.recv()
        if outcome != _TOLD:
            return outcome, answer
        if hear is not None:
            hear(answer)


def _stop_if_asked(watch: Watch | None) -> None:
    if watch is not None and watch.is_stopped:
        raise ReadingStoppedError


def _work(
    theirs: Connection,
    read: Callable[..., object],
    given: object,
    limits: Limits,
    tells: bool,
) -> None:
    _limit_memory(limits.memory)
    more = (lambda told: theirs.send((_TOLD, told)),) if tells else ()
    try:
        theirs.send((_DONE, read(given, *more)))
    except WorkbookRefusedError as error:
        facts = error.facts
        theirs.send((_REFUSED, (str(facts["code"]), str(facts["detail"]))))
    except MemoryError:
        theirs.send((_REFUSED, ("te-veel-geheugen", "")))
    theirs.close()


def _limit_memory(most: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (there is none on Windows)

    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
