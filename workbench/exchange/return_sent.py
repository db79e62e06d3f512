"""Keeps the lines of a yearly return as they went out, on a hidden sheet."""

from collections.abc import Sequence

from openpyxl import Workbook

from workbench.exchange import return_form as form
from workbench.exchange import sheets
from workbench.exchange.return_form import ReturnLine

_NAMES = (
    "organisatie",
    "sector",
    "provincie",
    "vorige levering",
    "ambtenaren",
    "externen",
    *(f"prognose {step}" for step in range(1, form.FORECAST_YEARS + 1)),
)


def write_sent_lines(workbook: Workbook, lines: Sequence[ReturnLine]) -> None:
    """Write the lines as they go out; the answer is laid beside them."""
    sheet = workbook.create_sheet(form.SENT_SHEET)
    sheet.sheet_state = "hidden"
    for column, name in enumerate(_NAMES, start=1):
        sheets.put(sheet.cell(1, column), name)
    for row, line in enumerate(lines, start=2):
        for column, value in enumerate(form.write_sent(line), start=1):
            sheets.put(sheet.cell(row, column), value)
