"""Says in Dutch what a figure is about: which place, sector, organisation and staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.delivery import (
    ALL_SECTORS,
    WHOLE_COUNTRY,
    FteValue,
    Notion,
    Staff,
    ValueKind,
)
from workbench.domain.notation import write_date
from workbench.domain.place import BY_CODE
from workbench.exchange.table_words import Vocabulary, WordKind
from workbench.rules import reference
from workbench.store import organisations
from workbench.usecases.context import Context
from workbench.usecases.fields import SECTORS

_SECTORS = {str(key): name for key, name in SECTORS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureNames:
    """Names for the codes in figures; a code without a name is shown as it is."""

    organisations: Mapping[str, str]
    regions: Mapping[str, str]

    def place(self, code: str) -> str:
        if code == WHOLE_COUNTRY:
            return "Nederland"
        return BY_CODE[code].name if code in BY_CODE else self.regions.get(code, code)

    def sector(self, key: str) -> str:
        return "alle sectoren" if key == ALL_SECTORS else _SECTORS.get(key, key)

    def organisation(self, key: str) -> str:
        return self.organisations.get(key, key)

    def subject(self, value: FteValue) -> str:
        """Return what a figure is about, without its date."""
        parts = [self.place(value.place)]
        if value.organisation:
            parts.append(self.organisation(value.organisation))
        parts.append(self.sector(value.sector))
        return ", ".join(parts + how_counted(value))


def how_counted(value: FteValue) -> list[str]:
    """Return what is unusual about the way a figure was counted."""
    parts = []
    if value.staff is not Staff.BOTH:
        parts.append(str(value.staff))
    if value.notion is not Notion.DUTY_STATION:
        parts.append(str(value.notion))
    if value.kind is not ValueKind.EXACT:
        parts.append(str(value.kind))
    return parts


def write_moment_of(value: FteValue) -> str:
    """Return the reference date, and of a forecast its year."""
    day = write_date(value.reference_date)
    return day if value.horizon is None else f"prognose {value.horizon}, vanaf {day}"


def figure_names(context: Context) -> FigureNames:
    """Return the names as they are now."""
    today = context.today()
    return FigureNames(
        organisations={
            one.id: one.name_on(today)
            for one in organisations.list_organisations(context.store)
        },
        regions={one.code: one.name for one in reference.load_regions()},
    )


def names_of(words: Vocabulary) -> FigureNames:
    """Return the names as an import knows them, organisations to be made among them."""
    return FigureNames(
        organisations=words.names[WordKind.ORGANISATION],
        regions=words.names[WordKind.PLACE],
    )
