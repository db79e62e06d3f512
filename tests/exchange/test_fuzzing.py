"""A minute of made-up files, led by what they reach, and every finding of longer runs."""

import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.fuzz_files import SEEDS, file_of
from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.cells import ReadWorkbook
from workbench.exchange.refusals import REFUSALS
from workbench.exchange.workbook_reader import read_bytes

_PROJECT = Path(__file__).resolve().parents[2]
_FOUND = sorted(Path(__file__).with_name("found").glob("*.bin"))
_SECONDS = 60
_HAS_FUZZER = sys.platform == "linux" and platform.machine() == "x86_64"


def read_or_refuse(data: bytes) -> object:
    try:
        return read_bytes(data)
    except WorkbookRefusedError as error:
        return error.facts["code"]


@pytest.mark.skipif(not _HAS_FUZZER, reason="the fuzzer has wheels for Linux on x86_64")
def test_a_minute_of_made_up_files_finds_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    module = (sys.executable, "-m", "tests.exchange.fuzz_reader", str(tmp_path))

    done = subprocess.run(
        [*module, "-seed=20261124", f"-max_total_time={_SECONDS}"],
        cwd=_PROJECT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=_SECONDS * 5,
        check=False,
    )

    said = f"{done.stdout}\n{done.stderr}"[-6000:]
    shown = {
        one.name: file_of(one.read_bytes())[:2000] for one in tmp_path.glob("finding-*")
    }
    runs = re.search(r"Done (\d+) runs", said)
    assert shown == {}, said
    assert runs, said
    with capsys.disabled():
        sys.stdout.write(f" {runs[1]} made-up files ")


@pytest.mark.parametrize("path", _FOUND, ids=lambda path: path.stem)
def test_what_was_found_before_stays_mended(path: Path) -> None:
    outcome = read_or_refuse(path.read_bytes())

    assert isinstance(outcome, ReadWorkbook) or outcome in REFUSALS


@pytest.mark.parametrize("number", range(len(SEEDS)))
def test_the_fuzzer_starts_from_files_that_say_something(number: int) -> None:
    outcome = read_or_refuse(file_of(SEEDS[number]))

    assert isinstance(outcome, ReadWorkbook) or outcome == "wachtwoord"
