"""Builds small ods, fods and csv files, good ones and ones with one thing wrong."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from tests.exchange.dirty import pack

KIND = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text", "style")
)
ROWS = (
    "<table:table-row><table:table-cell><text:p>provincie</text:p></table:table-cell>"
    "<table:table-cell><text:p>fte</text:p></table:table-cell></table:table-row>"
    "<table:table-row><table:table-cell><text:p>Utrecht</text:p></table:table-cell>"
    '<table:table-cell office:value-type="float" office:value="12.5">'
    "<text:p>12,5</text:p></table:table-cell></table:table-row>"
)
_MANIFEST = (
    '<manifest:file-entry xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
    'manifest:1.0"><manifest:encryption-data/></manifest:file-entry>'
)
CSV = "provincie;fte\nFryslân;12,5\n"

Value = str | int | Decimal | date | None


def content_xml(rows: str = ROWS, before: str = "", after: str = "") -> str:
    return (
        f"<office:document-content {SPACES}>{before}<office:body><office:spreadsheet>"
        f'<table:table table:name="Opgave">{rows}</table:table>{after}'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def ods(content: str | bytes = "", kind: str = KIND, **more: str) -> bytes:
    return pack({"mimetype": kind, "content.xml": content or content_xml(), **more})


def flat(rows: str = ROWS, before: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'{before}<office:document {SPACES} office:mimetype="{KIND}"><office:body>'
        f'<office:spreadsheet><table:table table:name="Opgave">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document>"
    ).encode()


def cell_row(cell: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{cell}</table:table-row>"


def one_cell(attributes: str, text: str = "x") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def encrypted() -> bytes:
    return pack(
        {
            "mimetype": KIND,
            "META-INF/manifest.xml": _MANIFEST,
            "content.xml": b"\x93\x11geheim",
        }
    )


def written_ods(rows: Sequence[Sequence[Value]], title: str = "Tabel") -> bytes:
    """Return the rows as a spreadsheet, as another program would write it."""
    return ods(content_xml(ods_rows(rows)).replace('"Opgave"', quoteattr(title)))


def ods_rows(rows: Sequence[Sequence[Value]]) -> str:
    return "".join(cell_row("".join(_cell(value) for value in row)) for row in rows)


def _cell(value: Value) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date):
        return one_cell(f'office:value-type="date" office:date-value="{value}"', "dag")
    if isinstance(value, str):
        return one_cell('office:value-type="string"', escape(value))
    return one_cell(f'office:value-type="float" office:value="{value}"', str(value))
