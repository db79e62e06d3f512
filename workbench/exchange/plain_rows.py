"""Reads rows in the plain form that every program writes, many times faster than XML.

A block of rows is taken only when every "<" in it belongs to a row, a cell or a value in
the plainest form, in their order. The first block that holds anything else goes to the XML
parser, and so does everything after it: what is read is the same either way.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from workbench.exchange.cell_grid import Held, Row, hold, release
from workbench.exchange.cells import LAST_COLUMN, ReadCell, column_number
from workbench.exchange.markup import MarkupReader
from workbench.exchange.refusals import refusal

_START, _ROW_END = b"<sheetData>", b"</row>"
_MOST_WAITING = 1_000_000
_ROW = re.compile(
    rb'\s*<row((?: [A-Za-z0-9]+(?::[A-Za-z0-9]+)?="[^"<&]*")+) ?(/?)>', re.ASCII
)
_SIGNS = rb"[^<&\x00-\x08\x0b-\x1f]*(?:&(?:amp|lt|gt|quot|apos);[^<&\x00-\x08\x0b-\x1f]*)*"
_REST = (
    rb'(?: s="([0-9]{1,5})")?(?: t="(s|n|str|b|e|inlineStr)")?(?:/>|></c>'
    rb'|>(?:<f(?: aca="[a-z]+")?>(' + _SIGNS + rb"+)</f>)?<v>(" + _SIGNS + rb")</v></c>"
    rb'|><is><t(?: xml:space="preserve")?>(' + _SIGNS + rb")</t></is></c>)"
)
# Groups: column, row, and what follows; the texts between cells must be blank.
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(' + re.sub(rb"\((?!\?)", rb"(?:", _REST) + rb")"
)
_STEP = _CELL.groups + 1
_VALUE = re.compile(_REST)
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_ATTRIBUTE = re.compile(rb' ([A-Za-z0-9:]+)="([^"]*)"')
_PREFIX = re.compile(rb'xmlns:([A-Za-z0-9]+)="')
_OTHER_SIGNS = re.compile(rb"<\?xml[^>]*encoding=(?!.utf-8)", re.IGNORECASE)
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_NO_TEXT = (b"]]>", b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_TRUE = (b"1", b"true", b"on")
_MOST_HELD = 50_000
_MOST_WRITTEN = 5_000_000  # cells, those that hold nothing too
_LONGEST_ROW = 7
_NOTHING = object()


class Walk(Protocol):
    """The walk of the parser, which is told of rows that did not pass through it."""

    def can_keep(self, first: int, last: int, count: int) -> bool:
        """Whether rows that follow on what was read are no trouble."""

    def keep_row(self, number: int, row: Row, *, is_hidden: bool) -> None:
        """Keep a row."""

    @property
    def has_hidden_columns(self) -> bool:
        """Whether any column cannot be seen."""

    def is_column_hidden(self, column: int) -> bool:
        """Whether a column cannot be seen."""

    def read_value(self, kind: str, text: str, style: str | None) -> ReadCell:
        """Return the cell that a value is."""


class _NotPlainError(Exception):
    """The block must go to the parser."""


class _Columns(dict[bytes, int]):
    """Remembers the number of each column."""

    def __missing__(self, letters: bytes) -> int:
        column = self[letters] = column_number(letters.decode("ascii"))
        if column >= LAST_COLUMN:
            raise _NotPlainError
        return column


class _Contents(dict[bytes, Held]):
    """Remembers what cells hold by how they are written; most come again."""

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self._walk = walk

    def __missing__(self, written: bytes) -> Held:
        match = _VALUE.fullmatch(written)
        if match is None:
            raise _NotPlainError
        held = self._read(*(None if one is None else _signs(one) for one in match.groups()))
        if len(self) < _MOST_HELD:
            self[written] = held
        return held

    def _read(
        self,
        style: str | None,
        kind: str | None,
        formula: str | None,
        value: str | None,
        inline: str | None,
    ) -> Held:
        """Return what is kept of a cell; what the parser has rules for is left to it."""
        is_empty = value is None and inline is None
        _require(is_empty or (kind == "inlineStr") is (inline is not None))
        text = inline or value
        if not text:
            _require(formula is None)
            return _NOTHING
        cell = self._walk.read_value(kind or "n", text, style)
        return hold(cell if formula is None else cell._replace(formula=f"={formula}"))


def _signs(written: bytes) -> str:
    text = written.decode("utf-8")
    if "&" in text:
        for entity, sign in _ENTITIES.items():
            text = text.replace(entity, sign)
    return text


class PlainRows:
    """Splits the stream of a sheet into plain rows and what the parser must read."""

    def __init__(self, part: str, reader: MarkupReader, walk: Walk) -> None:
        self._part = part
        self._reader = reader
        self._walk = walk
        self._waiting = b""
        self._take = self._take_head
        self._columns = _Columns()
        self._contents = _Contents(walk)
        self._prefixes: frozenset[bytes] = frozenset()
        self._cells = 0

    def feed(self, chunk: bytes) -> None:
        """Read on."""
        self._waiting += chunk
        self._take()

    def finish(self) -> None:
        """Say that the part ends here."""
        self._pass_on()
        self._reader.finish(self._part)

    def _pass_on(self) -> None:
        """Give the parser all that waits, and from now on everything."""
        self._take = self._pass_on
        if self._waiting:
            self._reader.feed(self._part, self._waiting)
            self._waiting = b""

    def _take_head(self) -> None:
        """Let the parser read up to the rows; from there they may be plain."""
        at = self._waiting.find(_START)
        if at < 0:
            if len(self._waiting) > _MOST_WAITING:
                self._pass_on()
            return
        head = self._waiting[: at + len(_START)]
        self._waiting = self._waiting[len(head) :]
        self._reader.feed(self._part, head)
        is_utf8 = not head.startswith(_MARKS) and not _OTHER_SIGNS.search(head)
        if not is_utf8 or not self._reader.is_inside("sheetData"):
            self._pass_on()
            return
        self._prefixes = frozenset(_PREFIX.findall(head))
        self._take = self._take_rows
        self._take_rows()

    def _take_rows(self) -> None:
        end = self._waiting.rfind(_ROW_END) + len(_ROW_END)
        if end < len(_ROW_END):
            is_over = self._waiting.lstrip().startswith(b"</")
            if is_over or len(self._waiting) > _MOST_WAITING:
                self._pass_on()
            return
        try:
            rows = list(self._read(self._waiting[:end]))
        except (_NotPlainError, UnicodeDecodeError):
            self._pass_on()
            return
        count = sum(len(cells) for _, cells, _ in rows)
        if not self._walk.can_keep(rows[0][0], rows[-1][0], count):
            self._pass_on()
            return
        for number, cells, is_hidden in rows:
            self._walk.keep_row(number, cells, is_hidden=is_hidden)
        self._waiting = self._waiting[end:]

    def _read(self, block: bytes) -> Iterator[tuple[int, Row, bool]]:
        """Yield number, cells and hiding of the rows of a block, which ends with one.

        Raises:
            _NotPlainError: Something in it has another form.
        """
        _require(not any(sign in block for sign in _NO_TEXT))
        before = 0
        for piece in block.split(_ROW_END)[:-1]:
            at = 0
            while True:  # rows without cells may stand before the row that ends here
                start = _ROW.match(piece, at)
                if start is None:
                    raise _NotPlainError
                number, is_hidden = self._read_start(start[1])
                _require(number > before)
                before, at = number, start.end()
                if not start[2]:
                    break
                yield number, {}, is_hidden
            yield number, self._read_cells(piece[at:], number, is_hidden), is_hidden

    def _read_start(self, attributes: bytes) -> tuple[int, bool]:
        """Return the number of a row and whether it is hidden."""
        pairs = _ATTRIBUTE.findall(attributes)
        told: Mapping[bytes, bytes] = dict(pairs)
        number = told.get(b"r", b"")
        prefixes = {name.partition(b":")[0] for name in told if b":" in name}
        _require(len(told) == len(pairs) and prefixes <= self._prefixes)
        _require(number.isdigit() and len(number) <= _LONGEST_ROW)
        return int(number), told.get(b"hidden") in _TRUE

    def _read_cells(self, written: bytes, number: int, is_hidden: bool) -> Row:
        """Return the cells of a row; every step is one for all of them, for speed."""
        parts = _CELL.split(written)
        _require(not b"".join(parts[::_STEP]).strip())
        self._cells += len(parts) // _STEP
        if self._cells > _MOST_WRITTEN:
            raise refusal("te-groot-uitgepakt", self._part)
        _require(set(parts[2::_STEP]) <= {b"%d" % number})
        columns = list(map(self._columns.__getitem__, parts[1::_STEP]))
        row = dict(
            zip(columns, map(self._contents.__getitem__, parts[3::_STEP]), strict=True)
        )
        _require(len(row) == len(columns))
        is_simple = not is_hidden and not self._walk.has_hidden_columns
        if not is_simple or _NOTHING in row.values():
            return {
                column: self._seen(column, held, is_hidden)
                for column, held in row.items()
                if held is not _NOTHING
            }
        return row

    def _seen(self, column: int, held: Held, is_hidden: bool) -> Held:
        """Return what is kept of a cell that may be hidden."""
        if is_hidden or self._walk.is_column_hidden(column):
            return hold(release(held)._replace(is_hidden=True))
        return held


def _require(is_plain: bool) -> None:
    if not is_plain:
        raise _NotPlainError
