"""Gives a ministry its own yearly return back, with what is wrong marked at its cells.

What came in is never saved again: that would silently lose drawings, labels and signatures.
The values go, at their own addresses, into a workbook of our own.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from workbench.domain.notation import write_date, write_fte
from workbench.exchange import form_parts, sheets
from workbench.exchange import return_form as form
from workbench.exchange.cells import (
    CellKind,
    ReadSheet,
    ReadWorkbook,
    column_letters,
    write_address,
)
from workbench.exchange.form_meta import HELP_SHEET, LIST_SHEET, META_SHEET
from workbench.exchange.normalising import show
from workbench.exchange.return_checks import ReturnFinding, marked_columns
from workbench.exchange.return_form import ReturnIssue
from workbench.exchange.sheets import Column

QUESTION_SHEET = "Vragen"
_OURS = (form.SHEET, form.CHECK_SHEET, HELP_SHEET, LIST_SHEET, META_SHEET)
_FAULT = PatternFill("solid", fgColor="F8C9C4")
_QUESTION = PatternFill("solid", fgColor="FFE3A3")
_COLUMNS = (
    Column(title="Nummer", width=10, is_number=True),
    Column(title="Soort", width=10),
    Column(title="Cel", width=14),
    Column(title="Organisatie", width=36),
    Column(title="Provincie", width=18),
    Column(title="Was (fte)", width=14, is_number=True),
    Column(title="Wordt (fte)", width=14, is_number=True),
    Column(title="Wat er is", width=34),
    Column(title="Wat u kunt doen", width=44),
    Column(title="Status", width=12),
    Column(title="Uw antwoord", width=44),
)
_ANSWER = len(_COLUMNS)


def mark_return(
    workbook: ReadWorkbook,
    issue: ReturnIssue,
    findings: Sequence[ReturnFinding],
    made_on: date,
) -> bytes:
    """Return an xlsx file with their values, coloured cells, notes and a list of questions.

    Raises:
        LookupError: The workbook has no sheet "Opgave".
    """
    given = workbook.sheet(form.SHEET)
    if given is None:
        raise LookupError(form.SHEET)
    out = sheets.start_workbook("Terugmelding opgave", made_on)
    about = f"Opgave van {issue.ministry}, peildatum {write_date(issue.reference_date)}"
    sheet = out.create_sheet(form.SHEET)
    _copy_values(sheet, given, about)
    _mark(sheet, findings)
    _write_questions(out, findings, about, _others(workbook))
    form_parts.protect(out)
    is_sample = any("VOORBEELD" in one.row.organisation for one in findings)
    for each in out.worksheets:
        sheets.set_print(each, about)
        if is_sample:
            sheets.mark_sample(each, _ANSWER, form.SAMPLE_TEXT)
    return sheets.save_workbook(out)


def _copy_values(sheet: Worksheet, given: ReadSheet, about: str) -> None:
    sheets.write_title(sheet, "Terugmelding van uw opgave", about, _ANSWER)
    words = "Rood: te herstellen. Geel: een vraag. De reden staat bij de cel en bij Vragen."
    form_parts.write_instruction(sheet, words)
    for (row, column), found in given.cells.items():
        if row < form.HEADER_ROW:
            continue
        cell = sheet.cell(row, column)
        cell.font = sheets.font(is_bold=row == form.HEADER_ROW)
        cell.alignment = sheets.aligned()
        if found.kind is CellKind.NUMBER:
            cell.value = found.value  # a number can hold no formula
            cell.number_format = sheets.FTE_FORMAT
            cell.alignment = sheets.numeric("center")
        else:
            day = found.value if isinstance(found.value, date) else None
            sheets.put(cell, day or show(found))
    widest = max((column for _, column in given.cells), default=1)
    for column in range(1, widest + 1):
        sheets.set_width(sheet, column, 36 if column <= form.SECTOR else 20)
    for row in range(form.FIRST_ROW, max(row for row, _ in given.cells) + 1):
        sheet.row_dimensions[row].height = 20
    sheet.row_dimensions[form.HEADER_ROW].height = 36
    sheet.freeze_panes = sheet.cell(form.FIRST_ROW, form.BEFORE)


def _mark(sheet: Worksheet, findings: Sequence[ReturnFinding]) -> None:
    told: defaultdict[tuple[int, int], list[ReturnFinding]] = defaultdict(list)
    for one in findings:
        for column in marked_columns(one):
            told[one.row.row, column].append(one)
    for (row, column), here in told.items():
        cell = sheet.cell(row, column)
        is_fault = any(one.check.is_fault for one in here)
        cell.fill = _FAULT if is_fault else _QUESTION
        lines = [f"{one.check.kind}: {one.check.brief}. {one.check.advice}" for one in here]
        sheets.add_note(cell, "\n".join(lines))


def _write_questions(
    out: Workbook, findings: Sequence[ReturnFinding], about: str, others: Sequence[str]
) -> None:
    sheet = out.create_sheet(QUESTION_SHEET)
    sheets.write_title(sheet, "Vragen bij uw opgave", about, _ANSWER)
    words = "Herstel uw werkmap en stuur die opnieuw, of antwoord in de laatste kolom."
    if others:
        words += f" Niet gebruikt: {', '.join(others)}."
    form_parts.write_instruction(sheet, words)
    sheets.write_header(sheet, form.HEADER_ROW, _COLUMNS)
    for number, one in enumerate(findings, start=1):
        _write_question(sheet, number, one)
    sheet.freeze_panes = sheet.cell(form.FIRST_ROW, 4)


def _write_question(sheet: Worksheet, number: int, one: ReturnFinding) -> None:
    row = form.HEADER_ROW + number
    columns = marked_columns(one)
    place = write_address((one.row.row, columns[0]))
    if len(columns) > 1:
        place += f"–{column_letters(columns[-1])}{one.row.row}"
    texts: tuple[int | str, ...] = (
        number,
        one.check.kind,
        place,
        one.row.organisation,
        one.row.province,
        write_fte(one.row.before),
        write_fte(one.row.now),
        one.check.brief,
        one.check.advice,
        "open",
    )
    for column, text in enumerate(texts, start=1):
        cell = sheets.put(sheet.cell(row, column), text)
        cell.font = sheets.font()
        is_number = _COLUMNS[column - 1].is_number
        cell.alignment = sheets.numeric("center") if is_number else sheets.aligned()
    target = f"'{form.SHEET}'!{write_address((one.row.row, columns[0]))}"
    link = sheet.cell(row, 3)
    link.hyperlink = Hyperlink(ref=link.coordinate, location=target)
    link.font = sheets.font("1C4A78")
    sheets.open_for_input(sheet.cell(row, _ANSWER))
    sheet.row_dimensions[row].height = 34


def _others(workbook: ReadWorkbook) -> list[str]:
    """Name the sheets that were added to the form; they are listed, not copied."""
    known = {name.casefold() for name in _OURS}
    return [one.name for one in workbook.sheets if one.name.casefold() not in known]
