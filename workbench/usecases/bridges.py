"""The bridge between two reference dates, and trends with their breaks of method."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from workbench.analysis.bridge import (
    Bridge,
    BridgeCell,
    BridgeInput,
    Part,
    build_bridge,
    statement_bridge,
)
from workbench.analysis.trends import (
    DecidedStep,
    Trend,
    TrendPoint,
    build_trend,
    split_decided,
)
from workbench.domain.adjustment import Adjustment
from workbench.domain.delivery import (
    ALL_SECTORS,
    WHOLE_COUNTRY,
    Method,
    Statement,
    StatementKind,
)
from workbench.domain.fte import Fte
from workbench.domain.organisation import Lineage
from workbench.domain.place import BY_CODE
from workbench.domain.slice import Detail
from workbench.store import deliveries, figures, organisations
from workbench.store.figures import BY_ORGANISATION, BY_PLACE, BY_SECTOR, Chosen
from workbench.store.pivots import borrow_reader
from workbench.usecases.adjustments import known_causes, real_changes
from workbench.usecases.context import Context
from workbench.usecases.effects import decided_changes
from workbench.usecases.figures import View, amounts_of_days, methods_of
from workbench.usecases.methods import list_methods

Key = tuple[str, str, str]
_Dated = TypeVar("_Dated", Adjustment, Lineage)


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeView:
    """A bridge with what must be said about it.

    Attributes:
        published_on: As of which day the earlier date is read as published.
        detail: Per organisation, sector or total: only organisations tell real change.
        method_before: Key of the method of the earlier date.
    """

    bridge: Bridge
    before: date
    after: date
    published_on: date
    detail: Detail
    method_before: str
    method_after: str
    was_restated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTrend:
    """The trend of one place; forecasts by year, as told on the newest date.

    Attributes:
        decided: Each step split in what adopted advices planned, and what went by itself.
    """

    place: str
    trend: Trend
    decided: tuple[DecidedStep, ...]
    forecasts: tuple[TrendPoint, ...] = ()
    is_sample: bool = False


def bridge_between(
    context: Context, before: date, after: date, view: View | None = None
) -> BridgeView:
    """Return why the figures of two dates differ, cell by cell."""
    view = view or View()
    methods = methods_of(context, view)
    old, new = methods.get(before, {}), methods.get(after, {})
    method_before, method_after = next(iter(old), ""), next(iter(new), "")
    changed = method_before != method_after
    restated_by = [method_after] if changed and method_after in old else []
    own = [key for key in old if key not in restated_by]
    first = min((old[key] for key in own), default=before)
    published_on = max(first, date(before.year, 12, 31))
    detail = _detail(context, view, before, after)
    then = replace(view, known_on=min(published_on, view.known_on or published_on))
    read = _Reader(context, detail)
    given = BridgeInput(
        published=read.keys(then, before, own),
        known=read.keys(view, before, own),
        restated=read.keys(view, before, restated_by) if restated_by else {},
        after=read.keys(view, after, [method_after] if method_after else []),
        method_before=method_before,
        method_after=method_after,
        adjustments=_between(known_causes(context), before, after),
        lineage=_between(organisations.list_lineage(context.store), before, after),
        names=read.names(after),
    )
    return BridgeView(
        bridge=build_bridge(given),
        before=before,
        after=after,
        published_on=published_on,
        detail=detail,
        method_before=method_before,
        method_after=method_after,
        was_restated=bool(restated_by),
    )


def prepare_bridge(
    context: Context, before: date, after: date, view: View
) -> Callable[[], BridgeView]:
    """Return the work of a bridge for a job, which reads by a connection of its own."""

    def work() -> BridgeView:
        with borrow_reader(context.store) as reader:
            return bridge_between(replace(context, store=reader), before, after, view)

    return work


def published_bridges(context: Context) -> list[tuple[Statement, BridgeCell]]:
    """Return the published changes of which a source also tells what part was real."""
    causes = known_causes(context)
    found = []
    for told in deliveries.list_statements(context.store):
        if told.kind is not StatementKind.CHANGE or told.unit != "fte" or not told.value:
            continue
        real = [
            one
            for one in real_changes()
            if one.place == told.province
            and one.from_date.isoformat() == told.reference_date
            and one.until.isoformat() == told.until
        ]
        if not real:
            continue
        open_causes = [
            one
            for one in causes
            if one.amount is None
            and told.province in (one.from_place, one.to_place)
            and told.reference_date < one.day.isoformat() <= told.until
        ]
        total = Fte(sum(one.change.hundredths for one in real))
        cell = statement_bridge(
            told.province,
            Fte.of(told.value),
            {Part.REAL: total},
            [one.note for one in open_causes],
            has_open_cause=bool(open_causes),
        )
        found.append((told, cell))
    return found


def trends_of(
    context: Context,
    places: Sequence[str],
    sector: str = ALL_SECTORS,
    view: View | None = None,
) -> list[PlaceTrend]:
    """Return the trend of each place, each date counted by its own method."""
    view = view or View()
    methods = methods_of(context, view)
    own = {day: next(iter(found), "") for day, found in methods.items()}
    points: dict[str, list[TrendPoint]] = {place: [] for place in places}
    restated: dict[str, dict[date, Fte]] = {place: {} for place in places}
    samples = False
    for method in dict.fromkeys(own.values()):
        for found in amounts_of_days(
            context, view=view, methods=[method], places=_only(places)
        ):
            samples = samples or found.is_sample
            for place in places:
                amount = found.amount(place, sector)
                if own.get(found.day) == method:
                    point = TrendPoint(day=found.day, amount=amount, method=method)
                    points[place].append(point)
                elif amount is not None:
                    restated[place][found.day] = amount
    books = methods_by_key(context)
    forecasts = _forecasts(context, places, sector, view)
    trends = {place: build_trend(points[place], books, restated[place]) for place in places}
    return [
        PlaceTrend(
            place=place,
            trend=trends[place],
            decided=split_decided(trends[place].steps, decided_changes(context, place)),
            forecasts=tuple(forecasts.get(place, ())),
            is_sample=samples,
        )
        for place in places
    ]


def methods_by_key(context: Context) -> dict[str, Method]:
    """Return what is known of each method."""
    return {row.method.key: row.method for row in list_methods(context)}


def moved_nationally(bridge: Bridge) -> Fte:
    """Return how many fte moved between places, each counted once."""
    moved = [bridge.place(place).part(Part.MOVE) for place in bridge.places]
    return Fte(sum(one.hundredths for one in moved if one.hundredths > 0))


def is_open_part(part: Part) -> bool:
    """Return whether a part still waits for an explanation."""
    return part in (Part.NOT_SPLIT, Part.UNEXPLAINED)


class _Reader:
    """Reads figures by organisation, place and sector, in one breakdown."""

    def __init__(self, context: Context, detail: Detail) -> None:
        self._context = context
        self._detail = detail

    def keys(self, view: View, day: date, methods: Sequence[str]) -> dict[Key, Fte | None]:
        found = figures.sum_figures(
            self._context.store,
            view.slice_of(self._detail),
            by=(BY_ORGANISATION, BY_PLACE, BY_SECTOR),
            chosen=Chosen(days=[day], methods=methods, samples=view.samples),
        )
        return {
            (one.organisation, one.place, one.sector): one.amount
            for one in found
            if one.place in BY_CODE
        }

    def names(self, day: date) -> Mapping[str, str]:
        if self._detail is not Detail.ORGANISATIONS:
            return {}
        known = organisations.list_organisations(self._context.store)
        return {one.id: one.name_on(day) for one in known}


def _detail(context: Context, view: View, before: date, after: date) -> Detail:
    """Return the finest breakdown that both dates have."""
    for detail in (Detail.ORGANISATIONS, Detail.SECTORS):
        read = _Reader(context, detail)
        if all(read.keys(view, day, ()) for day in (before, after)):
            return detail
    return Detail.TOTALS


def _forecasts(
    context: Context, places: Sequence[str], sector: str, view: View
) -> dict[str, list[TrendPoint]]:
    """Return what was foreseen on the newest date that has forecasts."""
    moments = [
        (day, year)
        for day, year, is_sample in figures.list_moments(context.store, view.known_on)
        if year is not None and is_sample == view.samples
    ]
    newest = max((day for day, _ in moments), default=None)
    years = [year for day, year in moments if day == newest]
    found: dict[str, list[TrendPoint]] = {}
    for year in years if newest else ():
        ahead = replace(view, horizon=year)
        asked = _only(places)
        for amounts in amounts_of_days(context, _listed(newest), ahead, places=asked):
            for place in places:
                point = TrendPoint(
                    day=date(year, amounts.day.month, amounts.day.day),
                    amount=amounts.amount(place, sector),
                    horizon=year,
                )
                found.setdefault(place, []).append(point)
    return found


def _only(places: Sequence[str]) -> Sequence[str]:
    """Return the places to read; the country needs all of them."""
    return () if WHOLE_COUNTRY in places else places


def _listed(day: date | None) -> list[date]:
    return [] if day is None else [day]


def _between(found: Sequence[_Dated], before: date, after: date) -> list[_Dated]:
    return [one for one in found if before < one.day <= after]
