"""Makes the workbooks that leave the office: the case list and one case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.domain.case import Case, CaseSummary, Location
from workbench.domain.finding import Assessment
from workbench.domain.letter import LetterRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One change as the sheet "Logboek" shows it, already in words.

    Attributes:
        at: Moment, as the log shows it.
        before: Empty when there was nothing.
    """

    at: str
    name: str
    action: str
    field: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where an export comes from, for the sheet "Herkomst".

    Attributes:
        exported_on: The day of the export; it also dates the file.
        selection: Which cases were asked for, in words; for the case list.
    """

    exported_on: date
    program: str
    exported_by: str = ""
    selection: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseExport:
    """Everything the workbook of one case shows.

    Attributes:
        ministry: Name of the ministry on the case's day; empty when unknown.
        log: Oldest first.
        dossier: Instrument, record, field and value, in words.
    """

    case: Case
    ministry: str
    assessment: Assessment
    provenance: Provenance
    locations: Sequence[Location] = ()
    log: Sequence[LogLine] = ()
    letters: Sequence[LetterRecord] = ()
    dossier: Sequence[tuple[str, str, str, str]] = ()


def write_case_list(rows: Sequence[CaseSummary], provenance: Provenance) -> bytes:
    """Return the case list as an xlsx file, in the order of `rows`."""
    # openpyxl is heavy: it is loaded when a workbook is made
    from workbench.exchange.list_sheets import build_case_list  # noqa: PLC0415

    return build_case_list(rows, provenance)


def write_case(export: CaseExport) -> bytes:
    """Return one case with everything that belongs to it as an xlsx file."""
    # openpyxl is heavy: it is loaded when a workbook is made
    from workbench.exchange.case_sheets import build_case  # noqa: PLC0415

    return build_case(export)
