"""Finds the tables on a sheet and proposes what each column says; the user decides."""

from collections import Counter
from collections.abc import Iterator

from workbench.domain.delivery import ALL_SECTORS, WHOLE_COUNTRY
from workbench.exchange.cells import (
    CellKind,
    ReadCell,
    ReadSheet,
    ReadWorkbook,
    SheetState,
)
from workbench.exchange.normalising import clean, show
from workbench.exchange.table_form import (
    DECIMAL_MARK,
    DIMENSIONS,
    UNIT,
    VALUE_KIND,
    ColumnUse,
    TableLayout,
    Use,
    adopt_layout,
    fingerprint,
    read_layout,
    write_layout,
)
from workbench.exchange.table_headers import (
    TOTAL,
    Heading,
    is_year,
    join_headings,
    read_heading,
    read_sheet_name,
    read_title,
)
from workbench.exchange.table_rows import Grid, find_header, is_amount
from workbench.exchange.table_words import Vocabulary, WordKind

__all__ = [
    "DECIMAL_MARK",
    "DIMENSIONS",
    "UNIT",
    "VALUE_KIND",
    "ColumnUse",
    "TableLayout",
    "Use",
    "adopt_layout",
    "fingerprint",
    "guess_layout",
    "guess_layouts",
    "read_layout",
    "write_layout",
]

_SAMPLE = 40
_BY_CONTENT = (
    (Use.PLACE, WordKind.PLACE),
    (Use.SECTOR, WordKind.SECTOR),
    (Use.ORGANISATION, WordKind.ORGANISATION),
    (Use.STAFF, WordKind.STAFF),
    (Use.NOTION, WordKind.NOTION),
)
_SPREAD = (Use.SECTOR, Use.PLACE, Use.ORGANISATION, Use.STAFF, Use.MEASURE)


def guess_layouts(book: ReadWorkbook, vocabulary: Vocabulary) -> tuple[TableLayout, ...]:
    """Return every table on the sheets that can be seen, from top to bottom."""
    return tuple(
        layout
        for sheet in book.sheets
        if sheet.state is SheetState.VISIBLE
        for layout in _tables_of(sheet, vocabulary)
    )


def guess_layout(
    sheet: ReadSheet, vocabulary: Vocabulary, *, below: int = 0
) -> TableLayout | None:
    """Return the first table of figures below a row, or `None` when none is seen."""
    grid = Grid(sheet)
    block = find_header(grid, vocabulary, below)
    if block is None:
        return None
    last = _last_row(grid, block[-1], vocabulary)
    columns = _read_columns(grid, block, last, vocabulary)
    if not any(one.use is Use.VALUE for one in columns):
        return None
    title = [text for row in grid.above(block[0], below) for text in grid.texts(row)]
    constants = read_sheet_name(sheet.name) | read_title(title, vocabulary)
    layout = TableLayout(
        sheet=sheet.name,
        header_row=block[-1],
        first_row=block[-1] + 1,
        last_row=last,
        columns=columns,
    )
    return layout.with_constants(**_fitting(layout, constants))


def _tables_of(sheet: ReadSheet, vocabulary: Vocabulary) -> Iterator[TableLayout]:
    below = 0
    while layout := guess_layout(sheet, vocabulary, below=below):
        yield layout
        below = layout.last_row


def _fitting(layout: TableLayout, found: dict[str, str]) -> dict[str, str]:
    """Leave out what the columns say themselves, and say that totals are totals."""
    said = {one.use for one in layout.columns}
    fitting = {
        use: code
        for use, code in found.items()
        if use not in said and not all(use in one.fixed for one in layout.values)
    }
    is_counted = Use.MEASURE in fitting or any(
        Use.MEASURE in one.fixed for one in layout.values
    )
    if is_counted:
        return fitting
    needs_sector = Use.SECTOR in layout.missing and Use.SECTOR not in {
        use for one in layout.values for use in one.fixed
    }
    return ({Use.SECTOR: ALL_SECTORS} if needs_sector else {}) | fitting


def _last_row(grid: Grid, header: int, vocabulary: Vocabulary) -> int:
    """Return the last row of the table: before the header of a next one, if any."""
    rows = [row for row in grid.rows if row > header]
    last = header
    for before, row in zip([header, *rows], rows, strict=False):
        if row > before + 1 and _starts_table(grid, row, vocabulary):
            break
        cells = grid.cells(row)
        if any(is_amount(c) for c in cells.values()) or _labels(cells, vocabulary):
            last = row
    return last


def _starts_table(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row after a blank one is a title or header with a header near it."""
    block = find_header(grid, vocabulary, row - 1)
    if block is None:
        return False
    between = [one for one in grid.rows if row <= one < block[0]]
    return not any(
        is_amount(cell) for one in between for cell in grid.cells(one).values()
    ) and not any(_labels(grid.cells(one), vocabulary) for one in between)


def _labels(cells: dict[int, ReadCell], vocabulary: Vocabulary) -> bool:
    texts = [show(cell) for cell in cells.values() if cell.kind is CellKind.TEXT]
    return any(
        vocabulary.find(kind, text) is not None for text in texts for _, kind in _BY_CONTENT
    )


def _read_columns(
    grid: Grid, block: tuple[int, ...], last: int, vocabulary: Vocabulary
) -> tuple[ColumnUse, ...]:
    rows = [row for row in grid.rows if block[-1] < row <= last][:_SAMPLE]
    numbers = sorted(
        {column for row in (*block, *rows) for column in grid.header_cells(row, block)}
    )
    headings: dict[int, Heading] = {}
    texts: dict[int, str] = {}
    for column in numbers:
        cells = grid.header_parts(block, column)
        headings[column] = join_headings([read_heading(c, vocabulary) for c in cells])
        texts[column] = " / ".join(clean(show(cell)) for cell in cells)
    content = {
        column: [cell for row in rows if (cell := grid.cells(row).get(column)) is not None]
        for column in numbers
    }
    uses = {
        column: _use_of(headings[column], content[column], vocabulary) for column in numbers
    }
    _settle_unknown_values(headings, content, uses)
    spread = _spread(headings, uses)
    return tuple(
        _column(column, texts[column], uses[column], headings[column], spread)
        for column in numbers
    )


def _use_of(heading: Heading, cells: list[ReadCell], vocabulary: Vocabulary) -> Use | None:
    """Return what a column says; `None` for numbers under words that are not known."""
    if heading.use not in (None, Use.VALUE):
        return heading.use
    if heading.is_known and not heading.is_unknown:
        return Use.VALUE
    texts = [show(cell) for cell in cells if cell.kind is CellKind.TEXT]
    found = {
        use: sum(vocabulary.find(kind, text) is not None for text in texts)
        for use, kind in _BY_CONTENT
    }
    most = max(found, key=lambda use: found[use])
    if found[most] and found[most] * 2 >= len(cells):
        return most
    is_blank = not heading.is_unknown and not heading.is_known
    if (
        cells
        and is_blank
        and all(is_year(c.value) or c.kind is CellKind.DATE for c in cells)
    ):
        return Use.REFERENCE_DATE
    has_numbers = any(is_amount(cell) for cell in cells)
    return None if has_numbers and heading.is_unknown else Use.IGNORED


def _settle_unknown_values(
    headings: dict[int, Heading],
    content: dict[int, list[ReadCell]],
    uses: dict[int, Use | None],
) -> None:
    """Take the only column of numbers for the values, whatever stands above it."""
    numeric = [
        column
        for column, use in uses.items()
        if use is None and any(is_amount(cell) for cell in content[column])
    ]
    if Use.VALUE not in uses.values() and len(numeric) == 1:
        uses[numeric[0]] = Use.VALUE
        headings[numeric[0]] = Heading(use=Use.VALUE)


def _spread(headings: dict[int, Heading], uses: dict[int, Use | None]) -> Use | None:
    """Return the dimension that is spread over the columns of a wide table."""
    counts = Counter(
        use
        for column, heading in headings.items()
        if uses[column] is Use.VALUE
        for use in _SPREAD
        if use in heading.fixed
    )
    if counts:
        return counts.most_common(1)[0][0]
    has_sectors = Use.SECTOR in uses.values() or Use.ORGANISATION in uses.values()
    return Use.PLACE if has_sectors and Use.PLACE not in uses.values() else None


def _column(
    column: int, header: str, use: Use | None, heading: Heading, spread: Use | None
) -> ColumnUse:
    fixed = dict(heading.fixed)
    if fixed.pop(TOTAL, None):
        is_place = spread is Use.PLACE
        fixed.setdefault(
            Use.PLACE if is_place else Use.SECTOR,
            WHOLE_COUNTRY if is_place else ALL_SECTORS,
        )
    if use is None:
        wanted = spread if spread in (Use.PLACE, Use.SECTOR, Use.ORGANISATION) else None
        if wanted is None:
            return ColumnUse(column=column, header=header, use=Use.IGNORED)
        return ColumnUse(
            column=column, header=header, use=Use.VALUE, fixed=fixed, unknown=wanted
        )
    is_value = use is Use.VALUE
    return ColumnUse(column=column, header=header, use=use, fixed=fixed if is_value else {})
