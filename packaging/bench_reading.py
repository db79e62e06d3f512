"""Measures reading workbooks: a return of 2.400 x 15 and a table of 100.000 x 15.

python-calamine is no dependency and not safe inside a window; where it happens to be
installed it is the floor of the large table.
"""

import importlib
import io
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
from bench_measuring import report, seconds_in_turn

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

_SMALL, _LARGE = 2_400, 100_000


def make_table(rows: int) -> bytes:
    """Return a workbook of 15 columns: numbers, days, names that come again, and gaps."""
    chance = random.Random(15)
    names = [f"VOORBEELD dienst {number}" for number in range(400)]
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Blad1")
    for _ in range(rows):
        numbers = [chance.randrange(10_000) for _ in range(3)]
        days = [date(2027, 1, 1 + chance.randrange(28)) for _ in range(2)]
        texts = [chance.choice(names) for _ in range(8)]
        note = "VOORBEELD" if chance.random() < 0.1 else None
        sheet.append([*numbers, chance.random() * 1000, *days, *texts, note])
    out = io.BytesIO()
    book.save(out)
    # What Excel and LibreOffice write, and openpyxl does not: texts in a list of their own.
    whole = openpyxl.load_workbook(out)
    shared = io.BytesIO()
    whole.save(shared)
    return shared.getvalue()


def cpu_seconds(work: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return statistics.median(taken)


def bench_reading() -> None:
    from workbench.exchange.reading import read_workbook
    from workbench.exchange.workbook_reader import read_bytes
    from workbench.exchange.worker import limits_for, run_limited

    small, large = make_table(_SMALL), make_table(_LARGE)
    ours = cpu_seconds(lambda: read_bytes(small, _forget), 5)
    floor = cpu_seconds(lambda: openpyxl.load_workbook(io.BytesIO(small)), 5)
    report("safe reading of 2.400 x 15, CPU", ours, floor, "plain openpyxl")
    whole, _ = seconds_in_turn(lambda: read_workbook(small, "klein.xlsx"), int, rounds=5)
    report("the same with process and transfer", whole, floor, "plain openpyxl")
    ours = cpu_seconds(lambda: read_bytes(large, _forget), 3)
    whole, _ = seconds_in_turn(lambda: read_workbook(large, "groot.xlsx"), int, rounds=1)
    _against_calamine(large, ours)
    _against_office(large, whole)
    extra = run_limited(read_and_weigh, large, limits_for(len(large)))
    print(f"    extra memory of the reader at 100.000 x 15: {extra:.0f} MB")


def read_and_weigh(data: bytes) -> float:
    """Return the megabytes by which reading raised the peak of a fresh process; on Linux.

    What the system tells of a child's peak may be its parent's, so the kernel's own count
    of this process is read.
    """
    from workbench.exchange.workbook_reader import read_bytes

    before = _peak()
    read_bytes(data, _forget)
    return (_peak() - before) / 1024


def _peak() -> int:
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def _forget(_block: object) -> None:
    """Take a block as the pipe to the window would."""


def _against_calamine(data: bytes, ours: float) -> None:
    try:
        calamine = importlib.import_module("python_calamine")
    except ModuleNotFoundError:
        print(f"    reading 100.000 x 15: {ours:.2f} s CPU; python-calamine is not there")
        return

    def read() -> object:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        return book.get_sheet_by_index(0).to_python()

    report("safe reading of 100.000 x 15, CPU", ours, cpu_seconds(read, 3), "calamine")


def _against_office(data: bytes, ours: float) -> None:
    office = shutil.which("soffice")
    if office is None:
        print(f"    reading 100.000 x 15 in the window: {ours:.2f} s; no LibreOffice here")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "groot.xlsx"
        path.write_bytes(data)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        words = [office, profile, "--headless", "--convert-to", "csv", "--outdir", folder]
        begun = time.perf_counter()
        subprocess.run([*words, str(path)], check=True, capture_output=True)
        taken = time.perf_counter() - begun
    report("the same with process and transfer", ours, taken, "LibreOffice opens it")
