"""Points at figures that are remarkable beside a year earlier: questions, never faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from operator import attrgetter

from workbench.analysis.moves import likely_moves
from workbench.domain.dates import year_before
from workbench.domain.delivery import FteValue
from workbench.domain.fte import Fte

# What is asked about: at least this much, and at least this part of the earlier figure.
LEAST = Fte.of(50)
PART = Fraction(1, 5)
_series_of = attrgetter("place", "sector", "organisation", "notion", "staff")


class UnlikelyKind(StrEnum):
    """What is remarkable."""

    JUMP = "grote verandering"
    STOPPED = "niet meer genoemd"
    MOVE = "mogelijke verplaatsing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlikely:
    """One remarkable figure.

    Attributes:
        value: The new figure; the earlier one when nothing is said about it any more.
        before: A year earlier.
        to_place: Where it may have moved to.
        amount: Of a possible move.
    """

    kind: UnlikelyKind
    value: FteValue
    before: Fte | None = None
    to_place: str = ""
    amount: Fte | None = None


def find_unlikely(
    before: Sequence[FteValue], after: Sequence[FteValue]
) -> tuple[Unlikely, ...]:
    """Return what to ask the sender, by date; forecasts are not held against a year."""
    found: list[Unlikely] = []
    for day in sorted({one.reference_date for one in after if one.horizon is None}):
        old = _actual(before, year_before(day))
        new = _actual(after, day)
        if old:
            found += [*_jumps(old, new), *_moves(old, new), *_stopped(old, new)]
    return tuple(found)


def _actual(values: Iterable[FteValue], day: date) -> dict[tuple[object, ...], FteValue]:
    return {
        _series_of(one): one
        for one in values
        if one.reference_date == day and one.horizon is None
    }


_Figures = Mapping[tuple[object, ...], FteValue]


def _jumps(old: _Figures, new: _Figures) -> Iterable[Unlikely]:
    for key, value in new.items():
        earlier = old.get(key)
        if earlier is None or earlier.value is None or value.value is None:
            continue
        change = abs(value.value - earlier.value)
        if change >= LEAST and change.hundredths >= PART * earlier.value.hundredths:
            yield Unlikely(kind=UnlikelyKind.JUMP, value=value, before=earlier.value)


def _moves(old: _Figures, new: _Figures) -> Iterable[Unlikely]:
    where = {(one.organisation, one.place): one for one in new.values()}
    for move in likely_moves(_by_place(old), _by_place(new), LEAST):
        yield Unlikely(
            kind=UnlikelyKind.MOVE,
            value=where[move.organisation, move.from_place],
            to_place=move.to_place,
            amount=move.amount,
        )


def _stopped(old: _Figures, new: _Figures) -> Iterable[Unlikely]:
    """Name each organisation once that had figures and has none now."""
    named = {one.organisation for one in new.values()}
    if named <= {""}:
        return
    told: set[str] = set()
    for value in old.values():
        if value.organisation not in named | told and value.value is not None:
            told.add(value.organisation)
            yield Unlikely(kind=UnlikelyKind.STOPPED, value=value, before=value.value)


def _by_place(figures: _Figures) -> dict[tuple[str, str], Fte | None]:
    """Return the figures of organisations that were not told in parts."""
    found: dict[tuple[str, str], Fte | None] = {}
    twice: set[tuple[str, str]] = set()
    for one in figures.values():
        key = (one.organisation, one.place)
        if one.organisation and one.place.startswith("PV"):
            twice |= {key} & found.keys()
            found[key] = one.value
    return {key: value for key, value in found.items() if key not in twice}
