"""Large workbooks come in blocks, tell how far they are, and can be stopped."""

import threading

import openpyxl
import pytest

from tests.exchange.office import save_book
from workbench.domain.errors import ReadingStoppedError
from workbench.exchange.cell_grid import CellGrid
from workbench.exchange.cells import CellKind, ReadCell
from workbench.exchange.reading import read_workbook
from workbench.exchange.sheet_parts import SheetBlock
from workbench.exchange.watching import Watch
from workbench.exchange.workbook_reader import read_bytes


@pytest.fixture(scope="module")
def large() -> bytes:
    """A workbook with two sheets of which one takes several blocks."""
    book = openpyxl.Workbook(write_only=True)
    for name, rows in (("groot", 9_000), ("klein", 5)):
        sheet = book.create_sheet(name)
        for row in range(rows):
            sheet.append([row, f"regel {row % 50}", row / 4, None, True, "VOORBEELD"])
    return bytes(save_book(book))


def test_what_comes_in_blocks_is_what_comes_at_once(large: bytes) -> None:
    told: list[float] = []

    book = read_workbook(large, "groot.xlsx", watch=Watch(told.append))

    assert book == read_bytes(large)
    assert len(told) >= 2
    assert told == sorted(told)
    assert 0 < told[-1] <= 1


def test_the_worker_keeps_no_cells_that_it_told(large: bytes) -> None:
    blocks: list[SheetBlock] = []

    rest = read_bytes(large, blocks.append)

    sent = sum(len(row) for block in blocks for row in block.rows.values())
    kept = [len(sheet.cells) for sheet in rest.sheets]
    assert {block.sheet for block in blocks} == {0}
    assert sent + kept[0] == 9_000 * 5
    assert kept[0] < 20_000


def test_a_reading_that_is_stopped_gives_nothing(large: bytes) -> None:
    watch = Watch()
    watch.stop()

    with pytest.raises(ReadingStoppedError):
        read_workbook(large, "groot.xlsx", watch=watch)


def test_a_reading_can_be_stopped_halfway(large: bytes) -> None:
    watch = Watch(lambda _done: threading.Thread(target=watch.stop).start())

    with pytest.raises(ReadingStoppedError):
        read_workbook(large, "groot.xlsx", watch=watch)


def test_a_grid_gives_every_cell_back_as_it_was() -> None:
    cells = {
        (1, 1): ReadCell("tekst", CellKind.TEXT),
        (1, 3): ReadCell(True, CellKind.TRUTH),
        (2, 1): ReadCell(4, CellKind.NUMBER, "=2+2"),
        (2, 2): ReadCell("#REF!", CellKind.ERROR),
        (9, 9): ReadCell(None, CellKind.UNCALCULATED, "=A1"),
        (9, 10): ReadCell(0.5, CellKind.NUMBER, is_hidden=True),
    }
    grid = CellGrid()
    for position, cell in cells.items():
        grid.put(position, cell)

    assert dict(grid) == dict(grid.items()) == cells
    assert len(grid) == len(cells)
    assert (1, 2) not in grid
    assert grid.get((3, 3)) is None
