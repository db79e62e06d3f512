"""Sums of the register for maps, trends and cards, and what each sum rests on."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row

from workbench.domain.delivery import Delivery, FteValue, Notion, Staff
from workbench.domain.fte import Fte
from workbench.domain.slice import Detail, Level, Slice, level_of
from workbench.store.columns import write_day
from workbench.store.connection import Store
from workbench.store.deliveries import read_delivery
from workbench.store.pivot_sql import DETAILS, LEVELS
from workbench.store.values import read_value

BY_PLACE, BY_SECTOR, BY_ORGANISATION = "place", "sector", "organisation"

_KNOWN = """
    with known as materialized (
        select s.number, s.reference_date, s.horizon, s.delivery_id, d.method, d.is_sample,
            exists (select 1 from replaced_figures r where r.set_number = s.number)
                as is_touched
        from value_sets s join deliveries d on d.id = s.delivery_id
        where d.withdrawn is null and s.horizon is :horizon
            and (:known_on is null or d.delivered_on <= :known_on)
            and (:days = '[]' or s.reference_date in (select value from json_each(:days)))
            and (:methods = '[]' or d.method in (select value from json_each(:methods)))
    )
"""
_ALL_FIGURES = """
    from known k cross join figures f on f.set_number = k.number
    cross join fte_series x on x.number = f.series
"""
# A few places or organisations are found by their series, not by reading everything.
_FIGURES_OF_SERIES = """
    from fte_series x cross join known k
    cross join figures f on f.set_number = k.number and f.series = x.number
"""
_COUNTS = """
    where x.notion = :notion
        and (not k.is_touched or not exists (select 1 from replaced_figures r
            where r.set_number = f.set_number and r.series = f.series
                and r.by_set in (select number from known)))
"""
_SUMS = f"""
    {_KNOWN}
    select k.reference_date, {{keys}},
        sum(case x.staff when '{Staff.CIVIL}' then f.value end) as civil,
        sum(case x.staff when '{Staff.EXTERNAL}' then f.value end) as external,
        sum(case x.staff when '{Staff.BOTH}' then f.value end) as whole,
        count(*) as count, count(*) - count(f.value) as unknown,
        max(k.is_sample) as is_sample
    {{figures}} {_COUNTS} {{conditions}}
    group by {{groups}} order by {{groups}}
"""
# Parts of a figure whose other part does not count; few, and none in most slices.
_LONE = f"""
    {_KNOWN}
    select distinct k.reference_date, {{keys}}
    {_FIGURES_OF_SERIES} {_COUNTS} {{conditions}} and x.staff <> '{Staff.BOTH}'
        and not exists (
            select 1 from fte_series y cross join known o
            cross join figures g on g.set_number = o.number and g.series = y.number
            where y.organisation = x.organisation and y.place = x.place
                and y.sector = x.sector and y.notion = x.notion
                and y.staff = case x.staff when '{Staff.CIVIL}' then '{Staff.EXTERNAL}'
                    else '{Staff.CIVIL}' end
                and o.reference_date = k.reference_date
                and (not o.is_touched or not exists (select 1 from replaced_figures r
                    where r.set_number = g.set_number and r.series = g.series
                        and r.by_set in (select number from known))))
"""
_ONLY = " and x.{column} in (select value from json_each(:{column}))"
_SLICES = """
    select x.notion, s.horizon, x.place, x.sector = 'totaal' as is_total,
        x.organisation <> '' as is_organisation, s.reference_date as day,
        count(*) as count
    from value_sets s join deliveries d on d.id = s.delivery_id
    join figures f on f.set_number = s.number join fte_series x on x.number = f.series
    where d.withdrawn is null
    group by 1, 2, 3, 4, 5, 6
"""
_METHODS = """
    select s.reference_date, d.method, min(d.delivered_on) as since
    from value_sets s join deliveries d on d.id = s.delivery_id
    where d.withdrawn is null and s.horizon is :horizon
        and (:known_on is null or d.delivered_on <= :known_on)
    group by s.reference_date, d.method order by s.reference_date, since, d.method
"""
_ORIGINS = f"""
    {_KNOWN}
    select k.reference_date, k.horizon, x.place, x.sector, x.organisation, x.notion,
        x.staff, f.value, f.kind, f.cell, d.*
    {_FIGURES_OF_SERIES} join deliveries d on d.id = k.delivery_id
    {_COUNTS} {{conditions}}
    order by x.organisation, x.place, x.sector, x.staff limit :limit
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Exact sums of one date; what it was not grouped by is empty.

    Attributes:
        whole: Of figures that do not tell civil servants and externals apart.
        unknown: How many figures were delivered as unknown.
        is_even: Every figure that was given in parts has both its parts.
    """

    reference_date: date
    place: str
    sector: str
    organisation: str
    civil: Fte | None
    external: Fte | None
    whole: Fte | None
    unknown: int
    count: int
    is_even: bool
    is_sample: bool

    @property
    def known(self) -> Fte:
        """What is filled in, together; a lower bound when something is unknown."""
        parts = (self.civil, self.external, self.whole)
        return Fte(sum(part.hundredths for part in parts if part is not None))

    @property
    def amount(self) -> Fte | None:
        """The sum, or `None` as soon as a part of it is unknown."""
        return self.known if not self.unknown and self.is_even else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SliceCount:
    """A slice the register has figures of; `slice_.known_on` is empty."""

    slice_: Slice
    days: tuple[date, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which figures of a slice; an empty choice leaves nothing out.

    Attributes:
        parts: Organisations that are counted in those above them, so not again.
        methods: Only deliveries that were counted by these.
    """

    days: Collection[date] = ()
    places: Collection[str] = ()
    sectors: Collection[str] = ()
    organisations: Collection[str] = ()
    parts: Collection[str] = ()
    methods: Collection[str] = ()


EVERYTHING = Chosen()


def sum_figures(
    store: Store, slice_: Slice, *, by: Collection[str] = (), chosen: Chosen = EVERYTHING
) -> list[Sum]:
    """Return the sums per reference date and per what it is grouped by."""
    columns = (BY_PLACE, BY_SECTOR, BY_ORGANISATION)
    keys = [f"x.{name}" if name in by else f"'' as {name}" for name in columns]
    groups = ["k.reference_date", *(f"x.{name}" for name in columns if name in by)]
    is_few = bool(chosen.places or chosen.organisations)
    pieces = {
        "keys": ", ".join(keys),
        "groups": ", ".join(groups),
        "figures": _FIGURES_OF_SERIES if is_few else _ALL_FIGURES,
        "conditions": _conditions(slice_, chosen),
    }
    given = _given(slice_, chosen)
    lone = {tuple(row) for row in store.query(_LONE.format(**pieces), given)}
    return [_sum(row, lone) for row in store.query(_SUMS.format(**pieces), given)]


def list_slices(store: Store) -> list[SliceCount]:
    """Return every slice there are figures of, the most detailed last."""
    found: dict[tuple[str, Level, Detail, int], tuple[set[date], int]] = {}
    for row in store.query(_SLICES):
        detail = Detail.TOTALS if row["is_total"] else Detail.SECTORS
        if row["is_organisation"]:
            detail = Detail.ORGANISATIONS
        key = (row["notion"], level_of(row["place"]), detail, row["horizon"] or 0)
        days, count = found.setdefault(key, (set(), 0))
        days.add(date.fromisoformat(row["day"]))
        found[key] = (days, count + row["count"])
    return [
        SliceCount(
            slice_=Slice(
                notion=Notion(notion), level=level, detail=detail, horizon=horizon or None
            ),
            days=tuple(sorted(days)),
            count=count,
        )
        for (notion, level, detail, horizon), (days, count) in sorted(found.items())
    ]


def methods_of_days(store: Store, slice_: Slice) -> dict[date, dict[str, date]]:
    """Return by which methods each date was counted, each with its first delivery.

    The first method is the one of that date; a later one is a second count.
    """
    found: dict[date, dict[str, date]] = {}
    given = {"horizon": slice_.horizon, "known_on": write_day(slice_.known_on)}
    for row in store.query(_METHODS, given):
        day = date.fromisoformat(row["reference_date"])
        since = date.fromisoformat(row["since"])
        found.setdefault(day, {})[row["method"]] = since
    return found


def find_origins(
    store: Store, slice_: Slice, chosen: Chosen, *, limit: int = 200
) -> list[tuple[FteValue, Delivery]]:
    """Return the figures a sum rests on, each with its delivery."""
    sql = _ORIGINS.format(conditions=_conditions(slice_, chosen))
    rows = store.query(sql, {**_given(slice_, chosen), "limit": limit})
    return [(read_value(row), read_delivery(row)) for row in rows]


def _conditions(slice_: Slice, chosen: Chosen) -> str:
    only = [
        _ONLY.format(column=column)
        for column, wanted in (
            (BY_PLACE, chosen.places),
            (BY_SECTOR, chosen.sectors),
            (BY_ORGANISATION, chosen.organisations),
        )
        if wanted
    ]
    return LEVELS[slice_.level] + DETAILS[slice_.detail] + "".join(only)


def _given(slice_: Slice, chosen: Chosen) -> dict[str, object]:
    return {
        "notion": slice_.notion,
        "horizon": slice_.horizon,
        "known_on": write_day(slice_.known_on),
        "days": json.dumps([day.isoformat() for day in chosen.days]),
        "parts": json.dumps(sorted(chosen.parts)),
        "methods": json.dumps(sorted(chosen.methods)),
        BY_PLACE: json.dumps(sorted(chosen.places)),
        BY_SECTOR: json.dumps(sorted(chosen.sectors)),
        BY_ORGANISATION: json.dumps(sorted(chosen.organisations)),
    }


def _sum(row: Row, lone: set[tuple[str, ...]]) -> Sum:
    # By position: a card reads thousands of these, and names take as long as the query.
    day, place, sector, organisation, civil, external, whole, count, unknown, sample = row
    return Sum(
        reference_date=date.fromisoformat(day),
        place=place,
        sector=sector,
        organisation=organisation,
        civil=None if civil is None else Fte(civil),
        external=None if external is None else Fte(external),
        whole=None if whole is None else Fte(whole),
        unknown=unknown,
        count=count,
        is_even=not lone or (day, place, sector, organisation) not in lone,
        is_sample=bool(sample),
    )
