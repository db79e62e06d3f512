"""The yearly return of a ministry as data: its columns, its lines, and what it is."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.domain.dates import year_before
from workbench.domain.fte import Fte
from workbench.domain.notation import write_date
from workbench.domain.organisation import Ministry
from workbench.exchange import form_meta
from workbench.exchange.cells import CellKind, ReadCell, ReadWorkbook
from workbench.exchange.form_identity import read_meta, verify_meta
from workbench.exchange.normalising import clean, show
from workbench.exchange.refusals import refusal

TEMPLATE_ID = "fte-opgave"
TEMPLATE_VERSION = "1"
SHEET = "Opgave"
CHECK_SHEET = form_meta.CHECK_SHEET
SENT_SHEET = "Verstuurd"
QUESTION_SHEET = "Vragen"
HEADER_ROW = 5
FIRST_ROW = HEADER_ROW + 1
SPARE_ROWS = 40
FORECAST_YEARS = 4
SAMPLE_TEXT = "VOORBEELD: deze opgave bevat verzonnen namen en cijfers."

ORGANISATION, SECTOR, PROVINCE, BEFORE, CIVIL, EXTERNAL = range(1, 7)
FIRST_FORECAST = EXTERNAL + 1
NOTE = FIRST_FORECAST + FORECAST_YEARS
INPUTS = range(CIVIL, NOTE)
ANSWER = 13
KEYS = (ORGANISATION, SECTOR, PROVINCE)

LineKey = tuple[str, str, str]
_META_KEYS = (
    form_meta.TEMPLATE,
    form_meta.VERSION,
    "ministry",
    "reference_date",
    "issued_on",
    "is_sample",
    "lines",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnLine:
    """One line that the ministry is asked about.

    Attributes:
        sector: Its name as the list shows it.
        before: What was known a year earlier, civil servants and externals together.
        amounts: What is known already of each column of `INPUTS`.
    """

    organisation: str
    sector: str
    province: str
    before: Fte | None = None
    amounts: tuple[Fte | None, ...] = (None,) * len(INPUTS)

    @property
    def key(self) -> LineKey:
        """What it is about, whatever the capitals."""
        return fold_key(self.organisation, self.sector, self.province)


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
        sent: The lines as they went out.
        is_sample: It went out with invented figures.
    """

    ministry: str
    reference_date: date
    issued_on: date
    sent: tuple[ReturnLine, ...] = ()
    is_sample: bool = False


def fold_key(organisation: str, sector: str, province: str) -> LineKey:
    """Return what a line is about, so that capitals and spaces do not matter."""
    return (
        clean(organisation).casefold(),
        clean(sector).casefold(),
        clean(province).casefold(),
    )


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
        "ja" if request.is_sample else "nee",
        sum_lines(request.lines),
    )
    meta = dict(zip(_META_KEYS, values, strict=True))
    return {**meta, form_meta.CHECKSUM: form_meta.sum_meta(meta, _META_KEYS)}


def write_sent(line: ReturnLine) -> tuple[str | Fte | None, ...]:
    """Return the cells of a line on the hidden sheet of what was sent."""
    return (line.organisation, line.sector, line.province, line.before, *line.amounts)


def sum_lines(lines: Sequence[ReturnLine]) -> str:
    """Return the checksum over the lines as they went out."""
    texts = ["\t".join(map(_sum_text, write_sent(line))) for line in lines]
    return hashlib.sha256("\n".join(texts).encode("utf-8")).hexdigest()


def _sum_text(cell: str | Fte | None) -> str:
    return str(cell.hundredths) if isinstance(cell, Fte) else clean(cell or "")


def identify_return(workbook: ReadWorkbook) -> ReturnIssue | None:
    """Return which return came back, or `None` when the file is something else.

    Raises:
        WorkbookRefusedError: It is a return of another version, or what its hidden sheets
            say was changed.
    """
    meta = read_meta(workbook)
    if meta.get(form_meta.TEMPLATE) != TEMPLATE_ID:
        return None
    verify_meta(meta, TEMPLATE_VERSION, _META_KEYS)
    sent = _read_sent(workbook)
    if sum_lines(sent) != meta["lines"]:
        raise refusal("kenmerk-gewijzigd")
    return ReturnIssue(
        ministry=meta["ministry"],
        reference_date=date.fromisoformat(meta["reference_date"]),
        issued_on=date.fromisoformat(meta["issued_on"]),
        sent=sent,
        is_sample=meta["is_sample"] == "ja",
    )


def _read_sent(workbook: ReadWorkbook) -> tuple[ReturnLine, ...]:
    sheet = workbook.sheet(SENT_SHEET)
    cells = sheet.cells if sheet else {}
    rows = sorted({row for row, _ in cells if row > 1})
    return tuple(
        ReturnLine(
            organisation=show(cells.get((row, ORGANISATION))),
            sector=show(cells.get((row, SECTOR))),
            province=show(cells.get((row, PROVINCE))),
            before=number_in(cells.get((row, BEFORE))),
            amounts=tuple(number_in(cells.get((row, column))) for column in INPUTS),
        )
        for row in rows
    )


def number_in(cell: ReadCell | None) -> Fte | None:
    """Return the amount of a cell that holds a number; `None` for any other."""
    if cell is None or cell.kind is not CellKind.NUMBER:
        return None
    assert isinstance(cell.value, int | float)
    return Fte.of(str(round(cell.value, 2)))
