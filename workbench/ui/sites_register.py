"""The register of places: municipalities, government offices and hubs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from workbench.domain.notation import write_date
from workbench.domain.place import BY_CODE, PROVINCES
from workbench.domain.site import Site, SiteKind
from workbench.ui.calm_combo import Choice
from workbench.ui.entry_form import Choices
from workbench.ui.field_values import FieldKind, FieldSpec
from workbench.ui.register_panel import Register
from workbench.ui.rows_panel import Column
from workbench.ui.session import Session
from workbench.usecases.sites import (
    FIELDS,
    KINDS,
    NewSite,
    SiteRow,
    add_site,
    change_site,
    list_sites,
    region_choices,
    remove_site,
)


def sites_register(session: Session) -> Register:
    """Return the places as a panel shows them."""

    def add(values: Mapping[str, Any]) -> str:
        done = session.run(add_site, NewSite(**_known(values)))
        return done[0] if done else ""

    return Register(
        name=tr("Plaatsen"),
        intro=tr(
            "Gemeenten, rijkskantoren en rijkshubs. Een rijkshub is nooit een standplaats:"
            " daar ontmoeten mensen elkaar die elders hun standplaats hebben."
        ),
        words={
            "add": tr("Plaats toevoegen"),
            "new": tr("Nieuwe plaats"),
            "remove": tr("Plaats verwijderen"),
            "restore": tr("Terug naar wat het programma noemt"),
        },
        columns=_columns(),
        fields=_fields(),
        new_fields=("kind", "name", "municipality", "province", "valid_from", "source"),
        start={"kind": SiteKind.OFFICE, "name": "", "municipality": "", "source": ""},
        read=lambda: session.read(list_sites),
        key=lambda row: row.site.id,
        title=lambda row: row.site.name,
        values=_values,
        choices=_choices,
        add=add,
        change=lambda key, name, value: _run(session, key, name, value),
        remove=lambda key: _remove(session, key),
        is_shipped=lambda row: row.is_shipped,
        has_original=lambda row: row.has_original,
        remark=_remark,
    )


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("sites_register", text)


def _run(session: Session, key: str, name: str, value: object) -> None:
    session.run(change_site, key, name, value)


def _remove(session: Session, key: str) -> None:
    session.run(remove_site, key)


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values with "" for text that was left open."""
    texts = {name: values.get(name) or "" for name in ("name", "municipality", "source")}
    return dict(values) | texts | {"province": values.get("province") or ""}


def _values(row: SiteRow) -> Mapping[str, object]:
    return {name: getattr(row.site, name) for name in FIELDS} | {
        "region": row.site.region or None
    }


def _choices(row: SiteRow | None) -> Choices:
    provinces: list[Choice] = [(one.code, one.name) for one in PROVINCES]
    found: dict[str, list[Choice]] = {
        "kind": [(kind, tr(word)) for kind, word in KINDS.items()],
        "province": provinces,
    }
    if row is not None:
        unknown: list[Choice] = [(None, tr("Onbekend"))]
        found["region"] = [*unknown, *region_choices(row.site.province)]
    return found


def _remark(row: SiteRow) -> str:
    if row.is_shipped:
        return tr(
            "Deze plaats komt met het programma mee. Wat de bron niet noemt, is leeg."
            " Vult u iets aan, dan ontstaat een eigen versie."
        )
    return tr("Dit is uw eigen versie.") if row.has_original else ""


def _fields() -> tuple[FieldSpec, ...]:
    date_kind = FieldKind.DATE
    return (
        FieldSpec(name="name", label=tr("Naam"), is_wide=True),
        FieldSpec(name="kind", label=tr("Soort"), kind=FieldKind.CHOICE),
        FieldSpec(name="municipality", label=tr("Gemeente")),
        FieldSpec(name="province", label=tr("Provincie"), kind=FieldKind.CHOICE),
        FieldSpec(name="region", label=tr("COROP-gebied"), kind=FieldKind.CHOICE),
        FieldSpec(name="valid_from", label=tr("Bestaat vanaf"), kind=date_kind),
        FieldSpec(name="valid_until", label=tr("Bestaat tot en met"), kind=date_kind),
        FieldSpec(name="capacity", label=tr("Werkplekken")),
        FieldSpec(name="source", label=tr("Bron"), is_wide=True),
    )


def _columns() -> list[Column]:
    return [
        Column(title=tr("Naam"), text=lambda row: row.site.name, width=225),
        Column(title=tr("Soort"), text=lambda row: tr(_kind(row.site)), width=110),
        Column(
            title=tr("Provincie"),
            text=lambda row: BY_CODE[row.site.province].name,
            width=130,
        ),
        Column(
            title=tr("Vanaf"),
            text=lambda row: _day(row.site.valid_from),
            sort=lambda row: (row.site.valid_from or date.min).toordinal(),
            width=150,
        ),
        Column(
            title=tr("Tot en met"),
            text=lambda row: _day(row.site.valid_until),
            sort=lambda row: (row.site.valid_until or date.max).toordinal(),
            width=150,
        ),
        Column(title=tr("Gemeente"), text=lambda row: row.site.municipality),
    ]


def _kind(site: Site) -> str:
    return KINDS[site.kind].partition(" ")[0]


def _day(day: date | None) -> str:
    return write_date(day) if day else ""
