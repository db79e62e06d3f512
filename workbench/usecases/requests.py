"""The yearly round: who was asked, who answered, whom to remind, what is still asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from workbench.domain.errors import FactInvalidError
from workbench.domain.notation import write_date
from workbench.domain.organisation import Ministry
from workbench.domain.request import (
    Question,
    QuestionState,
    Request,
    RequestStep,
    StepKind,
)
from workbench.exchange.return_form import ReturnIssue
from workbench.exchange.return_review import ReturnReview
from workbench.rules import reference
from workbench.store import files, requests
from workbench.usecases.context import Change, Context
from workbench.usecases.figure_files import FigureFile
from workbench.usecases.request_steps import (
    add_step,
    ensure_request,
    find_request,
    keep_questions,
    keep_received,
    keep_workbook,
    questions_of,
)
from workbench.usecases.returns import build_return_for, return_ministries
from workbench.usecases.saving import is_open_form, save_bytes

_EVERYTHING = Change(everything=True)
BY_HAND = (
    StepKind.REMINDED,
    StepKind.RECEIVED,
    StepKind.CHECKING,
    StepKind.ACCEPTED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """One ministry in the round of a year.

    Attributes:
        request: `None` as long as it was not asked.
        late: Days since it was due, while it is to answer.
    """

    ministry: Ministry
    request: Request | None
    late: int | None


def list_round(context: Context, year: int) -> list[RoundRow]:
    """Return every ministry that exists on the reference date, asked or not."""
    day = date(year, 1, 1)
    known = {
        one.ministry: one
        for one in requests.list_requests(context.store)
        if one.reference_date == day
    }
    rows = []
    for ministry in return_ministries(context, year):
        request = known.get(ministry.key)
        late = request.days_late(context.today()) if request else None
        rows.append(RoundRow(ministry=ministry, request=request, late=late))
    return rows


def send_request(
    context: Context, ministry: str, year: int, path: Path
) -> tuple[Path, Change]:
    """Write the workbook to `path`, keep a copy, and record that it was asked.

    It is an ods when `path` says so, and an xlsx else.

    Raises:
        FactInvalidError: There is no such ministry on that day.
    """
    data = build_return_for(context, ministry, year, is_open=is_open_form(path))
    save_bytes(path, data)
    day = date(year, 1, 1)
    name = reference.ministry_name(ministry, day)
    with context.batch(f"Opgave {year} gevraagd aan {name}"):
        request = ensure_request(context, ministry, day)
        sha256 = keep_workbook(context, data, path.name)
        add_step(context, request.id, StepKind.ASKED, file=sha256, note=path.name)
    return path, _EVERYTHING


def send_questions(
    context: Context, source: FigureFile, review: ReturnReview, path: Path
) -> tuple[Path, Change]:
    """Write a return with its findings marked to `path`, and record what is asked.

    The return itself is kept as it came.

    Raises:
        LookupError: The file is no yearly return.
    """
    issue = source.returned
    if issue is None:
        raise LookupError(source.file)
    known = questions_of(find_request(context, issue.ministry, issue.reference_date))
    from workbench.exchange.return_marking import (  # noqa: PLC0415  (openpyxl is heavy)
        MarkedReturn,
        mark_return,
    )

    marked = MarkedReturn(
        book=source.book,
        issue=issue,
        table=review.table,
        findings=review.findings,
        about=source.sender,
        known=known,
    )
    data = mark_return(marked, context.today())
    save_bytes(path, data)
    with context.batch(f"Vragen uitgezet bij {source.sender}"):
        request = keep_received(context, source, review)
        keep_questions(context, request, review)
        sha256 = keep_workbook(context, data, path.name)
        add_step(context, request.id, StepKind.QUESTIONED, file=sha256, note=path.name)
    return path, _EVERYTHING


def record_step(context: Context, request_id: str, kind: StepKind, note: str) -> Change:
    """Record by hand that something happened today.

    Raises:
        FactInvalidError: It is accepted while questions are open.
    """
    request = _load(context, request_id)
    if kind is StepKind.ACCEPTED and request.open_questions:
        raise FactInvalidError(
            field="Stand",
            value=str(kind),
            expected=f"eerst een antwoord op {request.open_questions} open vragen",
        )
    with context.batch(f"Opgave {_name(request)}: {kind}"):
        add_step(context, request_id, kind, note=note.strip())
    return _EVERYTHING


def set_due(context: Context, request_id: str, day: date | None) -> Change:
    """Set the day on which the return is due; `None` for none."""
    request = _load(context, request_id)
    return _save(context, request, replace(request, due_on=day), "uiterste datum")


def set_contact(context: Context, request_id: str, text: str) -> Change:
    """Set who answers for the ministry."""
    request = _load(context, request_id)
    return _save(context, request, replace(request, contact=text.strip()), "contact")


def settle_question(
    context: Context,
    request_id: str,
    question_id: str,
    *,
    state: QuestionState | None = None,
    owner: str | None = None,
    answer: str | None = None,
) -> Change:
    """Change how far a question is, who answers it, or what was answered."""
    request = _load(context, request_id)
    kept = next(one for one in request.questions if one.id == question_id)
    changed: Question = replace(
        kept,
        state=kept.state if state is None else state,
        owner=kept.owner if owner is None else owner.strip(),
        answer=kept.answer if answer is None else answer.strip(),
    )
    if changed == kept:
        return Change()
    with context.batch(f"Vraag aan {_name(request)} bijgewerkt"):
        requests.save_question(context.store, request_id, changed)
    return _EVERYTHING


def step_file(context: Context, step: RequestStep) -> tuple[str, bytes]:
    """Return the name and content of the workbook that went with a step.

    Raises:
        LookupError: None went with it.
    """
    if step.file is None:
        raise LookupError(step.id)
    kept = files.describe_file(context.store, step.file)
    return kept.name, files.read_file(context.store, step.file)


def doubts_about(
    context: Context, issue: ReturnIssue, expected: tuple[str, int] | None = None
) -> list[str]:
    """Return what is odd about which return this is; each a sentence.

    Args:
        expected: Key of the ministry and year that the user chose the file for.
    """
    name = _ministry(issue.ministry, issue.reference_date)
    year = issue.reference_date.year
    doubts = []
    if expected is not None and expected != (issue.ministry, year):
        wanted = _ministry(expected[0], date(expected[1], 1, 1))
        doubts.append(
            f"U koos een bestand voor {wanted}, peildatum 1 januari {expected[1]}. Dit is "
            f"de opgave van {name}, peildatum 1 januari {year}."
        )
    request = find_request(context, issue.ministry, issue.reference_date)
    if request is None or not request.steps:
        doubts.append(_unasked(requests.list_requests(context.store), issue, name))
        return doubts
    asked = [one.day for one in request.steps if one.kind is StepKind.ASKED]
    if asked and asked[-1] > issue.issued_on:
        doubts.append(
            f"Dit is de werkmap van {write_date(issue.issued_on)}. Op "
            f"{write_date(asked[-1])} is een nieuwere gestuurd."
        )
    if request.step is not None and request.step.kind is StepKind.ACCEPTED:
        day = write_date(request.step.day)
        doubts.append(f"Deze opgave is al geaccepteerd, op {day}.")
    return doubts


def _unasked(known: Sequence[Request], issue: ReturnIssue, name: str) -> str:
    years = [one.reference_date.year for one in known if one.ministry == issue.ministry]
    if years:
        return (
            f"Aan {name} is gevraagd naar 1 januari {max(years)}. Deze opgave gaat over "
            f"1 januari {issue.reference_date.year}."
        )
    return f"Deze werkbank heeft deze opgave niet gevraagd aan {name}."


def _load(context: Context, request_id: str) -> Request:
    found = requests.list_requests(context.store)
    return next(one for one in found if one.id == request_id)


def _save(context: Context, before: Request, after: Request, what: str) -> Change:
    if before == after:
        return Change()
    with context.batch(f"Opgave {_name(before)}: {what} gewijzigd"):
        requests.save_request(context.store, after)
    return _EVERYTHING


def _name(request: Request) -> str:
    name = reference.ministry_name(request.ministry, request.reference_date)
    return f"{request.reference_date.year} van {name or request.ministry}"


def _ministry(key: str, day: date) -> str:
    return f"het ministerie van {reference.ministry_name(key, day) or key}"
