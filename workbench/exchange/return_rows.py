"""Reads the lines of a yearly return, wherever its columns have gone."""

from dataclasses import dataclass
from datetime import date

from workbench.domain.fte import Fte, sum_fte
from workbench.exchange import return_form as form
from workbench.exchange.cells import ReadCell, ReadSheet
from workbench.exchange.normalising import clean, show
from workbench.exchange.wording import fold_words

Amount = Fte | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRow:
    """One line as it came back.

    Attributes:
        row: Its number on the sheet.
        amounts: Civil servants, externals and the forecasts; text where no number stands.
        columns: Where each column of the form stands on this sheet.
    """

    row: int
    organisation: str
    sector: str
    province: str
    before: Fte | None
    amounts: tuple[Amount, ...]
    note: str = ""
    columns: tuple[int, ...] = tuple(range(1, form.NOTE + 1))

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is about."""
        return self.organisation, self.sector, self.province

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


def read_rows(sheet: ReadSheet, reference_date: date) -> list[ReturnRow]:
    """Return the lines of the sheet "Opgave" on which anything stands.

    Columns are found by their heading, so they may have moved; when one is not found,
    nothing can be said and there are no lines.
    """
    columns = find_columns(sheet, reference_date)
    if columns is None:
        return []
    numbers = sorted({row for row, _ in sheet.cells if row >= form.FIRST_ROW})
    return [_read_row(sheet, row, columns) for row in numbers]


def find_columns(sheet: ReadSheet, reference_date: date) -> tuple[int, ...] | None:
    """Return where each column of the form stands, or `None` when one is not there."""
    found = {
        fold_words(show(cell)): column
        for (row, column), cell in sheet.cells.items()
        if row == form.HEADER_ROW
    }
    wanted = [fold_words(title) for title in form.headers(reference_date)]
    if not all(title in found for title in wanted):
        return None
    return tuple(found[title] for title in wanted)


def _read_row(sheet: ReadSheet, row: int, columns: tuple[int, ...]) -> ReturnRow:
    def cell(column: int) -> ReadCell | None:
        return sheet.cells.get((row, columns[column - 1]))

    def text(column: int) -> str:
        return clean(show(cell(column)))

    before = _amount(cell(form.BEFORE))
    return ReturnRow(
        row=row,
        organisation=text(form.ORGANISATION),
        sector=text(form.SECTOR),
        province=text(form.PROVINCE),
        before=before if isinstance(before, Fte) else None,
        amounts=tuple(_amount(cell(one)) for one in form.INPUTS),
        note=text(form.NOTE),
        columns=columns,
    )


def _amount(cell: ReadCell | None) -> Amount:
    value = None if cell is None else cell.value
    if value is None or value == "":
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Fte.of(str(round(value, 2)))
    return show(cell)
