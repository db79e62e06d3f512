"""Yearly requests for figures with their steps and questions."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from sqlite3 import Row

from workbench.domain.request import (
    Question,
    QuestionState,
    Request,
    RequestStep,
    StepKind,
)
from workbench.store.columns import read_day, write_day
from workbench.store.connection import Store

_LIST = "select * from requests order by reference_date, ministry"
_STEPS = "select * from request_steps order by position"
_QUESTIONS = "select * from request_questions order by id"
_SAVE = """
    insert into requests (id, ministry, reference_date, due_on, contact)
    values (:id, :ministry, :reference_date, :due_on, :contact)
    on conflict (id) do update set due_on = excluded.due_on, contact = excluded.contact
"""
_ADD_STEP = """
    insert into request_steps
        (id, request_id, position, kind, day, note, file, delivery_id)
    values (:id, :request_id,
        (select coalesce(max(position), 0) + 1 from request_steps
         where request_id = :request_id),
        :kind, :day, :note, :file, :delivery_id)
"""
_REMOVE_STEP = "delete from request_steps where id = :id"
_SAVE_QUESTION = """
    insert into request_questions (id, request_id, code, organisation, sector, province,
        cell, found, text, state, owner, answer, asked_on)
    values (:id, :request_id, :code, :organisation, :sector, :province,
        :cell, :found, :text, :state, :owner, :answer, :asked_on)
    on conflict (id) do update set cell = excluded.cell, found = excluded.found,
        text = excluded.text, state = excluded.state, owner = excluded.owner,
        answer = excluded.answer
"""


def list_requests(store: Store) -> list[Request]:
    """Return every request with its steps and questions, oldest reference date first."""
    steps: defaultdict[str, list[RequestStep]] = defaultdict(list)
    for row in store.query(_STEPS):
        steps[row["request_id"]].append(_step(row))
    questions: defaultdict[str, list[Question]] = defaultdict(list)
    for row in store.query(_QUESTIONS):
        questions[row["request_id"]].append(_question(row))
    return [
        Request(
            id=row["id"],
            ministry=row["ministry"],
            reference_date=date.fromisoformat(row["reference_date"]),
            due_on=read_day(row["due_on"]),
            contact=row["contact"],
            steps=tuple(steps[row["id"]]),
            questions=tuple(questions[row["id"]]),
        )
        for row in store.query(_LIST)
    ]


def save_request(store: Store, request: Request) -> None:
    """Keep a request; its steps and questions are kept apart."""
    store.execute(
        _SAVE,
        {
            "id": request.id,
            "ministry": request.ministry,
            "reference_date": request.reference_date.isoformat(),
            "due_on": write_day(request.due_on),
            "contact": request.contact,
        },
    )


def add_step(store: Store, request_id: str, step: RequestStep) -> None:
    store.execute(
        _ADD_STEP,
        {
            "id": step.id,
            "request_id": request_id,
            "kind": step.kind,
            "day": step.day.isoformat(),
            "note": step.note,
            "file": step.file,
            "delivery_id": step.delivery_id,
        },
    )


def remove_step(store: Store, step_id: str) -> None:
    store.execute(_REMOVE_STEP, {"id": step_id})


def save_question(store: Store, request_id: str, question: Question) -> None:
    store.execute(
        _SAVE_QUESTION,
        {
            "id": question.id,
            "request_id": request_id,
            "code": question.code,
            "organisation": question.organisation,
            "sector": question.sector,
            "province": question.province,
            "cell": question.cell,
            "found": question.found,
            "text": question.text,
            "state": question.state,
            "owner": question.owner,
            "answer": question.answer,
            "asked_on": question.asked_on.isoformat(),
        },
    )


def _step(row: Row) -> RequestStep:
    return RequestStep(
        id=row["id"],
        kind=StepKind(row["kind"]),
        day=date.fromisoformat(row["day"]),
        note=row["note"],
        file=row["file"],
        delivery_id=row["delivery_id"],
    )


def _question(row: Row) -> Question:
    return Question(
        id=row["id"],
        code=row["code"],
        organisation=row["organisation"],
        sector=row["sector"],
        province=row["province"],
        cell=row["cell"],
        found=row["found"],
        text=row["text"],
        state=QuestionState(row["state"]),
        owner=row["owner"],
        answer=row["answer"],
        asked_on=date.fromisoformat(row["asked_on"]),
    )
