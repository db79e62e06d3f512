"""Cuts periods of names and parents, so that what held earlier stays readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from workbench.domain.errors import FactInvalidError
from workbench.domain.notation import write_date
from workbench.domain.organisation import NamePeriod, ParentPeriod

Period = TypeVar("Period", NamePeriod, ParentPeriod)
_DAY = timedelta(days=1)
FROM = "Geldt vanaf"


def start_on(periods: Sequence[Period], new: Period, day: date) -> tuple[Period, ...]:
    """Return `periods` with `new` from `day` until the next change.

    Raises:
        FactInvalidError: On that very day another one began; that would be an edit.
    """
    held = next((one for one in periods if one.holds_on(day)), None)
    if held is not None and held.valid_from == day:
        raise FactInvalidError(
            field=FROM,
            value=write_date(day),
            expected="een latere dag, want op deze dag begint al een ander tijdvak;"
            " wat er staat, blijft staan",
        )
    cut = [_cut(one, day) if one is held else one for one in periods]
    cut.append(replace(new, valid_from=day, valid_until=_end(periods, held, day)))
    return tuple(sorted(cut, key=lambda one: one.valid_from or date.min))


def end_on(periods: Sequence[Period], last_day: date) -> tuple[Period, ...]:
    """Return `periods` up to and with `last_day`."""
    kept = [one for one in periods if one.valid_from is None or one.valid_from <= last_day]
    return tuple(
        replace(one, valid_until=last_day)
        if one.valid_until is None or one.valid_until > last_day
        else one
        for one in kept
    )


def check_order(first: date | None, last: date | None) -> None:
    """Refuse a last day that lies before the first.

    Raises:
        FactInvalidError: It does.
    """
    if first is not None and last is not None and last < first:
        raise FactInvalidError(
            field="Tot en met",
            value=write_date(last),
            expected=f"{write_date(first)} of later",
        )


def _end(periods: Sequence[Period], held: Period | None, day: date) -> date | None:
    if held is not None:
        return held.valid_until
    later = [one.valid_from for one in periods if one.valid_from and one.valid_from > day]
    return min(later) - _DAY if later else None


def _cut(period: Period, day: date) -> Period:
    return replace(period, valid_until=day - _DAY)
