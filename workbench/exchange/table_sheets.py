"""Builds the sheets of an export row by row, so that a large one takes no memory."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from workbench.exchange.sheets import (
    FTE_FORMAT,
    aligned,
    clean_text,
    font,
    numeric,
    put,
    save_workbook,
    start_workbook,
    style_heading,
    text_height,
)
from workbench.exchange.tables_out import TableSheet, TableValue

_ORIGIN = "Herkomst"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31
_NARROWEST, _WIDEST = 10, 60
_SAMPLE_ROWS = 200
_A4 = "9"
_TITLE_HEIGHT = 26
_LEFT, _RIGHT = aligned("top"), numeric("top")
_SAMPLE_TEXT = "VOORBEELD: deze cijfers zijn verzonnen, om het programma te tonen."


def build_tables(sheets: Sequence[TableSheet], made_on: date) -> bytes:
    title = sheets[0].title if sheets else _ORIGIN
    workbook = start_workbook(title, made_on, is_streamed=True)
    taken = {_ORIGIN.casefold()}
    names = [_sheet_name(table.title, taken) for table in sheets]
    for table, name in zip(sheets, names, strict=True):
        _write_sheet(workbook.create_sheet(name), table)
    origin = workbook.create_sheet(_ORIGIN)
    origin.column_dimensions["A"].width = 38
    origin.column_dimensions["B"].width = 90
    origin.row_dimensions[1].height = _TITLE_HEIGHT
    _set_page(origin, _ORIGIN)
    for number, (label, value) in enumerate(_origins(sheets, names, made_on)):
        size = 16 if number == 0 else 11
        cells = [_cell(origin, label), _cell(origin, value)]
        cells[0].font = font(is_bold=True, size=size)
        for cell in cells:
            cell.alignment = aligned("top")
        origin.append(cells)
    return save_workbook(workbook)


def _write_sheet(sheet: Any, table: TableSheet) -> None:
    above = _lines_above(table)
    header_row = len(above) + 2
    numeric = _numeric_columns(table)
    _shape(sheet, table, header_row)
    for number, line in enumerate(above):
        cell = _cell(sheet, line)
        cell.font = font(size=16, is_bold=True) if number == 0 else font()
        sheet.append([cell])
    sheet.append([])
    sheet.append(
        [
            _heading(sheet, title, is_number=is_number)
            for title, is_number in zip(table.header, numeric, strict=True)
        ]
    )
    for row in table.rows:
        sheet.append([_aligned(_cell(sheet, value)) for value in row])


def _lines_above(table: TableSheet) -> list[str]:
    source = [f"Bron: {table.source}"] if table.source else []
    sample = [_SAMPLE_TEXT] if table.is_sample else []
    return [table.title, *sample, *table.notes, *source]


def _shape(sheet: Any, table: TableSheet, header_row: int) -> None:
    """Set what must stand in the file before the first row."""
    widths = list(_widths(table))
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    words = zip(table.header, widths, strict=True)
    sheet.row_dimensions[1].height = _TITLE_HEIGHT
    sheet.row_dimensions[header_row].height = max(
        (text_height(title, width - 3) for title, width in words), default=20.0
    )
    sheet.freeze_panes = f"A{header_row + 1}"
    if table.rows:
        corner = f"{get_column_letter(len(table.header))}{header_row + len(table.rows)}"
        sheet.auto_filter.ref = f"A{header_row}:{corner}"
    sheet.print_title_rows = f"{header_row}:{header_row}"
    _set_page(sheet, table.title)
    if table.is_sample:
        sheet.oddHeader.center.text = "VOORBEELD"


def _set_page(sheet: Any, footer: str) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.left.text = clean_text(footer).replace("&", "&&")[:200]
    sheet.oddFooter.right.text = "Pagina &P van &N"


def _heading(sheet: Any, title: str, *, is_number: bool) -> Any:
    cell = _cell(sheet, title)
    style_heading(cell, is_number=is_number)
    return cell


def _aligned(cell: Any) -> Any:
    is_number = isinstance(cell.value, int | Decimal)
    cell.alignment = _RIGHT if is_number else _LEFT
    return cell


def _cell(sheet: Any, value: TableValue) -> Any:
    cell = WriteOnlyCell(sheet)
    if isinstance(value, Decimal):
        cell.value = value
        cell.number_format = FTE_FORMAT
        return cell
    return put(cell, value)


def _numeric_columns(table: TableSheet) -> list[bool]:
    if table.is_number:
        return list(table.is_number)
    first = table.rows[0] if table.rows else [None] * len(table.header)
    return [isinstance(value, int | Decimal) for value in first]


def _widths(table: TableSheet) -> Iterator[float]:
    for number, title in enumerate(table.header):
        shown = [_length(row[number]) for row in table.rows[:_SAMPLE_ROWS]]
        longest = max((len(word) for word in title.split()), default=0)
        yield min(max(_NARROWEST, longest + 3, *shown, 0), _WIDEST)


def _length(value: TableValue) -> int:
    if isinstance(value, date):
        return 18
    return 0 if value is None else len(str(value)) + 3


def _sheet_name(title: str, taken: set[str]) -> str:
    plain = _FORBIDDEN.sub(" ", clean_text(title)).replace("\n", " ").strip(" '")
    base = name = plain[:_LONGEST_TITLE].rstrip(" '") or "Tabel"
    number = 2
    while name.casefold() in taken:
        mark = f" ({number})"
        name = base[: _LONGEST_TITLE - len(mark)] + mark
        number += 1
    taken.add(name.casefold())
    return name


def _origins(
    sheets: Sequence[TableSheet], names: Sequence[str], made_on: date
) -> Iterator[tuple[str, TableValue]]:
    yield "Herkomst", None
    yield "Gemaakt op", made_on
    yield "Gemaakt met", "Werkbank rijkswerkgelegenheid"
    yield "Lege cellen", "Een lege cel betekent: niet ingevuld of niet bekend; geen 0."
    for table, name in zip(sheets, names, strict=True):
        yield "", None
        yield f"Blad “{name}”", table.title
        yield "Bron", table.source or "Niet vermeld."
        for note in _lines_above(table)[1 : None if not table.source else -1]:
            yield "Opmerking", note
