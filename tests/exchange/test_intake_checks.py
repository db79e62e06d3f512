"""The intake workbook counts for a ministry exactly what the import finds."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.exchange.intakes import filled_at_random
from tests.exchange.office import convert
from workbench.exchange.cells import CellValue
from workbench.exchange.intake_checks import BY_CODE, CHECKS
from workbench.exchange.intake_form import CHECK_SHEET
from workbench.exchange.intake_reading import interpret_intake
from workbench.exchange.intake_result import IntakeExpectation, IntakeReading
from workbench.exchange.workbook_reader import read_bytes

SEEDS = range(16)
FIRST_ROW, COUNTED = 6, 4


@pytest.fixture(scope="module")
def counted(blank_intake: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with filled in intakes of which one LibreOffice worked the formulas out."""
    folder = tmp_path_factory.mktemp("intakes")
    names = {f"{seed}.xlsx": filled_at_random(blank_intake, seed) for seed in SEEDS}
    names["blank.xlsx"] = blank_intake
    for name, data in names.items():
        (folder / name).write_bytes(data)
    convert(folder, "xlsx", [str(folder / name) for name in names])
    return folder / "out"


def shown_and_found(
    path: Path, expected: IntakeExpectation
) -> tuple[dict[str, CellValue], Counter[str]]:
    """Return what each check shows to the ministry, and how often the import finds it."""
    book = read_bytes(path.read_bytes())
    sheet = book.sheet(CHECK_SHEET)
    assert sheet is not None
    shown = {
        check.code: sheet.cells[row, COUNTED].value
        for row, check in enumerate(CHECKS, start=FIRST_ROW)
    }
    reading = interpret_intake(book, path.name, replace(expected, case_id=""))
    return shown, Counter(one.code for one in (*reading.faults, *reading.questions))


@pytest.mark.parametrize("name", [*map(str, SEEDS), "blank"])
def test_the_ministry_sees_the_very_counts_of_the_import(
    counted: Path, expected: IntakeExpectation, name: str
) -> None:
    shown, found = shown_and_found(counted / f"{name}.xlsx", expected)

    for code, count in shown.items():
        asks_to_mend = found["formulefout"] and isinstance(count, str)
        is_sum_of_texts = code == "totaal" and (
            found["tekst"] or found.total() > found[code]
        )
        assert asks_to_mend or is_sum_of_texts or count == found[code], code


def test_every_check_is_met_somewhere(counted: Path, expected: IntakeExpectation) -> None:
    met: Counter[str] = Counter()
    for seed in SEEDS:
        met += shown_and_found(counted / f"{seed}.xlsx", expected)[1]

    assert set(BY_CODE) <= set(met)


def test_a_blank_form_asks_for_what_is_needed_and_nothing_else(
    counted: Path, expected: IntakeExpectation
) -> None:
    shown, _ = shown_and_found(counted / "blank.xlsx", expected)

    assert {code: count for code, count in shown.items() if count} == {"leeg": 10}


def test_every_finding_says_where_what_and_what_is_expected(
    blank_intake: bytes, expected: IntakeExpectation
) -> None:
    readings: list[IntakeReading] = [
        interpret_intake(
            read_bytes(filled_at_random(blank_intake, seed)),
            "terug.xlsx",
            replace(expected, case_id=""),
        )
        for seed in SEEDS
    ]

    for one in (one for each in readings for one in (*each.faults, *each.questions)):
        assert one.message.startswith(f"Blad {one.sheet}, cel {one.cell}: ")
        assert one.message.endswith((".", "?"))
        assert one.expected
