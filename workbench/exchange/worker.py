"""Runs one reading in a limited process of its own, so that it takes nothing along."""

import multiprocessing
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TypeVar, cast

from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.refusals import refusal

_Input = TypeVar("_Input")
_Result = TypeVar("_Result")
_DONE, _REFUSED = "done", "refused"


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


def run_limited(
    read: Callable[[_Input], _Result], given: _Input, limits: Limits = USUAL_LIMITS
) -> _Result:
    """Return `read(given)`, made in a spawned process.

    The program's start must call `multiprocessing.freeze_support()` first.

    Raises:
        WorkbookRefusedError: What `read` raised, or "te-lang", "te-veel-geheugen" or
            "lezer-gestopt" when the process was stopped or ended by itself.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, read, given, limits), daemon=True)
    watch = threading.Timer(limits.seconds, process.kill)
    process.start()
    theirs.close()
    watch.start()
    try:
        outcome, answer = ours.recv()
    except (EOFError, OSError) as error:
        was_killed = not watch.is_alive()
        raise refusal("te-lang" if was_killed else "lezer-gestopt") from error
    finally:
        watch.cancel()
        watch.join()
        ours.close()
        process.kill()
        process.join()
        process.close()
    if outcome == _REFUSED:
        raise refusal(*answer)
    return cast("_Result", answer)


def _work(
    theirs: Connection,
    read: Callable[[_Input], object],
    given: _Input,
    limits: Limits,
) -> None:
    _limit_memory(limits.memory)
    try:
        answer = (_DONE, read(given))
    except WorkbookRefusedError as error:
        answer = (_REFUSED, (str(error.facts["code"]), str(error.facts["detail"])))
    except MemoryError:
        answer = (_REFUSED, ("te-veel-geheugen", ""))
    theirs.send(answer)
    theirs.close()


def _limit_memory(most: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (there is none on Windows)

    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
