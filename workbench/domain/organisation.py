"""Ministries, services and units with their periods, and the sectors they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sector(StrEnum):
    """The six sectors of the yearly letters (Kamerstuk 31 490 nr. 272; `domain.md` 2.2)."""

    MINISTRIES = "ministeries"
    POLICE = "nationale_politie"
    JUDICIARY = "rechtspraak"
    PRISONS = "dji"
    DEFENCE = "defensie"
    AGENCIES = "zbo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ministry:
    """One name of one ministry, in one period.

    Attributes:
        key: Short name that cases refer to; the same key may return in a later period.
        tooi: Code in the TOOI register, such as mnre1034.
        valid_from: First day; `None` when before any case.
        valid_until: Last day; `None` while it exists.
    """

    key: str
    tooi: str
    name: str
    valid_from: date | None
    valid_until: date | None
    successor: str
    source: str

    def exists_on(self, day: date) -> bool:
        return _covers(self.valid_from, self.valid_until, day)


class OrganisationKind(StrEnum):
    """What sort of body an organisation is."""

    CORE = "kerndepartement"
    EXECUTIVE = "uitvoeringsorganisatie"
    INSPECTORATE = "inspectie"
    AGENCY = "zbo"
    POLICE = "politie"
    JUDICIARY = "rechtspraak"
    PRISONS = "DJI"
    DEFENCE = "defensieonderdeel"
    COUNCIL = "adviescollege"
    SHARED = "shared service"
    UNIT = "onderdeel"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePeriod:
    """One name of an organisation; `None` leaves that end open."""

    name: str
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        return _covers(self.valid_from, self.valid_until, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentPeriod:
    """Where an organisation belongs in one period.

    Attributes:
        ministry: Key of a ministry; empty when `organisation` tells it.
        organisation: Key of the organisation it is a unit of; empty for a service.
    """

    ministry: str = ""
    organisation: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        return _covers(self.valid_from, self.valid_until, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A service, or a unit of one.

    Attributes:
        id: What fte values refer to; never reused.
        is_public_task: Whether a zbo has a public task and counts; `None` if unknown or
            if it is no zbo.
        tooi: Its TOOI code; empty if it has none or none is known.
        is_sample: Invented, and said so wherever it is shown.
    """

    id: str
    kind: OrganisationKind
    sector: Sector
    is_public_task: bool | None = None
    tooi: str = ""
    names: tuple[NamePeriod, ...]
    parents: tuple[ParentPeriod, ...] = ()
    source: str = ""
    is_sample: bool = False

    def name_on(self, day: date) -> str:
        """Return its name on `day`, or the nearest one when it had none then."""
        held = next((one for one in self.names if one.holds_on(day)), None)
        if held is not None:
            return held.name
        later = [one for one in self.names if one.valid_from and one.valid_from > day]
        nearest = min(later, key=lambda one: one.valid_from or day, default=None)
        return (nearest or self.names[-1]).name

    def parent_on(self, day: date) -> ParentPeriod | None:
        return next((one for one in self.parents if one.holds_on(day)), None)

    def exists_on(self, day: date) -> bool:
        return any(one.holds_on(day) for one in self.names)


class LineageKind(StrEnum):
    """How an organisation passed into another."""

    RENAMED = "hernoemd"
    MERGED = "samengevoegd"
    SPLIT = "gesplitst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """One organisation passing into another; a merger or a split has more of them."""

    id: str
    kind: LineageKind
    before: str
    after: str
    day: date
    note: str = ""
    source: str = ""


def _covers(first: date | None, last: date | None, day: date) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)
