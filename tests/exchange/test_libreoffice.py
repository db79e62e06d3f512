"""A real LibreOffice opens our workbooks and saves them; everything is still there."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.exchange.office import open_book
from workbench.domain.case import Case
from workbench.domain.fte import Fte
from workbench.exchange.cells import CellKind
from workbench.exchange.intake_form import FIELDS
from workbench.exchange.intake_reading import read_intake
from workbench.exchange.intake_result import IntakeExpectation
from workbench.exchange.workbook_reader import read_bytes


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_the_intake_comes_back_unchanged(
    resaved: Path, expected: IntakeExpectation, a_case: Case, form: str
) -> None:
    data = (resaved / f"intake.{form}").read_bytes()

    reading = read_intake(data, f"intake.{form}", expected=expected)

    for field in FIELDS:
        known = None if field.key == "contact" else getattr(a_case, field.key) or None
        assert reading.fields[field.key] == known
    assert reading.shifts == a_case.shifts
    assert reading.locations[0].ready_on == date(2027, 3, 1)
    assert reading.faults == ()


@pytest.mark.parametrize("form", ["xlsx", "ods", "fods"])
def test_what_a_ministry_filled_in_comes_back(
    resaved: Path, expected: IntakeExpectation, form: str
) -> None:
    data = (resaved / f"filled.{form}").read_bytes()

    reading = read_intake(data, f"filled.{form}", expected=replace(expected, case_id=""))

    assert reading.fields["fte_after"] == Fte.of("812.25")
    assert reading.fields["planned_year"] == 2028
    assert reading.fields["notice_on"] == date(2024, 9, 2)
    assert reading.locations[1].province == "PV21"
    assert reading.faults == ()


def test_the_totals_are_calculated(resaved: Path) -> None:
    workbook = read_bytes((resaved / "intake.xlsx").read_bytes())

    sheet = workbook.sheet("Verdeling")

    assert sheet is not None
    assert sheet.cells[18, 2].value == 1234.5
    assert sheet.cells[18, 3].value == 1384.55


def test_lists_names_and_protection_are_kept(resaved: Path, intake: bytes) -> None:
    before, after = open_book(intake), open_book((resaved / "intake.xlsx").read_bytes())

    assert set(before.defined_names) <= set(after.defined_names)
    for title in ("Casus", "Verdeling", "Locaties"):
        assert after[title].protection.sheet
        kept = after[title].data_validations.dataValidation
        kinds = sorted(str(rule.type) for rule in kept)
        ours = before[title].data_validations.dataValidation
        assert set(kinds) == {str(rule.type) for rule in ours}
    assert not after["Casus"]["B6"].protection.locked
    assert after["_meta"].sheet_state == "hidden"


@pytest.mark.parametrize("name", ["case", "list"])
def test_exports_open_without_a_single_formula(resaved: Path, name: str) -> None:
    workbook = read_bytes((resaved / f"{name}.xlsx").read_bytes())

    cells = [cell for sheet in workbook.sheets for cell in sheet.cells.values()]

    assert not any(cell.formula for cell in cells)
    assert not any(cell.kind is CellKind.ERROR for cell in cells)


def test_dangerous_text_is_still_text(resaved: Path) -> None:
    workbook = read_bytes((resaved / "list.xlsx").read_bytes())

    assert workbook.sheets[0].cells[6, 3].value == "-2+3 dienst"
    assert workbook.sheets[0].cells[7, 5].value == -46.5
