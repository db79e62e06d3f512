"""Reads published reference data: ministries by period, and figures with their source."""

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from workbench import paths
from workbench.domain.errors import RulesInvalidError
from workbench.domain.fte import Fte
from workbench.domain.organisation import Ministry

_SAME = "idem"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFte:
    """An exact published amount.

    Attributes:
        place: Province by name, or "Nederland".
        sector: Value of a `Sector`, or "totaal".
    """

    reference_date: date
    place: str
    sector: str
    fte: Fte
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedStatement:
    """A rounded amount, change or forecast as worded by its source; never to be summed.

    Attributes:
        kind: "rounded", "change" or "forecast".
        period: The day or days it is about, as published.
        value: What can be told as a number, in `unit`; `None` when only words were given.
    """

    kind: str
    period: str
    place: str
    sector: str
    value: Decimal | None
    unit: str
    wording: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One of the forty NUTS-3 (COROP) regions of 2024."""

    code: str
    name: str
    province: str
    source: str


@cache
def load_ministries() -> tuple[Ministry, ...]:
    """Return every name of every ministry, each with its period."""
    return tuple(
        Ministry(
            key=row["key"],
            tooi=row["tooi"],
            name=row["name"],
            valid_from=_day(row["from"]),
            valid_until=_day(row["until"]),
            successor=row["successor"],
            source=row["source"],
        )
        for row in _rows("ministries.csv")
    )


def ministries_on(day: date) -> list[Ministry]:
    """Return the ministries that exist on `day`, by name."""
    existing = [one for one in load_ministries() if one.exists_on(day)]
    return sorted(existing, key=lambda one: one.name)


def ministry_name(key: str, day: date) -> str:
    """Return the name that goes with `key` on `day`; empty when none exists then."""
    return next((one.name for one in ministries_on(day) if one.key == key), "")


def load_published_fte() -> tuple[PublishedFte, ...]:
    """Return the exact published amounts."""
    return tuple(
        PublishedFte(
            reference_date=date.fromisoformat(row["peildatum"]),
            place=row["province"],
            sector=row["sector"],
            fte=Fte.of(row["fte"]),
            source=row["source"],
        )
        for row in _rows("fte.csv")
    )


def load_published_statements() -> tuple[PublishedStatement, ...]:
    """Return rounded amounts, changes and forecasts, each in the words of its source."""
    rounded = [
        _statement(row, "rounded", row["peildatum"], row["value"], row["unit"])
        for row in _rows("fte_rounded.csv")
    ]
    changes = [
        _statement(
            row,
            "change",
            f"{row['from']}/{row['to']}",
            row["delta_fte"] or row["delta_pct"],
            "fte" if row["delta_fte"] else "procent",
        )
        for row in _rows("fte_change.csv")
    ]
    forecasts = [
        _statement(
            row, "forecast", f"{row['base']}/{row['horizon']}", row["value"], row["kind"]
        )
        for row in _rows("fte_prognose.csv")
    ]
    return (*rounded, *changes, *forecasts)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """A document that an entry of the rules may cite."""

    key: str
    title: str
    address: str


def load_sources() -> tuple[CitedSource, ...]:
    """Return the register of sources of the rules."""
    path = Path(paths.resource("rules", "sources.toml"))
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        CitedSource(key=row["key"], title=row["title"], address=row.get("address", ""))
        for row in table["source"]
    )


def load_regions() -> tuple[Region, ...]:
    """Return the NUTS-3 regions with the province they lie in."""
    return tuple(
        Region(
            code=row["nuts3"],
            name=row["name"],
            province=row["province_cbs"],
            source=row["source"],
        )
        for row in _rows("nuts3_nl_2024.csv")
    )


def _statement(
    row: dict[str, str], kind: str, period: str, value: str, unit: str
) -> PublishedStatement:
    try:
        number = Decimal(value) if value else None
    except InvalidOperation as error:
        raise RulesInvalidError(path=kind, entry=period, detail=str(error)) from error
    return PublishedStatement(
        kind=kind,
        period=period,
        place=row["province"],
        sector=row["sector"],
        value=number,
        unit=unit,
        wording=row["wording"],
        source=row["source"],
    )


def _rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a file; a source "idem" becomes that of the row above."""
    path = Path(paths.resource("reference", name))
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise RulesInvalidError(path=str(path), entry="", detail=str(error)) from error
    source = ""
    for row in rows:
        if row["source"] == _SAME:
            row["source"] = source
        source = row["source"]
    return rows


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
