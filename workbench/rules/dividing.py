"""Works out how a change divides over the provinces, and what of it crosses a border.

Crossing is nowhere defined in the sources. Taken here [I]: what one province gains or
loses crosses a border as far as other provinces lose or gain at the same time. So the
crossing amount of a province is the smaller of its own change and the sum of opposite
changes elsewhere; growth of a service without a counterpart crosses nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.case import Case, Location, Shift
from workbench.domain.fte import NO_FTE, Fte


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The change per province.

    Attributes:
        changes: Known changes by province code.
        unknown: Provinces whose fte before or after is not known.
        residual: Part of the total change that no province accounts for.
        is_given: Whether anything was filled in at all.
    """

    changes: dict[str, Fte]
    unknown: frozenset[str] = frozenset()
    residual: Fte = NO_FTE
    is_given: bool = True

    @property
    def is_known(self) -> bool:
        return self.is_given and not self.unknown and self.residual == NO_FTE

    @property
    def moved(self) -> Fte | None:
        """What crosses province borders; `None` while the division is incomplete."""
        if not self.is_known:
            return None
        return min(self.increase(frozenset()), self.decrease(frozenset()))

    def increase(self, outside: frozenset[str]) -> Fte:
        """Return the sum of known increases in provinces other than `outside`."""
        return _total(
            change.hundredths
            for code, change in self.changes.items()
            if code not in outside and change > NO_FTE
        )

    def decrease(self, outside: frozenset[str]) -> Fte:
        """Return the sum, above zero, of known decreases other than in `outside`."""
        return _total(
            -change.hundredths
            for code, change in self.changes.items()
            if code not in outside and change < NO_FTE
        )

    def net(self, provinces: frozenset[str]) -> Fte | None:
        """Return the net change in `provinces`; `None` while the division is incomplete."""
        if not self.is_known:
            return None
        return _total(
            change.hundredths for code, change in self.changes.items() if code in provinces
        )

    def crossing_at_least(self, province: str) -> Fte:
        """Return what surely crosses the border of `province`."""
        own = self.changes.get(province, NO_FTE)
        here = frozenset({province})
        opposite = self.decrease(here) if own > NO_FTE else self.increase(here)
        return min(abs(own), opposite)

    def crosses(self, province: str, threshold: Fte) -> bool | None:
        """Say whether `threshold` is reached in `province`; `None` if that may be so."""
        if self.crossing_at_least(province) >= threshold:
            return True
        if self.is_known:
            return False
        own = self.changes.get(province)
        return False if own is not None and abs(own) < threshold else None


def divide(case: Case, locations: tuple[Location, ...] = ()) -> Division:
    """Return the division of a case.

    A new service without division is placed at the preferred location.

    Provinces that the form leaves out are taken as unchanged, unless the rows do not add
    up to the change of the service: then the rest is unknown. Of a new service or part
    nothing existed before, so there the increases add up to its size.
    """
    shifts = case.shifts or _preferred(case, locations)
    is_new = case.occasion is not None and case.occasion.is_new
    changes = {shift.province: _change(shift, is_new) for shift in shifts}
    known = {code: change for code, change in changes.items() if change is not None}
    division = Division(
        changes=known,
        unknown=frozenset(changes) - frozenset(known),
        is_given=bool(changes),
    )
    if case.change is None or division.unknown or not changes:
        return division
    divided = division.increase(frozenset())
    if not is_new:
        divided -= division.decrease(frozenset())
    return Division(changes=known, residual=case.change - divided)


def _preferred(case: Case, locations: tuple[Location, ...]) -> tuple[Shift, ...]:
    is_new = case.occasion is not None and case.occasion.is_new
    chosen = next((place for place in locations if place.is_preferred), None)
    if not is_new or chosen is None or chosen.province is None or case.fte_after is None:
        return ()
    return (Shift(province=chosen.province, after=case.fte_after),)


def _change(shift: Shift, is_new: bool) -> Fte | None:
    return shift.after if is_new and shift.before is None else shift.change


def _total(hundredths: Iterable[int]) -> Fte:
    return Fte(sum(hundredths))
