"""Puts a large, invented and clearly marked register into a store.

Scale 1 is twelve provinces times 300 services times ten years, besides forecasts and
corrections; scale 31 is two million values.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workbench.domain.delivery import Delivery, FteValue, Method, Staff
from workbench.domain.fte import Fte
from workbench.store import adjustments, deliveries, methods, organisations
from workbench.usecases.context import Change, Context
from workbench.usecases.sample_services import (
    MARK,
    PLACES,
    STEP,
    YEARS,
    SampleHistory,
    ServiceYear,
    invent_history,
)

SEED = 337
BEFORE = Method(
    key="voorbeeld-oud",
    title=f"{MARK} oude telling",
    note="Verzonnen telwijze voor de voorbeeldcijfers.",
    source=MARK,
)
AFTER = Method(
    key="voorbeeld-nieuw",
    title=f"{MARK} nieuwe telling",
    from_date=date(2025, 1, 1),
    note="Verzonnen: vanaf 1 januari 2025 tellen stagiairs mee; 2024 is herrekend.",
    source=MARK,
)
_LONG_AGO = date(2018, 1, 1)
_CHANGED_IN = 2025
_MORE, _CIVIL = 1.015, 0.85
_HORIZONS = (1, 2, 3, 4)
_CORRECTED = (2019, 2022)
_ONE_IN, _SLIP = 97, 1_200
# One figure that nobody ever delivered, so that "niet ingevuld" can be looked at.
_NEVER = (YEARS.start, 40, PLACES.index("PV24"))
_COLUMNS = "CDEFGHIJKLMN"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """One invented delivery, its values still to be made.

    Attributes:
        ahead: How many years its figures lie ahead of the reference date.
    """

    title: str
    year: int
    delivered_on: date
    method: Method
    reason: str = ""
    ahead: tuple[int, ...] = (0,)
    is_correction: bool = False


def load_sample_figures(context: Context, scale: int = 1, seed: int = SEED) -> Change:
    """Put the sample register into the store, once, as one action that can be undone."""
    there = deliveries.list_deliveries(context.store)
    if any(one.is_sample and not one.is_withdrawn for one in there):
        return Change()
    lasting = [
        one.key
        for one in context.ministries
        if one.exists_on(_LONG_AGO) and one.exists_on(context.today())
    ]
    history = invent_history(scale, seed, lasting)
    with context.batch(f"{MARK}cijfers geladen"):
        _save_causes(context, history)
        for plan in _plans():
            delivery = Delivery(
                id=context.new_id(),
                title=plan.title,
                delivered_by=f"{MARK} ministeries",
                delivered_on=plan.delivered_on,
                method=plan.method.key,
                source=f"{MARK}, verzonnen door de werkbank",
                reason=plan.reason,
                is_sample=True,
            )
            values = list(_values(history, plan, seed))
            deliveries.insert_delivery(context.store, delivery, values)
    return Change(everything=True)


def _save_causes(context: Context, history: SampleHistory) -> None:
    for method in (BEFORE, AFTER):
        methods.save_method(context.store, method)
    for organisation in history.organisations.values():
        organisations.save_organisation(context.store, organisation)
    for lineage in history.lineage:
        organisations.save_lineage(context.store, lineage)
    for adjustment in history.adjustments:
        adjustments.save_adjustment(context.store, adjustment)


def _plans() -> Iterator[_Plan]:
    for year in YEARS:
        is_new = year >= _CHANGED_IN
        yield _Plan(
            title=f"{MARK} stand 1 januari {year}",
            year=year,
            delivered_on=date(year, 4, 1),
            method=AFTER if is_new else BEFORE,
        )
        if year in _CORRECTED:
            yield _Plan(
                title=f"{MARK} correctie stand 1 januari {year}",
                year=year,
                delivered_on=date(year, 9, 15),
                method=BEFORE,
                reason=f"{MARK}: telfouten en ontbrekende cijfers hersteld.",
                is_correction=True,
            )
        if year == _CHANGED_IN:
            yield _Plan(
                title=f"{MARK} herrekening stand 1 januari {year - 1}",
                year=year - 1,
                delivered_on=date(year, 4, 15),
                method=AFTER,
                reason=f"{MARK}: herrekend met de nieuwe telling.",
            )
    yield _Plan(
        title=f"{MARK} prognose {YEARS[-1] + 1}-{YEARS[-1] + _HORIZONS[-1]}",
        year=YEARS[-1],
        delivered_on=date(YEARS[-1], 4, 1),
        method=AFTER,
        ahead=_HORIZONS,
    )


def _values(history: SampleHistory, plan: _Plan, seed: int) -> Iterator[FteValue]:
    lines = history.years[plan.year]
    chance = random.Random(seed)
    trends = [chance.gauss(0.005, 0.01) for _ in lines]
    factor = _MORE if plan.method is AFTER else 1.0
    for ahead in plan.ahead:
        for row, (line, trend) in enumerate(zip(lines, trends, strict=True)):
            growth = factor * (1 + ahead * trend)
            for at, amount in enumerate(line.amounts):
                is_slip = _is_slip(plan.year, row, at)
                if is_slip or not plan.is_correction:
                    told: int | None = round(amount * growth / STEP) * STEP
                    if is_slip and not plan.is_correction:
                        told = None if row % 2 else amount + _SLIP
                    if (plan.year, row, at) == _NEVER:
                        told = None
                    yield from _figures(line, (row, at), told, plan.year, ahead)


def _is_slip(year: int, row: int, at: int) -> bool:
    """Return whether this figure was delivered wrongly first and corrected later."""
    return year in _CORRECTED and (row * len(PLACES) + at) % _ONE_IN == 0


def _figures(
    line: ServiceYear, position: tuple[int, int], amount: int | None, year: int, ahead: int
) -> Iterator[FteValue]:
    """Yield one figure, or two when civil servants and externals are told apart."""
    row, at = position
    parts: dict[Staff, int | None] = {Staff.BOTH: amount}
    if line.is_apart:
        civil = None if amount is None else round(amount * _CIVIL / STEP) * STEP
        external = None if amount is None or civil is None else amount - civil
        parts = {Staff.CIVIL: civil, Staff.EXTERNAL: external}
    for number, (staff, part) in enumerate(parts.items()):
        yield FteValue(
            reference_date=date(year, 1, 1),
            place=PLACES[at],
            sector=line.sector,
            organisation=line.organisation,
            staff=staff,
            horizon=year + ahead if ahead else None,
            value=None if part is None else Fte(part),
            cell=f"{year + ahead}!{_COLUMNS[at]}{2 * row + number + 2}",
        )
