"""What the reader of a sheet is given, tells on its way, and returns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from workbench.exchange.cell_grid import CellGrid, Row
from workbench.exchange.cells import Area


class SheetBlock(NamedTuple):
    """Rows of a sheet on their way from the worker.

    Attributes:
        done: The part of the file that was read, from 0 to 1.
    """

    sheet: int
    rows: dict[int, Row]
    done: float


Tell = Callable[[SheetBlock], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the cells of a sheet refer to in the rest of the workbook.

    Attributes:
        cells_left: How many filled cells the workbook may still have.
        number: Of the sheet, from 0.
        tell: Gets cells in blocks; without it they are all in the content.
    """

    texts: list[str]
    date_styles: list[bool]
    uses_1904: bool
    cells_left: int
    number: int = 0
    tell: Tell | None = None


class SheetContent(NamedTuple):
    """The cells of a sheet and what stands out in it."""

    cells: CellGrid
    filled: int
    merged: tuple[Area, ...]
    hidden_rows: int
    hidden_columns: int
    is_out_of_order: bool
    has_more_merges: bool
