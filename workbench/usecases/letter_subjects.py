"""What a letter can be about, and what is known of it: a case, a request, or itself."""

from __future__ import annotations

from workbench.domain.case import Case
from workbench.domain.finding import Fact, LetterKind
from workbench.domain.letter import LetterSubject
from workbench.domain.notation import UNKNOWN, write_date
from workbench.domain.request import Request
from workbench.letters.texts import LetterText
from workbench.rules import reference
from workbench.store import cases, requests
from workbench.usecases.context import Context
from workbench.usecases.record_facts import case_record_facts, record_facts
from workbench.usecases.record_lists import find_record

FORECAST_YEARS = 4


def about_case(case_id: str) -> LetterSubject:
    """Return a case as the subject of a letter."""
    return LetterSubject(case_id=case_id)


def about_request(request_id: str) -> LetterSubject:
    """Return a yearly request as the subject of a letter."""
    return LetterSubject(request_id=request_id)


def kinds_for(context: Context, subject: LetterSubject) -> list[LetterText]:
    """Return the kinds that can be about this, those that follow from findings first."""
    topic = _topic(subject)
    fitting = [text for text in context.texts.values() if topic in text.about]
    return sorted(
        fitting, key=lambda text: (not text.follows, list(LetterKind).index(text.kind))
    )


def _topic(subject: LetterSubject) -> str:
    if subject.record:
        return f"record:{subject.record.partition('/')[0]}"
    return "case" if subject.case_id else "request" if subject.request_id else "itself"


def subject_facts(context: Context, subject: LetterSubject) -> tuple[Fact, ...]:
    """Return what is known of the subject of a letter besides the checklist of a case."""
    request = load_subject_request(context, subject)
    if request is not None:
        return request_facts(request)
    if subject.case_id:
        return case_record_facts(context, subject.case_id)
    key, _, record_id = subject.record.partition("/")
    record = find_record(context, key, record_id) if key else None
    return record_facts(context, record) if record else ()


def load_subject_case(context: Context, subject: LetterSubject) -> Case | None:
    """Return the case a letter is about, if it is about one."""
    return cases.load_case(context.store, subject.case_id) if subject.case_id else None


def load_subject_request(context: Context, subject: LetterSubject) -> Request | None:
    """Return the request a letter is about, if it is about one."""
    known = requests.list_requests(context.store) if subject.request_id else []
    return next((one for one in known if one.id == subject.request_id), None)


def request_facts(request: Request) -> tuple[Fact, ...]:
    """Return what a letter can say of a yearly request."""
    day = request.reference_date
    texts = {
        "ministry": ("Ministerie", reference.ministry_name(request.ministry, day)),
        "year": ("Jaar", str(day.year)),
        "reference_date": ("Peildatum", write_date(day)),
        "forecast_year": ("Laatste jaar van de prognose", str(day.year + FORECAST_YEARS)),
        "due_on": ("Uiterlijk terug", write_date(request.due_on)),
        "contact": ("Wie antwoordt bij het ministerie", request.contact or UNKNOWN),
    }
    origin = "Jaaropgaven"
    return tuple(
        Fact(key=f"request.{name}", label=label, text=text, origin=origin)
        for name, (label, text) in texts.items()
    )


def recipient_of(
    text: LetterText, case: Case | None, request: Request | None
) -> tuple[str, ...]:
    """Return the lines of the addressee; empty when not known yet."""
    if text.recipient:
        return text.recipient
    if request is not None:
        name = reference.ministry_name(request.ministry, request.reference_date)
        return tuple(filter(None, (f"Ministerie van {name}", request.contact)))
    if case is None:
        return ()
    lines = [case.recipient_name, *case.recipient_address.splitlines()]
    return tuple(line.strip() for line in lines if line.strip())
