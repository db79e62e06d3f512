"""The yearly return of a ministry as data: its columns, its lines, and what it is."""

from dataclasses import dataclass
from datetime import date

from workbench.domain.dates import year_before
from workbench.domain.fte import Fte
from workbench.domain.notation import write_date
from workbench.domain.organisation import Ministry
from workbench.exchange import form_meta
from workbench.exchange.cells import ReadWorkbook
from workbench.exchange.form_identity import read_meta, verify_meta

TEMPLATE_ID = "fte-opgave"
TEMPLATE_VERSION = "1"
SHEET = "Opgave"
CHECK_SHEET = form_meta.CHECK_SHEET
HEADER_ROW = 5
FIRST_ROW = HEADER_ROW + 1
SPARE_ROWS = 40
FORECAST_YEARS = 4
MOST_FTE = 500_000
SAMPLE_TEXT = "VOORBEELD: deze opgave bevat verzonnen namen en cijfers."

ORGANISATION, SECTOR, PROVINCE, BEFORE, CIVIL, EXTERNAL = range(1, 7)
FIRST_FORECAST = EXTERNAL + 1
NOTE = FIRST_FORECAST + FORECAST_YEARS
INPUTS = range(CIVIL, NOTE)

_KEYS = (
    form_meta.TEMPLATE,
    form_meta.VERSION,
    "ministry",
    "reference_date",
    "issued_on",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnLine:
    """One line that the ministry is asked about.

    Attributes:
        sector: Its name as the list shows it.
        before: What was known a year earlier, civil servants and externals together.
    """

    organisation: str
    sector: str
    province: str
    before: Fte | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRequest:
    """What a ministry is asked to return.

    Attributes:
        reference_date: Day the figures must be about.
        organisations: Names that may be chosen.
        office: Who asks, with a way to reach them; may be empty.
        is_sample: It holds invented figures and says so.
    """

    ministry: Ministry
    reference_date: date
    issued_on: date
    lines: tuple[ReturnLine, ...]
    organisations: tuple[str, ...]
    office: str = ""
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnIssue:
    """What the hidden sheet of a return says.

    Attributes:
        ministry: Key of the ministry that it was sent to.
    """

    ministry: str
    reference_date: date
    issued_on: date


def headers(reference_date: date) -> tuple[str, ...]:
    """Return what stands above each column; units and days are part of it."""
    day = write_date(reference_date)
    first = reference_date.year + 1
    return (
        "Organisatie",
        "Sector",
        "Provincie",
        f"Vorige levering: {write_date(year_before(reference_date))} (fte)",
        f"Rijksambtenaren {day} (fte)",
        f"Externen {day} (fte)",
        *(f"Prognose {first + step} (fte)" for step in range(FORECAST_YEARS)),
        "Toelichting",
    )


def describe_return(request: ReturnRequest) -> dict[str, str]:
    """Return what the hidden sheet tells, with its checksum."""
    values = (
        TEMPLATE_ID,
        TEMPLATE_VERSION,
        request.ministry.key,
        request.reference_date.isoformat(),
        request.issued_on.isoformat(),
    )
    meta = dict(zip(_KEYS, values, strict=True))
    return {**meta, form_meta.CHECKSUM: form_meta.sum_meta(meta, _KEYS)}


def identify_return(workbook: ReadWorkbook) -> ReturnIssue | None:
    """Return which return came back, or `None` when the file is something else.

    Raises:
        WorkbookRefusedError: It is a return of another version, or what its hidden sheet
            says was changed.
    """
    meta = read_meta(workbook)
    if meta.get(form_meta.TEMPLATE) != TEMPLATE_ID:
        return None
    verify_meta(meta, TEMPLATE_VERSION, _KEYS)
    return ReturnIssue(
        ministry=meta["ministry"],
        reference_date=date.fromisoformat(meta["reference_date"]),
        issued_on=date.fromisoformat(meta["issued_on"]),
    )
