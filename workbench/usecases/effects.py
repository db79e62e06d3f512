"""What chosen cases do to the spread together, and how near provinces are to a class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.analysis.effects import (
    Effect,
    TippingPoint,
    effects_of,
    say_tipping,
    tipping_points,
)
from workbench.analysis.indices import SpreadMeasures, measure_spread
from workbench.analysis.shares import Line, RandstadSplit, compare, split_randstad
from workbench.domain.case import CaseId, CaseSummary, Stage
from workbench.domain.delivery import WHOLE_COUNTRY
from workbench.domain.fte import NO_FTE, Fte
from workbench.domain.rule import ProvinceList
from workbench.store import benchmarks, cases
from workbench.store.benchmarks import Benchmark
from workbench.usecases.context import Context
from workbench.usecases.figures import (
    PROVINCE_CODES,
    DayAmounts,
    View,
    amounts_on,
    randstad_on,
)

__all__ = ["Benchmark"]  # a page chooses one

_DECIDED = (Stage.ADOPTED, Stage.SENT, Stage.CLOSED)
INSIDE, OUTSIDE = "Randstad", "Buiten de Randstad"


@dataclass(frozen=True, slots=True, kw_only=True)
class BasketEffect:
    """What a basket of cases does.

    Attributes:
        effects: Per province it touches, then inside and outside the Randstad, then "NL".
        tipping: Sentences on from how many fte each of these provinces changes class.
        unclear: Numbers of cases whose division over provinces is not filled in.
    """

    day: date
    effects: tuple[Effect, ...]
    tipping: tuple[str, ...]
    definition: ProvinceList | None
    unclear: tuple[str, ...]
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two dates side by side, per province and for the Randstad as it was on the later.

    Attributes:
        split: `None` where the Randstad is not laid down.
    """

    before: DayAmounts
    after: DayAmounts
    lines: tuple[Line, ...]
    split: RandstadSplit | None
    definition: ProvinceList | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredSpread:
    """The indices of one date against one benchmark."""

    day: date
    measures: SpreadMeasures
    benchmark: Benchmark | None
    definition: ProvinceList | None
    is_sample: bool


def decided_cases(context: Context) -> list[CaseSummary]:
    """Return the cases whose advice was adopted, for a cumulative effect."""
    return [one for one in cases.find_cases(context.store) if one.stage in _DECIDED]


def decided_changes(context: Context, place: str) -> dict[date, Fte]:
    """Return by day what adopted advices change in a place, or in the whole country.

    A case counts at the end of the year it is planned for; without one it counts nowhere.
    """
    changes: dict[date, Fte] = {}
    for summary in decided_cases(context):
        case = cases.load_case(context.store, summary.id)
        found = [
            shift.change
            for shift in case.shifts
            if place in (shift.province, WHOLE_COUNTRY) and shift.change is not None
        ]
        if case.planned_year is not None and found:
            day = date(case.planned_year, 12, 31)
            total = sum(one.hundredths for one in found)
            changes[day] = Fte(changes.get(day, NO_FTE).hundredths + total)
    return changes


def basket_effect(
    context: Context, case_ids: Sequence[CaseId], day: date, view: View | None = None
) -> BasketEffect:
    """Return what the cases do together to the figures of a date."""
    amounts = amounts_on(context, day, view)
    by_province = amounts.by_province()
    baskets: list[dict[str, Fte | None]] = []
    unclear = []
    for case_id in case_ids:
        case = cases.load_case(context.store, case_id)
        if not case.shifts:
            unclear.append(case.number)
        baskets.append({shift.province: shift.change for shift in case.shifts})
    definition = randstad_on(context, day)
    effects = effects_of(by_province, amounts.whole, baskets, _regions(definition))
    touched = sorted({place for basket in baskets for place in basket})
    return BasketEffect(
        day=day,
        effects=effects,
        tipping=tuple(
            say_tipping(point) for code in touched for point in tips_of(amounts, code)
        ),
        definition=definition,
        unclear=tuple(unclear),
        is_sample=amounts.is_sample,
    )


def tips_of(amounts: DayAmounts, code: str) -> tuple[TippingPoint, ...]:
    """Return from how many fte a province changes class, by growth and by moving."""
    by_province = amounts.by_province()
    return tuple(
        point
        for is_move in (False, True)
        for point in tipping_points(by_province, amounts.whole, code, is_move=is_move)
    )


def compare_days(
    context: Context, before: date, after: date, view: View | None = None
) -> Comparison:
    """Return two dates side by side."""
    old, new = amounts_on(context, before, view), amounts_on(context, after, view)
    definition = randstad_on(context, after)
    was, became = old.by_province(), new.by_province()
    split = None
    if definition is not None:
        split = split_randstad(was, became, definition.provinces, old.whole, new.whole)
    return Comparison(
        before=old,
        after=new,
        lines=compare(was, became, old.whole, new.whole),
        split=split,
        definition=definition,
    )


def list_benchmarks(context: Context) -> list[Benchmark]:
    """Return what the spread can be held against, by name and date."""
    return benchmarks.list_benchmarks(context.store)


def measures_on(
    context: Context, day: date, benchmark: Benchmark | None, view: View | None = None
) -> MeasuredSpread:
    """Return every index of a date; without a benchmark only what needs none."""
    amounts = amounts_on(context, day, view)
    definition = randstad_on(context, day)
    against = benchmarks.load_benchmark(context.store, benchmark) if benchmark else {}
    inside = definition.provinces if definition else frozenset()
    return MeasuredSpread(
        day=day,
        measures=measure_spread(amounts.by_province(), against, inside),
        benchmark=benchmark,
        definition=definition,
        is_sample=amounts.is_sample,
    )


def _regions(definition: ProvinceList | None) -> dict[str, str] | None:
    if definition is None:
        return None
    return {
        code: INSIDE if code in definition.provinces else OUTSIDE for code in PROVINCE_CODES
    }
