"""A reading that crashes, hangs or swells ends in a named refusal."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.worker import Limits, run_limited


def code_of(run: Callable[[], Any]) -> object:
    with pytest.raises(WorkbookRefusedError) as refused:
        run()
    return refused.value.facts["code"]


def test_the_outcome_comes_back() -> None:
    assert run_limited(len, b"abc") == 3


def test_a_process_that_ends_by_itself_is_named() -> None:
    assert code_of(lambda: run_limited(os._exit, 3)) == "lezer-gestopt"


@pytest.mark.skipif(not hasattr(os, "getpgid"), reason="Windows has no such signals")
def test_a_process_that_is_killed_is_named() -> None:
    assert code_of(lambda: run_limited(_kill_yourself, 9)) == "lezer-gestopt"


def test_a_process_that_takes_too_long_is_stopped() -> None:
    begun = time.monotonic()

    code = code_of(lambda: run_limited(time.sleep, 60, Limits(seconds=1.0)))

    assert code == "te-lang"
    assert time.monotonic() - begun < 10


@pytest.mark.skipif(not hasattr(os, "getpgid"), reason="Windows has no memory limit")
def test_a_process_that_wants_too_much_memory_is_stopped() -> None:
    assert code_of(lambda: run_limited(bytearray, 2_000_000_000)) == "te-veel-geheugen"


@pytest.mark.skipif(not hasattr(os, "getpgid"), reason="Windows has no memory limit")
def test_an_outcome_that_is_too_large_to_send_is_named() -> None:
    assert code_of(lambda: run_limited(bytearray, 260_000_000)) == "te-veel-geheugen"


def test_neither_the_window_nor_the_worker_loads_openpyxl() -> None:
    modules = ("intake", "exports", "intake_reading", "reading", "worker", "tables_out")
    names = ", ".join(f"workbench.exchange.{module}" for module in modules)
    script = f"import sys, {names}; sys.exit('openpyxl' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def _kill_yourself(signal: int) -> None:
    os.kill(os.getpid(), signal)
