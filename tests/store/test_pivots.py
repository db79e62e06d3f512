"""The sums of a pivot table are those of plain arithmetic, whatever was delivered."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from sqlite3 import Connection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.delivery import Staff
from workbench.domain.pivot import Dimension, Measure, PivotQuestion
from workbench.domain.slice import Detail, Level, Slice
from workbench.store.connection import Store, connect
from workbench.store.pivots import DayFacts, sum_days

_MIGRATIONS = Path(__file__).parents[2] / "db" / "migrations"
_TABLES = ("fte_series", "value_sets", "figures", "replaced_figures", "deliveries")
_DAYS = (date(2024, 12, 31), date(2025, 12, 31))
_PLACES = ("NL", "PV20", "PV28", "NL131")
_SECTORS = ("totaal", "dji", "zbo")
_ORGANISATIONS = ("", "a", "b")
_RANDSTAD = frozenset({"PV28"})
_MINISTRIES = {"a": "JenV"}


@dataclass(frozen=True)
class Given:
    """One figure of one delivery; the number of the delivery is its order."""

    delivery: int
    day: date
    place: str
    sector: str
    organisation: str
    staff: Staff
    value: int | None

    @property
    def position(self) -> tuple[date, str, str, str]:
        return (self.day, self.organisation, self.place, self.sector)


_FIGURES = st.lists(
    st.builds(
        Given,
        delivery=st.integers(0, 3),
        day=st.sampled_from(_DAYS),
        place=st.sampled_from(_PLACES),
        sector=st.sampled_from(_SECTORS),
        organisation=st.sampled_from(_ORGANISATIONS),
        staff=st.sampled_from(list(Staff)),
        value=st.one_of(st.none(), st.integers(0, 10_000)),
    ),
    max_size=40,
    unique_by=lambda one: (one.delivery, one.position, one.staff),
)
_AXES = st.lists(
    st.sampled_from(
        [
            Dimension.PLACE,
            Dimension.RANDSTAD,
            Dimension.SECTOR,
            Dimension.ORGANISATION,
            Dimension.MINISTRY,
            Dimension.METHOD,
        ]
    ),
    unique=True,
    max_size=3,
)


@dataclass(frozen=True)
class Ask:
    """A question, and what is withdrawn and known when it is asked."""

    withdrawn: set[int]
    known: int | None
    axes: list[Dimension]
    staff: Staff
    level: Level

    @property
    def question(self) -> PivotQuestion:
        known_on = None if self.known is None else date(2026, 1, self.known)
        return PivotQuestion(
            slice_=Slice(detail=Detail.ORGANISATIONS, level=self.level, known_on=known_on),
            staff=self.staff,
            rows=tuple(self.axes),
            columns=(Dimension.DAY,),
        )


_ASKS = st.builds(
    Ask,
    withdrawn=st.sets(st.integers(0, 3)),
    known=st.one_of(st.none(), st.integers(1, 4)),
    axes=_AXES,
    staff=st.sampled_from(list(Staff)),
    level=st.sampled_from([Level.PROVINCE, Level.REGION]),
)


@settings(max_examples=150, deadline=None)
@given(figures=_FIGURES, ask=_ASKS)
def test_sums_are_those_of_plain_arithmetic(figures: list[Given], ask: Ask) -> None:
    store = _store(figures, ask.withdrawn)
    facts = DayFacts(ministries=_MINISTRIES, randstad=_RANDSTAD)

    found = {
        (one.day, key): (value, unknown, count)
        for one in sum_days(store, ask.question, dict.fromkeys(_DAYS, facts))
        for key, value, unknown, count in one.cells
    }

    counted = _counted(figures, ask.withdrawn, ask.known)
    fitting = [one for one in counted if _fits(one, ask.level)]
    assert found == _plain_sums(fitting, ask.axes, ask.staff)
    store.connection.close()


def test_a_total_over_reference_dates_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="never summed"):
        PivotQuestion(slice_=Slice(), rows=(Dimension.PLACE,), columns=())


def test_a_total_and_its_parts_cannot_be_asked_for_together() -> None:
    with pytest.raises(ValueError, match="not in this slice"):
        PivotQuestion(slice_=Slice(detail=Detail.TOTALS), rows=(Dimension.SECTOR,))


def test_a_change_has_no_source_of_its_own() -> None:
    with pytest.raises(ValueError, match="no source"):
        PivotQuestion(slice_=Slice(), rows=(Dimension.DELIVERY,), measure=Measure.CHANGE)


def _fits(one: Given, level: Level) -> bool:
    start = "PV" if level is Level.PROVINCE else "NL1"
    return bool(one.organisation) and one.place.startswith(start)


def _counted(figures: list[Given], withdrawn: set[int], known: int | None) -> list[Given]:
    """Return of every figure what the last known delivery says, without hidden wholes."""
    last: dict[object, Given] = {}
    for one in sorted(figures, key=lambda one: one.delivery):
        if one.delivery not in withdrawn and (known is None or one.delivery < known):
            last[(one.position, one.staff)] = one
    parted = {
        (one.day, one.organisation, one.place)
        for one in last.values()
        if one.sector != "totaal"
    }
    return [
        one
        for one in last.values()
        if one.sector != "totaal" or (one.day, one.organisation, one.place) not in parted
    ]


def _plain_sums(
    counted: list[Given], axes: list[Dimension], staff: Staff
) -> dict[tuple[date, tuple[str, ...]], tuple[int, int, int]]:
    positions: dict[tuple[date, str, str, str], list[Given]] = defaultdict(list)
    for one in counted:
        if staff in (Staff.BOTH, one.staff):
            positions[one.position].append(one)
    sums: dict[tuple[date, tuple[str, ...]], list[int]] = defaultdict(lambda: [0, 0, 0])
    for group in positions.values():
        value = _value(group) if staff is Staff.BOTH else group[0].value
        first = min(group, key=lambda one: one.delivery)
        cell = sums[(first.day, tuple(_key(first, axis) for axis in axes))]
        cell[0] += value or 0
        cell[1] += value is None
        cell[2] += 1
    return {key: (cell[0], cell[1], cell[2]) for key, cell in sums.items()}


def _value(group: list[Given]) -> int | None:
    by_staff = {one.staff: one.value for one in group}
    if Staff.BOTH in by_staff:
        return by_staff[Staff.BOTH]
    civil, external = by_staff.get(Staff.CIVIL), by_staff.get(Staff.EXTERNAL)
    return None if civil is None or external is None else civil + external


def _key(one: Given, axis: Dimension) -> str:
    return {
        Dimension.PLACE: one.place,
        Dimension.RANDSTAD: "ja" if one.place in _RANDSTAD else "nee",
        Dimension.SECTOR: one.sector,
        Dimension.ORGANISATION: one.organisation,
        Dimension.MINISTRY: _MINISTRIES.get(one.organisation, ""),
        Dimension.METHOD: f"m{one.delivery}",
    }[axis]


def _store(figures: list[Given], withdrawn: set[int]) -> Store:
    """Fill bare tables, so that what is tested is the arithmetic alone."""
    connection = connect(":memory:", mode="rwc")
    connection.execute("pragma foreign_keys = off")
    _make_tables(connection.execute)
    sets: dict[tuple[int, date], int] = {}
    series: dict[tuple[str, ...], int] = {}
    kept: dict[object, list[int]] = defaultdict(list)
    for number in range(4):
        connection.execute(
            "insert into deliveries values (?, '', '', ?, ?, '', null, 0, ?, ?, '', 0)",
            (f"d{number}", f"2026-01-0{number + 1}", f"m{number}", "0" * 64)
            + ((1,) if number in withdrawn else (None,)),
        )
    for one in sorted(figures, key=lambda one: one.delivery):
        at = sets.setdefault((one.delivery, one.day), len(sets) + 1)
        line: tuple[str, ...] = (
            one.organisation,
            one.place,
            one.sector,
            "standplaats",
            str(one.staff),
        )
        row = series.setdefault(line, len(series) + 1)
        connection.execute(
            "insert into figures values (?, ?, 1, ?, 'exact', '')", (at, row, one.value)
        )
        for earlier in kept[(one.day, row)]:
            connection.execute(
                "insert into replaced_figures values (?, ?, ?)", (earlier, row, at)
            )
        kept[(one.day, row)].append(at)
    _add_keys(connection, sets, series)
    return Store(connection, ":memory:", lambda: datetime.now(UTC))


def _add_keys(
    connection: Connection,
    sets: dict[tuple[int, date], int],
    series: dict[tuple[str, ...], int],
) -> None:
    for (delivery, day), at in sets.items():
        connection.execute(
            "insert into value_sets values (?, ?, 1, ?, null)",
            (at, f"d{delivery}", day.isoformat()),
        )
    for found, row in series.items():
        connection.execute(
            "insert into fte_series values (?, ?, ?, ?, ?, ?)", (row, *found)
        )


def _make_tables(execute: object) -> None:
    assert callable(execute)
    found = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(_MIGRATIONS.glob("*.sql"))
    )
    for table in _TABLES:
        made = re.search(rf"create table {table} \(.*?\n\)[^;]*;", found, re.DOTALL)
        assert made is not None
        execute(made[0])
    for column in ("reason text not null default ''", "is_sample integer default 0"):
        execute(f"alter table deliveries add column {column}")
