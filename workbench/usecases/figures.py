"""The figures of a date as they are looked at: per province, per sector, and as a whole.

A total comes from what was delivered as a total; where none was, from its parts if they
are all there. Figures of different slices are never added up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from workbench.domain.delivery import ALL_SECTORS, WHOLE_COUNTRY, Delivery, FteValue, Notion
from workbench.domain.fte import Fte, sum_fte
from workbench.domain.organisation import Sector
from workbench.domain.place import PROVINCES
from workbench.domain.rule import ProvinceList
from workbench.domain.slice import Detail, Level, Slice
from workbench.store import figures, organisations
from workbench.store.figures import Chosen, Sum
from workbench.usecases.context import Context
from workbench.usecases.pivot_facts import Surroundings

RANDSTAD = "randstad"
PROVINCE_CODES = tuple(place.code for place in PROVINCES)
SECTOR_KEYS = tuple(str(sector) for sector in Sector)
_MOST_ORIGINS = 5_000
Cell = tuple[str, str]
Taken = tuple[Detail, Level]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Which figures are looked at, whatever their breakdown.

    Attributes:
        samples: The invented figures; they are never mixed with others.
    """

    notion: Notion = Notion.DUTY_STATION
    horizon: int | None = None
    known_on: date | None = None
    samples: bool = False

    def slice_of(self, detail: Detail, level: Level = Level.PROVINCE) -> Slice:
        return Slice(
            notion=self.notion,
            level=level,
            detail=detail,
            horizon=self.horizon,
            known_on=self.known_on,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAmounts:
    """The amounts of one reference date.

    Attributes:
        cells: By place and sector; a total has the sector "totaal" and what is missing
            is unknown.
        details: From which breakdown and level each cell was taken.
        methods: Keys of the methods they were counted by, the first its own.
    """

    day: date
    cells: Mapping[Cell, Fte | None] = field(default_factory=dict)
    details: Mapping[Cell, Taken] = field(default_factory=dict)
    methods: tuple[str, ...] = ()
    is_sample: bool = False

    def amount(self, place: str, sector: str = ALL_SECTORS) -> Fte | None:
        return self.cells.get((place, sector))

    def by_province(self, sector: str = ALL_SECTORS) -> dict[str, Fte | None]:
        """Return every province; an unknown one is `None`."""
        return {code: self.amount(code, sector) for code in PROVINCE_CODES}

    @property
    def whole(self) -> Fte | None:
        return self.amount(WHOLE_COUNTRY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What one amount rests on.

    Attributes:
        figures: The delivered values with their deliveries; no more than some thousands.
        names: Names of the organisations among them.
        is_cut: There are more.
    """

    figures: tuple[tuple[FteValue, Delivery], ...]
    names: Mapping[str, str] = field(default_factory=dict)
    is_cut: bool = False


def list_days(context: Context, view: View) -> list[date]:
    """Return the reference dates of which there are figures, oldest first."""
    return sorted(
        {
            day
            for day, horizon, is_sample in figures.list_moments(
                context.store, view.known_on
            )
            if horizon == view.horizon and is_sample == view.samples
        }
    )


def list_views(context: Context) -> list[View]:
    """Return what can be looked at: each notion, actual figures and forecasts."""
    notions = figures.list_notions(context.store)
    moments = figures.list_moments(context.store)
    found = {
        View(notion=notion, horizon=horizon, samples=is_sample)
        for _, horizon, is_sample in moments
        for notion in notions
    }
    return sorted(found, key=lambda one: (one.samples, one.notion, one.horizon or 0))


def amounts_on(context: Context, day: date, view: View | None = None) -> DayAmounts:
    """Return all amounts of one date."""
    found = amounts_of_days(context, [day], view)
    return found[0] if found else DayAmounts(day=day)


def amounts_of_days(
    context: Context,
    days: Sequence[date] = (),
    view: View | None = None,
    *,
    places: Sequence[str] = (),
    methods: Sequence[str] = (),
) -> list[DayAmounts]:
    """Return the amounts of some dates, places or methods; of all when not named."""
    view = view or View()
    chosen = Chosen(days=days, places=places, methods=methods, samples=view.samples)
    sums = _read(context, view, chosen)
    counted = methods_of(context, view)
    return [
        _settle(day, found, tuple(methods or counted.get(day, ())))
        for day, found in sorted(sums.items())
    ]


def methods_of(context: Context, view: View) -> dict[date, dict[str, date]]:
    """Return the methods of each date with their first delivery, the own method first."""
    slice_ = view.slice_of(Detail.TOTALS)
    return figures.methods_of_days(context.store, slice_, samples=view.samples)


def origin_of(
    context: Context, amounts: DayAmounts, place: str, sector: str, view: View
) -> Origin:
    """Return the delivered figures that an amount was taken from."""
    taken = amounts.details.get((place, sector))
    if taken is None:
        return Origin(figures=())
    detail, level = taken
    is_summed = place == WHOLE_COUNTRY and level is Level.PROVINCE
    chosen = Chosen(
        days=[amounts.day],
        places=PROVINCE_CODES if is_summed else [place],
        sectors=[] if sector == ALL_SECTORS else [sector],
        parts=_parts(context, view, amounts.day),
        samples=view.samples,
    )
    slice_ = view.slice_of(detail, level)
    found = figures.find_origins(context.store, slice_, chosen, limit=_MOST_ORIGINS)
    names = {}
    if detail is Detail.ORGANISATIONS:
        known = organisations.list_organisations(context.store)
        names = {one.id: one.name_on(amounts.day) for one in known}
    is_cut = len(found) == _MOST_ORIGINS
    return Origin(figures=tuple(found), names=names, is_cut=is_cut)


def randstad_on(context: Context, day: date) -> ProvinceList | None:
    """Return what is meant by Randstad on a day; `None` when it is not laid down."""
    lists = context.rules.lists
    return next((one for one in lists if one.key == RANDSTAD and one.holds_on(day)), None)


def _read(
    context: Context, view: View, chosen: Chosen
) -> dict[date, dict[Taken, list[Sum]]]:
    found: dict[date, dict[Taken, list[Sum]]] = {}
    slice_ = view.slice_of(Detail.TOTALS)
    for choice in _choices(context, view, chosen):
        for detail, level, one in figures.sum_cells(context.store, slice_, choice):
            of_day = found.setdefault(one.reference_date, {})
            of_day.setdefault((detail, level), []).append(one)
    return found


def _choices(context: Context, view: View, chosen: Chosen) -> list[Chosen]:
    """Return one choice for all days, or one for each where units make a difference."""
    if not organisations.has_units(context.store):
        return [chosen]
    return [
        replace(chosen, days=[day], parts=_parts(context, view, day))
        for day in chosen.days or list_days(context, view)
    ]


def _parts(context: Context, view: View, day: date) -> frozenset[str]:
    if not organisations.has_units(context.store):
        return frozenset()
    slice_ = view.slice_of(Detail.ORGANISATIONS)
    around = Surroundings.read(context, context.store, slice_)
    return around.parts_on(slice_, day)


def _settle(
    day: date, sums: Mapping[Taken, list[Sum]], methods: tuple[str, ...]
) -> DayAmounts:
    cells: dict[Cell, Fte | None] = {}
    details: dict[Cell, Taken] = {}
    for detail in Detail:
        for level in (Level.COUNTRY, Level.PROVINCE):
            for cell, amount in _cells(sums.get((detail, level), []), detail).items():
                if cells.get(cell) is None:
                    cells[cell], details[cell] = amount, (detail, level)
    _add_wholes(cells, details)
    every = [one for found in sums.values() for one in found]
    return DayAmounts(
        day=day,
        cells=cells,
        details=details,
        methods=methods,
        is_sample=any(one.is_sample for one in every),
    )


def _cells(sums: Sequence[Sum], detail: Detail) -> dict[Cell, Fte | None]:
    cells: dict[Cell, Fte | None] = {(one.place, one.sector): one.amount for one in sums}
    if detail is Detail.TOTALS:
        return cells
    of_places: dict[str, list[Fte | None]] = {}
    for one in sums:
        of_places.setdefault(one.place, []).append(one.amount)
    for place, amounts in of_places.items():
        if detail is Detail.ORGANISATIONS or len(amounts) == len(SECTOR_KEYS):
            cells[place, ALL_SECTORS] = sum_fte(amounts)
    return cells


def _add_wholes(cells: dict[Cell, Fte | None], details: dict[Cell, Taken]) -> None:
    """Add the country where every province is known, and nowhere else."""
    for sector in (ALL_SECTORS, *SECTOR_KEYS):
        if cells.get((WHOLE_COUNTRY, sector)) is not None:
            continue
        whole = sum_fte([cells.get((code, sector)) for code in PROVINCE_CODES])
        if whole is not None:
            cells[WHOLE_COUNTRY, sector] = whole
            details[WHOLE_COUNTRY, sector] = details[PROVINCE_CODES[0], sector]
