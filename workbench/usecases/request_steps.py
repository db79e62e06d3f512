"""Records what happens to a yearly request: steps up the ladder, and its questions.

Everything here is written in a batch that is open already.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from workbench.domain.request import (
    Question,
    QuestionKey,
    QuestionState,
    Request,
    RequestStep,
    StepKind,
)
from workbench.exchange.return_answers import read_answers
from workbench.exchange.return_form import ReturnIssue
from workbench.exchange.return_review import ReturnFinding, ReturnReview
from workbench.store import files, learning, requests
from workbench.usecases.context import Context
from workbench.usecases.figure_files import FigureFile, column_kind

ANSWER_WITHIN = timedelta(days=28)
_SETTLED = (QuestionState.SOLVED, QuestionState.DROPPED)


def find_request(context: Context, ministry: str, day: date) -> Request | None:
    """Return the request to a ministry about a reference date, if there is one."""
    found = requests.list_requests(context.store)
    wanted = (ministry, day)
    return next(
        (one for one in found if (one.ministry, one.reference_date) == wanted), None
    )


def ensure_request(context: Context, ministry: str, day: date) -> Request:
    """Return the request; it is made when there is none yet, in the open batch."""
    known = find_request(context, ministry, day)
    if known is not None:
        return known
    made = Request(
        id=context.new_id(),
        ministry=ministry,
        reference_date=day,
        due_on=context.today() + ANSWER_WITHIN,
    )
    requests.save_request(context.store, made)
    return made


def add_step(
    context: Context,
    request_id: str,
    kind: StepKind,
    *,
    file: str | None = None,
    delivery_id: str | None = None,
    note: str = "",
) -> None:
    """Record a step of today."""
    step = RequestStep(
        id=context.new_id(),
        kind=kind,
        day=context.today(),
        note=note,
        file=file,
        delivery_id=delivery_id,
    )
    requests.add_step(context.store, request_id, step)


def keep_workbook(context: Context, data: bytes, name: str) -> str:
    """Keep a workbook as it is and return its SHA-256."""
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return files.keep_file(context.store, data, name=name, media_type=media_type)


def keep_received(context: Context, source: FigureFile, review: ReturnReview) -> Request:
    """Record that a return came in, what was answered, and what is no longer asked."""
    issue = source.returned
    assert issue is not None
    request = ensure_request(context, issue.ministry, issue.reference_date)
    sha256 = keep_workbook(context, source.data, source.file)
    if all(one.file != sha256 for one in request.steps):
        add_step(context, request.id, StepKind.RECEIVED, file=sha256, note=source.file)
    _follow_questions(context, request, source, review)
    _learn_columns(context, issue, review)
    found = find_request(context, issue.ministry, issue.reference_date)
    assert found is not None
    return found


def keep_taken_in(
    context: Context, source: FigureFile, review: ReturnReview, sha256: str, delivery: str
) -> None:
    """Record that figures of a return were taken in; with questions open it is checked."""
    request = keep_received(context, source, review)
    is_settled = request.open_questions == 0
    kind = StepKind.ACCEPTED if is_settled else StepKind.CHECKING
    add_step(context, request.id, kind, file=sha256, delivery_id=delivery)


def keep_questions(context: Context, request: Request, review: ReturnReview) -> None:
    """Record what is asked of the ministry; a question that was dropped stays dropped."""
    known = {one.key: one for one in request.questions}
    for finding in review.findings:
        kept = known.get(finding.key)
        asked = _ask(context, finding, review.table.sheet, kept)
        if asked != kept:
            requests.save_question(context.store, request.id, asked)


def questions_of(request: Request | None) -> Mapping[QuestionKey, Question]:
    """Return the questions of a request by what they are about."""
    return {one.key: one for one in request.questions} if request else {}


def _ask(
    context: Context, finding: ReturnFinding, sheet: str, known: Question | None
) -> Question:
    cells = finding.cells
    told = Question(
        id=known.id if known else context.new_id(),
        code=finding.check.code,
        organisation=finding.row.organisation,
        sector=finding.row.sector,
        province=finding.row.province,
        cell=f"{sheet}!{cells}" if cells else "",
        found=finding.found,
        text=f"{finding.check.brief}. {finding.check.advice}",
        state=QuestionState.OPEN,
        asked_on=context.today(),
    )
    if known is None:
        return told
    state = QuestionState.OPEN if known.state is QuestionState.SOLVED else known.state
    return replace(
        told,
        state=state,
        owner=known.owner,
        answer=known.answer,
        asked_on=known.asked_on,
    )


def _follow_questions(
    context: Context, request: Request, source: FigureFile, review: ReturnReview
) -> None:
    """Settle what is no longer found, and keep what the ministry answered."""
    found = {one.key for one in review.findings}
    answers = read_answers(source.book)
    for one in request.questions:
        now = one
        if one.state not in _SETTLED and one.key not in found:
            now = replace(now, state=QuestionState.SOLVED)
        answer = answers.get(one.key, "")
        if answer and answer != one.answer:
            is_open = now.state is QuestionState.OPEN
            state = QuestionState.ANSWERED if is_open else now.state
            now = replace(now, answer=answer, state=state)
        if now != one:
            requests.save_question(context.store, request.id, now)


def _learn_columns(context: Context, issue: ReturnIssue, review: ReturnReview) -> None:
    """Remember for this sender which of its own headings is which column of the form."""
    known = learning.list_synonyms(context.store)
    kind = column_kind(issue.ministry)
    for word, column in review.table.own_headings(issue).items():
        if known.get((kind, word)) != str(column):
            learning.save_synonym(context.store, kind, word, str(column))
