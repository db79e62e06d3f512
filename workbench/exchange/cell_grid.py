"""Keeps the cells of a sheet small: most are a plain value, made into a cell when asked."""

from collections.abc import ItemsView, Iterator, Mapping
from datetime import date, datetime

from workbench.exchange.cells import CellKind, Position, ReadCell
from workbench.exchange.refusals import refusal

Held = object
Row = dict[int, Held]
_KINDS: dict[type, CellKind] = {
    str: CellKind.TEXT,
    int: CellKind.NUMBER,
    float: CellKind.NUMBER,
    bool: CellKind.TRUTH,
    date: CellKind.DATE,
    datetime: CellKind.DATE,
}


class CellGrid(Mapping[Position, ReadCell]):
    """The filled cells of one sheet by (row, column), in the order they were read."""

    __slots__ = ("_count", "_rows")

    def __init__(self) -> None:
        self._rows: dict[int, Row] = {}
        self._count = 0

    def put(self, position: Position, cell: ReadCell) -> None:
        """Keep a cell; what stood there is replaced."""
        row = self._rows.setdefault(position[0], {})
        self._count += position[1] not in row
        row[position[1]] = hold(cell)

    def extend(self, rows: Mapping[int, Row]) -> None:
        """Keep rows that were read elsewhere.

        Raises:
            WorkbookRefusedError: A cell comes twice.
        """
        for number, row in rows.items():
            known = self._rows.get(number)
            if known is None:
                self._rows[number] = row
            elif known.keys() & row.keys():
                raise refusal("dubbele-cel", f"rij {number}")
            else:
                known.update(row)
            self._count += len(row)

    @property
    def rows(self) -> Mapping[int, Row]:
        """What is kept, row by row."""
        return self._rows

    def __getitem__(self, position: Position) -> ReadCell:
        return release(self._rows[position[0]][position[1]])

    def __contains__(self, position: object) -> bool:
        assert isinstance(position, tuple)
        return position[1] in self._rows.get(position[0], ())

    def __iter__(self) -> Iterator[Position]:
        for number, row in self._rows.items():
            for column in row:
                yield number, column

    def __len__(self) -> int:
        return self._count

    def items(self) -> ItemsView[Position, ReadCell]:
        return _Items(self)

    def each(self) -> Iterator[tuple[Position, ReadCell]]:
        """Yield every cell with its position."""
        for number, row in self._rows.items():
            for column, held in row.items():
                yield (number, column), release(held)


class _Items(ItemsView[Position, ReadCell]):
    """The same as of any mapping, without a search for every cell."""

    _mapping: CellGrid

    def __iter__(self) -> Iterator[tuple[Position, ReadCell]]:
        return self._mapping.each()


def hold(cell: ReadCell) -> Held:
    """Return what is kept of a cell: its value alone when that says all."""
    is_plain = not cell.formula and not cell.is_hidden
    return cell.value if is_plain and _KINDS.get(type(cell.value)) is cell.kind else cell


def release(held: Held) -> ReadCell:
    """Return the cell that was held."""
    if type(held) is ReadCell:
        return held
    return ReadCell(held, _KINDS[type(held)])  # type: ignore[arg-type]  # see `hold`
