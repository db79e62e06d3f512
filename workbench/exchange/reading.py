"""Reads a workbook from outside: the one way in."""

from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.cells import ReadWorkbook
from workbench.exchange.package import check_kind
from workbench.exchange.workbook_reader import read_bytes
from workbench.exchange.worker import USUAL_LIMITS, Limits, run_limited


def read_workbook(data: bytes, file: str, limits: Limits = USUAL_LIMITS) -> ReadWorkbook:
    """Return every cell of the workbook, read in a limited process of its own.

    Nothing in it is executed, calculated or followed. Takes a tenth of a second to start:
    call it in a job.

    Raises:
        WorkbookRefusedError: With the file's name and a code of `REFUSALS`.
    """
    try:
        check_kind(data)
        return run_limited(read_bytes, data, limits)
    except WorkbookRefusedError as error:
        raise WorkbookRefusedError(**(error.facts | {"file": file})) from error
