"""Decides which questions are asked and where each of them stands."""

from collections.abc import Iterable
from dataclasses import replace

from workbench.domain.answer import UNKNOWN_YET, Answer
from workbench.domain.finding import Asked, AskState, Assessment, Basis, Finding, Weight
from workbench.domain.notation import read_date, read_fte
from workbench.domain.rule import Question, QuestionKind, RuleSet
from workbench.rules.conditions import is_asked, without_advice


def ask(
    questions: tuple[Question, ...], answers: Iterable[Answer], holds: frozenset[str]
) -> tuple[dict[str, Asked], frozenset[str]]:
    """Return the questions asked or answered, and the conditions that hold at the end.

    Questions are taken in order, so that a condition on an answer only sees an answer
    that is itself still asked for.
    """
    by_key = {answer.question: answer for answer in answers}
    asked: dict[str, Asked] = {}
    verdicts: dict[str, str] = {}
    for question in questions:
        answer = by_key.get(question.key)
        if is_asked(question, holds, verdicts):
            state, lacking = _stand(question, answer)
            asked[question.key] = Asked(
                question=question, state=state, answer=answer, lacking=lacking
            )
            if answer is not None and state is AskState.ANSWERED:
                verdicts[question.key] = answer.verdict
                holds = without_advice(holds, verdicts)
        elif answer is not None:
            asked[question.key] = Asked(
                question=question, state=AskState.NOT_ASKED, answer=answer
            )
    return asked, holds


def keep_others(
    rules: RuleSet, asked: dict[str, Asked], answers: Iterable[Answer]
) -> dict[str, Asked]:
    """Return the kept answers to questions that the framework of this day does not know."""
    kept: dict[str, Asked] = {}
    wordings = {(found.key, found.valid_from): found for found in rules.questions}
    for answer in answers:
        question = wordings.get((answer.question, answer.asked_from))
        if question is not None and question.key not in asked:
            kept[question.key] = Asked(
                question=question, state=AskState.NOT_ASKED, answer=answer
            )
    return kept


def weigh(asked: dict[str, Asked], findings: Iterable[Finding]) -> tuple[Asked, ...]:
    """Return the questions with the number of open findings that wait for each."""
    waiting = [
        found.depends_on
        for found in findings
        if found.basis is Basis.OPEN and found.weight is not Weight.INFORMS
    ]
    return tuple(
        replace(one, matters=sum(one.question.key in keys for keys in waiting))
        for one in asked.values()
    )


def next_question(assessment: Assessment) -> str | None:
    """Return the question to ask now; `None` when only "weet ik nog niet" is left.

    Needed questions go first, then those for which most open findings wait, then the
    wizard's order.
    """
    open_ones = [
        one for one in assessment.asked if one.state in (AskState.OPEN, AskState.INCOMPLETE)
    ]
    best = min(
        open_ones,
        key=lambda one: (not one.question.is_needed, -one.matters),
        default=None,
    )
    return best.question.key if best else None


def _stand(question: Question, answer: Answer | None) -> tuple[AskState, str]:
    if answer is None or not answer.verdict:
        return AskState.OPEN, ""
    if answer.verdict == UNKNOWN_YET:
        return AskState.UNKNOWN, ""
    lacking = _lacking(question, answer)
    return (AskState.INCOMPLETE, lacking) if lacking else (AskState.ANSWERED, "")


def _lacking(question: Question, answer: Answer) -> str:
    """Return what an answer still needs: "wording", "verdict", "explanation" or "value"."""
    if answer.asked_from != question.valid_from:
        return "wording"
    if question.kind is QuestionKind.CHOICE:
        option = question.option(answer.verdict)
        if option is None:
            return "verdict"
        is_bare = option.asks_reason and not answer.explanation.strip()
        return "explanation" if is_bare else ""
    return "" if _is_readable(question.kind, answer.value) else "value"


def _is_readable(kind: QuestionKind, value: str) -> bool:
    try:
        if kind is QuestionKind.DATE:
            read_date(value)
        elif kind is QuestionKind.NUMBER:
            read_fte(value)
    except ValueError:
        return False
    return bool(value.strip())
