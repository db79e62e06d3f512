"""Reads what the registers begin with: hubs, ways of counting, and published causes."""

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

from workbench import paths
from workbench.domain.adjustment import Adjustment, AdjustmentKind
from workbench.domain.delivery import Method
from workbench.domain.errors import RulesInvalidError
from workbench.domain.fte import Fte
from workbench.domain.site import Site, SiteKind
from workbench.rules.entries import Entry, Table

_SAME = "idem"


@dataclass(frozen=True, slots=True, kw_only=True)
class RealChange:
    """What a source says of the part of a difference that is real.

    Attributes:
        from_date: Reference date before.
        until: Reference date after.
    """

    key: str
    organisation: str
    place: str
    sector: str
    from_date: date
    until: date
    change: Fte
    source: str


@cache
def load_sites() -> tuple[Site, ...]:
    """Return the hubs that public sources name.

    Raises:
        RulesInvalidError: The file cannot be read.
    """
    path = Path(paths.resource("reference", "sites.csv"))
    sites, source = [], ""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                source = source if row["source"] == _SAME else row["source"]
                sites.append(_site(row, source))
    except (OSError, ValueError) as error:
        raise RulesInvalidError(path=str(path), entry="", detail=str(error)) from error
    return tuple(sites)


@cache
def load_methods() -> tuple[Method, ...]:
    """Return the ways of counting that public sources tell of."""
    found = []
    for entry in _entries("methods.toml", "method"):
        method = Method(
            key=entry.key,
            title=entry.text("title"),
            from_date=entry.optional_day("from_date"),
            note=entry.text("note"),
            source=entry.text("source"),
        )
        entry.finish()
        found.append(method)
    return tuple(found)


@cache
def load_adjustments() -> tuple[Adjustment, ...]:
    """Return the causes that public sources tell of, all without a published amount."""
    found = []
    for entry in _entries("adjustments.toml", "adjustment"):
        cause = Adjustment(
            id=entry.key,
            kind=AdjustmentKind(entry.text("kind")),
            day=entry.day("day"),
            organisation=entry.text("organisation", ""),
            from_place=entry.text("from_place", ""),
            to_place=entry.text("to_place", ""),
            from_sector=entry.text("from_sector", ""),
            to_sector=entry.text("to_sector", ""),
            amount=None,
            note=entry.text("note"),
            source=entry.text("source"),
        )
        entry.finish()
        found.append(cause)
    return tuple(found)


@cache
def load_real_changes() -> tuple[RealChange, ...]:
    """Return the changes that public sources call real."""
    found = []
    for entry in _entries("adjustments.toml", "real_change"):
        change = RealChange(
            key=entry.key,
            organisation=entry.text("organisation"),
            place=entry.text("place"),
            sector=entry.text("sector"),
            from_date=entry.day("from"),
            until=entry.day("until"),
            change=Fte.of(entry.number("change")),
            source=entry.text("source"),
        )
        entry.finish()
        found.append(change)
    return tuple(found)


def _entries(name: str, kind: str) -> list[Entry]:
    path = Path(paths.resource("reference", name))
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RulesInvalidError(path=str(path), entry="", detail=str(error)) from error
    return [Entry(path, table) for table in cast("list[Table]", content.get(kind, []))]


def _site(row: dict[str, str], source: str) -> Site:
    return Site(
        id=row["id"],
        kind=SiteKind(row["kind"]),
        name=row["name"],
        municipality=row["municipality"],
        province=row["province"],
        region=row["region"],
        capacity=int(row["capacity"]) if row["capacity"] else None,
        valid_from=date.fromisoformat(row["from"]) if row["from"] else None,
        valid_until=date.fromisoformat(row["until"]) if row["until"] else None,
        source=source,
    )
