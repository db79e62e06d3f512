"""Municipalities, government offices and hubs that the office registered itself."""

from workbench.domain.site import Site, SiteKind
from workbench.store.columns import read_day, write_day
from workbench.store.connection import Store

_LIST = "select * from sites order by province, kind, name"
_SAVE = """
    insert into sites (id, kind, name, municipality, province, region, capacity,
        valid_from, valid_until, source)
    values (:id, :kind, :name, :municipality, :province, :region, :capacity,
        :valid_from, :valid_until, :source)
    on conflict (id) do update set kind = excluded.kind, name = excluded.name,
        municipality = excluded.municipality, province = excluded.province,
        region = excluded.region, capacity = excluded.capacity,
        valid_from = excluded.valid_from, valid_until = excluded.valid_until,
        source = excluded.source
"""
_REMOVE = "delete from sites where id = :id"


def list_sites(store: Store) -> list[Site]:
    return [
        Site(
            id=row["id"],
            kind=SiteKind(row["kind"]),
            name=row["name"],
            municipality=row["municipality"],
            province=row["province"],
            region=row["region"],
            capacity=row["capacity"],
            valid_from=read_day(row["valid_from"]),
            valid_until=read_day(row["valid_until"]),
            source=row["source"],
        )
        for row in store.query(_LIST)
    ]


def save_site(store: Store, site: Site) -> None:
    store.execute(
        _SAVE,
        {
            "id": site.id,
            "kind": site.kind,
            "name": site.name,
            "municipality": site.municipality,
            "province": site.province,
            "region": site.region,
            "capacity": site.capacity,
            "valid_from": write_day(site.valid_from),
            "valid_until": write_day(site.valid_until),
            "source": site.source,
        },
    )


def remove_site(store: Store, site_id: str) -> None:
    store.execute(_REMOVE, {"id": site_id})
