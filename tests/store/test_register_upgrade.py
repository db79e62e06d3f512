"""A store of the first version keeps its deliveries, whole and verifiable."""

import hashlib
import json
from datetime import date
from pathlib import Path

from tests.store.samples import ME
from workbench.domain.delivery import FteValue
from workbench.domain.fte import Fte
from workbench.store import deliveries, values
from workbench.store.connection import Store
from workbench.store.journal import Clock
from workbench.store.migrations import read_steps
from workbench.store.opening import open_store
from workbench.store.verifying import verify_chain, verify_rows

ROW = {
    "reference_date": "2023-01-01",
    "province": "PV31",
    "sector": "dji",
    "organisation": "",
    "notion": "standplaats",
    "staff": "rijksambtenaren en externen",
    "value": 88300,
    "cell": "fte.csv, regel 10",
}
AS_NOW = FteValue(
    reference_date=date(2023, 1, 1),
    place="PV31",
    sector="dji",
    value=Fte.of(883),
    cell="fte.csv, regel 10",
)


def fill_as_first(store: Store, key: str, row: dict[str, object]) -> None:
    """Write a delivery the way the first version did."""
    text = json.dumps([[row], []], sort_keys=True, separators=(",", ":"))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    with store.batch("Levering", made_by=ME):
        store.execute(
            "insert into deliveries (id, title, delivered_by, delivered_on, method,"
            " source, row_count, sha256) values (:id, 'Cijfers', '', '2023-09-01', '', '',"
            " 1, :sha256)",
            {"id": key, "sha256": sha256},
        )
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        store.execute(
            f"insert into fte_values (delivery_id, position, {names})"
            f" values (:delivery_id, 1, {marks})",
            row | {"delivery_id": key},
        )


def test_deliveries_of_the_first_version_move_over_whole(path: Path, clock: Clock) -> None:
    old = open_store(path, made_by=ME, clock=clock, steps=read_steps()[:1])
    fill_as_first(old, "d1", ROW)
    fill_as_first(old, "d2", ROW | {"notion": "", "staff": "", "value": None})
    old.close()

    store = open_store(path, made_by=ME, clock=clock)

    assert values.list_values(store, "d1") == [AS_NOW]
    assert [value.value for value in values.list_values(store, "d2")] == [None]
    deliveries.verify_delivery(store, "d1")
    assert store.query("select 1 from sqlite_master where name = 'fte_values'") == []
    verify_chain(store.connection)
    verify_rows(store.connection)
    store.close()
