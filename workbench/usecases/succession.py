"""Follows a ministry through its names, to an earlier day or a later one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from workbench.domain.organisation import Ministry


def ministry_on(ministries: Sequence[Ministry], key: str, day: date) -> str:
    """Return which ministry holds on `day` what belonged to `key`; empty when none does.

    Goes along successors to a later day and against them to an earlier one.
    """
    seen: set[str] = set()
    while key and key not in seen:
        periods = [one for one in ministries if one.key == key]
        if any(one.exists_on(day) for one in periods):
            return key
        seen.add(key)
        key = _neighbour(ministries, periods, day)
    return ""


def _neighbour(
    ministries: Iterable[Ministry], periods: Sequence[Ministry], day: date
) -> str:
    ended = [one for one in periods if one.valid_until and one.valid_until < day]
    if ended:
        return max(ended, key=lambda one: one.valid_until or day).successor
    keys = {one.key for one in periods}
    earlier = [one for one in ministries if one.successor in keys]
    last = max(earlier, key=lambda one: one.valid_until or date.min, default=None)
    return last.key if last else ""
