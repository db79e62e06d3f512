"""Amounts through the years, with breaks of method and what remains comparable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from workbench.analysis.shares import growth_of
from workbench.domain.delivery import Method
from workbench.domain.fte import Fte


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One amount of a trend; `horizon` is the year of a forecast.

    Attributes:
        method: Key of the method; empty when unknown.
    """

    day: date
    amount: Fte | None
    method: str = ""
    horizon: int | None = None
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A date from which fte were counted by another method, with what that means."""

    day: date
    method_before: str
    method_after: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The change from one date to the next.

    Attributes:
        raw: As the two published amounts differ.
        comparable: With both counted by the same method; unknown across a break for
            which the earlier date was not counted again.
    """

    day_before: date
    day_after: date
    raw: Fte | None
    comparable: Fte | None
    growth_raw: Fraction | None
    growth_comparable: Fraction | None

    @property
    def is_break(self) -> bool:
        return self.raw != self.comparable


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Actual points in order, the steps between them, and the breaks."""

    points: tuple[TrendPoint, ...]
    steps: tuple[Step, ...]
    breaks: tuple[Break, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedStep:
    """A step split in what was decided and what went by itself (Sweden, RiR 2023:1)."""

    step: Step
    decided: Fte
    autonomous: Fte | None


def build_trend(
    points: Sequence[TrendPoint],
    methods: Mapping[str, Method],
    restated: Mapping[date, Fte],
) -> Trend:
    """Return the trend of actual amounts.

    `restated` holds, for a date just before a break, its amount by the new method.
    """
    ordered = sorted(
        (one for one in points if one.horizon is None), key=lambda one: one.day
    )
    steps, breaks = [], []
    for one, other in pairwise(ordered):
        changes = bool(one.method and other.method and one.method != other.method)
        if changes:
            breaks.append(_break(one, other, methods))
        start = restated.get(one.day) if changes else one.amount
        steps.append(_step(one, other, start))
    return Trend(points=tuple(ordered), steps=tuple(steps), breaks=tuple(breaks))


def split_decided(
    steps: Sequence[Step], decided: Mapping[date, Fte]
) -> tuple[DecidedStep, ...]:
    """Return for each step what decisions brought about in it, and the rest.

    `decided` tells by day how many fte a decision moved; those after the first day of a
    step and up to its last count.
    """
    found = []
    for step in steps:
        amounts = [
            one.hundredths
            for day, one in decided.items()
            if step.day_before < day <= step.day_after
        ]
        total = Fte(sum(amounts))
        rest = None if step.comparable is None else step.comparable - total
        found.append(DecidedStep(step=step, decided=total, autonomous=rest))
    return tuple(found)


def _break(one: TrendPoint, other: TrendPoint, methods: Mapping[str, Method]) -> Break:
    known = methods.get(other.method)
    note = known.note or known.title if known else other.method
    return Break(
        day=other.day, method_before=one.method, method_after=other.method, note=note
    )


def _step(one: TrendPoint, other: TrendPoint, start: Fte | None) -> Step:
    return Step(
        day_before=one.day,
        day_after=other.day,
        raw=_change(one.amount, other.amount),
        comparable=_change(start, other.amount),
        growth_raw=growth_of(one.amount, other.amount),
        growth_comparable=growth_of(start, other.amount),
    )


def _change(before: Fte | None, after: Fte | None) -> Fte | None:
    return None if before is None or after is None else after - before
