"""Hands out the figures behind a picture or a pivot as a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

TableValue = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSheet:
    """One table of an export.

    Attributes:
        title: Stands above the table; its sheet is named after it.
        rows: As long as the header; `None` stays blank, for it is no 0.
        notes: Whole sentences below the title, such as the method of counting.
        source: Where the figures come from, for below the title and for "Herkomst".
        is_number: Per column whether it is set to the right; by its values when empty.
        is_sample: The figures are invented, and the sheet says so.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[TableValue]]
    notes: Sequence[str] = ()
    source: str = ""
    is_number: Sequence[bool] = ()
    is_sample: bool = False


def write_tables(sheets: Sequence[TableSheet], made_on: date) -> bytes:
    """Return the tables as an xlsx file, with a last sheet "Herkomst".

    Text stays text: nothing in it is ever calculated by Excel.
    """
    # openpyxl is heavy: it is loaded when a workbook is made
    from workbench.exchange.table_sheets import build_tables  # noqa: PLC0415

    return build_tables(sheets, made_on)
