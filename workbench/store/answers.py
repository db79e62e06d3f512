"""The answers given to the checklist of a case."""

from datetime import date
from sqlite3 import Row

from workbench.domain.answer import Answer
from workbench.domain.case import CaseId
from workbench.store.connection import Store

_LIST = "select * from answers where case_id = :case_id order by question"
_GIVEN = "select * from answers where question = :question order by case_id"
_SAVE = """
    insert into answers (id, case_id, question, asked_from, verdict, value, explanation,
        source, attachment, name, day)
    values (:id, :case_id, :question, :asked_from, :verdict, :value, :explanation,
        :source, :attachment, :name, :day)
    on conflict (case_id, question) do update set asked_from = :asked_from,
        verdict = :verdict, value = :value, explanation = :explanation, source = :source,
        attachment = :attachment, name = :name, day = :day
"""
_REMOVE = "delete from answers where case_id = :case_id and question = :question"


def list_answers(store: Store, case_id: CaseId) -> list[Answer]:
    """Return every answer of a case, also to questions no longer asked."""
    return [_answer(row) for row in store.query(_LIST, {"case_id": case_id})]


def list_given(store: Store, question: str) -> list[tuple[CaseId, Answer]]:
    """Return the answers to one question in every case."""
    rows = store.query(_GIVEN, {"question": question})
    return [(row["case_id"], _answer(row)) for row in rows]


def answer_id(case_id: CaseId, question: str) -> str:
    """Return the key of the row: an answer given anew continues the same history."""
    return f"{case_id}/{question}"


def save_answer(store: Store, case_id: CaseId, answer: Answer) -> None:
    """Write an answer in place of an earlier one to the same question."""
    columns = {
        "id": answer_id(case_id, answer.question),
        "case_id": case_id,
        "question": answer.question,
        "asked_from": answer.asked_from.isoformat(),
        "verdict": answer.verdict,
        "value": answer.value,
        "explanation": answer.explanation,
        "source": answer.source,
        "attachment": answer.attachment,
        "name": answer.name,
        "day": answer.day.isoformat(),
    }
    store.execute(_SAVE, columns)


def remove_answer(store: Store, case_id: CaseId, question: str) -> None:
    store.execute(_REMOVE, {"case_id": case_id, "question": question})


def _answer(row: Row) -> Answer:
    return Answer(
        question=row["question"],
        asked_from=date.fromisoformat(row["asked_from"]),
        verdict=row["verdict"],
        value=row["value"],
        explanation=row["explanation"],
        source=row["source"],
        attachment=row["attachment"],
        name=row["name"],
        day=date.fromisoformat(row["day"]),
    )
