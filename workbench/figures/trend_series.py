"""What a trend chart is given: lines with points through the years, and breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.figures.amounts import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One figure of a line; `amount` is fte or a share of one, or `None` for unknown."""

    day: date
    amount: Amount | None
    is_forecast: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendSeries:
    """One line of a chart.

    Attributes:
        key: Of its place, such as "PV22", "NL131" or "NL".
        is_main: Drawn heavier, such as the whole country beside one province.
    """

    key: str
    name: str
    points: tuple[TrendPoint, ...]
    is_main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendBreak:
    """A change of method: from `day` on the figures are counted otherwise."""

    day: date
    note: str


def days_of(series: Sequence[TrendSeries]) -> list[date]:
    """Return every day on which a line has a point, in order."""
    return sorted({point.day for line in series for point in line.points})
