"""What came back from a ministry: typed values, and every cell that needs attention."""

from dataclasses import dataclass, field
from datetime import date

from workbench.domain.case import Occasion, Shift
from workbench.domain.fte import Fte
from workbench.domain.organisation import Ministry, Sector

FieldValue = str | date | int | Fte | Sector | Occasion | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeExpectation:
    """Which workbook should come back.

    Attributes:
        case_id: `None` when any case will do; empty for a workbook without a case.
        ministry: Key of the ministry it was sent to; empty when any will do.
        ministries: Those that could be chosen, on the day of the case.
    """

    ministries: tuple[Ministry, ...]
    case_id: str | None = None
    ministry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeMeta:
    """What the hidden sheet says about the issue that came back."""

    template_version: str
    case_id: str
    case_number: str
    ministry: str
    issued_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One cell that is not as it should be: to be mended before use, or to be asked about.

    Attributes:
        cell: Address such as "B7"; empty when it is about the whole sheet.
        value: What was found there.
        message: What is wrong, with sheet and cell, as the user reads it.
        code: Of the check on the sheet "Controles"; empty for what no formula can see.
    """

    sheet: str
    cell: str
    value: str
    expected: str
    message: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that was done or noticed while reading; no fault.

    Attributes:
        sheet: Empty when it is about the whole file.
    """

    sheet: str
    cell: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLocation:
    """One row of the sheet "Locaties"; `row` is its number there."""

    row: int
    name: str
    municipality: str = ""
    province: str | None = None
    fte: Fte | None = None
    regional_interest: str = ""
    ready_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeReading:
    """A read intake workbook.

    Attributes:
        fields: Value of every field of the form; `None` when not given or faulty. The
            ministry is its key.
        cells: Where each field was found, as in "Casus!B7".
        shifts: Provinces for which at least one amount was given.
        faults: Nothing can be taken in before these are mended.
        questions: To ask the ministry; they stop nothing.
    """

    meta: IntakeMeta
    fields: dict[str, FieldValue]
    cells: dict[str, str] = field(default_factory=dict)
    shifts: tuple[Shift, ...] = ()
    locations: tuple[ReadLocation, ...] = ()
    faults: tuple[Fault, ...] = ()
    questions: tuple[Fault, ...] = ()
    notes: tuple[Remark, ...] = ()
