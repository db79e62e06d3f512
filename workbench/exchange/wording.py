"""Dutch words for the lists that workbooks show, and the way back from word to value."""

import unicodedata
from enum import Enum
from typing import TypeVar

from workbench.domain.case import Occasion, Stage
from workbench.domain.finding import AskState, Basis, Outcome
from workbench.domain.organisation import Sector

OCCASIONS = {
    Occasion.SIZE_CHANGE: "Groei of krimp van een dienst",
    Occasion.RELOCATION: "Verplaatsing van een dienst of onderdeel",
    Occasion.NEW_SERVICE: "Nieuwe dienst",
    Occasion.NEW_UNIT: "Nieuw onderdeel van een dienst",
    Occasion.MASTERPLAN: "Nieuw masterplan kantoorhuisvesting",
    Occasion.CHANGE_REQUEST: "Verzoek tot wijziging van een masterplan (VtW)",
}
SECTORS = {
    Sector.MINISTRIES: "Ministeries",
    Sector.POLICE: "Nationale Politie",
    Sector.JUDICIARY: "Rechtspraak",
    Sector.PRISONS: "Dienst Justitiële Inrichtingen",
    Sector.DEFENCE: "Defensie",
    Sector.AGENCIES: "Zelfstandige bestuursorganen",
}
SECTOR_ALIASES = {
    "politie": Sector.POLICE,
    "dji": Sector.PRISONS,
    "gevangeniswezen": Sector.PRISONS,
    "zbo": Sector.AGENCIES,
    "zbos": Sector.AGENCIES,
    "bestuursorganen": Sector.AGENCIES,
}
STAGES = {
    Stage.SIGNAL: "signaal",
    Stage.NOTICE: "melding",
    Stage.RESEARCH: "in onderzoek",
    Stage.DRAFT: "concept",
    Stage.CONSULTATION: "afstemming",
    Stage.ADOPTED: "vastgesteld",
    Stage.SENT: "verzonden",
    Stage.CLOSED: "afgerond",
    Stage.ON_HOLD: "aangehouden",
    Stage.WITHDRAWN: "ingetrokken",
}
OUTCOMES = {
    Outcome.DUE: "van toepassing",
    Outcome.NOT_DUE: "niet van toepassing",
    Outcome.IN_LINE: "in lijn",
    Outcome.DEVIATES: "wijkt af",
    Outcome.LIMITED: "beperkte ruimte",
    Outcome.NOT_LIMITED: "geen beperkte ruimte",
    Outcome.NOTED: "vastgesteld",
    Outcome.SIGNAL: "signaal",
    Outcome.OPEN: "open",
    Outcome.POSSIBLE: "mogelijk",
    Outcome.CONDITIONAL: "mogelijk onder voorwaarden",
    Outcome.IMPOSSIBLE: "niet mogelijk",
}
BASES = {
    Basis.COMPUTED: "berekend",
    Basis.JUDGED: "beoordeeld",
    Basis.OPEN: "nog open",
}
ASK_STATES = {
    AskState.OPEN: "nog te beantwoorden",
    AskState.ANSWERED: "beantwoord",
    AskState.UNKNOWN: "weet ik nog niet",
    AskState.INCOMPLETE: "onvolledig",
    AskState.NOT_ASKED: "niet meer gevraagd",
}

_Choice = TypeVar("_Choice", bound=Enum)


def fold_words(text: str) -> str:
    """Return `text` without case, accents and punctuation, for comparing labels."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(sign if sign.isalnum() else " " for sign in plain if _is_kept(sign))
    return " ".join(kept.split())


def find_choice(words: dict[_Choice, str], text: str) -> _Choice | None:
    """Return the value whose word is `text`, or `None`; never by guessing."""
    folded = fold_words(text)
    return next((key for key, word in words.items() if fold_words(word) == folded), None)


def _is_kept(sign: str) -> bool:
    return not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf"
