"""Reads the lines of a yearly return from the table that was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.domain.fte import Fte, sum_fte
from workbench.exchange import return_form as form
from workbench.exchange.cells import ReadCell, ReadWorkbook
from workbench.exchange.normalising import clean, show
from workbench.exchange.return_form import LineKey, fold_key, number_in
from workbench.exchange.return_table import NOT_THERE, ReturnTable
from workbench.exchange.table_rows import Grid

Amount = Fte | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRow:
    """One line as it came back.

    Attributes:
        row: Its number on the sheet; 0 when the line is not there.
        amounts: Civil servants, externals and the forecasts; text where no number stands.
        columns: Column of the form → column of this sheet.
    """

    row: int
    organisation: str
    sector: str
    province: str
    before: Fte | None
    amounts: tuple[Amount, ...]
    note: str = ""
    columns: Mapping[int, int] = field(default_factory=dict)

    @property
    def texts(self) -> tuple[str, str, str]:
        """What it is about, as it stands there."""
        return self.organisation, self.sector, self.province

    @property
    def key(self) -> LineKey:
        """What it is about, whatever the capitals."""
        return fold_key(*self.texts)

    @property
    def inputs(self) -> list[tuple[int, Amount]]:
        """Each amount with its column of the form."""
        return list(zip(form.INPUTS, self.amounts, strict=True))

    @property
    def now(self) -> Fte | None:
        """Civil servants and externals together, as far as they are numbers."""
        given: list[Fte | None] = [one for one in self.amounts[:2] if isinstance(one, Fte)]
        return sum_fte(given) if given else None

    @property
    def change(self) -> Fte | None:
        if self.before is None or self.now is None:
            return None
        return self.now - self.before


def read_rows(book: ReadWorkbook, table: ReturnTable) -> list[ReturnRow]:
    """Return the lines on which anything stands; merged cells count for all their rows."""
    sheet = book.sheet(table.sheet)
    if sheet is None:
        return []
    grid = Grid(sheet)
    placed = {one: at for one, at in table.columns.items() if at != NOT_THERE}
    wanted = set(placed.values())
    return [
        _read_row(grid, row, placed)
        for row in grid.rows
        if row > table.header_row and wanted & set(grid.cells(row))
    ]


def _read_row(grid: Grid, row: int, placed: Mapping[int, int]) -> ReturnRow:
    def cell(column: int) -> ReadCell | None:
        at = placed.get(column, NOT_THERE)
        return grid.seen(row, at) if at != NOT_THERE else None

    def text(column: int) -> str:
        return clean(show(cell(column)))

    return ReturnRow(
        row=row,
        organisation=text(form.ORGANISATION),
        sector=text(form.SECTOR),
        province=text(form.PROVINCE),
        before=number_in(cell(form.BEFORE)),
        amounts=tuple(_amount(cell(one)) for one in form.INPUTS),
        note=text(form.NOTE),
        columns=placed,
    )


def _amount(cell: ReadCell | None) -> Amount:
    if cell is None or cell.value == "":
        return None
    number = number_in(cell)
    return show(cell) if number is None else number
