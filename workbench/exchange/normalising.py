"""Turns what someone typed in a cell into a value, or says why that cannot be done.

Nothing is guessed: what can be read in two ways is a problem that asks. What was changed
on the way is a note.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Generic, TypeVar

from workbench.domain.fte import Fte
from workbench.domain.notation import MINUS, read_date, write_date, write_fte, write_number
from workbench.exchange.cells import CellKind, CellValue, ReadCell
from workbench.exchange.intake_form import EARLIEST, LATEST, MOST_FTE
from workbench.exchange.serials import serial_day

_Value_co = TypeVar("_Value_co", covariant=True)

FTE_EXPECTED = "een aantal fte van 0 of hoger, zoals 1234,5"
DATE_EXPECTED = "een datum, zoals 8-5-2024"
YEAR_EXPECTED = "een jaar van vier cijfers, zoals 2027"
TEXT_EXPECTED = "tekst"

_SPACES = re.compile(r"[\s\u00a0\u202f\u2007\u2009]+")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_NOT_GIVEN = frozenset(
    ("-", "–", "—", "?", "n.v.t.", "n.v.t", "nvt", "n/a", "n.b.", "nb", "n.n.b.", "nnb")
) | {"p.m.", "pm", "onbekend", "nog onbekend", "niet bekend"}
_UNIT = re.compile(r" ?fte(['’]?s)?$", re.IGNORECASE)
_PLAIN = re.compile(r"\d+(,\d{1,2})?", re.ASCII)
_POINTS = re.compile(r"\d{1,3}(\.\d{3})+,\d{1,2}|\d{1,3}(\.\d{3}){2,}", re.ASCII)
_GAPS = re.compile(r"\d{1,3}( \d{3})+(,\d{1,2})?", re.ASCII)
_TWO_WAYS = re.compile(r"\d+\.\d+|\d+,\d{3,}|\d{1,3}(,\d{3})+\.\d+", re.ASCII)
_LONGEST_AMOUNT = 20
_YEAR = re.compile(r"\d{4}", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Normal(Generic[_Value_co]):
    """The outcome for one cell; without value and problem nothing was given.

    Attributes:
        problem: What is wrong, as a whole sentence; the value is then `None`.
        expected: What should stand there; only with a problem.
        note: What was done to read it; empty when it stood there as it is.
    """

    value: _Value_co | None = None
    problem: str = ""
    expected: str = ""
    note: str = ""


def clean(text: str) -> str:
    """Return text without invisible signs, composed, with full-width signs made plain."""
    if text.isascii() and text.isprintable():
        return text.strip()
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return "".join(_narrow(sign) for sign in visible).strip()


def show(cell: ReadCell | None) -> str:
    """Return what stands in a cell, as a message quotes it."""
    value = cell.value if cell else None
    if cell is None or value is None:
        return cell.formula if cell else ""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, date):
        return write_date(value)
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    return str(value)[:200]


def normalise_fte(cell: ReadCell | None) -> Normal[Fte]:
    """Return the amount of fte in a cell."""
    if cell is None:
        return Normal()
    if problem := _unusable(cell):
        return Normal(problem=problem, expected=FTE_EXPECTED)
    if isinstance(cell.value, str):
        return _fte_of_text(cell.value)
    if cell.kind is not CellKind.NUMBER or not isinstance(cell.value, int | float):
        return Normal(problem=_not("geen getal", cell), expected=FTE_EXPECTED)
    if abs(cell.value) > MOST_FTE.amount:
        return _out_of_range(cell, is_negative=cell.value < 0)
    exact = Decimal(repr(cell.value)).quantize(Decimal("1e-8"), rounding=ROUND_HALF_UP)
    rounded = exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    note = _formula_note(cell)
    if rounded != exact:
        written = write_number(rounded, 2)
        note = f"“{show(cell)}” is afgerond op {written} fte."
    return _within(Fte.of(rounded), cell, note)


def normalise_date(cell: ReadCell | None) -> Normal[date]:
    """Return the day in a cell."""
    if cell is None:
        return Normal()
    if problem := _unusable(cell):
        return Normal(problem=problem, expected=DATE_EXPECTED)
    if isinstance(cell.value, date):
        return _within_years(_day(cell.value), cell, _formula_note(cell))
    if isinstance(cell.value, str):
        return _date_of_text(cell)
    return Normal(
        problem=_not("geen datum", cell) + _guess_day(cell), expected=DATE_EXPECTED
    )


def normalise_year(cell: ReadCell | None) -> Normal[int]:
    """Return the year in a cell."""
    if cell is None:
        return Normal()
    if problem := _unusable(cell):
        return Normal(problem=problem, expected=YEAR_EXPECTED)
    if not isinstance(cell.value, str):
        return _year(cell.value, cell, _formula_note(cell))
    text = clean(cell.value)
    if is_not_given(text):
        return Normal(note=_not_given_note(text))
    year = int(text) if _YEAR.fullmatch(text) else None
    return _year(year, cell, f"De tekst “{text}” is gelezen als jaar.")


def normalise_text(cell: ReadCell | None, longest: int) -> Normal[str]:
    """Return the text in a cell; numbers and dates are written out with a note."""
    if cell is None:
        return Normal()
    if problem := _unusable(cell):
        return Normal(problem=problem, expected=TEXT_EXPECTED)
    text = clean(show(cell) if not isinstance(cell.value, str) else cell.value)
    if len(text) > longest:
        problem = f"De tekst heeft {len(text)} tekens. Er passen er {longest}."
        return Normal(problem=problem, expected=f"hoogstens {longest} tekens")
    if is_not_given(text):
        return Normal(note=_not_given_note(text))
    if isinstance(cell.value, str):
        return Normal(value=text, note=_formula_note(cell))
    return Normal(value=text, note=f"“{text}” is overgenomen als tekst.")


def is_not_given(text: str) -> bool:
    """Whether a text says that there is no answer; empty counts too."""
    return text == "" or text.casefold() in _NOT_GIVEN


def _fte_of_text(given: str) -> Normal[Fte]:
    text = _SPACES.sub(" ", clean(given)).replace(MINUS, "-")
    if is_not_given(text):
        return Normal(note=_not_given_note(text))
    bare = _UNIT.sub("", text.removeprefix("'").removeprefix("’")).removeprefix("+").strip()
    is_negative = bare.startswith("-")
    digits = bare.removeprefix("-").strip()
    if len(digits) > _LONGEST_AMOUNT:
        return Normal(problem=f"“{text[:50]}” is geen getal.", expected=FTE_EXPECTED)
    if _TWO_WAYS.fullmatch(digits):
        return Normal(problem=_ask(text, digits), expected=FTE_EXPECTED)
    if not any(form.fullmatch(digits) for form in (_PLAIN, _POINTS, _GAPS)):
        return Normal(problem=f"“{text}” is geen getal.", expected=FTE_EXPECTED)
    plain = digits.replace(".", "").replace(" ", "").replace(",", ".")
    amount = Fte.of(f"-{plain}" if is_negative else plain)
    note = f"De tekst “{text}” is gelezen als {write_fte(amount)} fte."
    return _within(amount, ReadCell(text, CellKind.TEXT), note)


def _ask(text: str, digits: str) -> str:
    bare = digits.replace(".", "").replace(",", "")
    last = max(digits.rfind("."), digits.rfind(","))
    whole, rest = re.sub(r"[.,]", "", digits[:last]), digits[last + 1 :]
    if len(rest) == 3 and digits.count(".") + digits.count(",") == 1:
        return (
            f"“{text}” kan {write_number(Decimal(bare), 0)} of {whole},{rest} betekenen. "
            "Wat bedoelt u?"
        )
    return f"“{text}” heeft een punt als decimaalteken. Bedoelt u {whole},{rest}?"


def _within(amount: Fte, cell: ReadCell, note: str) -> Normal[Fte]:
    if amount.hundredths < 0 or amount > MOST_FTE:
        return _out_of_range(cell, is_negative=amount.hundredths < 0)
    return Normal(value=amount, note=note)


def _out_of_range(cell: ReadCell, *, is_negative: bool) -> Normal[Fte]:
    bound = "kleiner dan 0" if is_negative else f"hoger dan {write_fte(MOST_FTE)} fte"
    return Normal(problem=f"“{show(cell)}” is {bound}.", expected=FTE_EXPECTED)


def _date_of_text(cell: ReadCell) -> Normal[date]:
    text = _SPACES.sub(" ", clean(str(cell.value)))
    if is_not_given(text):
        return Normal(note=_not_given_note(text))
    if _SHORT_YEAR.fullmatch(text):
        problem = f"“{text}” heeft een jaar van twee cijfers."
        return Normal(problem=problem, expected=DATE_EXPECTED)
    try:
        day = read_date(text)
    except ValueError:
        return Normal(problem=f"“{text}” is geen datum.", expected=DATE_EXPECTED)
    return _within_years(day, cell, f"De tekst “{text}” is gelezen als {write_date(day)}.")


def _within_years(day: date, cell: ReadCell, note: str) -> Normal[date]:
    if EARLIEST <= day <= LATEST:
        return Normal(value=day, note=note)
    problem = f"“{show(cell)}” ligt niet tussen 2000 en 2100."
    return Normal(problem=problem, expected=DATE_EXPECTED)


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _year(value: CellValue, cell: ReadCell, note: str) -> Normal[int]:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and value in range(EARLIEST.year, LATEST.year + 1):
        return Normal(value=int(str(value).partition(".")[0]), note=note)
    return Normal(problem=_not("geen jaar", cell), expected=YEAR_EXPECTED)


def _guess_day(cell: ReadCell) -> str:
    """Return a question when a bare number may be the serial of a day."""
    if isinstance(cell.value, bool) or not isinstance(cell.value, int):
        return ""
    day = serial_day(cell.value)
    if day is None or not EARLIEST <= day <= LATEST:
        return ""
    return f" Bedoelt u {write_date(day)}?"


def _unusable(cell: ReadCell) -> str:
    if cell.kind is CellKind.ERROR:
        return f"De cel bevat de formulefout {cell.value}."
    if cell.kind is CellKind.UNCALCULATED:
        return (
            "De cel bevat een formule zonder uitkomst. Open het bestand in Excel, sla het "
            "op en stuur het opnieuw."
        )
    return ""


def _formula_note(cell: ReadCell) -> str:
    if not cell.formula:
        return ""
    return f"De uitkomst “{show(cell)}” van een formule is overgenomen."


def _not_given_note(text: str) -> str:
    return f"“{text}” telt als niet opgegeven." if text else ""


def _not(what: str, cell: ReadCell) -> str:
    hint = " Excel heeft er misschien zelf een datum van gemaakt."
    return f"“{show(cell)}” is {what}." + (hint if cell.kind is CellKind.DATE else "")


def _narrow(sign: str) -> str:
    is_wide = unicodedata.east_asian_width(sign) == "F"
    return unicodedata.normalize("NFKC", sign) if is_wide else sign
