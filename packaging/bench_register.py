"""Measures the register of figures: storing, the yearly table, a card and growth.

Called by `bench.py`; all values are invented. pandas is measured beside it only where it
happens to be installed: it is no part of the program.
"""

from __future__ import annotations

import importlib
import importlib.util
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bench_measuring import report, seconds_in_turn

if TYPE_CHECKING:
    from workbench.domain.delivery import Delivery, FteValue
    from workbench.store.connection import Store

_YEARS = range(2017, 2027)
_MANY = 100_000
_SERVICES = 16_667  # times twelve provinces and ten years: two million values
_COPY = """
    create table copied (
        set_number integer not null references value_sets (number),
        series integer not null references fte_series (number),
        position integer not null,
        value integer,
        kind text not null check (kind in ('exact', 'afgerond', 'afgeleid')),
        cell text not null,
        primary key (set_number, series)
    ) strict, without rowid
"""
_RAW = "insert into copied values (?, ?, ?, ?, ?, ?)"
_ROWS = "select * from figures order by set_number, series"
_PLAIN = """
    select s.reference_date, x.place, x.sector, sum(f.value)
    from figures f join value_sets s on s.number = f.set_number
    join fte_series x on x.number = f.series
    group by 1, 2, 3
"""
_TABLE = """
    select s.reference_date, x.place, x.sector, f.value
    from figures f join value_sets s on s.number = f.set_number
    join fte_series x on x.number = f.series
"""


def bench_register() -> None:
    _bench_storing()
    _bench_card()
    for part in (100, 10, 1):
        with _filled(_SERVICES // part) as store:
            _bench_table(store, is_largest=part == 1)


def _bench_storing() -> None:
    """Store and check 100,000 values, beside the bare rows in a table without triggers."""
    from workbench.analysis.checks import check_values
    from workbench.store import deliveries

    values = [one for year in _YEARS for one in _values(_MANY // 120 + 1, year)][:_MANY]
    times: list[tuple[float, float]] = []
    for _ in range(5):
        with _empty() as store:
            begun = time.perf_counter()
            check_values(values, {})
            with store.batch("Levering", made_by="meting"):
                deliveries.insert_delivery(store, _delivery(2024), values)
            ours = time.perf_counter() - begun
            times.append((ours, _raw_seconds(store)))
    ours, raw = sorted(times, key=lambda pair: pair[0] / pair[1])[len(times) // 2]
    report("storing and checking 100.000", ours, raw, "raw executemany, no triggers")


def _raw_seconds(store: Store) -> float:
    """Return how long the same rows take in a copy of the table, in the same file."""
    connection = store.connection
    rows = [tuple(row) for row in connection.execute(_ROWS)]
    connection.execute(_COPY)
    begun = time.perf_counter()
    connection.execute("begin immediate")
    connection.executemany(_RAW, rows)
    connection.execute("commit")
    return time.perf_counter() - begun


def _bench_table(store: Store, *, is_largest: bool) -> None:
    """Make the table of every year, province and sector, beside one plain query."""
    from workbench.domain.slice import Detail, Slice
    from workbench.store.figures import sum_figures

    slice_ = Slice(detail=Detail.ORGANISATIONS)
    bare = sqlite3.connect(store.path)
    (count,) = bare.execute("select count(*) from figures").fetchone()
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)
    sum_figures(store, slice_, by={"place", "sector"})
    store.connection.set_trace_callback(None)
    ours, same, plain = seconds_in_turn(
        lambda: sum_figures(store, slice_, by={"place", "sector"}),
        lambda: [bare.execute(sql).fetchall() for sql in asked],
        lambda: bare.execute(_PLAIN).fetchall(),
        rounds=3,
    )
    name = f"yearly table of {count:,} values".replace(",", ".")
    report(name, ours, same, "the same SQL in bare sqlite3")
    report("the same", ours, plain, "one plain sum, nothing replaced or left out")
    if is_largest and importlib.util.find_spec("pandas"):
        pandas = importlib.import_module("pandas")
        keys = ["reference_date", "place", "sector"]
        slow, _ = seconds_in_turn(
            lambda: pandas.read_sql(_TABLE, bare).groupby(keys).sum(), tuple, rounds=1
        )
        report("the same", ours, slow, "pandas, with its load")
    bare.close()


def _bench_card() -> None:
    """Sum the figures of one province for its card: ten years of 300 services."""
    from workbench.domain.slice import Detail, Slice
    from workbench.store.figures import Chosen, sum_figures

    slice_ = Slice(detail=Detail.ORGANISATIONS)
    with _filled(300) as store:
        ours, floor = seconds_in_turn(
            lambda: sum_figures(
                store, slice_, by={"organisation"}, chosen=Chosen(places=("PV22",))
            ),
            lambda: store.query(_PLAIN),
        )
        report("figures on the card of a province", ours, floor, "the whole yearly table")


@contextmanager
def _empty() -> Iterator[Store]:
    from workbench.store.opening import open_store

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "meting.sqlite"
        store = open_store(path, made_by="meting", clock=lambda: datetime.now(UTC))
        try:
            yield store
        finally:
            store.close()


@contextmanager
def _filled(services: int) -> Iterator[Store]:
    """Open a store with so many services in twelve provinces and ten years."""
    from workbench.store import deliveries

    with _empty() as store:
        for year in _YEARS:
            with store.batch("Levering", made_by="meting"):
                values = _values(services, year)
                deliveries.insert_delivery(store, _delivery(year), values)
        yield store


def _values(services: int, year: int) -> list[FteValue]:
    from workbench.domain.delivery import FteValue
    from workbench.domain.fte import Fte
    from workbench.domain.organisation import Sector
    from workbench.domain.place import PROVINCES

    sectors = list(Sector)
    return [
        FteValue(
            reference_date=date(year, 1, 1),
            place=province.code,
            sector=sectors[number % len(sectors)],
            organisation=f"voorbeeld-{number:05}",
            value=Fte(number * 7 + year),
            cell=f"Blad1!C{number}",
        )
        for number in range(services)
        for province in PROVINCES
    ]


def _delivery(year: int) -> Delivery:
    from workbench.domain.delivery import Delivery

    return Delivery(
        id=f"levering-{year}",
        title="VOORBEELD",
        delivered_by="VOORBEELD",
        delivered_on=date(year, 4, 1),
        is_sample=True,
    )
