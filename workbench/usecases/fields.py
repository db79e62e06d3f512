"""The facts of a case a user can change, with the names the office uses for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.domain.case import Occasion, Stage
from workbench.domain.fte import Fte
from workbench.domain.notation import write_date, write_fte
from workbench.domain.organisation import Sector

SECTORS = {
    Sector.MINISTRIES: "Ministeries",
    Sector.POLICE: "Nationale Politie",
    Sector.JUDICIARY: "Rechtspraak",
    Sector.PRISONS: "Dienst Justitiële Inrichtingen",
    Sector.DEFENCE: "Defensie",
    Sector.AGENCIES: "Zbo's",
}
OCCASIONS = {
    Occasion.SIZE_CHANGE: "Wijziging in de omvang van een dienst",
    Occasion.RELOCATION: "Verplaatsing van een dienst",
    Occasion.NEW_SERVICE: "Nieuwe dienst",
    Occasion.NEW_UNIT: "Nieuw organisatieonderdeel",
    Occasion.MASTERPLAN: "Nieuw masterplan kantoorhuisvesting",
    Occasion.CHANGE_REQUEST: "Verzoek tot wijziging (VtW) van een masterplan",
}
STAGES = {
    Stage.SIGNAL: "Signaal",
    Stage.NOTICE: "Melding",
    Stage.RESEARCH: "In onderzoek",
    Stage.DRAFT: "Concept",
    Stage.CONSULTATION: "In afstemming",
    Stage.ADOPTED: "Vastgesteld",
    Stage.SENT: "Verzonden",
    Stage.CLOSED: "Afgerond",
    Stage.ON_HOLD: "Aangehouden",
    Stage.WITHDRAWN: "Ingetrokken",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One changeable fact.

    Attributes:
        accepts: Types a value may have, besides `None` when `may_be_unknown`.
        expected: What is asked for, in words, for the message about a wrong value.
    """

    label: str
    accepts: tuple[type, ...]
    expected: str = "tekst"
    may_be_unknown: bool = False


def _text(label: str) -> Field:
    return Field(label=label, accepts=(str,))


def _date(label: str) -> Field:
    return Field(
        label=label,
        accepts=(date,),
        expected="een datum, zoals 8 mei 2024 of 8-5-2024",
        may_be_unknown=True,
    )


def _fte(label: str) -> Field:
    return Field(
        label=label,
        accepts=(Fte,),
        expected="een aantal fte van nul of meer, zoals 1.234,5",
        may_be_unknown=True,
    )


def _choice(label: str, kind: type) -> Field:
    return Field(
        label=label, accepts=(kind,), expected="een keuze uit de lijst", may_be_unknown=True
    )


FIELDS: dict[str, Field] = {
    "number": _text("Kenmerk"),
    "title": _text("Titel"),
    "service": _text("Dienst of onderdeel"),
    "ministry": _choice("Ministerie", str),
    "sector": _choice("Sector", Sector),
    "body": _choice("Organisatie uit de sectorlijst", str),
    "occasion": _choice("Aanleiding", Occasion),
    "stage": Field(label="Status", accepts=(Stage,), expected="een keuze uit de lijst"),
    "intention": _text("Voornemen"),
    "notice_on": _date("Datum melding"),
    "judged_on": Field(
        label="Toetsdatum", accepts=(date,), expected="een datum, zoals 8 mei 2024"
    ),
    "judged_on_reason": _text("Reden van een andere toetsdatum"),
    "figures_on": _date("Peildatum van de cijfers"),
    "fte_before": _fte("Omvang nu"),
    "fte_after": _fte("Omvang volgens het voornemen"),
    "planned_year": Field(
        label="Jaar van uitvoering",
        accepts=(int,),
        expected="een jaartal",
        may_be_unknown=True,
    ),
    "recipient_name": _text("Geadresseerde"),
    "recipient_address": _text("Adres"),
    "their_reference": _text("Uw kenmerk"),
    "their_letter_on": _date("Datum van de brief van het ministerie"),
    "handler": _text("Behandelaar"),
    "source": _text("Bron van de gegevens"),
}

_WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (Fte, lambda value: f"{write_fte(value)} fte"),
    (date, write_date),
    (Sector, lambda value: SECTORS[value]),
    (Occasion, lambda value: OCCASIONS[value]),
    (Stage, lambda value: STAGES[value]),
)


def write_value(value: object) -> str:
    """Return a fact as the journal and the log show it."""
    if value is None or value == "":
        return "onbekend"
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    return str(value)
