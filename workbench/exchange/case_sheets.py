"""Builds the sheets of the workbook of one case."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.domain.answer import Answer
from workbench.domain.case import Case, Location
from workbench.domain.finding import Asked, Finding
from workbench.domain.fte import sum_fte
from workbench.domain.notation import write_date
from workbench.domain.place import BY_CODE
from workbench.domain.rule import Citation
from workbench.exchange import sheets
from workbench.exchange.exports import CaseExport
from workbench.exchange.sheets import Column, SheetValue
from workbench.exchange.wording import (
    ASK_STATES,
    BASES,
    OCCASIONS,
    OUTCOMES,
    SECTORS,
    STAGES,
)

_DIVISION = (
    Column(title="Provincie", width=30),
    Column(title="Vóór (fte)", width=18, is_number=True),
    Column(title="Na (fte)", width=18, is_number=True),
    Column(title="Wijziging (fte)", width=18, is_number=True, is_change=True),
)
_CRITERION = Column(title="Gezichtspunt", width=26)
_LOCATION_WIDTH = 36.0
_CRITERIA = (
    "Gemeente",
    "Provincie",
    "Regio",
    "Fte op deze locatie",
    "Voorkeur van het advies",
    "Regionaal belang",
    "Versterking van de regio",
    "Arbeidsmarkt",
    "Personeel",
    "Bereikbaarheid",
    "Huisvesting",
    "Gereed op",
    "Kosten",
)
_CHECKLIST = (
    Column(title="Vraag", width=40),
    Column(title="Stand", width=14),
    Column(title="Oordeel", width=18),
    Column(title="Waarde", width=12),
    Column(title="Toelichting", width=38),
    Column(title="Bron van het antwoord", width=18),
    Column(title="Naam", width=14),
    Column(title="Datum", width=16),
    Column(title="Bron van de vraag", width=24),
)
_FINDINGS = (
    Column(title="Bevinding", width=24),
    Column(title="Uitkomst", width=16),
    Column(title="Grondslag", width=11),
    Column(title="Wat er staat", width=44),
    Column(title="Omdat", width=34),
    Column(title="Beoordeeld door", width=16),
    Column(title="Beoordeeld op", width=16),
    Column(title="Bron", width=26),
)
_DOSSIER = (
    Column(title="Onderdeel", width=26),
    Column(title="Regel", width=36),
    Column(title="Gegeven", width=32),
    Column(title="Waarde", width=60),
)
_LOG = (
    Column(title="Moment", width=18),
    Column(title="Naam", width=18),
    Column(title="Handeling", width=34),
    Column(title="Veld", width=22),
    Column(title="Was", width=30),
    Column(title="Werd", width=30),
)
_TABLE_ROW = 5


def build_case(export: CaseExport) -> bytes:
    """Return the workbook of one case as an xlsx file."""
    case = export.case
    workbook = sheets.start_workbook(f"Casus {case.number}", export.provenance.exported_on)
    _write_pairs(workbook, export, "Casus", _case_lines(export))
    _write_table(workbook, export, "Verdeling", _DIVISION, _division_rows(case))
    _write_locations(workbook, export)
    asked = [_asked(each) for each in export.assessment.asked]
    _write_table(workbook, export, "Checklist", _CHECKLIST, asked)
    found = [_finding(each) for each in export.assessment.findings]
    _write_table(workbook, export, "Bevindingen", _FINDINGS, found)
    _write_table(workbook, export, "Dossier", _DOSSIER, [list(o) for o in export.dossier])
    log: list[list[SheetValue]] = [
        [line.at, line.name, line.action, line.field, line.before, line.after]
        for line in export.log
    ]
    _write_table(workbook, export, "Logboek", _LOG, log)
    _write_pairs(workbook, export, "Herkomst", _origin_lines(export))
    return sheets.save_workbook(workbook)


def _write_table(
    workbook: Workbook,
    export: CaseExport,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[SheetValue]],
) -> None:
    sheet = _start_sheet(workbook, export, title, len(columns))
    sheets.write_table(sheet, _TABLE_ROW, columns, rows)
    if not rows:
        note = sheets.put(sheet.cell(_TABLE_ROW + 1, 1), "Nog niets vastgelegd.")
        note.font = sheets.hint_font()
    sheets.set_print(sheet, f"Casus {export.case.number}")


def _write_locations(workbook: Workbook, export: CaseExport) -> None:
    """Write a column per location, so that each interest is a row of its own."""
    columns = [
        _CRITERION,
        *(
            Column(title=f"{number}. {location.name}", width=_LOCATION_WIDTH)
            for number, location in enumerate(export.locations, start=1)
        ),
    ]
    described = [_location(each) for each in export.locations]
    rows = [[name, *values] for name, *values in zip(_CRITERIA, *described, strict=True)]
    _write_table(workbook, export, "Locaties", columns, rows if described else [])


def _write_pairs(
    workbook: Workbook,
    export: CaseExport,
    title: str,
    lines: Sequence[tuple[str, SheetValue]],
) -> None:
    sheet = _start_sheet(workbook, export, title, 2)
    sheets.write_pairs(sheet, _TABLE_ROW, lines)
    sheets.set_print(sheet, f"Casus {export.case.number}", is_landscape=False)


def _start_sheet(
    workbook: Workbook, export: CaseExport, title: str, width: int
) -> Worksheet:
    sheet = workbook.create_sheet(title)
    case = export.case
    day = write_date(export.provenance.exported_on)
    subtitle = f"Casus {case.number} · {case.title} · stand op {day}"
    sheets.write_title(sheet, title, subtitle, width)
    if case.is_sample:
        sheets.mark_sample(sheet, width)
    return sheet


def _case_lines(export: CaseExport) -> list[tuple[str, SheetValue]]:
    case = export.case
    return [
        ("Kenmerk", case.number),
        ("Titel", case.title),
        ("Dienst of organisatieonderdeel", case.service),
        ("Ministerie", export.ministry),
        ("Sector", SECTORS[case.sector] if case.sector else None),
        ("Aanleiding", OCCASIONS[case.occasion] if case.occasion else None),
        ("Voornemen", case.intention),
        ("Fase", STAGES[case.stage]),
        ("Datum van de melding", case.notice_on),
        ("Peildag van de beoordeling", case.judged_on),
        ("Reden van een andere peildag", case.judged_on_reason),
        ("Peildatum van de cijfers", case.figures_on),
        ("Omvang vóór de wijziging (fte)", case.fte_before),
        ("Omvang na de wijziging (fte)", case.fte_after),
        ("Wijziging (fte)", case.change),
        ("Gepland jaar", case.planned_year),
        ("Uw kenmerk", case.their_reference),
        ("Datum van uw brief", case.their_letter_on),
        ("Behandelaar", case.handler),
        ("Bron", case.source),
        ("Conclusie van de toets", export.assessment.conclusion),
    ]


def _division_rows(case: Case) -> list[list[SheetValue]]:
    rows: list[list[SheetValue]] = [
        [_province(shift.province), shift.before, shift.after, shift.change]
        for shift in case.shifts
    ]
    if rows:
        before = sum_fte([shift.before for shift in case.shifts])
        after = sum_fte([shift.after for shift in case.shifts])
        change = sum_fte([shift.change for shift in case.shifts])
        rows.append(["Totaal van deze provincies", before, after, change])
    return rows


def _location(location: Location) -> list[SheetValue]:
    return [
        location.municipality,
        _province(location.province),
        location.region,
        location.fte,
        "ja" if location.is_preferred else "nee",
        location.regional_interest,
        location.strengthening,
        location.labour_market,
        location.staff,
        location.access,
        location.housing,
        location.ready_on,
        location.costs,
    ]


def _asked(asked: Asked) -> list[SheetValue]:
    question = asked.question
    return [
        question.text,
        ASK_STATES[asked.state],
        *_answer(asked, asked.answer),
        _citation(question.source),
    ]


def _answer(asked: Asked, answer: Answer | None) -> list[SheetValue]:
    if answer is None:
        return [None] * 6
    option = asked.question.option(answer.verdict)
    verdict = option.text if option else "" if answer.is_known else "weet ik nog niet"
    return [
        verdict,
        answer.value,
        answer.explanation,
        answer.source,
        answer.name,
        answer.day,
    ]


def _finding(finding: Finding) -> list[SheetValue]:
    return [
        finding.title,
        OUTCOMES[finding.outcome],
        BASES[finding.basis],
        finding.statement,
        "\n".join(f"{fact.label}: {fact.text}" for fact in finding.because),
        finding.judged_by,
        finding.judged_on,
        _citation(finding.source),
    ]


def _origin_lines(export: CaseExport) -> list[tuple[str, SheetValue]]:
    provenance, case = export.provenance, export.case
    lines: list[tuple[str, SheetValue]] = [
        ("Gemaakt op", provenance.exported_on),
        ("Gemaakt door", provenance.exported_by),
        ("Programma", provenance.program),
        ("Interne sleutel van de casus", case.id),
        ("Peildag van de beoordeling", case.judged_on),
        ("Regels (SHA-256)", export.assessment.rules_sha256),
        ("Leeg veld", "onbekend; een leeg veld betekent nooit 0"),
    ]
    for letter in export.letters:
        if letter.is_sealed:
            label = f"Brief {letter.number}, versie {letter.version} (SHA-256)"
            lines.append((label, letter.file))
    return lines


def _citation(source: Citation) -> str:
    parts = [source.title, source.place]
    if source.sentences:
        numbers = ", ".join(str(number) for number in source.sentences)
        parts.append(f"zin {numbers}")
    parts.append(source.note)
    return ", ".join(part for part in parts if part)


def _province(code: str | None) -> str:
    if code is None:
        return ""
    return BY_CODE[code].name if code in BY_CODE else code
