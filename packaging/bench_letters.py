"""Measures making letters, against the same content by other means.

typst, WeasyPrint and LibreOffice are no dependencies; where they happen to be installed
they are measured too. The untagged letter has the same words, tables, fonts and map.
"""

import html
import importlib
import io
import os
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench_letter_means import list_texts, other_means
from bench_measuring import report, seconds_in_turn

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

if TYPE_CHECKING:
    from workbench.domain.letter import Block, Letter

_BATCH = 200
_ROUNDS = 15
_MM = 2.8
_numbers = count(1)


def bench_letters() -> None:
    """Print the ratios of one letter and of a batch."""
    from workbench.letters.checking import check_pdf
    from workbench.letters.rendering import render_letter

    letter = sample_letter()
    draw_untagged(letter)
    works: list[Callable[[], object]] = [
        lambda: render_letter(letter),
        lambda: draw_untagged(letter),
        lambda: check_pdf(render_letter(letter).pdf),
    ]
    ours, floor, checked = seconds_in_turn(*works, rounds=_ROUNDS)
    report("letter of five pages with a map", ours, floor, "untagged, same fonts and map")
    report("the same with the PDF check", checked, floor, "same")
    for name, work, rounds in other_means(letter):
        other, mine = seconds_in_turn(work, works[0], rounds=rounds)
        report(f"  by {name}", other, mine, "ours is the floor")
    _bench_batch(letter)
    _bench_preview()


def sample_letter() -> "Letter":
    """Return the advice of the second sample dossier."""
    from workbench.app.contexts import build_context
    from workbench.store.opening import open_memory
    from workbench.usecases.letters import compose_draft
    from workbench.usecases.samples import load_samples

    def clock() -> datetime:
        return datetime(2026, 11, 23, 14, 32, tzinfo=UTC)

    store = open_memory(clock)
    context = build_context(store, now=clock, user="meting")
    draft = compose_draft(context, load_samples(context)[0][1])
    assert draft is not None
    store.close()
    return draft.letter


def draw_untagged(letter: "Letter") -> bytes:
    """Return words, tables and map of a letter the way reportlab does it by itself."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    from workbench.letters.font_set import shipped_fonts
    from workbench.letters.fonts import load_faces

    face = load_faces(shipped_fonts()).regular.name
    style = ParagraphStyle("body", fontName=face, fontSize=9.9, leading=12.75)
    sender = letter.sender
    head = (
        sender.organisation,
        *letter.recipient,
        letter.subject,
        *sender.visiting_address,
    )
    story: list[Any] = [Paragraph(html.escape(text), style) for text in head]
    for block in letter.blocks:
        story += [*_flowables(block, style), Spacer(1, 12)]
    story += [Paragraph(html.escape(text), style) for text in letter.closing]
    out = io.BytesIO()
    SimpleDocTemplate(out, pageCompression=1, initialFontName=face).build(story)
    return out.getvalue()


def _flowables(block: "Block", style: Any) -> list[Any]:
    from reportlab.platypus import Paragraph, Table, TableStyle

    from workbench.domain.letter import FigureBlock, TableBlock

    if isinstance(block, TableBlock):
        rows = [list(block.header), *([span.text for span in row] for row in block.rows)]
        look = [
            ("FONT", (0, 0), (-1, -1), style.fontName, 8.9),
            ("LINEBELOW", (0, 0), (-1, 0), 1, "black"),
        ]
        return [Paragraph(block.title, style), Table(rows, style=TableStyle(look))]
    if isinstance(block, FigureBlock):
        return [Paragraph(html.escape(block.title), style), _map_of(block.figure, style)]
    return [Paragraph(html.escape(text), style) for text in list_texts(block)]


def _map_of(drawing: Any, style: Any) -> Any:
    """Return the figure as a flowable, its paths drawn by reportlab's own means."""
    flowable: Any = importlib.import_module("reportlab.platypus").Flowable()
    flowable.wrap = lambda *_room: (_MM * drawing.width, _MM * drawing.height)
    flowable.draw = lambda: _paint_all(flowable.canv, drawing, style)
    return flowable


def _paint_all(pen: Any, drawing: Any, style: Any) -> None:
    for shape in drawing.shapes:
        _paint(pen, shape, style)


def _paint(pen: Any, shape: Any, style: Any) -> None:
    from workbench.figures.drawing import Area, Text

    if isinstance(shape, Text):
        pen.setFont(style.fontName, shape.size)
        pen.drawString(shape.x * _MM, -shape.y * _MM, shape.text)
        return
    path = pen.beginPath()
    is_area = isinstance(shape, Area)
    for ring in shape.rings if is_area else (shape.points,):
        path.moveTo(ring[0][0] * _MM, -ring[0][1] * _MM)
        for x, y in ring[1:]:
            path.lineTo(x * _MM, -y * _MM)
    if is_area and shape.fill:
        pen.setFillColor(shape.fill)
    pen.drawPath(path, fill=int(is_area), stroke=1)


def _bench_preview() -> None:
    """Take the time from a changed paragraph to its page on the screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from workbench.app.starting import build_window
    from workbench.usecases.letter_editing import write_own_text
    from workbench.usecases.samples import load_samples

    with tempfile.TemporaryDirectory() as folder:
        app, window = build_window(Path(folder) / "dossiers.sqlite", samples=False)
        window.resize(1400, 900)
        window.show()
        window.open_case(load_samples(window.session.context)[0][1])
        tab = window.pages.cases().case.letter
        window.pages.cases().case.open_letter()

        def wait(seen: bytes) -> None:
            until = time.perf_counter() + 5
            while time.perf_counter() < until:
                app.processEvents()
                view = tab.frame.preview
                drawn = view.sheets[0].drawn[0] if view.sheets else 0
                if view.pdf != seen and drawn == view._generation:
                    return

        wait(b"")
        key = next(iter(tab.frame.blocks.blocks))
        tab._do(write_own_text, key, "VOORBEELD alinea.")
        taken = []
        for number in range(9):
            seen, begun = tab.frame.preview.pdf, time.perf_counter()
            own = next(iter(tab.frame.blocks.own_texts.values()))
            own.editor.setPlainText(f"VOORBEELD alinea {'x' * number}.")
            own.settle()
            wait(seen)
            taken.append(time.perf_counter() - begun)
        report("changed paragraph on the screen", statistics.median(taken), 0.1, "100 ms")
        window.close()
        window.session.context.store.close()


def _bench_batch(letter: "Letter") -> None:
    """Draw a batch and say how much memory it asks at its height."""
    from workbench.letters.rendering import render_letter

    letters = [replace(letter, reference=f"VOORBEELD-{n}") for n in range(_BATCH)]
    render_letter(letter)
    tracemalloc.start()
    for one in letters[:20]:
        render_letter(one)
    _, few = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    for one in letters[20:60]:
        render_letter(one)
    _, more = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"batch: peak {few / 1e6:.1f} MB after 20 letters, {more / 1e6:.1f} MB after 60")

    def batch() -> None:
        for one in letters:
            render_letter(one)

    whole, single = seconds_in_turn(batch, lambda: render_letter(letter), rounds=1)
    report(f"batch of {_BATCH} letters", whole, single * _BATCH, "that many times one")
