"""What a letter still lacks before it can be sealed, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.domain.letter import CONFIDENTIAL, LetterRecord, OwnText
from workbench.domain.letter_remark import LetterRemark
from workbench.letters.compose import Composed, Issue
from workbench.letters.compose_facts import Dossier
from workbench.letters.texts import LetterText
from workbench.letters.wording_check import loose_numbers


def lacking_in(
    text: LetterText, dossier: Dossier, composed: Composed, issue: Issue
) -> Iterator[str]:
    if text.follows and dossier.assessment is not None:
        yield from (found.statement for found in dossier.assessment.missing)
    filled = {one.field for one in dossier.values if one.value.strip()}
    empty = [o.label for o in text.fields if o.is_required and o.key not in filled]
    yield from (f"{label} is nog niet ingevuld" for label in empty)
    holes = (label for label in composed.holes if label not in empty)
    yield from (f"{label} is nog niet bekend" for label in holes)
    if not issue.recipient:
        yield "Geadresseerde en adres zijn nog niet ingevuld"
    if composed.unwritten:
        yield _unwritten_words(len(composed.unwritten))
    yield from _own_faults(dossier.own_texts)
    for one in composed.replaced:
        if one.is_changed:
            short = _short(one.own.text)
            yield f"Onder de eigen versie “{short}” is de gegenereerde tekst gewijzigd"


def _own_faults(own_texts: Sequence[OwnText]) -> Iterator[str]:
    found = dict.fromkeys(one for own in own_texts for one in loose_numbers(own.text))
    for number in found:
        yield f"“{number}” in eigen tekst is nog niet gekoppeld aan een feit of vrijgelaten"


def _unwritten_words(count: int) -> str:
    if count == 1:
        return "Op één plaats moet u de tekst nog zelf schrijven"
    return f"Op {count} plaatsen moet u de tekst nog zelf schrijven"


def open_words(said: Sequence[LetterRemark], record: LetterRecord | None) -> Iterator[str]:
    for one in said:
        if one.settled_on is None:
            kind = str(one.kind).capitalize()
            yield f"{kind} van {one.author}: “{_short(one.text)}”"
    yield from _classification_faults(record)


def _classification_faults(record: LetterRecord | None) -> Iterator[str]:
    if record is not None and record.classification == CONFIDENTIAL:
        if record.classified_until is None:
            yield "Tot wanneer de rubricering geldt is nog niet ingevuld"
        if not record.classified_by:
            yield "Wie de rubricering vaststelde is nog niet ingevuld"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 40 else plain[:39] + "…"
