"""Lays the sums of reference dates out as rows and columns, with their totals.

A total runs over everything except the reference date: an axis that holds dates has a
total for each of them, and an axis of dates alone has none.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import add

from workbench.domain.fte import Fte
from workbench.domain.pivot import (
    Dimension,
    Key,
    Measure,
    PivotCell,
    PivotGrid,
    PivotQuestion,
    PivotRow,
    PivotTable,
)

Sums = Sequence[tuple[Key, int, int, int]]
Names = Mapping[Dimension, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCells:
    """The sums of one date, and of the date a change is counted from, if any.

    Attributes:
        day: As in "2024-12-31".
        before: Empty when there is no earlier date.
    """

    day: str
    cells: Sums
    before: Sums = ()


@dataclass(frozen=True, slots=True)
class _Axis:
    """The heads along one side, and which of them each total is of."""

    heads: tuple[PivotRow, ...]
    at: Mapping[Key, int]
    day_at: int | None
    totals: tuple[tuple[PivotRow, tuple[int, ...]], ...]

    def find(self, key: Key, day: str) -> int:
        return self.at[_full(key, self.day_at, day)]

    @property
    def all_heads(self) -> tuple[PivotRow, ...]:
        return (*self.heads, *(head for head, _ in self.totals))


def build_table(
    question: PivotQuestion, days: Sequence[DayCells], names: Names, notes: Sequence[str]
) -> PivotTable:
    """Return the table; `names` also gives the order of the heads."""
    split = len([one for one in question.rows if one is not Dimension.DAY])
    found = [(day.day, key) for day in days for key in _keys(day)]
    rows = _axis(question.rows, {(day, key[:split]) for day, key in found}, names)
    columns = _axis(question.columns, {(day, key[split:]) for day, key in found}, names)
    shape = (rows, columns, split)
    grid = _grid(shape, [(day.day, day.cells) for day in days])
    before = None
    if question.measure is Measure.CHANGE:
        before = _grid(shape, [(day.day, day.before) for day in days])
    grids = [grid] if before is None else [grid, before]
    return PivotTable(
        question=question,
        rows=rows.all_heads,
        columns=columns.all_heads,
        grid=grid,
        before=before,
        totals={day.day: _whole(day.cells) for day in days},
        names=names,
        notes=tuple(notes),
        decimals=max(_decimals(one.sums) for one in grids),
        value_count=sum(cell[3] for day in days for cell in day.cells),
    )


def _keys(day: DayCells) -> Iterable[Key]:
    yield from (cell[0] for cell in day.cells)
    yield from (cell[0] for cell in day.before)


def _full(key: Key, day_at: int | None, day: str) -> Key:
    return key if day_at is None else (*key[:day_at], day, *key[day_at:])


def _axis(
    dimensions: tuple[Dimension, ...], found: set[tuple[str, Key]], names: Names
) -> _Axis:
    day_at = dimensions.index(Dimension.DAY) if Dimension.DAY in dimensions else None
    ranks = [
        {key: rank for rank, key in enumerate(names.get(one, {}))} for one in dimensions
    ]
    full = {_full(key, day_at, day): day for day, key in found}

    def order(key: Key) -> tuple[tuple[int, str], ...]:
        return tuple(
            (rank.get(part, len(rank)), part) for rank, part in zip(ranks, key, strict=True)
        )

    heads = tuple(
        PivotRow(key=key, day="" if day_at is None else full[key])
        for key in sorted(full, key=order)
    )
    at = {head.key: number for number, head in enumerate(heads)}
    totals = _totals(dimensions, heads)
    return _Axis(heads=heads, at=at, day_at=day_at, totals=totals)


def _totals(
    dimensions: tuple[Dimension, ...], heads: Sequence[PivotRow]
) -> tuple[tuple[PivotRow, tuple[int, ...]], ...]:
    if not set(dimensions) - {Dimension.DAY}:
        return ()
    members: dict[str, list[int]] = {}
    for number, head in enumerate(heads):
        members.setdefault(head.day, []).append(number)
    return tuple(
        (PivotRow(key=(day,) if day else (), day=day, is_total=True), tuple(members[day]))
        for day in sorted(members)
    )


def _grid(shape: tuple[_Axis, _Axis, int], days: Sequence[tuple[str, Sums]]) -> PivotGrid:
    rows, columns, split = shape
    width, height = len(columns.heads), len(rows.heads)
    layers = [array("q", bytes(8 * width * height)) for _ in range(3)]
    sums, unknown, counts = layers
    for day, cells in days:
        for key, known, missing, number in cells:
            at = rows.find(key[:split], day) * width + columns.find(key[split:], day)
            sums[at], unknown[at], counts[at] = known, missing, number
    full = [_with_totals(layer, width, height, (rows, columns)) for layer in layers]
    return PivotGrid(
        width=width + len(columns.totals), sums=full[0], unknown=full[1], counts=full[2]
    )


def _with_totals(
    layer: array[int], width: int, height: int, axes: tuple[_Axis, _Axis]
) -> array[int]:
    """Return the layer with a column and a row more for every total."""
    rows, columns = axes
    full_width = width + len(columns.totals)
    built = array("q", bytes(8 * full_width * (height + len(rows.totals))))
    for column in range(width):
        built[column : full_width * height : full_width] = layer[column::width]
    for number, (_, members) in enumerate(columns.totals):
        summed = [0] * height
        for column in members:
            summed = list(map(add, summed, layer[column::width]))
        built[width + number : full_width * height : full_width] = array("q", summed)
    for number, (_, members) in enumerate(rows.totals):
        summed = [0] * full_width
        for row in members:
            start = row * full_width
            summed = list(map(add, summed, built[start : start + full_width]))
        start = (height + number) * full_width
        built[start : start + full_width] = array("q", summed)
    return built


def _whole(cells: Sums) -> PivotCell:
    return PivotCell(
        known=Fte(sum(cell[1] for cell in cells)),
        unknown=sum(cell[2] for cell in cells),
        count=sum(cell[3] for cell in cells),
    )


def _decimals(sums: array[int]) -> int:
    if any(value % 10 for value in sums):
        return 2
    return 1 if any(value % 100 for value in sums) else 0
