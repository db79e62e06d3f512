"""Measures how long a map takes: described, drawn at 96 dpi, and again from its cache.

    python packaging/bench_figures.py

`bench.py` reports these with its own; the goals are 16 ms for a map at 96 dpi, and less
than that from the cache at 200 %.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.figures.drawing import Drawing
    from workbench.figures.sheet import Sheet

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

_ROUNDS = 25
_WIDTH = 432  # of the map in pixels, as on the page at 96 dpi
_HEIGHT = 520


def bench_map() -> dict[str, float]:
    """Return milliseconds per way of drawing a map, each the median of many rounds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from workbench.figures.sheet import PAPER
    from workbench.ui.theme import apply_theme

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, scheme="light")
    return {
        "description": _median(lambda: _draw(PAPER)),
        "drawn_96_dpi": _median(_painting(1)),
        "drawn_200_percent": _median(_painting(2)),
        "cached_96_dpi": _median(_pointing(1)),
        "cached_200_percent": _median(_pointing(2)),
    }


def _draw(sheet: "Sheet") -> "Drawing":
    from workbench.domain.place import PROVINCES
    from workbench.figures.map_sheet import Caption
    from workbench.figures.maps import province_map

    caption = Caption(title="VOORBEELD", subject="Aandeel in fte", source="VOORBEELD")
    shares = {place.code: Fraction(at + 1, 78) for at, place in enumerate(PROVINCES[:-1])}
    return province_map(shares, caption, sheet=sheet)


def _painting(ratio: int) -> Callable[[], None]:
    """Return what paints a whole map, at `ratio` times 96 dpi."""
    from PySide6.QtGui import QColor, QImage, QPainter

    from workbench.figures.sheet import PAPER
    from workbench.ui.figure_painter import paint_drawing

    drawing = _draw(PAPER)
    image = QImage(_WIDTH * ratio, _HEIGHT * ratio, QImage.Format.Format_RGB32)

    def paint() -> None:
        image.fill(QColor(drawing.paper))
        painter = QPainter(image)
        paint_drawing(drawing, painter, _WIDTH * ratio / drawing.width)
        painter.end()

    return paint


def _pointing(ratio: int) -> Callable[[], None]:
    """Return what points at the other province of two; the map itself is kept."""
    from PySide6.QtGui import QImage

    from workbench.ui.figure_view import FigureView

    view = FigureView()
    view.resize(_WIDTH * ratio, _HEIGHT * ratio)
    view.show_figure(_draw)
    target = QImage(view.size(), QImage.Format.Format_RGB32)
    keys = ["PV22", "PV28"]

    def point() -> None:
        keys.reverse()
        view.point_at(keys[0])
        view.render(target)

    point()
    return point


def _median(work: Callable[[], object]) -> float:
    times: list[float] = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    for name, milliseconds in bench_map().items():
        print(f"{name:20} {milliseconds:6.2f} ms")
