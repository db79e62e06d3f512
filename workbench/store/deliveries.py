"""Deliveries of figures: kept as they came, and listed.

What is in them lies in `values` (fte), `statements` and `benchmarks`.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from sqlite3 import Row

from workbench.domain.delivery import (
    BenchmarkValue,
    Delivery,
    FteValue,
    Statement,
    StatementKind,
)
from workbench.domain.errors import StoreDamagedError
from workbench.store import benchmarks as benchmark_rows
from workbench.store import values as value_rows
from workbench.store.connection import Store
from workbench.store.value_columns import ValueColumns, columns_of, refuse_doubles

_LIST = "select * from deliveries order by delivered_on, id"
_LOAD = "select * from deliveries where id = :id"
_INSERT = """
    insert into deliveries (id, title, delivered_by, delivered_on, method, source, reason,
        file, is_sample, row_count, sha256)
    values (:id, :title, :delivered_by, :delivered_on, :method, :source, :reason,
        :file, :is_sample, :row_count, :sha256)
"""
_INSERT_STATEMENT = """
    insert into statements (delivery_id, position, kind, published, reference_date, until,
        province, sector, unit, value, bound, wording, source)
    values (:delivery_id, :position, :kind, :published, :reference_date, :until,
        :province, :sector, :unit, :value, :bound, :wording, :source)
"""
_STATEMENTS = "select * from statements where delivery_id = :delivery_id order by position"
_ALL_STATEMENTS = """
    select s.* from statements s join deliveries d on d.id = s.delivery_id
    where d.withdrawn is null
    order by s.reference_date, s.province, s.sector, d.delivered_on, s.position
"""


def insert_delivery(
    store: Store,
    delivery: Delivery,
    values: Iterable[FteValue] = (),
    statements: Iterable[Statement] = (),
    benchmarks: Iterable[BenchmarkValue] = (),
) -> Delivery:
    """Keep a delivery with all that is in it; return it with its count and SHA-256.

    Raises:
        FigureTwiceError: One figure stands in it more than once.
    """
    values, statements, benchmarks = list(values), list(statements), list(benchmarks)
    told = columns_of(values)
    refuse_doubles(values, told)
    full = replace(
        delivery,
        row_count=len(values) + len(statements) + len(benchmarks),
        sha256=_hash(told, statements, benchmarks),
    )
    store.execute(_INSERT, _columns(full))
    value_rows.insert_values(store, full.id, told)
    store.execute_many(
        _INSERT_STATEMENT,
        (
            _statement_columns(one) | {"delivery_id": full.id, "position": position}
            for position, one in enumerate(statements, start=1)
        ),
    )
    benchmark_rows.insert_benchmarks(store, full.id, benchmarks)
    return full


def list_deliveries(store: Store) -> list[Delivery]:
    """Return every delivery, also withdrawn ones, oldest first."""
    return [read_delivery(row) for row in store.query(_LIST)]


def load_delivery(store: Store, delivery_id: str) -> Delivery:
    """Return one delivery.

    Raises:
        LookupError: There is none with this id.
    """
    row = store.one(_LOAD, {"id": delivery_id})
    if row is None:
        raise LookupError(delivery_id)
    return read_delivery(row)


def list_statements(store: Store, delivery_id: str | None = None) -> list[Statement]:
    """Return the statements of one delivery, or of all that are not withdrawn."""
    if delivery_id is None:
        return [_statement(row) for row in store.query(_ALL_STATEMENTS)]
    rows = store.query(_STATEMENTS, {"delivery_id": delivery_id})
    return [_statement(row) for row in rows]


def verify_delivery(store: Store, delivery_id: str) -> None:
    """Check what is in a delivery against its SHA-256.

    Raises:
        StoreDamagedError: It is not what was delivered.
    """
    delivery = load_delivery(store, delivery_id)
    values = value_rows.list_values(store, delivery_id)
    statements = list_statements(store, delivery_id)
    benchmarks = benchmark_rows.list_delivered(store, delivery_id)
    forms = (
        _hash(columns_of(values), statements, benchmarks),
        _first_hash(values, statements),
    )
    if delivery.sha256 not in forms:
        raise StoreDamagedError(path=store.path, detail=f"delivery {delivery.title}")


def read_delivery(row: Row) -> Delivery:
    return Delivery(
        id=row["id"],
        title=row["title"],
        delivered_by=row["delivered_by"],
        delivered_on=date.fromisoformat(row["delivered_on"]),
        method=row["method"],
        source=row["source"],
        reason=row["reason"],
        file=row["file"],
        is_sample=bool(row["is_sample"]),
        row_count=row["row_count"],
        sha256=row["sha256"],
        is_withdrawn=row["withdrawn"] is not None,
    )


def _hash(
    values: ValueColumns,
    statements: Sequence[Statement],
    benchmarks: Sequence[BenchmarkValue],
) -> str:
    parts = [
        *values.parts(),
        [_statement_columns(one) for one in statements],
        [benchmark_rows.write_line(one) for one in benchmarks],
    ]
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


def _first_hash(values: Sequence[FteValue], statements: Sequence[Statement]) -> str:
    """Return the hash as the first schema made it; its deliveries still stand by it."""
    rows = [
        [value_rows.first_columns(value) for value in values],
        [_statement_columns(statement) for statement in statements],
    ]
    text = json.dumps(rows, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _columns(delivery: Delivery) -> dict[str, str | int | None]:
    return {
        "id": delivery.id,
        "title": delivery.title,
        "delivered_by": delivery.delivered_by,
        "delivered_on": delivery.delivered_on.isoformat(),
        "method": delivery.method,
        "source": delivery.source,
        "reason": delivery.reason,
        "file": delivery.file,
        "is_sample": int(delivery.is_sample),
        "row_count": delivery.row_count,
        "sha256": delivery.sha256,
    }


def _statement_columns(statement: Statement) -> dict[str, str | int | None]:
    return {
        "kind": statement.kind,
        "published": statement.published,
        "reference_date": statement.reference_date,
        "until": statement.until,
        "province": statement.province,
        "sector": statement.sector,
        "unit": statement.unit,
        "value": statement.value,
        "bound": statement.bound,
        "wording": statement.wording,
        "source": statement.source,
    }


def _statement(row: Row) -> Statement:
    return Statement(
        kind=StatementKind(row["kind"]),
        published=row["published"],
        reference_date=row["reference_date"],
        until=row["until"],
        province=row["province"],
        sector=row["sector"],
        unit=row["unit"],
        value=row["value"],
        bound=row["bound"],
        wording=row["wording"],
        source=row["source"],
    )
