"""Ministries with their periods, and the sectors of the definition of government work."""

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
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )
