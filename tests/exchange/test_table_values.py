"""Every figure of a table gets its meaning, and what is in doubt is asked."""

from datetime import date

import pytest

from tests.exchange.tables import USUAL, Rows, amounts, book_of, read_first, read_rows
from workbench.domain.delivery import BenchmarkValue, Notion, Staff, ValueKind
from workbench.domain.fte import Fte
from workbench.domain.place import BY_CODE
from workbench.exchange.table_layout import Use, guess_layouts
from workbench.exchange.table_words import SKIPPED, WordKind, build_vocabulary

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


@pytest.mark.parametrize("blank", [None, "-", "n.v.t.", "x", ".", "onbekend", ""])
def test_not_filled_in_is_nothing_and_never_zero(blank: str | None) -> None:
    reading = read_rows(
        [TITLE, ["Provincie", "Defensie", "Politie"], ["Drenthe", 0, blank]]
    )

    assert [value.value for value in reading.values] == [Fte.of(0), None]
    assert reading.values[1].cell == "Blad1!C3"


def test_the_last_rows_of_a_long_table_count_without_figures_too() -> None:
    rows: Rows = [
        ["Peildatum", "Provincie", "Sector", "Fte"],
        [date(2023, 1, 1), "Drenthe", "Defensie", 5],
        [date(2023, 1, 1), "Utrecht", "Defensie", None],
    ]

    assert [value.value for value in read_rows(rows).values] == [Fte.of(5), None]


def test_a_misspelt_word_is_asked_once_with_suggestions() -> None:
    rows: Rows = [
        ["Provincie", "Peildatum", "fte"],
        ["Gelderlnad", 2022, 1],
        ["Gelderlnad", 2023, 2],
        ["Drenthe", 2023, 3],
    ]

    reading = read_rows(rows)

    (word,) = reading.unknown_words
    assert (word.kind, word.text, word.cell, word.count) == (
        WordKind.PLACE,
        "Gelderlnad",
        "Blad1!A2",
        2,
    )
    assert word.suggestions[0].target == "PV25"
    assert [value.place for value in reading.values] == ["PV22"]


def test_a_learned_word_is_known_from_then_on() -> None:
    learned = {("place", "gelderlnad"): "PV25", ("place", "diversen"): SKIPPED}
    rows: Rows = [["Provincie", 2022], ["Gelderlnad", 1], ["Diversen", 2]]

    reading = read_rows(rows, build_vocabulary(learned=learned))

    assert amounts(reading) == {("PV25", "totaal", 2022): Fte.of(1)}
    assert reading.unknown_words == ()


def test_a_column_whose_sector_is_unknown_is_asked_and_learned() -> None:
    rows: Rows = [TITLE, ["Provincie", "Defensie", "Waterstaat"], ["Drenthe", 1, 2]]
    learned = build_vocabulary(learned={("sector", "waterstaat"): "ministeries"})

    asked = read_rows(rows)

    assert [(w.kind, w.text) for w in asked.unknown_words] == [("sector", "Waterstaat")]
    assert amounts(read_rows(rows, learned))["PV22", "ministeries", 2023] == Fte.of(2)


def test_subtotals_percentages_and_footnotes_are_left_out() -> None:
    rows: Rows = [
        TITLE,
        ["Provincie", "fte", "aandeel", "groei in %"],
        ["Utrecht", 5, "50%", "1%"],
        ["Randstad", 5, "50%", "1%"],
        [],
        ["Nederland", 10, 1, "1%"],
        ["Bron: VOORBEELD"],
    ]

    reading = read_rows(rows)

    assert [value.place for value in reading.values] == ["PV26", "NL"]
    assert any("Randstad" in note.text for note in reading.notes)
    assert reading.unknown_words == ()


@pytest.mark.parametrize(
    ("text", "mark", "outcome"),
    [
        ("1.234", ",", Fte.of(1234)),
        ("1.234", ".", Fte.of("1.23")),
        ("12.5", ".", Fte.of("12.5")),
        ("1,234.5", ".", Fte.of("1234.5")),
    ],
)
def test_a_number_of_two_readings_is_asked_and_one_answer_settles_it(
    text: str, mark: str, outcome: Fte
) -> None:
    rows: Rows = [TITLE, ["Provincie", "fte"], ["Drenthe", text]]

    asked, answered = read_rows(rows), read_rows(rows, decimal_mark=mark)

    assert [fault.code for fault in asked.faults] == ["dubbelzinnig"]
    assert asked.values == ()
    assert [value.value for value in answered.values] == [outcome]


@pytest.mark.parametrize("title", ["Fte (x 1.000), 1-1-2023", "Duizend fte op 1-1-2023"])
def test_thousands_are_made_whole_and_called_rounded(title: str) -> None:
    (value,) = read_rows([[title], ["Provincie", "fte"], ["Drenthe", "7,9"]]).values

    assert (value.value, value.kind) == (Fte.of(7900), ValueKind.ROUNDED)


def test_staff_and_notion_are_kept_apart_s20() -> None:
    rows: Rows = [
        ["Plaats van tewerkstelling, 1 januari 2023"],
        ["Provincie", "Rijksambtenaren", "Externen"],
        ["Drenthe", 8, 2],
    ]

    values = read_rows(rows).values

    assert [value.staff for value in values] == [Staff.CIVIL, Staff.EXTERNAL]
    assert {value.notion for value in values} == {Notion.PLACE_OF_WORK}


def test_organisations_take_the_sector_of_the_register() -> None:
    words = build_vocabulary(
        organisations=[("Dienst Voorbeeld", "o1")], sectors_of={"o1": "dji"}
    )
    rows: Rows = [
        TITLE,
        ["Dienst", "Drenthe"],
        ["Dienst Voorbeeld", 5],
        ["Dienst Onbekend", 6],
        ["Totaal", 11],
    ]

    reading = read_rows(rows, words)

    assert [(v.organisation, v.sector) for v in reading.values] == [
        ("o1", "dji"),
        ("", "totaal"),
    ]
    assert [word.kind for word in reading.unknown_words] == [WordKind.ORGANISATION]


def test_regions_are_known_by_code_and_name() -> None:
    words = build_vocabulary(regions={"NL131": "Noord-Drenthe", "NL350": "Utrecht"})

    reading = read_rows(
        [TITLE, ["COROP", "fte"], ["Noord-Drenthe", 1], ["NL350", 2], ["Utrecht", 3]], words
    )

    assert [value.place for value in reading.values] == ["NL131", "NL350", "PV26"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Inwoners op 1 januari 2023"], ["Provincie", "Aantal"], ["Drenthe", "502.051"]],
        [["Stand 1 januari 2023"], ["Provincie", "Inwoners"], ["Drenthe", 502051]],
        [
            ["Provincie", "Peildatum", "Maat", "Aantal"],
            ["Drenthe", 2023, "inwoners", 502051],
        ],
    ],
)
def test_benchmark_tables_give_whole_numbers(rows: list[list[str | int]]) -> None:
    (value,) = read_rows(rows).benchmarks

    assert (value.measure, value.place, value.value) == ("inwoners", "PV22", 502051)
    assert isinstance(value, BenchmarkValue)


def test_a_merged_label_holds_for_its_rows_and_says_so() -> None:
    rows: Rows = [
        TITLE,
        ["Provincie", "Sector", "fte"],
        ["Drenthe", "Defensie", 1],
        [None, "Politie", 2],
        ["Totaal", None, 3],
    ]

    reading = read_first(book_of(rows, merged=[(3, 1, 4, 1)]))

    assert amounts(reading)["PV22", "nationale_politie", 2023] == Fte.of(2)
    assert amounts(reading)["NL", "totaal", 2023] == Fte.of(3)
    assert any("samengevoegde" in note.text for note in reading.notes)


def test_a_label_left_blank_is_asked_and_not_filled_from_above() -> None:
    rows: Rows = [
        TITLE,
        ["Provincie", "Sector", "fte"],
        ["Drenthe", "Defensie", 1],
        [None, "Politie", 2],
    ]

    reading = read_rows(rows)

    assert len(reading.values) == 1
    assert [fault.cell for fault in reading.faults] == ["Blad1!C4"]


def test_tables_below_each_other_are_all_found() -> None:
    rows: Rows = [
        ["Stand 1 januari 2022"],
        ["Provincie", "fte"],
        ["Drenthe", 1],
        [],
        ["Stand 1 januari 2023"],
        ["Provincie", "fte"],
        ["Drenthe", 2],
    ]

    layouts = guess_layouts(book_of(rows), USUAL)

    assert [one.constants[Use.REFERENCE_DATE] for one in layouts] == [
        "2022-01-01",
        "2023-01-01",
    ]


@pytest.mark.parametrize(
    "word",
    [
        "FRYSLÂN",
        "Friesland",
        "Frysla\u0302n",
        " NL-FR",
        "FRL",
        "PV21",
        "NL12",
        "Provincie Friesland",
        "Fryslân (FR)",
    ],
)
def test_a_province_is_known_in_all_its_spellings(word: str) -> None:
    assert USUAL.find(WordKind.PLACE, word) == "PV21"


@pytest.mark.parametrize("word", ["Utrecht (stad)", "Holland", "Noord", "Brabantse"])
def test_what_only_looks_like_a_province_is_none(word: str) -> None:
    assert USUAL.find(WordKind.PLACE, word) is None


def test_every_province_is_known_by_its_name_and_code() -> None:
    for code, province in BY_CODE.items():
        for word in (province.name, code, province.iso, province.nuts, *province.aliases):
            assert USUAL.find(WordKind.PLACE, word) == code
