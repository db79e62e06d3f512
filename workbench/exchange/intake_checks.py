"""What is checked of a returned intake: once as a rule, and the same as a formula.

The formulas stand on the sheet "Controles", so that a ministry sees before sending what
the program would find. A test holds each formula against its rule. What no formula can see,
such as a text that can be read in two ways, the program finds besides.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from workbench.exchange import intake_form as form
from workbench.exchange.cells import CellKind, ReadCell
from workbench.exchange.intake_counting import (
    FormCells,
    Formula,
    count,
    count_doubles,
    count_needed,
    count_totals,
    count_without_first,
)
from workbench.exchange.intake_form import Field, FieldKind
from workbench.exchange.normalising import clean, show
from workbench.exchange.serials import day_serial, serial_day

_Applies = Callable[[Field, ReadCell | None, Sequence[str]], bool]
_FTE, _DATE, _YEAR = FieldKind.FTE, FieldKind.DATE, FieldKind.YEAR
_UNKNOWN = '"eerst de formulefouten herstellen"'


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeCheck:
    """One check.

    Attributes:
        is_fault: It must be mended; else it is a question.
        advice: What the ministry can do.
        brief: The same about one cell.
        formula: Counts what is found.
        applies: Whether one cell is found; `None` when it is about a row or sheet, which
            the reading finds by this code.
    """

    code: str
    is_fault: bool
    title: str
    advice: str
    brief: str
    formula: Formula
    applies: _Applies | None = None

    @property
    def kind(self) -> str:
        """What a ministry calls it."""
        return "Fout" if self.is_fault else "Vraag"


def find_check(
    field: Field, cell: ReadCell | None, choices: Sequence[str]
) -> IntakeCheck | None:
    """Return the first check that says something of a cell."""
    return next(
        (one for one in CHECKS if one.applies and one.applies(field, cell, choices)), None
    )


def is_blank(cell: ReadCell | None) -> bool:
    """Whether nothing but spaces stands there."""
    return clean(show(cell)) == ""


def write_formula(check: IntakeCheck, cells: FormCells) -> str:
    """Return the formula of a check, with words for when it cannot count."""
    return f"=IFERROR({check.formula(cells)},{_UNKNOWN})"


def _number(cell: ReadCell | None) -> float | None:
    is_number = cell is not None and cell.kind is CellKind.NUMBER
    value = cell.value if cell and is_number else None
    return value if isinstance(value, int | float) else None


def _is_text(field: Field, cell: ReadCell | None, _choices: Sequence[str]) -> bool:
    kinds = (CellKind.TEXT, CellKind.TRUTH)
    is_text = cell is not None and cell.kind in kinds and not is_blank(cell)
    return is_text and field.kind in (_FTE, _DATE, _YEAR)


def _is_below(field: Field, cell: ReadCell | None, _choices: Sequence[str]) -> bool:
    number = _number(cell)
    return field.kind is _FTE and number is not None and number < 0


def _is_above(field: Field, cell: ReadCell | None, _choices: Sequence[str]) -> bool:
    number = _number(cell)
    return field.kind is _FTE and number is not None and number > form.MOST_FTE.amount


def _is_no_day(field: Field, cell: ReadCell | None, _choices: Sequence[str]) -> bool:
    if field.kind is not _DATE or cell is None:
        return False
    number = _number(cell)
    found = cell.value if number is None else serial_day(number)
    if number is None and not isinstance(found, date):
        return False
    day = found.date() if isinstance(found, datetime) else found
    return not (isinstance(day, date) and form.EARLIEST <= day <= form.LATEST)


def _is_no_year(field: Field, cell: ReadCell | None, _choices: Sequence[str]) -> bool:
    number = _number(cell)
    years = range(form.EARLIEST.year, form.LATEST.year + 1)
    return field.kind is _YEAR and number is not None and number not in years


def _is_no_choice(field: Field, cell: ReadCell | None, choices: Sequence[str]) -> bool:
    if field.kind is not FieldKind.CHOICE or is_blank(cell):
        return False
    return show(cell).casefold() not in {choice.casefold() for choice in choices}


def _is_long(field: Field, cell: ReadCell | None, _choices: Sequence[str]) -> bool:
    if field.kind not in (FieldKind.TEXT, FieldKind.LONG_TEXT) or cell is None:
        return False
    return isinstance(cell.value, str) and len(cell.value) > form.LONGEST[field.kind]


CHECKS: tuple[IntakeCheck, ...] = (
    IntakeCheck(
        code="formulefout",
        is_fault=True,
        title="Cellen met een formulefout",
        advice="Haal de formule weg en typ de waarde zelf.",
        brief="Formulefout.",
        formula=count("--ISERROR({x})", *FieldKind),
        applies=lambda _field, cell, _choices: bool(cell and cell.kind is CellKind.ERROR),
    ),
    IntakeCheck(
        code="negatief",
        is_fault=True,
        title="Cellen met een aantal fte onder nul",
        advice="Vul een aantal van 0 of hoger in.",
        brief="Aantal onder nul.",
        formula=count("ISNUMBER({x})*({x}<0)", _FTE),
        applies=_is_below,
    ),
    IntakeCheck(
        code="te-hoog",
        is_fault=True,
        title="Cellen met meer dan 500.000 fte",
        advice="Vul het aantal fte in, geen bedrag of code.",
        brief="Aantal te hoog.",
        formula=count(f"ISNUMBER({{x}})*({{x}}>{form.MOST_FTE.amount:.0f})", _FTE),
        applies=_is_above,
    ),
    IntakeCheck(
        code="datum",
        is_fault=True,
        title="Datums die niet tussen 2000 en 2100 liggen",
        advice="Vul dag, maand en een jaar van vier cijfers in, zoals 8-5-2024.",
        brief="Datum buiten bereik.",
        formula=count(
            f"ISNUMBER({{x}})*((({{x}}<{day_serial(form.EARLIEST)})"
            f"+({{x}}>={day_serial(form.LATEST) + 1}))>0)",
            _DATE,
        ),
        applies=_is_no_day,
    ),
    IntakeCheck(
        code="jaar",
        is_fault=True,
        title="Een gepland jaar dat geen heel jaar tussen 2000 en 2100 is",
        advice="Vul een jaar van vier cijfers in, zoals 2027.",
        brief="Geen jaar.",
        formula=count(
            f"ISNUMBER({{x}})*((({{x}}<{form.EARLIEST.year})+({{x}}>{form.LATEST.year})"
            "+({x}<>INT(N({x}))))>0)",
            _YEAR,
        ),
        applies=_is_no_year,
    ),
    IntakeCheck(
        code="niet-in-lijst",
        is_fault=True,
        title="Keuzes die niet zo in de lijst staan",
        advice="Kies een waarde uit de lijst.",
        brief="Staat niet zo in de lijst, maar is wel herkend.",
        formula=count('(TRIM({x})<>"")*(COUNTIF({list},{x})=0)', FieldKind.CHOICE),
        applies=_is_no_choice,
    ),
    IntakeCheck(
        code="te-lang",
        is_fault=True,
        title="Teksten die te lang zijn",
        advice="Gebruik hoogstens 200 tekens, of 4.000 in een groot vak.",
        brief="Tekst te lang.",
        formula=count("--(LEN({x})>{most})", FieldKind.TEXT, FieldKind.LONG_TEXT),
        applies=_is_long,
    ),
    IntakeCheck(
        code="zonder-provincie",
        is_fault=True,
        title="Verdeling: rijen met fte zonder provincie",
        advice="Zet de naam van de provincie terug in de eerste kolom.",
        brief="Bij deze fte staat geen provincie.",
        formula=count_without_first(form.DIVISION_SHEET),
    ),
    IntakeCheck(
        code="dubbele-provincie",
        is_fault=True,
        title="Verdeling: provincies die al eerder staan",
        advice="Noem elke provincie één keer.",
        brief="Staat er twee keer.",
        formula=count_doubles,
    ),
    IntakeCheck(
        code="zonder-naam",
        is_fault=True,
        title="Locaties: rijen zonder naam van de locatie",
        advice="Vul de naam van de locatie in, of maak de rij leeg.",
        brief="Deze locatie heeft geen naam.",
        formula=count_without_first(form.LOCATION_SHEET),
    ),
    IntakeCheck(
        code="tekst",
        is_fault=False,
        title="Cellen met tekst waar een getal of datum hoort",
        advice="Typ alleen het getal of de datum. Weet u het nog niet, laat dan leeg.",
        brief="Tekst in plaats van een getal of datum.",
        formula=count('(TRIM({x})<>"")*(1-ISNUMBER({x}))', _FTE, _DATE, _YEAR),
        applies=_is_text,
    ),
    IntakeCheck(
        code="leeg",
        is_fault=False,
        title="Casus: velden die nodig zijn en nog leeg zijn",
        advice="Vul in wat u al weet. Wat u nog niet weet, vragen wij later.",
        brief="Dit veld is nog leeg.",
        formula=count_needed,
        applies=lambda field, cell, _choices: field.is_needed and is_blank(cell),
    ),
    IntakeCheck(
        code="totaal",
        is_fault=False,
        title="Verdeling: totalen die anders zijn dan op het blad Casus",
        advice="Kijk of alle provincies zijn ingevuld en of het totaal klopt.",
        brief="De provincies zijn samen niet het totaal.",
        formula=count_totals,
    ),
)
BY_CODE = {check.code: check for check in CHECKS}
