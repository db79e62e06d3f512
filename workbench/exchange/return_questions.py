"""Writes the sheet "Vragen" of a marked return."""

from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from workbench.domain.notation import write_fte
from workbench.domain.request import Question, QuestionKey, QuestionState
from workbench.exchange import form_parts, sheets
from workbench.exchange import return_form as form
from workbench.exchange.cells import write_address
from workbench.exchange.return_review import ReturnFinding
from workbench.exchange.sheets import Column

_COLUMNS = (
    Column(title="Nummer", width=10, is_number=True),
    Column(title="Soort", width=10),
    Column(title="Cel", width=14),
    Column(title="Organisatie", width=36),
    Column(title="Sector", width=22),
    Column(title="Provincie", width=18),
    Column(title="Was (fte)", width=14, is_number=True),
    Column(title="Wordt (fte)", width=14, is_number=True),
    Column(title="Wat er is", width=34),
    Column(title="Wat u kunt doen", width=44),
    Column(title="Status", width=14),
    Column(title="Wie antwoordt", width=20),
    Column(title="Uw antwoord", width=44),
)


def write_questions(
    out: Workbook,
    findings: Sequence[ReturnFinding],
    about: str,
    others: Sequence[str],
    known: Mapping[QuestionKey, Question],
) -> None:
    """Write one row per question, with its state, its owner and a link to its cell."""
    sheet = out.create_sheet(form.QUESTION_SHEET)
    sheets.write_title(sheet, "Vragen bij uw opgave", about, form.ANSWER)
    words = "Herstel het blad Opgave in deze werkmap, of antwoord in de laatste kolom."
    if others:
        words += f" Niet gebruikt: {', '.join(others)}."
    form_parts.write_instruction(sheet, words)
    sheets.write_header(sheet, form.HEADER_ROW, _COLUMNS)
    for number, one in enumerate(findings, start=1):
        _write_question(sheet, number, one, known.get(one.key))
    sheet.freeze_panes = sheet.cell(form.FIRST_ROW, 4)


def _write_question(
    sheet: Worksheet, number: int, one: ReturnFinding, known: Question | None
) -> None:
    row = form.HEADER_ROW + number
    texts: tuple[int | str, ...] = (
        number,
        one.check.kind,
        one.cells or "ontbreekt",
        *one.row.texts,
        write_fte(one.row.before),
        write_fte(one.row.now),
        one.check.brief,
        one.check.advice,
        str(known.state if known else QuestionState.OPEN),
        (known.owner if known else "") or "ministerie",
        known.answer if known else "",
    )
    for column, text in enumerate(texts, start=1):
        cell = sheets.put(sheet.cell(row, column), text)
        cell.font = sheets.font()
        is_number = _COLUMNS[column - 1].is_number
        cell.alignment = sheets.numeric("center") if is_number else sheets.aligned()
    sheets.open_for_input(sheet.cell(row, form.ANSWER))
    sheet.row_dimensions[row].height = 34
    if one.columns:
        link = sheet.cell(row, 3)
        target = f"'{form.SHEET}'!{write_address((one.row.row, one.columns[0]))}"
        link.hyperlink = Hyperlink(ref=link.coordinate, location=target)
        link.font = sheets.font("1C4A78")
