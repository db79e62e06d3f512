"""What a case does to the spread, inside and outside the Randstad."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.case import Case, Shift
from workbench.domain.delivery import ALL_SECTORS, WHOLE_COUNTRY, Delivery, FteValue
from workbench.domain.fte import Fte, sum_fte
from workbench.domain.place import BY_CODE
from workbench.domain.rule import ProvinceList
from workbench.usecases.context import Context
from workbench.usecases.registers import published_values

RANDSTAD = "randstad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the country; `None` is unknown, also when nothing was filled in."""

    name: str
    before: Fte | None
    after: Fte | None
    change: Fte | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The sums of a case.

    Attributes:
        definition: Which provinces count as Randstad on the case's reference day.
        parts: Randstad, outside it, and the whole.
    """

    definition: ProvinceList
    parts: tuple[Part, ...]

    @property
    def randstad_names(self) -> list[str]:
        return sorted(BY_CODE[code].name for code in self.definition.provinces)


def spread_of(context: Context, case: Case) -> Spread:
    """Return the sums of the division over provinces."""
    definition = next(
        entry
        for entry in context.rules.lists
        if entry.key == RANDSTAD and entry.holds_on(case.judged_on)
    )
    inside = [one for one in case.shifts if one.province in definition.provinces]
    outside = [one for one in case.shifts if one.province not in definition.provinces]
    return Spread(
        definition=definition,
        parts=(
            _part("Randstad", inside, case),
            _part("Buiten de Randstad", outside, case),
            _part("Totaal", list(case.shifts), case),
        ),
    )


def published_around(context: Context, case: Case) -> list[tuple[FteValue, Delivery]]:
    """Return the published totals of the country and the provinces of the case."""
    wanted = {WHOLE_COUNTRY, *(shift.province for shift in case.shifts)}
    return [
        (value, delivery)
        for value, delivery in published_values(context)
        if value.sector == ALL_SECTORS and value.place in wanted and not value.organisation
    ]


def _part(name: str, shifts: list[Shift], case: Case) -> Part:
    if not case.shifts:
        return Part(name=name, before=None, after=None, change=None)
    return Part(
        name=name,
        before=sum_fte([shift.before for shift in shifts]),
        after=sum_fte([shift.after for shift in shifts]),
        change=sum_fte([shift.change for shift in shifts]),
    )
