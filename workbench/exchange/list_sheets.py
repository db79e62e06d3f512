"""Builds the sheets of the case list."""

from collections.abc import Sequence

from workbench.domain.case import CaseSummary
from workbench.domain.place import BY_CODE
from workbench.exchange import sheets
from workbench.exchange.exports import Provenance
from workbench.exchange.sheets import Column, SheetValue
from workbench.exchange.wording import STAGES

_COLUMNS = (
    Column(title="Kenmerk", width=16),
    Column(title="Titel", width=44),
    Column(title="Dienst", width=34),
    Column(title="Fase", width=16),
    Column(title="Wijziging (fte)", width=16, is_number=True, is_change=True),
    Column(title="Provincies", width=30),
    Column(title="Datum melding", width=20),
    Column(title="Peildag van de beoordeling", width=20),
    Column(title="Behandelaar", width=22),
    Column(title="Soort", width=14),
)

_SAMPLES = "In deze lijst staan VOORBEELDEN: de kolom Soort zegt welke."


def build_case_list(rows: Sequence[CaseSummary], provenance: Provenance) -> bytes:
    """Return the case list as an xlsx file."""
    workbook = sheets.start_workbook("Casussen", provenance.exported_on)
    sheet = workbook.create_sheet("Casussen")
    subtitle = f"{len(rows)} casussen" if len(rows) != 1 else "1 casus"
    sheets.write_title(sheet, "Casussen", subtitle, len(_COLUMNS))
    if any(row.is_sample for row in rows):
        sheets.mark_sample(sheet, len(_COLUMNS), _SAMPLES)
    sheets.write_table(sheet, 5, _COLUMNS, [_row(row) for row in rows])
    sheets.set_print(sheet, "Casussen")
    origin = workbook.create_sheet("Herkomst")
    lines: list[tuple[str, SheetValue]] = [
        ("Gemaakt op", provenance.exported_on),
        ("Gemaakt door", provenance.exported_by),
        ("Programma", provenance.program),
        ("Selectie", provenance.selection or "alle casussen"),
        ("Aantal casussen", len(rows)),
        ("Leeg veld", "onbekend; een leeg veld betekent nooit 0"),
    ]
    sheets.write_title(origin, "Herkomst", "Waar deze gegevens vandaan komen", 2)
    sheets.write_pairs(origin, 5, lines)
    sheets.set_print(origin, "Casussen", is_landscape=False)
    return sheets.save_workbook(workbook)


def _row(case: CaseSummary) -> list[SheetValue]:
    return [
        case.number,
        case.title,
        case.service,
        STAGES[case.stage],
        case.change,
        ", ".join(_province(code) for code in case.provinces),
        case.notice_on,
        case.judged_on,
        case.handler,
        "VOORBEELD" if case.is_sample else "casus",
    ]


def _province(code: str) -> str:
    return BY_CODE[code].name if code in BY_CODE else code
