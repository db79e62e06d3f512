"""Inhabitants, jobs and other figures that shares of fte are held against."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row

from workbench.domain.delivery import BenchmarkValue
from workbench.store.connection import Store

_INSERT = """
    insert into benchmark_values (delivery_id, position, measure, reference_date, place,
        value, cell)
    values (:delivery_id, :position, :measure, :reference_date, :place, :value, :cell)
"""
_DELIVERED = """
    select * from benchmark_values where delivery_id = :delivery_id order by position
"""
# The newest delivery of a measure and date is the one that counts.
_MEASURES = """
    select b.measure, b.reference_date, b.delivery_id
    from benchmark_values b join deliveries d on d.id = b.delivery_id
    where d.withdrawn is null
        and (d.delivered_on, d.id) = (
            select e.delivered_on, e.id from benchmark_values c
            join deliveries e on e.id = c.delivery_id
            where c.measure = b.measure and c.reference_date = b.reference_date
                and e.withdrawn is null
            order by e.delivered_on desc, e.id desc limit 1)
    group by b.measure, b.reference_date, b.delivery_id
    order by b.measure, b.reference_date
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """One measure at one date, by the delivery that counts."""

    measure: str
    reference_date: date
    delivery_id: str


def insert_benchmarks(
    store: Store, delivery_id: str, values: Sequence[BenchmarkValue]
) -> None:
    rows = [
        {
            "delivery_id": delivery_id,
            "position": position,
            "measure": value.measure,
            "reference_date": value.reference_date.isoformat(),
            "place": value.place,
            "value": value.value,
            "cell": value.cell,
        }
        for position, value in enumerate(values, start=1)
    ]
    store.execute_many(_INSERT, rows)


def list_delivered(store: Store, delivery_id: str) -> list[BenchmarkValue]:
    """Return the benchmark values of one delivery, in its own order."""
    return list(map(_value, store.query(_DELIVERED, {"delivery_id": delivery_id})))


def list_benchmarks(store: Store) -> list[Benchmark]:
    """Return what shares can be held against, by name and date."""
    return [
        Benchmark(
            measure=row["measure"],
            reference_date=date.fromisoformat(row["reference_date"]),
            delivery_id=row["delivery_id"],
        )
        for row in store.query(_MEASURES)
    ]


def load_benchmark(store: Store, benchmark: Benchmark) -> dict[str, int | None]:
    """Return its values by place code."""
    return {
        value.place: value.value
        for value in list_delivered(store, benchmark.delivery_id)
        if value.measure == benchmark.measure
        and value.reference_date == benchmark.reference_date
    }


def write_line(value: BenchmarkValue) -> str:
    """Return all that a value says, for the hash of its delivery."""
    fields = (value.measure, value.reference_date, value.place, value.value, value.cell)
    return "\x1f".join(map(str, fields))


def _value(row: Row) -> BenchmarkValue:
    return BenchmarkValue(
        measure=row["measure"],
        reference_date=date.fromisoformat(row["reference_date"]),
        place=row["place"],
        value=row["value"],
        cell=row["cell"],
    )
