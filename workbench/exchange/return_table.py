"""Finds the lines of a yearly return again, wherever its sheet and columns have gone."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workbench.domain.delivery import Notion, Staff
from workbench.exchange import return_form as form
from workbench.exchange.cells import ReadSheet, ReadWorkbook
from workbench.exchange.form_meta import HELP_SHEET, LIST_SHEET, META_SHEET
from workbench.exchange.normalising import clean, show
from workbench.exchange.return_form import ReturnIssue
from workbench.exchange.table_form import DECIMAL_MARK, ColumnUse, TableLayout, Use
from workbench.exchange.wording import fold_words

NOT_THERE = 0
NEEDED = (*form.KEYS, *form.INPUTS)
_OTHERS = (
    form.CHECK_SHEET,
    form.SENT_SHEET,
    form.QUESTION_SHEET,
    HELP_SHEET,
    LIST_SHEET,
    META_SHEET,
)
_KEYS = {
    form.ORGANISATION: Use.ORGANISATION,
    form.SECTOR: Use.SECTOR,
    form.PROVINCE: Use.PLACE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnTable:
    """Where the lines of a return stand.

    Attributes:
        columns: Column of the form → column of the sheet, or `NOT_THERE`.
        headings: Column of the sheet → the words above it.
        doubles: Headings of the form that stand there more than once.
    """

    sheet: str
    header_row: int
    columns: Mapping[int, int]
    headings: Mapping[int, str]
    doubles: tuple[str, ...] = ()
    decimal_mark: str = ""

    @property
    def missing(self) -> tuple[int, ...]:
        """Columns of the form that must be pointed at before anything is read."""
        return tuple(one for one in NEEDED if one not in self.columns)

    @property
    def free(self) -> dict[int, str]:
        """Headings of the sheet that are no column of the form yet."""
        used = set(self.columns.values())
        return {at: text for at, text in self.headings.items() if at not in used}

    def at(self, column: int) -> int:
        """Return where a column of the form stands; `NOT_THERE` when it does not."""
        return self.columns.get(column, NOT_THERE)

    def own_headings(self, issue: ReturnIssue) -> dict[str, int]:
        """Return the folded headings that are not those of the form, with their column."""
        titles = {fold_words(one) for one in form.headers(issue.reference_date)}
        words = {
            fold_words(self.headings.get(at, "")): one for one, at in self.columns.items()
        }
        return {word: one for word, one in words.items() if word and word not in titles}

    def pointed(self, column: int, at: int) -> "ReturnTable":
        """Return the table in which the user pointed at a column of the form."""
        return replace(self, columns={**self.columns, column: at})


@dataclass(slots=True)
class _Seen:
    """A row that may hold the headings."""

    sheet: ReadSheet
    row: int
    found: dict[int, list[int]] = field(default_factory=dict)

    @property
    def rank(self) -> tuple[int, bool, int]:
        is_own = self.sheet.name.casefold() == form.SHEET.casefold()
        return len(self.found), is_own, -abs(self.row - form.HEADER_ROW)


def find_table(
    book: ReadWorkbook, issue: ReturnIssue, learned: Mapping[str, int]
) -> ReturnTable:
    """Return where the lines stand.

    Args:
        learned: Folded heading → column of the form, as the user pointed at it before.
    """
    titles = {
        fold_words(title): number
        for number, title in enumerate(form.headers(issue.reference_date), start=1)
    }
    titles |= {word: number for word, number in learned.items() if word not in titles}
    others = {name.casefold() for name in _OTHERS}
    sheets = [one for one in book.sheets if one.name.casefold() not in others]
    best = max(
        (_best_row(one, titles) for one in sheets or book.sheets),
        key=lambda one: one.rank,
    )
    names = form.headers(issue.reference_date)
    return ReturnTable(
        sheet=best.sheet.name,
        header_row=best.row,
        columns={one: at[0] for one, at in best.found.items() if len(at) == 1},
        headings={
            column: clean(show(cell))
            for (row, column), cell in sorted(best.sheet.cells.items())
            if row == best.row and show(cell).strip()
        },
        doubles=tuple(names[one - 1] for one, at in best.found.items() if len(at) > 1),
    )


def _best_row(sheet: ReadSheet, titles: Mapping[str, int]) -> _Seen:
    seen: dict[int, _Seen] = {}
    for (row, column), cell in sheet.cells.items():
        wanted = titles.get(fold_words(show(cell)))
        if wanted is not None:
            here = seen.setdefault(row, _Seen(sheet, row))
            here.found.setdefault(wanted, []).append(column)
    nothing = _Seen(sheet, form.HEADER_ROW)
    return max(seen.values(), key=lambda one: one.rank, default=nothing)


def other_sheets(book: ReadWorkbook, table: ReturnTable) -> list[ReadSheet]:
    """Return the sheets that were added to the form; nothing of them is used."""
    known = {name.casefold() for name in (*_OTHERS, form.SHEET, table.sheet)}
    return [one for one in book.sheets if one.name.casefold() not in known]


def lay_out_return(
    book: ReadWorkbook, table: ReturnTable, issue: ReturnIssue
) -> TableLayout:
    """Return how the lines are read as figures: every column has one meaning."""
    sheet = book.sheet(table.sheet)
    rows = Counter(row for row, _ in sheet.cells) if sheet else Counter[int]()
    placed = {at: one for one, at in table.columns.items() if at != NOT_THERE}
    constants: dict[str, str] = {
        Use.REFERENCE_DATE: issue.reference_date.isoformat(),
        Use.NOTION: str(Notion.DUTY_STATION),
    }
    if table.decimal_mark:
        constants[DECIMAL_MARK] = table.decimal_mark
    return TableLayout(
        sheet=table.sheet,
        header_row=table.header_row,
        first_row=table.header_row + 1,
        last_row=max(rows, default=table.header_row),
        columns=tuple(
            _use(column, heading, placed.get(column), issue)
            for column, heading in table.headings.items()
        ),
        constants=constants,
    )


def _use(column: int, heading: str, meant: int | None, issue: ReturnIssue) -> ColumnUse:
    if meant in _KEYS:
        return ColumnUse(column=column, header=heading, use=_KEYS[meant])
    fixed: dict[str, str] = {}
    if meant == form.CIVIL:
        fixed = {Use.STAFF: str(Staff.CIVIL)}
    elif meant == form.EXTERNAL:
        fixed = {Use.STAFF: str(Staff.EXTERNAL)}
    elif meant is not None and meant in form.INPUTS:
        year = issue.reference_date.year + 1 + meant - form.FIRST_FORECAST
        fixed = {Use.HORIZON: str(year)}
    use = Use.VALUE if fixed else Use.IGNORED
    return ColumnUse(column=column, header=heading, use=use, fixed=fixed)
