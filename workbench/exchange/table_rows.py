"""Sees which rows of a sheet are titles, headers and figures."""

from workbench.exchange.cells import CellKind, Position, ReadCell, ReadSheet
from workbench.exchange.normalising import clean, show
from workbench.exchange.table_form import DIMENSIONS, Use
from workbench.exchange.table_headers import is_year, read_heading
from workbench.exchange.table_numbers import is_missing, looks_like_amount
from workbench.exchange.table_words import Vocabulary, WordKind

_MOST_HEADER_ROWS = 4
_MOST_ROWS_SEEN = 60
_MOST_SPANNED = 20_000
_LABEL_KINDS = (WordKind.PLACE, WordKind.SECTOR, WordKind.ORGANISATION)


class Grid:
    """The filled cells of a sheet by row; merged cells are known by their first one."""

    def __init__(self, sheet: ReadSheet) -> None:
        self._rows: dict[int, dict[int, ReadCell]] = {}
        for (row, column), cell in sheet.cells.items():
            if not isinstance(cell.value, str) or cell.value.strip() or cell.formula:
                self._rows.setdefault(row, {})[column] = cell
        self.rows = sorted(self._rows)
        self._spans: dict[Position, Position] = {}
        for top, left, bottom, right in sheet.merged:
            if (bottom - top + 1) * (right - left + 1) > _MOST_SPANNED:
                continue
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    self._spans[row, column] = (top, left)

    def cells(self, row: int) -> dict[int, ReadCell]:
        return self._rows.get(row, {})

    def texts(self, row: int) -> list[str]:
        return [show(cell) for _, cell in sorted(self.cells(row).items())]

    def above(self, row: int, below: int) -> list[int]:
        return [one for one in self.rows if below < one < row]

    def origin(self, row: int, column: int) -> Position:
        """Return the position whose cell is seen at this one."""
        return self._spans.get((row, column), (row, column))

    def seen(self, row: int, column: int) -> ReadCell | None:
        """Return what is seen at a position: of merged cells the first."""
        first, left = self.origin(row, column)
        return self.cells(first).get(left)

    def header_cells(self, row: int, block: tuple[int, ...]) -> list[int]:
        """Return the columns of a row, those under merged header cells too."""
        if row not in block:
            return list(self.cells(row))
        spanned = [column for one, column in self._spans if one == row]
        return [*self.cells(row), *spanned]

    def header_parts(self, block: tuple[int, ...], column: int) -> list[ReadCell]:
        """Return the cells above a column; a group's name stands above all its columns."""
        parts: dict[Position, ReadCell] = {}
        for row in block:
            place = self.origin(row, column)
            cell = self.seen(row, column)
            if cell is None and row != block[-1]:
                place, cell = self._group(row, column, block)
            if cell is not None:
                parts[place] = cell
        return list(parts.values())

    def _group(
        self, row: int, column: int, block: tuple[int, ...]
    ) -> tuple[Position, ReadCell | None]:
        """Return the name of the group when it stands left of a blank header cell."""
        left = max((one for one in self.cells(row) if one < column), default=0)
        stands_alone = left == 0 or all(
            self.seen(one, left) is None for one in block if one > row
        )
        has_own = any(self.seen(one, column) is not None for one in block if one > row)
        if stands_alone or not has_own:
            return (row, column), None
        place = self.origin(row, left)
        is_merged = place != (row, left) or (row, left) in self._spans
        return (row, column) if is_merged else place, None if is_merged else self.seen(
            row, left
        )


def find_header(grid: Grid, vocabulary: Vocabulary, below: int) -> tuple[int, ...] | None:
    """Return the rows of the first header below a row, or `None` when there is none."""
    pending: list[int] = []
    for row in [one for one in grid.rows if one > below][:_MOST_ROWS_SEEN]:
        named = pending[-1] if pending else 0
        is_below = named and _is_named(grid, named, row, vocabulary)
        if not is_below and not _is_figures(grid.cells(row), vocabulary):
            pending.append(row)
            continue
        block = _best_block(grid, pending, vocabulary)
        if block is not None:
            return block
        pending = []
    return None


def is_amount(cell: ReadCell) -> bool:
    """Whether a cell holds a figure; a year is a figure too."""
    if cell.kind is CellKind.NUMBER:
        return True
    return cell.kind is CellKind.TEXT and looks_like_amount(str(cell.value))


def _is_figures(cells: dict[int, ReadCell], vocabulary: Vocabulary) -> bool:
    ordered = [cell for _, cell in sorted(cells.items())]
    if any(is_amount(cell) and not is_year(cell.value) for cell in ordered):
        return True
    texts = [show(cell) for cell in ordered if not is_amount(cell)]
    kinds = {kind for text in texts if (kind := _label_kind(text, vocabulary))}
    has_year = any(is_year(cell.value) for cell in ordered)
    if len(kinds) > 1 and has_year:
        return True
    first, rest = ordered[0], ordered[1:]
    starts = _label_kind(show(first), vocabulary) is not None and not is_amount(first)
    return starts and all(is_amount(c) or is_missing(show(c)) for c in rest)


def _is_named(grid: Grid, header: int, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row has a word under every name of the row above: figures left blank."""
    headings = {
        column: read_heading(cell, vocabulary)
        for column, cell in grid.cells(header).items()
    }
    named = [column for column, one in headings.items() if one.use in DIMENSIONS]
    if not named or sum(one.is_known for one in headings.values()) < 2:
        return False
    words = [grid.cells(row).get(column) for column in named]
    return all(
        word is not None and read_heading(word, vocabulary).use is None for word in words
    )


def _label_kind(text: str, vocabulary: Vocabulary) -> WordKind | None:
    return next(
        (kind for kind in _LABEL_KINDS if vocabulary.find(kind, text) is not None), None
    )


def _best_block(
    grid: Grid, pending: list[int], vocabulary: Vocabulary
) -> tuple[int, ...] | None:
    scores = {row: _score(grid, row, vocabulary) for row in pending}
    best = max(pending, key=lambda row: (scores[row], row), default=0)
    if scores.get(best, 0) < 2:
        return None
    block = [best]
    while block[0] - 1 in scores and _belongs(grid, block[0] - 1, scores):
        block.insert(0, block[0] - 1)
    while block[-1] + 1 in scores and scores[block[-1] + 1] > 0:
        block.append(block[-1] + 1)
    return tuple(block[-_MOST_HEADER_ROWS:])


def _belongs(grid: Grid, row: int, scores: dict[int, int]) -> bool:
    """Whether a row above the header names groups of columns; a title does not."""
    return scores[row] > (0 if min(grid.cells(row)) > 1 else 1)


def _score(grid: Grid, row: int, vocabulary: Vocabulary) -> int:
    """Count what is known in a row as if it were a header."""
    score = 0
    for cell in grid.cells(row).values():
        heading = read_heading(cell, vocabulary)
        is_plain = heading.use is not Use.IGNORED or len(clean(show(cell))) < 30
        score += heading.is_known and is_plain
    return score
