"""Fills one table of an ods template with the cells of a sheet."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from workbench.exchange.open_form_names import CALC, OFFICE, TABLE, TEXT
from workbench.exchange.open_formulas import write_open_formula

_ROW, _CELL = f"{TABLE}table-row", f"{TABLE}table-cell"
_HEADERS = f"{TABLE}table-header-rows"
_ROWS_REPEATED = f"{TABLE}number-rows-repeated"
_COLUMNS_REPEATED = f"{TABLE}number-columns-repeated"
_NOTE = f"{OFFICE}annotation"
_SAMPLE_ROW = 3
_SPACES = re.compile(r"( {2,}|^ | $)")
_VALUES = ("value", "value-type", "date-value", "string-value", "boolean-value")
_CONTENT = (
    *(f"{OFFICE}{name}" for name in _VALUES),
    f"{TABLE}formula",
    f"{CALC}value-type",
)


class SheetFiller:
    """Clones the rows of the template that a sheet needs, and puts its values in them."""

    def __init__(
        self, table: ET.Element, sheet: Worksheet, like: Callable[[int], int]
    ) -> None:
        self._table = table
        self._sheet = sheet
        self._like = like
        self._patterns = list(_rows_of(table))
        self._parents = {child: parent for parent in table.iter() for child in parent}

    def fill(self) -> None:
        """Replace the rows of the table by those of the sheet."""
        headers = self._table.find(_HEADERS)
        heading = sum(
            int(row.get(_ROWS_REPEATED, "1")) for row in headers or () if row.tag == _ROW
        )
        at = self._clear()
        rows = [self._row(number) for number in range(1, self._sheet.max_row + 1)]
        if headers is not None:
            headers.extend(rows[:heading])
            rows = [headers, *rows[heading:]]
        for offset, row in enumerate(rows):
            self._table.insert(at + offset, row)
        self._stretch_rules()

    def _clear(self) -> int:
        """Take all rows away and return where they stood."""
        place = None
        for child in list(self._table):
            if child.tag in (_ROW, _HEADERS):
                place = list(self._table).index(child) if place is None else place
                self._table.remove(child)
                if child.tag == _HEADERS:
                    child.clear()
        assert place is not None
        return place

    def _row(self, number: int) -> ET.Element:
        is_bare = number == _SAMPLE_ROW and self._sheet.cell(_SAMPLE_ROW, 1).value is None
        pattern = None if is_bare else self._pattern(self._like(number))
        row = ET.Element(_ROW) if pattern is None else deepcopy(pattern)
        row.attrib.pop(_ROWS_REPEATED, None)
        width = self._sheet.max_column
        cells = [*_cells_of(row, width)]
        for child in list(row):
            row.remove(child)
        for column in range(1, width + 1):
            cell = cells[column - 1] if column <= len(cells) else ET.Element(_CELL)
            _put(cell, self._sheet.cell(number, column))
            row.append(cell)
        return row

    def _pattern(self, number: int) -> ET.Element | None:
        for first, last, row in self._patterns:
            if first <= number <= last:
                return row
        return None

    def _stretch_rules(self) -> None:
        """Let the colouring rules reach as far as those of the sheet."""
        ranges = [str(one.sqref).split() for one in self._sheet.conditional_formatting]
        name = self._sheet.title
        rules = self._table.iter(f"{CALC}conditional-format")
        for rule, cells in zip(rules, ranges, strict=True):
            told = " ".join(_address(name, one) for one in cells)
            rule.set(f"{CALC}target-range-address", told)


def _rows_of(table: ET.Element) -> Iterator[tuple[int, int, ET.Element]]:
    """Yield first number, last number and element of the rows of a table."""
    number = 1
    for row in table.iter(_ROW):
        last = number + int(row.get(_ROWS_REPEATED, "1")) - 1
        yield number, last, deepcopy(row)
        number = last + 1


def _cells_of(row: ET.Element, width: int) -> Iterator[ET.Element]:
    """Yield the cells of a row one by one, up to `width`."""
    count = 0
    for cell in row:
        times = int(cell.get(_COLUMNS_REPEATED, "1"))
        for _ in range(min(times, width - count)):
            one = deepcopy(cell)
            one.attrib.pop(_COLUMNS_REPEATED, None)
            count += 1
            yield one


def _put(cell: ET.Element, given: Cell) -> None:
    """Give a cell of the template another content; its looks and rules stay."""
    note = cell.find(_NOTE)
    for child in list(cell):
        cell.remove(child)
    for name in _CONTENT:
        cell.attrib.pop(name, None)
    if note is not None and given.comment is not None:
        cell.append(note)
    _write(cell, given)


def _write(cell: ET.Element, given: Cell) -> None:
    value = given.value
    if given.data_type == "f":
        cell.set(f"{TABLE}formula", write_open_formula(str(value)))
    elif isinstance(value, int | float | Decimal):
        _type(cell, "float", "value", format(value, "f") if value else "0")
    elif isinstance(value, date):
        _type(cell, "date", "date-value", f"{value:%Y-%m-%d}")
    elif value is not None:
        _type(cell, "string")
        for line in str(value).replace("_x005F_", "_").split("\n"):
            cell.append(_paragraph(line))


def _type(cell: ET.Element, kind: str, name: str = "", value: str = "") -> None:
    cell.set(f"{OFFICE}value-type", kind)
    cell.set(f"{CALC}value-type", kind)
    if name:
        cell.set(f"{OFFICE}{name}", value)


def _paragraph(line: str) -> ET.Element:
    """Return one line of text; spaces that would be lost are counted."""
    paragraph = ET.Element(f"{TEXT}p")
    last: ET.Element | None = None
    for piece in _SPACES.split(line):
        if piece and not piece.strip(" "):
            last = ET.SubElement(paragraph, f"{TEXT}s", {f"{TEXT}c": str(len(piece))})
        elif last is None:
            paragraph.text = (paragraph.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece
    return paragraph


def _address(sheet: str, cells: str) -> str:
    first, _, last = cells.partition(":")
    return f"{sheet}.{first}:{sheet}.{last or first}"
