"""Every instrument has a table with its own columns, and its records come back whole."""

from dataclasses import replace

import pytest

from tests.store.record_samples import CASE, a_record
from tests.store.samples import ME, a_case
from workbench.domain.instrument import Instrument, ValueKind
from workbench.rules.instruments import load_instruments
from workbench.store import cases, records
from workbench.store.connection import Store
from workbench.store.history import list_batches
from workbench.store.undoing import undo

INSTRUMENTS = list(load_instruments().values())
NUMBERS = (ValueKind.FTE, ValueKind.CHANGE, ValueKind.NUMBER)


@pytest.fixture(params=INSTRUMENTS, ids=lambda one: one.key)
def instrument(request: pytest.FixtureRequest) -> Instrument:
    one: Instrument = request.param
    return one


@pytest.fixture
def filled(store: Store, instrument: Instrument) -> Store:
    with store.batch("Casus", made_by=ME):
        cases.insert_case(store, a_case())
    with store.batch("Regel", made_by=ME):
        records.save_record(store, instrument, a_record(instrument))
    return store


def test_a_record_comes_back_as_it_was_kept(filled: Store, instrument: Instrument) -> None:
    assert records.list_records(filled, instrument) == [a_record(instrument)]
    if instrument.is_of_case:
        assert records.list_records(filled, instrument, CASE) == [a_record(instrument)]
        assert records.list_records(filled, instrument, "een andere") == []


def test_columns_and_fields_are_the_same(store: Store, instrument: Instrument) -> None:
    rows = store.query(f"pragma table_info({instrument.key})")
    columns = {row["name"]: row["type"].upper() for row in rows}
    fields = {
        field.name: "INTEGER" if field.kind in NUMBERS else "TEXT"
        for field in instrument.fields
    }
    own = {"id": "TEXT"} | ({"case_id": "TEXT"} if instrument.is_of_case else {})

    assert columns == own | fields


def test_what_is_unknown_stays_unknown(filled: Store, instrument: Instrument) -> None:
    empty = {field.name: "" if field.kind.is_text else None for field in instrument.fields}
    bare = replace(a_record(instrument, "record-2"), values=empty)

    with filled.batch("Leeg", made_by=ME):
        records.save_record(filled, instrument, bare)

    assert records.list_records(filled, instrument)[1] == bare


def test_undo_brings_a_removed_record_back(filled: Store, instrument: Instrument) -> None:
    with filled.batch("Weg", made_by=ME):
        records.remove_record(filled, instrument, "record-1")
    assert records.list_records(filled, instrument) == []

    undo(filled, ME)

    assert records.list_records(filled, instrument) == [a_record(instrument)]


def test_a_record_of_a_case_stands_in_the_log_of_the_case(
    filled: Store, instrument: Instrument
) -> None:
    names = [batch.name for batch in list_batches(filled, CASE)]

    assert ("Regel" in names) == instrument.is_of_case
