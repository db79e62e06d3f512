"""Sums the register for a pivot table: one query per date, so never over dates."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from sqlite3 import Row

from workbench.domain.delivery import FteValue, Notion, Staff, ValueKind
from workbench.domain.pivot import Dimension, Key, PivotQuestion
from workbench.domain.slice import Slice
from workbench.store import pivot_sql as sql
from workbench.store.columns import read_hundredths, write_day
from workbench.store.connection import Store, connect
from workbench.store.failures import translated

_OF_SETS = (Dimension.DELIVERY, Dimension.METHOD)
_Given = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """What holds on a date but is no figure.

    Attributes:
        ministries: Ministry by organisation.
        randstad: Codes of the places that lie in the Randstad; empty when it is not laid
            down which do, and then no place is inside or outside it.
        parts: Organisations whose figures are in those of the organisation above them.
    """

    ministries: Mapping[str, str] = field(default_factory=dict)
    randstad: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySums:
    """The sums of one reference date.

    Attributes:
        cells: Keys of rows and columns without the date, known hundredths, number of
            unknown figures, number of figures.
    """

    day: date
    cells: list[tuple[Key, int, int, int]]


@contextmanager
def borrow_reader(store: Store) -> Iterator[Store]:
    """Give a job a connection of its own, so that the window keeps reading meanwhile.

    A store in memory has only the one connection.
    """
    if store.path == ":memory:":
        yield store
        return
    reader = Store(connect(store.path, mode="ro"), store.path, store.clock)
    reader.connection.execute("pragma temp_store = memory")
    try:
        yield reader
    finally:
        reader.close()


def list_days(store: Store, slice_: Slice) -> list[date]:
    """Return the dates of which a slice has figures, oldest first."""
    rows = store.query(sql.DAYS.format(conditions=_bounds(slice_)), _slice_given(slice_))
    return [date.fromisoformat(row["day"]) for row in rows]


def list_staff(store: Store, slice_: Slice) -> set[Staff]:
    """Return whom the figures of a slice tell apart."""
    text = sql.STAFF_KINDS.format(conditions=_bounds(slice_))
    return {Staff(row["staff"]) for row in store.query(text, _slice_given(slice_))}


def list_horizons(store: Store) -> list[int | None]:
    return [row["horizon"] for row in store.query(sql.HORIZONS)]


def present_organisations(
    store: Store, slice_: Slice, day: date, among: Sequence[str]
) -> set[str]:
    """Return which of some organisations have figures on a date."""
    counted = [row["number"] for row in _counted(store, slice_, day)]
    given = _slice_given(slice_) | {
        "among": json.dumps(list(among)),
        "counted": json.dumps(counted),
    }
    rows = store.query(sql.PRESENT.format(conditions=_bounds(slice_)), given)
    return {row["organisation"] for row in rows}


def list_methods_of(store: Store, slice_: Slice, day: date) -> list[tuple[str, bool]]:
    """Return how each delivery that counts was counted, and whether it is made up."""
    text = sql.METHODS.format(conditions=_bounds(slice_))
    rows = store.query(text, _slice_given(slice_) | {"day": day.isoformat()})
    return [(row["method"], bool(row["is_sample"])) for row in rows]


def sum_days(
    store: Store, question: PivotQuestion, days: Mapping[date, DayFacts]
) -> Iterator[DaySums]:
    """Yield the sums of each date; what is filtered out is not in them."""
    has_parts = bool(list_staff(store, question.slice_) - {Staff.BOTH})
    by_position = question.staff is Staff.BOTH and has_parts
    codes: dict[int, Key] = {}
    made_for: DayFacts | None = None
    for day, facts in days.items():
        if facts != made_for:
            codes = _want(store, question, facts, by_position=by_position)
            made_for = facts
        text = sql.POSITION_SUMS if by_position else sql.PLAIN_SUMS
        yield _sum_day(store, question, day, text=text, codes=codes)


def list_origins(
    store: Store, question: PivotQuestion, day: date, facts: DayFacts, limit: int
) -> tuple[list[tuple[FteValue, str]], int]:
    """Return the figures that count, each with the id of its delivery, and their number.

    Unknown ones come first.
    """
    _want(store, question, facts, by_position=question.staff is Staff.BOTH)
    given, deliveries = _day_given(store, question, day)
    rows = store.query(_with_wholes(store, sql.ORIGINS), given | {"limit": limit})
    horizon = question.slice_.horizon
    found = [
        (_value(row, day, horizon), deliveries[row["set_number"]]["delivery_id"])
        for row in rows
    ]
    return found, rows[0]["number"] if rows else 0


def _sum_day(
    store: Store, question: PivotQuestion, day: date, *, text: str, codes: dict[int, Key]
) -> DaySums:
    given, sets = _day_given(store, question, day)
    cursor = store.connection.cursor()
    cursor.row_factory = None
    with translated(store.path):
        found = cursor.execute(_with_wholes(store, text), given).fetchall()
    axes = [one for one in (*question.rows, *question.columns) if one is not Dimension.DAY]
    columns = [
        (at, "method" if one is Dimension.METHOD else "delivery_id")
        for at, one in enumerate(axes)
        if one in _OF_SETS
    ]
    if not columns and len(sets) == 1:
        return DaySums(
            day=day, cells=[(codes[row[0]], row[2] or 0, *row[3:]) for row in found]
        )
    cells: dict[Key, tuple[int, int, int]] = {}
    for code, number, known, unknown, count in found:
        parts = list(codes[code])
        for at, name in columns:
            parts.insert(at, sets[number][name])
        key = tuple(parts)
        held = cells.get(key, (0, 0, 0))
        cells[key] = (held[0] + (known or 0), held[1] + unknown, held[2] + count)
    return DaySums(day=day, cells=[(key, *sums) for key, sums in cells.items()])


def _want(
    store: Store, question: PivotQuestion, facts: DayFacts, *, by_position: bool
) -> dict[int, Key]:
    """Note down which series are asked for, and return the keys of each cell."""
    axes = (*question.rows, *question.columns)
    keys = [sql.KEYS[one] for one in axes if one in sql.KEYS]
    used = {*axes, *dict(question.filters)}
    joins = sql.MINISTRIES if Dimension.MINISTRY in used else ""
    given = _question_given(question, facts)
    fill = sql.FILL_WANTED.format(
        code=sql.CODE.format(keys=", ".join(keys)) if keys else "1",
        position=sql.POSITION if by_position else "0",
        joins=joins,
        conditions=_conditions(question),
    )
    connection = store.connection
    with translated(store.path):
        connection.execute(sql.MAKE_WANTED)
        connection.execute(sql.CLEAR_WANTED)
        connection.execute(fill, given)
    listed = "".join(f", {key}" for key in keys)
    rows = store.query(sql.CODES.format(keys=listed, joins=joins), given)
    return {row[0]: tuple(row)[1:] for row in rows}


def _conditions(question: PivotQuestion) -> str:
    only = [
        sql.ONLY.format(key=sql.KEYS[one], name=one.name)
        for one, _ in question.filters
        if one in sql.KEYS
    ]
    return _bounds(question.slice_) + _staff(question) + "".join(only)


def _staff(question: PivotQuestion) -> str:
    return sql.STAFF[question.staff]


def _bounds(slice_: Slice) -> str:
    return sql.LEVELS[slice_.level] + sql.DETAILS[slice_.detail]


def _with_wholes(store: Store, text: str) -> str:
    return text.format(more=sql.NO_WHOLES if store.one(sql.HAS_WHOLES) else "")


def _counted(store: Store, slice_: Slice, day: date) -> list[Row]:
    return store.query(sql.COUNTED, _slice_given(slice_) | {"day": day.isoformat()})


def _day_given(
    store: Store, question: PivotQuestion, day: date
) -> tuple[_Given, dict[int, Row]]:
    """Return the parameters of a date, and its sets by number."""
    counted = _counted(store, question.slice_, day)
    deliveries = question.allowed(Dimension.DELIVERY)
    methods = question.allowed(Dimension.METHOD)
    asked = [
        row["number"]
        for row in counted
        if (deliveries is None or row["delivery_id"] in deliveries)
        and (methods is None or row["method"] in methods)
    ]
    given: _Given = {
        "notion": question.slice_.notion,
        "sets": json.dumps(asked),
        "counted": json.dumps([row["number"] for row in counted]),
        "is_touched": any(row["is_touched"] for row in counted),
    }
    return given, {row["number"]: row for row in counted}


def _slice_given(slice_: Slice) -> _Given:
    return {
        "notion": slice_.notion,
        "horizon": slice_.horizon,
        "known_on": write_day(slice_.known_on),
        "samples": slice_.samples,
        "parts": "[]",
    }


def _question_given(question: PivotQuestion, facts: DayFacts) -> _Given:
    only = {f"only_{one.name}": json.dumps(sorted(keys)) for one, keys in question.filters}
    return {
        **_slice_given(question.slice_),
        **only,
        "ministries": json.dumps(dict(facts.ministries)),
        "randstad": json.dumps(sorted(facts.randstad)),
        "parts": json.dumps(sorted(facts.parts)),
    }


def _value(row: Row, day: date, horizon: int | None) -> FteValue:
    return FteValue(
        reference_date=day,
        place=row["place"],
        sector=row["sector"],
        organisation=row["organisation"],
        notion=Notion(row["notion"]),
        staff=Staff(row["staff"]),
        horizon=horizon,
        kind=ValueKind(row["kind"]),
        value=read_hundredths(row["value"]),
        cell=row["cell"],
    )
