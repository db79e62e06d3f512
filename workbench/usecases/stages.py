"""Which stage a case was in from which day, and how long: the letter claims no delay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.domain.case import Case, CaseId, CaseSummary, Stage
from workbench.domain.instrument import Record
from workbench.domain.notation import write_date
from workbench.rules.instruments import load_instruments
from workbench.store import cases, records
from workbench.usecases.context import Context
from workbench.usecases.fields import STAGES

_KEY = "stage_days"
_ADVISED = (Stage.ADOPTED, Stage.SENT)
_ENDED = (Stage.CLOSED, Stage.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageTime:
    """How long a case was, or is, in a stage.

    Attributes:
        days: Until the next stage, or until today; closed cases stop counting.
    """

    stage: Stage
    began_on: date
    days: int


def note_stage(context: Context, case_id: CaseId, stage: Stage) -> None:
    """Keep that a case came into a stage today; inside the action that did it."""
    record = Record(
        id=context.new_id(),
        instrument=_KEY,
        case_id=case_id,
        values={"stage": stage.value, "began_on": context.today(), "note": ""},
    )
    records.save_record(context.store, load_instruments()[_KEY], record)


def stage_times(context: Context, case: Case) -> list[StageTime]:
    """Return the stages of a case in order, each with its days."""
    kept = records.list_records(context.store, load_instruments()[_KEY], case.id)
    known = [
        (date.fromisoformat(one.text("began_on")), Stage(one.text("stage")))
        for one in kept
        if one.text("began_on")
    ]
    known.sort(key=lambda moment: moment[0])  # of one day, in the order they were noted
    known = known or [(case.notice_on or case.judged_on, case.stage)]
    ends = [day for day, _ in known[1:]]
    last = known[-1][0] if known[-1][1] in _ENDED else context.today()
    return [
        StageTime(stage=stage, began_on=day, days=max(0, (end - day).days))
        for (day, stage), end in zip(known, [*ends, last], strict=True)
    ]


def days_to_advice(context: Context, case_id: CaseId) -> int | None:
    """Return the days from the first signal to the adopted advice, `None` before that."""
    times = stage_times(context, cases.load_case(context.store, case_id))
    adopted = next((one for one in times if one.stage in _ADVISED), None)
    return None if adopted is None else (adopted.began_on - times[0].began_on).days


def tell_stages(context: Context, case_id: CaseId) -> str:
    """Return in words how long a case was in each stage, and from signal to advice."""
    times = stage_times(context, cases.load_case(context.store, case_id))
    told = [
        f"{STAGES[one.stage]}: vanaf {write_date(one.began_on)}, {one.days} dagen."
        for one in times
    ]
    days = days_to_advice(context, case_id)
    if days is not None:
        told.append(f"Van het eerste signaal tot het vastgestelde advies: {days} dagen.")
    return "\n".join(told)


def board_rows(context: Context) -> list[tuple[CaseSummary, int]]:
    """Return every case with the days it has been in its stage, the longest first."""
    found = []
    for summary in cases.find_cases(context.store):
        times = stage_times(context, cases.load_case(context.store, summary.id))
        found.append((summary, times[-1].days))
    return sorted(found, key=lambda pair: (-pair[1], pair[0].number))
