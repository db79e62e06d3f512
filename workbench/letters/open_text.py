"""Writes a draft as OpenDocument text, with its changes recorded from the start."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from workbench.domain.letter import Letter, Span, TableBlock
from workbench.letters.cell_places import Placed, columns_of, place_cells, rows_of
from workbench.letters.outgoing import Line, list_lines, pack

KIND = "application/vnd.oasis.opendocument.text"
IDENTITY = "werkbank-brief"
_URN = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = (
    f'xmlns:office="{_URN}:office:1.0" xmlns:text="{_URN}:text:1.0"'
    f' xmlns:table="{_URN}:table:1.0" xmlns:style="{_URN}:style:1.0"'
    f' xmlns:fo="{_URN}:xsl-fo-compatible:1.0" xmlns:meta="{_URN}:meta:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)
_STYLES = {"mark": "Let-op", "sender": "Afzender", "note": "Noot", "caption": "Tabelkop"}
_OWN_STYLES = (
    '<style:style style:name="Nadruk" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Getal" style:family="paragraph">'
    '<style:paragraph-properties fo:text-align="end"/></style:style>'
    '<style:style style:name="Getal-kop" style:family="paragraph"'
    ' style:parent-style-name="Getal"><style:paragraph-properties fo:text-align="end"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Kop-cel" style:family="paragraph">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Cel" style:family="table-cell"><style:table-cell-properties'
    ' fo:padding="0.08cm" fo:border-bottom="0.5pt solid #999999"/></style:style>'
    '<style:style style:name="Rij" style:family="table-row">'
    '<style:table-row-properties fo:keep-together="always"/></style:style>'
    '<style:style style:name="Let-op" style:family="paragraph">'
    '<style:text-properties fo:font-weight="bold" fo:color="#9b1c12"/></style:style>'
    '<style:style style:name="Afzender" style:family="paragraph">'
    '<style:text-properties fo:font-weight="bold" fo:color="#1c4a78"/></style:style>'
    '<style:style style:name="Noot" style:family="paragraph">'
    '<style:text-properties fo:font-size="9pt"/></style:style>'
    '<style:style style:name="Tabelkop" style:family="paragraph">'
    '<style:paragraph-properties fo:keep-with-next="always"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<text:list-style style:name="Punten"><text:list-level-style-bullet text:level="1"'
    ' text:bullet-char="•"><style:list-level-properties text:space-before="0.3cm"'
    ' text:min-label-width="0.5cm"/></text:list-level-style-bullet></text:list-style>'
    '<text:list-style style:name="Nummers"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-suffix="."><style:list-level-properties'
    ' text:space-before="0.3cm" text:min-label-width="0.6cm"/>'
    "</text:list-level-style-number></text:list-style>"
)
_USUAL = (
    '<style:default-style style:family="paragraph">'
    '<style:paragraph-properties fo:margin-bottom="0.25cm"/>'
    '<style:text-properties fo:font-size="11pt" fo:language="nl" fo:country="NL"/>'
    "</style:default-style>"
)


def write_open_text(letter: Letter, identity: str) -> bytes:
    """Return the draft as an .odt file; the same letter gives the same bytes.

    Args:
        identity: Comes back with the document, so that it is known again.
    """
    title = " ".join(letter.subject.split())
    parts = {
        "content.xml": (
            f"<office:document-content {_SPACES}><office:automatic-styles>{_OWN_STYLES}"
            "</office:automatic-styles><office:body><office:text>"
            f'<text:tracked-changes text:track-changes="true"/>{_body(letter)}'
            "</office:text></office:body></office:document-content>"
        ),
        "styles.xml": (
            f"<office:document-styles {_SPACES}><office:styles>{_USUAL}</office:styles>"
            "</office:document-styles>"
        ),
        "meta.xml": (
            f"<office:document-meta {_SPACES}><office:meta>"
            "<meta:generator>Werkbank rijkswerkgelegenheid</meta:generator>"
            f"<dc:title>{escape(title)}</dc:title><dc:language>nl-NL</dc:language>"
            f"<meta:user-defined meta:name={quoteattr(IDENTITY)}>{escape(identity)}"
            "</meta:user-defined></office:meta></office:document-meta>"
        ),
    }
    entries = "".join(_entry(name, "text/xml") for name in parts)
    spaces = f'xmlns:manifest="{_URN}:manifest:1.0" manifest:version="1.3"'
    manifest = f"<manifest:manifest {spaces}>{_entry('/', KIND)}{entries}"
    parts["META-INF/manifest.xml"] = f"{manifest}</manifest:manifest>"
    return pack(parts, first=KIND)


def _entry(path: str, kind: str) -> str:
    return (
        f"<manifest:file-entry manifest:full-path={quoteattr(path)}"
        f" manifest:media-type={quoteattr(kind)}/>"
    )


def _body(letter: Letter) -> str:
    made = []
    for style, lines in groupby(list_lines(letter), key=lambda line: line.style):
        if style in ("bullet", "number"):
            inside = "".join(
                f"<text:list-item>{_paragraph(line)}</text:list-item>" for line in lines
            )
            named = "Punten" if style == "bullet" else "Nummers"
            made.append(f'<text:list text:style-name="{named}">{inside}</text:list>')
        else:
            made += [_line(line) for line in lines]
    return "".join(made)


def _line(line: Line) -> str:
    if line.table is not None:
        return _table(line.table)
    if line.style.startswith("heading"):
        level = line.style.removeprefix("heading")
        return f'<text:h text:outline-level="{level}">{_named(line)}</text:h>'
    return _paragraph(line)


def _paragraph(line: Line) -> str:
    style = _STYLES.get(line.style, "")
    named = f" text:style-name={quoteattr(style)}" if style else ""
    return f"<text:p{named}>{_named(line)}</text:p>"


def _named(line: Line) -> str:
    name = quoteattr(line.name)
    return (
        f"<text:bookmark-start text:name={name}/>{_runs(line.runs)}"
        f"<text:bookmark-end text:name={name}/>"
    )


def _runs(runs: Iterable[Span]) -> str:
    return "".join(
        f'<text:span text:style-name="Nadruk">{_text(one.text)}</text:span>'
        if one.is_bold
        else _text(one.text)
        for one in runs
    )


def _text(text: str) -> str:
    return escape(text).replace("\n", "<text:line-break/>")


def _table(block: TableBlock) -> str:
    count = len(block.header)
    columns = zip(block.header, block.is_number, strict=True)
    header = "".join(_cell(text, "Getal-kop" if n else "Kop-cel") for text, n in columns)
    above = place_cells([block.groups], count) if block.groups else []
    heads = "".join(_row(row, count, ["Kop-cel"] * count) for row in above)
    styles = ["Getal" if is_number else "" for is_number in block.is_number]
    rows = "".join(_row(row, count, styles) for row in place_cells(block.rows, count))
    return (
        f"<table:table table:name={quoteattr(block.key)}><table:table-column"
        f' table:number-columns-repeated="{count}"/><table:table-header-rows>{heads}'
        f"<table:table-row>{header}</table:table-row></table:table-header-rows>{rows}"
        "</table:table>"
    )


def _row(row: Placed, count: int, styles: list[str]) -> str:
    """Return a row; where a cell of elsewhere lies stands a covered one."""
    cells = ["<table:covered-table-cell/>"] * count
    for column, cell in row:
        spans = (
            f' table:number-columns-spanned="{columns_of(cell)}"'
            f' table:number-rows-spanned="{rows_of(cell)}"'
        )
        spans = spans if columns_of(cell) * rows_of(cell) > 1 else ""
        cells[column] = _cell(cell.text, styles[column], spans)
    return f'<table:table-row table:style-name="Rij">{"".join(cells)}</table:table-row>'


def _cell(text: str, style: str, spans: str = "") -> str:
    named = f" text:style-name={quoteattr(style)}" if style else ""
    return (
        f'<table:table-cell table:style-name="Cel"{spans} office:value-type="string">'
        f"<text:p{named}>{_text(text)}</text:p></table:table-cell>"
    )
