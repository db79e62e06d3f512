"""Gives a ministry its own yearly return back, with what is wrong marked at its cells.

What came in is never saved again: that would silently lose drawings, labels and signatures.
The values go, at their own addresses, into a workbook of our own, which can be mended and
sent back as it is.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from workbench.domain.notation import write_date
from workbench.domain.request import Question, QuestionKey
from workbench.exchange import form_parts, sheets
from workbench.exchange import return_form as form
from workbench.exchange.cells import (
    CellKind,
    ReadCell,
    ReadSheet,
    ReadWorkbook,
    column_letters,
)
from workbench.exchange.form_identity import read_lists, read_meta
from workbench.exchange.form_meta import VERSION
from workbench.exchange.normalising import show
from workbench.exchange.return_form import ReturnIssue
from workbench.exchange.return_questions import write_questions
from workbench.exchange.return_review import ReturnFinding
from workbench.exchange.return_sent import write_sent_lines
from workbench.exchange.return_table import NOT_THERE, ReturnTable, other_sheets
from workbench.exchange.table_rows import Grid

_FAULT = PatternFill("solid", fgColor="F8C9C4")
_QUESTION = PatternFill("solid", fgColor="FFE3A3")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReturn:
    """A return as it was read, with what is to be said of it.

    Attributes:
        about: Whose it is, in words.
        known: What was asked before, with its state and its answer.
    """

    book: ReadWorkbook
    issue: ReturnIssue
    table: ReturnTable
    findings: Sequence[ReturnFinding]
    about: str
    known: Mapping[QuestionKey, Question]


def mark_return(marked: MarkedReturn, made_on: date) -> bytes:
    """Return an xlsx file with their values, coloured cells, notes and a list of questions.

    Raises:
        LookupError: The workbook has no sheet with the lines.
    """
    given = marked.book.sheet(marked.table.sheet)
    if given is None:
        raise LookupError(marked.table.sheet)
    out = sheets.start_workbook("Terugmelding opgave", made_on)
    day = write_date(marked.issue.reference_date)
    about = f"{marked.about} · peildatum {day}"
    sheet = out.create_sheet(form.SHEET)
    _copy_values(sheet, given, about, marked.table)
    _open_cells(sheet, marked)
    _mark(sheet, marked.findings)
    others = [one.name for one in other_sheets(marked.book, marked.table)]
    write_questions(out, marked.findings, about, others, marked.known)
    for each in out.worksheets:
        sheets.set_print(each, about)
        if marked.issue.is_sample:
            sheets.mark_sample(each, min(each.max_column, form.NOTE), form.SAMPLE_TEXT)
    _copy_hidden(out, marked)
    form_parts.protect(out)
    return sheets.save_workbook(out)


def _copy_values(
    sheet: Worksheet, given: ReadSheet, about: str, table: ReturnTable
) -> None:
    if table.header_row >= form.HEADER_ROW:
        sheets.write_title(sheet, "Terugmelding van uw opgave", about, form.NOTE)
        words = "Rood: herstellen. Geel: een vraag. Waarom staat bij de cel en bij Vragen."
        form_parts.write_instruction(sheet, words)
    grid = Grid(given)
    keys = {table.at(one) for one in form.KEYS}
    for row in [one for one in grid.rows if one >= table.header_row]:
        for column in sorted(grid.cells(row).keys() | keys - {NOT_THERE}):
            found = grid.seen(row, column) if column in keys else grid.cells(row)[column]
            if found is not None:
                _copy(sheet, row, column, found)
        sheet.row_dimensions[row].height = 20
    for column in range(1, max(table.headings, default=1) + 1):
        sheets.set_width(sheet, column, 36 if column in keys else 20)
        sheet.cell(table.header_row, column).font = sheets.font(is_bold=True)
    sheet.row_dimensions[table.header_row].height = 36
    sheet.freeze_panes = sheet.cell(table.header_row + 1, 1)


def _copy(sheet: Worksheet, row: int, column: int, found: ReadCell) -> None:
    cell = sheet.cell(row, column)
    cell.font, cell.alignment = sheets.font(), sheets.aligned()
    if found.kind is CellKind.NUMBER:
        cell.value = found.value  # a number can hold no formula
        cell.number_format = sheets.FTE_FORMAT
        cell.alignment = sheets.numeric("center")
    else:
        day = found.value if isinstance(found.value, date) else None
        sheets.put(cell, day or show(found))


def _open_cells(sheet: Worksheet, marked: MarkedReturn) -> None:
    """Unlock what the ministry may fill in, so that this workbook can come back."""
    table = marked.table
    inputs = [at for one in (*form.INPUTS, form.NOTE) if (at := table.at(one))]
    keys = [at for one in form.KEYS if (at := table.at(one))]
    sent = {line.key for line in marked.issue.sent}
    last = sheet.max_row + form.SPARE_ROWS
    for row in range(table.header_row + 1, last + 1):
        texts = [str(sheet.cell(row, at).value or "") for at in keys]
        is_own = len(texts) == len(form.KEYS) and form.fold_key(*texts) not in sent
        for column in (*inputs, *(keys if is_own else ())):
            _open(sheet.cell(row, column))
    for one in form.INPUTS:
        if at := table.at(one):
            cells = f"{column_letters(at)}{table.header_row + 1}:{column_letters(at)}{last}"
            form_parts.add_rule(sheet, form_parts.amounts_rule(), cells, "Fte")


def _open(cell: Cell) -> None:
    alignment, pattern = cell.alignment, cell.number_format
    sheets.open_for_input(cell)
    cell.alignment, cell.number_format = copy(alignment), pattern


def _mark(sheet: Worksheet, findings: Sequence[ReturnFinding]) -> None:
    told: defaultdict[tuple[int, int], list[ReturnFinding]] = defaultdict(list)
    for one in findings:
        for column in one.columns:
            told[one.row.row, column].append(one)
    for (row, column), here in told.items():
        cell = sheet.cell(row, column)
        is_fault = any(one.check.is_fault for one in here)
        cell.fill = _FAULT if is_fault else _QUESTION
        lines = [f"{one.check.kind}: {one.check.brief}. {one.check.advice}" for one in here]
        sheets.add_note(cell, "\n".join(lines))


def _copy_hidden(out: Workbook, marked: MarkedReturn) -> None:
    """Keep what makes it a return: its lists, the lines that were sent, and its kind."""
    form_parts.write_lists(out, read_lists(marked.book))
    write_sent_lines(out, marked.issue.sent)
    form_parts.write_meta(out, read_meta(marked.book) | {VERSION: form.TEMPLATE_VERSION})
