"""Reads what the hidden sheet of a workbook says: which one it is, before anything else."""

from collections.abc import Mapping, Sequence

from workbench.exchange.cells import ReadWorkbook
from workbench.exchange.form_meta import CHECKSUM, LIST_SHEET, META_SHEET, VERSION, sum_meta
from workbench.exchange.normalising import show
from workbench.exchange.refusals import refusal

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


def read_lists(workbook: ReadWorkbook) -> dict[str, list[str]]:
    """Return the choices on the hidden sheet, by the name of their list."""
    sheet = workbook.sheet(LIST_SHEET)
    cells = sheet.cells if sheet else {}
    names = {column: show(cell) for (row, column), cell in cells.items() if row == 1}
    lists: dict[str, list[str]] = {name: [] for name in names.values()}
    for row, column in sorted(cells):
        if row > 1 and column in names:
            lists[names[column]].append(show(cells[row, column]))
    return lists


def verify_meta(meta: Mapping[str, str], version: str, keys: Sequence[str]) -> None:
    """Hold what the hidden sheet says against the version and checksum it should have.

    Raises:
        WorkbookRefusedError: It is of another version, or it was changed.
    """
    found = meta.get(VERSION, "")
    if found.removesuffix(",0") != version:
        raise refusal("andere-versie", found)
    if meta.get(CHECKSUM) != sum_meta({**meta, VERSION: version}, keys):
        raise refusal("kenmerk-gewijzigd")
