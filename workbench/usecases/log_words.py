"""Puts what the journal keeps into the words of the window."""

from __future__ import annotations

from datetime import date

from workbench.domain.case import Occasion, Stage
from workbench.domain.fte import Fte
from workbench.domain.instrument import ValueKind
from workbench.domain.journal import JournalValue
from workbench.domain.notation import write_change, write_date, write_fte
from workbench.domain.organisation import Sector
from workbench.domain.place import BY_CODE
from workbench.rules.instruments import load_instruments
from workbench.usecases import locations
from workbench.usecases.fields import FIELDS, OCCASIONS, SECTORS, STAGES

_TABLES = {
    "shifts": "Verdeling",
    "locations": "Locatie",
    "answers": "Antwoord",
    "letters": "Brief",
    "own_texts": "Eigen tekst",
    "letter_values": "Gegeven van een brief",
    "letter_remarks": "Opmerking bij een brief",
    "attachments": "Bijlage",
    "settings": "Instelling",
    "deliveries": "Levering",
    "organisations": "Organisatie",
    "organisation_names": "Naam van een organisatie",
    "organisation_parents": "Plaats van een organisatie",
    "lineage": "Overgang van een organisatie",
    "sites": "Plaats",
    "methods": "Telmethode",
    "adjustments": "Oorzaak",
    "synonyms": "Geleerd woord",
    "recipes": "Geleerde tabelvorm",
    "requests": "Jaaropgave",
    "request_steps": "Stap van een jaaropgave",
    "request_questions": "Vraag over een jaaropgave",
}
_FIELDS = {
    "fte_before": "fte nu",
    "fte_after": "fte volgens het voornemen",
    "verdict": "oordeel",
    "value": "waarde",
    "explanation": "toelichting",
    "source": "bron",
    "name": "naam",
    "day": "datum",
    "text": "tekst",
    "title": "titel",
    "question": "vraag",
    "province": "provincie",
    "is_preferred": "voorkeur",
    "position": "volgorde",
    "goes_along": "gaat mee met de brief",
    "number": "kenmerk",
    "written_on": "datum van de brief",
    "signatory": "ondertekenaar",
    "minister": "functie van de ondertekenaar",
    "version": "versie",
    "classification": "rubricering",
    "classified_until": "gerubriceerd tot",
    "classified_by": "gerubriceerd door",
    "settled_on": "afgedaan op",
    "settled_by": "afgedaan door",
    "file": "bestand (SHA-256)",
    "checked": "controle",
    "sealed_at": "vastgesteld op",
    "asked_from": "bewoording geldt vanaf",
    "valid_from": "geldt vanaf",
    "added_on": "toegevoegd op",
    "kind": "soort",
    "key": "onderdeel",
    "note": "opmerking",
    "receipt": "ontvangstbewijs",
    "after": "volgt op",
    "id": "sleutel",
    "case_id": "casus",
    "valid_until": "geldt tot en met",
    "sector": "sector",
    "amount": "aantal fte",
    "from_place": "van",
    "to_place": "naar",
    "from_sector": "van sector",
    "to_sector": "naar sector",
    "organisation": "organisatie",
    "organisation_id": "organisatie",
    "ministry": "ministerie",
    "parent_id": "onderdeel van",
    "tooi": "TOOI-code",
    "is_public_task": "publieke taak",
    "is_sample": "voorbeeld",
    "before_id": "ging over van",
    "after_id": "ging over in",
    "municipality": "gemeente",
    "region": "COROP-regio",
    "capacity": "werkplekken",
    "from_date": "eerste peildatum",
    "delivered_by": "geleverd door",
    "delivered_on": "geleverd op",
    "method": "telmethode",
    "reason": "reden",
    "row_count": "aantal cijfers",
    "sha256": "controlegetal (SHA-256)",
    "target": "betekenis",
    "sender": "afzender",
    "fingerprint": "kenmerk van de kop",
    "content": "inhoud",
    "letter_id": "brief",
    "request_id": "jaaropgave",
    "delivery_id": "levering",
    "reference_date": "peildatum",
    "due_on": "uiterlijk terug",
    "contact": "wie antwoordt",
    "code": "controle",
    "cell": "cel",
    "found": "gevonden",
    "state": "stand",
    "cost_once": "eenmalige kosten (euro)",
    "cost_yearly": "structurele kosten (euro per jaar)",
    "record": "gaat over",
    "owner": "wie antwoordt",
    "answer": "antwoord",
    "asked_on": "gevraagd op",
}
_AMOUNTS = frozenset({"fte_before", "fte_after", "fte", "amount"})
_FLAGS = frozenset({"is_preferred", "goes_along", "is_sample", "is_public_task"})
_LONGEST = 300


def label_of(table: str, field: str) -> str:
    """Return the name of a field as the window shows it."""
    instrument = load_instruments().get(table)
    if instrument is not None and field in {one.name for one in instrument.fields}:
        one = instrument.one
        return f"{one[:1].upper()}{one[1:]}: {instrument.field(field).label.lower()}"
    if table == "cases":
        return FIELDS[field].label if field in FIELDS else _FIELDS.get(field, field)
    if table == "locations" and field in locations.FIELDS:
        return f"Locatie: {locations.FIELDS[field].lower()}"
    name = instrument.one if instrument else _TABLES.get(table, table)
    return f"{name[:1].upper()}{name[1:]}: {_FIELDS.get(field, field)}"


def value_of(table: str, field: str, value: JournalValue) -> str:
    """Return a kept value as the window shows it; "" when there was nothing."""
    if value is None or value == "":
        return ""
    if _is_amount(table, field) and isinstance(value, int):
        return f"{write_change(Fte(value))} fte"
    if field in _FLAGS:
        return "ja" if value else "nee"
    if isinstance(value, int):
        return f"{write_fte(Fte(value))} fte" if field in _AMOUNTS else str(value)
    text = str(value)
    return _choice(table, field, text) or _day(text) or _short(text)


def _is_amount(table: str, field: str) -> bool:
    """Whether a field of an instrument holds hundredths of fte."""
    instrument = load_instruments().get(table)
    if instrument is None or field not in {one.name for one in instrument.fields}:
        return False
    return instrument.field(field).kind in (ValueKind.FTE, ValueKind.CHANGE)


def _choice(table: str, field: str, text: str) -> str:
    if field == "province":
        return BY_CODE[text].name if text in BY_CODE else text
    if table != "cases":
        return ""
    if field == "stage":
        return STAGES[Stage(text)]
    if field == "occasion":
        return OCCASIONS[Occasion(text)]
    return SECTORS[Sector(text)] if field == "sector" else ""


def _day(text: str) -> str:
    if len(text) != len("2024-05-08"):
        return ""
    try:
        return write_date(date.fromisoformat(text))
    except ValueError:
        return ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
