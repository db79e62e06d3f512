"""How numbers, dates and lists are written and read in Dutch.

Minus is U+2212, thousands take a point, decimals a comma (`look.md` 3, `domain.md` 8.6).
"""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from workbench.domain.fte import Fte

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MINUS = "\N{MINUS SIGN}"
UNKNOWN = "onbekend"
_LONGEST_AMOUNT = len("-999999999.99")

_SPACES = re.compile(r"[\s\u00a0\u202f\u2007\u200b\ufeff]+")
_GROUPED = re.compile(r"[-+]?\d{1,3}(\.\d{3})+(,\d+)?")
_PLAIN = re.compile(r"[-+]?\d+(,\d+)?")
_POINT = re.compile(r"[-+]?\d+\.\d{1,2}")
_NUMERIC_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WRITTEN_DATE = re.compile(r"(\d{1,2}) ([a-z]+)\.? (\d{4})")


def write_number(amount: Decimal, decimals: int) -> str:
    """Return `amount` rounded half up to `decimals`, as in "1.234,5"."""
    rounded = amount.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{text}" if rounded < 0 else text


def write_fte(fte: Fte | None) -> str:
    """Return the exact amount with no more decimals than it has, or "onbekend"."""
    if fte is None:
        return UNKNOWN
    decimals = 0 if fte.hundredths % 100 == 0 else 1 if fte.hundredths % 10 == 0 else 2
    return write_number(fte.amount, decimals)


def write_change(fte: Fte | None) -> str:
    """Return a change with its sign, as in "+150" or "−46,5"."""
    text = write_fte(fte)
    return f"+{text}" if fte is not None and fte.hundredths > 0 else text


def write_euros(amount: int | None) -> str:
    """Return whole euros, as in "1.250.000 euro"."""
    return UNKNOWN if amount is None else f"{write_number(Decimal(amount), 0)} euro"


def write_share(share: Fraction | None, decimals: int = 1) -> str:
    """Return a fraction of one as a percentage, as in "5,2%"."""
    if share is None:
        return UNKNOWN
    percent = Decimal(share.numerator * 100) / Decimal(share.denominator)
    return write_number(percent, decimals) + "%"


def write_about(fte: Fte | None) -> str:
    """Return an amount in round words, as in "ruim 150", "bijna 300" or "200".

    It is rounded to two figures; "ruim" says that there are more, "bijna" that there are
    fewer (`domain.md` 8.6: only from the figures).
    """
    if fte is None:
        return UNKNOWN
    amount = abs(fte.amount)
    step = Decimal(10) ** max(amount.adjusted() - 1, 0)
    near = (amount / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step
    word = "ruim " if amount > near else "bijna " if amount < near else ""
    return f"{word}{write_number(near, 0)}"


def write_date(day: date | None) -> str:
    """Return a date as in "8 mei 2024", or "onbekend"."""
    if day is None:
        return UNKNOWN
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def write_list(items: list[str], last: str = "en") -> str:
    """Return items as in "a, b en c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def read_fte(text: str) -> Fte:
    """Return what a Dutch user typed, as in "1.234,5", "−46,5" or "99.9 fte".

    A point followed by one or two digits is taken as a decimal mark (numeric pad).

    Raises:
        ValueError: No number, ambiguous such as "1.2345", finer than a hundredth, or
            a billion and more.
    """
    plain = _SPACES.sub("", text).replace(MINUS, "-").removesuffix("fte")
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif _PLAIN.fullmatch(plain):
        plain = plain.replace(",", ".")
    elif not _POINT.fullmatch(plain):
        raise ValueError(f"no amount: {text!r}")
    if len(plain) > _LONGEST_AMOUNT:
        raise ValueError(f"too large: {text!r}")
    return Fte.of(plain)


def read_date(text: str) -> date:
    """Return a typed date: "8 mei 2024", "8-5-2024" or "2024-05-08".

    Raises:
        ValueError: No such day, or a year of two digits.
    """
    plain = _SPACES.sub(" ", text).strip().lower()
    if match := _NUMERIC_DATE.fullmatch(plain):
        day, month, year = (int(part) for part in match.groups())
        return date(year, month, day)
    if match := _WRITTEN_DATE.fullmatch(plain):
        short = "maart" if match[2] == "mrt" else match[2]
        found = [name for name in MONTHS if len(short) > 2 and name.startswith(short)]
        if len(found) != 1:
            raise ValueError(f"no month: {match[2]!r}")
        return date(int(match[3]), MONTHS.index(found[0]) + 1, int(match[1]))
    return date.fromisoformat(plain)
