"""Reads records of instruments: those of the office, and what public sources give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.domain.instrument import Instrument, Record
from workbench.rules.instruments import load_instruments, load_records
from workbench.store import records
from workbench.usecases.context import Context

_FROM, _UNTIL = "valid_from", "valid_until"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """A record and where it comes from.

    Attributes:
        is_shipped: Comes with the program and was not changed here.
        has_original: Removing it brings back what came with the program.
    """

    record: Record
    is_shipped: bool = False
    has_original: bool = False


def instrument_of(key: str) -> Instrument:
    return load_instruments()[key]


def list_records(context: Context, key: str, case_id: str = "") -> list[RecordRow]:
    """Return the records of an instrument; those of one case when it is given."""
    instrument = load_instruments()[key]
    own = {one.id: one for one in records.list_records(context.store, instrument, case_id)}
    shipped = {} if instrument.is_of_case else _shipped(key)
    return [
        RecordRow(record=one, is_shipped=one.id not in own, has_original=one.id in shipped)
        for one in (shipped | own).values()
    ]


def records_of(context: Context, key: str, case_id: str = "") -> list[Record]:
    """Return the same without where they come from."""
    return [row.record for row in list_records(context, key, case_id)]


def find_record(context: Context, key: str, record_id: str) -> Record | None:
    """Return one record, `None` when there is none (any more)."""
    return next((one for one in records_of(context, key) if one.id == record_id), None)


def holds_on(record: Record, day: date) -> bool:
    """Whether the period of a record, open where it is unknown, holds `day`."""
    first, last = record.values.get(_FROM), record.values.get(_UNTIL)
    return (not isinstance(first, date) or first <= day) and (
        not isinstance(last, date) or day <= last
    )


def is_closed(record: Record) -> bool:
    """Whether nothing of a record comes back any more."""
    instrument = load_instruments()[record.instrument]
    ended = any(
        field.ends and record.values.get(field.name) not in (None, "")
        for field in instrument.fields
    )
    return ended or record.text("state") in instrument.closed


def _shipped(key: str) -> dict[str, Record]:
    return {one.id: one for one in load_records() if one.instrument == key}
