"""The window shows what the sheet "Controles" told the ministry."""

from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from workbench.domain.case import CaseId
from workbench.ui.intake_review import IntakeReview
from workbench.usecases.cases import load_case
from workbench.usecases.context import Context
from workbench.usecases.intakes import preview_intake
from workbench.usecases.workbooks import write_intake


@pytest.fixture
def review(qtbot: QtBot) -> IntakeReview:
    review = IntakeReview()
    qtbot.addWidget(review)
    return review


def show(
    review: IntakeReview, context: Context, case_id: CaseId, path: Path, **cells: object
) -> list[list[str]]:
    """Show a form filled in by name, and return the rows of findings."""
    book = openpyxl.load_workbook(write_intake(context, case_id, path))
    for name, value in cells.items():
        sheet, cell = next(iter(book.defined_names[name].destinations))
        book[sheet][cell.replace("$", "")] = value
    book.save(path)
    preview = preview_intake(context, path.read_bytes(), path.name, case_id)
    review.show_preview(preview, load_case(context, case_id))
    rows = range(review.findings.topLevelItemCount())
    items = [review.findings.topLevelItem(row) for row in rows]
    return [[item.text(column) for column in range(5)] for item in items if item]


def test_faults_come_before_questions_with_cell_value_and_what_is_expected(
    review: IntakeReview, context: Context, a_case: CaseId, tmp_path: Path
) -> None:
    filled = {"intake_fte_after": -4, "intake_fte_before": "820,5"}

    rows = show(review, context, a_case, tmp_path / "intake.xlsx", **filled)

    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    expected = "een aantal fte van 0 of hoger, zoals 1234,5"
    assert rows[0][:4] == ["fout", "Casus!B17", "-4", expected]
    assert ["vraag", "Casus!B16", "820,5"] in [row[:3] for row in rows]
    assert not review.take_in.isEnabled()


def test_a_question_stops_nothing(
    review: IntakeReview, context: Context, a_case: CaseId, tmp_path: Path
) -> None:
    path = tmp_path / "intake.xlsx"

    rows = show(review, context, a_case, path, intake_fte_before="820,5")

    assert {row[0] for row in rows} == {"vraag"}
    assert review.take_in.isEnabled()
