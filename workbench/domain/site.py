"""Places with a date: municipalities, government offices and government hubs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SiteKind(StrEnum):
    """What stands there; a hub is never a duty station (31 490 nr. 337, footnote 6)."""

    MUNICIPALITY = "gemeente"
    OFFICE = "rijkskantoor"
    HUB = "rijkshub"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One place, in the period in which it exists.

    Attributes:
        province: Code of the province.
        region: NUTS-3 (COROP) code; empty when unknown.
        capacity: Work places; `None` when unknown.
    """

    id: str
    kind: SiteKind
    name: str
    municipality: str
    province: str
    region: str = ""
    capacity: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""

    def exists_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )
