"""Full-time equivalents, exact to the hundredth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Fte:
    """An amount or change in fte.

    Attributes:
        hundredths: The amount times one hundred; sums of these are exact.
    """

    hundredths: int

    @staticmethod
    def of(amount: int | str | Decimal) -> Fte:
        """Return `amount` as fte.

        Raises:
            ValueError: More than two decimals, or no number at all.
        """
        try:
            scaled = Decimal(amount) * 100
        except ArithmeticError as error:
            raise ValueError(f"no number: {amount!r}") from error
        if not scaled.is_finite() or scaled != scaled.to_integral_value():
            raise ValueError(f"more than two decimals: {amount}")
        return Fte(int(scaled))

    def __add__(self, other: Fte) -> Fte:
        return Fte(self.hundredths + other.hundredths)

    def __sub__(self, other: Fte) -> Fte:
        return Fte(self.hundredths - other.hundredths)

    def __neg__(self) -> Fte:
        return Fte(-self.hundredths)

    def __abs__(self) -> Fte:
        return Fte(abs(self.hundredths))

    @property
    def amount(self) -> Decimal:
        """The amount in fte, with two decimals."""
        return Decimal(self.hundredths) / 100


NO_FTE = Fte(0)


def sum_fte(amounts: list[Fte | None]) -> Fte | None:
    """Return the exact sum, or `None` as soon as one amount is unknown."""
    total = 0
    for amount in amounts:
        if amount is None:
            return None
        total += amount.hundredths
    return Fte(total)
