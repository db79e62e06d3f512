"""Properties of judgements: what an answer carries reopens when it is taken away."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from workbench.domain.answer import Answer
from workbench.domain.case import Case, Occasion, Shift
from workbench.domain.finding import Assessment, Basis, Finding, Outcome
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.domain.rule import RuleSet
from workbench.rules.assessing import assess

AnswerAll = Callable[[Case, int], list[Answer]]
_BODIES = (
    ("overig-ministerie", "ministeries"),
    ("rws", "ministeries"),
    ("ind", "ministeries"),
    ("coa", "zbo"),
    ("gerecht", "rechtspraak"),
)
_PROPERTY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def _vary(case: Case, body: int, kind: int) -> Case:
    """Return one of several cases in which something is due."""
    key, sector = _BODIES[body]
    other = Shift(province="PV22", before=Fte.of(500), after=Fte.of(250))
    smaller = Shift(province="PV28", before=Fte.of(500), after=Fte.of(450))
    here = Shift(province="PV28", before=Fte.of(500), after=Fte.of(750))
    changed: dict[str, object] = {
        0: {},
        1: {
            "fte_before": Fte.of(1000),
            "fte_after": Fte.of(700),
            "shifts": (other, smaller),
        },
        2: {
            "occasion": Occasion.RELOCATION,
            "fte_before": Fte.of(1000),
            "fte_after": Fte.of(1000),
            "shifts": (other, here),
        },
        3: {"judged_on": date(2023, 6, 1), "shifts": ()},
    }[kind]
    return replace(case, body=key, sector=Sector(sector), **changed)  # type: ignore[arg-type]


def _by_key(assessment: Assessment) -> dict[tuple[str, str], Finding]:
    """Return the findings by rule, and by field for those on facts."""
    return {
        (one.rule, one.goes_to if one.rule == "facts" else ""): one
        for one in assessment.findings
    }


@_PROPERTY
@given(st.integers(0, 4), st.integers(0, 3), st.integers(0, 3), st.integers(0, 40))
def test_removed_judgement_reopens_what_rested_on_it_and_nothing_else(  # noqa: PLR0917
    growth: Case,
    rules: RuleSet,
    answer_all: AnswerAll,
    body: int,
    kind: int,
    choice: int,
    removed: int,
) -> None:
    case = _vary(growth, body, kind)
    answers = answer_all(case, choice)
    gone = answers[removed % len(answers)]
    # That nothing is due takes away the reason to ask anything; see the next test.
    assume(gone.verdict not in ("not_meant", "not_crosses"))
    rest = [one for one in answers if one is not gone]

    before = _by_key(assess(case, answers, rules, case.judged_on))
    after = _by_key(assess(case, rest, rules, case.judged_on))

    for key, finding in before.items():
        if gone.question in finding.depends_on:
            assert after[key].basis is Basis.OPEN
        else:
            assert after[key] == finding
    assert all(after[key].basis is Basis.OPEN for key in after.keys() - before.keys())


def test_removing_that_a_move_is_not_meant_opens_the_whole_scope(
    growth: Case, rules: RuleSet, answer_all: AnswerAll
) -> None:
    case = _vary(growth, 0, 2)
    answers = answer_all(case, 1)
    rest = [one for one in answers if one.question != "relocation-meant"]

    before = assess(case, answers, rules, case.judged_on)
    after = assess(case, rest, rules, case.judged_on)

    scope = after.finding("relocation-scope")
    assert before.letter is None
    assert scope is not None
    assert scope.basis is Basis.OPEN
    assert scope in after.missing


@_PROPERTY
@given(st.integers(0, 4), st.integers(0, 2), st.integers(0, 3))
def test_fully_answered_case_has_nothing_missing(
    growth: Case, rules: RuleSet, answer_all: AnswerAll, body: int, kind: int, choice: int
) -> None:
    case = _vary(growth, body, kind)

    found = assess(case, answer_all(case, choice), rules, case.judged_on)

    assert found.missing == ()
    is_dropped = kind == 2 and choice % 2 == 1
    assert (found.letter is None) == is_dropped


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_open_basis_and_open_outcome_go_together(
    growth: Case, rules: RuleSet, kind: int
) -> None:
    case = _vary(growth, 0, kind)

    found = assess(case, [], rules, case.judged_on)

    assert all(
        (one.basis is Basis.OPEN) == (one.outcome is Outcome.OPEN) for one in found.findings
    )


def test_order_of_answers_does_not_matter(
    growth: Case, rules: RuleSet, answer_all: AnswerAll
) -> None:
    answers = answer_all(growth, 0)

    forward = assess(growth, answers, rules, growth.judged_on)
    backward = assess(growth, answers[::-1], rules, growth.judged_on)

    assert forward == backward
