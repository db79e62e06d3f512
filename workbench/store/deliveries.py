"""Deliveries of figures; their values never change and are read in two ways.

"As known now" takes the newest delivery of each figure, "as then" the newest of a day.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from sqlite3 import Row

from workbench.domain.delivery import Delivery, FteValue, Statement, StatementKind
from workbench.domain.errors import StoreDamagedError
from workbench.store.columns import read_hundredths, write_hundredths
from workbench.store.connection import Store

_LIST = "select * from deliveries order by delivered_on, id"
_LOAD = "select * from deliveries where id = :id"
_INSERT = """
    insert into deliveries (id, title, delivered_by, delivered_on, method, source, file,
        row_count, sha256)
    values (:id, :title, :delivered_by, :delivered_on, :method, :source, :file,
        :row_count, :sha256)
"""
_INSERT_VALUE = """
    insert into fte_values (delivery_id, position, reference_date, province, sector,
        organisation, notion, staff, value, cell)
    values (:delivery_id, :position, :reference_date, :province, :sector, :organisation,
        :notion, :staff, :value, :cell)
"""
_INSERT_STATEMENT = """
    insert into statements (delivery_id, position, kind, published, reference_date, until,
        province, sector, unit, value, bound, wording, source)
    values (:delivery_id, :position, :kind, :published, :reference_date, :until,
        :province, :sector, :unit, :value, :bound, :wording, :source)
"""
_VALUES = "select * from fte_values where delivery_id = :delivery_id order by position"
_STATEMENTS = "select * from statements where delivery_id = :delivery_id order by position"
_ALL_STATEMENTS = """
    select s.* from statements s join deliveries d on d.id = s.delivery_id
    where d.withdrawn is null
    order by s.reference_date, s.province, s.sector, d.delivered_on, s.position
"""
_KNOWN = """
    with ranked as (
        select v.*, row_number() over (
            partition by v.reference_date, v.province, v.sector, v.organisation, v.notion,
                v.staff
            order by d.delivered_on desc, d.id desc, v.position desc) as place
        from fte_values v join deliveries d on d.id = v.delivery_id
        where d.withdrawn is null and (:day is null or d.delivered_on <= :day)
    )
    select * from ranked where place = 1
    order by reference_date, province, sector, organisation, notion, staff
"""


def insert_delivery(
    store: Store,
    delivery: Delivery,
    values: Iterable[FteValue] = (),
    statements: Iterable[Statement] = (),
) -> Delivery:
    """Keep a delivery with all that is in it; return it with its count and SHA-256."""
    values, statements = list(values), list(statements)
    full = replace(
        delivery,
        row_count=len(values) + len(statements),
        sha256=_hash(values, statements),
    )
    columns = {
        "id": full.id,
        "title": full.title,
        "delivered_by": full.delivered_by,
        "delivered_on": full.delivered_on.isoformat(),
        "method": full.method,
        "source": full.source,
        "file": full.file,
        "row_count": full.row_count,
        "sha256": full.sha256,
    }
    store.execute(_INSERT, columns)
    store.execute_many(_INSERT_VALUE, _numbered(full.id, map(_value_columns, values)))
    store.execute_many(
        _INSERT_STATEMENT, _numbered(full.id, map(_statement_columns, statements))
    )
    return full


def list_deliveries(store: Store) -> list[Delivery]:
    """Return every delivery, also withdrawn ones, oldest first."""
    return [_delivery(row) for row in store.query(_LIST)]


def list_values(store: Store, delivery_id: str) -> list[FteValue]:
    """Return the values of one delivery, in its own order."""
    return [_value(row) for row in store.query(_VALUES, {"delivery_id": delivery_id})]


def list_statements(store: Store, delivery_id: str | None = None) -> list[Statement]:
    """Return the statements of one delivery, or of all that are not withdrawn."""
    if delivery_id is None:
        return [_statement(row) for row in store.query(_ALL_STATEMENTS)]
    rows = store.query(_STATEMENTS, {"delivery_id": delivery_id})
    return [_statement(row) for row in rows]


def values_known_now(store: Store) -> list[FteValue]:
    """Return of each figure what the newest delivery says."""
    return [_value(row) for row in store.query(_KNOWN, {"day": None})]


def values_known_on(store: Store, day: date) -> list[FteValue]:
    """Return of each figure what the newest delivery up to and including a day said."""
    return [_value(row) for row in store.query(_KNOWN, {"day": day.isoformat()})]


def verify_delivery(store: Store, delivery_id: str) -> None:
    """Check the values of a delivery against its SHA-256.

    Raises:
        StoreDamagedError: They are not what was delivered.
    """
    row = store.one(_LOAD, {"id": delivery_id})
    if row is None:
        raise LookupError(delivery_id)
    values = list_values(store, delivery_id)
    if row["sha256"] != _hash(values, list_statements(store, delivery_id)):
        raise StoreDamagedError(path=store.path, detail=f"delivery {row['title']}")


def _hash(values: list[FteValue], statements: list[Statement]) -> str:
    rows = [
        [_value_columns(value) for value in values],
        [_statement_columns(statement) for statement in statements],
    ]
    text = json.dumps(rows, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _numbered(
    delivery_id: str, rows: Iterable[dict[str, str | int | None]]
) -> Iterable[dict[str, str | int | None]]:
    for position, row in enumerate(rows, start=1):
        yield row | {"delivery_id": delivery_id, "position": position}


def _value_columns(value: FteValue) -> dict[str, str | int | None]:
    return {
        "reference_date": value.reference_date.isoformat(),
        "province": value.province,
        "sector": value.sector,
        "organisation": value.organisation,
        "notion": value.notion,
        "staff": value.staff,
        "value": write_hundredths(value.value),
        "cell": value.cell,
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


def _delivery(row: Row) -> Delivery:
    return Delivery(
        id=row["id"],
        title=row["title"],
        delivered_by=row["delivered_by"],
        delivered_on=date.fromisoformat(row["delivered_on"]),
        method=row["method"],
        source=row["source"],
        file=row["file"],
        row_count=row["row_count"],
        sha256=row["sha256"],
        is_withdrawn=row["withdrawn"] is not None,
    )


def _value(row: Row) -> FteValue:
    return FteValue(
        reference_date=date.fromisoformat(row["reference_date"]),
        province=row["province"],
        sector=row["sector"],
        organisation=row["organisation"],
        notion=row["notion"],
        staff=row["staff"],
        value=read_hundredths(row["value"]),
        cell=row["cell"],
    )


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
