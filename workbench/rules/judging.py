"""Turns the answers to a rule's questions into a judged finding, or says what is lacking.

Which outcome a verdict means is data: a rule says it under a name that ends with the
verdict, such as "deviates-not_met".
"""

from dataclasses import replace

from workbench.domain.answer import Answer
from workbench.domain.finding import Asked, AskState, Basis, Finding, Weight
from workbench.rules.situations import Situation
from workbench.rules.wording import find


def find_judged(
    situation: Situation,
    rule: str,
    *,
    open_says: str = "open",
    local: dict[str, str] | None = None,
    because: tuple[str, ...] = (),
) -> Finding:
    """Return what was judged, or what is still open and which question settles it."""
    questions = situation.questions_of(rule)
    lacking = [one for one in questions if one.state is not AskState.ANSWERED]
    if lacking or not questions:
        return find_open(situation, rule, open_says, local=local, because=because)
    said, says = _decisive(situation, rule, questions)
    return judge(situation, rule, says, said, local=local, because=because)


def find_open(
    situation: Situation,
    rule: str,
    says: str = "open",
    *,
    local: dict[str, str] | None = None,
    because: tuple[str, ...] = (),
) -> Finding:
    """Return an open finding that leads to the first question still lacking."""
    lacking = [
        one for one in situation.questions_of(rule) if one.state is not AskState.ANSWERED
    ]
    is_needed = any(one.question.is_needed for one in lacking)
    return find(
        situation,
        rule,
        says,
        local=local,
        because=because,
        weight=Weight.BLOCKS if is_needed else Weight.SIGNALS,
        goes_to=f"question:{lacking[0].question.key}" if lacking else "",
    )


def judge(
    situation: Situation,
    rule: str,
    says: str,
    main: Asked,
    *,
    local: dict[str, str] | None = None,
    because: tuple[str, ...] = (),
) -> Finding:
    """Return a finding that rests on the answer to `main`, with ground, name and day."""
    answer = _answer(main)
    answers = tuple(f"answer.{one.question.key}" for one in situation.questions_of(rule))
    finding = find(
        situation,
        rule,
        says,
        local=local,
        because=(*because, *answers),
        goes_to=f"question:{main.question.key}",
    )
    return replace(
        finding,
        basis=Basis.JUDGED,
        judged_by=answer.name,
        judged_on=answer.day,
        ground=answer.explanation or _grounds(situation, rule),
    )


def _decisive(situation: Situation, rule: str, questions: list[Asked]) -> tuple[Asked, str]:
    """Return the last answer whose verdict the rule words, and the name of those words."""
    by_verdict = {says.partition("-")[2]: says for says in situation.book.rules[rule].says}
    worded = [one for one in questions if _answer(one).verdict in by_verdict]
    return worded[-1], by_verdict[_answer(worded[-1]).verdict]


def _grounds(situation: Situation, rule: str) -> str:
    """Return the first explanation or text given with any answer to the rule."""
    answers = [_answer(one) for one in situation.questions_of(rule)]
    given = [answer.explanation or answer.value for answer in answers]
    return next((text for text in given if text), "")


def _answer(asked: Asked) -> Answer:
    if asked.answer is None:
        raise ValueError(f"{asked.question.key} is answered without an answer")
    return asked.answer
