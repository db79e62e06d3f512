"""A ministry's intake workbook, out and in again."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from workbench.domain.case import CaseId
from workbench.domain.errors import WorkbookFaultyError, WorkbookRefusedError
from workbench.domain.fte import Fte
from workbench.usecases.attachments import list_attachments
from workbench.usecases.cases import Signal, load_case, note_signal
from workbench.usecases.context import Context
from workbench.usecases.intakes import preview_intake, take_in_intake
from workbench.usecases.locations import list_locations
from workbench.usecases.undoing import undo
from workbench.usecases.workbooks import write_intake


@pytest.fixture
def form(context: Context, a_case: CaseId, tmp_path: Path) -> Path:
    return write_intake(context, a_case, tmp_path / "intake.xlsx")


def filled(form: Path, **cells: object) -> bytes:
    """Fill defined names of the form, as a ministry would fill the cells."""
    book = openpyxl.load_workbook(form)
    for name, value in cells.items():
        sheet, cell = next(iter(book.defined_names[name].destinations))
        book[sheet][cell.replace("$", "")] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_form_that_comes_back_as_it_went_changes_nothing(
    context: Context, a_case: CaseId, form: Path
) -> None:
    preview = preview_intake(context, form.read_bytes(), form.name, a_case)

    assert preview.differences == ()
    assert preview.reading.faults == ()


def test_what_the_ministry_filled_in_is_shown_before_it_is_taken_in(
    context: Context, a_case: CaseId, form: Path
) -> None:
    data = filled(form, intake_fte_after=990.5, intake_planned_year=2028)

    preview = preview_intake(context, data, "terug.xlsx", a_case)

    assert {one.key for one in preview.differences} == {
        "field:fte_after",
        "field:planned_year",
    }
    assert load_case(context, a_case).fte_after == Fte.of(970)


def test_taking_in_is_one_action_that_undo_takes_back(
    context: Context, a_case: CaseId, form: Path
) -> None:
    before = load_case(context, a_case)
    data = filled(form, intake_fte_after=990.5, intake_notice_on=date(2026, 9, 1))
    preview = preview_intake(context, data, "terug.xlsx", a_case)

    take_in_intake(context, preview)
    taken = load_case(context, a_case)
    kept = [one.file.name for one in list_attachments(context, a_case)]
    undo(context)

    assert (taken.fte_after, taken.judged_on) == (Fte.of("990.5"), date(2026, 9, 1))
    assert kept == ["terug.xlsx"]
    assert load_case(context, a_case) == before
    assert list_locations(context, a_case) == []


def test_only_what_was_chosen_is_taken_in(
    context: Context, a_case: CaseId, form: Path
) -> None:
    data = filled(form, intake_fte_after=990, intake_planned_year=2028)
    preview = preview_intake(context, data, "terug.xlsx", a_case)

    take_in_intake(context, preview, frozenset({"field:planned_year"}))

    case = load_case(context, a_case)
    assert (case.fte_after, case.planned_year) == (Fte.of(970), 2028)


def test_a_wrong_cell_is_named_and_nothing_is_taken_in(
    context: Context, a_case: CaseId, form: Path
) -> None:
    before = load_case(context, a_case)
    data = filled(form, intake_fte_after="heel veel")
    preview = preview_intake(context, data, "terug.xlsx", a_case)

    with pytest.raises(WorkbookFaultyError):
        take_in_intake(context, preview)

    assert any("heel veel" in fault.message for fault in preview.reading.faults)
    assert load_case(context, a_case) == before


def test_the_form_of_another_case_is_refused(context: Context, form: Path) -> None:
    other, _ = note_signal(context, Signal(title="VOORBEELD andere casus"))

    with pytest.raises(WorkbookRefusedError):
        preview_intake(context, form.read_bytes(), form.name, other)
