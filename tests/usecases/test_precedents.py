"""Cases that are alike, and what would turn one."""

from dataclasses import replace
from datetime import date

import pytest

from tests.usecases.records_help import add
from workbench.domain.case import CaseId, Stage
from workbench.domain.fte import Fte
from workbench.store import cases
from workbench.usecases.cases import change_fact, load_case
from workbench.usecases.checklist import Reply, answer_question
from workbench.usecases.context import Context
from workbench.usecases.letters import compose_draft
from workbench.usecases.precedents import find_precedents, find_turns, unexplained


@pytest.fixture
def twin(context: Context, a_case: CaseId) -> CaseId:
    case = load_case(context, a_case)
    copy = replace(case, id=context.new_id(), number="2025-0001", stage=Stage.NOTICE)
    with context.batch("Eerdere casus"):
        cases.insert_case(context.store, replace(copy, judged_on=date(2025, 1, 1)))
    return copy.id


def conclude(context: Context, case_id: CaseId, verdict: str) -> None:
    answer_question(context, case_id, "conclusion", Reply(verdict=verdict))


def test_a_past_case_that_is_alike_is_offered_with_its_differences_s29(
    context: Context, a_case: CaseId, twin: CaseId
) -> None:
    change_fact(context, twin, "fte_after", Fte.of(1500))

    found = find_precedents(context, a_case)

    assert [one.case.id for one in found] == [twin]
    assert [row[0] for row in found[0].different] == ["Omvang"]
    assert not found[0].is_equal


def test_equal_cases_with_another_advice_ask_for_a_reason(
    context: Context, a_case: CaseId, twin: CaseId
) -> None:
    conclude(context, a_case, "positive")
    conclude(context, twin, "negative")
    draft = compose_draft(context, a_case)
    assert draft is not None
    assert unexplained(context, a_case)[0] in draft.missing

    reason: dict[str, object] = {"other_number": "2025-0001", "reason": "VOORBEELD"}
    add(context, "precedents", reason, a_case)

    assert unexplained(context, a_case) == []


def test_equal_cases_with_the_same_advice_ask_nothing(
    context: Context, a_case: CaseId, twin: CaseId
) -> None:
    for case_id in (a_case, twin):
        conclude(context, case_id, "positive")

    assert find_precedents(context, a_case)[0].is_equal
    assert unexplained(context, a_case) == []


def test_the_smallest_change_that_turns_the_outcome_lies_just_below_the_threshold(
    context: Context, a_case: CaseId
) -> None:
    turns = find_turns(context, a_case)

    told = {one.changes: one.then for one in turns}
    below = ("omvang 919,99 fte (verandering +99,99)",)
    assert "geen advies" in told[below]
    assert all(len(one.changes) == 1 for one in turns)


def test_looking_for_turns_changes_nothing(context: Context, a_case: CaseId) -> None:
    before = load_case(context, a_case)

    assert find_turns(context, a_case) == find_turns(context, a_case)
    assert load_case(context, a_case) == before
