"""Who sends letters from this office, as dated data the office can change."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from workbench.domain.case import Stage
from workbench.domain.letter import Sender
from workbench.domain.office import OfficeSetting
from workbench.paths import resource
from workbench.store import settings
from workbench.usecases.context import Change, Context
from workbench.usecases.fields import STAGES
from workbench.usecases.letterheads import letterhead_on

SENDER_LABELS = {
    "organisation": "Organisatie",
    "directorate": "Directie",
    "visiting_address": "Bezoekadres (per regel)",
    "postal_address": "Postadres (per regel)",
    "website": "Website",
    "contact": "Contactpersoon",
    "contact_details": "Telefoon en e-mail (per regel)",
    "return_address": "Retouradres",
    "minister": "Functie van de ondertekenaar",
    "signatory": "Naam van de ondertekenaar",
    "mandate": "Mandaat: wie namens de minister tekent (per regel)",
    "retention": "Bewaartermijn en selectiecategorie van brieven",
    "number_form": "Vorm van ons kenmerk, zoals {casus}-{soort}{versie}",
    "stage_terms": "Termijn per fase in dagen (werkafspraak; per regel, zoals Melding: 10)",
}
_SEVERAL = frozenset({"visiting_address", "postal_address", "contact_details", "mandate"})
_NUMBER_FORM = "number_form"
_STAGE_TERMS = "stage_terms"
_NOT_OF_SENDER = (_NUMBER_FORM, _STAGE_TERMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeValue:
    """One piece of office data on a day.

    Attributes:
        note: Where it comes from, or what is to be confirmed.
    """

    key: str
    label: str
    text: str
    note: str


def sender_on(context: Context, day: date) -> Sender:
    """Return the sender of a letter of `day`."""
    texts = {value.key: value.text for value in office_values(context, day)}
    for key in _NOT_OF_SENDER:
        del texts[key]
    parts: dict[str, Any] = {
        key: tuple(filter(None, text.splitlines())) if key in _SEVERAL else text
        for key, text in texts.items()
    }
    head = letterhead_on(context, day)
    return Sender(**parts, logo=head.logo, fonts=head.fonts)


def number_form_on(context: Context, day: date) -> str:
    """Return the office's own form of "Ons kenmerk" on `day`; empty for ours.

    In braces stand casus, jaar, soort, versie and volgnummer.
    """
    own = settings.setting_on(context.store, f"office.{_NUMBER_FORM}", day)
    return own.value.strip() if own else ""


def stage_terms_on(context: Context, day: date) -> dict[Stage, int]:
    """Return the terms of stages in days; no term is published, so there is none by itself.

    A line that names no stage or no whole number of days is left out.
    """
    own = settings.setting_on(context.store, f"office.{_STAGE_TERMS}", day)
    stages = {word.casefold(): stage for stage, word in STAGES.items()}
    found = {}
    for line in own.value.splitlines() if own else ():
        name, _, days = line.partition(":")
        stage = stages.get(name.strip().casefold())
        if stage is not None and days.strip().isdecimal():
            found[stage] = int(days)
    return found


def contact_line(context: Context) -> str:
    """Return who asks today and whom to reach there, for a workbook that goes out."""
    sender = sender_on(context, context.today())
    return ", ".join(filter(None, (sender.organisation, sender.contact)))


def office_values(context: Context, day: date) -> list[OfficeValue]:
    """Return all office data as it holds on `day`, the office's own values first."""
    defaults = _defaults(day)
    values = []
    for key, label in SENDER_LABELS.items():
        own = settings.setting_on(context.store, f"office.{key}", day)
        text, note = defaults.get(key, ("", ""))
        if own is not None:
            text, note = own.value, "ingesteld door dit kantoor"
        values.append(OfficeValue(key=key, label=label, text=text, note=note))
    return values


def change_office(context: Context, key: str, text: str, valid_from: date) -> Change:
    """Set one piece of office data from a day on; earlier letters keep theirs."""
    with context.batch(f"Instelling {SENDER_LABELS[key].lower()} gewijzigd"):
        settings.save_setting(
            context.store,
            OfficeSetting(
                id=context.new_id(),
                key=f"office.{key}",
                valid_from=valid_from,
                value=text,
                source=context.user,
            ),
        )
    return Change(everything=True)


def _defaults(day: date) -> dict[str, tuple[str, str]]:
    office = _office()
    sender = office["sender"]
    found = {
        key: ("\n".join(value) if isinstance(value, list) else value, sender["note"])
        for key, value in sender.items()
        if key != "note"
    }
    for entry in office["signatory"]:
        if entry["valid_from"] <= day:
            found["minister"] = (entry["minister"], entry["note"])
            found["signatory"] = (entry["name"], entry["note"])
    return found


@cache
def _office() -> dict[str, Any]:
    return tomllib.loads(resource("reference", "office.toml").read_text(encoding="utf-8"))
