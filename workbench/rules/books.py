"""The rules as they hold on one day: what a regime says of a case is looked up here."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from workbench.domain.fte import Fte
from workbench.domain.place import fold
from workbench.domain.rule import (
    Body,
    Dated,
    Framework,
    ProvinceList,
    Question,
    Rule,
    RuleSet,
    Setting,
)

_VITAL = "vital-"
_Entry = TypeVar("_Entry", bound=Dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The entries of one framework on one day, by key.

    Attributes:
        day: The case's day, or the nearest day on which the framework holds.
    """

    framework: Framework
    day: date
    rules: dict[str, Rule]
    settings: dict[str, Setting]
    lists: dict[str, ProvinceList]
    bodies: dict[str, Body]
    questions: tuple[Question, ...]

    def fte(self, setting: str) -> Fte:
        return Fte.of(self.settings[setting].value)

    def provinces(self, name: str) -> frozenset[str]:
        return self.lists[name].provinces

    def vital_regions(self) -> frozenset[str]:
        """Return the folded names of the programme regions that exist on this day."""
        named = (entry for key, entry in self.lists.items() if key.startswith(_VITAL))
        return frozenset(fold(entry.title) for entry in named)

    def body(self, key: str | None, sector: str) -> Body | None:
        """Return the body; when none was chosen, the only one of its sector, if so."""
        if key is not None:
            return self.bodies.get(key)
        of_sector = [body for body in self.bodies.values() if body.sector == sector]
        return of_sector[0] if len(of_sector) == 1 else None


def nearest_day(framework: Framework, day: date) -> date:
    """Return `day`, or the first or last day of the framework when it lies outside."""
    last = min(day, framework.valid_until) if framework.valid_until else day
    return max(framework.valid_from, last)


def open_book(rules: RuleSet, framework: Framework, day: date) -> Book:
    """Return what holds under `framework` on `day`, or on the nearest day that it holds."""
    held = nearest_day(framework, day)
    return Book(
        framework=framework,
        day=held,
        rules=_by_key(rules.rules, held),
        settings=_by_key(rules.settings, held),
        lists=_by_key(rules.lists, held),
        bodies=_by_key(rules.bodies, held),
        questions=tuple(found for found in rules.questions if found.holds_on(held)),
    )


def _by_key(entries: tuple[_Entry, ...], day: date) -> dict[str, _Entry]:
    return {entry.key: entry for entry in entries if entry.holds_on(day)}
