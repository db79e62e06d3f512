"""What is known of the regions a case touches: profile, chances, contacts and hubs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from workbench.domain.case import Case
from workbench.domain.instrument import Record
from workbench.domain.organisation import OrganisationKind
from workbench.domain.place import BY_CODE
from workbench.domain.site import Site, SiteKind
from workbench.store import cases, locations
from workbench.usecases.context import Context
from workbench.usecases.organisations import list_organisations
from workbench.usecases.record_lists import holds_on, is_closed, records_of
from workbench.usecases.record_networks import contacts_for
from workbench.usecases.record_words import region_provinces
from workbench.usecases.sites import list_sites

_WORD = re.compile(r"[a-zà-ÿ]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An open opportunity that fits a case, and why."""

    record: Record
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionView:
    """What is known of some provinces, for a case.

    Attributes:
        without_profile: Names of provinces of which there is no profile.
    """

    profiles: tuple[Record, ...]
    without_profile: tuple[str, ...]
    matches: tuple[Match, ...]
    contacts: tuple[tuple[str, str], ...]
    hubs: tuple[Site, ...]


def view_regions(
    context: Context, case_id: str, provinces: Iterable[str] = ()
) -> RegionView:
    """Return what is known of `provinces`, by default all that the case touches."""
    case = cases.load_case(context.store, case_id)
    touched = frozenset(provinces) or touched_by(context, case)
    profiles = _profiles_of(context, touched)
    hubs = [
        row.site
        for row in list_sites(context, context.today())
        if row.site.kind is SiteKind.HUB and row.site.province in touched
    ]
    return RegionView(
        profiles=tuple(profiles),
        without_profile=tuple(without_profile(context, touched)),
        matches=tuple(find_matches(context, case, touched)),
        contacts=tuple(contacts_for(context, case_id)),
        hubs=tuple(hubs),
    )


def without_profile(context: Context, provinces: frozenset[str]) -> list[str]:
    """Return the names of the provinces of which there is no profile."""
    lies_in = region_provinces(context)
    profiles = _profiles_of(context, provinces)
    known = frozenset[str]().union(*(lies_in[one.text("region")] for one in profiles))
    return [BY_CODE[code].name for code in sorted(provinces - known)]


def _profiles_of(context: Context, provinces: frozenset[str]) -> list[Record]:
    """Return the profiles of regions that lie in these provinces, the newest first."""
    lies_in = region_provinces(context)
    found = [
        one
        for one in records_of(context, "profiles")
        if lies_in.get(one.text("region"), frozenset()) & provinces
    ]
    return sorted(found, key=lambda one: one.text("given_on"), reverse=True)


def touched_by(context: Context, case: Case) -> frozenset[str]:
    """Return the provinces of the division and of the compared places."""
    compared = locations.list_locations(context.store, case.id)
    return frozenset(
        {shift.province for shift in case.shifts}
        | {one.province for one in compared if one.province}
    )


def find_matches(
    context: Context, case: Case, touched: frozenset[str] | None = None
) -> list[Match]:
    """Return the open opportunities that fit a case, those with most reasons first.

    A match is a suggestion: the same province or region, the same ministry, or a word of
    the opportunity that stands in the case. Every reason is given.
    """
    places = touched_by(context, case) if touched is None else touched
    words = _words(f"{case.title} {case.service} {case.intention}")
    lies_in = region_provinces(context)
    found = []
    for record in records_of(context, "opportunities"):
        if is_closed(record) or not holds_on(record, context.today()):
            continue
        reasons = [*_same_place(record, lies_in, places)]
        if case.ministry and record.text("ministry") == case.ministry:
            reasons.append(f"zelfde ministerie ({case.ministry})")
        shared = sorted(words & _words(f"{record.text('themes')} {record.text('service')}"))
        if shared:
            reasons.append(f"zelfde woorden: {', '.join(shared)}")
        if reasons:
            found.append(Match(record=record, reasons=tuple(reasons)))
    found.sort(key=lambda one: (-len(one.reasons), one.record.text("title")))
    return found


def overdue_talks(context: Context, months: int = 12) -> list[str]:
    """Return the ministries with agencies without a talk in the period, by name.

    The period is a working arrangement. A ministry has agencies when the register of
    organisations or an earlier talk says so.
    """
    today = context.today()
    since = date(today.year - months // 12, today.month, min(today.day, 28))
    held: dict[str, str] = {}
    for one in records_of(context, "talks"):
        day = one.text("held_on")
        held[one.text("ministry")] = max(held.get(one.text("ministry"), ""), day)
    names = {one.key: one.name for one in context.ministries if one.exists_on(today)}
    from_register = {
        row.ministry
        for row in list_organisations(context, today)
        if row.organisation and row.organisation.kind is OrganisationKind.AGENCY
    }
    return sorted(
        names[key]
        for key in names
        if (key in held or names[key] in from_register or key in from_register)
        and held.get(key, "") < since.isoformat()
    )


def _same_place(
    record: Record, lies_in: Mapping[str, frozenset[str]], touched: frozenset[str]
) -> Iterable[str]:
    region = lies_in.get(record.text("region"), frozenset())
    named = {record.text("province")} | region
    for code in sorted(named & touched):
        yield f"zelfde provincie ({BY_CODE[code].name})"


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
