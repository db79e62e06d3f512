"""Knows in which column each cell of a table begins, when cells cover several."""

from collections.abc import Sequence

from workbench.domain.cell import Cell
from workbench.domain.letter import Span

Placed = list[tuple[int, Span]]


def columns_of(cell: Span) -> int:
    """Return how many columns a cell covers."""
    return cell.columns if isinstance(cell, Cell) else 1


def rows_of(cell: Span) -> int:
    """Return how many rows a cell covers."""
    return cell.rows if isinstance(cell, Cell) else 1


def place_cells(rows: Sequence[Sequence[Span]], count: int) -> list[Placed]:
    """Return per row the column in which each cell begins.

    Raises:
        ValueError: A row has a gap or goes over the edge; a cell goes below the last row.
    """
    covered = [0] * count
    placed: list[Placed] = []
    for row in rows:
        placed.append(_place_row(row, covered))
        covered = [left - 1 for left in covered]
    if any(covered):
        raise ValueError("a cell goes below the last row")
    return placed


def _place_row(row: Sequence[Span], covered: list[int]) -> Placed:
    """Return where the cells of a row begin, and note what they cover."""
    here: Placed = []
    for cell in row:
        column = covered.index(0) if 0 in covered else len(covered)
        reach = range(column, column + columns_of(cell))
        if not reach or rows_of(cell) < 1:
            raise ValueError("a cell covers nothing")
        if reach.stop > len(covered) or any(covered[each] for each in reach):
            raise ValueError("a row goes over the edge")
        here.append((column, cell))
        for each in reach:
            covered[each] = rows_of(cell)
    if not all(covered):
        raise ValueError("a row has a gap")
    return here
