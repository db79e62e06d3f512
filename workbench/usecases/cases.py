"""What a user can do with a case and its facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.case import Case, CaseId, CaseSummary, Shift, Stage
from workbench.domain.errors import (
    CaseClosedError,
    FactInvalidError,
    ReasonMissingError,
)
from workbench.domain.fte import Fte
from workbench.domain.organisation import Ministry
from workbench.domain.place import BY_CODE
from workbench.store import cases
from workbench.usecases.context import Change, Context
from workbench.usecases.fields import FIELDS, write_value
from workbench.usecases.stages import note_stage

_STAGES_WHEN_CLOSED = frozenset({"stage"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """What is noted of a possible case before its size is known."""

    title: str
    service: str = ""
    source: str = ""
    intention: str = ""


def find_cases(context: Context, text: str = "") -> list[CaseSummary]:
    """Return the cases whose number, title or service contains `text`, newest first."""
    return cases.find_cases(context.store, text)


def load_case(context: Context, case_id: CaseId) -> Case:
    return cases.load_case(context.store, case_id)


def note_signal(context: Context, signal: Signal) -> tuple[CaseId, Change]:
    """Note a possible case; nothing but a title is needed."""
    if not signal.title.strip():
        raise FactInvalidError(field="Titel", value="", expected="een korte titel")
    today = context.today()
    case = Case(
        id=context.new_id(),
        number=cases.next_number(context.store, today.year),
        title=signal.title.strip(),
        service=signal.service,
        source=signal.source,
        intention=signal.intention,
        judged_on=today,
        handler=context.user,
    )
    with context.batch(f"Signaal {case.number} genoteerd"):
        cases.insert_case(context.store, case)
        note_stage(context, case.id, case.stage)
    return case.id, Change.of(case.id)


def promote_signal(
    context: Context, case_id: CaseId, notice_on: date | None = None
) -> Change:
    """Make a case of a signal; everything noted stays where it is."""
    case = cases.load_case(context.store, case_id)
    day = notice_on or context.today()
    promoted = replace(
        case,
        stage=Stage.NOTICE if case.stage is Stage.SIGNAL else case.stage,
        notice_on=case.notice_on or day,
        judged_on=case.judged_on if case.judged_on_reason else (case.notice_on or day),
    )
    with context.batch(f"Signaal {case.number} is een casus geworden"):
        cases.update_case(context.store, promoted)
        if promoted.stage is not case.stage:
            note_stage(context, case.id, promoted.stage)
    return Change.of(case_id)


def change_fact(
    context: Context, case_id: CaseId, field: str, value: object, reason: str = ""
) -> Change:
    """Change one fact of a case; an unchanged value writes nothing.

    Raises:
        CaseClosedError: Only the stage of a closed case can change.
        FactInvalidError: The value does not fit the field.
        ReasonMissingError: Another reference day than the notice's needs a reason.
    """
    case = cases.load_case(context.store, case_id)
    if case.is_closed and field not in _STAGES_WHEN_CLOSED:
        raise CaseClosedError(case=case.number)
    if getattr(case, field) == value:
        return Change()
    _check_value(context, case, field, value)
    changed = _with_fact(case, field, value, reason.strip())
    label = FIELDS[field].label
    with context.batch(f"{case.number}: {label} is nu {_short(write_value(value))}"):
        cases.update_case(context.store, changed)
        if field == "stage":
            note_stage(context, case_id, changed.stage)
    return Change.of(case_id)


def change_shift(
    context: Context, case_id: CaseId, province: str, before: Fte | None, after: Fte | None
) -> Change:
    """Set the fte of one province, before and after; both unknown takes the row away."""
    case = cases.load_case(context.store, case_id)
    if case.is_closed:
        raise CaseClosedError(case=case.number)
    name = BY_CODE[province].name
    for amount in (before, after):
        if amount is not None and amount.hundredths < 0:
            raise FactInvalidError(
                field=name, value=write_value(amount), expected="nul of meer fte"
            )
    rows = {shift.province: shift for shift in case.shifts}
    if before is None and after is None:
        rows.pop(province, None)
    else:
        rows[province] = Shift(province=province, before=before, after=after)
    shifts = tuple(rows[code] for code in sorted(rows))
    if shifts == case.shifts:
        return Change()
    with context.batch(f"{case.number}: verdeling {name} gewijzigd"):
        cases.update_case(context.store, replace(case, shifts=shifts))
    return Change.of(case_id)


def ministries_on(context: Context, day: date) -> list[Ministry]:
    """Return the ministries that existed on `day`, by name."""
    found = [ministry for ministry in context.ministries if ministry.exists_on(day)]
    return sorted(found, key=lambda ministry: ministry.name)


def ministry_name(context: Context, case: Case) -> str:
    """Return the ministry's name on the reference day, "" when unknown."""
    for ministry in ministries_on(context, case.judged_on):
        if ministry.key == case.ministry:
            return ministry.name
    return ""


def _check_value(context: Context, case: Case, field: str, value: object) -> None:
    shape = FIELDS[field]
    fits = isinstance(value, shape.accepts) or (value is None and shape.may_be_unknown)
    if isinstance(value, Fte) and value.hundredths < 0:
        fits = False
    if field in ("title", "number") and not str(value).strip():
        fits = False
    if field == "ministry" and value is not None:
        names = {ministry.key for ministry in ministries_on(context, case.judged_on)}
        fits = value in names
    if not fits:
        raise FactInvalidError(
            field=shape.label, value=write_value(value), expected=shape.expected
        )


def _with_fact(case: Case, field: str, value: object, reason: str) -> Case:
    changes: dict[str, object] = {field: value}
    if field == "notice_on" and isinstance(value, date) and not case.judged_on_reason:
        changes["judged_on"] = value
    if field == "judged_on":
        follows_notice = value == case.notice_on
        if not follows_notice and not reason:
            raise ReasonMissingError(field=FIELDS[field].label)
        changes["judged_on_reason"] = "" if follows_notice else reason
    return replace(case, **changes)  # type: ignore[arg-type]  # checked against FIELDS


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else flat[:39] + "…"
