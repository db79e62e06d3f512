"""Sums of the register for maps, trends and cards, and what each sum rests on."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row

from workbench.domain.delivery import ALL_SECTORS, Delivery, FteValue, Notion
from workbench.domain.fte import Fte
from workbench.domain.slice import Detail, Level, Slice, level_of
from workbench.store import figure_sql as sql
from workbench.store.columns import write_day
from workbench.store.connection import Store
from workbench.store.deliveries import read_delivery
from workbench.store.pivot_sql import DETAILS, LEVELS
from workbench.store.values import read_value

BY_PLACE, BY_SECTOR, BY_ORGANISATION = "place", "sector", "organisation"


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
class Chosen:
    """Which figures of a slice; an empty choice leaves nothing out.

    Attributes:
        parts: Organisations that are counted in those above them, so not again.
        methods: Only deliveries that were counted by these.
        samples: Only invented figures, or only others; `None` for all.
    """

    days: Collection[date] = ()
    places: Collection[str] = ()
    sectors: Collection[str] = ()
    organisations: Collection[str] = ()
    parts: Collection[str] = ()
    methods: Collection[str] = ()
    samples: bool | None = None


EVERYTHING = Chosen()


def sum_figures(
    store: Store, slice_: Slice, *, by: Collection[str] = (), chosen: Chosen = EVERYTHING
) -> list[Sum]:
    """Return the sums per reference date and per what it is grouped by."""
    columns = (BY_PLACE, BY_SECTOR, BY_ORGANISATION)
    keys = [f"x.{name}" if name in by else f"'' as {name}" for name in columns]
    order = [f"x.{name}" for name in columns if name in by]
    pieces = {
        "keys": ", ".join(keys),
        "order": ", ".join(order) or "1",
        "groups": ", ".join(["k.reference_date", *order]),
        "conditions": _conditions(slice_, chosen),
    }
    is_few = bool(chosen.places or chosen.organisations)
    return _sums(store, pieces, _given(slice_, chosen), is_few=is_few)


def sum_cells(
    store: Store, slice_: Slice, chosen: Chosen = EVERYTHING
) -> list[tuple[Detail, Level, Sum]]:
    """Return the sums per date, place and sector of every breakdown and level at once.

    Of `slice_` only the notion, the horizon and the day as of which count: reading is
    what takes the time, so all is read once. `organisation` tells only the breakdown.
    """
    order = f"x.place, x.sector, {sql.IS_PART}"
    pieces = {
        "keys": f"{order} as organisation",
        "order": order,
        "groups": f"k.reference_date, {order}",
        "conditions": sql.NO_PARTS + "".join(_only(chosen)),
    }
    given = _given(slice_, chosen)
    found = _sums(store, pieces, given, is_few=bool(chosen.places))
    return [(_detail_of(one), level_of(one.place), one) for one in found]


def list_moments(
    store: Store, known_on: date | None = None
) -> list[tuple[date, int | None, bool]]:
    """Return each reference date with its horizon, and whether it is invented."""
    return [
        (date.fromisoformat(row["reference_date"]), row["horizon"], bool(row["is_sample"]))
        for row in store.query(sql.MOMENTS, {"known_on": write_day(known_on)})
    ]


def list_notions(store: Store) -> list[Notion]:
    return [Notion(row["notion"]) for row in store.query(sql.NOTIONS)]


def methods_of_days(
    store: Store, slice_: Slice, *, samples: bool | None = None
) -> dict[date, dict[str, date]]:
    """Return by which methods each date was counted, each with its first delivery.

    The first method is the one of that date; a later one is a second count.
    """
    found: dict[date, dict[str, date]] = {}
    given = {
        "horizon": slice_.horizon,
        "known_on": write_day(slice_.known_on),
        "samples": samples,
    }
    for row in store.query(sql.METHODS, given):
        day = date.fromisoformat(row["reference_date"])
        since = date.fromisoformat(row["since"])
        found.setdefault(day, {})[row["method"]] = since
    return found


def find_origins(
    store: Store, slice_: Slice, chosen: Chosen, *, limit: int = 200
) -> list[tuple[FteValue, Delivery]]:
    """Return the figures a sum rests on, each with its delivery."""
    text = sql.ORIGINS.format(conditions=_conditions(slice_, chosen))
    rows = store.query(text, {**_given(slice_, chosen), "limit": limit})
    return [(read_value(row), read_delivery(row)) for row in rows]


def _conditions(slice_: Slice, chosen: Chosen) -> str:
    return LEVELS[slice_.level] + DETAILS[slice_.detail] + "".join(_only(chosen))


def _only(chosen: Chosen) -> list[str]:
    return [
        sql.ONLY.format(column=column)
        for column, wanted in (
            (BY_PLACE, chosen.places),
            (BY_SECTOR, chosen.sectors),
            (BY_ORGANISATION, chosen.organisations),
        )
        if wanted
    ]


def _detail_of(found: Sum) -> Detail:
    if found.organisation:
        return Detail.ORGANISATIONS
    return Detail.TOTALS if found.sector == ALL_SECTORS else Detail.SECTORS


def _given(slice_: Slice, chosen: Chosen) -> dict[str, object]:
    return {
        "notion": slice_.notion,
        "horizon": slice_.horizon,
        "known_on": write_day(slice_.known_on),
        "days": json.dumps([day.isoformat() for day in chosen.days]),
        "parts": json.dumps(sorted(chosen.parts)),
        "methods": json.dumps(sorted(chosen.methods)),
        "samples": chosen.samples,
        BY_PLACE: json.dumps(sorted(chosen.places)),
        BY_SECTOR: json.dumps(sorted(chosen.sectors)),
        BY_ORGANISATION: json.dumps(sorted(chosen.organisations)),
    }


def _sums(
    store: Store, pieces: dict[str, str], given: dict[str, object], *, is_few: bool
) -> list[Sum]:
    asked = sql.SUMS if is_few else sql.SUMS_OF_ALL
    rows = store.query(asked.format(**pieces), given)
    lone: set[tuple[str, ...]] = set()
    if any(row["civil"] is not None or row["external"] is not None for row in rows):
        lone = {tuple(row) for row in store.query(sql.LONE.format(**pieces), given)}
    return [_sum(row, lone) for row in rows]


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
