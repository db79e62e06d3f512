"""Takes in an intake workbook that a ministry filled in: first a look, then one action."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.domain.case import Case, CaseId, Location, Shift
from workbench.domain.errors import CaseClosedError, WorkbookFaultyError
from workbench.domain.notation import write_fte
from workbench.domain.place import BY_CODE
from workbench.exchange.intake_reading import read_intake
from workbench.exchange.intake_result import (
    FieldValue,
    IntakeExpectation,
    IntakeReading,
    ReadLocation,
)
from workbench.store import cases, locations
from workbench.usecases.attachments import keep_in_case
from workbench.usecases.cases import ministries_on
from workbench.usecases.context import Change, Context
from workbench.usecases.fields import FIELDS, write_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One value of the workbook that is not what the case says now.

    Attributes:
        key: "field:NAME", "shift:PVnn" or "location:ROW".
        where: Sheet and cell, such as "Casus!B7"; empty when there is no one cell.
    """

    key: str
    label: str
    where: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakePreview:
    """A read workbook beside the case, before anything is taken in.

    Attributes:
        data: The file as it came, kept with the case when it is taken in.
    """

    case_id: CaseId
    file: str
    data: bytes
    reading: IntakeReading
    differences: tuple[Difference, ...]


def read_for_case(context: Context, case: Case, data: bytes, file: str) -> IntakeReading:
    """Return the reading of a workbook that was sent out for this case.

    Takes long (another process reads); give it values only when run as a job.

    Raises:
        WorkbookRefusedError: No workbook, not ours, or of another case or version.
    """
    expectation = IntakeExpectation(
        ministries=tuple(ministries_on(context, case.judged_on)), case_id=case.id
    )
    return read_intake(data, file, expected=expectation)


def preview_intake(
    context: Context, data: bytes, file: str, case_id: CaseId
) -> IntakePreview:
    """Return what taking in this workbook would change; the store is not touched."""
    case = cases.load_case(context.store, case_id)
    return compare_intake(
        context, case, read_for_case(context, case, data, file), data, file
    )


def compare_intake(
    context: Context, case: Case, reading: IntakeReading, data: bytes, file: str
) -> IntakePreview:
    """Return the differences between a reading and the case."""
    kept = locations.list_locations(context.store, case.id)
    differences = [
        *_field_differences(case, reading),
        *_shift_differences(case, reading),
        *_location_differences(kept, reading),
    ]
    return IntakePreview(
        case_id=case.id,
        file=file,
        data=data,
        reading=reading,
        differences=tuple(differences),
    )


def take_in_intake(
    context: Context, preview: IntakePreview, chosen: frozenset[str] | None = None
) -> Change:
    """Take the chosen differences in, all when `None`, as one action; keep the file.

    Raises:
        WorkbookFaultyError: Cells are still wrong.
        CaseClosedError: The case is closed.
    """
    case = cases.load_case(context.store, preview.case_id)
    if case.is_closed:
        raise CaseClosedError(case=case.number)
    reading = preview.reading
    if reading.faults:
        messages = [fault.message for fault in reading.faults]
        raise WorkbookFaultyError(file=preview.file, faults=messages)
    wanted = {difference.key for difference in preview.differences}
    if chosen is not None:
        wanted &= chosen
    with context.batch(f"{case.number}: werkmap {preview.file} ingelezen"):
        cases.update_case(context.store, _merged(case, reading, wanted))
        for row in reading.locations:
            if f"location:{row.row}" in wanted:
                locations.save_location(context.store, _location(context, case, row))
        keep_in_case(context, case.id, preview.file, preview.data)
    return Change.of(case.id)


def _field_differences(case: Case, reading: IntakeReading) -> list[Difference]:
    found = []
    for name, value in _given(reading).items():
        before = getattr(case, name)
        if before != value:
            found.append(
                Difference(
                    key=f"field:{name}",
                    label=FIELDS[name].label,
                    where=reading.cells.get(name, ""),
                    before=write_value(before),
                    after=write_value(value),
                )
            )
    return found


def _given(reading: IntakeReading) -> dict[str, FieldValue]:
    """Return what the ministry filled in; an empty cell never wipes out a known fact."""
    given: dict[str, FieldValue] = {
        name: value
        for name, value in reading.fields.items()
        if name in FIELDS and value not in (None, "")
    }
    contact = reading.fields.get("contact")
    if contact:
        given["recipient_name"] = contact
    return given


def _shift_differences(case: Case, reading: IntakeReading) -> list[Difference]:
    kept = {shift.province: shift for shift in case.shifts}
    return [
        Difference(
            key=f"shift:{shift.province}",
            label=f"Verdeling {BY_CODE[shift.province].name} (nu → voornemen)",
            where="Verdeling",
            before=_amounts(kept.get(shift.province)),
            after=_amounts(shift),
        )
        for shift in reading.shifts
        if kept.get(shift.province) != shift
    ]


def _amounts(shift: Shift | None) -> str:
    if shift is None:
        return "onbekend"
    return f"{write_fte(shift.before)} → {write_fte(shift.after)} fte"


def _location_differences(kept: list[Location], reading: IntakeReading) -> list[Difference]:
    known = {location.name.casefold() for location in kept}
    return [
        Difference(
            key=f"location:{row.row}",
            label=f"Locatie {row.name}",
            where=f"Locaties!A{row.row}",
            before="niet in de vergelijking",
            after=", ".join(filter(None, (row.municipality, write_fte(row.fte) + " fte"))),
        )
        for row in reading.locations
        if row.name.casefold() not in known
    ]


def _merged(case: Case, reading: IntakeReading, wanted: set[str]) -> Case:
    fields = {
        name: value for name, value in _given(reading).items() if f"field:{name}" in wanted
    }
    rows = {shift.province: shift for shift in case.shifts}
    for shift in reading.shifts:
        if f"shift:{shift.province}" in wanted:
            rows[shift.province] = shift
    shifts = tuple(rows[code] for code in sorted(rows))
    merged = replace(case, shifts=shifts, **fields)  # type: ignore[arg-type]  # FIELDS
    if "notice_on" in fields and not case.judged_on_reason and merged.notice_on:
        merged = replace(merged, judged_on=merged.notice_on)
    return merged


def _location(context: Context, case: Case, row: ReadLocation) -> Location:
    present = locations.list_locations(context.store, case.id)
    return Location(
        id=context.new_id(),
        case_id=case.id,
        position=max((one.position for one in present), default=0) + 1,
        name=row.name,
        municipality=row.municipality,
        province=row.province,
        fte=row.fte,
        regional_interest=row.regional_interest,
        ready_on=row.ready_on,
    )
