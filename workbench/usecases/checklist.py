"""What a user can do with the checklist: see what follows, answer, take back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.domain.answer import UNKNOWN_YET, Answer
from workbench.domain.case import Case, CaseId, Step
from workbench.domain.errors import CaseClosedError, FactInvalidError
from workbench.domain.finding import Assessment
from workbench.domain.fte import Fte
from workbench.domain.notation import read_date, read_fte
from workbench.domain.rule import Question, QuestionKind
from workbench.rules.assessing import assess
from workbench.store import answers, cases, locations
from workbench.usecases.cases import ministry_name
from workbench.usecases.context import Change, Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the user filled in at one question; empty means not filled in."""

    verdict: str = ""
    value: str = ""
    explanation: str = ""
    source: str = ""
    attachment: str | None = None


def assess_case(context: Context, case_id: CaseId) -> Assessment:
    """Return everything that follows for the case on its reference day."""
    case = cases.load_case(context.store, case_id)
    return assess_facts(context, case)


def assess_facts(context: Context, case: Case) -> Assessment:
    """Return what follows for these facts with the kept answers."""
    return assess(
        case,
        answers.list_answers(context.store, case.id),
        context.rules,
        case.judged_on,
        locations=locations.list_locations(context.store, case.id),
        earlier_steps=other_steps(context, case),
        ministry_name=ministry_name(context, case),
    )


def other_steps(context: Context, case: Case) -> list[Step]:
    """Return the cases of the same service that count along on the case's day."""
    for entry in context.rules.settings:
        if entry.key == "cumulation-months" and entry.holds_on(case.judged_on):
            return cases.steps_of_service(
                context.store,
                case.service,
                case.judged_on,
                months=entry.value,
                without=case.id,
            )
    return []


def answer_question(
    context: Context, case_id: CaseId, question: str, reply: Reply
) -> Change:
    """Record one answer, tied to the wording that applies on the case's reference day.

    Raises:
        CaseClosedError: The case is closed; its answers are evidence by now.
        FactInvalidError: A number or date cannot be read, or the option does not exist.
    """
    case = cases.load_case(context.store, case_id)
    if case.is_closed:
        raise CaseClosedError(case=case.number)
    asked = wording_on(context, question, case.judged_on)
    _check_reply(asked, reply)
    if asked.filled_by:
        raise FactInvalidError(
            field=asked.text,
            value=reply.value,
            expected="een regel in het dossier van de casus; daaruit volgt het antwoord",
        )
    answer = _answer(context, asked, reply)
    kept = _kept(context, case_id, question)
    if kept is not None and _same(kept, answer):
        return Change()
    with context.batch(f"{case.number}: vraag “{_short(asked.text)}” beantwoord"):
        answers.save_answer(context.store, case_id, answer)
    return Change.of(case_id)


def keep_reply(context: Context, case_id: CaseId, asked: Question, reply: Reply) -> None:
    """Write an answer that follows from something else, inside an open action."""
    _check_reply(asked, reply)
    answer = _answer(context, asked, reply)
    kept = _kept(context, case_id, asked.key)
    if kept is None or not _same(kept, answer):
        answers.save_answer(context.store, case_id, answer)


def _answer(context: Context, asked: Question, reply: Reply) -> Answer:
    return Answer(
        question=asked.key,
        asked_from=asked.valid_from,
        verdict=reply.verdict or ("given" if reply.value else UNKNOWN_YET),
        value=_normal(asked, reply.value),
        explanation=reply.explanation.strip(),
        source=reply.source.strip(),
        attachment=reply.attachment,
        name=context.user,
        day=context.today(),
    )


def withdraw_answer(context: Context, case_id: CaseId, question: str) -> Change:
    """Take an answer back; what depended on it is open again."""
    case = cases.load_case(context.store, case_id)
    if case.is_closed:
        raise CaseClosedError(case=case.number)
    if _kept(context, case_id, question) is None:
        return Change()
    asked = wording_on(context, question, case.judged_on)
    with context.batch(f"{case.number}: antwoord op “{_short(asked.text)}” ingetrokken"):
        answers.remove_answer(context.store, case_id, question)
    return Change.of(case_id)


def wording_on(context: Context, question: str, day: date) -> Question:
    """Return the wording of a question on `day`, else its latest wording."""
    wordings = [entry for entry in context.rules.questions if entry.key == question]
    fitting = [entry for entry in wordings if entry.holds_on(day)]
    return (fitting or wordings)[-1]


def _check_reply(question: Question, reply: Reply) -> None:
    known = {option.key for option in question.options} | {"", UNKNOWN_YET, "given"}
    if reply.verdict not in known:
        raise FactInvalidError(
            field=question.text, value=reply.verdict, expected="een van de keuzes"
        )
    _normal(question, reply.value)


def _normal(question: Question, value: str) -> str:
    text = value.strip()
    if not text:
        return ""
    try:
        if question.kind is QuestionKind.DATE:
            return read_date(text).isoformat()
        if question.kind is QuestionKind.NUMBER:
            return _amount(read_fte(text))
    except ValueError as error:
        expected = (
            "een datum, zoals 8 mei 2024"
            if question.kind is QuestionKind.DATE
            else f"een getal in {question.unit}, zoals 1.234,5"
        )
        raise FactInvalidError(
            field=question.text, value=text, expected=expected
        ) from error
    return text


def _amount(fte: Fte) -> str:
    return f"{fte.amount:f}"


def _kept(context: Context, case_id: CaseId, question: str) -> Answer | None:
    listed = answers.list_answers(context.store, case_id)
    return next((answer for answer in listed if answer.question == question), None)


def _same(kept: Answer, new: Answer) -> bool:
    return (kept.verdict, kept.value, kept.explanation, kept.source, kept.attachment) == (
        new.verdict,
        new.value,
        new.explanation,
        new.source,
        new.attachment,
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
