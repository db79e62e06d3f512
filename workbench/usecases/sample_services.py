"""Invents services and what happens to them, year after year, for the sample figures.

Everything is named VOORBEELD and marked as a sample; one seed always gives the same.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from workbench.domain.adjustment import Adjustment, AdjustmentKind
from workbench.domain.fte import Fte
from workbench.domain.organisation import (
    Lineage,
    LineageKind,
    NamePeriod,
    Organisation,
    OrganisationKind,
    ParentPeriod,
    Sector,
)
from workbench.domain.place import PROVINCES

SERVICES = 300
YEARS = range(2017, 2027)
PLACES = tuple(province.code for province in PROVINCES)
MARK = "VOORBEELD"
STEP = 10  # figures are delivered to a tenth of an fte
_SOURCE = f"{MARK}, verzonnen door de werkbank"
# Rough weights in the order of `PLACES`: Zuid-Holland is the largest.
_WEIGHTS = (4, 3, 3, 5, 2, 9, 13, 12, 37, 2, 6, 4)
_SECTORS = {
    Sector.MINISTRIES: 45,
    Sector.POLICE: 12,
    Sector.JUDICIARY: 8,
    Sector.PRISONS: 8,
    Sector.DEFENCE: 15,
    Sector.AGENCIES: 12,
}
_KINDS = {
    Sector.MINISTRIES: (OrganisationKind.EXECUTIVE, "Uitvoeringsdienst"),
    Sector.POLICE: (OrganisationKind.POLICE, "Politieonderdeel"),
    Sector.JUDICIARY: (OrganisationKind.JUDICIARY, "Gerecht"),
    Sector.PRISONS: (OrganisationKind.PRISONS, "Inrichting"),
    Sector.DEFENCE: (OrganisationKind.DEFENCE, "Defensieonderdeel"),
    Sector.AGENCIES: (OrganisationKind.AGENCY, "Bestuursorgaan"),
}
_MINISTRIES = {
    Sector.POLICE: "JenV",
    Sector.JUDICIARY: "JenV",
    Sector.PRISONS: "JenV",
    Sector.DEFENCE: "Def",
}
# Of every 300 services: in this year two merge into one and another splits into two.
_REORGANISED = {2020: (10, 11, 12), 2023: (110, 111, 112)}
_MOVES = {2019: 1, 2021: 2, 2022: 1, 2024: 2, 2026: 2}
_LARGEST = "PV28"
_REBOOKED_IN = 2022
_REBOOKED = (("PV21", 5_300, True), ("PV29", 4_600, False))


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceYear:
    """What one service has on 1 January of a year.

    Attributes:
        is_apart: It delivers civil servants and externals apart.
        amounts: Hundredths of fte in the order of `PLACES`.
    """

    organisation: str
    sector: Sector
    is_apart: bool
    amounts: tuple[int, ...]


@dataclass(slots=True, kw_only=True)
class SampleHistory:
    """Invented services with what they came from, and their fte in every year."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    lineage: list[Lineage] = field(default_factory=list)
    adjustments: list[Adjustment] = field(default_factory=list)
    years: dict[int, tuple[ServiceYear, ...]] = field(default_factory=dict)


def invent_history(scale: int, seed: int, ministries: Sequence[str]) -> SampleHistory:
    """Return `scale` times 300 services from 2017 on; in every year as many."""
    chance = random.Random(seed)
    history = SampleHistory()
    lines = [_first(history, chance, ministries) for _ in range(SERVICES * scale)]
    for year in YEARS:
        if year > YEARS.start:
            lines = [_grown(line, chance) for line in lines]
            _reorganise(history, lines, year)
            _move(history, lines, year, chance)
            _rebook(history, lines, year)
        history.years[year] = tuple(lines)
    return history


def _first(
    history: SampleHistory, chance: random.Random, ministries: Sequence[str]
) -> ServiceYear:
    sector = chance.choices(list(_SECTORS), list(_SECTORS.values()))[0]
    ministry = _MINISTRIES.get(sector) or chance.choice(ministries)
    organisation = _organise(history, sector, (ParentPeriod(ministry=ministry),), None)
    size = chance.lognormvariate(5.6, 0.9)
    parts = [weight * chance.gammavariate(2, 0.5) for weight in _WEIGHTS]
    amounts = tuple(_rounded(100 * size * part / sum(parts)) for part in parts)
    return ServiceYear(
        organisation=organisation,
        sector=sector,
        is_apart=chance.random() < 1 / 6,
        amounts=amounts,
    )


def _organise(
    history: SampleHistory,
    sector: Sector,
    parents: tuple[ParentPeriod, ...],
    begins: date | None,
) -> str:
    """Add one organisation and return its id."""
    number = len(history.organisations) + 1
    kind, word = _KINDS[sector]
    key = f"voorbeeld-{number:05}"
    history.organisations[key] = Organisation(
        id=key,
        kind=kind,
        sector=sector,
        is_public_task=True if sector is Sector.AGENCIES else None,
        names=(NamePeriod(name=f"{MARK} {word} {number:03}", valid_from=begins),),
        parents=parents,
        source=_SOURCE,
        is_sample=True,
    )
    return key


def _grown(line: ServiceYear, chance: random.Random) -> ServiceYear:
    growth = chance.gauss(1.02, 0.025)
    amounts = tuple(
        _rounded(amount * growth * chance.gauss(1, 0.01)) for amount in line.amounts
    )
    return replace(line, amounts=amounts)


def _reorganise(history: SampleHistory, lines: list[ServiceYear], year: int) -> None:
    if year not in _REORGANISED:
        return
    day = date(year, 1, 1)
    for start in range(0, len(lines), SERVICES):
        first, second, third = (start + place for place in _REORGANISED[year])
        one, other, whole = lines[first], lines[second], lines[third]
        merged, left, right = (
            _successor(history, line, day) for line in (one, whole, whole)
        )
        sums = tuple(map(sum, zip(one.amounts, other.amounts, strict=True)))
        halves = tuple(_rounded(amount * 0.6) for amount in whole.amounts)
        rest = tuple(a - half for a, half in zip(whole.amounts, halves, strict=True))
        lines[first] = replace(one, organisation=merged, amounts=sums)
        lines[second] = replace(whole, organisation=left, amounts=halves)
        lines[third] = replace(whole, organisation=right, amounts=rest)
        for kind, before, after in (
            (LineageKind.MERGED, one, merged),
            (LineageKind.MERGED, other, merged),
            (LineageKind.SPLIT, whole, left),
            (LineageKind.SPLIT, whole, right),
        ):
            _pass_on(history, kind, before.organisation, after, day)


def _successor(history: SampleHistory, line: ServiceYear, day: date) -> str:
    parents = history.organisations[line.organisation].parents
    return _organise(history, line.sector, parents, day)


def _pass_on(
    history: SampleHistory, kind: LineageKind, before: str, after: str, day: date
) -> None:
    ended = history.organisations[before]
    (name,) = ended.names
    last = replace(name, valid_until=day - timedelta(days=1))
    history.organisations[before] = replace(ended, names=(last,))
    history.lineage.append(
        Lineage(
            id=f"voorbeeld-lijn-{len(history.lineage) + 1:05}",
            kind=kind,
            before=before,
            after=after,
            day=day,
            source=_SOURCE,
        )
    )


def _move(
    history: SampleHistory, lines: list[ServiceYear], year: int, chance: random.Random
) -> None:
    """Let some large services move 50 fte or more from Zuid-Holland elsewhere."""
    others = [code for code in PLACES if code != _LARGEST]
    at = PLACES.index(_LARGEST)
    for start in range(0, len(lines), SERVICES):
        block = range(start, start + SERVICES)
        large = [number for number in block if lines[number].amounts[at] > 15_000]
        for number in chance.sample(large, min(len(large), _MOVES.get(year, 0))):
            lines[number], cause = _shifted(
                lines[number],
                AdjustmentKind.MOVE,
                chance.choice(others),
                _rounded(chance.uniform(5_000, 9_000)),
            )
            _tell(history, cause, year)


def _rebook(history: SampleHistory, lines: list[ServiceYear], year: int) -> None:
    """Count fte elsewhere without anyone moving; of one nobody told how many."""
    if year != _REBOOKED_IN:
        return
    at = PLACES.index(_LARGEST)
    sizes = sorted(range(len(lines)), key=lambda number: lines[number].amounts[at])
    for number, (place, amount, is_told) in zip(sizes[::-1], _REBOOKED, strict=False):
        lines[number], cause = _shifted(
            lines[number], AdjustmentKind.REALLOCATION, place, amount
        )
        _tell(history, cause if is_told else replace(cause, amount=None), year)


def _shifted(
    line: ServiceYear, kind: AdjustmentKind, to_place: str, amount: int
) -> tuple[ServiceYear, Adjustment]:
    """Return the service after so many hundredths left Zuid-Holland, and the cause."""
    changed = list(line.amounts)
    changed[PLACES.index(_LARGEST)] -= amount
    changed[PLACES.index(to_place)] += amount
    cause = Adjustment(
        id="",
        kind=kind,
        day=date.min,
        organisation=line.organisation,
        from_place=_LARGEST,
        to_place=to_place,
        from_sector=line.sector,
        to_sector=line.sector,
        amount=Fte(amount),
        note=f"{MARK}: verzonnen oorzaak.",
        source=_SOURCE,
        is_sample=True,
    )
    return replace(line, amounts=tuple(changed)), cause


def _tell(history: SampleHistory, cause: Adjustment, year: int) -> None:
    key = f"voorbeeld-oorzaak-{len(history.adjustments) + 1:05}"
    history.adjustments.append(replace(cause, id=key, day=date(year - 1, 7, 1)))


def _rounded(hundredths: float) -> int:
    return max(0, round(hundredths / STEP) * STEP)
