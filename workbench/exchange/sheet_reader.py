"""Reads the cells of one sheet straight from its XML, within limits."""

from workbench.exchange.cell_grid import CellGrid, Row, hold
from workbench.exchange.cells import (
    LAST_COLUMN,
    LAST_ROW,
    MOST_ROWS,
    Area,
    CellKind,
    CellValue,
    Position,
    ReadCell,
    read_address,
    read_area,
    write_address,
)
from workbench.exchange.markup import Attributes, MarkupReader, decode_escapes, main_names
from workbench.exchange.package import Package
from workbench.exchange.parts import is_true
from workbench.exchange.plain_rows import PlainRows
from workbench.exchange.refusals import refusal
from workbench.exchange.serials import read_iso_day, read_number, serial_day
from workbench.exchange.sheet_parts import SheetBlock, SheetContent, Surroundings

_MOST_MERGES = 2_000
_MOST_MERGED_CELLS = 200_000
_BLOCK = 20_000
_BROKEN_TEXT = "#TEKST?"
_ELEMENTS = main_names(
    "worksheet",
    "cols",
    "col",
    "sheetData",
    "row",
    "c",
    "v",
    "f",
    "is",
    "r",
    "t",
    "mergeCells",
    "mergeCell",
)
_TEXTS = frozenset(("v", "f", "t"))


def read_sheet(package: Package, part: str, around: Surroundings) -> SheetContent:
    """Return what stands on the sheet in `part`."""
    walk = _SheetWalk(part, around, package)
    reader = MarkupReader(_ELEMENTS, walk.start, walk.end, _TEXTS)
    stream = PlainRows(part, reader, walk)
    for chunk in package.chunks(part):
        stream.feed(chunk)
    stream.finish()
    return walk.content()


class _SheetWalk:
    """Remembers where in the sheet the parser is, and keeps the cells it met."""

    def __init__(self, part: str, around: Surroundings, package: Package) -> None:
        self._part = part
        self._around = around
        self._package = package
        self._rows: dict[int, Row] = {}
        self._count = 0
        self._waiting = 0
        self._merged: list[Area] = []
        self._merged_cells = 0
        self._merges = 0
        self._hiding = [0] * (LAST_COLUMN + 2)
        self._hidden_columns: frozenset[int] = frozenset()
        self._hidden_rows = 0
        self._is_out_of_order = False
        self._row = 0
        self._column = 0
        self._is_row_hidden = False
        self._is_sheet = False
        self._cell: Attributes | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._pieces: list[str] = []

    def start(self, element: str, attributes: Attributes) -> None:
        if element == "c":
            self._cell = attributes
            self._value = self._formula = None
            self._pieces.clear()
        elif element == "row":
            self._start_row(attributes)
        elif element == "col":
            self._hide_columns(attributes)
        elif element == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif element == "worksheet":
            self._is_sheet = True

    def end(self, element: str, text: str) -> None:
        if element == "v":
            self._value = text
        elif element == "c" and self._cell is not None:
            self._keep(self._cell)
            self._cell = None
        elif element == "f":
            self._formula = text
        elif element == "t":
            self._pieces.append(text)
        elif element == "cols":
            self._settle_columns()

    def content(self) -> SheetContent:
        if not self._is_sheet:
            raise refusal("xml-fout", self._part)
        cells = CellGrid()
        cells.extend(self._rows)
        return SheetContent(
            cells=cells,
            filled=self._count,
            merged=tuple(self._merged),
            hidden_rows=self._hidden_rows,
            hidden_columns=len(self._hidden_columns),
            is_out_of_order=self._is_out_of_order,
            has_more_merges=self._merges > _MOST_MERGES,
        )

    def keep_row(self, number: int, row: Row, *, is_hidden: bool) -> None:
        """Keep a whole row that was read elsewhere; it follows on the row before it."""
        self._row, self._column = number, 0
        self._is_row_hidden = is_hidden
        self._hidden_rows += is_hidden
        if row:
            self._rows[number] = row
            self._add(len(row))

    def can_keep(self, first: int, last: int, count: int) -> bool:
        """Whether rows that follow on what was read, with so many cells, are no trouble."""
        has_room = self._count + count <= self._around.cells_left
        return self._row < first and last <= MOST_ROWS and has_room

    @property
    def has_hidden_columns(self) -> bool:
        """Whether any column cannot be seen."""
        return bool(self._hidden_columns)

    def is_column_hidden(self, column: int) -> bool:
        """Whether a column cannot be seen."""
        return column in self._hidden_columns

    def read_value(self, kind: str, text: str, style: str | None) -> ReadCell:
        """Return the cell that a value is."""
        return ReadCell(*self._interpret(kind, text, style))

    def _add(self, count: int) -> None:
        """Count cells, and send what waits as soon as it is a block."""
        self._count += count
        self._waiting += count
        tell = self._around.tell
        if tell is not None and self._waiting >= _BLOCK:
            tell(SheetBlock(self._around.number, self._rows, self._package.done))
            self._rows, self._waiting = {}, 0

    def _start_row(self, attributes: Attributes) -> None:
        given = attributes.get("r", "")
        row = int(given) if given.isdecimal() and len(given) < 9 else 0
        if given and not 1 <= row <= LAST_ROW:
            raise refusal("cel-buiten-bereik", f"{self._part} rij {given[:20]}")
        row = row or self._row + 1
        self._is_out_of_order = self._is_out_of_order or row <= self._row
        self._row = row
        self._column = 0
        self._is_row_hidden = is_true(attributes.get("hidden"))
        self._hidden_rows += self._is_row_hidden

    def _hide_columns(self, attributes: Attributes) -> None:
        if is_true(attributes.get("hidden")):
            first, last = (
                min(int(text), LAST_COLUMN) if text.isdecimal() and len(text) < 9 else 0
                for text in (attributes.get("min", ""), attributes.get("max", ""))
            )
            if 1 <= first <= last:
                self._hiding[first] += 1
                self._hiding[last + 1] -= 1

    def _settle_columns(self) -> None:
        hidden, covered = set(), 0
        for column, change in enumerate(self._hiding):
            covered += change
            if covered > 0:
                hidden.add(column)
        self._hidden_columns = frozenset(hidden)

    def _merge(self, reference: str) -> None:
        area = read_area(reference)
        if area is None:
            return
        self._merges += 1
        top, left, bottom, right = area
        self._merged_cells += (bottom - top + 1) * (right - left + 1)
        if self._merged_cells > _MOST_MERGED_CELLS:
            raise refusal("samenvoeging-te-groot", f"{self._part} {reference}")
        if self._merges <= _MOST_MERGES:
            self._merged.append(area)

    def _keep(self, attributes: Attributes) -> None:
        position = self._place(attributes.get("r"))
        self._column = position[1]
        cell = self._read(attributes)
        if cell is None:
            return
        if position[0] > MOST_ROWS or position[1] >= LAST_COLUMN:
            raise refusal("cel-buiten-bereik", write_address(position))
        row = self._rows.setdefault(position[0], {})
        if position[1] in row:
            raise refusal("dubbele-cel", write_address(position))
        if self._count >= self._around.cells_left:
            raise refusal("te-veel-cellen")
        row[position[1]] = hold(cell)
        self._add(1)

    def _place(self, reference: str | None) -> Position:
        if reference is None:
            position = (max(self._row, 1), self._column + 1)
            if position[1] > LAST_COLUMN:
                raise refusal("cel-buiten-bereik", write_address(position))
            return position
        found = read_address(reference)
        if found is None:
            raise refusal("cel-buiten-bereik", reference)
        return found

    def _read(self, attributes: Attributes) -> ReadCell | None:
        formula = "" if self._formula is None else f"={self._formula}"
        kind = attributes.get("t", "n")
        text = "".join(self._pieces) if kind == "inlineStr" else self._value
        is_hidden = self._is_row_hidden or self._column in self._hidden_columns
        if text:
            value, found = self._interpret(kind, text, attributes.get("s"))
            return ReadCell(value, found, formula, is_hidden)
        if not formula:
            return None
        if kind == "str" and text is not None:
            return ReadCell("", CellKind.TEXT, formula, is_hidden)
        return ReadCell(None, CellKind.UNCALCULATED, formula, is_hidden)

    def _interpret(
        self, kind: str, text: str, style: str | None
    ) -> tuple[CellValue, CellKind]:
        if kind == "n":
            return self._number(text, style)
        if kind == "s":
            return self._shared(text)
        if kind == "b":
            return text.strip() in ("1", "true"), CellKind.TRUTH
        if kind == "e":
            return text, CellKind.ERROR
        if kind == "d":
            return read_iso_day(text)
        return decode_escapes(text), CellKind.TEXT

    def _number(self, text: str, style: str | None) -> tuple[CellValue, CellKind]:
        number = read_number(text)
        if number is None:
            return text, CellKind.TEXT
        if style is not None and self._shows_date(style):
            day = serial_day(number, uses_1904=self._around.uses_1904)
            if day is not None:
                return day, CellKind.DATE
        return number, CellKind.NUMBER

    def _shared(self, text: str) -> tuple[CellValue, CellKind]:
        plain = text.strip()
        texts = self._around.texts
        if plain.isdecimal() and len(plain) < 9 and int(plain) < len(texts):
            return texts[int(plain)], CellKind.TEXT
        return _BROKEN_TEXT, CellKind.ERROR

    def _shows_date(self, style: str) -> bool:
        styles = self._around.date_styles
        is_known = style.isdecimal() and len(style) < 9 and int(style) < len(styles)
        return is_known and styles[int(style)]
