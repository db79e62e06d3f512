"""Builds the sheets of the intake workbook from the form."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from workbench.domain.case import Case, Location, Shift
from workbench.domain.notation import write_date
from workbench.domain.place import PROVINCES
from workbench.exchange import intake_form as form
from workbench.exchange import sheets
from workbench.exchange.form_meta import sum_meta
from workbench.exchange.form_parts import (
    CheckLine,
    colour_wrong,
    define,
    protect,
    span,
    write_checks,
    write_instruction,
    write_meta,
)
from workbench.exchange.intake import IntakeRequest, describe_issue
from workbench.exchange.intake_checks import CHECKS, write_formula
from workbench.exchange.intake_counting import FormCells
from workbench.exchange.intake_help import write_help
from workbench.exchange.intake_lists import add_validation, ministry_label, write_lists
from workbench.exchange.open_form import write_open_form
from workbench.exchange.sheets import Column, SheetValue
from workbench.exchange.wording import OCCASIONS, SECTORS

_FORM_WIDTHS = (40.0, 46.0, 38.0)
_NUMERIC = (form.FieldKind.FTE, form.FieldKind.DATE, form.FieldKind.YEAR)
_FTE_NOTE = (
    "Ambtenaren en extern personeel samen, met hoogstens twee decimalen. Een lege cel "
    "betekent: nog niet bekend. Vul alleen 0 in als het er werkelijk nul zijn."
)
_INTEREST_NOTE = (
    "Wat betekent de komst of het vertrek van deze werkgelegenheid voor de regio? Denk aan "
    "onderwijs, arbeidsmarkt, voorzieningen en samenwerking."
)


def build_intake(request: IntakeRequest, case: Case | None) -> bytes:
    """Return the intake workbook as an xlsx file."""
    return sheets.save_workbook(make_intake(request, case))


def build_open_intake(request: IntakeRequest, case: Case | None) -> bytes:
    """Return the intake workbook as an ods file."""
    return write_open_form(make_intake(request, case), "intake", {})


def make_intake(request: IntakeRequest, case: Case | None) -> Workbook:
    """Return the intake workbook as it is written in either form."""
    workbook = sheets.start_workbook("Intake casus", request.issued_on)
    _write_case_sheet(workbook, request, case)
    _write_division_sheet(workbook, request, case)
    _write_location_sheet(workbook, request, case)
    subtitle = _subtitle(request, case)
    write_checks(workbook, subtitle, "Aantal", _check_lines(request))
    write_help(workbook, request, subtitle)
    write_lists(workbook, request.ministries)
    meta = describe_issue(request, case)
    write_meta(workbook, {**meta, form.CHECKSUM: sum_meta(meta, form.META_KEYS)})
    protect(workbook)
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            is_landscape = sheet.title in (form.LOCATION_SHEET, form.CHECK_SHEET)
            sheets.set_print(sheet, _footer(case), is_landscape=is_landscape)
            if case is not None and case.is_sample:
                sheets.mark_sample(sheet, _width(sheet))
    workbook.custom_doc_props.append(
        StringProperty(name="template_id", value=form.TEMPLATE_ID)
    )
    return workbook


def _write_case_sheet(
    workbook: Workbook, request: IntakeRequest, case: Case | None
) -> None:
    sheet = workbook.create_sheet(form.CASE_SHEET)
    sheets.write_title(sheet, "Intake casus", _subtitle(request, case), 3)
    for number, width in enumerate(_FORM_WIDTHS, start=1):
        sheets.set_width(sheet, number, width)
    rows, known = form.field_rows(), _known_values(request, case)
    for section in form.SECTIONS:
        sheets.write_heading(sheet, rows[section.fields[0].key] - 1, section.title, 3)
        for field in section.fields:
            _write_field(sheet, rows[field.key], field, known.get(field.key))
            add_validation(sheet, field, f"B{rows[field.key]}")
            define(workbook, field.name, sheet, f"$B${rows[field.key]}")
            if field.kind in _NUMERIC:
                colour_wrong(sheet, f"B{rows[field.key]}", f"B{rows[field.key]}")
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "1:3"


def _write_field(sheet: Worksheet, row: int, field: form.Field, value: SheetValue) -> None:
    label = sheets.put(sheet.cell(row, 1), field.label)
    label.font = sheets.font(is_bold=True)
    label.alignment = sheets.aligned()
    _write_input(sheet, row, 2, field, value)
    hint = sheets.put(sheet.cell(row, 3), field.hint)
    hint.font = sheets.hint_font()
    hint.alignment = sheets.aligned()
    sheet.row_dimensions[row].height = 110 if field.kind is form.FieldKind.LONG_TEXT else 34


def _write_input(
    sheet: Worksheet, row: int, column: int, field: form.Field, value: SheetValue
) -> None:
    cell = sheet.cell(row, column)
    sheets.open_for_input(cell)
    if field.kind is form.FieldKind.FTE:
        cell.number_format = sheets.FTE_FORMAT
    elif field.kind is form.FieldKind.DATE:
        cell.number_format = sheets.DATE_FORMAT
    elif field.kind is form.FieldKind.YEAR:
        cell.number_format = "0"
    else:
        cell.number_format = "General"
    sheets.put(cell, value)
    if field.kind is form.FieldKind.LONG_TEXT:
        cell.alignment = sheets.aligned("top")


def _write_division_sheet(
    workbook: Workbook, request: IntakeRequest, case: Case | None
) -> None:
    sheet = workbook.create_sheet(form.DIVISION_SHEET)
    sheets.write_title(sheet, "Verdeling over de provincies", _subtitle(request, case), 3)
    write_instruction(sheet, "Vul per provincie in wat u weet. Laat leeg wat u niet weet.")
    columns = [
        Column(title=field.label, width=width)
        for field, width in zip(form.DIVISION, (30, 32, 32), strict=True)
    ]
    header = form.DIVISION_HEADER_ROW
    sheets.write_header(sheet, header, columns)
    sheets.add_note(sheet.cell(header, 2), _FTE_NOTE)
    sheets.add_note(sheet.cell(header, 3), _FTE_NOTE)
    shifts = {shift.province: shift for shift in case.shifts} if case else {}
    for row, province in enumerate(PROVINCES, start=header + 1):
        shift = shifts.get(province.code, Shift(province=province.code))
        name = sheets.put(sheet.cell(row, 1), province.name)
        name.font = sheets.font()
        name.alignment = sheets.aligned()
        _write_input(sheet, row, 2, form.DIVISION[1], shift.before)
        _write_input(sheet, row, 3, form.DIVISION[2], shift.after)
        sheet.row_dimensions[row].height = 20
    first, last = header + 1, header + len(PROVINCES)
    _write_total(sheet, last + 1, first, last)
    for number, field in enumerate(form.DIVISION[1:], start=2):
        letter = sheet.cell(1, number).column_letter
        add_validation(sheet, field, f"{letter}{first}:{letter}{last}")
        define(workbook, f"verdeling_{field.key}", sheet, span(letter, first, last))
    colour_wrong(sheet, f"B{first}:C{last}", f"B{first}")
    sheet.freeze_panes = sheet.cell(header + 1, 2)
    sheet.print_title_rows = f"1:{header}"


def _write_total(sheet: Worksheet, row: int, first: int, last: int) -> None:
    label = sheets.put(sheet.cell(row, 1), form.DIVISION_TOTAL)
    label.alignment = sheets.aligned()
    for letter in "BC":
        cells = f"{letter}{first}:{letter}{last}"
        cell = sheet[f"{letter}{row}"]
        cell.value = f'=IF(COUNT({cells})=0,"",SUM({cells}))'  # ours, on a locked cell
        cell.number_format = sheets.FTE_FORMAT
        cell.alignment = sheets.aligned()
    for column in range(1, 4):
        cell = sheet.cell(row, column)
        cell.font = sheets.font(is_bold=True)
        cell.border = Border(top=Side(style="medium", color="1C4A78"))
    sheet.row_dimensions[row].height = 22


def _write_location_sheet(
    workbook: Workbook, request: IntakeRequest, case: Case | None
) -> None:
    sheet = workbook.create_sheet(form.LOCATION_SHEET)
    sheets.write_title(sheet, "Locaties die u vergelijkt", _subtitle(request, case), 6)
    write_instruction(
        sheet,
        "Noem liefst drie of meer locaties, waarvan minstens één buiten de Randstad.",
    )
    widths = (32, 22, 20, 20, 48, 26)
    columns = [
        Column(title=field.label, width=width)
        for field, width in zip(form.LOCATIONS, widths, strict=True)
    ]
    header = form.LOCATION_HEADER_ROW
    sheets.write_header(sheet, header, columns)
    sheets.add_note(sheet.cell(header, 5), _INTEREST_NOTE)
    first, last = header + 1, _last_location(request)
    for row in range(first, last + 1):
        known = request.locations[row - first : row - first + 1]
        _write_location(sheet, row, known)
        sheet.row_dimensions[row].height = 48
    for number, field in enumerate(form.LOCATIONS, start=1):
        letter = sheet.cell(1, number).column_letter
        add_validation(sheet, field, f"{letter}{first}:{letter}{last}")
        define(workbook, f"locatie_{field.key}", sheet, span(letter, first, last))
    colour_wrong(sheet, f"D{first}:D{last}", f"D{first}")
    colour_wrong(sheet, f"F{first}:F{last}", f"F{first}")
    sheet.freeze_panes = sheet.cell(header + 1, 2)
    sheet.print_title_rows = f"1:{header}"


def _last_location(request: IntakeRequest) -> int:
    return form.LOCATION_HEADER_ROW + max(form.LOCATION_ROWS, len(request.locations))


def _check_lines(request: IntakeRequest) -> list[CheckLine]:
    cells = FormCells(last_location=_last_location(request))
    return [
        CheckLine(one.kind, one.title, one.advice, write_formula(one, cells))
        for one in CHECKS
    ]


def _write_location(sheet: Worksheet, row: int, known: Sequence[Location]) -> None:
    names = {province.code: province.name for province in PROVINCES}
    for column, field in enumerate(form.LOCATIONS, start=1):
        value: SheetValue = getattr(known[0], field.key) if known else None
        if field.key == "province" and isinstance(value, str):
            value = names.get(value, value)
        _write_input(sheet, row, column, field, value)


def _known_values(request: IntakeRequest, case: Case | None) -> dict[str, SheetValue]:
    labels = {each.key: ministry_label(each) for each in request.ministries}
    known: dict[str, SheetValue] = {
        "contact": request.contact,
        "ministry": labels.get(request.ministry, ""),
    }
    if case is None:
        return known
    plain = ("title", "service", "intention", "notice_on", "figures_on", "fte_before")
    others = ("fte_after", "planned_year", "their_reference", "their_letter_on")
    known |= {key: getattr(case, key) for key in (*plain, *others)}
    if case.ministry in labels:
        known["ministry"] = labels[case.ministry]
    known["sector"] = SECTORS[case.sector] if case.sector else None
    known["occasion"] = OCCASIONS[case.occasion] if case.occasion else None
    return known


def _subtitle(request: IntakeRequest, case: Case | None) -> str:
    about = f"Casus {case.number}" if case and case.number else "Nieuwe melding"
    return f"{about} · uitgegeven op {write_date(request.issued_on)}"


def _footer(case: Case | None) -> str:
    return f"Intake casus {case.number}" if case and case.number else "Intake casus"


def _width(sheet: Worksheet) -> int:
    widths = {form.LOCATION_SHEET: 6, form.CHECK_SHEET: 4, form.HELP_SHEET: 2}
    return widths.get(sheet.title, 3)
