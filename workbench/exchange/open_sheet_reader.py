"""Walks the tables of an OpenDocument spreadsheet; repeats are counted before made."""

import re
from collections.abc import Callable

from workbench.exchange.cell_grid import CellGrid
from workbench.exchange.cells import (
    LAST_COLUMN,
    MOST_CELLS,
    MOST_ROWS,
    Area,
    CellKind,
    CellValue,
    ReadCell,
    ReadNote,
    ReadSheet,
    SheetState,
    write_address,
)
from workbench.exchange.markup import Attributes
from workbench.exchange.refusals import refusal
from workbench.exchange.serials import read_iso_day, read_number

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_MOST_REPEATS = 20_000
_MOST_NAMES = 5_000
_MOST_MERGES = 2_000
_MOST_MERGED_CELLS = 200_000
_NUMBERS = ("float", "percentage", "currency")
_SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
_LONGEST_GAP = 1_000
_CELLS = ("table-cell", "covered-table-cell")
_ERROR = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|NB|VERW!)|Err:\d{3}")
_NAMED = re.compile(r"\$?('(?:[^']|'')*'|[^.']+)\.(\$?[A-Z]{1,3}\$?\d+)")
_HIDDEN = ("collapse", "filter")


class OpenWalk:
    """Remembers where in the document the parser is, and keeps the sheets it met.

    Attributes:
        add_text: Adds signs to the paragraph that is open; the reader's own.
        has_links: It points to other files.
    """

    def __init__(self) -> None:
        self.add_text: Callable[[str], None] = _nowhere
        self.sheets: list[ReadSheet] = []
        self.notes: list[ReadNote] = []
        self.names: dict[str, str] = {}
        self.has_links = False
        self.is_spreadsheet = False
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._cells_left = MOST_CELLS
        self._table: _Table | None = None

    def start(self, element: str, attributes: Attributes) -> None:
        if element in _CELLS or element.startswith("table-"):
            self._start_part(element, attributes)
        elif element in _SIGNS:
            times = min(_count(attributes, f"{TEXT}}}c"), _LONGEST_GAP)
            self.add_text(_SIGNS[element] * times)
        elif element == "table":
            self._start_table(attributes)
        elif element == "style":
            self._style = attributes.get(f"{STYLE}}}name", "")
        elif element == "named-range":
            self._keep_name(attributes)
        else:
            self.is_spreadsheet = self.is_spreadsheet or element == "spreadsheet"
            self.has_links = self.has_links or element == "dde-links"

    def end(self, element: str, text: str) -> None:
        table = self._table
        if table is None:
            return
        if element == "p":
            table.add_paragraph(text)
        elif element in _CELLS:
            table.end_cell()
        elif element == "table-row":
            self._cells_left -= table.end_row(self._cells_left)
        elif element == "table":
            self._end_table(table)

    def _start_part(self, element: str, attributes: Attributes) -> None:
        if element == "table-properties":
            if attributes.get(f"{TABLE}}}display") == "false":
                self._hidden_styles.add(self._style)
        elif self._table is not None:
            self._table.start(element, attributes)

    def _start_table(self, attributes: Attributes) -> None:
        if self._table is not None:
            raise refusal("te-diep")  # a table in a cell
        style = attributes.get(f"{TABLE}}}style-name", "")
        self._table = _Table(
            attributes.get(f"{TABLE}}}name", ""), is_hidden=style in self._hidden_styles
        )

    def _end_table(self, table: "_Table") -> None:
        self._table = None
        if table.is_linked:
            self.has_links = True
        if table.is_linked and table.name.startswith("'file:"):
            return  # what LibreOffice remembers of another file
        self.sheets.append(table.sheet())
        self.notes.extend(table.notes())

    def _keep_name(self, attributes: Attributes) -> None:
        name = attributes.get(f"{TABLE}}}name", "")
        first, _, last = attributes.get(f"{TABLE}}}cell-range-address", "").partition(":")
        match = _NAMED.fullmatch(first)
        if self._table is None and match and name and len(self.names) < _MOST_NAMES:
            end = f":{last.rpartition('.')[2]}" if last else ""
            self.names[name] = f"{match[1]}!{match[2]}{end}"


class _Table:
    """Remembers one table: the row and column that are due, and the cells so far."""

    def __init__(self, name: str, *, is_hidden: bool) -> None:
        self.name = name
        self.is_linked = False
        self._is_hidden = is_hidden
        self._cells = CellGrid()
        self._merged: list[Area] = []
        self._merged_cells = 0
        self._hidden: set[int] = set()
        self._columns_told = 0
        self._row = 1
        self._column = 1
        self._repeats = 1
        self._is_row_hidden = False
        self._hidden_rows = 0
        self._line: list[tuple[int, int, ReadCell]] = []
        self._cell: Attributes = {}
        self._texts: list[str] = []

    def start(self, element: str, attributes: Attributes) -> None:
        if element in _CELLS:
            self._cell = attributes
            self._texts = []
        elif element == "table-row":
            self._repeats = _count(attributes, f"{TABLE}}}number-rows-repeated")
            self._is_row_hidden = attributes.get(f"{TABLE}}}visibility") in _HIDDEN
            self._column = 1
            self._line = []
        elif element == "table-column":
            first = self._columns_told + 1
            self._columns_told += _count(attributes, f"{TABLE}}}number-columns-repeated")
            if attributes.get(f"{TABLE}}}visibility") in _HIDDEN:
                self._hidden.update(range(first, min(self._columns_told, LAST_COLUMN) + 1))
        elif element == "table-source":
            self.is_linked = True

    def add_paragraph(self, text: str) -> None:
        self._texts.append(text)

    def end_cell(self) -> None:
        attributes = self._cell
        repeats = _count(attributes, f"{TABLE}}}number-columns-repeated")
        self._merge(attributes)
        cell = _read_cell(attributes, "\n".join(self._texts))
        if cell is not None:
            if repeats > _MOST_REPEATS:
                raise refusal("herhaling-te-groot", f"{self.name} ×{repeats}")
            self._line.append((self._column, repeats, cell))
        self._column += repeats

    def end_row(self, cells_left: int) -> int:
        """Keep the row as often as it is repeated, and return how many cells that took."""
        first, repeats = self._row, self._repeats
        self._row += repeats
        if not self._line:
            return 0
        width = sum(count for _, count, _ in self._line)
        if repeats > _MOST_REPEATS:
            raise refusal("herhaling-te-groot", f"{self.name} ×{repeats}")
        if width * repeats > cells_left:
            raise refusal("te-veel-cellen")
        last = self._line[-1][0] + self._line[-1][1] - 1
        if self._row - 1 > MOST_ROWS or last >= LAST_COLUMN:
            raise refusal("cel-buiten-bereik", write_address((first, self._line[-1][0])))
        self._hidden_rows += repeats if self._is_row_hidden else 0
        for row in range(first, self._row):
            for column, count, cell in self._line:
                for place in range(column, column + count):
                    self._cells.put((row, place), self._shown(cell, place))
        return width * repeats

    def sheet(self) -> ReadSheet:
        return ReadSheet(
            name=self.name,
            state=SheetState.HIDDEN if self._is_hidden else SheetState.VISIBLE,
            cells=self._cells,
            merged=tuple(self._merged),
        )

    def notes(self) -> list[ReadNote]:
        columns = self._hidden & {column for _, column in self._cells}
        texts = {
            "verborgen-rijen": (self._hidden_rows, "verborgen rijen"),
            "verborgen-kolommen": (len(columns), "verborgen kolommen"),
        }
        return [
            ReadNote(
                code=code,
                text=f"Blad “{self.name}” heeft {what} ({count}). Die zijn meegelezen.",
            )
            for code, (count, what) in texts.items()
            if count
        ]

    def _shown(self, cell: ReadCell, column: int) -> ReadCell:
        is_hidden = self._is_row_hidden or column in self._hidden
        return cell._replace(is_hidden=True) if is_hidden else cell

    def _merge(self, attributes: Attributes) -> None:
        wide = _count(attributes, f"{TABLE}}}number-columns-spanned")
        high = _count(attributes, f"{TABLE}}}number-rows-spanned")
        if wide * high == 1:
            return
        self._merged_cells += wide * high
        if self._merged_cells > _MOST_MERGED_CELLS:
            raise refusal("samenvoeging-te-groot", self.name)
        bottom, right = self._row + high - 1, self._column + wide - 1
        if len(self._merged) < _MOST_MERGES:
            self._merged.append((self._row, self._column, bottom, right))


def _read_cell(attributes: Attributes, text: str) -> ReadCell | None:
    """Return what a cell holds; its type, its value and what it shows need not agree."""
    given = attributes.get(f"{TABLE}}}formula", "")
    formula = f"={given.partition('=')[2]}" if given else ""
    kind = attributes.get(f"{OFFICE}}}value-type", "")
    is_error = attributes.get(f"{_CALC}}}value-type") == "error"
    if is_error or (formula and _ERROR.fullmatch(text)):
        return ReadCell(text or "#FOUT", CellKind.ERROR, formula)
    if kind == "" and text == "":
        return ReadCell(None, CellKind.UNCALCULATED, formula) if formula else None
    value, found = _value(kind, attributes, text)
    if value == "" and not formula:
        return None
    return ReadCell(value, found, formula)


def _value(kind: str, attributes: Attributes, text: str) -> tuple[CellValue, CellKind]:
    if kind in _NUMBERS:
        number = read_number(attributes.get(f"{OFFICE}}}value", ""))
        return (text, CellKind.TEXT) if number is None else (number, CellKind.NUMBER)
    if kind == "date":
        return read_iso_day(attributes.get(f"{OFFICE}}}date-value", text))
    if kind == "boolean":
        return attributes.get(f"{OFFICE}}}boolean-value") == "true", CellKind.TRUTH
    return attributes.get(f"{OFFICE}}}string-value", text), CellKind.TEXT


def _count(attributes: Attributes, name: str) -> int:
    given = attributes.get(name, "1")
    if not (given.isascii() and given.isdecimal()) or len(given) > 10:
        raise refusal("herhaling-te-groot", given[:20])
    return max(int(given), 1)


def _nowhere(_text: str) -> None:
    """Until a reader is there, there is no text to add to."""
