"""Reads a workbook from outside: the one way in."""

from dataclasses import replace
from pathlib import PurePath

from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.cells import ReadWorkbook
from workbench.exchange.package import check_kind
from workbench.exchange.text_reader import CSV_SHEET
from workbench.exchange.workbook_reader import read_bytes
from workbench.exchange.worker import USUAL_LIMITS, Limits, run_limited

_LONGEST_NAME = 60


def read_workbook(data: bytes, file: str, limits: Limits = USUAL_LIMITS) -> ReadWorkbook:
    """Return every cell of an xlsx, xlsm, ods, fods or csv, read in a limited process.

    What it is follows from its content. Nothing in it is executed, calculated or
    followed. Takes a tenth of a second to start: call it in a job.

    Raises:
        WorkbookRefusedError: With the file's name and a code of `REFUSALS`.
    """
    try:
        check_kind(data)
        book = run_limited(read_bytes, data, limits)
    except WorkbookRefusedError as error:
        raise WorkbookRefusedError(**(error.facts | {"file": file})) from error
    return _name_sheet(book, file) if book.format == "csv" else book


def _name_sheet(book: ReadWorkbook, file: str) -> ReadWorkbook:
    """A csv has no sheet name; its file's name says most."""
    name = PurePath(file).stem[:_LONGEST_NAME]
    return replace(book, sheets=(replace(book.sheets[0], name=name or CSV_SHEET),))
