"""Records of instruments: one table per instrument, with the columns it describes."""

from __future__ import annotations

from sqlite3 import Row

from workbench.domain.fte import Fte
from workbench.domain.instrument import Instrument, InstrumentField, Record, ValueKind
from workbench.store.columns import read_day, read_hundredths
from workbench.store.connection import Store


def list_records(store: Store, instrument: Instrument, case_id: str = "") -> list[Record]:
    """Return the records of an instrument, oldest first; of one case if it is given."""
    where = " where case_id = :case_id" if case_id else ""
    sql = f"select * from {instrument.key}{where} order by id"
    return [_record(instrument, row) for row in store.query(sql, {"case_id": case_id})]


def save_record(store: Store, instrument: Instrument, record: Record) -> None:
    """Write a new or changed record; only fields that differ are journalled."""
    columns = {"id": record.id} | {
        one.name: _written(record.values.get(one.name)) for one in instrument.fields
    }
    if instrument.is_of_case:
        columns["case_id"] = record.case_id or None
    names = ", ".join(columns)
    given = ", ".join(f":{name}" for name in columns)
    changed = ", ".join(f"{name} = :{name}" for name in columns if name != "id")
    store.execute(
        f"insert into {instrument.key} ({names}) values ({given})"
        f" on conflict (id) do update set {changed}",
        columns,
    )


def remove_record(store: Store, instrument: Instrument, record_id: str) -> None:
    store.execute(f"delete from {instrument.key} where id = :id", {"id": record_id})


def _written(value: object) -> object:
    if isinstance(value, Fte):
        return value.hundredths
    if value is not None and not isinstance(value, int | str):
        return str(value)  # a date, as ISO 8601
    return value


def _record(instrument: Instrument, row: Row) -> Record:
    return Record(
        id=row["id"],
        instrument=instrument.key,
        case_id=(row["case_id"] or "") if instrument.is_of_case else "",
        values={one.name: _read(one, row[one.name]) for one in instrument.fields},
    )


def _read(field: InstrumentField, value: object) -> object:
    if field.kind is ValueKind.DATE:
        return read_day(None if value is None else str(value))
    if field.kind in (ValueKind.FTE, ValueKind.CHANGE):
        return read_hundredths(value if isinstance(value, int) else None)
    return value
