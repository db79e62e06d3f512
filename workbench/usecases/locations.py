"""What a user can do with the places that are compared for a case."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.case import Case, CaseId, Location
from workbench.domain.errors import CaseClosedError, FactInvalidError
from workbench.store import cases, locations
from workbench.usecases.context import Change, Context

FIELDS = {
    "name": "Naam",
    "municipality": "Gemeente",
    "province": "Provincie",
    "region": "Regio",
    "fte": "Omvang",
    "regional_interest": "Regionaal belang",
    "strengthening": "Versterkende werking",
    "labour_market": "Arbeidsmarkt",
    "staff": "Gevolgen voor het personeel",
    "access": "Nabijheid en bereikbaarheid",
    "housing": "Huisvesting",
    "ready_on": "Beschikbaar vanaf",
    "costs": "Kosten",
    "cost_once": "Eenmalige kosten",
    "cost_yearly": "Structurele kosten per jaar",
}


def list_locations(context: Context, case_id: CaseId) -> list[Location]:
    """Return the places compared, in their order."""
    return locations.list_locations(context.store, case_id)


def add_location(context: Context, case_id: CaseId, name: str) -> tuple[str, Change]:
    """Add a place to compare, at the end."""
    case = _open_case(context, case_id)
    if not name.strip():
        raise FactInvalidError(field="Locatie", value="", expected="een naam")
    present = locations.list_locations(context.store, case_id)
    location = Location(
        id=context.new_id(),
        case_id=case_id,
        position=max((other.position for other in present), default=0) + 1,
        name=name.strip(),
    )
    with context.batch(f"{case.number}: locatie {location.name} toegevoegd"):
        locations.save_location(context.store, location)
    return location.id, Change.of(case_id)


def change_location(
    context: Context, case_id: CaseId, location_id: str, field: str, value: object
) -> Change:
    """Change one property of a place; an unchanged value writes nothing."""
    case = _open_case(context, case_id)
    location = _find(context, case_id, location_id)
    if getattr(location, field) == value:
        return Change()
    if field == "name" and not str(value).strip():
        raise FactInvalidError(field="Naam", value="", expected="een naam")
    changed = replace(location, **{field: value})  # type: ignore[arg-type]  # named field
    with context.batch(f"{case.number}: {FIELDS[field]} van {location.name} gewijzigd"):
        locations.save_location(context.store, changed)
    return Change.of(case_id)


def prefer_location(context: Context, case_id: CaseId, location_id: str | None) -> Change:
    """Make one place the preferred one, or none."""
    case = _open_case(context, case_id)
    with context.batch(f"{case.number}: voorkeurslocatie gewijzigd"):
        present = locations.list_locations(context.store, case_id)
        for location in present:
            if location.is_preferred and location.id != location_id:
                locations.save_location(
                    context.store, replace(location, is_preferred=False)
                )
        for location in present:
            if location.id == location_id and not location.is_preferred:
                locations.save_location(context.store, replace(location, is_preferred=True))
    return Change.of(case_id)


def remove_location(context: Context, case_id: CaseId, location_id: str) -> Change:
    """Take a place out of the comparison; undo brings it back."""
    case = _open_case(context, case_id)
    location = _find(context, case_id, location_id)
    with context.batch(f"{case.number}: locatie {location.name} verwijderd"):
        locations.remove_location(context.store, location_id)
    return Change.of(case_id)


def _open_case(context: Context, case_id: CaseId) -> Case:
    case = cases.load_case(context.store, case_id)
    if case.is_closed:
        raise CaseClosedError(case=case.number)
    return case


def _find(context: Context, case_id: CaseId, location_id: str) -> Location:
    return next(
        location
        for location in locations.list_locations(context.store, case_id)
        if location.id == location_id
    )
