"""Measures making letters, against the same content by other means.

typst, WeasyPrint and LibreOffice are no dependencies; where they happen to be installed
they are measured too. The untagged letter has the same words, tables, fonts and map.
"""

import html
import importlib
import io
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    for name, work, rounds in _others(letter):
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
    return [Paragraph(html.escape(text), style) for text in _lines(block)]


def _lines(block: "Block") -> list[str]:
    from workbench.domain.letter import Heading, Listing, Paragraph

    if isinstance(block, Listing):
        return [f"• {item.text}" for item in block.items]
    return [block.text] if isinstance(block, Heading | Paragraph) else []


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


def _others(letter: "Letter") -> list[tuple[str, Callable[[], object], int]]:
    found: list[tuple[str, Callable[[], object], int]] = []
    if typst := _installed("typst"):
        found.append(("typst, 2a and ua1", lambda: _by_typst(typst, letter), _ROUNDS))
    if weasyprint := _installed("weasyprint"):
        page = _html(letter)
        found.append(
            (
                "WeasyPrint, ua1 only",
                lambda: weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"),
                3,
            )
        )
    if office := shutil.which("soffice"):
        raw = _docx(letter)
        found.append(("LibreOffice, one process", lambda: _by_office(office, raw), 3))
    return found


def _installed(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"  {name}: not installed, not measured")
        return None


def _texts(letter: "Letter") -> list[str]:
    return [line for block in letter.blocks for line in _lines(block)]


def _tables(letter: "Letter") -> list[list[list[str]]]:
    from workbench.domain.letter import TableBlock

    return [
        [list(block.header), *([span.text for span in row] for row in block.rows)]
        for block in letter.blocks
        if isinstance(block, TableBlock)
    ]


def _svg(letter: "Letter") -> str:
    from workbench.domain.letter import FigureBlock
    from workbench.figures.svg import write_svg

    figures = (one.figure for one in letter.blocks if isinstance(one, FigureBlock))
    return "".join(write_svg(one) for one in figures)  # type: ignore[arg-type]


def _by_typst(typst: Any, letter: "Letter") -> bytes:
    """Compile with other words each time, or typst would only remember."""
    number = next(_numbers)
    words = "\n\n".join(
        "".join(f"\\u{{{ord(c):x}}}" if c in "#*_$@<>`\\[]=-+/~" else c for c in line)
        for line in _texts(replace(letter, reference=str(number)))
    )
    source = (
        f'#set document(title: "Brief {number}", date: datetime(year: 2026, month: 11,'
        f' day: 23))\n#set text(lang: "nl")\n= Brief {number}\n{words}'
    )
    made: bytes = typst.compile(source.encode(), pdf_standards=["a-2a", "ua-1"])
    return made


def _html(letter: "Letter") -> str:
    body = "".join(f"<p>{html.escape(line)}</p>" for line in _texts(letter))
    for rows in _tables(letter):
        lines = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows)
        body += f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
    figure = f"<figure>{_svg(letter)}</figure>"
    page = f"<body><h1>Brief</h1>{body}{figure}</body>"
    return f"<html lang=nl><title>Brief</title>{page}</html>"


def _docx(letter: "Letter") -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(
        f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>" for line in _texts(letter)
    )
    for rows in _tables(letter):
        body += "<w:tbl>"
        for row in rows:
            cells = (f"<w:p><w:r><w:t>{html.escape(one)}</w:t></w:r></w:p>" for one in row)
            body += f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"
        body += "</w:tbl><w:p/>"
    base = "http://schemas.openxmlformats.org/package/2006"
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{base}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Override '
            f'PartName="/word/document.xml" ContentType="{office}+xml"/></Types>',
        )
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{base}/relationships"><Relationship Id="r" '
            f'Type="{kind}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        document = f"<w:document {space}><w:body>{body}</w:body></w:document>"
        packed.writestr("word/document.xml", document)
    return out.getvalue()


def _by_office(office: str, raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brief.docx"
        path.write_bytes(raw)
        command = [office, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*command, str(path)], check=True, capture_output=True)


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
