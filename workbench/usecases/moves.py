"""Lists the moves between provinces that Parliament is told of, each counted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.analysis import moves
from workbench.analysis.moves import Move
from workbench.domain.adjustment import Adjustment, AdjustmentKind
from workbench.domain.errors import FactInvalidError
from workbench.domain.fte import NO_FTE, Fte, sum_fte
from workbench.domain.notation import write_date
from workbench.domain.rule import Setting
from workbench.usecases.adjustments import known_causes
from workbench.usecases.context import Context

_THRESHOLD = "report-threshold"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedMoves:
    """The moves of one period that Parliament is told of.

    Attributes:
        threshold: From how many fte, with its source.
        total: Each move once, however many provinces it touches.
        unknown: Moves between provinces of which the amount was not published.
    """

    moves: tuple[Move, ...]
    threshold: Setting
    total: Fte
    unknown: int


def reported_moves(context: Context, after: date, until: date) -> ReportedMoves:
    """Return the moves after one reference date, up to and with another.

    The threshold is the one that holds on `until`.

    Raises:
        FactInvalidError: For a day on which no threshold holds.
    """
    threshold = report_threshold(context, until)
    causes = known_causes(context)
    reported = moves.reportable_moves(causes, Fte.of(threshold.value), after, until)
    return ReportedMoves(
        moves=tuple(reported),
        threshold=threshold,
        total=sum_fte([one.amount for one in reported]) or NO_FTE,
        unknown=_unknown_moves(causes, after, until),
    )


def report_threshold(context: Context, day: date) -> Setting:
    """Return from how many fte a move between provinces is reported on `day`.

    Raises:
        FactInvalidError: No threshold holds on that day.
    """
    held = [
        one for one in context.rules.settings if one.key == _THRESHOLD and one.holds_on(day)
    ]
    if not held:
        raise FactInvalidError(
            field="Tot en met",
            value=write_date(day),
            expected="een dag waarop een drempel voor melding geldt",
        )
    return max(held, key=lambda one: one.valid_from)


def _unknown_moves(causes: Sequence[Adjustment], after: date, until: date) -> int:
    return sum(
        one.kind is AdjustmentKind.MOVE and one.amount is None and after < one.day <= until
        for one in causes
    )
