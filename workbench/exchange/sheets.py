"""Cells in the house style: the only way this package puts something on a sheet.

Text never becomes a formula: whatever starts with a sign that Excel would calculate is
written as text with a quote prefix, and control characters are left out.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from workbench.domain.fte import Fte

SheetValue = str | int | date | Fte | None

FTE_FORMAT = "#,##0.0#"
CHANGE_FORMAT = "+#,##0.0#;\N{MINUS SIGN}#,##0.0#;0"
DATE_FORMAT = "[$-413]d mmmm yyyy"
SAMPLE_TEXT = "VOORBEELD: deze casus is verzonnen, om het programma te tonen."

_INK, _BLUE, _PALE, _LINE = "1B2733", "1C4A78", "EDF3F9", "BBC6D1"
_INPUT, _INPUT_LINE, _WARNING = "FFFBE6", "6F7A86", "FCE4E1"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_ESCAPE_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LONGEST = 32_767
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table on a sheet; the width is in characters.

    Attributes:
        is_change: Numbers in it carry their sign.
    """

    title: str
    width: float
    is_number: bool = False
    is_change: bool = False


def font(colour: str = _INK, *, size: int = 11, is_bold: bool = False) -> Any:
    """Return the letter type of every sheet."""
    return Font(name="Calibri", size=size, bold=is_bold, color=colour)


def hint_font() -> Any:
    """Return the letter type for help beside a cell."""
    return Font(name="Calibri", size=10, italic=True, color="5F6B76")


def aligned(vertical: str = "center", indent: int = 1) -> Any:
    """Return left alignment that wraps, a little away from the edge."""
    return Alignment(wrap_text=True, vertical=vertical, horizontal="left", indent=indent)


def start_workbook(title: str, day: date, *, is_streamed: bool = False) -> Workbook:
    """Return an empty workbook, dated `day`; rows of a streamed one are only appended."""
    workbook = Workbook(write_only=is_streamed)
    for first in workbook.worksheets:
        workbook.remove(first)
    moment = datetime.combine(day, time(12))
    workbook.properties.title = clean_text(title)
    workbook.properties.creator = "Werkbank rijkswerkgelegenheid"
    workbook.properties.created = moment
    workbook.properties.modified = moment
    workbook.properties.language = "nl-NL"
    return workbook


def clean_text(text: str) -> str:
    """Return `text` as a cell can hold it: no control characters, one kind of line end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", lines)[:_LONGEST]


def put(cell: Cell, value: SheetValue) -> Cell:
    """Write a value as what it is: number, date, or text that stays text."""
    if isinstance(value, str):
        _put_text(cell, value)
    elif isinstance(value, Fte):
        cell.value = value.amount
        cell.number_format = FTE_FORMAT
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = DATE_FORMAT
    elif value is not None:
        cell.value = value
    return cell


def write_title(sheet: Worksheet, title: str, subtitle: str, width: int) -> None:
    """Write the band with the sheet's title over `width` columns, and a line below it."""
    for column in range(1, width + 1):
        sheet.cell(1, column).fill = _fill(_BLUE)
    heading = put(sheet.cell(1, 1), title)
    heading.font = font("FFFFFF", size=16, is_bold=True)
    heading.alignment = _on_line("center")
    sheet.row_dimensions[1].height = 32
    below = put(sheet.cell(2, 1), subtitle)
    below.font = font()
    below.alignment = _on_line("center")
    sheet.row_dimensions[2].height = 20


def mark_sample(sheet: Worksheet, width: int, text: str = SAMPLE_TEXT) -> None:
    """Say on the sheet and on its printed pages that the case is invented."""
    cell = put(sheet.cell(3, 1), text)
    cell.font = font("9B1C12", is_bold=True)
    cell.alignment = _on_line("center")
    for column in range(1, width + 1):
        sheet.cell(3, column).fill = _fill(_WARNING)
    sheet.row_dimensions[3].height = 20
    sheet.oddHeader.center.text = "VOORBEELD"
    sheet.oddHeader.center.font = "Calibri,Bold"


def write_heading(sheet: Worksheet, row: int, text: str, width: int) -> None:
    """Write a heading over `width` columns."""
    cell = put(sheet.cell(row, 1), text)
    for column in range(1, width + 1):
        sheet.cell(row, column).border = Border(bottom=Side(style="medium", color=_BLUE))
    cell.font = font(_BLUE, size=12, is_bold=True)
    cell.alignment = _on_line("bottom")
    sheet.row_dimensions[row].height = 26


def write_header(sheet: Worksheet, row: int, columns: Sequence[Column]) -> None:
    """Write the header row of a table and set the widths."""
    for number, column in enumerate(columns, start=1):
        style_heading(
            put(sheet.cell(row, number), column.title), is_number=column.is_number
        )
        set_width(sheet, number, column.width)
    lines = max(_lines(column.title, column.width) for column in columns)
    sheet.row_dimensions[row].height = 16 * lines + 8


def style_heading(cell: Cell, *, is_number: bool) -> None:
    """Give a cell the look of a column's heading."""
    cell.font = font(is_bold=True)
    cell.fill = _fill(_PALE)
    cell.border = Border(bottom=Side(style="medium", color=_BLUE))
    cell.alignment = numeric("center") if is_number else aligned()


def style_value(cell: Cell, vertical: str = "center", *, is_number: bool = False) -> None:
    """Give a cell the look of a value in a table."""
    cell.font = font()
    cell.border = Border(bottom=Side(style="thin", color=_LINE))
    cell.alignment = numeric(vertical) if is_number else aligned(vertical)


def write_table(
    sheet: Worksheet,
    row: int,
    columns: Sequence[Column],
    rows: Sequence[Sequence[SheetValue]],
) -> None:
    """Write a header row and the rows below it, with a filter and a fixed header."""
    write_header(sheet, row, columns)
    for number, values in enumerate(rows, start=row + 1):
        for place, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
            cell = put(sheet.cell(number, place), value)
            style_value(cell, "top", is_number=column.is_number)
            if column.is_change:
                cell.number_format = CHANGE_FORMAT
        sheet.row_dimensions[number].height = row_height(columns, values)
    if rows:
        last = sheet.cell(row + len(rows), len(columns)).coordinate
        sheet.auto_filter.ref = f"A{row}:{last}"
    sheet.freeze_panes = sheet.cell(row + 1, 1)
    sheet.print_title_rows = f"{row}:{row}"


def write_pairs(
    sheet: Worksheet, row: int, lines: Sequence[tuple[str, SheetValue]]
) -> None:
    """Write labels with their values below each other."""
    set_width(sheet, 1, 38)
    set_width(sheet, 2, 70)
    for number, (label, value) in enumerate(lines, start=row):
        name = put(sheet.cell(number, 1), label)
        style_value(name, "top")
        name.font = font(is_bold=True)
        style_value(put(sheet.cell(number, 2), value), "top")
        text = value if isinstance(value, str) else ""
        sheet.row_dimensions[number].height = text_height(text, 66)
    sheet.freeze_panes = "A4"


def row_height(columns: Sequence[Column], values: Sequence[SheetValue]) -> float:
    """Return the height in points in which the longest text of a row fits."""
    heights = [
        text_height(value, column.width)
        for column, value in zip(columns, values, strict=True)
        if isinstance(value, str)
    ]
    return max(heights, default=20.0)


def text_height(text: str, width: float) -> float:
    """Return the height in points of a text in a column; Excel allows 409 at most."""
    return min(15.0 * _lines(text, width) + 5, 400.0)


def open_for_input(cell: Cell) -> None:
    """Give a cell the look of something to fill in, and unlock it."""
    side = Side(style="thin", color=_INPUT_LINE)
    cell.fill = _fill(_INPUT)
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    cell.alignment = aligned()
    cell.font = font()
    cell.protection = Protection(locked=False)


def add_note(cell: Cell, text: str) -> None:
    """Attach a note that Excel shows when the pointer is on the cell."""
    cell.comment = Comment(clean_text(text), "BZK", width=320, height=90)


def set_width(sheet: Worksheet, column: int, width: float) -> None:
    """Set the width of a column in characters."""
    letter = sheet.cell(1, column).column_letter
    sheet.column_dimensions[letter].width = width


def set_print(sheet: Worksheet, footer: str, *, is_landscape: bool = True) -> None:
    """Lay the sheet out for A4: as wide as the page, with page numbers."""
    sheet.page_setup.orientation = "landscape" if is_landscape else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = False
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    sheet.oddFooter.left.text = clean_text(footer).replace("&", "&&")[:200]
    sheet.oddFooter.right.text = "Pagina &P van &N"
    sheet.sheet_view.showGridLines = False


def save_workbook(workbook: Workbook) -> bytes:
    """Return the file; the same content on the same day gives the same bytes."""
    moment = workbook.properties.modified
    raw = io.BytesIO()
    workbook.save(raw)
    packed = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "docProps/core.xml":
                stamp = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode("ascii")
                part = _MODIFIED.sub(rb"\g<1>" + stamp, part)
            plain = zipfile.ZipInfo(entry.filename, _ZIP_DAY)
            plain.compress_type = zipfile.ZIP_DEFLATED
            plain.external_attr = 0o644 << 16
            new.writestr(plain, part)
    return packed.getvalue()


def _put_text(cell: Cell, text: str) -> None:
    clean = clean_text(text)
    if clean == "":
        return
    cell.value = _ESCAPE_LOOKALIKE.sub("_x005F_", clean)
    cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
    if clean.startswith(_DANGEROUS):
        cell.quotePrefix = True


def _on_line(vertical: str) -> Any:
    return Alignment(vertical=vertical, horizontal="left", indent=1)


def numeric(vertical: str) -> Any:
    """Return alignment to the right, a little away from the edge."""
    return Alignment(wrap_text=True, vertical=vertical, horizontal="right", indent=1)


def _lines(text: str, width: float) -> int:
    room = max(int(width * 1.05) - 2, 1)
    return sum(max(1, -(-len(line) // room)) for line in text.split("\n"))


def _fill(colour: str) -> Any:
    return PatternFill("solid", fgColor=colour)
