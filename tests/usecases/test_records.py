"""Records of instruments: kept, refused with a reason, and one truth with the checklist."""

from datetime import date

import pytest

from tests.usecases.records_help import (
    HYBRID,
    SCAN,
    YOUTH,
    add,
    add_building,
    add_chance,
    request_values,
)
from workbench.domain.case import CaseId, Stage
from workbench.domain.errors import CaseClosedError, FactInvalidError
from workbench.store import answers
from workbench.usecases.cases import change_fact
from workbench.usecases.checklist import Reply, answer_question
from workbench.usecases.context import Context
from workbench.usecases.record_effects import tension_of
from workbench.usecases.record_lists import find_record, list_records, records_of
from workbench.usecases.records import change_record, remove_record
from workbench.usecases.undoing import undo

PLAN: dict[str, object] = {
    "ministry": "IenW",
    "given_on": date(2026, 3, 1),
    "outcome": "op termijn",
    "term_on": date(2030, 1, 1),
    "state": "loopt",
}


def answered(context: Context, case_id: CaseId, question: str) -> str:
    for answer in answers.list_answers(context.store, case_id):
        if answer.question == question:
            return answer.value or answer.verdict
    return ""


def test_thirteen_masterplans_come_along_with_their_source_s23(context: Context) -> None:
    plans = list_records(context, "masterplans")

    assert len(plans) == 13
    assert all(row.is_shipped and "336" in row.record.text("source") for row in plans)


def test_an_own_version_of_what_came_along_can_be_taken_back(context: Context) -> None:
    key = "masterplan-pv22"
    change_record(context, "masterplans", key, "state", "vastgesteld")
    own = next(r for r in list_records(context, "masterplans") if r.record.id == key)
    assert (own.is_shipped, own.record.text("state")) == (False, "vastgesteld")

    remove_record(context, "masterplans", key)

    back = next(r for r in list_records(context, "masterplans") if r.record.id == key)
    assert (back.is_shipped, back.record.text("state")) == (True, "concept")


def test_a_change_request_needs_version_and_building_s09(context: Context) -> None:
    building = add_building(context)
    for name in ("version", "building_id", "masterplan_id"):
        with pytest.raises(FactInvalidError):
            add(context, "change_requests", request_values(building) | {name: ""})

    assert records_of(context, "change_requests") == []
    assert add(context, "change_requests", request_values(building))


def test_the_building_belongs_to_the_masterplan_s09(context: Context) -> None:
    elsewhere = add_building(context, plan="masterplan-pv31")

    with pytest.raises(FactInvalidError) as refused:
        add(context, "change_requests", request_values(elsewhere))

    assert refused.value.facts["expected"] == "een pand van het gekozen masterplan"


@pytest.mark.parametrize(
    "lacking", [{"term_on": None}, {"outcome": "niet opportuun"}], ids=["term", "reason"]
)
def test_a_plan_has_a_term_or_a_reason_s01(
    context: Context, lacking: dict[str, object]
) -> None:
    with pytest.raises(FactInvalidError):
        add(context, "ministry_plans", PLAN | lacking)

    assert add(context, "ministry_plans", PLAN)


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("talks", {"ministry": "Bestaat niet", "state": "gepland"}),
        ("talks", {"ministry": "IenW", "state": "gehouden"}),
        ("opportunities", {"title": "x", "kind": "iets", "given_by": "y", "state": "open"}),
        ("networks", {"name": "  "}),
    ],
    ids=["ministry", "held without a day", "choice", "blank"],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    context: Context, key: str, values: dict[str, object]
) -> None:
    before = list_records(context, key)

    with pytest.raises(FactInvalidError):
        add(context, key, values)

    assert list_records(context, key) == before


def test_a_scan_answers_the_checklist_and_undo_takes_both_back_s15(
    context: Context, a_case: CaseId
) -> None:
    add(context, "scans", SCAN, a_case)
    assert answered(context, a_case, "labour-scan") == "insufficient"
    assert answered(context, a_case, "labour-date") == "2026-10-01"
    assert "spanning 2,25" in answered(context, a_case, "labour-source")

    undo(context)

    assert answered(context, a_case, "labour-scan") == ""
    assert records_of(context, "scans", a_case) == []


@pytest.mark.parametrize(
    ("vacancies", "seekers", "word"),
    [(149, 100, "niet krap"), (3, 2, "krap"), (399, 100, "krap"), (4, 1, "zeer krap")],
)
def test_tension_is_tight_from_one_and_a_half_and_very_tight_from_four_s15(
    context: Context, a_case: CaseId, vacancies: int, seekers: int, word: str
) -> None:
    values = SCAN | {"vacancies": vacancies, "seekers": seekers}
    scan = find_record(context, "scans", add(context, "scans", values, a_case))

    assert scan is not None
    assert tension_of(scan).endswith(f", {word}")


def test_a_hybrid_start_answers_until_when_s16(context: Context, a_case: CaseId) -> None:
    add(context, "scans", SCAN, a_case)
    add(context, "hybrid_starts", HYBRID, a_case)

    assert answered(context, a_case, "labour-hybrid") == "yes"
    assert answered(context, a_case, "labour-hybrid-until") == "2027-12-31"


def test_a_hybrid_start_does_not_end_before_it_begins_s16(
    context: Context, a_case: CaseId
) -> None:
    with pytest.raises(FactInvalidError):
        add(context, "hybrid_starts", HYBRID | {"until_on": date(2026, 1, 1)}, a_case)


def test_youth_recruitment_names_school_target_and_owner_s17(
    context: Context, a_case: CaseId
) -> None:
    add(context, "youth_measures", YOUTH, a_case)

    kept = answers.list_answers(context.store, a_case)
    told = next(one for one in kept if one.question == "labour-youth")
    assert told.verdict == "yes"
    for words in ("VOORBEELD Hogeschool", "12 mensen", "VOORBEELD Dienst"):
        assert words in told.explanation


def test_principle_five_is_met_only_through_a_linked_chance_s05(
    context: Context, a_case: CaseId
) -> None:
    with pytest.raises(FactInvalidError):
        answer_question(context, a_case, "p5-link", Reply(value="zo maar getypt"))
    values: dict[str, object] = {
        "opportunity_id": add_chance(context),
        "partner": "VOORBEELD Hogeschool",
        "agreement": "stages",
    }

    linked = add(context, "collaborations", values, a_case)

    assert "VOORBEELD Hogeschool" in answered(context, a_case, "p5-link")
    remove_record(context, "collaborations", linked)
    assert answered(context, a_case, "p5-link") == ""


def test_a_closed_case_keeps_its_evidence_but_can_be_followed_up_s17(
    context: Context, a_case: CaseId
) -> None:
    youth = add(context, "youth_measures", YOUTH, a_case)
    change_fact(context, a_case, "stage", Stage.CLOSED)

    with pytest.raises(CaseClosedError):
        add(context, "scans", SCAN, a_case)
    change_record(context, "youth_measures", youth, "realised", 9)

    found = find_record(context, "youth_measures", youth)
    assert found is not None
    assert found.values["realised"] == 9
