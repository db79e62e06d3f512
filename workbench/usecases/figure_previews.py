"""Looks at tables of figures before they are taken in: sums, differences and questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.analysis.checks import (
    Check,
    CheckKind,
    Difference,
    DifferenceKind,
    Outcome,
    check_values,
    compare_values,
)
from workbench.domain.dates import year_before
from workbench.domain.delivery import ALL_SECTORS, BenchmarkValue, FteValue
from workbench.domain.fte import Fte
from workbench.domain.place import find_province
from workbench.domain.slice import level_of
from workbench.exchange.return_review import ReturnReview
from workbench.exchange.table_layout import TableLayout
from workbench.exchange.table_values import TableReading
from workbench.rules import reference
from workbench.store import values
from workbench.usecases.context import Context
from workbench.usecases.figure_files import NOTHING_DECIDED, Decisions, FigureFile
from workbench.usecases.figure_signals import Unlikely, UnlikelyKind, find_unlikely
from workbench.usecases.return_cells import CellComparison, compare_cells, key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePlan:
    """Tables of one file with what they say: what the user wants to take in.

    Attributes:
        readings: Of each layout, in the same order.
        review: What the checks say of a yearly return; `None` for any other file.
        accepted: Cells of a return to take in; `None` for those that nothing speaks
            against.
    """

    source: FigureFile
    layouts: tuple[TableLayout, ...]
    readings: tuple[TableReading, ...]
    decisions: Decisions = NOTHING_DECIDED
    review: ReturnReview | None = None
    accepted: frozenset[str] | None = None

    @property
    def values(self) -> list[FteValue]:
        return [one for reading in self.readings for one in reading.values]

    @property
    def benchmarks(self) -> list[BenchmarkValue]:
        return [one for reading in self.readings for one in reading.benchmarks]

    @property
    def is_complete(self) -> bool:
        """Whether every question about the tables is answered and there are figures."""
        is_open = any(one.missing for one in self.layouts) or any(
            one.faults or one.unknown_words for one in self.readings
        )
        has_figures = any(one.values or one.benchmarks for one in self.readings)
        is_faulty = self.review is not None and self.review.faults > 0
        return has_figures and not is_open and not is_faulty


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """What taking a plan in would mean on a day.

    Attributes:
        unknown: Number of figures that are not filled in.
        differences: Per figure against what is known up to that day.
        unlikely: What is remarkable beside a year earlier; questions, not faults.
        is_overtaken: A later delivery holds figures of these dates; those keep counting.
        cells: Of a yearly return each cell beside what was sent and what is known now.
    """

    plan: FigurePlan
    delivered_on: date
    values: tuple[FteValue, ...]
    benchmarks: tuple[BenchmarkValue, ...]
    unknown: int
    checks: tuple[Check, ...]
    differences: tuple[Difference, ...]
    unlikely: tuple[Unlikely, ...]
    is_overtaken: bool
    cells: tuple[CellComparison, ...] = ()

    @property
    def doubles(self) -> tuple[Check, ...]:
        """Figures that stand twice; as long as there are any nothing is taken in."""
        return tuple(one for one in self.checks if one.kind is CheckKind.TWICE)

    @property
    def failed_checks(self) -> tuple[Check, ...]:
        """Sums that are not right; they are accepted with a reason or not at all."""
        return tuple(
            one
            for one in self.checks
            if one.outcome is Outcome.DIFFERS and one.kind is not CheckKind.TWICE
        )

    @property
    def corrects(self) -> bool:
        """Whether a figure that was known becomes another one, or unknown."""
        return any(
            one.kind is DifferenceKind.CHANGED and one.before is not None
            for one in self.differences
        )


def preview_figures(
    context: Context, plan: FigurePlan, delivered_on: date
) -> ImportPreview:
    """Return what taking a plan in would change; the store is only read.

    Takes long for many figures: lend the store to a job.
    """
    read = plan.values
    days = sorted({one.reference_date for one in read})
    then = _known(context, days, delivered_on)
    now = _known(context, days, None)
    cells = _lay_beside(plan, now)
    new = [one.value for one in cells if one.is_accepted] if plan.review else read
    earlier = _known(context, [year_before(day) for day in days], delivered_on)
    unlikely = find_unlikely(earlier, new)
    if plan.review:  # its own checks ask about the rest
        unlikely = tuple(one for one in unlikely if one.kind is UnlikelyKind.MOVE)
    return ImportPreview(
        plan=plan,
        delivered_on=delivered_on,
        values=tuple(new),
        benchmarks=tuple(plan.benchmarks),
        unknown=_count_unknown(new, plan.benchmarks),
        checks=check_values(new, control_totals()),
        differences=compare_values(_in_scope(then, new, plan), new),
        unlikely=unlikely,
        is_overtaken=_amounts(then) != _amounts(now),
        cells=cells,
    )


def _lay_beside(plan: FigurePlan, now: Sequence[FteValue]) -> tuple[CellComparison, ...]:
    """Return the cells of a return beside what was sent; of any other file none."""
    review, issue = plan.review, plan.source.returned
    if review is None or issue is None:
        return ()
    cells = compare_cells(review, issue.sent, plan.values, now)
    if plan.accepted is None:
        return cells
    wanted = plan.accepted
    return tuple(
        replace(one, is_accepted=one.can_be_accepted and one.value.cell in wanted)
        for one in cells
    )


def _amounts(values: Sequence[FteValue]) -> dict[tuple[object, ...], Fte | None]:
    return {key_of(one): one.value for one in values}


def _count_unknown(values: Sequence[FteValue], benchmarks: Sequence[BenchmarkValue]) -> int:
    return sum(one.value is None for one in values) + sum(
        one.value is None for one in benchmarks
    )


def control_totals() -> dict[date, Fte]:
    """Return the national totals that were published, by reference date."""
    return {
        one.reference_date: one.fte
        for one in reference.load_published_fte()
        if one.sector == ALL_SECTORS and find_province(one.place) is None
    }


def _known(context: Context, days: Sequence[date], on: date | None) -> list[FteValue]:
    return [
        one
        for day in days
        for one in values.values_known(context.store, on=on, reference_date=day)
    ]


def _in_scope(
    known: Sequence[FteValue], new: Sequence[FteValue], plan: FigurePlan
) -> list[FteValue]:
    """Return the known figures that these could replace: of the same sort.

    A return speaks of its own lines only; nothing else is gone because of it.
    """
    if plan.review is not None:
        keys = {key_of(one) for one in new}
        return [one for one in known if key_of(one) in keys]
    sorts = {_sort_of(one) for one in new}
    return [one for one in known if _sort_of(one) in sorts]


def _sort_of(value: FteValue) -> tuple[object, ...]:
    return (
        value.reference_date,
        value.horizon,
        value.notion,
        value.staff,
        level_of(value.place),
        bool(value.organisation),
    )
