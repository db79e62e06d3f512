"""Puts the sample dossiers and the published figures into a store."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from workbench.domain.answer import Answer
from workbench.domain.case import Case, CaseId, Location, Occasion, Shift, Stage
from workbench.domain.errors import RulesInvalidError
from workbench.domain.fte import Fte
from workbench.domain.instrument import Instrument, Record, ValueKind
from workbench.domain.journal import BatchKind
from workbench.domain.organisation import Sector
from workbench.paths import resource
from workbench.rules.instruments import load_instruments
from workbench.store import answers, cases, locations, records
from workbench.usecases.checklist import wording_on
from workbench.usecases.context import Change, Context

_ENUMS = {"occasion": Occasion, "sector": Sector, "stage": Stage}
_AMOUNTS = frozenset({"fte_before", "fte_after", "fte"})


def load_samples(context: Context) -> tuple[list[CaseId], Change]:
    """Put the shipped sample dossiers into the store, once.

    Returns:
        The ids of the sample cases in order; nothing changes when they are there.
    """
    present = {case.title: case.id for case in cases.find_cases(context.store, "")}
    loaded: list[CaseId] = []
    with context.batch("Voorbeelddossiers geladen", kind=BatchKind.SYSTEM):
        for path in sorted(resource("samples").glob("*.toml")):
            table = tomllib.loads(path.read_text(encoding="utf-8"))
            known = present.get(table["case"]["title"])
            loaded.append(known or _load_one(context, path, table))
    return loaded, Change.of(*loaded)


def _load_one(context: Context, path: Path, table: dict[str, Any]) -> CaseId:
    case_id = context.new_id()
    try:
        case = Case(
            id=case_id,
            number=cases.next_number(context.store, table["case"]["judged_on"].year),
            shifts=tuple(_shift(row) for row in table.get("shift", [])),
            **_fields(table["case"]),
        )
        places = [
            Location(id=context.new_id(), case_id=case_id, position=number, **_fields(row))
            for number, row in enumerate(table.get("location", []), start=1)
        ]
    except (TypeError, ValueError, KeyError) as error:
        raise RulesInvalidError(path=path, entry="", detail=str(error)) from error
    cases.insert_case(context.store, case)
    for place in places:
        locations.save_location(context.store, place)
    for row in table.get("answer", []):
        answers.save_answer(context.store, case_id, _answer(context, case, row))
    for row in table.get("record", []):
        instrument = load_instruments()[row["instrument"]]
        record = _record(instrument, row, case_id)
        records.save_record(context.store, instrument, record)
    return case_id


def _record(instrument: Instrument, row: dict[str, Any], case_id: CaseId) -> Record:
    given = row["values"]
    values: dict[str, object] = {}
    for field in instrument.fields:
        value = given.get(field.name, "" if field.kind.is_text else None)
        is_amount = field.kind in (ValueKind.FTE, ValueKind.CHANGE)
        values[field.name] = Fte.of(value) if is_amount and value is not None else value
    return Record(
        id=row["key"],
        instrument=instrument.key,
        case_id=case_id if instrument.is_of_case else "",
        values=values,
    )


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _typed(name, value) for name, value in row.items()}


def _typed(name: str, value: Any) -> Any:
    if name in _AMOUNTS:
        return Fte.of(value)
    if name in _ENUMS:
        return _ENUMS[name](value)
    return value.strip() if isinstance(value, str) else value


def _shift(row: dict[str, Any]) -> Shift:
    before, after = row.get("before"), row.get("after")
    return Shift(
        province=row["province"],
        before=None if before is None else Fte.of(before),
        after=None if after is None else Fte.of(after),
    )


def _answer(context: Context, case: Case, row: dict[str, Any]) -> Answer:
    day: date = row.get("day", case.judged_on)
    return Answer(
        question=row["question"],
        asked_from=wording_on(context, row["question"], case.judged_on).valid_from,
        verdict=row.get("verdict", "given"),
        value=row.get("value", ""),
        explanation=row.get("explanation", "").strip(),
        source=row.get("source", ""),
        name=row["name"],
        day=day,
    )
