"""Reads a workbook from outside: the one way in."""

from collections import defaultdict
from dataclasses import replace
from pathlib import PurePath

from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.cell_grid import CellGrid
from workbench.exchange.cells import ReadSheet, ReadWorkbook
from workbench.exchange.package import check_kind
from workbench.exchange.sheet_parts import SheetBlock
from workbench.exchange.text_reader import CSV_SHEET
from workbench.exchange.watching import Watch
from workbench.exchange.workbook_reader import read_bytes
from workbench.exchange.worker import Limits, limits_for, run_limited

_LONGEST_NAME = 60


def read_workbook(
    data: bytes, file: str, limits: Limits | None = None, watch: Watch | None = None
) -> ReadWorkbook:
    """Return every cell of an xlsx, xlsm, ods, fods or csv, read in a limited process.

    What it is follows from its content. Nothing in it is executed, calculated or
    followed. Takes a tenth of a second to start: call it in a job. Cells come in blocks,
    so that no thread waits long for them.

    Raises:
        WorkbookRefusedError: With the file's name and a code of `REFUSALS`.
        ReadingStoppedError: The watch asked to stop.
    """
    staged: defaultdict[int, CellGrid] = defaultdict(CellGrid)

    def hear(told: object) -> None:
        assert isinstance(told, SheetBlock)
        staged[told.sheet].extend(told.rows)
        if watch is not None:
            watch.say(told.done)

    try:
        check_kind(data)
        given = limits or limits_for(len(data))
        book = run_limited(read_bytes, data, given, hear=hear, watch=watch)
        sheets = [_with_staged(one, staged.get(n)) for n, one in enumerate(book.sheets)]
    except WorkbookRefusedError as error:
        raise WorkbookRefusedError(**(error.facts | {"file": file})) from error
    book = replace(book, sheets=tuple(sheets))
    return _name_sheet(book, file) if book.format == "csv" else book


def _with_staged(sheet: ReadSheet, staged: CellGrid | None) -> ReadSheet:
    """Return the sheet with the blocks that came before it."""
    if staged is None:
        return sheet
    assert isinstance(sheet.cells, CellGrid)
    staged.extend(sheet.cells.rows)
    return replace(sheet, cells=staged)


def _name_sheet(book: ReadWorkbook, file: str) -> ReadWorkbook:
    """A csv has no sheet name; its file's name says most."""
    name = PurePath(file).stem[:_LONGEST_NAME]
    return replace(book, sheets=(replace(book.sheets[0], name=name or CSV_SHEET),))
