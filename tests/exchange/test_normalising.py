"""What people type as numbers and dates is read by a grammar, never by guessing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.fte import Fte
from workbench.domain.notation import write_date, write_fte
from workbench.exchange.cells import CellKind, CellValue, ReadCell
from workbench.exchange.normalising import (
    normalise_date,
    normalise_fte,
    normalise_text,
    normalise_year,
)


def text(value: str) -> ReadCell:
    return ReadCell(value, CellKind.TEXT)


def number(value: CellValue) -> ReadCell:
    return ReadCell(value, CellKind.NUMBER)


@pytest.mark.parametrize(
    ("typed", "hundredths"),
    [
        ("12,5", 1250),
        ("1.234,5", 123450),
        ("1 234,5", 123450),
        ("1\u00a0234,5", 123450),
        ("1\u202f234", 123400),
        ("1.234.567", None),
        ("1.234.56", None),
        ("  12  ", 1200),
        ("'12", 1200),
        ("12,5 fte", 1250),
        ("１２", 1200),
        ("+12", 1200),
        ("12\u200b", 1200),
        ("12²", None),
        ("½", None),
        ("12 5", None),
        ("1e3", None),
        ("(12)", None),
        ("12,5%", None),
        ("€ 12,50", None),
        ("−12", None),
        ("geen", None),
    ],
)
def test_text_is_read_as_fte_by_the_dutch_grammar(
    typed: str, hundredths: int | None
) -> None:
    found = normalise_fte(text(typed))

    assert found.value == (None if hundredths is None else Fte(hundredths))
    assert bool(found.note) is (hundredths is not None)
    assert bool(found.problem) is (hundredths is None)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("1.234", "“1.234” kan 1.234 of 1,234 betekenen. Wat bedoelt u?"),
        ("1,234", "“1,234” kan 1.234 of 1,234 betekenen. Wat bedoelt u?"),
        ("12.5", "“12.5” heeft een punt als decimaalteken. Bedoelt u 12,5?"),
        ("1,234.5", "“1,234.5” heeft een punt als decimaalteken. Bedoelt u 1234,5?"),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked(typed: str, asked: str) -> None:
    found = normalise_fte(text(typed))

    assert found.value is None
    assert found.problem == asked


@pytest.mark.parametrize("typed", ["", "-", "–", "n.v.t.", "NVT", "?", "p.m.", "onbekend"])
def test_no_answer_is_unknown_and_never_zero(typed: str) -> None:
    found = normalise_fte(text(typed))

    assert found.value is None
    assert found.problem == ""
    assert found.note == (f"“{typed}” telt als niet opgegeven." if typed else "")


def test_noise_of_a_calculation_is_no_rounding() -> None:
    assert normalise_fte(number(12.499999999999998)).value == Fte.of("12.5")
    assert normalise_fte(number(12.499999999999998)).note == ""


def test_more_than_two_decimals_are_rounded_and_said() -> None:
    found = normalise_fte(number(12.345))

    assert found.value == Fte.of("12.35")
    assert found.note == "“12,345” is afgerond op 12,35 fte."


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (number(1e300), "“1e+300” is hoger dan 500.000 fte."),
        (text("9" * 30), f"“{'9' * 30}” is geen getal."),
        (number(-1), "“-1” is kleiner dan 0."),
        (number(1e9), "“1000000000,0” is hoger dan 500.000 fte."),
        (ReadCell(True, CellKind.TRUTH), "“WAAR” is geen getal."),
        (ReadCell("#REF!", CellKind.ERROR), "De cel bevat de formulefout #REF!."),
        (
            ReadCell(date(2026, 2, 1), CellKind.DATE),
            (
                "“1 februari 2026” is geen getal. Excel heeft er misschien zelf een datum "
                "van gemaakt."
            ),
        ),
        (
            ReadCell(None, CellKind.UNCALCULATED, "=A1"),
            (
                "De cel bevat een formule zonder uitkomst. Open het bestand in Excel, sla "
                "het op en stuur het opnieuw."
            ),
        ),
    ],
)
def test_what_is_no_amount_is_named(cell: ReadCell, problem: str) -> None:
    assert normalise_fte(cell).problem == problem


@pytest.mark.parametrize(
    "typed", ["31-12-2026", "31/12/2026", "31 december 2026", "31 dec. 2026", "2026-12-31"]
)
def test_a_typed_day_is_read(typed: str) -> None:
    assert normalise_date(text(typed)).value == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (text("31-02-2026"), "“31-02-2026” is geen datum."),
        (text("12/31/2026"), "“12/31/2026” is geen datum."),
        (text("31-12-26"), "“31-12-26” heeft een jaar van twee cijfers."),
        (text("1-1-1950"), "“1-1-1950” ligt niet tussen 2000 en 2100."),
        (number(46387), "“46387” is geen datum. Bedoelt u 31 december 2026?"),
    ],
)
def test_what_is_no_day_is_named(cell: ReadCell, problem: str) -> None:
    assert normalise_date(cell).problem == problem


def test_a_year_is_a_number_of_four_digits() -> None:
    assert normalise_year(number(2027)).value == 2027
    assert normalise_year(number(2027.0)).value == 2027
    assert normalise_year(text("2027")).value == 2027
    assert normalise_year(text("'27")).problem == "“'27” is geen jaar."
    assert normalise_year(number(27)).problem == "“27” is geen jaar."


def test_text_loses_invisible_signs_and_keeps_its_lines() -> None:
    found = normalise_text(text(" Frysla\u0302n\u200b\n\u202eregel \x07"), 100)

    assert found.value == "Fryslân\nregel"


def test_text_that_is_too_long_is_a_fault() -> None:
    assert normalise_text(text("x" * 101), 100).problem == (
        "De tekst heeft 101 tekens. Er passen er 100."
    )


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_any_number_ends_in_a_value_or_a_problem(stored: float) -> None:
    for normalise in (normalise_fte, normalise_date, normalise_year):
        found = normalise(number(stored))

        assert (found.value is None) is (found.problem != "")


@given(st.integers(min_value=0, max_value=50_000_000))
def test_every_amount_as_we_write_it_is_read_back_or_asked(hundredths: int) -> None:
    amount = Fte(hundredths)

    found = normalise_fte(text(write_fte(amount)))

    assert found.value in (amount, None)
    assert (found.value is None) is ("Wat bedoelt u?" in found.problem)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31)))
def test_every_day_as_we_write_it_is_read_back(day: date) -> None:
    assert normalise_date(text(write_date(day))).value == day


@given(st.text(max_size=40) | st.text("0123456789.,- ", max_size=40))
def test_any_text_ends_in_a_value_a_problem_or_nothing_given(typed: str) -> None:
    for normalise in (normalise_fte, normalise_date, normalise_year):
        found = normalise(text(typed))

        assert found.value is None or found.problem == ""
