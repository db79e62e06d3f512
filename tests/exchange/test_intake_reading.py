"""What a ministry filled in comes back exactly, and every wrong cell is named."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.exchange.office import Book, changed, filled_like_a_ministry
from workbench.domain.case import Case, Location, Occasion
from workbench.domain.errors import WorkbookRefusedError
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.exchange.intake_form import FIELDS
from workbench.exchange.intake_reading import interpret_intake, read_intake
from workbench.exchange.intake_result import IntakeExpectation, IntakeReading
from workbench.exchange.workbook_reader import read_bytes

CaseSheetChange = Callable[[Book], object]


def interpret(data: bytes, expected: IntakeExpectation) -> IntakeReading:
    return interpret_intake(read_bytes(data), "terug.xlsx", expected)


def put(sheet: str, cell: str, value: object) -> CaseSheetChange:
    def change(book: Book) -> None:
        book[sheet][cell] = value

    return change


def test_a_clean_round_trip_changes_nothing(
    intake: bytes,
    expected: IntakeExpectation,
    a_case: Case,
    locations: tuple[Location, ...],
) -> None:
    reading = read_intake(intake, "terug.xlsx", expected=expected)

    for field in FIELDS:
        known = None if field.key == "contact" else getattr(a_case, field.key) or None
        assert reading.fields[field.key] == known
    assert reading.shifts == a_case.shifts
    assert reading.locations[0].name == locations[0].name
    assert reading.locations[0].ready_on == locations[0].ready_on
    assert reading.faults == ()
    assert reading.notes == ()


def test_what_was_filled_in_comes_back_as_values(
    blank_intake: bytes, expected: IntakeExpectation
) -> None:
    filled = filled_like_a_ministry(blank_intake)

    reading = interpret(filled, replace(expected, case_id=""))

    assert reading.fields["ministry"] == "DEF"
    assert reading.fields["sector"] is Sector.DEFENCE
    assert reading.fields["occasion"] is Occasion.NEW_SERVICE
    assert reading.fields["notice_on"] == date(2024, 9, 2)
    assert reading.fields["fte_before"] is None
    assert reading.fields["fte_after"] == Fte.of("812.25")
    assert [(s.province, s.before, s.after) for s in reading.shifts] == [
        ("PV21", None, Fte.of("812.25"))
    ]
    assert [(place.name, place.province) for place in reading.locations] == [
        ("Middelburg Station", "PV29"),
        ("Leeuwarden Zuid", "PV21"),
    ]
    assert reading.faults == ()


FAULTS = {
    "two readings": (
        put("Verdeling", "B6", "1.234"),
        "Blad Verdeling, cel B6: “1.234” kan 1.234 of 1,234 betekenen. Wat bedoelt u?",
    ),
    "misspelt province": (
        put("Verdeling", "A11", "Gelderlnad"),
        (
            "Blad Verdeling, cel A11: “Gelderlnad” staat niet in de lijst. "
            "Bedoelt u Gelderland?"
        ),
    ),
    "province twice": (
        put("Verdeling", "A7", "Groningen"),
        "Blad Verdeling, cel A7: Groningen staat ook in rij 6.",
    ),
    "no province": (
        lambda book: (put("Verdeling", "A6", None)(book), put("Verdeling", "B6", 5)(book)),
        "Blad Verdeling, cel A6: Bij deze fte staat geen provincie.",
    ),
    "merged": (
        lambda book: book["Verdeling"].merge_cells("B7:B9"),
        "Blad Verdeling, cel B7: De cellen B7:B9 zijn samengevoegd. Vul elke rij apart in.",
    ),
    "no such day": (
        put("Casus", "B14", "31-02-2024"),
        "Blad Casus, cel B14: “31-02-2024” is geen datum.",
    ),
    "ministry of another time": (
        put("Casus", "B8", "Ministerie van Defensi"),
        (
            "Blad Casus, cel B8: “Ministerie van Defensi” staat niet in de lijst. "
            "Bedoelt u Ministerie van Defensie?"
        ),
    ),
    "own formula": (
        put("Casus", "B16", "=1+1"),
        (
            "Blad Casus, cel B16: De cel bevat een formule zonder uitkomst. Open het "
            "bestand in Excel, sla het op en stuur het opnieuw."
        ),
    ),
    "location without a name": (
        put("Locaties", "B9", "Assen"),
        "Blad Locaties, cel A9: Deze locatie heeft geen naam.",
    ),
    "sheet gone": (
        lambda book: book.remove(book["Locaties"]),
        "Blad Locaties ontbreekt of heet anders.",
    ),
    "field twice": (
        put("Casus", "A30", "Voornemen"),
        "Blad Casus, cel A30: “Voornemen” komt 2 keer voor.",
    ),
    "column gone": (
        lambda book: book["Verdeling"].delete_cols(2),
        "Blad Verdeling, cel A5: De kolom “Fte vóór de wijziging” is niet gevonden.",
    ),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_wrong_cell_is_named_with_sheet_and_cell(
    intake: bytes, expected: IntakeExpectation, kind: str
) -> None:
    change, message = FAULTS[kind]

    reading = interpret(changed(intake, change), expected)

    assert [fault.message for fault in reading.faults] == [message]


QUESTIONS = {
    "not given": (
        put("Casus", "B16", "n.v.t."),
        "Blad Casus, cel B16: “n.v.t.” telt als niet opgegeven.",
    ),
    "number as text": (
        put("Casus", "B16", "1.234,5"),
        "Blad Casus, cel B16: De tekst “1.234,5” is gelezen als 1.234,5 fte.",
    ),
    "other total": (
        put("Casus", "B17", 2000),
        (
            "Blad Verdeling, cel C18: De provincies zijn na de wijziging samen 1.384,55 "
            "fte; op het blad Casus staat 2.000 fte."
        ),
    ),
    "other name": (
        put("Verdeling", "A7", "Friesland"),
        "Blad Verdeling, cel A7: Staat niet zo in de lijst, maar is wel herkend.",
    ),
    "not filled in": (
        put("Casus", "B6", None),
        "Blad Casus, cel B6: Dit veld is nog leeg.",
    ),
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_what_a_ministry_should_be_asked_stops_nothing(
    intake: bytes, expected: IntakeExpectation, kind: str
) -> None:
    change, message = QUESTIONS[kind]

    reading = interpret(changed(intake, change), expected)

    asked = [one.message for one in reading.questions if one.cell != "B21"]
    assert asked == [message]
    assert reading.faults == ()
    assert all(one.expected and one.code for one in reading.questions)


REMARKS = {
    "foreign sheet": (
        lambda book: book.create_sheet("kladblok"),
        "Blad “kladblok” hoort niet bij deze werkmap en is overgeslagen.",
    ),
    "label changed": (
        put("Casus", "A9", "Soort organisatie"),
        "Blad Casus, cel B9: De naam van het veld “Sector” is gewijzigd.",
    ),
    "hidden rows": (
        lambda book: setattr(book["Verdeling"].row_dimensions[7], "hidden", True),
        "Blad “Verdeling” heeft verborgen rijen (1). Die zijn meegelezen.",
    ),
}


@pytest.mark.parametrize("kind", REMARKS)
def test_what_was_changed_on_the_way_is_said(
    intake: bytes, expected: IntakeExpectation, kind: str
) -> None:
    change, message = REMARKS[kind]

    reading = interpret(changed(intake, change), expected)

    assert message in [note.message for note in reading.notes]
    assert reading.faults == ()


MOVES = {
    "rows above": lambda book: book["Casus"].insert_rows(5, 4),
    "column before": lambda book: book["Casus"].insert_cols(1),
    "rows above the division": lambda book: book["Verdeling"].insert_rows(2, 3),
    "column within the division": lambda book: book["Verdeling"].insert_cols(2),
    "other order of columns": lambda book: book["Locaties"].move_range("A5:A20", cols=8),
    "space after a sheet's name": lambda book: setattr(book["Casus"], "title", "Casus "),
}


@pytest.mark.parametrize("kind", MOVES)
def test_what_was_moved_is_found_by_its_name(
    intake: bytes, expected: IntakeExpectation, kind: str
) -> None:
    straight = interpret(intake, expected)

    moved = interpret(changed(intake, MOVES[kind]), expected)

    assert moved.fields == straight.fields
    assert moved.shifts == straight.shifts
    assert moved.locations == straight.locations
    assert moved.faults == ()


STRANGERS = {
    "no hidden sheet": (lambda book: book.remove(book["_meta"]), "vreemd-sjabloon"),
    "another template": (put("_meta", "B1", "fte-opgave"), "vreemd-sjabloon"),
    "another version": (put("_meta", "B2", "2"), "andere-versie"),
    "another issue": (put("_meta", "B3", "case-2"), "kenmerk-gewijzigd"),
    "no case sheet": (lambda book: book.remove(book["Casus"]), "blad-ontbreekt"),
}


@pytest.mark.parametrize("kind", STRANGERS)
def test_a_wrong_workbook_is_named_before_any_cell(
    intake: bytes, expected: IntakeExpectation, kind: str
) -> None:
    change, code = STRANGERS[kind]

    with pytest.raises(WorkbookRefusedError) as refused:
        interpret(changed(intake, change), expected)

    assert refused.value.facts["code"] == code
    assert refused.value.facts["file"] == "terug.xlsx"


@pytest.mark.parametrize(
    ("change", "code"),
    [({"case_id": "case-2"}, "andere-casus"), ({"ministry": "BZK"}, "ander-ministerie")],
)
def test_a_workbook_of_another_case_or_ministry_is_named(
    intake: bytes, expected: IntakeExpectation, change: dict[str, Any], code: str
) -> None:
    with pytest.raises(WorkbookRefusedError) as refused:
        interpret(intake, replace(expected, **change))

    assert refused.value.facts["code"] == code
