"""The values of one delivery by column, which is much quicker to hash and to write."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from operator import attrgetter
from typing import TypeVar

from workbench.domain.delivery import FteValue, Staff
from workbench.domain.errors import FigureTwiceError

Series = tuple[str, ...]
Moment = tuple[date, int | None]
Key = TypeVar("Key", bound=Hashable)
_series_of = attrgetter("organisation", "place", "sector", "notion", "staff")
_moment_of = attrgetter("reference_date", "horizon")
_kind_of, _cell_of = attrgetter("kind"), attrgetter("cell")


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueColumns:
    """Values in order; of each its moment and series by their place in the lists of them.

    Attributes:
        moments: Reference dates with their horizons, in order of appearance.
        amounts: Hundredths, or `None` for unknown.
    """

    moments: list[Moment]
    series: list[Series]
    moment_at: list[int]
    series_at: list[int]
    amounts: list[int | None]
    kinds: list[str]
    cells: list[str]

    def parts(self) -> list[object]:
        """Return all that the values say, as JSON can write it."""
        days = [(day.isoformat(), horizon) for day, horizon in self.moments]
        places = (self.moment_at, self.series_at)
        return [days, self.series, *places, self.amounts, self.kinds, self.cells]

    def rows(
        self, sets: Mapping[Moment, int], numbers: Mapping[Series, int]
    ) -> list[tuple[object, ...]]:
        """Return the rows of the table, in the order in which it keeps them."""
        set_of = [sets[moment] for moment in self.moments]
        number_of = [numbers[series] for series in self.series]
        return sorted(
            zip(
                map(set_of.__getitem__, self.moment_at),
                map(number_of.__getitem__, self.series_at),
                count(1),
                self.amounts,
                self.kinds,
                self.cells,
                strict=False,
            )
        )


def columns_of(values: Sequence[FteValue]) -> ValueColumns:
    moments, moment_at = _numbered(list(map(_moment_of, values)))
    series, series_at = _numbered(list(map(_series_of, values)))
    kinds = {kind: str(kind.value) for kind in set(map(_kind_of, values))}
    return ValueColumns(
        moments=moments,
        series=series,
        moment_at=moment_at,
        series_at=series_at,
        amounts=[None if one.value is None else one.value.hundredths for one in values],
        kinds=[kinds[kind] for kind in map(_kind_of, values)],
        cells=list(map(_cell_of, values)),
    )


def refuse_doubles(values: Sequence[FteValue], columns: ValueColumns) -> None:
    """Refuse a figure that stands twice, also once whole and once in its parts.

    Raises:
        FigureTwiceError: With the cells in which it stands.
    """
    places = set(zip(columns.moment_at, columns.series_at, strict=True))
    staff = {series[-1] for series in columns.series}
    if len(places) == len(values) and len(staff) < 2:
        return
    seen: dict[tuple[int, Series], dict[str, FteValue]] = {}
    for value, moment, number in zip(
        values, columns.moment_at, columns.series_at, strict=True
    ):
        there = seen.setdefault((moment, columns.series[number][:-1]), {})
        clash = there.get(value.staff)
        if clash is None and there and (value.staff is Staff.BOTH or Staff.BOTH in there):
            clash = next(iter(there.values()))
        if clash is not None:
            raise FigureTwiceError(cell=value.cell, other=clash.cell)
        there[value.staff] = value


def _numbered(keys: list[Key]) -> tuple[list[Key], list[int]]:
    """Return the different keys, and of each key its place among them."""
    places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    return list(places), list(map(places.__getitem__, keys))
