"""Organisations with their names and parents by period, and what they came from."""

from collections import defaultdict
from datetime import date
from sqlite3 import Row

from workbench.domain.organisation import (
    Lineage,
    LineageKind,
    NamePeriod,
    Organisation,
    OrganisationKind,
    ParentPeriod,
    Sector,
)
from workbench.store.columns import read_day, write_day
from workbench.store.connection import Store
from workbench.store.identifiers import make_id

_LIST = "select * from organisations where :id is null or id = :id order by id"
_NAMES = """
    select * from organisation_names where :id is null or organisation_id = :id
    order by organisation_id, valid_from nulls first, id
"""
_PARENTS = """
    select * from organisation_parents where :id is null or organisation_id = :id
    order by organisation_id, valid_from nulls first, id
"""
_SAVE = """
    insert into organisations (id, kind, sector, is_public_task, tooi, source, is_sample)
    values (:id, :kind, :sector, :is_public_task, :tooi, :source, :is_sample)
    on conflict (id) do update set kind = excluded.kind, sector = excluded.sector,
        is_public_task = excluded.is_public_task, tooi = excluded.tooi,
        source = excluded.source, is_sample = excluded.is_sample
"""
_CLEAR_NAMES = "delete from organisation_names where organisation_id = :id"
_CLEAR_PARENTS = "delete from organisation_parents where organisation_id = :id"
_ADD_NAME = """
    insert into organisation_names (id, organisation_id, name, valid_from, valid_until)
    values (:id, :organisation_id, :name, :valid_from, :valid_until)
"""
_ADD_PARENT = """
    insert into organisation_parents (id, organisation_id, ministry, parent_id, valid_from,
        valid_until)
    values (:id, :organisation_id, :ministry, :parent_id, :valid_from, :valid_until)
"""
_HAS_UNITS = "select 1 from organisation_parents where parent_id is not null limit 1"
_LINEAGE = "select * from lineage order by day, id"
_SAVE_LINEAGE = """
    insert into lineage (id, kind, before_id, after_id, day, note, source)
    values (:id, :kind, :before_id, :after_id, :day, :note, :source)
"""
_REMOVE_LINEAGE = "delete from lineage where id = :id"


def list_organisations(store: Store) -> list[Organisation]:
    """Return every organisation, with all its periods."""
    return _read(store, None)


def has_units(store: Store) -> bool:
    """Return whether any organisation ever belonged to another."""
    return store.one(_HAS_UNITS) is not None


def load_organisation(store: Store, organisation_id: str) -> Organisation:
    """Return one organisation.

    Raises:
        LookupError: There is none with this id.
    """
    found = _read(store, organisation_id)
    if not found:
        raise LookupError(organisation_id)
    return found[0]


def save_organisation(store: Store, organisation: Organisation) -> None:
    """Keep an organisation as given, with just these names and parents."""
    key = organisation.id
    store.execute(
        _SAVE,
        {
            "id": key,
            "kind": organisation.kind,
            "sector": organisation.sector,
            "is_public_task": organisation.is_public_task,
            "tooi": organisation.tooi,
            "source": organisation.source,
            "is_sample": int(organisation.is_sample),
        },
    )
    store.execute(_CLEAR_NAMES, {"id": key})
    store.execute(_CLEAR_PARENTS, {"id": key})
    for name in organisation.names:
        given = _period(store, key, name) | {"name": name.name}
        store.execute(_ADD_NAME, given)
    for parent in organisation.parents:
        given = _period(store, key, parent) | {
            "ministry": parent.ministry,
            "parent_id": parent.organisation or None,
        }
        store.execute(_ADD_PARENT, given)


def list_lineage(store: Store) -> list[Lineage]:
    """Return which organisations passed into which, oldest first."""
    return [
        Lineage(
            id=row["id"],
            kind=LineageKind(row["kind"]),
            before=row["before_id"],
            after=row["after_id"],
            day=date.fromisoformat(row["day"]),
            note=row["note"],
            source=row["source"],
        )
        for row in store.query(_LINEAGE)
    ]


def save_lineage(store: Store, lineage: Lineage) -> None:
    store.execute(
        _SAVE_LINEAGE,
        {
            "id": lineage.id,
            "kind": lineage.kind,
            "before_id": lineage.before,
            "after_id": lineage.after,
            "day": lineage.day.isoformat(),
            "note": lineage.note,
            "source": lineage.source,
        },
    )


def remove_lineage(store: Store, lineage_id: str) -> None:
    store.execute(_REMOVE_LINEAGE, {"id": lineage_id})


def _period(
    store: Store, organisation_id: str, period: NamePeriod | ParentPeriod
) -> dict[str, str | None]:
    return {
        "id": make_id(store.clock()),
        "organisation_id": organisation_id,
        "valid_from": write_day(period.valid_from),
        "valid_until": write_day(period.valid_until),
    }


def _read(store: Store, organisation_id: str | None) -> list[Organisation]:
    only = {"id": organisation_id}
    names: defaultdict[str, list[NamePeriod]] = defaultdict(list)
    for row in store.query(_NAMES, only):
        names[row["organisation_id"]].append(
            NamePeriod(
                name=row["name"],
                valid_from=read_day(row["valid_from"]),
                valid_until=read_day(row["valid_until"]),
            )
        )
    parents: defaultdict[str, list[ParentPeriod]] = defaultdict(list)
    for row in store.query(_PARENTS, only):
        parents[row["organisation_id"]].append(
            ParentPeriod(
                ministry=row["ministry"],
                organisation=row["parent_id"] or "",
                valid_from=read_day(row["valid_from"]),
                valid_until=read_day(row["valid_until"]),
            )
        )
    return [
        _organisation(row, names[row["id"]], parents[row["id"]])
        for row in store.query(_LIST, only)
    ]


def _organisation(
    row: Row, names: list[NamePeriod], parents: list[ParentPeriod]
) -> Organisation:
    task = row["is_public_task"]
    return Organisation(
        id=row["id"],
        kind=OrganisationKind(row["kind"]),
        sector=Sector(row["sector"]),
        is_public_task=None if task is None else bool(task),
        tooi=row["tooi"],
        names=tuple(names),
        parents=tuple(parents),
        source=row["source"],
        is_sample=bool(row["is_sample"]),
    )
