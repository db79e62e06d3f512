"""Reads numbers and days as a workbook stores them."""

import math
import re
from datetime import date, datetime, timedelta

from workbench.exchange.cells import CellKind, CellValue

_LONGEST_NUMBER = 40
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_FIRST_SAFE_SERIAL, _LAST_SERIAL = 61, 2_958_465
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SHIFT_1904 = (_EPOCH_1904 - _EPOCH_1900).days


def serial_day(serial: float, *, uses_1904: bool = False) -> date | None:
    """Return the day (with its time, if any) of a serial; `None` out of range.

    Serials before 1 March 1900 are left alone: the year 1900 of Excel has a day too many.
    """
    shifted = serial + _SHIFT_1904 if uses_1904 else serial
    if not _FIRST_SAFE_SERIAL <= shifted < _LAST_SERIAL + 1:
        return None
    days, seconds = divmod(round(shifted * 86_400), 86_400)
    if days > _LAST_SERIAL:
        return None
    day = _EPOCH_1900 + timedelta(days=days)
    if seconds == 0:
        return day
    return datetime.fromisoformat(f"{day}T00:00:00") + timedelta(seconds=seconds)


def day_serial(day: date) -> int:
    """Return the serial of a day from 1 March 1900 on."""
    return (day - _EPOCH_1900).days


def read_number(text: str) -> int | float | None:
    """Return the number that a file stores, or `None` when it is none or not finite."""
    plain = text.strip()
    if len(plain) > _LONGEST_NUMBER or not _NUMBER.fullmatch(plain):
        return None
    if _WHOLE.fullmatch(plain):
        return int(plain)
    number = float(plain)
    return number if math.isfinite(number) else None


def read_iso_day(text: str) -> tuple[CellValue, CellKind]:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return text, CellKind.TEXT
    naive = moment.replace(tzinfo=None)
    is_day = naive.time() == naive.time().min
    return (naive.date() if is_day else naive), CellKind.DATE
