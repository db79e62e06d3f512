"""Published tables are recognised as they are published, and doubts are questions."""

from datetime import date

import pytest

from tests.exchange.tables import USUAL, Rows, amounts, book_of, read_first, read_rows
from workbench.domain.fte import Fte
from workbench.exchange.table_layout import Use, guess_layout

TITLE = ["Fte per provincie op 1 januari 2023"]
LIMBURG = [
    "Totaal",
    "Defensie",
    "Justitie",
    "Politie",
    "Rechtspraak",
    "Ministeries",
    "Bestuursorganen",
]


def test_limburg_of_2023_reads_to_the_right_sectors() -> None:
    rows: Rows = [
        ["Rijkswerkgelegenheid, stand 1 januari 2023"],
        [],
        ["Provincie", *LIMBURG],
        ["Limburg", 12691, 1599, 883, 3362, 789, 3248, 2810],
    ]

    reading = read_rows(rows)

    found = {value.sector: value for value in reading.values}
    assert {sector: value.value for sector, value in found.items()} == {
        "totaal": Fte.of(12691),
        "defensie": Fte.of(1599),
        "dji": Fte.of(883),
        "nationale_politie": Fte.of(3362),
        "rechtspraak": Fte.of(789),
        "ministeries": Fte.of(3248),
        "zbo": Fte.of(2810),
    }
    assert found["dji"].place == "PV31"
    assert found["dji"].reference_date == date(2023, 1, 1)
    assert found["dji"].cell == "Blad1!D4"
    assert (reading.faults, reading.unknown_words) == ((), ())


def test_sectors_may_stand_below_each_other_and_provinces_beside() -> None:
    reading = read_rows(
        [
            TITLE,
            ["Sector \\ Provincie", "Fryslân", "N-Brabant", "Totaal"],
            ["Defensie", 1, 2, 3],
            ["Totaal", 4, 5, 9],
        ]
    )

    assert amounts(reading)["PV30", "defensie", 2023] == Fte.of(2)
    assert amounts(reading)["NL", "totaal", 2023] == Fte.of(9)


@pytest.mark.parametrize("merged", [[(2, 2, 2, 3), (2, 4, 2, 5), (2, 1, 3, 1)], []])
def test_a_group_name_holds_for_all_columns_below_it(
    merged: list[tuple[int, int, int, int]],
) -> None:
    top = ["Provincie" if merged else None, 2022, None, 2023, None]
    below = [None if merged else "Provincie", "Defensie", "Politie", "Defensie", "Politie"]

    reading = read_first(
        book_of([["Een titel"], top, below, ["Drenthe", 1, 2, 3, 4]], merged=merged)
    )

    assert amounts(reading) == {
        ("PV22", "defensie", 2022): Fte.of(1),
        ("PV22", "nationale_politie", 2022): Fte.of(2),
        ("PV22", "defensie", 2023): Fte.of(3),
        ("PV22", "nationale_politie", 2023): Fte.of(4),
    }


def test_years_may_be_columns_or_rows() -> None:
    columns = read_rows([["Provincie", 2022, "2023"], ["Drenthe", 1, 2], ["Utrecht", 3, 4]])
    rows = read_rows([["Jaar", "Drenthe", "Utrecht"], [2022, 1, 3], ["2023", 2, 4]])

    assert amounts(columns) == amounts(rows)
    assert amounts(rows)["PV26", "totaal", 2023] == Fte.of(4)


def test_figures_that_look_like_years_are_still_figures() -> None:
    rows: Rows = [
        ["Provincie", 2022, 2023],
        ["Drenthe", 2010, 2020],
        ["Utrecht", 2030, 2040],
    ]

    assert amounts(read_rows(rows))["PV22", "totaal", 2022] == Fte.of(2010)


def test_a_forecast_column_is_about_its_year_and_starts_at_the_date_asked() -> None:
    rows: Rows = [["Provincie", "2023", "Prognose 2027"], ["Drenthe", 1, 2]]
    book = book_of(rows)
    layout = guess_layout(book.sheets[0], USUAL)

    reading = read_first(book, reference_date="2023-01-01")

    assert layout is not None
    assert layout.missing == (Use.REFERENCE_DATE,)
    assert [(v.horizon, v.value) for v in reading.values] == [
        (None, Fte.of(1)),
        (2027, Fte.of(2)),
    ]


def test_a_date_that_is_nowhere_is_asked_and_not_made_up() -> None:
    book = book_of([["Fte per provincie"], ["Provincie", "Defensie"], ["Drenthe", 1]])
    layout = guess_layout(book.sheets[0], USUAL)

    assert layout is not None
    assert layout.missing == (Use.REFERENCE_DATE,)
    assert [fault.code for fault in read_first(book).faults] == ["niet-bepaald"]
    assert len(read_first(book, reference_date="2024-01-01").values) == 1


def test_two_dates_in_a_title_tell_no_date() -> None:
    title = ["Van 1 januari 2022 tot 1 januari 2023"]
    book = book_of([title, ["Provincie", "fte"], ["Drenthe", 1]])

    layout = guess_layout(book.sheets[0], USUAL)

    assert layout is not None
    assert Use.REFERENCE_DATE not in layout.constants


def test_a_sheet_called_after_a_year_tells_the_date() -> None:
    book = book_of([["Provincie", "fte"], ["Drenthe", 1]], name="2022")

    assert amounts(read_first(book)) == {("PV22", "totaal", 2022): Fte.of(1)}
