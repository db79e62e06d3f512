"""Fixed cases and answers for the tests of the rules."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from workbench.domain.answer import Answer
from workbench.domain.case import Case, Occasion, Shift
from workbench.domain.finding import AskState, Assessment
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.domain.rule import Question, QuestionKind, RuleSet
from workbench.rules.assessing import assess
from workbench.rules.loading import load_rules

_DAY = date(2024, 6, 3)

Answered = Callable[..., Assessment]
AnswerAll = Callable[[Case, int], list[Answer]]


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    return load_rules()


@pytest.fixture
def growth() -> Case:
    """VOORBEELD: a service in Zuid-Holland grows by 150 fte after 8 May 2024."""
    return Case(
        id="case-1",
        number="2024-0001",
        title="VOORBEELD groei",
        service="VOORBEELD Dienst",
        ministry="BZK",
        sector=Sector.MINISTRIES,
        body="overig-ministerie",
        occasion=Occasion.SIZE_CHANGE,
        intention="VOORBEELD",
        notice_on=_DAY,
        judged_on=_DAY,
        figures_on=date(2024, 1, 1),
        fte_before=Fte.of(500),
        fte_after=Fte.of(650),
        shifts=(Shift(province="PV28", before=Fte.of(500), after=Fte.of(650)),),
    )


@pytest.fixture
def answered(rules: RuleSet) -> Answered:
    """Return a function that assesses a case with verdicts by question.

    A question's hyphens are written as underscores; an answer without ground is written
    with an exclamation mark, as in `p2="weighed!"`.
    """

    def run(case: Case, **verdicts: str) -> Assessment:
        held = {one.key: one for one in rules.questions if one.holds_on(case.judged_on)}
        answers = [
            _answer(held[key.replace("_", "-")], verdict)
            for key, verdict in verdicts.items()
        ]
        return assess(case, answers, rules, case.judged_on)

    return run


@pytest.fixture
def answer_all(rules: RuleSet) -> AnswerAll:
    """Return a function that answers whatever is asked, with the option of that number."""

    def run(case: Case, choice: int) -> list[Answer]:
        answers: list[Answer] = []
        while open_ones := _open(assess(case, answers, rules, case.judged_on)):
            answers += [_complete(question, choice) for question in open_ones]
        return answers

    return run


def _open(assessment: Assessment) -> Sequence[Question]:
    return [one.question for one in assessment.asked if one.state is AskState.OPEN]


def _complete(question: Question, choice: int) -> Answer:
    if question.kind is QuestionKind.CHOICE:
        return _answer(question, question.options[choice % len(question.options)].key)
    is_date = question.kind is QuestionKind.DATE
    return _answer(question, "2025-01-01" if is_date else "VOORBEELD tekst")


def _answer(question: Question, verdict: str) -> Answer:
    is_choice = question.kind is QuestionKind.CHOICE or verdict == "unknown"
    return Answer(
        question=question.key,
        asked_from=question.valid_from,
        verdict=verdict.rstrip("!") if is_choice else "given",
        value="" if is_choice else verdict,
        explanation="" if verdict.endswith("!") else "VOORBEELD reden",
        name="A. Voorbeeld",
        day=_DAY,
    )
