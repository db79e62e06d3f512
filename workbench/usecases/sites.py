"""Keeps municipalities, government offices and hubs, beside those of public sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.errors import FactInvalidError
from workbench.domain.place import BY_CODE
from workbench.domain.site import Site, SiteKind
from workbench.rules import registers
from workbench.rules.reference import load_regions
from workbench.store import sites
from workbench.usecases.context import Change, Context
from workbench.usecases.periods import check_order

KINDS = {
    SiteKind.MUNICIPALITY: "Gemeente",
    SiteKind.OFFICE: "Rijkskantoor",
    SiteKind.HUB: "Rijkshub (rijksontmoetingsplein)",
}
FIELDS = {
    "kind": "Soort",
    "name": "Naam",
    "municipality": "Gemeente",
    "province": "Provincie",
    "region": "COROP-gebied",
    "capacity": "Werkplekken",
    "valid_from": "Vanaf",
    "valid_until": "Tot en met",
    "source": "Bron",
}
_EVERYTHING = Change(everything=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRow:
    """A place and where it comes from.

    Attributes:
        is_shipped: Comes with the program and was not changed here.
        has_original: Removing it brings back what came with the program.
    """

    site: Site
    is_shipped: bool
    has_original: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSite:
    """What is known of a place when it is added."""

    kind: SiteKind
    name: str
    municipality: str = ""
    province: str
    valid_from: date | None = None
    source: str = ""


def list_sites(context: Context, day: date | None = None) -> list[SiteRow]:
    """Return the places of the office and the program, those of `day` if it is given."""
    shipped = {one.id: one for one in registers.load_sites()}
    own = {one.id: one for one in sites.list_sites(context.store)}
    found = [
        SiteRow(site=one, is_shipped=one.id not in own, has_original=one.id in shipped)
        for one in (shipped | own).values()
        if day is None or one.exists_on(day)
    ]
    return sorted(found, key=lambda row: (row.site.province, row.site.kind, row.site.name))


def duty_stations(context: Context, day: date) -> list[Site]:
    """Return the places where somebody can have a duty station; a hub never is one."""
    rows = list_sites(context, day)
    return [row.site for row in rows if row.site.kind is not SiteKind.HUB]


def add_site(context: Context, new: NewSite) -> tuple[str, Change]:
    """Add a place of the office itself.

    Raises:
        FactInvalidError: Without name or province.
    """
    site = Site(
        id=context.new_id(),
        kind=new.kind,
        name=new.name.strip(),
        municipality=new.municipality.strip()
        or (new.name.strip() if new.kind is SiteKind.MUNICIPALITY else ""),
        province=new.province,
        valid_from=new.valid_from,
        source=new.source.strip(),
    )
    _check(site)
    _refuse_double(context, site)
    with context.batch(f"{KINDS[site.kind]} {site.name} toegevoegd"):
        sites.save_site(context.store, site)
    return site.id, _EVERYTHING


def change_site(context: Context, key: str, field: str, value: object) -> Change:
    """Change one property; of a place of the program, the office's own version starts here.

    Raises:
        FactInvalidError: The value cannot be, such as a region of another province.
    """
    site = _find(context, key)
    if field == "capacity":
        value = _read_capacity(str(value or ""))
    if field == "kind":
        value = SiteKind(str(value))
    if field in ("province", "region"):
        value = value or ""
    if isinstance(value, str) and field != "kind":
        value = value.strip()
    if getattr(site, field) == value:
        return Change()
    changed = replace(site, **{field: value})  # type: ignore[arg-type]  # named field
    if field == "province":
        changed = replace(changed, region="")
    _check(changed)
    with context.batch(f"{FIELDS[field]} van {site.name} gewijzigd"):
        sites.save_site(context.store, changed)
    return _EVERYTHING


def remove_site(context: Context, key: str) -> Change:
    """Take a place of the office away; one of the program returns as it came."""
    site = _find(context, key)
    with context.batch(f"{KINDS[site.kind]} {site.name} verwijderd"):
        sites.remove_site(context.store, key)
    return _EVERYTHING


def region_choices(province: str) -> list[tuple[str, str]]:
    """Return code and name of the COROP regions of a province."""
    return [(one.code, one.name) for one in load_regions() if one.province == province]


def _find(context: Context, key: str) -> Site:
    found = [row.site for row in list_sites(context) if row.site.id == key]
    if not found:
        raise FactInvalidError(
            field="Plaats", value=key, expected="een plaats uit het register"
        )
    return found[0]


def _check(site: Site) -> None:
    if not site.name:
        raise FactInvalidError(field="Naam", value="", expected="een naam")
    if site.province not in BY_CODE:
        raise FactInvalidError(
            field="Provincie", value=site.province, expected="een provincie uit de lijst"
        )
    regions = {code for code, _ in region_choices(site.province)}
    if site.region and site.region not in regions:
        raise FactInvalidError(
            field="COROP-gebied",
            value=site.region,
            expected=f"een gebied in {BY_CODE[site.province].name}",
        )
    check_order(site.valid_from, site.valid_until)


def _refuse_double(context: Context, site: Site) -> None:
    for row in list_sites(context):
        other = row.site
        is_same = (other.kind, other.province) == (site.kind, site.province)
        if is_same and other.name.casefold() == site.name.casefold():
            raise FactInvalidError(
                field="Naam",
                value=site.name,
                expected="een naam die nog niet in het register staat",
            )


def _read_capacity(text: str) -> int | None:
    plain = text.replace(".", "").strip()
    if not plain or plain.casefold() == "onbekend":
        return None
    if not plain.isdecimal():
        raise FactInvalidError(
            field="Werkplekken", value=text, expected="een heel getal, of leeg als onbekend"
        )
    return int(plain)
