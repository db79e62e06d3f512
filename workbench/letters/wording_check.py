"""Looks at the advisor's own text: loose numbers, verbs that are not ours, plain language.

Everything is a remark. Nothing is forbidden and nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.finding import Fact
from workbench.domain.notation import MONTHS

MOST_WORDS = 25
_NUMBER = re.compile(r"(?<![\w,.])\d+(?:\.\d{3})*(?:,\d+)?(?![\w,.]*\d)")
_DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b", re.IGNORECASE)
# A number behind these names a document, not an amount.
_NAMED = re.compile(
    r"\b(?:nr|nummer|artikel|lid|principe|bijlage|bladzijde|hoofdstuk|Kamerstuk)\.?"
    r" \d+(?: \d+)?(?:,? nr\.? \d+)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
_DECIDES = re.compile(r"\b(besluit(?:en|t)?|beslist|bepaalt|stelt vast)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:word|wordt|worden|werd|werden)\b(?:\W+\w+){0,6}?\W+(?:\w*ge\w{3,}(?:d|t|en)|"
    r"(?:ver|be|ont|her)\w{3,}(?:d|t|en))\b",
    re.IGNORECASE,
)
_PLAINER = {
    "aangaande": "over",
    "alsmede": "en ook",
    "conform": "volgens",
    "derhalve": "daarom",
    "dienaangaande": "daarover",
    "inzake": "over",
    "met betrekking tot": "over",
    "middels": "met",
    "omtrent": "over",
    "ten aanzien van": "over",
    "ten behoeve van": "voor",
    "teneinde": "om",
    "tevens": "ook",
    "voornoemde": "deze",
}
_UNCLEAR = re.compile(rf"\b({'|'.join(_PLAINER)})\b", re.IGNORECASE)


class RemarkKind(StrEnum):
    """What is remarkable about a text."""

    LOOSE_NUMBER = "los getal"
    VERB = "werkwoord"
    LONG = "lange zin"
    PASSIVE = "lijdende vorm"
    UNCLEAR = "moeilijk woord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One remark.

    Attributes:
        found: The words it is about.
        advice: What could be done, as a sentence.
    """

    kind: RemarkKind
    found: str
    advice: str


def check_wording(text: str, facts: Iterable[Fact]) -> tuple[Remark, ...]:
    """Return what stands out in a text, in the order of the kinds.

    A number or day that stands in one of the facts of the case is not loose.
    """
    known = {found for fact in facts for found in _amounts(fact.text)}
    return (
        *_loose_numbers(text, known),
        *_verbs(text),
        *_long_sentences(text),
        *_passives(text),
        *_unclear_words(text),
    )


def _amounts(text: str) -> Iterator[str]:
    """Yield days and numbers; a number inside a day is part of that day."""
    plain = _NAMED.sub(" ", text)
    yield from (day.casefold() for day in _DAY.findall(plain))
    yield from _NUMBER.findall(_DAY.sub(" ", plain))


def _loose_numbers(text: str, known: set[str]) -> Iterator[Remark]:
    for found in dict.fromkeys(_amounts(text)):
        if found not in known:
            advice = "Dit staat in geen feit van de casus. Klopt het, en waar staat het?"
            yield Remark(kind=RemarkKind.LOOSE_NUMBER, found=found, advice=advice)


def _verbs(text: str) -> Iterator[Remark]:
    for found in dict.fromkeys(_DECIDES.findall(text)):
        advice = "BZK adviseert of stelt voor. De betrokken minister gaat over de locatie."
        yield Remark(kind=RemarkKind.VERB, found=found, advice=advice)


def _long_sentences(text: str) -> Iterator[Remark]:
    for sentence in _SENTENCE.findall(text):
        words = sentence.split()
        if len(words) > MOST_WORDS:
            advice = f"De zin telt {len(words)} woorden. Maak er twee van."
            found = " ".join(words[:6]) + " …"
            yield Remark(kind=RemarkKind.LONG, found=found, advice=advice)


def _passives(text: str) -> Iterator[Remark]:
    for match in _PASSIVE.finditer(text):
        advice = "Zeg wie het doet, als dat duidelijker is."
        yield Remark(kind=RemarkKind.PASSIVE, found=match[0], advice=advice)


def _unclear_words(text: str) -> Iterator[Remark]:
    for found in dict.fromkeys(_UNCLEAR.findall(text)):
        plainer = _PLAINER[found.casefold()]
        yield Remark(
            kind=RemarkKind.UNCLEAR, found=found, advice=f"Duidelijker is: {plainer}."
        )
