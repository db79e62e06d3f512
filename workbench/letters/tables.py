"""Sets tables: title, header that repeats, rows that may be cut, note."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workbench.domain.letter import Span, TableBlock
from workbench.letters.cell_places import columns_of, place_cells, rows_of
from workbench.letters.column_widths import share_width
from workbench.letters.lines import Piece, TextLine, break_lines
from workbench.letters.measures import BODY_WIDTH, Styles
from workbench.letters.parts import Part, TextPart, set_text
from workbench.letters.structure import Element
from workbench.letters.style import Style
from workbench.letters.tagged_canvas import TaggedCanvas

_GUTTER = 9.0
_PADDING = 2.2
_THICK, _THIN = 0.75, 0.5
_LEAST = 3  # lines of one row that may stand alone on a page
_TITLE_GAP = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    element: Element
    style: Style
    lines: Sequence[TextLine]
    left: float
    width: float


@dataclass(slots=True, kw_only=True)
class RowPart:
    """One row; a page may end inside it only when it is long."""

    cells: Sequence[_Cell]
    rule_above: float = 0.0
    rule_below: float = 0.0
    key: str = ""
    gap: float = 0.0
    keeps_next: bool = False
    head: Part | None = None
    strips: list[float] = field(init=False)

    def __post_init__(self) -> None:
        count = max(1, *(len(cell.lines) for cell in self.cells))
        self.strips = [self.cells[0].style.leading] * count
        self.strips[0] += _PADDING
        self.strips[-1] += _PADDING

    def breaks_above(self, strip: int) -> bool:
        return strip >= _LEAST and len(self.strips) - strip >= _LEAST

    def notes_at(self, _strip: int) -> Sequence[TextPart]:
        return ()

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, first: int, end: int
    ) -> None:
        self._rules(canvas, left, top, first, end)
        text_top = top + (_PADDING if first == 0 else 0.0)
        for cell in self.cells:
            if cell.lines[first:end]:
                with canvas.mark(cell.element):
                    self._write(canvas, cell, left, text_top, first, end)

    def repeat(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        count = len(self.strips)
        self._rules(canvas, left, top, 0, count)
        for cell in self.cells:
            if cell.lines:
                with canvas.artifact("Pagination"):
                    self._write(canvas, cell, left, top + _PADDING, 0, count)

    def _write(
        self,
        canvas: TaggedCanvas,
        cell: _Cell,
        left: float,
        top: float,
        first: int,
        end: int,
    ) -> None:
        place = (left + cell.left, top + cell.style.baseline)
        canvas.write(cell.lines[first:end], cell.style, place, cell.width)

    def _rules(
        self, canvas: TaggedCanvas, left: float, top: float, first: int, end: int
    ) -> None:
        if self.rule_above and first == 0:
            canvas.rule((left, top), (left + BODY_WIDTH, top), self.rule_above)
        if self.rule_below and end == len(self.strips):
            bottom = top + sum(self.strips[first:end])
            canvas.rule((left, bottom), (left + BODY_WIDTH, bottom), self.rule_below)


@dataclass(slots=True, kw_only=True)
class HeadPart:
    """A header of two rows, which stays and is repeated as one."""

    rows: Sequence[RowPart]
    key: str = ""
    gap: float = 0.0
    keeps_next: bool = False
    head: Part | None = None

    @property
    def strips(self) -> Sequence[float]:
        return [sum(sum(row.strips) for row in self.rows)]

    def breaks_above(self, _strip: int) -> bool:
        return False

    def notes_at(self, _strip: int) -> Sequence[TextPart]:
        return ()

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, _first: int, _end: int
    ) -> None:
        for row in self.rows:
            row.draw(canvas, left, top, 0, len(row.strips))
            top += sum(row.strips)

    def repeat(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        for row in self.rows:
            row.repeat(canvas, left, top)
            top += sum(row.strips)


def set_table(block: TableBlock, parent: Element, styles: Styles, gap: float) -> list[Part]:
    """Return title, header, rows and note of a table."""
    table = Element("Table", parent)
    parts: list[Part] = []
    if block.title.strip():
        pieces = [(styles.title.face, block.title)]
        title = set_text(Element("Caption", table), styles.title, BODY_WIDTH, pieces)
        title.keeps_next = True
        parts.append(title)
    rows = _Rows(block, styles)
    head = rows.set_head(Element("THead", table), block)
    head.gap = _TITLE_GAP if parts else 0.0
    head.keeps_next = True
    parts.append(head)
    body = Element("TBody", table)
    last = len(block.rows) - 1
    joined = _joined(block.rows)
    for number, placed in enumerate(place_cells(block.rows, len(block.header))):
        is_total = block.has_total and number == last
        row = rows.set_row(Element("TR", body), placed, is_total=is_total)
        row.head = head
        row.rule_above = _THIN if is_total and last > 0 else 0.0
        row.rule_below = _THICK if number == last else 0.0
        # at least two rows stay together at either end
        row.keeps_next = number in (0, last - 1) or number in joined
        parts.append(row)
    parts[-1].keeps_next = False
    parts[0].key, parts[0].gap = block.key, gap
    return parts + _set_note(block.note, parts[-1], parent, styles)


def _joined(rows: Sequence[Sequence[Span]]) -> set[int]:
    """Return the numbers of rows that a cell ties to the row below."""
    return {
        number + below
        for number, row in enumerate(rows)
        for cell in row
        for below in range(rows_of(cell) - 1)
    }


def _set_note(note: str, above: Part, parent: Element, styles: Styles) -> list[Part]:
    if not note.strip():
        return []
    above.keeps_next = True
    pieces = [(styles.note.face, note)]
    return [set_text(Element("P", parent), styles.note, BODY_WIDTH, pieces, gap=_TITLE_GAP)]


class _Rows:
    """Sets the rows of one table in shared columns."""

    def __init__(self, block: TableBlock, styles: Styles) -> None:
        self._styles = styles
        self._is_number = block.is_number
        texts = [[title] for title in block.header]
        for row in place_cells(block.rows, len(block.header)):
            for column, cell in row:
                if columns_of(cell) == 1:
                    texts[column].append(cell.text)
        room = BODY_WIDTH - _GUTTER * (len(block.header) - 1)
        # measured in bold, the widest it can be
        self._widths = share_width(texts, self._is_number, styles.cell_bold, room)

    def set_head(self, element: Element, block: TableBlock) -> RowPart | HeadPart:
        """Return the header, with the row of groups above it if there is one."""
        count = len(block.header)
        titles = [Span(text=text) for text in block.header]
        above: list[RowPart] = []
        if block.groups:
            (placed,) = place_cells([block.groups], count)
            above.append(self.set_row(Element("TR", element), placed, is_head=True))
            above[0].rule_above = _THICK
        (placed,) = place_cells([titles], count)
        head = self.set_row(Element("TR", element), placed, is_head=True)
        head.rule_above, head.rule_below = _THIN if above else _THICK, _THIN
        return HeadPart(rows=[*above, head]) if above else head

    def set_row(
        self,
        element: Element,
        cells: Sequence[tuple[int, Span]],
        *,
        is_head: bool = False,
        is_total: bool = False,
    ) -> RowPart:
        made = []
        for column, span in cells:
            is_bold = is_head or is_total or span.is_bold
            style = self._styles.cell_bold if is_bold else self._styles.cell
            if self._is_number[column] and columns_of(span) == 1:
                style = replace(style, is_figure=True)
            scope = "Column" if is_head else "Row" if column == 0 else ""
            made.append(self._set_cell(element, span, style, column, scope))
        return RowPart(cells=made)

    def _set_cell(
        self, row: Element, span: Span, style: Style, column: int, scope: str
    ) -> _Cell:
        left = sum(self._widths[:column]) + _GUTTER * column
        count = columns_of(span)
        width = sum(self._widths[column : column + count]) + _GUTTER * (count - 1)
        attributes = _attributes(span, scope)
        element = Element("TH" if scope else "TD", row, attributes=attributes)
        pieces: list[Piece] = [(style.face, span.text)]
        lines = break_lines(pieces, style.size, width, is_figure=style.is_figure)
        return _Cell(element=element, style=style, lines=lines, left=left, width=width)


def _attributes(span: Span, scope: str) -> str:
    parts = [
        f"/Scope/{scope}" if scope else "",
        f"/ColSpan {columns_of(span)}" if columns_of(span) > 1 else "",
        f"/RowSpan {rows_of(span)}" if rows_of(span) > 1 else "",
    ]
    said = "".join(parts)
    return f"<</O/Table{said}>>" if said else ""
