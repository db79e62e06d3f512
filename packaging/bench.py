"""Measures speed as ratios to a floor in the same run; reports, and never judges.

    python packaging/bench.py            all, some minutes
    python packaging/bench.py window     only the first window; or letter, reading,
                                         register, pivot, map, card

Every figure is a median. The floors: a bare QMainWindow for the window, the same words
without tags for the letter, plain openpyxl for reading a workbook.
"""

import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bench_figures import bench_map
from bench_measuring import ROUNDS, report, seconds_in_turn
from bench_pivot import bench_pivot
from bench_reading import bench_reading
from bench_register import bench_register

if TYPE_CHECKING:
    from workbench.domain.letter import Letter

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


def draw_untagged(letter: "Letter") -> bytes:
    """Return the words and tables of a letter the way reportlab does it by itself."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    from workbench.domain.letter import Listing, TableBlock
    from workbench.domain.letter import Paragraph as Words

    style = getSampleStyleSheet()["BodyText"]
    story: list[object] = []
    for block in letter.blocks:
        if isinstance(block, Listing):
            story += [Paragraph(item.text, style) for item in block.items]
        elif isinstance(block, TableBlock):
            rows = [[span.text for span in row] for row in block.rows]
            story.append(Table([list(block.header), *rows]))
        elif isinstance(block, Words):
            story.append(Paragraph(block.text, style))
    out = io.BytesIO()
    SimpleDocTemplate(out).build(story)
    return out.getvalue()


def bench_letter() -> None:
    from workbench.app.contexts import build_context
    from workbench.letters.checking import check_pdf
    from workbench.letters.rendering import render_letter
    from workbench.store.opening import open_memory
    from workbench.usecases.letters import compose_draft
    from workbench.usecases.samples import load_samples

    def clock() -> datetime:
        return datetime(2026, 11, 23, 14, 32, tzinfo=UTC)

    store = open_memory(clock)
    context = build_context(store, now=clock, user="meting")
    draft = compose_draft(context, load_samples(context)[0][1])
    assert draft is not None
    letter = draft.letter

    def untagged() -> bytes:
        return draw_untagged(letter)

    pdf = render_letter(letter).pdf
    ours, floor = seconds_in_turn(lambda: render_letter(letter), untagged, rounds=15)
    report("letter of five pages with a map", ours, floor, "same words, untagged, no map")
    check, _ = seconds_in_turn(lambda: check_pdf(pdf), untagged, rounds=15)
    report("PDF check at sealing", check, floor, "same")
    store.close()


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
    "letter": bench_letter,
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
