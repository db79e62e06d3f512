"""The hidden sheets of the intake workbook and the rules that its cells carry."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from workbench.domain.organisation import Ministry
from workbench.domain.place import PROVINCES
from workbench.exchange import intake_form as form
from workbench.exchange import sheets
from workbench.exchange.wording import OCCASIONS, SECTORS


def ministry_label(ministry: Ministry) -> str:
    """Return what the list shows of a ministry."""
    return ministry.name


def write_lists(workbook: Workbook, ministries: Sequence[Ministry]) -> None:
    """Write the choices on a hidden sheet, each list under its own name."""
    sheet = workbook.create_sheet(form.LIST_SHEET)
    sheet.sheet_state = "hidden"
    lists = {
        "ministerie": [ministry_label(each) for each in ministries],
        "sector": list(SECTORS.values()),
        "aanleiding": list(OCCASIONS.values()),
        "provincie": [province.name for province in PROVINCES],
    }
    for column, (name, choices) in enumerate(lists.items(), start=1):
        sheets.put(sheet.cell(1, column), name)
        for row, choice in enumerate(choices, start=2):
            sheets.put(sheet.cell(row, column), choice)
        letter = sheet.cell(1, column).column_letter
        cells = f"{form.LIST_SHEET}!${letter}$2:${letter}${max(len(choices), 1) + 1}"
        workbook.defined_names[f"lst_{name}"] = DefinedName(f"lst_{name}", attr_text=cells)


def write_meta(workbook: Workbook, meta: dict[str, str]) -> None:
    """Write what this workbook is on a hidden sheet; reading starts there."""
    sheet = workbook.create_sheet(form.META_SHEET)
    sheet.sheet_state = "hidden"
    for row, (key, value) in enumerate(meta.items(), start=1):
        sheets.put(sheet.cell(row, 1), key)
        sheets.put(sheet.cell(row, 2), value)


def add_validation(sheet: Worksheet, field: form.Field, cells: str) -> None:
    """Let Excel help at the cells; reading checks everything again."""
    rule = _validation(field)
    rule.allow_blank = True
    rule.showErrorMessage = True
    rule.showInputMessage = True
    rule.promptTitle = field.short_label[:32]
    rule.prompt = (field.hint or rule.error)[:255]
    rule.errorTitle = "Dit past hier niet"
    rule.add(cells)
    sheet.add_data_validation(rule)


def _validation(field: form.Field) -> DataValidation:
    kind = field.kind
    if kind is form.FieldKind.CHOICE:
        return DataValidation(
            type="list",
            formula1=f"lst_{field.choices}",
            error="Kies een waarde uit de lijst.",
        )
    if kind is form.FieldKind.FTE:
        return _between(
            "decimal",
            0,
            int(form.MOST_FTE.amount),
            "Vul een aantal fte in: een getal van 0 of hoger.",
        )
    if kind is form.FieldKind.DATE:
        earliest, latest = int(to_excel(form.EARLIEST)), int(to_excel(form.LATEST))
        return _between("date", earliest, latest, "Vul een datum in, zoals 8-5-2024.")
    if kind is form.FieldKind.YEAR:
        return _between(
            "whole", form.EARLIEST.year, form.LATEST.year, "Vul een jaar in, zoals 2027."
        )
    longest = form.LONGEST[kind]
    return _between("textLength", 0, longest, f"Gebruik hoogstens {longest} tekens.")


def _between(kind: str, lowest: int, highest: int, error: str) -> DataValidation:
    return DataValidation(
        type=kind,
        operator="between",
        formula1=str(lowest),
        formula2=str(highest),
        error=error,
    )
