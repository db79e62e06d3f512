"""The places that are compared for a case."""

from sqlite3 import Row

from workbench.domain.case import CaseId, Location
from workbench.store.columns import (
    read_day,
    read_hundredths,
    write_day,
    write_hundredths,
)
from workbench.store.connection import Store

_LIST = "select * from locations where case_id = :case_id order by position, id"
_LOAD = "select * from locations where id = :id"
_SAVE = """
    insert into locations (id, case_id, position, name, municipality, province, region,
        fte, is_preferred, regional_interest, strengthening, labour_market, staff, access,
        housing, ready_on, costs, cost_once, cost_yearly)
    values (:id, :case_id, :position, :name, :municipality, :province, :region, :fte,
        :is_preferred, :regional_interest, :strengthening, :labour_market, :staff,
        :access, :housing, :ready_on, :costs, :cost_once, :cost_yearly)
    on conflict (id) do update set position = :position, name = :name,
        municipality = :municipality, province = :province, region = :region, fte = :fte,
        is_preferred = :is_preferred, regional_interest = :regional_interest,
        strengthening = :strengthening, labour_market = :labour_market, staff = :staff,
        access = :access, housing = :housing, ready_on = :ready_on, costs = :costs,
        cost_once = :cost_once, cost_yearly = :cost_yearly
"""
_PREFER_NONE = """
    update locations set is_preferred = 0 where case_id = :case_id and id <> :id
"""
_REMOVE = "delete from locations where id = :id"


def list_locations(store: Store, case_id: CaseId) -> list[Location]:
    """Return the locations of a case in their order."""
    return [_location(row) for row in store.query(_LIST, {"case_id": case_id})]


def load_location(store: Store, location_id: str) -> Location:
    """Return one location; a `LookupError` when there is none."""
    row = store.one(_LOAD, {"id": location_id})
    if row is None:
        raise LookupError(location_id)
    return _location(row)


def save_location(store: Store, location: Location) -> None:
    """Write a new or changed location; preferring it ends the preference for another."""
    if location.is_preferred:
        store.execute(_PREFER_NONE, {"case_id": location.case_id, "id": location.id})
    store.execute(_SAVE, _columns(location))


def remove_location(store: Store, location_id: str) -> None:
    store.execute(_REMOVE, {"id": location_id})


def _columns(location: Location) -> dict[str, str | int | None]:
    return {
        "id": location.id,
        "case_id": location.case_id,
        "position": location.position,
        "name": location.name,
        "municipality": location.municipality,
        "province": location.province,
        "region": location.region,
        "fte": write_hundredths(location.fte),
        "is_preferred": int(location.is_preferred),
        "regional_interest": location.regional_interest,
        "strengthening": location.strengthening,
        "labour_market": location.labour_market,
        "staff": location.staff,
        "access": location.access,
        "housing": location.housing,
        "ready_on": write_day(location.ready_on),
        "costs": location.costs,
        "cost_once": location.cost_once,
        "cost_yearly": location.cost_yearly,
    }


def _location(row: Row) -> Location:
    return Location(
        id=row["id"],
        case_id=row["case_id"],
        position=row["position"],
        name=row["name"],
        municipality=row["municipality"],
        province=row["province"],
        region=row["region"],
        fte=read_hundredths(row["fte"]),
        is_preferred=bool(row["is_preferred"]),
        regional_interest=row["regional_interest"],
        strengthening=row["strengthening"],
        labour_market=row["labour_market"],
        staff=row["staff"],
        access=row["access"],
        housing=row["housing"],
        ready_on=read_day(row["ready_on"]),
        costs=row["costs"],
        cost_once=row["cost_once"],
        cost_yearly=row["cost_yearly"],
    )
