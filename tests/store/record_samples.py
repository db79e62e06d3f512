"""VOORBEELD records of every instrument, from what the instruments say of themselves."""

from datetime import date

from workbench.domain.fte import Fte
from workbench.domain.instrument import Instrument, InstrumentField, Record, ValueKind
from workbench.rules.instruments import load_instruments
from workbench.store import records
from workbench.store.connection import Store

CASE = "01900000-0000-7000-8000-000000000001"
_VALUES: dict[ValueKind, object] = {
    ValueKind.DATE: date(2024, 7, 1),
    ValueKind.FTE: Fte.of("12.5"),
    ValueKind.CHANGE: Fte.of("-12.5"),
    ValueKind.NUMBER: 7,
    ValueKind.PROVINCE: "PV22",
    ValueKind.REGION: "vital-twente",
    ValueKind.MINISTRY: "BZK",
    ValueKind.HUB: "hub-assen",
    ValueKind.STAGE: "signal",
}


def a_record(instrument: Instrument, record_id: str = "record-1") -> Record:
    """Return a record with every field filled."""
    return Record(
        id=record_id,
        instrument=instrument.key,
        case_id=CASE if instrument.is_of_case else "",
        values={field.name: _value(field) for field in instrument.fields},
    )


def fill_records(store: Store) -> None:
    """Write a record of every instrument, in an open batch."""
    for instrument in load_instruments().values():
        records.save_record(store, instrument, a_record(instrument))


def _value(field: InstrumentField) -> object:
    if field.choices:
        return field.choices[0]
    if field.kind is ValueKind.LINK:
        return "record-1"
    return _VALUES.get(field.kind, "VOORBEELD")
