"""VOORBEELD values of records for tests; every name is invented."""

from collections.abc import Mapping
from datetime import date

from workbench.domain.case import CaseId
from workbench.usecases.context import Context
from workbench.usecases.records import add_record

SCAN = {
    "region": "VOORBEELD Arbeidsmarktregio",
    "professions": "ict, juridisch",
    "scanned_on": date(2026, 10, 1),
    "vacancies": 45,
    "seekers": 20,
    "outcome": "onvoldoende",
    "made_by": "VOORBEELD Bureau",
    "source": "VOORBEELD",
}
HYBRID = {
    "start_on": date(2027, 1, 1),
    "until_on": date(2027, 12, 31),
    "share": 60,
    "hub": "hub-assen",
}
YOUTH = {
    "institute": "VOORBEELD Hogeschool",
    "programme": "Informatica",
    "target": 12,
    "owner": "VOORBEELD Dienst",
    "follow_up_on": date(2027, 9, 1),
}
CHANCE = {
    "title": "VOORBEELD Vergunningen digitaal",
    "kind": "kans",
    "given_by": "VOORBEELD Provincie",
    "province": "PV28",
    "themes": "vergunningen",
    "state": "open",
}
OFFER = {
    "title": "VOORBEELD Gebouw aan het plein",
    "given_by": "VOORBEELD Gemeente",
    "address": "Plein 1\n1234 AB Voorbeeld",
    "province": "PV31",
    "premises": "een leeg kantoor",
    "state": "ontvangen",
}


def add(
    context: Context, key: str, values: Mapping[str, object], case_id: CaseId = ""
) -> str:
    """Add a record and return its id."""
    return add_record(context, key, values, case_id)[0]


def add_chance(context: Context, **changes: object) -> str:
    return add(context, "opportunities", CHANCE | changes)


def add_building(context: Context, plan: str = "masterplan-pv22") -> str:
    values: dict[str, object] = {"masterplan_id": plan, "name": "VOORBEELD Pand"}
    return add(context, "buildings", values)


def request_values(building: str, plan: str = "masterplan-pv22") -> dict[str, object]:
    return {
        "title": "VOORBEELD Verhuizing",
        "masterplan_id": plan,
        "version": "2024-2028, versie 1",
        "building_id": building,
        "service": "VOORBEELD Dienst",
        "asked_on": date(2026, 10, 1),
        "state": "ontvangen",
        "what": "VOORBEELD Een ander pand.",
    }
