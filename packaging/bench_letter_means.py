"""Makes the same letter by other means: typst, WeasyPrint and LibreOffice.

None of them is a dependency; what is not installed is not measured.
"""

import html
import importlib
import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.domain.letter import Block, Letter

_ROUNDS = 15
_numbers = count(1)


def other_means(letter: "Letter") -> list[tuple[str, Callable[[], object], int]]:
    """Return the name of each, its work, and how often to do it."""
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
    return [line for block in letter.blocks for line in list_texts(block)]


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


def list_texts(block: "Block") -> list[str]:
    """Return the running text of a block."""
    from workbench.domain.letter import Heading, Listing, Paragraph

    if isinstance(block, Listing):
        return [f"• {item.text}" for item in block.items]
    return [block.text] if isinstance(block, Heading | Paragraph) else []
