"""Makes tables in memory, and writes them in every form the office receives."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import openpyxl

from tests.exchange.dirty_tables import Value, written_ods
from tests.exchange.office import save_book
from workbench.domain.delivery import FteValue
from workbench.domain.fte import Fte
from workbench.domain.notation import write_date, write_number
from workbench.exchange.cells import (
    Area,
    CellKind,
    ReadCell,
    ReadSheet,
    ReadWorkbook,
    SheetState,
)
from workbench.exchange.table_layout import guess_layout
from workbench.exchange.table_values import TableReading, read_values
from workbench.exchange.table_words import Vocabulary, build_vocabulary

Rows = Sequence[Sequence[Value]]
USUAL = build_vocabulary()


def book_of(
    rows: Rows, *, name: str = "Blad1", merged: Sequence[Area] = ()
) -> ReadWorkbook:
    """Return the rows as they are after reading an xlsx."""
    cells = {
        (row, column): _cell(value)
        for row, values in enumerate(rows, start=1)
        for column, value in enumerate(values, start=1)
        if value is not None
    }
    sheet = ReadSheet(
        name=name, state=SheetState.VISIBLE, cells=cells, merged=tuple(merged)
    )
    return ReadWorkbook(sheets=(sheet,))


def read_first(
    book: ReadWorkbook, vocabulary: Vocabulary = USUAL, **constants: str
) -> TableReading:
    """Return what the first table says when the user adds only `constants`."""
    layout = guess_layout(book.sheets[0], vocabulary)
    assert layout is not None
    return read_values(book, layout.with_constants(**constants), vocabulary)


def read_rows(rows: Rows, vocabulary: Vocabulary = USUAL, **constants: str) -> TableReading:
    return read_first(book_of(rows), vocabulary, **constants)


def amounts(reading: TableReading) -> dict[tuple[str, str, int], Fte | None]:
    """Return what was read by place, sector and year."""
    return {_key(value): value.value for value in reading.values}


def write_csv(rows: Rows, separator: str = ";", encoding: str = "utf-8") -> bytes:
    stream = io.StringIO()
    lines = csv.writer(stream, delimiter=separator)
    lines.writerows([[_dutch(value) for value in row] for row in rows])
    return stream.getvalue().encode(encoding)


def write_xlsx(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    return save_book(book)


WRITERS = {"csv": write_csv, "xlsx": write_xlsx, "ods": written_ods}


def _key(value: FteValue) -> tuple[str, str, int]:
    return value.place, value.sector, value.reference_date.year


def _cell(value: Value) -> ReadCell:
    if isinstance(value, Decimal):
        return ReadCell(float(value), CellKind.NUMBER)
    kind = CellKind.NUMBER if isinstance(value, int) else CellKind.TEXT
    return ReadCell(value, CellKind.DATE if isinstance(value, date) else kind)


def _dutch(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return write_number(value, 2)
    return write_date(value) if isinstance(value, date) else str(value)
