"""The two kinds of amount that a chart shows: fte, and a share of one."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from workbench.domain.fte import Fte
from workbench.domain.notation import (
    MINUS,
    UNKNOWN,
    write_change,
    write_fte,
    write_list,
    write_number,
    write_share,
)

Amount = Fte | Fraction


def size_of(amount: Amount) -> Fraction:
    """Return fte, or a share times a hundred, so that an axis has handy numbers."""
    if isinstance(amount, Fte):
        return Fraction(amount.hundredths, 100)
    return amount * 100


def write_amount(amount: Amount | None) -> str:
    """Return an amount without its unit, as in "1.234,5" or "5,2%"."""
    return write_share(amount) if isinstance(amount, Fraction) else write_fte(amount)


def write_whole(amount: Amount | None) -> str:
    """Return an amount with its unit, as in "1.234,5 fte" or "5,2%"."""
    return (
        f"{write_amount(amount)} fte" if isinstance(amount, Fte) else write_amount(amount)
    )


def write_delta(amount: Amount | None) -> str:
    """Return a change with its sign and no unit, as in "+150" or "−0,3%"."""
    if isinstance(amount, Fraction):
        return f"{write_points(amount)}%"
    return write_change(amount)


def write_whole_delta(amount: Amount | None) -> str:
    """Return a change with its sign and its unit, as in "+150 fte"."""
    return write_delta(amount) + (" fte" if isinstance(amount, Fte) else "")


def write_difference(amount: Amount | None) -> str:
    """Return what lies between two amounts: "+150", or "+0,3 procentpunt" of shares."""
    if isinstance(amount, Fraction):
        return f"{write_points(amount)} procentpunt"
    return write_change(amount)


def write_points(points: Fraction | None) -> str:
    """Return a difference of two shares of one in percentage points, as in "+0,3"."""
    if points is None:
        return UNKNOWN
    text = write_share(points).removesuffix("%")
    return (
        f"+{text}"
        if points > 0 and text.strip("0,")
        else text.replace(f"{MINUS}0,0", "0,0")
    )


def write_step(step: Fraction, unit: str) -> str:
    """Return a number on an axis, with no more decimals than it needs."""
    decimals = next((count for count in (0, 1, 2) if (step * 10**count) % 1 == 0), 3)
    exact = Decimal(step.numerator) / Decimal(step.denominator)
    return write_number(exact, decimals) + unit


def say_extremes(
    named: Sequence[tuple[str, Amount | None]],
    when: str = "",
    write: Callable[[Amount | None], str] = write_whole,
) -> list[str]:
    """Say the highest and the lowest of what is known, as whole sentences."""
    known = [(name, amount) for name, amount in named if amount is not None]
    sentences: list[str] = []
    if len({size_of(amount) for _, amount in known}) > 1:
        high, low = (pick(size_of(amount) for _, amount in known) for pick in (max, min))
        sentences = [
            f"Het hoogst{when}: {_names(known, high, write)}.",
            f"Het laagst{when}: {_names(known, low, write)}.",
        ]
    elif len(known) > 1:
        sentences = [f"Overal gelijk{when}: {write(known[0][1])}."]
    return sentences


def say_unknown(names: Iterable[str]) -> list[str]:
    """Say of which things the value is unknown; nothing when all are known."""
    listed = list(names)
    return [f"Onbekend voor {write_list(listed)}."] if listed else []


def _names(
    known: Sequence[tuple[str, Amount]],
    size: Fraction,
    write: Callable[[Amount | None], str],
) -> str:
    found = [(name, amount) for name, amount in known if size_of(amount) == size]
    return f"{write_list([name for name, _ in found])} met {write(found[0][1])}"
