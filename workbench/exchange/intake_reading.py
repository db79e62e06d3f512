"""Reads a returned intake workbook: first what it is, then every cell."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from workbench.domain.case import Shift
from workbench.domain.errors import WorkbookRefusedError
from workbench.domain.fte import Fte, sum_fte
from workbench.domain.notation import write_fte
from workbench.domain.place import BY_CODE
from workbench.exchange import intake_form as form
from workbench.exchange.cell_checks import CellChecks
from workbench.exchange.cells import Position, ReadSheet, ReadWorkbook, write_address
from workbench.exchange.form_identity import read_meta, verify_meta
from workbench.exchange.form_meta import LIST_SHEET, TEMPLATE
from workbench.exchange.intake_checks import BY_CODE as CHECKS
from workbench.exchange.intake_checks import is_blank
from workbench.exchange.intake_locating import locate_columns, locate_fields
from workbench.exchange.intake_result import (
    FieldValue,
    IntakeExpectation,
    IntakeMeta,
    IntakeReading,
    ReadLocation,
    Remark,
)
from workbench.exchange.normalising import show
from workbench.exchange.reading import read_workbook
from workbench.exchange.refusals import refusal
from workbench.exchange.wording import fold_words
from workbench.exchange.worker import USUAL_LIMITS, Limits

_MOST_ROWS = 500
_UNNAMED = {
    "province": (CHECKS["zonder-provincie"], "de naam van een provincie"),
    "name": (CHECKS["zonder-naam"], "de naam van de locatie"),
}


def read_intake(
    data: bytes, file: str, *, expected: IntakeExpectation, limits: Limits = USUAL_LIMITS
) -> IntakeReading:
    """Return what a ministry filled in; nothing is stored.

    Raises:
        WorkbookRefusedError: The file cannot be read or is not the expected workbook.
    """
    return interpret_intake(read_workbook(data, file, limits), file, expected)


def interpret_intake(
    workbook: ReadWorkbook, file: str, expected: IntakeExpectation
) -> IntakeReading:
    """Return the values of a workbook that was read.

    Raises:
        WorkbookRefusedError: It is not the expected workbook.
    """
    try:
        meta = identify_intake(workbook)
        _compare(meta, expected)
        sheet = workbook.sheet(form.CASE_SHEET)
        if sheet is None:
            raise refusal("blad-ontbreekt", form.CASE_SHEET)
    except WorkbookRefusedError as error:
        raise WorkbookRefusedError(**(error.facts | {"file": file})) from error
    checks = CellChecks(expected.ministries)
    places = locate_fields(workbook, sheet, checks)
    fields: dict[str, FieldValue] = dict.fromkeys((f.key for f in form.FIELDS), None)
    for field in form.FIELDS:
        if field.key in places:
            fields[field.key] = checks.read(sheet, places[field.key], field)
    shifts = _read_division(workbook, checks, fields)
    locations = _read_locations(workbook, checks)
    about_file = tuple(
        Remark(sheet="", cell="", message=note.text) for note in workbook.notes
    )
    return IntakeReading(
        meta=meta,
        fields=fields,
        cells={key: f"{sheet.name}!{write_address(p)}" for key, p in places.items()},
        shifts=shifts,
        locations=locations,
        faults=tuple(checks.faults),
        questions=tuple(checks.questions),
        notes=(*about_file, *_foreign_sheets(workbook), *checks.notes),
    )


def identify_intake(workbook: ReadWorkbook) -> IntakeMeta:
    """Return what the hidden sheet says.

    Raises:
        WorkbookRefusedError: It is no intake workbook, or what it says was changed.
    """
    meta = read_meta(workbook)
    template = meta.get(TEMPLATE, "")
    if template != form.TEMPLATE_ID:
        raise refusal("vreemd-sjabloon", template)
    verify_meta(meta, form.TEMPLATE_VERSION, form.META_KEYS)
    return IntakeMeta(
        template_version=form.TEMPLATE_VERSION,
        case_id=meta.get("case_id", ""),
        case_number=meta.get("case_number", ""),
        ministry=meta.get("ministry", ""),
        issued_on=_issue_day(meta.get("issued_on", "")),
    )


def _issue_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise refusal("kenmerk-gewijzigd", text) from error


def _compare(meta: IntakeMeta, expected: IntakeExpectation) -> None:
    if expected.case_id is not None and meta.case_id != expected.case_id:
        raise refusal("andere-casus", meta.case_number or "een nieuwe melding")
    if expected.ministry and meta.ministry != expected.ministry:
        raise refusal("ander-ministerie", meta.ministry or "niet genoemd")


def _read_division(
    workbook: ReadWorkbook, checks: CellChecks, fields: dict[str, FieldValue]
) -> tuple[Shift, ...]:
    sheet = _require(workbook, form.DIVISION_SHEET, checks)
    if sheet is None:
        return ()
    header, columns = locate_columns(sheet, form.DIVISION, form.DIVISION_HEADER_ROW, checks)
    if "province" not in columns:
        return ()
    _report_merged(sheet, header, checks)
    rows: dict[str, int] = {}
    shifts: list[Shift] = []
    total_row: int | None = None
    for row in _filled_rows(sheet, header, columns, checks):
        name = show(sheet.cells.get((row, columns["province"])))
        if fold_words(name) == fold_words(form.DIVISION_TOTAL):
            total_row = row
            continue
        before, after = (
            cast("Fte | None", _read_in_row(sheet, row, columns, field, checks))
            for field in form.DIVISION[1:]
        )
        place = (row, columns["province"])
        code = _read_province(sheet, place, checks)
        if code is None:
            _report_unnamed(sheet, row, columns, "province", checks)
            continue
        if code in rows:
            problem = f"{BY_CODE[code].name} staat ook in rij {rows[code]}."
            expected = "elke provincie één keer"
            checks.report(sheet, place, problem, expected, name, "dubbele-provincie")
            continue
        rows[code] = row
        if before is not None or after is not None:
            shifts.append(Shift(province=code, before=before, after=after))
    places = {key: (total_row, n) if total_row else None for key, n in columns.items()}
    _compare_totals(sheet, places, shifts, fields, checks)
    return tuple(shifts)


def _read_province(sheet: ReadSheet, place: Position, checks: CellChecks) -> str | None:
    return cast("str | None", checks.read(sheet, place, form.DIVISION[0]))


def _report_unnamed(
    sheet: ReadSheet, row: int, columns: dict[str, int], key: str, checks: CellChecks
) -> None:
    """Report a row of a table that says something, but not of what."""
    check, expected = _UNNAMED[key]
    place = (row, columns.get(key, 1))
    others = [sheet.cells.get((row, n)) for one, n in columns.items() if one != key]
    if is_blank(sheet.cells.get(place)) and not all(map(is_blank, others)):
        checks.report(sheet, place, check.brief, expected, "", check.code)


def _compare_totals(
    sheet: ReadSheet,
    places: dict[str, Position | None],
    shifts: list[Shift],
    fields: dict[str, FieldValue],
    checks: CellChecks,
) -> None:
    pairs = (
        ("vóór", "before", [shift.before for shift in shifts]),
        ("na", "after", [shift.after for shift in shifts]),
    )
    for word, key, amounts in pairs:
        total = fields[f"fte_{key}"]
        parts = sum_fte(amounts) if amounts else None
        if parts is not None and isinstance(total, Fte) and parts != total:
            text = (
                f"De provincies zijn {word} de wijziging samen {write_fte(parts)} fte; op "
                f"het blad {form.CASE_SHEET} staat {write_fte(total)} fte."
            )
            expected = f"{write_fte(total)} fte, zoals op het blad {form.CASE_SHEET}"
            check, found = CHECKS["totaal"], write_fte(parts)
            checks.ask(sheet, places.get(key), text, check, found, expected)


def _read_locations(workbook: ReadWorkbook, checks: CellChecks) -> tuple[ReadLocation, ...]:
    sheet = _require(workbook, form.LOCATION_SHEET, checks)
    if sheet is None:
        return ()
    header, columns = locate_columns(
        sheet, form.LOCATIONS, form.LOCATION_HEADER_ROW, checks
    )
    _report_merged(sheet, header, checks)
    locations: list[ReadLocation] = []
    for row in _filled_rows(sheet, header, columns, checks):
        values = {
            field.key: _read_in_row(sheet, row, columns, field, checks)
            for field in form.LOCATIONS
        }
        _report_unnamed(sheet, row, columns, "name", checks)
        if all(value is None for value in values.values()):
            continue
        locations.append(_location(row, values))
    return tuple(locations)


def _location(row: int, values: dict[str, FieldValue]) -> ReadLocation:
    return ReadLocation(
        row=row,
        name=cast("str | None", values["name"]) or "",
        municipality=cast("str | None", values["municipality"]) or "",
        province=cast("str | None", values["province"]),
        fte=cast("Fte | None", values["fte"]),
        regional_interest=cast("str | None", values["regional_interest"]) or "",
        ready_on=cast("date | None", values["ready_on"]),
    )


def _read_in_row(
    sheet: ReadSheet,
    row: int,
    columns: dict[str, int],
    field: form.Field,
    checks: CellChecks,
) -> FieldValue:
    column = columns.get(field.key)
    return None if column is None else checks.read(sheet, (row, column), field)


def _filled_rows(
    sheet: ReadSheet, header: int, columns: dict[str, int], checks: CellChecks
) -> Iterator[int]:
    used = set(columns.values())
    rows = sorted({row for row, column in sheet.cells if row > header and column in used})
    yield from rows[:_MOST_ROWS]
    if len(rows) > _MOST_ROWS:
        problem = f"Onder de kop staan {len(rows)} gevulde rijen. Dat zijn er te veel."
        place = (rows[_MOST_ROWS], 1)
        checks.report(sheet, place, problem, f"hoogstens {_MOST_ROWS} rijen")


def _report_merged(sheet: ReadSheet, header: int, checks: CellChecks) -> None:
    for top, left, bottom, right in sheet.merged:
        if bottom > header and bottom > top:
            area = f"{write_address((top, left))}:{write_address((bottom, right))}"
            problem = f"De cellen {area} zijn samengevoegd. Vul elke rij apart in."
            checks.report(sheet, (top, left), problem, "een waarde per rij")


def _require(workbook: ReadWorkbook, name: str, checks: CellChecks) -> ReadSheet | None:
    sheet = workbook.sheet(name)
    if sheet is None:
        checks.report_missing(name)
    return sheet


def _foreign_sheets(workbook: ReadWorkbook) -> Iterator[Remark]:
    tables = (form.CASE_SHEET, form.DIVISION_SHEET, form.LOCATION_SHEET)
    others = (form.CHECK_SHEET, form.HELP_SHEET, LIST_SHEET, form.META_SHEET)
    known = {name.casefold() for name in (*tables, *others)}
    for sheet in workbook.sheets:
        if sheet.name.strip().casefold() not in known:
            message = f"Blad “{sheet.name}” hoort niet bij deze werkmap en is overgeslagen."
            yield Remark(sheet=sheet.name, cell="", message=message)
