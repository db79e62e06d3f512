"""Measures speed as ratios to a floor in the same run; reports, and never judges.

    python packaging/bench.py            all, some minutes
    python packaging/bench.py window     only the first window; or letter, reading,
                                         register, pivot, map, card

Every figure is a median. The floors: a bare QMainWindow for the window, the same words
without tags for the letter, plain openpyxl for reading a workbook.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench_figures import bench_map
from bench_letters import bench_letters
from bench_measuring import ROUNDS, report, seconds_in_turn
from bench_pivot import bench_pivot
from bench_reading import bench_reading
from bench_register import bench_register

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

_MAP, _CARD = 0.016, 0.050

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.menuBar().addMenu("Bestand")
window.statusBar().showMessage("Gereed")
window.show()
app.processEvents()
"""
_OURS = """
import sys
from pathlib import Path
from workbench.app.starting import build_window
app, window = build_window(Path(sys.argv[1]), samples=False)
window.show()
app.processEvents()
window.session.context.store.close()
"""
_SAMPLES = """
import sys
from pathlib import Path
from workbench.app.starting import build_window
app, window = build_window(Path(sys.argv[1]), samples=True)
window.session.context.store.close()
"""


def seconds_of(code: str, *words: str) -> float:
    """Return the wall time of one process that runs `code`, in seconds."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, *words], env=environment, check=True, cwd=PROJECT
    )
    return time.perf_counter() - begun


def bench_window() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "dossiers.sqlite")
        seconds_of(_SAMPLES, store)
        ours, bare = [], []
        for _ in range(ROUNDS):
            bare.append(seconds_of(_BARE))
            ours.append(seconds_of(_OURS, store))
        report(
            "first window, whole process",
            statistics.median(ours),
            statistics.median(bare),
            "bare QMainWindow",
        )


def bench_table() -> None:
    from workbench.app.contexts import build_context
    from workbench.store.opening import open_memory
    from workbench.usecases.sample_figures import load_sample_figures

    def clock() -> datetime:
        return datetime.now(UTC)

    context = build_context(open_memory(clock), now=clock, user="meting")
    load_sample_figures(context, 8)
    bench_pivot(context)
    context.store.close()


def bench_maps() -> None:
    for name, taken in bench_map().items():
        words = name.replace("_", " ")
        report(f"map: {words}", taken / 1000, _MAP, "a frame of 16 ms")


def bench_card() -> None:
    from workbench.app.contexts import build_context
    from workbench.store.opening import open_memory
    from workbench.usecases.cards import province_card
    from workbench.usecases.figures import View
    from workbench.usecases.sample_figures import load_sample_figures

    def clock() -> datetime:
        return datetime.now(UTC)

    context = build_context(open_memory(clock), now=clock, user="meting")
    load_sample_figures(context)
    view = View(samples=True)
    ours, floor = seconds_in_turn(
        lambda: province_card(context, "PV22", view),
        lambda: context.store.query("select sum(value), count(*) from figures"),
    )
    report("card of a province, 10 x 300", ours, floor, "one plain sum of everything")
    report("card of a province, 10 x 300", ours, _CARD, "the limit of 50 ms")
    context.store.close()


BENCHES = {
    "window": bench_window,
    "letter": bench_letters,
    "reading": bench_reading,
    "register": bench_register,
    "pivot": bench_table,
    "map": bench_maps,
    "card": bench_card,
}


def main() -> int:
    for name in sys.argv[1:] or list(BENCHES):
        BENCHES[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
