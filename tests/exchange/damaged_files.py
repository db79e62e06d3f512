"""Writes damaged returns as XML by hand, so that thousands are made in a minute."""

import io
import zipfile
from xml.sax.saxutils import escape

from tests.exchange.damaged import Copy, Typed
from workbench.exchange import return_form as form
from workbench.exchange.cells import Position, column_letters

SHEET = "xl/worksheets/sheet1.xml"


def write_copy(data: bytes, copy: Copy) -> bytes:
    """Return the workbook in which the sheet with the lines is the damaged one."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == SHEET:
                part = _sheet(copy).encode("utf-8")
            elif name == "xl/workbook.xml":
                given = f'name="{form.SHEET}"'.encode()
                part = part.replace(given, f'name="{copy.sheet}"'.encode())
            elif copy.meta and name == "xl/worksheets/sheet6.xml":
                part = _changed_meta(part, copy.meta)
            elif "xl/worksheets/_rels/sheet1" in name:
                continue
            new.writestr(name, part)
    return stream.getvalue()


def _changed_meta(part: bytes, meta: dict[int, str]) -> bytes:
    text = part.decode("utf-8")
    for row, value in meta.items():
        start = text.index("<c ", text.index(f'r="B{row}"') - 4)
        end = text.index("</c>", start) + len("</c>")
        text = text[:start] + _text(f"B{row}", value) + text[end:]
    return text.encode("utf-8")


def _sheet(copy: Copy) -> str:
    rows: dict[int, list[str]] = {}
    for row, column in sorted(copy.cells):
        rows.setdefault(row, []).append(_cell((row, column), copy.cells[row, column]))
    hidden = dict.fromkeys(copy.hidden_rows, ' hidden="1"')
    lines = "".join(
        f'<row r="{row}"{hidden.get(row, "")}>{"".join(cells)}</row>'
        for row, cells in rows.items()
    )
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in copy.merged)
    merged = f"<mergeCells>{merges}</mergeCells>" if merges else ""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{lines}</sheetData>{merged}</worksheet>'


def _cell(at: Position, one: str | Typed) -> str:
    place = f"{column_letters(at[1])}{at[0]}"
    written = one if isinstance(one, str) else one.written
    if written is None:
        return ""
    if isinstance(one, Typed) and one.is_formula:
        return f'<c r="{place}"><f>{escape(str(written))}</f></c>'
    if isinstance(written, str):
        return _text(place, written)
    return f'<c r="{place}"><v>{written!r}</v></c>'


def _text(place: str, text: str) -> str:
    kept = f'<t xml:space="preserve">{escape(text)}</t>'
    return f'<c r="{place}" t="inlineStr"><is>{kept}</is></c>'
