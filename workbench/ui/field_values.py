"""Reads and writes what stands in a field: amounts, dates, years, text, choices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from workbench.domain.fte import NO_FTE, Fte
from workbench.domain.notation import UNKNOWN, read_date, read_fte, write_date, write_fte


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    FTE = "fte"
    CHANGE = "change"
    NUMBER = "number"
    YEAR = "year"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field of a form.

    Attributes:
        name: The attribute it changes.
        hint: Shown below the field; empty for none.
        is_wide: Takes the whole width of the form.
    """

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    hint: str = ""
    is_wide: bool = False


def read_field(kind: FieldKind, text: str) -> object:
    """Return what was typed as a value; `None` when a date or number is unknown.

    Raises:
        ValueError: It cannot be read as this kind.
    """
    plain = text.strip()
    if kind in (FieldKind.TEXT, FieldKind.LONG):
        return plain
    if plain.casefold() in ("", UNKNOWN):
        return None
    return _READERS[kind](plain)


def write_field(value: object) -> str:
    """Return a value as it stands in a field; unknown is empty."""
    if value is None:
        return ""
    if isinstance(value, Fte):
        return write_fte(value)
    if isinstance(value, date):
        return write_date(value)
    return str(value)


def expected(kind: FieldKind) -> str:
    """Return what to type instead of what could not be read."""
    words = {
        FieldKind.DATE: tr("Typ een datum, zoals 8 mei 2024 of 8-5-2024."),
        FieldKind.FTE: tr("Typ een aantal fte van nul of meer, zoals 1.234,5."),
        FieldKind.CHANGE: tr("Typ een aantal fte, zoals 150, +150 of −40,5."),
        FieldKind.NUMBER: tr("Typ een heel getal, zoals 1250."),
        FieldKind.YEAR: tr("Typ een jaartal, zoals 2027."),
    }
    return words[kind]


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("field_values", text)


def _read_amount(text: str) -> Fte:
    amount = read_fte(text)
    if amount < NO_FTE:
        raise ValueError(f"below zero: {text!r}")
    return amount


def _read_year(text: str) -> int:
    year = int(text)
    if not 1900 <= year <= 2200:
        raise ValueError(f"no year: {text!r}")
    return year


def _read_number(text: str) -> int:
    return int(text.replace(".", "").replace(" ", ""))


_READERS: dict[FieldKind, Callable[[str], object]] = {
    FieldKind.DATE: read_date,
    FieldKind.FTE: _read_amount,
    FieldKind.CHANGE: read_fte,
    FieldKind.NUMBER: _read_number,
    FieldKind.YEAR: _read_year,
}
