"""Measures how long a map takes: described, drawn at 96 dpi, and drawn again from its cache.

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

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

_ROUNDS = 25
_WIDTH = 432  # of the map in pixels, as on the page at 96 dpi
_HEIGHT = 520


def bench_map() -> dict[str, float]:
    """Return milliseconds per way of drawing a map, each the median of many rounds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from workbench.domain.place import PROVINCES
    from workbench.figures.drawing import Drawing
    from workbench.figures.map_sheet import Caption
    from workbench.figures.maps import province_map
    from workbench.figures.sheet import PAPER, Sheet
    from workbench.ui.figure_painter import paint_drawing
    from workbench.ui.figure_view import FigureView
    from workbench.ui.theme import apply_theme

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, scheme="light")
    caption = Caption(title="VOORBEELD", subject="Aandeel in fte", source="VOORBEELD")
    shares = {place.code: Fraction(at + 1, 78) for at, place in enumerate(PROVINCES[:-1])}

    def draw(sheet: Sheet) -> Drawing:
        return province_map(shares, caption, sheet=sheet)

    def paint(ratio: int) -> Callable[[], None]:
        drawing = draw(PAPER)
        image = QImage(_WIDTH * ratio, _HEIGHT * ratio, QImage.Format.Format_RGB32)

        def once() -> None:
            image.fill(QColor(drawing.paper))
            painter = QPainter(image)
            paint_drawing(drawing, painter, _WIDTH * ratio / drawing.width)
            painter.end()

        return once

    def cached(ratio: int) -> Callable[[], None]:
        view = FigureView()
        view.resize(_WIDTH * ratio, _HEIGHT * ratio)
        view.show_figure(draw)
        target = QImage(view.size(), QImage.Format.Format_RGB32)
        keys = ["PV22", "PV28"]

        def once() -> None:
            keys.reverse()
            view.point_at(keys[0])
            view.render(target)

        once()
        return once

    return {
        "description": _median(lambda: draw(PAPER)),
        "drawn_96_dpi": _median(paint(1)),
        "drawn_200_percent": _median(paint(2)),
        "cached_96_dpi": _median(cached(1)),
        "cached_200_percent": _median(cached(2)),
    }


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
