"""What every workbook that a ministry fills in has: choices, help and rules on cells."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from workbench.exchange import sheets
from workbench.exchange.form_meta import CHECK_SHEET, HELP_SHEET, LIST_SHEET, META_SHEET
from workbench.exchange.sheets import Column

HelpParts = Sequence[tuple[str, Sequence[str]]]

_WRONG = PatternFill("solid", bgColor="F8C9C4")
_ASKED = PatternFill("solid", bgColor="FFE3A3")
_HELP_WIDTH = 92
_MOST_FTE = 500_000
_NO_FTE = "Vul een aantal fte in: een getal van 0 of hoger."
_CHECK_HEADER = 5
_CHECKED_AGAIN = "BZK voert dezelfde controles uit als de werkmap terug is."


class CheckLine(NamedTuple):
    """One line of the sheet "Controles"; the formula counts what is found."""

    kind: str
    title: str
    advice: str
    formula: str


def write_lists(workbook: Workbook, lists: Mapping[str, Sequence[str]]) -> None:
    """Write the choices on a hidden sheet, each list under its own name."""
    sheet = workbook.create_sheet(LIST_SHEET)
    sheet.sheet_state = "hidden"
    for column, (name, choices) in enumerate(lists.items(), start=1):
        sheets.put(sheet.cell(1, column), name)
        for row, choice in enumerate(choices, start=2):
            sheets.put(sheet.cell(row, column), choice)
        letter = sheet.cell(1, column).column_letter
        cells = f"{LIST_SHEET}!${letter}$2:${letter}${max(len(choices), 1) + 1}"
        workbook.defined_names[f"lst_{name}"] = DefinedName(f"lst_{name}", attr_text=cells)


def write_meta(workbook: Workbook, meta: Mapping[str, str]) -> None:
    """Write what this workbook is on a hidden sheet; reading starts there."""
    sheet = workbook.create_sheet(META_SHEET)
    sheet.sheet_state = "hidden"
    for row, (key, value) in enumerate(meta.items(), start=1):
        sheets.put(sheet.cell(row, 1), key)
        sheets.put(sheet.cell(row, 2), value)


def choose_from(name: str) -> DataValidation:
    """Return the rule of cells that take a choice from a list of `write_lists`."""
    return DataValidation(
        type="list", formula1=f"lst_{name}", error="Kies een waarde uit de lijst."
    )


def propose_from(name: str, error: str) -> DataValidation:
    """Return the same, but a value that is not in the list may stay."""
    rule = choose_from(name)
    rule.errorStyle, rule.error = "warning", error
    return rule


def keep_between(kind: str, lowest: int, highest: int, error: str) -> DataValidation:
    """Return the rule of cells that take a number, date or text between two bounds."""
    return DataValidation(
        type=kind,
        operator="between",
        formula1=str(lowest),
        formula2=str(highest),
        error=error,
    )


def amounts_rule() -> DataValidation:
    """Return the rule of cells that take an amount of fte."""
    return keep_between("decimal", 0, _MOST_FTE, _NO_FTE)


def add_rule(
    sheet: Worksheet, rule: DataValidation, cells: str, title: str, prompt: str = ""
) -> None:
    """Let Excel help at the cells; reading checks everything again."""
    rule.allow_blank = True
    rule.showErrorMessage = True
    rule.showInputMessage = True
    rule.promptTitle = title[:32]
    rule.prompt = (prompt or rule.error)[:255]
    rule.errorTitle = "Dit past hier niet"
    rule.add(cells)
    sheet.add_data_validation(rule)


def colour_wrong(sheet: Worksheet, cells: str, first: str) -> None:
    """Colour what is no number; pasted values slip past the validation."""
    rule = FormulaRule(formula=[f'AND({first}<>"",NOT(ISNUMBER({first})))'], fill=_WRONG)
    sheet.conditional_formatting.add(cells, rule)


def define(workbook: Workbook, name: str, sheet: Worksheet, cells: str) -> None:
    """Give cells a name of the whole workbook."""
    workbook.defined_names[name] = DefinedName(name, attr_text=f"{sheet.title}!{cells}")


def span(letter: str, first: int, last: int) -> str:
    """Return the fixed address of a part of a column."""
    return f"${letter}${first}:${letter}${last}"


def write_instruction(sheet: Worksheet, text: str) -> None:
    """Write one line between the title and the header."""
    cell = sheets.put(sheet.cell(4, 1), text)
    cell.font = sheets.hint_font()
    cell.alignment = Alignment(vertical="center", indent=1, horizontal="left")
    sheet.row_dimensions[4].height = 24


def write_help(workbook: Workbook, subtitle: str, parts: HelpParts) -> None:
    """Write the sheet "Toelichting": headings with short lines under them."""
    sheet = workbook.create_sheet(HELP_SHEET)
    sheets.write_title(sheet, HELP_SHEET, subtitle, 2)
    sheets.set_width(sheet, 1, 4)
    sheets.set_width(sheet, 2, _HELP_WIDTH)
    row = 5
    for title, lines in parts:
        sheets.write_heading(sheet, row, title, 2)
        for line in lines:
            row += 1
            _write_line(sheet, row, line)
        row += 2
    sheet.freeze_panes = "A4"


def write_checks(
    workbook: Workbook, subtitle: str, counted: str, lines: Sequence[CheckLine]
) -> None:
    """Write the checks with a formula that counts; Excel works it out on opening."""
    sheet = workbook.create_sheet(CHECK_SHEET)
    sheets.write_title(sheet, CHECK_SHEET, subtitle, 4)
    write_instruction(sheet, _CHECKED_AGAIN)
    columns = [
        Column(title="Soort", width=12),
        Column(title="Controle", width=56),
        Column(title="Wat u kunt doen", width=56),
        Column(title=counted, width=24, is_number=True),
    ]
    sheets.write_header(sheet, _CHECK_HEADER, columns)
    for row, line in enumerate(lines, start=_CHECK_HEADER + 1):
        for column, text in enumerate(line[:3], start=1):
            sheets.put(sheet.cell(row, column), text)
        sheet.cell(row, 4).value = line.formula  # ours, locked
        for column, about in enumerate(columns, start=1):
            sheets.style_value(sheet.cell(row, column), is_number=about.is_number)
        sheet.row_dimensions[row].height = 34
    first, last = _CHECK_HEADER + 1, _CHECK_HEADER + len(lines)
    for kind, fill in (("Fout", _WRONG), ("Vraag", _ASKED)):
        rule = FormulaRule(formula=[f'AND($D{first}<>0,$A{first}="{kind}")'], fill=fill)
        sheet.conditional_formatting.add(f"D{first}:D{last}", rule)
    sheet.freeze_panes = sheet.cell(first, 1)
    sheet.print_title_rows = f"1:{_CHECK_HEADER}"


def _write_line(sheet: Worksheet, row: int, line: str) -> None:
    sign = sheets.put(sheet.cell(row, 1), "•")
    sign.alignment = Alignment(horizontal="right", vertical="top")
    sign.font = sheets.font("1C4A78", is_bold=True)
    text = sheets.put(sheet.cell(row, 2), line)
    text.font = sheets.font()
    text.alignment = sheets.aligned("top", indent=0)
    sheet.row_dimensions[row].height = sheets.text_height(line, _HELP_WIDTH)


def protect(workbook: Workbook) -> None:
    """Lock every sheet but its cells for input; widths and heights stay free."""
    for sheet in workbook.worksheets:
        sheet.protection.sheet = True
        sheet.protection.formatColumns = False
        sheet.protection.formatRows = False
