"""What a table looks like: which column says what, and what holds for all of it."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, cast

from workbench.exchange.cells import ReadSheet
from workbench.exchange.normalising import show
from workbench.exchange.table_words import fold_word

# Constants and fixed dimensions have the names of uses, and these besides.
UNIT = "unit"
DECIMAL_MARK = "decimal_mark"
VALUE_KIND = "kind"


class Use(StrEnum):
    """What a column says; the dimensions also name what is fixed for a column or table."""

    PLACE = "place"
    SECTOR = "sector"
    ORGANISATION = "organisation"
    STAFF = "staff"
    NOTION = "notion"
    REFERENCE_DATE = "reference_date"
    HORIZON = "horizon"
    MEASURE = "measure"
    VALUE = "value"
    IGNORED = "ignored"


DIMENSIONS = tuple(use for use in Use if use not in (Use.VALUE, Use.IGNORED))


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnUse:
    """What one column says.

    Attributes:
        header: The words above it, from top to bottom, with " / " between.
        fixed: Use → code, such as place → "PV22"; of a column of values only.
        unknown: The dimension its header should give but does not; empty if none.
    """

    column: int
    header: str
    use: Use
    fixed: Mapping[str, str] = field(default_factory=dict)
    unknown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout:
    """How one table on one sheet is to be read; rows and columns count from 1.

    Attributes:
        header_row: The lowest row of the header.
        constants: Use → code for what no column says, such as the reference date (ISO);
            also `UNIT` ("1000"), `DECIMAL_MARK` ("," or ".") and `VALUE_KIND`.
    """

    sheet: str
    header_row: int
    first_row: int
    last_row: int
    columns: tuple[ColumnUse, ...]
    constants: Mapping[str, str] = field(default_factory=dict)

    @property
    def values(self) -> tuple[ColumnUse, ...]:
        return tuple(one for one in self.columns if one.use is Use.VALUE)

    @property
    def missing(self) -> tuple[Use, ...]:
        """What must be asked before the table can be read: the date, the place, …"""
        return tuple(use for use in _needed(self) if not self._tells(use))

    def with_constants(self, **constants: str) -> "TableLayout":
        return replace(self, constants={**self.constants, **constants})

    def with_column(self, changed: ColumnUse) -> "TableLayout":
        return replace(
            self,
            columns=tuple(
                changed if one.column == changed.column else one for one in self.columns
            ),
        )

    def _tells(self, use: Use) -> bool:
        if self.constants.get(use) or any(one.use is use for one in self.columns):
            return True
        return all(use in one.fixed or one.unknown == use for one in self.values)


def fingerprint(sheet: ReadSheet, header_row: int) -> str:
    """Return what tables with the same header share, whatever the order and the sheet."""
    words = sorted(
        fold_word(show(cell))
        for (row, _), cell in sheet.cells.items()
        if row == header_row and show(cell).strip()
    )
    return hashlib.sha256("\n".join(words).encode("utf-8")).hexdigest()


def adopt_layout(recipe: TableLayout, guess: TableLayout) -> TableLayout:
    """Return what was learned from an earlier file, with the rows and date of this one.

    Columns are found by their header; a column the recipe does not know stays a guess.
    """
    counts = Counter(fold_word(one.header) for one in recipe.columns)
    known = {
        word: one for one in recipe.columns if counts[word := fold_word(one.header)] == 1
    }
    columns = [
        replace(known.get(fold_word(one.header), one), column=one.column)
        for one in guess.columns
    ]
    kept = {
        use: code for use, code in recipe.constants.items() if use != Use.REFERENCE_DATE
    }
    return replace(guess, columns=tuple(columns), constants={**guess.constants, **kept})


def write_layout(layout: TableLayout) -> str:
    """Return the layout as the JSON of a recipe."""
    shape: dict[str, Any] = {
        "sheet": layout.sheet,
        "header_row": layout.header_row,
        "first_row": layout.first_row,
        "last_row": layout.last_row,
        "constants": dict(layout.constants),
        "columns": [
            {
                "column": one.column,
                "header": one.header,
                "use": str(one.use),
                "fixed": dict(one.fixed),
                "unknown": one.unknown,
            }
            for one in layout.columns
        ],
    }
    return json.dumps(shape, ensure_ascii=False, sort_keys=True)


def read_layout(text: str) -> TableLayout:
    """Return the layout of a recipe.

    Raises:
        ValueError: The text is no recipe.
    """
    try:
        shape = cast("dict[str, Any]", json.loads(text))
        columns = [ColumnUse(**one | {"use": Use(one["use"])}) for one in shape["columns"]]
        return TableLayout(**shape | {"columns": tuple(columns)})
    except (TypeError, KeyError) as error:
        raise ValueError(f"no layout: {text[:80]!r}") from error


def _needed(layout: TableLayout) -> tuple[Use, ...]:
    counts_something = layout.constants.get(Use.MEASURE) or any(
        one.use is Use.MEASURE or Use.MEASURE in one.fixed for one in layout.columns
    )
    if counts_something:
        return (Use.PLACE, Use.REFERENCE_DATE)
    has_organisations = any(one.use is Use.ORGANISATION for one in layout.columns)
    sector = () if has_organisations else (Use.SECTOR,)
    return (Use.PLACE, *sector, Use.REFERENCE_DATE)
