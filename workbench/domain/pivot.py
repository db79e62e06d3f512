"""Questions to the register as a table of rows and columns, and their answers.

A question that would add up what may not be added up cannot be made (31 490 nr. 272):
one slice is one notion, one level, one breakdown and one forecast, and a total never
runs over reference dates.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from workbench.domain.delivery import Delivery, FteValue, Staff
from workbench.domain.fte import Fte
from workbench.domain.slice import Detail, Level, Slice

Key = tuple[str, ...]
YES, NO = "ja", "nee"


class Dimension(StrEnum):
    """What rows, columns and filters can be made of."""

    DAY = "peildatum"
    PLACE = "gebied"
    RANDSTAD = "randstad"
    SECTOR = "sector"
    MINISTRY = "ministerie"
    ORGANISATION = "organisatie"
    DELIVERY = "bronlevering"
    METHOD = "telmethode"


class Measure(StrEnum):
    """What a cell shows."""

    FTE = "fte"
    SHARE = "aandeel"
    CHANGE = "verandering"


Filters = tuple[tuple[Dimension, frozenset[str]], ...]
_OF_ORGANISATIONS = (Dimension.SECTOR, Dimension.MINISTRY, Dimension.ORGANISATION)
_OF_SOURCES = (Dimension.DELIVERY, Dimension.METHOD)


def dimensions_of(slice_: Slice) -> tuple[Dimension, ...]:
    """Return what figures of a slice can be broken down by."""
    places: tuple[Dimension, ...] = (Dimension.PLACE, Dimension.RANDSTAD)
    parts: tuple[Dimension, ...] = ()
    if slice_.detail is Detail.SECTORS:
        parts = (Dimension.SECTOR,)
    elif slice_.detail is Detail.ORGANISATIONS:
        parts = _OF_ORGANISATIONS
    if slice_.level is Level.COUNTRY:
        places = ()
    return (Dimension.DAY, *places, *parts, *_OF_SOURCES)


@dataclass(frozen=True, slots=True, kw_only=True)
class PivotQuestion:
    """What a table is asked to show.

    Attributes:
        staff: Whom it counts; with `BOTH` a part that is missing makes the sum unknown.
        filters: Which keys of a dimension count; a dimension without one counts whole.
    """

    slice_: Slice
    staff: Staff = Staff.BOTH
    rows: tuple[Dimension, ...]
    columns: tuple[Dimension, ...] = (Dimension.DAY,)
    filters: Filters = ()
    measure: Measure = Measure.FTE

    def __post_init__(self) -> None:
        used = [*self.rows, *self.columns, *dict(self.filters)]
        possible = dimensions_of(self.slice_)
        if unknown := [str(one) for one in used if one not in possible]:
            raise ValueError(f"not in this slice: {unknown}")
        axes = [*self.rows, *self.columns]
        if len(set(axes)) < len(axes):
            raise ValueError("a dimension stands in the table twice")
        days = self.allowed(Dimension.DAY)
        if Dimension.DAY not in axes and (days is None or len(days) != 1):
            raise ValueError("reference dates are never summed: choose one")
        if self.measure is Measure.CHANGE and set(axes) & set(_OF_SOURCES):
            raise ValueError("a change has no source or method of its own")

    def allowed(self, dimension: Dimension) -> frozenset[str] | None:
        """Return the keys a filter leaves, or `None` without a filter."""
        return dict(self.filters).get(dimension)


@dataclass(frozen=True, slots=True, kw_only=True)
class PivotCell:
    """One amount of a table.

    Attributes:
        known: What the figures that are filled in add up to: a lower bound while
            `unknown` of them are not.
        count: Number of figures, filled in or not; 0 when there are none.
        before: Of a change, the amount at the date before.
        share_of: Of a share, the total it is a part of.
    """

    known: Fte
    unknown: int
    count: int
    before: PivotCell | None = None
    share_of: PivotCell | None = None

    @property
    def amount(self) -> Fte | None:
        """The sum; `None` as soon as a part of it is unknown, or when there is nothing."""
        return self.known if self.count and not self.unknown else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PivotRow:
    """The head of a row or a column.

    Attributes:
        key: Keys in the order of the question; of a total empty, or only the date.
        day: Reference date it is of; empty when it is of no date of its own.
    """

    key: Key
    day: str
    is_total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PivotGrid:
    """The sums of all cells, row after row, in three arrays; 500,000 cells are few MB."""

    width: int
    sums: array[int]
    unknown: array[int]
    counts: array[int]

    def cell(self, row: int, column: int) -> PivotCell:
        at = row * self.width + column
        return PivotCell(
            known=Fte(self.sums[at]), unknown=self.unknown[at], count=self.counts[at]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PivotTable:
    """The answer to a question; asking it for a cell costs next to nothing.

    Attributes:
        rows: Heads, the totals last.
        before: Sums at the date before, for changes; `None` otherwise.
        totals: Sums of the whole table by reference date, for shares.
        names: What a key is called, by dimension.
        notes: What a reader must know, in whole sentences.
        decimals: As many as the most exact value has: 0, 1 or 2.
    """

    question: PivotQuestion
    rows: tuple[PivotRow, ...]
    columns: tuple[PivotRow, ...]
    grid: PivotGrid
    before: PivotGrid | None = None
    totals: Mapping[str, PivotCell] = field(default_factory=dict)
    names: Mapping[Dimension, Mapping[str, str]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    decimals: int = 0
    value_count: int = 0

    def cell(self, row: int, column: int) -> PivotCell:
        """Return one cell with what it is compared to."""
        found = self.grid.cell(row, column)
        if self.before is not None:
            before = self.before.cell(row, column)
            return PivotCell(
                known=found.known, unknown=found.unknown, count=found.count, before=before
            )
        if self.question.measure is Measure.SHARE:
            day = self.day_of(row, column)
            return PivotCell(
                known=found.known,
                unknown=found.unknown,
                count=found.count,
                share_of=self.totals.get(day),
            )
        return found

    def day_of(self, row: int, column: int) -> str:
        """Return the reference date of a cell, as in "2024-12-31"."""
        of_heads = self.rows[row].day or self.columns[column].day
        return of_heads or next(iter(self.question.allowed(Dimension.DAY) or {""}))

    def name(self, dimension: Dimension, key: str) -> str:
        return self.names.get(dimension, {}).get(key, key)


@dataclass(frozen=True, slots=True, kw_only=True)
class PivotOrigin:
    """What one cell rests on.

    Attributes:
        figures: Values with the delivery they came in, at most some hundreds.
        count: How many there are in all.
    """

    question: PivotQuestion
    row: Key
    column: Key
    day: date
    cell: PivotCell
    figures: tuple[tuple[FteValue, Delivery], ...]
    count: int
