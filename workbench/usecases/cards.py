"""The card of a province and of a ministry: figures, running cases and what is foreseen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from workbench.analysis.shares import share_of
from workbench.domain.adjustment import Adjustment
from workbench.domain.case import CaseSummary, Stage
from workbench.domain.delivery import ALL_SECTORS, Statement, StatementKind
from workbench.domain.fte import Fte
from workbench.domain.notation import write_date
from workbench.domain.organisation import Ministry
from workbench.domain.place import BY_CODE
from workbench.domain.site import Site
from workbench.domain.slice import Detail, Level
from workbench.rules.instruments import load_instruments
from workbench.store import cases, deliveries, figures
from workbench.store.figures import BY_ORGANISATION, BY_PLACE, Chosen
from workbench.usecases.adjustments import known_causes
from workbench.usecases.context import Context
from workbench.usecases.figures import SECTOR_KEYS, DayAmounts, View, amounts_of_days
from workbench.usecases.organisations import members_of
from workbench.usecases.record_lists import records_of
from workbench.usecases.record_words import write_field
from workbench.usecases.sites import list_sites

_ENDED = (Stage.CLOSED, Stage.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """One reference date of a card.

    Attributes:
        whole: Of the country, where it was told as a total; `None` when unknown.
        sectors: By sector; a missing one is unknown.
    """

    day: date
    amount: Fte | None
    whole: Fte | None
    sectors: dict[str, Fte | None]
    is_sample: bool

    @property
    def share(self) -> Fraction | None:
        """Its share of the country; unknown while either is."""
        return share_of(self.amount, self.whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceCard:
    """All that the register knows of one province.

    Attributes:
        lines: By reference date, the newest first.
        cases: Those that touch the province and are not closed.
        foreseen: Forecasts in the words of their source.
        causes: Moves and other causes that touch the province, the newest first.
    """

    code: str
    name: str
    lines: tuple[YearLine, ...]
    cases: tuple[CaseSummary, ...]
    foreseen: tuple[Statement, ...]
    causes: tuple[Adjustment, ...]
    sites: tuple[Site, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """One service of a ministry: its fte in all on the newest date, unknown as `None`."""

    key: str
    name: str
    amount: Fte | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinistryCard:
    """All that the register knows of one ministry.

    Attributes:
        days: Reference dates with figures of its services, oldest first.
        by_place: Fte by date and province; a missing one is unknown.
        services: Those of the newest date, the largest first.
    """

    ministry: Ministry
    days: tuple[date, ...]
    by_place: dict[tuple[date, str], Fte | None]
    services: tuple[ServiceLine, ...]
    cases: tuple[CaseSummary, ...]
    plans: tuple[str, ...] = ()
    talks: tuple[str, ...] = ()


def province_card(
    context: Context,
    code: str,
    view: View | None = None,
    wholes: Mapping[date, Fte | None] | None = None,
) -> ProvinceCard:
    """Return the card of a province; shares need the country's totals in `wholes`.

    Without them only totals that were told as such are used: summing takes long.
    """
    view = view or View()
    wholes = _wholes(context, view) if wholes is None else wholes
    found = amounts_of_days(context, view=view, places=[code])
    return ProvinceCard(
        code=code,
        name=BY_CODE[code].name,
        lines=tuple(_year(one, code, wholes) for one in reversed(found)),
        cases=tuple(
            one
            for one in cases.find_cases(context.store)
            if code in one.provinces and one.stage not in _ENDED
        ),
        foreseen=tuple(
            one
            for one in deliveries.list_statements(context.store)
            if one.kind is StatementKind.FORECAST and one.province == code
        ),
        causes=tuple(
            one
            for one in sorted(known_causes(context), key=lambda one: one.day, reverse=True)
            if code in (one.from_place, one.to_place)
        ),
        sites=tuple(
            row.site
            for row in list_sites(context, context.today())
            if row.site.province == code
        ),
    )


def ministry_card(
    context: Context, key: str, day: date | None = None, view: View | None = None
) -> MinistryCard:
    """Return the card of a ministry as it is on `day`, today when not given.

    Raises:
        LookupError: There is no ministry with this key on that day.
    """
    view, day = view or View(), day or context.today()
    ministry = next(
        (one for one in context.ministries if one.key == key and one.exists_on(day)), None
    )
    if ministry is None:
        raise LookupError(key)
    members = {row.key: row.name for row in members_of(context, key, day)}
    by_place, by_service = _of_members(context, view, members)
    days = tuple(sorted({found for found, _ in by_place}))
    newest = days[-1] if days else day
    services = [
        ServiceLine(key=one, name=name, amount=by_service.get((newest, one)))
        for one, name in members.items()
    ]
    services.sort(
        key=lambda one: (-(one.amount.hundredths if one.amount else -1), one.name)
    )
    keys = {one.key for one in context.ministries if one.tooi == ministry.tooi}
    return MinistryCard(
        ministry=ministry,
        days=days,
        by_place=by_place,
        services=tuple(services),
        cases=tuple(_cases_of(context, keys)),
        plans=tuple(_plans_of(context, keys)),
        talks=tuple(_talks_of(context, keys)),
    )


def _plans_of(context: Context, keys: set[str]) -> list[str]:
    """Return what the ministry itself plans, the newest first (principle 1)."""
    found = [o for o in records_of(context, "ministry_plans") if o.text("ministry") in keys]
    found.sort(key=lambda one: one.text("given_on"), reverse=True)
    fields = load_instruments()["ministry_plans"]
    told = []
    for one in found:
        words = {
            name: write_field(context, fields.field(name), one.values[name])
            for name in ("given_on", "term_on", "outside_now", "outside_then")
        }
        term = f", termijn {words['term_on']}" if words["term_on"] else ""
        grows = f"{words['outside_now'] or 'onbekend'} nu"
        grows += f" naar {words['outside_then'] or 'onbekend'} fte buiten de Randstad"
        why = one.text("reason") or one.text("text")
        told.append(
            f"{words['given_on']}: {one.text('outcome')}{term}; {grows}. {why}".strip()
        )
    return told


def _talks_of(context: Context, keys: set[str]) -> list[str]:
    """Return the last held and the next planned talk about agencies (measure d)."""
    found = [o for o in records_of(context, "talks") if o.text("ministry") in keys]
    held = max((o.text("held_on") for o in found), default="")
    today = context.today().isoformat()
    planned = [o.text("planned_on") for o in found if o.text("planned_on") >= today]
    last = write_date(date.fromisoformat(held)) if held else "geen"
    following = write_date(date.fromisoformat(min(planned))) if planned else "geen"
    return [f"Laatste gesprek: {last}. Volgende gesprek: {following}."] if found else []


def _year(one: DayAmounts, code: str, wholes: Mapping[date, Fte | None]) -> YearLine:
    return YearLine(
        day=one.day,
        amount=one.amount(code),
        whole=wholes.get(one.day),
        sectors={key: one.amount(code, key) for key in SECTOR_KEYS},
        is_sample=one.is_sample,
    )


def _wholes(context: Context, view: View) -> dict[date, Fte | None]:
    """Return the national totals that were told as such."""
    slice_ = view.slice_of(Detail.TOTALS, Level.COUNTRY)
    chosen = Chosen(sectors=[ALL_SECTORS], samples=view.samples)
    found = figures.sum_figures(context.store, slice_, chosen=chosen)
    return {one.reference_date: one.amount for one in found}


def _of_members(
    context: Context, view: View, members: Collection[str]
) -> tuple[dict[tuple[date, str], Fte | None], dict[tuple[date, str], Fte | None]]:
    if not members:
        return {}, {}
    slice_ = view.slice_of(Detail.ORGANISATIONS)
    chosen = Chosen(organisations=members, samples=view.samples)
    places = figures.sum_figures(context.store, slice_, by=(BY_PLACE,), chosen=chosen)
    services = figures.sum_figures(
        context.store, slice_, by=(BY_ORGANISATION,), chosen=chosen
    )
    return (
        {(one.reference_date, one.place): one.amount for one in places},
        {(one.reference_date, one.organisation): one.amount for one in services},
    )


def _cases_of(context: Context, keys: Collection[str]) -> list[CaseSummary]:
    return [
        one
        for one in cases.find_cases(context.store)
        if one.stage not in _ENDED
        and cases.load_case(context.store, one.id).ministry in keys
    ]
