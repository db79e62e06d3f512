"""A slice of the register: figures of one kind, which may be summed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.delivery import Notion


class Level(StrEnum):
    """How large the places of a figure are; levels are never summed together."""

    COUNTRY = "land"
    PROVINCE = "provincie"
    REGION = "COROP-regio"


class Detail(StrEnum):
    """Which breakdown is summed; a total and its parts are never summed together."""

    TOTALS = "totalen"
    SECTORS = "sectoren"
    ORGANISATIONS = "organisaties"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Which figures are looked at; figures of different slices are never added up.

    Attributes:
        horizon: Year of the forecast; `None` for actual figures.
        known_on: Day as of which they are read, "zoals toen gepubliceerd"; `None` for
            all that is known now.
        samples: Only invented figures, or only others; `None` for all.
    """

    notion: Notion = Notion.DUTY_STATION
    level: Level = Level.PROVINCE
    detail: Detail = Detail.TOTALS
    horizon: int | None = None
    known_on: date | None = None
    samples: bool | None = None


def level_of(place: str) -> Level:
    """Return the level of a code: "NL", "PV22" or a NUTS-3 code such as "NL131"."""
    if place == "NL":
        return Level.COUNTRY
    return Level.PROVINCE if place.startswith("PV") else Level.REGION
