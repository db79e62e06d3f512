"""What a record of a case says in its checklist: one truth, typed once.

A scan, a hybrid start, recruitment among young people and cooperation with the region are
registered as records. The answers that follow from them are written in the same action,
so that undo takes both back.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from workbench.domain.instrument import Record
from workbench.domain.notation import write_date, write_list
from workbench.rules.instruments import load_instruments
from workbench.store import answers, cases
from workbench.usecases.checklist import Reply, keep_reply, wording_on
from workbench.usecases.context import Context
from workbench.usecases.record_lists import records_of
from workbench.usecases.record_words import write_field

SOURCE = "Dossier van de casus"
_OUTCOMES = {"voldoende": "sufficient", "krap": "tight", "onvoldoende": "insufficient"}
Replies = dict[str, Reply]


def follow_record(context: Context, record: Record) -> None:
    """Write what this record says as answers; inside the action that changed it."""
    reply = _REPLIES.get(record.instrument)
    if reply is None:
        return
    case = cases.load_case(context.store, record.case_id)
    if case.is_closed:
        return
    found = reply(context, records_of(context, record.instrument, record.case_id))
    for question, given in found.items():
        known = [one for one in context.rules.questions if one.key == question]
        if not known:
            continue
        if given == Reply():
            _withdraw(context, case.id, question)
        else:
            wording = wording_on(context, question, case.judged_on)
            keep_reply(context, case.id, wording, given)


def _withdraw(context: Context, case_id: str, question: str) -> None:
    """Take back an answer that came from records that are gone; a typed one stays."""
    for answer in answers.list_answers(context.store, case_id):
        if answer.question == question and answer.source.startswith(SOURCE):
            answers.remove_answer(context.store, case_id, question)


def _scan(context: Context, listed: list[Record]) -> Replies:
    dated = [one for one in listed if isinstance(one.values["scanned_on"], date)]
    if not dated:
        return {name: Reply() for name in ("labour-scan", "labour-source", "labour-date")}
    newest = max(dated, key=lambda one: (str(one.values["scanned_on"]), one.id))
    told = [
        f"{newest.text('made_by')}, {newest.text('region')}: {newest.text('professions')}"
    ]
    if words := tension_of(newest):
        told.append(words)
    source = f"{SOURCE}: {newest.text('source')}"
    return {
        "labour-scan": Reply(
            verdict=_OUTCOMES[newest.text("outcome")],
            explanation=newest.text("note"),
            source=source,
        ),
        "labour-source": Reply(value="; ".join(told), source=source),
        "labour-date": Reply(value=newest.text("scanned_on"), source=source),
    }


def tension_of(scan: Record) -> str:
    """Return the tension of a labour market in words; "" when it cannot be computed.

    Open vacancies for each person who has looked for work for less than six months: from
    1,5 tight, from 4 very tight (UWV).
    """
    vacancies, seekers = scan.values.get("vacancies"), scan.values.get("seekers")
    if not isinstance(vacancies, int) or not isinstance(seekers, int) or not seekers:
        return ""
    # whole numbers, so that 1,5 and 4 are exact
    word = "niet krap"
    if 2 * vacancies >= 3 * seekers:
        word = "zeer krap" if vacancies >= 4 * seekers else "krap"
    hundredths = (200 * vacancies + seekers) // (2 * seekers)
    ratio = f"{hundredths // 100},{hundredths % 100:02d}"
    return f"spanning {ratio} ({vacancies} vacatures op {seekers} werkzoekenden), {word}"


def _hybrid(context: Context, listed: list[Record]) -> Replies:
    if not listed:
        return {"labour-hybrid": Reply(), "labour-hybrid-until": Reply()}
    fields = load_instruments()["hybrid_starts"]
    told = []
    for one in listed:
        start = one.values["start_on"]
        hub = write_field(context, fields.field("hub"), one.values["hub"])
        at = f", ook bij {hub}" if hub else ""
        begins = write_date(start if isinstance(start, date) else None)
        told.append(f"vanaf {begins} voor {one.text('share')} procent van de week{at}")
    last = max(one.text("until_on") for one in listed)
    return {
        "labour-hybrid": Reply(verdict="yes", explanation=_sentence(told), source=SOURCE),
        "labour-hybrid-until": Reply(value=last, source=SOURCE),
    }


def _youth(_context: Context, listed: list[Record]) -> Replies:
    if not listed:
        return {"labour-youth": Reply()}
    told = [
        f"{one.text('institute')}, {one.text('programme')}: {one.text('target')} mensen"
        f" per jaar, eigenaar {one.text('owner')}"
        for one in listed
    ]
    explanation = _sentence(told)
    return {"labour-youth": Reply(verdict="yes", explanation=explanation, source=SOURCE)}


def _collaboration(context: Context, listed: list[Record]) -> Replies:
    if not listed:
        return {"p5-link": Reply()}
    field = load_instruments()["collaborations"].field("opportunity_id")
    told = [
        f"{write_field(context, field, one.text('opportunity_id'))}, met"
        f" {one.text('partner')} ({one.text('agreement')})"
        for one in listed
    ]
    return {"p5-link": Reply(value=write_list(told), source=SOURCE)}


def _sentence(told: list[str]) -> str:
    words = "; ".join(told)
    return f"{words[:1].upper()}{words[1:]}."


_REPLIES: dict[str, Callable[[Context, list[Record]], Replies]] = {
    "scans": _scan,
    "hybrid_starts": _hybrid,
    "youth_measures": _youth,
    "collaborations": _collaboration,
}
