"""The yearly round: from asking to accepting, and everything between."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.exchange.office import Book, changed
from workbench.domain.errors import FactInvalidError
from workbench.domain.request import QuestionState, Request, StepKind
from workbench.exchange.return_review import review_return
from workbench.exchange.return_table import lay_out_return
from workbench.store import deliveries, values
from workbench.store.history import list_batches
from workbench.usecases.context import Context
from workbench.usecases.figure_files import (
    FigureFile,
    open_figures,
    read_figure_file,
    read_tables,
    vocabulary,
)
from workbench.usecases.figure_imports import DeliveryFacts, take_in_figures
from workbench.usecases.figure_previews import FigurePlan, ImportPreview, preview_figures
from workbench.usecases.request_steps import find_request
from workbench.usecases.requests import (
    doubts_about,
    list_round,
    record_step,
    send_questions,
    send_request,
    set_contact,
    set_due,
    settle_question,
    step_file,
)
from workbench.usecases.return_cells import CellState
from workbench.usecases.sample_figures import load_sample_figures
from workbench.usecases.undoing import redo, undo

PEILDATUM = date(2026, 1, 1)
TODAY = date(2026, 11, 23)


@pytest.fixture
def asked(context: Context, tmp_path: Path) -> bytes:
    """The workbook that went to a ministry with invented services."""
    load_sample_figures(context)
    path, _ = send_request(context, "IenW", 2026, tmp_path / "opgave.xlsx")
    return path.read_bytes()


def kept(context: Context) -> Request:
    found = find_request(context, "IenW", PEILDATUM)
    assert found is not None
    return found


def opened(context: Context, data: bytes, name: str = "terug.xlsx") -> FigureFile:
    return open_figures(context, read_figure_file(data, name, vocabulary(context)))


def planned(context: Context, source: FigureFile) -> FigurePlan:
    assert source.returned is not None
    assert source.table is not None
    layout = lay_out_return(source.book, source.table, source.returned)
    return FigurePlan(
        source=source,
        layouts=(layout,),
        readings=read_tables(source.book, [layout], vocabulary(context)),
        review=review_return(source.book, source.returned, source.table),
    )


def looked(context: Context, data: bytes) -> ImportPreview:
    return preview_figures(context, planned(context, opened(context, data)), TODAY)


def take_in(context: Context, preview: ImportPreview) -> None:
    facts = DeliveryFacts(
        title="VOORBEELD opgave",
        delivered_by="VOORBEELD ministerie",
        delivered_on=TODAY,
        source="VOORBEELD brief",
        reason="VOORBEELD herziening",
        accepted="VOORBEELD",
        is_sample=True,
    )
    take_in_figures(context, preview, facts)


def typed(cells: dict[str, object]) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        for cell, value in cells.items():
            book["Opgave"][cell] = value

    return change


def explain(book: Book) -> None:
    """Write a reason on every line, so that no question is left."""
    for row in range(6, book["Opgave"].max_row + 1):
        if book["Opgave"].cell(row, 1).value:
            book["Opgave"].cell(row, 11).value = "VOORBEELD reden"


def test_a_clean_round_trip_changes_nothing(context: Context, asked: bytes) -> None:
    preview = looked(context, asked)

    assert {one.state for one in preview.cells} == {CellState.SAME}
    assert preview.values == ()


def test_asking_is_one_step_with_the_workbook_kept(context: Context, asked: bytes) -> None:
    request = kept(context)

    (step,) = request.steps
    assert step.kind is StepKind.ASKED
    assert step_file(context, step) == ("opgave.xlsx", asked)
    assert request.due_on == date(2026, 12, 21)


def test_what_changed_is_proposed_and_what_collides_waits(
    context: Context, asked: bytes
) -> None:
    first = changed(asked, typed({"E6": 1200, "K6": "VOORBEELD", "E7": 1100}))
    take_in(context, looked(context, first))

    preview = looked(context, changed(asked, typed({"E6": 1300, "F7": 20})))

    states = {one.value.cell: one.state for one in preview.cells}
    assert states["Opgave!E6"] is CellState.CONFLICT
    assert states["Opgave!E7"] is CellState.OVERTAKEN
    assert states["Opgave!F7"] is CellState.CHANGED
    assert [one.cell for one in preview.values] == ["Opgave!F7"]


def test_only_accepted_cells_come_in(context: Context, asked: bytes) -> None:
    data = changed(asked, typed({"E6": 1200, "E7": 1100, "K6": "x", "K7": "x"}))
    preview = looked(context, data)
    assert len(preview.values) == 2

    plan = planned(context, opened(context, data))
    chosen = FigurePlan(
        source=plan.source,
        layouts=plan.layouts,
        readings=plan.readings,
        review=plan.review,
        accepted=frozenset({"Opgave!E7"}),
    )
    take_in(context, preview_figures(context, chosen, TODAY))

    newest = deliveries.list_deliveries(context.store)[-1]
    (kept_value,) = values.list_values(context.store, newest.id)
    assert kept_value.cell == "Opgave!E7"


def test_taking_in_is_one_undo_and_redo(context: Context, asked: bytes) -> None:
    def fill(book: Book) -> None:
        typed({"E6": 1200})(book)
        explain(book)

    take_in(context, looked(context, changed(asked, fill)))
    names = [one.name for one in list_batches(context.store)]
    assert names[0].startswith("Levering")
    steps = [one.kind for one in kept(context).steps]
    assert steps == [StepKind.ASKED, StepKind.RECEIVED, StepKind.ACCEPTED]

    undo(context)
    assert [one.kind for one in kept(context).steps] == [StepKind.ASKED]
    redo(context)

    assert [one.kind for one in kept(context).steps] == steps


def with_a_question(context: Context, asked: bytes, folder: Path) -> bytes:
    """Return what came back after its first question was put."""
    data = changed(asked, typed({"E6": 99999, "E7": -3}))
    plan = planned(context, opened(context, data))
    assert plan.review is not None
    send_questions(context, plan.source, plan.review, folder / "terugmelding.xlsx")
    return data


def test_a_fault_stops_taking_in(context: Context, asked: bytes) -> None:
    preview = looked(context, changed(asked, typed({"E7": -3})))

    with pytest.raises(FactInvalidError):
        take_in(context, preview)


def test_questions_are_put_and_kept_with_the_original(
    context: Context, asked: bytes, tmp_path: Path
) -> None:
    data = with_a_question(context, asked, tmp_path)

    request = kept(context)
    kinds = [one.kind for one in request.steps]
    assert kinds == [StepKind.ASKED, StepKind.RECEIVED, StepKind.QUESTIONED]
    assert step_file(context, request.steps[1])[1] == data
    codes = {one.code for one in request.questions}
    assert {"negatief", "meer-dan-10-procent"} <= codes
    assert request.open_questions == len(request.questions)


def test_a_mended_return_settles_its_questions(
    context: Context, asked: bytes, tmp_path: Path
) -> None:
    with_a_question(context, asked, tmp_path)
    marked = (tmp_path / "terugmelding.xlsx").read_bytes()

    def mend(book: Book) -> None:
        typed({"E6": 99999, "E7": 1})(book)
        explain(book)
        for row in range(6, book["Vragen"].max_row + 1):
            book["Vragen"].cell(row, 13).value = "VOORBEELD uitleg"

    take_in(context, looked(context, changed(marked, mend)))

    request = kept(context)
    states = {one.code: one.state for one in request.questions}
    assert states["negatief"] is QuestionState.SOLVED
    assert all(one.answer == "VOORBEELD uitleg" for one in request.questions)
    assert request.step is not None
    assert request.step.kind is StepKind.ACCEPTED
    assert request.delivery_id is not None


def test_state_owner_and_answer_of_a_question_are_kept(
    context: Context, asked: bytes, tmp_path: Path
) -> None:
    with_a_question(context, asked, tmp_path)
    request = kept(context)
    first = request.questions[0]

    settle_question(
        context,
        request.id,
        first.id,
        state=QuestionState.DROPPED,
        owner="VOORBEELD team",
        answer="VOORBEELD",
    )
    with_a_question(context, asked, tmp_path)

    again = kept(context).questions[0]
    told = (again.state, again.owner, again.answer)
    assert told == (QuestionState.DROPPED, "VOORBEELD team", "VOORBEELD")


def test_with_open_questions_nothing_is_accepted(
    context: Context, asked: bytes, tmp_path: Path
) -> None:
    with_a_question(context, asked, tmp_path)

    with pytest.raises(FactInvalidError):
        record_step(context, kept(context).id, StepKind.ACCEPTED, "")


def test_who_is_late_is_to_be_reminded(context: Context, asked: bytes) -> None:
    request = kept(context)
    set_due(context, request.id, date(2026, 11, 20))
    set_contact(context, request.id, "VOORBEELD contact")
    record_step(context, request.id, StepKind.REMINDED, "per brief")

    (row,) = [one for one in list_round(context, 2026) if one.ministry.key == "IenW"]

    assert row.late == 3
    assert row.request is not None
    assert row.request.reminded_on == TODAY
    assert row.request.contact == "VOORBEELD contact"
    others = [one for one in list_round(context, 2026) if one.request is None]
    assert len(others) == len(list_round(context, 2026)) - 1


def test_another_year_or_ministry_is_named_at_once(context: Context, asked: bytes) -> None:
    issue = opened(context, asked).returned
    assert issue is not None

    assert doubts_about(context, issue) == []
    (other,) = doubts_about(context, issue, ("BZK", 2027))
    assert "Binnenlandse Zaken" in other
    assert "2027" in other


def test_a_return_that_nobody_asked_for_is_named(
    context: Context, asked: bytes, tmp_path: Path
) -> None:
    issue = opened(context, asked).returned
    assert issue is not None
    undo(context)
    (unasked,) = doubts_about(context, issue)
    send_request(context, "IenW", 2027, tmp_path / "later.xlsx")

    (wrong_year,) = doubts_about(context, issue)

    assert "niet gevraagd" in unasked
    assert "gevraagd is" not in wrong_year
    assert "1 januari 2027" in wrong_year
