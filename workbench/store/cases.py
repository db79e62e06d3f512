"""Cases and the division of their fte over provinces."""

from calendar import monthrange
from datetime import date
from sqlite3 import Row

from workbench.domain.case import Case, CaseId, CaseSummary, Occasion, Shift, Stage, Step
from workbench.domain.errors import CaseNotFoundError
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.store.columns import (
    read_day,
    read_hundredths,
    write_day,
    write_hundredths,
)
from workbench.store.connection import Store

_LOAD = "select * from cases where id = :id"
_FIND_NUMBER = "select id from cases where number = :number"
_SHIFTS = """
    select id, province, fte_before, fte_after from shifts
    where case_id = :case_id order by province
"""
_SUMMARIES = """
    select c.*, (select group_concat(province) from
        (select province from shifts where case_id = c.id order by province)) as provinces
    from cases c
    order by coalesce(c.notice_on, c.judged_on) desc, c.number desc
"""
_INSERT = """
    insert into cases (id, number, title, stage, service, ministry, sector, body, occasion,
        intention, notice_on, judged_on, judged_on_reason, figures_on, fte_before,
        fte_after, planned_year, recipient_name, recipient_address, their_reference,
        their_letter_on, handler, source, is_sample)
    values (:id, :number, :title, :stage, :service, :ministry, :sector, :body, :occasion,
        :intention, :notice_on, :judged_on, :judged_on_reason, :figures_on, :fte_before,
        :fte_after, :planned_year, :recipient_name, :recipient_address, :their_reference,
        :their_letter_on, :handler, :source, :is_sample)
"""
# The journal keeps only the fields that really change.
_UPDATE = """
    update cases set number = :number, title = :title, stage = :stage, service = :service,
        ministry = :ministry, sector = :sector, body = :body, occasion = :occasion,
        intention = :intention, notice_on = :notice_on, judged_on = :judged_on,
        judged_on_reason = :judged_on_reason, figures_on = :figures_on,
        fte_before = :fte_before, fte_after = :fte_after, planned_year = :planned_year,
        recipient_name = :recipient_name, recipient_address = :recipient_address,
        their_reference = :their_reference, their_letter_on = :their_letter_on,
        handler = :handler, source = :source, is_sample = :is_sample
    where id = :id
"""
_INSERT_SHIFT = """
    insert into shifts (id, case_id, province, fte_before, fte_after)
    values (:id, :case_id, :province, :fte_before, :fte_after)
"""
_UPDATE_SHIFT = """
    update shifts set fte_before = :fte_before, fte_after = :fte_after
    where case_id = :case_id and province = :province
"""
_DELETE_SHIFT = "delete from shifts where case_id = :case_id and province = :province"
_LAST_NUMBER = """
    select max(cast(substr(number, 6) as integer)) as last from cases
    where number glob :year || '-[0-9]*'
"""
_STEPS = """
    select * from cases
    where service <> '' and stage <> 'withdrawn' and judged_on between :first and :last
    order by judged_on, number
"""


def load_case(store: Store, case_id: CaseId) -> Case:
    """Return one case with its shifts.

    Raises:
        CaseNotFoundError: There is none with this id.
    """
    row = store.one(_LOAD, {"id": case_id})
    if row is None:
        raise CaseNotFoundError(case=case_id)
    shifts = store.query(_SHIFTS, {"case_id": case_id})
    return _case(row, tuple(_shift(shift) for shift in shifts))


def find_case_id(store: Store, number: str) -> CaseId | None:
    """Return the id of the case with this number, or `None` when there is none."""
    row = store.one(_FIND_NUMBER, {"number": number})
    return None if row is None else str(row["id"])


def find_cases(store: Store, text: str = "") -> list[CaseSummary]:
    """Return the cases whose number, title, service or handler contains `text`.

    Newest first; upper and lower case are the same.
    """
    wanted = text.casefold().strip()
    return [_summary(row) for row in store.query(_SUMMARIES) if wanted in _words(row)]


def insert_case(store: Store, case: Case) -> None:
    store.execute(_INSERT, _columns(case))
    _save_shifts(store, case)


def update_case(store: Store, case: Case) -> None:
    """Write the case and its shifts; only fields that differ are journalled."""
    store.execute(_UPDATE, _columns(case))
    _save_shifts(store, case)


def next_number(store: Store, year: int) -> str:
    """Return the first free number of a year, such as "2024-0118"."""
    row = store.one(_LAST_NUMBER, {"year": str(year)})
    last = row["last"] if row is not None and row["last"] is not None else 0
    return f"{year}-{last + 1:04d}"


def steps_of_service(
    store: Store, service: str, around: date, *, months: int, without: CaseId = ""
) -> list[Step]:
    """Return the cases of a service within `months` before or after a day, oldest first.

    Withdrawn cases do not count, nor does the case `without` itself.
    """
    first, last = _shift_months(around, -months), _shift_months(around, months)
    rows = store.query(_STEPS, {"first": first.isoformat(), "last": last.isoformat()})
    wanted = service.casefold().strip()
    cases = [_case(row, ()) for row in rows if row["id"] != without]
    return [
        Step(number=case.number, judged_on=case.judged_on, change=case.change)
        for case in cases
        if case.service.casefold().strip() == wanted
    ]


def _save_shifts(store: Store, case: Case) -> None:
    kept = {
        row["province"]: _shift(row) for row in store.query(_SHIFTS, {"case_id": case.id})
    }
    wanted = {shift.province: shift for shift in case.shifts}
    for province in kept.keys() - wanted.keys():
        store.execute(_DELETE_SHIFT, {"case_id": case.id, "province": province})
    for province, shift in wanted.items():
        if kept.get(province) == shift:
            continue
        columns = {
            "case_id": case.id,
            "province": province,
            "fte_before": write_hundredths(shift.before),
            "fte_after": write_hundredths(shift.after),
        }
        if province in kept:
            store.execute(_UPDATE_SHIFT, columns)
        else:
            store.execute(_INSERT_SHIFT, columns | {"id": f"{case.id}/{province}"})


def _columns(case: Case) -> dict[str, str | int | None]:
    return {
        "id": case.id,
        "number": case.number,
        "title": case.title,
        "stage": case.stage,
        "service": case.service,
        "ministry": case.ministry,
        "sector": case.sector,
        "body": case.body,
        "occasion": case.occasion,
        "intention": case.intention,
        "notice_on": write_day(case.notice_on),
        "judged_on": write_day(case.judged_on),
        "judged_on_reason": case.judged_on_reason,
        "figures_on": write_day(case.figures_on),
        "fte_before": write_hundredths(case.fte_before),
        "fte_after": write_hundredths(case.fte_after),
        "planned_year": case.planned_year,
        "recipient_name": case.recipient_name,
        "recipient_address": case.recipient_address,
        "their_reference": case.their_reference,
        "their_letter_on": write_day(case.their_letter_on),
        "handler": case.handler,
        "source": case.source,
        "is_sample": int(case.is_sample),
    }


def _case(row: Row, shifts: tuple[Shift, ...]) -> Case:
    return Case(
        id=row["id"],
        number=row["number"],
        title=row["title"],
        stage=Stage(row["stage"]),
        service=row["service"],
        ministry=row["ministry"],
        sector=None if row["sector"] is None else Sector(row["sector"]),
        body=row["body"],
        occasion=None if row["occasion"] is None else Occasion(row["occasion"]),
        intention=row["intention"],
        notice_on=read_day(row["notice_on"]),
        judged_on=date.fromisoformat(row["judged_on"]),
        judged_on_reason=row["judged_on_reason"],
        figures_on=read_day(row["figures_on"]),
        fte_before=read_hundredths(row["fte_before"]),
        fte_after=read_hundredths(row["fte_after"]),
        shifts=shifts,
        planned_year=row["planned_year"],
        recipient_name=row["recipient_name"],
        recipient_address=row["recipient_address"],
        their_reference=row["their_reference"],
        their_letter_on=read_day(row["their_letter_on"]),
        handler=row["handler"],
        source=row["source"],
        is_sample=bool(row["is_sample"]),
    )


def _shift(row: Row) -> Shift:
    return Shift(
        province=row["province"],
        before=read_hundredths(row["fte_before"]),
        after=read_hundredths(row["fte_after"]),
    )


def _words(row: Row) -> str:
    return " ".join(
        row[name] for name in ("number", "title", "service", "handler")
    ).casefold()


def _summary(row: Row) -> CaseSummary:
    return CaseSummary(
        id=row["id"],
        number=row["number"],
        title=row["title"],
        service=row["service"],
        stage=Stage(row["stage"]),
        change=_change(row),
        provinces=tuple(row["provinces"].split(",")) if row["provinces"] else (),
        notice_on=read_day(row["notice_on"]),
        judged_on=date.fromisoformat(row["judged_on"]),
        handler=row["handler"],
        is_sample=bool(row["is_sample"]),
    )


def _change(row: Row) -> Fte | None:
    return _case(row, ()).change


def _shift_months(day: date, months: int) -> date:
    """Return the day `months` later, or the last of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
