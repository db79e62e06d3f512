"""Reads a csv file into neutral cells: its encoding and separator are found and told."""

import contextlib
import csv
import io
import re
from dataclasses import dataclass

from workbench.exchange.cell_grid import CellGrid
from workbench.exchange.cells import (
    LAST_COLUMN,
    MOST_CELLS,
    MOST_ROWS,
    CellKind,
    ReadCell,
    ReadNote,
    ReadSheet,
    ReadWorkbook,
    SheetState,
    write_address,
)
from workbench.exchange.package import UTF16_MARKS, guess_utf16
from workbench.exchange.refusals import refusal

CSV_SHEET = "csv"
_UTF8_MARK = b"\xef\xbb\xbf"
_SEPARATORS = {
    ";": "een puntkomma",
    "\t": "een tab",
    ",": "een komma",
    "|": "een staand streepje",
}
_TOLD = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINES_TRIED = 50
_LONGEST_FIELD = 100_000
_LONGEST_LINE = 1_000_000
_ENOUGH_ROWS = 0.5
# Words that a header of figures has; they decide between separators, nothing else.
_HEADER_WORD = re.compile(
    r"provincies?|peildatum|jaar|sector(en)?|fte|aantal|totaal|regio|organisatie|onderdeel"
    r"|dienst|ministerie|waarde|(19|20)\d\d|groningen|drenthe|utrecht|limburg|defensie",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """What a file says, and how its signs were read."""

    text: str
    encoding: str


def read_text_table(data: bytes) -> ReadWorkbook:
    """Return the only sheet of a csv; every cell is a text, as it stands there.

    Raises:
        WorkbookRefusedError: With a code of `REFUSALS`.
    """
    decoded = _decode(data)
    text = decoded.text
    told = _TOLD.match(text)
    if told:
        text = text[told.end() :]
    _refuse_endless(text)
    separator = told[1] if told else _find_separator(text)
    cells = _read_cells(text, separator)
    if not cells:
        raise refusal("leeg")
    shown = _SEPARATORS.get(separator, f"“{separator}”")
    notes = (
        ReadNote(code="codering", text=f"De tekens zijn gelezen als {decoded.encoding}."),
        ReadNote(code="scheidingsteken", text=f"De kolommen zijn gescheiden door {shown}."),
    )
    sheet = ReadSheet(name=CSV_SHEET, state=SheetState.VISIBLE, cells=cells)
    return ReadWorkbook(sheets=(sheet,), notes=notes, format="csv")


def _decode(data: bytes) -> _Text:
    candidates = [("utf-8", "UTF-8"), ("cp1252", "Windows-1252")]
    if data.startswith(_UTF8_MARK):
        candidates = [("utf-8-sig", "UTF-8")]
    elif data.startswith(UTF16_MARKS):
        candidates = [("utf-16", "UTF-16")]
    elif guessed := guess_utf16(data[:4096]):
        candidates = [(guessed, "UTF-16")]
    for encoding, shown in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if match := _CONTROL.search(text.rstrip("\x1a")):
            raise refusal("tekst-onleesbaar", f"teken {ord(match[0])}")
        return _Text(text=text.rstrip("\x1a"), encoding=shown)
    raise refusal("tekst-onleesbaar", candidates[0][1])


def _refuse_endless(text: str) -> None:
    """Refuse a line that alone would fill the memory with fields."""
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if len(line) > _LONGEST_LINE:
            raise refusal("veld-te-lang", f"regel {number}")


def _find_separator(text: str) -> str:
    """Return the separator under which the header has the most words that are known."""
    lines = text.splitlines(keepends=True)[:_LINES_TRIED]
    scores = {one: _score(lines, one) for one in _SEPARATORS}
    best = max(scores, key=lambda one: scores[one])
    words, share, width = scores[best]
    if width < 2 or (words == 0 and share < _ENOUGH_ROWS):
        raise refusal("geen-kolommen")
    return best


def _score(lines: list[str], separator: str) -> tuple[int, float, int]:
    """Return (known words in one row, share of rows as wide as most, that width)."""
    rows: list[list[str]] = []
    with contextlib.suppress(csv.Error):  # another separator may fit
        rows.extend(row for row in csv.reader(lines, delimiter=separator) if row)
    widths = [len(row) for row in rows if any(field.strip() for field in row)]
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0, 0.0, 0
    usual = max(set(wide), key=wide.count)
    words = max(
        sum(_HEADER_WORD.fullmatch(field.strip()) is not None for field in row)
        for row in rows
    )
    return words, wide.count(usual) / len(widths), usual


def _read_cells(text: str, separator: str) -> CellGrid:
    cells = CellGrid()
    csv.field_size_limit(_LONGEST_FIELD)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row, fields in enumerate(lines, start=1):
            filled = [(n, one) for n, one in enumerate(fields, start=1) if one.strip()]
            if not filled:
                continue
            if row > MOST_ROWS or filled[-1][0] >= LAST_COLUMN:
                raise refusal("cel-buiten-bereik", write_address((row, filled[-1][0])))
            if len(cells) + len(filled) > MOST_CELLS:
                raise refusal("te-veel-cellen")
            for column, field in filled:
                cells.put((row, column), ReadCell(field, CellKind.TEXT))
    except csv.Error as error:
        is_long = "field limit" in str(error)
        code = "veld-te-lang" if is_long else "open-aanhalingsteken"
        raise refusal(code, f"regel {lines.line_num}") from error
    return cells
