"""What was read from a workbook: cells as neutral values, of any file format."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

CellValue = str | int | float | bool | date | None
Position = tuple[int, int]
Area = tuple[int, int, int, int]

LAST_COLUMN = 16_384
LAST_ROW = 1_048_576
MOST_ROWS = 200_000
MOST_CELLS = 600_000
MOST_STREAMED = 2_000_000

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII)


class CellKind(StrEnum):
    """What a cell holds; a formula without a stored outcome is a kind of its own."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TRUTH = "truth"
    ERROR = "error"
    UNCALCULATED = "uncalculated"


class SheetState(StrEnum):
    """Whether a sheet can be seen."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "veryHidden"


class ReadCell(NamedTuple):
    """One cell that holds something; dates with a time are `datetime`.

    A tuple, because a workbook has many and they all pass from process to process.

    Attributes:
        formula: With "=" before it, "=" alone when shared; empty when there is none.
        is_hidden: Its row or column is hidden; the sheet's own state stands apart.
    """

    value: CellValue
    kind: CellKind
    formula: str = ""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSheet:
    """One sheet; positions are (row, column), both from 1.

    Attributes:
        merged: Merged areas as (top, left, bottom, right).
    """

    name: str
    state: SheetState
    cells: Mapping[Position, ReadCell]
    merged: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadNote:
    """Something about the file that the user should know.

    Attributes:
        code: Stable name of the kind of note, such as "macros".
    """

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWorkbook:
    """Everything that was read; nothing of it was calculated or looked up elsewhere.

    Attributes:
        names: Defined names of the whole workbook with what they stand for.
        format: What the content is: "xlsx", "xlsm", "ods", "fods" or "csv".
    """

    sheets: tuple[ReadSheet, ...]
    notes: tuple[ReadNote, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    format: str = "xlsx"

    def sheet(self, name: str) -> ReadSheet | None:
        """Return the sheet of this name, whatever its capitals."""
        folded = name.strip().casefold()
        return next((s for s in self.sheets if s.name.strip().casefold() == folded), None)


def column_number(letters: str) -> int:
    """Return 1 for "A", 27 for "AA"."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Return "A" for 1, "AA" for 27."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def write_address(position: Position) -> str:
    """Return a position as in "B7"."""
    return f"{column_letters(position[1])}{position[0]}"


def read_address(text: str) -> Position | None:
    """Return the position of "B7" or "$B$7", or `None` when it is no address."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    row, column = int(match[2]), column_number(match[1])
    return (row, column) if row <= LAST_ROW and column <= LAST_COLUMN else None


def read_area(text: str) -> Area | None:
    """Return the area of "A1:B7", or `None` when it is none."""
    first, _, last = text.partition(":")
    start, end = read_address(first), read_address(last or first)
    if start is None or end is None:
        return None
    rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return rows[0], columns[0], rows[1], columns[1]
