"""Checks figures that came in: do parts add up, and what changes in what was known?

A check that cannot be made, because something was not told, says so; it never passes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter

from workbench.domain.delivery import ALL_SECTORS, WHOLE_COUNTRY, FteValue, Staff
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.domain.place import PROVINCES

_PROVINCES = frozenset(place.code for place in PROVINCES)
_SECTORS = frozenset(str(sector) for sector in Sector)
_key_of = attrgetter(
    "reference_date", "horizon", "place", "sector", "organisation", "notion", "staff"
)
_group_of = attrgetter("reference_date", "horizon", "notion")


class CheckKind(StrEnum):
    """What is held against what."""

    SECTORS = "sectoren samen = totaal"
    PROVINCES = "provincies samen = Nederland"
    CONTROL = "Nederland = gepubliceerd totaal"
    STAFF = "ambtenaren en externen samen = totaal"
    TWICE = "elk cijfer staat er één keer"


class Outcome(StrEnum):
    """How a check came out."""

    SAME = "klopt"
    DIFFERS = "klopt niet"
    UNKNOWN = "niet te controleren"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check of one total.

    Attributes:
        expected: The total that was told or published.
        found: What its parts add up to; `None` while a part is unknown.
        cells: Where the total stands, or both places of a figure that stands twice.
    """

    kind: CheckKind
    outcome: Outcome
    reference_date: date
    place: str = ""
    sector: str = ""
    expected: Fte | None = None
    found: Fte | None = None
    cells: tuple[str, ...] = ()


class DifferenceKind(StrEnum):
    """What a delivery does to one figure."""

    NEW = "nieuw"
    CHANGED = "gewijzigd"
    GONE = "vervallen"
    SAME = "ongewijzigd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One figure before and after; unknown is `None`.

    Attributes:
        value: The figure as delivered, or as it was when it is gone.
    """

    kind: DifferenceKind
    value: FteValue
    before: Fte | None
    after: Fte | None
    cell_before: str = ""
    cell_after: str = ""

    @property
    def is_correction(self) -> bool:
        """Whether something that was known becomes something else, or unknown."""
        is_other = self.kind in (DifferenceKind.CHANGED, DifferenceKind.GONE)
        return is_other and self.before is not None


def check_values(
    values: Sequence[FteValue], controls: Mapping[date, Fte]
) -> tuple[Check, ...]:
    """Return every check that these values allow; `controls` are published totals.

    Only totals of actual and forecast figures that were told are checked; what was told
    per organisation has no total of its own in the table and is not summed here.
    """
    found = [*_doubles(values)]
    groups: defaultdict[tuple[object, ...], list[FteValue]] = defaultdict(list)
    for value in values:
        if not value.organisation:
            groups[_group_of(value)].append(value)
    for group in groups.values():
        by_staff: defaultdict[Staff, dict[tuple[str, str], FteValue]] = defaultdict(dict)
        for value in group:
            by_staff[value.staff].setdefault((value.place, value.sector), value)
        for cells in by_staff.values():
            found += _sectors(cells)
            found += _provinces(cells)
        found += _staff(by_staff)
        found += _controls(by_staff, controls)
    return tuple(found)


def compare_values(
    before: Iterable[FteValue], after: Iterable[FteValue]
) -> tuple[Difference, ...]:
    """Return for each figure whether it is new, changed, gone or the same.

    Figures are matched by everything but their amount, kind and cell.
    """
    known = {_key_of(one): one for one in before}
    found = [_difference(known.pop(_key_of(one), None), one) for one in after]
    found += [_difference(one, None) for one in known.values()]
    return tuple(found)


def _difference(before: FteValue | None, after: FteValue | None) -> Difference:
    value = after or before
    assert value is not None
    if before is None:
        kind = DifferenceKind.NEW
    elif after is None:
        kind = DifferenceKind.GONE
    else:
        is_same = before.value == after.value
        kind = DifferenceKind.SAME if is_same else DifferenceKind.CHANGED
    return Difference(
        kind=kind,
        value=value,
        before=before.value if before else None,
        after=after.value if after else None,
        cell_before=before.cell if before else "",
        cell_after=after.cell if after else "",
    )


def _doubles(values: Sequence[FteValue]) -> list[Check]:
    if len(set(map(_key_of, values))) == len(values):
        return []
    seen: dict[tuple[object, ...], FteValue] = {}
    found = []
    for value in values:
        first = seen.setdefault(_key_of(value), value)
        if first is not value:
            found.append(
                Check(
                    kind=CheckKind.TWICE,
                    outcome=Outcome.DIFFERS,
                    reference_date=value.reference_date,
                    place=value.place,
                    sector=value.sector,
                    expected=first.value,
                    found=value.value,
                    cells=(first.cell, value.cell),
                )
            )
    return found


def _sectors(cells: Mapping[tuple[str, str], FteValue]) -> list[Check]:
    places = sorted({place for place, sector in cells if sector in _SECTORS})
    return [
        _sum_check(
            CheckKind.SECTORS,
            cells[place, ALL_SECTORS],
            [cells.get((place, sector)) for sector in sorted(_SECTORS)],
        )
        for place in places
        if (place, ALL_SECTORS) in cells
    ]


def _provinces(cells: Mapping[tuple[str, str], FteValue]) -> list[Check]:
    sectors = sorted({sector for place, sector in cells if place in _PROVINCES})
    return [
        _sum_check(
            CheckKind.PROVINCES,
            cells[WHOLE_COUNTRY, sector],
            [cells.get((place, sector)) for place in sorted(_PROVINCES)],
        )
        for sector in sectors
        if (WHOLE_COUNTRY, sector) in cells
    ]


def _staff(
    by_staff: Mapping[Staff, Mapping[tuple[str, str], FteValue]],
) -> list[Check]:
    civil = by_staff.get(Staff.CIVIL, {})
    external = by_staff.get(Staff.EXTERNAL, {})
    return [
        _sum_check(CheckKind.STAFF, total, [civil.get(cell), external.get(cell)])
        for cell, total in by_staff.get(Staff.BOTH, {}).items()
        if cell in civil or cell in external
    ]


def _controls(
    by_staff: Mapping[Staff, Mapping[tuple[str, str], FteValue]],
    controls: Mapping[date, Fte],
) -> list[Check]:
    """Hold the country, told or summed over the provinces, against what was published."""
    cells = by_staff.get(Staff.BOTH, {})
    some = next(iter(cells.values()), None)
    if some is None or some.horizon is not None:
        return []
    expected = controls.get(some.reference_date)
    if expected is None:
        return []
    told = cells.get((WHOLE_COUNTRY, ALL_SECTORS))
    of_provinces = [cells.get((place, ALL_SECTORS)) for place in sorted(_PROVINCES)]
    parts = [told] if told else of_provinces
    if not any(parts):
        return []
    found = _total(parts)
    return [
        Check(
            kind=CheckKind.CONTROL,
            outcome=_outcome(expected, found),
            reference_date=some.reference_date,
            place=WHOLE_COUNTRY,
            sector=ALL_SECTORS,
            expected=expected,
            found=found,
            cells=(told.cell,) if told else (),
        )
    ]


def _sum_check(kind: CheckKind, total: FteValue, parts: Sequence[FteValue | None]) -> Check:
    found = _total(parts)
    return Check(
        kind=kind,
        outcome=_outcome(total.value, found),
        reference_date=total.reference_date,
        place=total.place,
        sector=total.sector,
        expected=total.value,
        found=found,
        cells=(total.cell,),
    )


def _total(parts: Sequence[FteValue | None]) -> Fte | None:
    summed = 0
    for part in parts:
        if part is None or part.value is None:
            return None
        summed += part.value.hundredths
    return Fte(summed)


def _outcome(expected: Fte | None, found: Fte | None) -> Outcome:
    if expected is None or found is None:
        return Outcome.UNKNOWN
    return Outcome.SAME if expected == found else Outcome.DIFFERS
