"""Reads what the hidden sheet of a workbook says: which one it is, before anything else."""

from workbench.exchange.cells import ReadWorkbook
from workbench.exchange.form_meta import META_SHEET
from workbench.exchange.normalising import show

_MOST_KEYS = 20


def read_meta(workbook: ReadWorkbook) -> dict[str, str]:
    """Return what the hidden sheet says; nothing when there is none."""
    sheet = workbook.sheet(META_SHEET)
    if sheet is None:
        return {}
    return {
        show(sheet.cells.get((row, 1))): show(sheet.cells.get((row, 2)))
        for row in range(1, _MOST_KEYS + 1)
        if (row, 1) in sheet.cells
    }
