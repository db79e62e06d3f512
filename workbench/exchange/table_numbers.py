"""Reads the figures of a table: what is missing, in thousands, or can be read two ways."""

import re
from dataclasses import replace
from decimal import Decimal

from workbench.domain.fte import Fte
from workbench.domain.notation import write_number
from workbench.exchange.cells import CellKind, ReadCell
from workbench.exchange.normalising import (
    Normal,
    clean,
    is_not_given,
    normalise_fte,
    show,
)

COUNT_EXPECTED = "een geheel aantal van 0 of hoger, zoals 583990"
_MISSING = frozenset(
    ("x", "*", ".", "..", "...", "…", "geheim", "niet ingevuld", "leeg", "n.g.", "ng", "–")
)
_AMOUNT = re.compile(r"['’]?[-+−]?\d[\d.,\s]*(fte)?", re.IGNORECASE)
_TWO_WAYS = re.compile(r"[-+]?(\d+\.\d+|\d+,\d{3,}|\d{1,3}(,\d{3})+(\.\d+)?)", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}([. ]\d{3})+", re.ASCII)
_GAPS = re.compile(r"[\s\u00a0\u202f\u2007\u2009]+")
_MOST_COUNT = 10**9


def is_missing(text: str) -> bool:
    """Whether a text in the place of a figure says that there is none."""
    if text[:1].isdigit():
        return False
    plain = clean(text)
    return is_not_given(plain) or plain.casefold() in _MISSING


def is_blank(cell: ReadCell | None) -> bool:
    """Whether a cell holds nothing, or a word for nothing."""
    return cell is None or (isinstance(cell.value, str) and is_missing(cell.value))


def looks_like_amount(text: str) -> bool:
    return _AMOUNT.fullmatch(clean(text)) is not None


def is_ambiguous(text: str) -> bool:
    """Whether a text is a number under more than one decimal mark."""
    return _TWO_WAYS.fullmatch(_GAPS.sub(" ", clean(text))) is not None


def read_amount(cell: ReadCell | None, *, mark: str = "", unit: int = 1) -> Normal[Fte]:
    """Return the fte in a cell; no value and no problem when it is not filled in.

    Args:
        mark: The decimal mark the user chose for numbers that can be read in two ways.
        unit: What a written 1 stands for.
    """
    if cell is None or is_blank(cell):
        return Normal()
    if unit != 1:
        return _in_units(_settled(cell, mark), unit)
    return normalise_fte(_settled(cell, mark))


def read_count(cell: ReadCell | None, *, mark: str = "", unit: int = 1) -> Normal[int]:
    """Return a whole number, such as inhabitants; "583.990" can mean only one thing."""
    if cell is None or is_blank(cell):
        return Normal()
    if cell.kind in (CellKind.ERROR, CellKind.UNCALCULATED):
        return Normal(problem=normalise_fte(cell).problem, expected=COUNT_EXPECTED)
    number = _exact(_grouped(cell) if unit == 1 else _settled(cell, mark))
    if number is None:
        problem = f"“{show(cell)}” is geen aantal, of kan op twee manieren gelezen worden."
        return Normal(problem=problem, expected=COUNT_EXPECTED)
    amount = number * unit
    if amount != amount.to_integral_value() or not 0 <= amount < _MOST_COUNT:
        problem = f"“{show(cell)}” is geen geheel aantal van 0 of hoger."
        return Normal(problem=problem, expected=COUNT_EXPECTED)
    return Normal(value=int(amount), note=_count_note(cell, amount))


def _count_note(cell: ReadCell, amount: Decimal) -> str:
    if cell.kind is not CellKind.TEXT:
        return ""
    return f"De tekst “{show(cell)}” is gelezen als {write_number(amount, 0)}."


def _in_units(cell: ReadCell, unit: int) -> Normal[Fte]:
    """Read thousands, which may have three decimals and are rounded by nature."""
    number = _exact(cell)
    if number is None:
        return normalise_fte(cell)
    amount = float(number * unit)
    read = normalise_fte(ReadCell(amount, CellKind.NUMBER))
    if read.problem:
        return read
    written = write_number(number * unit, 0)
    return replace(read, note=f"“{show(cell)}” staat in duizendtallen: {written} fte.")


def _exact(cell: ReadCell) -> Decimal | None:
    if isinstance(cell.value, bool):
        return None
    if isinstance(cell.value, int | float):
        return Decimal(repr(cell.value))
    if not isinstance(cell.value, str) or is_ambiguous(cell.value):
        return None
    text = _GAPS.sub("", clean(cell.value))
    plain = text.replace(".", "").replace(",", ".")
    is_number = re.fullmatch(r"\d{1,15}(\.\d{1,6})?", plain, re.ASCII) is not None
    return Decimal(plain) if is_number else None


def _grouped(cell: ReadCell) -> ReadCell:
    text = _GAPS.sub(" ", clean(str(cell.value)))
    if isinstance(cell.value, str) and _GROUPED.fullmatch(text):
        return ReadCell(text.replace(".", "").replace(" ", ""), CellKind.TEXT)
    return cell


def _settled(cell: ReadCell, mark: str) -> ReadCell:
    """Return the cell with its number read in the one way the user chose."""
    if mark == "" or not isinstance(cell.value, str) or not is_ambiguous(cell.value):
        return cell
    text = _GAPS.sub("", clean(cell.value))
    other = "," if mark == "." else "."
    return ReadCell(float(text.replace(other, "").replace(",", ".")), CellKind.NUMBER)
