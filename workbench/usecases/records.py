"""What a user can do with the records of an instrument: add, change and remove them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from workbench.domain.errors import CaseClosedError, FactInvalidError
from workbench.domain.instrument import Instrument, InstrumentField, Record, ValueKind
from workbench.rules.instruments import load_instruments
from workbench.store import cases, records
from workbench.usecases.context import Change, Context
from workbench.usecases.record_checks import check_record
from workbench.usecases.record_effects import follow_record
from workbench.usecases.record_lists import find_record
from workbench.usecases.record_words import title_of

Values = Mapping[str, object]


def add_record(
    context: Context, key: str, values: Values, case_id: str = ""
) -> tuple[str, Change]:
    """Add a record of the office.

    Raises:
        CaseClosedError: The case is closed and this belongs to its evidence.
        FactInvalidError: Something needed is lacking, or a value cannot be.
    """
    instrument = load_instruments()[key]
    record = Record(
        id=context.new_id(),
        instrument=key,
        case_id=case_id,
        values={one.name: _clean(one, values.get(one.name)) for one in instrument.fields},
    )
    _write(context, instrument, record, "toegevoegd")
    return record.id, _changed(case_id)


def change_record(
    context: Context, key: str, record_id: str, field: str, value: object
) -> Change:
    """Change one field; of a record that came along, the office's own version starts.

    Raises:
        CaseClosedError, FactInvalidError: As `add_record`.
    """
    return change_fields(context, key, record_id, {field: value})


def change_fields(context: Context, key: str, record_id: str, values: Values) -> Change:
    """Change some fields in one action; unchanged values write nothing."""
    instrument = load_instruments()[key]
    record = _find(context, instrument, record_id)
    wanted = {name: _clean(instrument.field(name), value) for name, value in values.items()}
    different = {
        name: value for name, value in wanted.items() if record.values.get(name) != value
    }
    if not different:
        return Change()
    changed = replace(record, values=dict(record.values) | different)
    first = instrument.field(next(iter(different))).label
    _write(context, instrument, changed, f"{first.lower()} gewijzigd", set(different))
    return _changed(record.case_id)


def remove_record(context: Context, key: str, record_id: str) -> Change:
    """Take a record away; one that came with the program returns as it came."""
    instrument = load_instruments()[key]
    record = _find(context, instrument, record_id)
    name = _batch_name(context, instrument, record, "verwijderd")
    with context.batch(name):
        records.remove_record(context.store, instrument, record_id)
        follow_record(context, record)
    return _changed(record.case_id)


def _write(
    context: Context,
    instrument: Instrument,
    record: Record,
    what: str,
    names: set[str] | None = None,
) -> None:
    check_record(context, record, names)
    name = _batch_name(context, instrument, record, what)
    with context.batch(name):
        records.save_record(context.store, instrument, record)
        follow_record(context, record)


def _batch_name(context: Context, instrument: Instrument, record: Record, what: str) -> str:
    """Return what was done; refuses it when the case is closed."""
    words = f"{instrument.one} “{title_of(context, record)}” {what}"
    if not record.case_id:
        return words[:1].upper() + words[1:]
    case = cases.load_case(context.store, record.case_id)
    if case.is_closed and not instrument.stays_open:
        raise CaseClosedError(case=case.number)
    return f"{case.number}: {words}"


def _find(context: Context, instrument: Instrument, record_id: str) -> Record:
    found = find_record(context, instrument.key, record_id)
    if found is None:
        raise FactInvalidError(
            field=instrument.one, value="", expected="een regel die er nog is"
        )
    return found


def _changed(case_id: str) -> Change:
    return Change.of(case_id) if case_id else Change(everything=True)


def _clean(field: InstrumentField, value: object) -> object:
    if field.kind.is_text:
        return "" if value is None else str(value).strip()
    if field.kind is ValueKind.DATE and value is not None and not isinstance(value, date):
        raise FactInvalidError(
            field=field.label, value=str(value), expected="een datum, zoals 8 mei 2024"
        )
    return value
