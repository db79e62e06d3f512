"""Looks at the advisor's own text: loose numbers, verbs that are not ours, plain language.

Everything is a remark. Nothing is forbidden and nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from workbench.domain.finding import Fact
from workbench.domain.notation import MONTHS
from workbench.letters.live_text import (
    plain_parts,
    read_live,
    show_live,
    show_piece,
)

MOST_WORDS = 25
_NUMBER = re.compile(r"(?<![\w,.])\d+(?:\.\d{3})*(?:,\d+)?(?![\w,.]*\d)")
_DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b", re.IGNORECASE)
# A number behind these names a document, not an amount.
_NAMED = re.compile(
    r"\b(?:nr|nummer|artikel|lid|principe|bijlage|bladzijde|hoofdstuk|Kamerstuk)\.?"
    r" \d+(?: \d+)?(?:,? nr\.? \d+)?",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)
_LOOSE = "Koppel het aan een feit, dan loopt het mee, of laat het vrij."
_ABOUT = re.compile(r"\b(ruim|bijna|ongeveer|circa)\s+$", re.IGNORECASE)
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
    ROUNDED = "afronding"
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


def check_wording(stored: str, facts: Mapping[str, Fact]) -> tuple[Remark, ...]:
    """Return what stands out in a kept text, in the order of the kinds."""
    text = show_live(stored, facts)
    return (
        *(
            Remark(kind=RemarkKind.LOOSE_NUMBER, found=found, advice=_LOOSE)
            for found in loose_numbers(stored)
        ),
        *_rounded(stored, facts),
        *_verbs(text),
        *_long_sentences(text),
        *_passives(text),
        *_unclear_words(text),
    )


def loose_numbers(stored: str) -> tuple[str, ...]:
    """Return numbers and days in a kept text that are neither bound nor left free."""
    return tuple(dict.fromkeys(_amounts(_LIST_MARK.sub(" ", plain_parts(stored)))))


def facts_for(found: str, facts: Mapping[str, Fact]) -> tuple[Fact, ...]:
    """Return the facts that say exactly this number or day, each label once."""
    fitting = {
        fact.label: fact
        for fact in facts.values()
        if fact.text.casefold().lstrip("+") == found.casefold()
    }
    return tuple(fitting.values())


def _amounts(text: str) -> Iterator[str]:
    """Yield days and numbers; a number inside a day is part of that day."""
    plain = _NAMED.sub(" ", text)
    yield from _DAY.findall(plain)
    yield from _NUMBER.findall(_DAY.sub(" ", plain))


def _rounded(stored: str, facts: Mapping[str, Fact]) -> Iterator[Remark]:
    """Yield "ruim" and "bijna" before a number that is exact."""
    pieces = read_live(stored)
    for before, piece in pairwise(pieces):
        word = _ABOUT.search(before.text)
        shown = show_piece(piece, facts)
        if word and piece.fact and shown[:1].isdigit():
            advice = "Dit feit is niet afgerond. Laat het woord weg."
            yield Remark(kind=RemarkKind.ROUNDED, found=f"{word[1]} {shown}", advice=advice)


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
