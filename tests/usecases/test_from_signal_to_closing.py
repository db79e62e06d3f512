"""One case of every measure of the letter, taken from the first signal to its closing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.usecases.records_help import (
    add,
    add_building,
    add_chance,
    request_values,
)
from tests.usecases.test_letter_editing import seal
from workbench.domain.case import CaseId, Location, Stage
from workbench.domain.finding import LetterKind
from workbench.domain.letter import LetterSubject
from workbench.store import answers, cases, locations
from workbench.usecases.agenda import list_agenda
from workbench.usecases.cases import (
    Signal,
    change_fact,
    load_case,
    note_signal,
    promote_signal,
)
from workbench.usecases.context import Context
from workbench.usecases.letters import compose_draft, draft_letter, list_letters
from workbench.usecases.record_cases import begin_case_from
from workbench.usecases.record_lists import find_record
from workbench.usecases.records import change_fields
from workbench.usecases.regions import find_matches, overdue_talks
from workbench.usecases.samples import load_samples
from workbench.usecases.stages import days_to_advice, stage_times

ADVICE, PROPOSAL = 1, 2


def fill_as(context: Context, case_id: CaseId, sample: CaseId) -> None:
    """Give a case the facts, places and answers of a sample that lacks nothing."""
    case, model = load_case(context, case_id), load_case(context, sample)
    kept = {"id", "number", "title", "stage", "occasion", "notice_on", "judged_on"}
    facts = {
        name: getattr(case if name in kept and getattr(case, name) else model, name)
        for name in case.__dataclass_fields__
    }
    with context.batch("Gevuld als het VOORBEELD"):
        cases.update_case(context.store, replace(case, **facts))
        for place in locations.list_locations(context.store, sample):
            copy: Location = replace(place, id=context.new_id(), case_id=case_id)
            locations.save_location(context.store, copy)
        for answer in answers.list_answers(context.store, sample):
            answers.save_answer(context.store, case_id, answer)


def close(context: Context, case_id: CaseId) -> list[Stage]:
    for stage in (Stage.SENT, Stage.CLOSED):
        change_fact(context, case_id, "stage", stage)
    return [one.stage for one in stage_times(context, load_case(context, case_id))]


def from_signal(context: Context, sample: int) -> CaseId:
    model = load_samples(context)[0][sample]
    case_id, _ = note_signal(context, Signal(title="VOORBEELD Eerste bericht"))
    promote_signal(context, case_id)
    fill_as(context, case_id, model)
    occasion = load_case(context, model).occasion
    change_fact(context, case_id, "occasion", occasion)
    return case_id


def from_change_request(context: Context, _sample: int) -> CaseId:
    model = load_samples(context)[0][ADVICE]
    record = add(context, "change_requests", request_values(add_building(context)))
    case_id, _ = begin_case_from(context, "change_requests", record)
    fill_as(context, case_id, model)
    return case_id


@pytest.mark.parametrize(
    ("begin", "sample", "kind"),
    [
        (from_signal, ADVICE, LetterKind.LOCATION_ADVICE),
        (from_signal, PROPOSAL, LetterKind.PROPOSAL),
        (from_change_request, ADVICE, LetterKind.HOUSING_PROPOSAL),
    ],
    ids=["a", "b", "c"],
)
def test_a_case_of_measures_a_b_and_c_goes_from_signal_to_closing(
    context: Context,
    begin: Callable[[Context, int], CaseId],
    sample: int,
    kind: LetterKind,
) -> None:
    case_id = begin(context, sample)
    draft = compose_draft(context, case_id)
    assert draft is not None
    assert (draft.kind, draft.missing) == (kind, ())

    seal(context, draft)

    assert list_letters(context, case_id)[0].is_sealed
    assert days_to_advice(context, case_id) == 0
    ended = close(context, case_id)
    assert ended[-3:] == [Stage.ADOPTED, Stage.SENT, Stage.CLOSED]
    assert load_case(context, case_id).is_closed


def test_a_talk_of_measure_d_goes_from_plan_to_agreement(context: Context) -> None:
    values: dict[str, object] = {"ministry": "IenW", "state": "gepland"}
    talk = add(context, "talks", values | {"planned_on": date(2026, 12, 1)})
    assert overdue_talks(context) == ["Infrastructuur en Waterstaat"]
    subject = LetterSubject(record=f"talks/{talk}")
    for kind in (LetterKind.AGENCY_LETTER, LetterKind.AGENCY_BRIEF):
        draft = draft_letter(context, subject, kind)
        assert draft is not None
        seal(context, draft)

    held: dict[str, object] = {"state": "gehouden", "held_on": date(2026, 11, 20)}
    change_fields(context, "talks", talk, held | {"possible": "VOORBEELD"})
    agreement: dict[str, object] = {"talk_id": talk, "text": "VOORBEELD", "state": "loopt"}
    kept = add(context, "agreements", agreement | {"due_on": date(2027, 1, 1)})

    assert [one.name for one in list_agenda(context)] == ["Afspraak: VOORBEELD"]
    change_fields(context, "agreements", kept, {"state": "nagekomen"})
    assert list_agenda(context) == []
    assert overdue_talks(context) == []


def test_a_chance_of_measure_e_goes_from_region_to_cooperation(
    context: Context, a_case: CaseId
) -> None:
    chance = add_chance(context)
    assert find_matches(context, load_case(context, a_case))[0].record.id == chance
    linked: dict[str, object] = {
        "opportunity_id": chance,
        "partner": "VOORBEELD Hogeschool",
        "agreement": "VOORBEELD stages",
    }
    add(context, "collaborations", linked, a_case)

    change_fields(context, "opportunities", chance, {"state": "benut"})

    kept = find_record(context, "opportunities", chance)
    assert kept is not None
    assert kept.text("state") == "benut"
    assert find_matches(context, load_case(context, a_case)) == []
