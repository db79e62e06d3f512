"""Everything that comes back on a day: of instruments, of cases and of yearly requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.domain.answer import Answer
from workbench.domain.case import Case, CaseSummary, Stage
from workbench.domain.instrument import Instrument, InstrumentField, Record
from workbench.domain.request import Request
from workbench.rules import reference
from workbench.rules.instruments import load_instruments
from workbench.store import answers, cases, requests
from workbench.usecases.calendars import CalendarDay
from workbench.usecases.context import Context
from workbench.usecases.offices import stage_terms_on
from workbench.usecases.record_lists import is_closed, records_of
from workbench.usecases.record_words import Known, title_of
from workbench.usecases.stages import stage_times

_TEMPORARY = "limited-until"
_HYBRID = "labour-hybrid-until"
_ANSWERS = {
    _TEMPORARY: "Tijdelijke locatie loopt af",
    _HYBRID: "Einde van het hybride begin",
}
CHANCES = frozenset({"masterplans", "buildings"})
_OWNERS = ("owner", "handler")
_ENDED = (Stage.CLOSED, Stage.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One thing on one day.

    Attributes:
        kind: What it comes from, such as "Masterplannen".
        about: Number of the case, or a ministry; "" for the office.
        goes_to: Where the window finds it, such as "record:talks/ID".
        is_chance: There is still something to choose then.
    """

    key: str
    day: date
    name: str
    kind: str
    goes_to: str
    about: str = ""
    owner: str = ""
    is_chance: bool = False

    def is_late(self, today: date) -> bool:
        return self.day < today


def list_agenda(context: Context) -> list[AgendaItem]:
    """Return what is still to come or late, the earliest first."""
    known = {case.id: case for case in cases.find_cases(context.store)}
    found = [
        *_of_records(context, known),
        *_of_cases(context, known),
        *_of_requests(context),
    ]
    return sorted(found, key=lambda one: (one.day, one.name))


def as_calendar(items: list[AgendaItem]) -> list[CalendarDay]:
    """Return the items as days for a calendar program."""
    return [
        CalendarDay(
            key=one.key,
            day=one.day,
            name=one.name,
            note=", ".join(filter(None, (one.kind, one.about, one.owner))),
        )
        for one in items
    ]


def _of_records(context: Context, known: dict[str, CaseSummary]) -> Iterator[AgendaItem]:
    words: Known = {}
    for instrument in load_instruments().values():
        returning = [field for field in instrument.fields if field.returns]
        for record in records_of(context, instrument.key) if returning else ():
            if not is_closed(record):
                for field in returning:
                    title = title_of(context, record, words)
                    yield from _item(known, (instrument, field), record, title)


def _item(
    known: dict[str, CaseSummary],
    where: tuple[Instrument, InstrumentField],
    record: Record,
    title: str,
) -> Iterator[AgendaItem]:
    instrument, field = where
    day = record.values.get(field.name)
    if not isinstance(day, date):
        return
    case = known.get(record.case_id)
    owners = (record.text(name) for name in _OWNERS)
    handler = case.handler if case else ""
    place = f"dossier:{record.case_id}/{instrument.key}/{record.id}"
    yield AgendaItem(
        key=f"{record.id}-{field.name}",
        day=day,
        name=field.returns.format(title=title),
        kind=instrument.name,
        goes_to=place if case else f"record:{instrument.key}/{record.id}",
        about=case.number if case else "",
        owner=next((one for one in owners if one), handler),
        is_chance=instrument.key in CHANCES,
    )


def _of_cases(context: Context, known: dict[str, CaseSummary]) -> Iterator[AgendaItem]:
    hybrid = {one.case_id for one in records_of(context, "hybrid_starts")}
    for question in _ANSWERS:
        for case_id, answer in answers.list_given(context.store, question):
            by_record = question == _HYBRID and case_id in hybrid
            if answer.value and not by_record:
                yield _answer_item(known[case_id], answer)
    terms = stage_terms_on(context, context.today())
    for summary in known.values():
        if summary.stage in terms and summary.stage not in _ENDED:
            case = cases.load_case(context.store, summary.id)
            yield _deadline(context, case, terms[case.stage])


def _answer_item(case: CaseSummary, answer: Answer) -> AgendaItem:
    return AgendaItem(
        key=f"{case.id}-{answer.question}",
        day=date.fromisoformat(answer.value),
        name=f"{_ANSWERS[answer.question]}: {case.title}",
        kind="Checklist",
        goes_to=f"case:{case.id}",
        about=case.number,
        owner=case.handler,
    )


def _deadline(context: Context, case: Case, days: int) -> AgendaItem:
    """Return when the term of the stage ends; a term is a working arrangement."""
    last = stage_times(context, case)[-1]
    return AgendaItem(
        key=f"{case.id}-term",
        day=last.began_on + timedelta(days=days),
        name=f"Termijn van {days} dagen (werkafspraak): {case.title}",
        kind="Fase van de casus",
        goes_to=f"case:{case.id}",
        about=case.number,
        owner=case.handler,
    )


def _of_requests(context: Context) -> Iterator[AgendaItem]:
    for request in requests.list_requests(context.store):
        if request.due_on is not None and request.delivery_id is None:
            yield _request_item(request, request.due_on)


def _request_item(request: Request, due_on: date) -> AgendaItem:
    name = reference.ministry_name(request.ministry, request.reference_date)
    return AgendaItem(
        key=f"{request.id}-due",
        day=due_on,
        name=f"Jaaropgave {request.reference_date.year} terug: {name}",
        kind="Jaaropgaven",
        goes_to="page:exchange",
        about=request.ministry,
    )
