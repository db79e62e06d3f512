"""Replays a sealed letter: the very same bytes again, or the first thing that differs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import zip_longest

from workbench.domain.finding import Assessment
from workbench.domain.letter import Letter, LetterRecord
from workbench.domain.notation import write_number
from workbench.letters.attached import carries_receipt, read_attached
from workbench.letters.compose import compose_letter
from workbench.letters.compose_facts import Dossier
from workbench.letters.receipts import Receipt, read_receipt, tell_findings
from workbench.letters.signing import first_revision
from workbench.rules.assessing import assess
from workbench.store import letters
from workbench.usecases.context import Context
from workbench.usecases.letterheads import dress
from workbench.usecases.rule_archive import find_rules, find_text

_NOTHING = "geen bevinding"
Render = Callable[[Letter, str], bytes]


class Verdict(StrEnum):
    """How a replay came out."""

    SAME = "gelijk"
    DIFFERS = "verschilt"
    UNKNOWN = "niet na te gaan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """The outcome of a replay.

    Attributes:
        letter: Reference and subject, as far as known.
        difference: The first thing that differs, or why nothing can be said.
    """

    verdict: Verdict
    letter: str = ""
    difference: str = ""


def replay_letter(context: Context, pdf: bytes, render: Render) -> Replay:
    """Return whether a letter is what its facts, rules and texts give.

    Nothing is looked up elsewhere and nothing is changed. A letter of this store is held
    against its own receipt; one of another store against the receipt it carries.
    """
    sealed = first_revision(pdf)
    if sealed != pdf:  # a signature stands behind the letter
        found = replay_letter(context, sealed, render)
        return replace(found, letter=f"{found.letter} (ondertekend)".strip())
    attached = read_attached(pdf)
    record = _find_record(context, pdf, attached)
    kept = record.receipt if record else attached
    if not kept:
        why = "Dit bestand draagt geen ontvangstbewijs en is hier niet vastgesteld."
        return Replay(verdict=Verdict.UNKNOWN, difference=why)
    if attached and attached != kept:
        return _differs(kept, f"Feit anders: {_first_difference(kept, attached)}.")
    try:
        receipt = read_receipt(kept)
    except ValueError:
        why = "Het ontvangstbewijs is van een eerdere vorm of is beschadigd."
        return Replay(verdict=Verdict.UNKNOWN, difference=why)
    return _replay(context, receipt, kept, pdf, render)


def _replay(
    context: Context, receipt: Receipt, kept: str, pdf: bytes, render: Render
) -> Replay:
    remade = remake_letter(context, receipt)
    if isinstance(remade, str):
        why = f"{remade} van toen zijn hier niet bewaard."
        return Replay(verdict=Verdict.UNKNOWN, letter=_name(receipt), difference=why)
    letter, assessment = remade
    findings = tell_findings(assessment) if assessment else ()
    for then, now in zip_longest(receipt.findings, findings):
        if then != now:
            was, is_now = (one.statement if one else _NOTHING for one in (then, now))
            rule = (then or now).rule
            return _differs(kept, f"Regel {rule}: toen “{was}”, nu “{is_now}”.")
    again = render(letter, kept if carries_receipt(pdf) else "")
    if again == pdf:
        return Replay(verdict=Verdict.SAME, letter=_name(receipt))
    return _differs(kept, _first_byte(pdf, again))


def remake_letter(
    context: Context, receipt: Receipt
) -> tuple[Letter, Assessment | None] | str:
    """Return the letter that facts, rules and text of then give, or what is not kept."""
    text = find_text(context, receipt.kind, receipt.texts_sha256)
    if text is None:
        return "De brieftekst"
    assessment = None
    if receipt.case is not None:
        rules = find_rules(context, receipt.rules_sha256)
        if rules is None:
            return "De regels"
        assessment = assess(
            receipt.case,
            list(receipt.answers),
            rules,
            receipt.case.judged_on,
            locations=list(receipt.locations),
            earlier_steps=list(receipt.steps),
            ministry_name=receipt.ministry_name,
        )
    dossier = Dossier(
        case=receipt.case,
        assessment=assessment,
        about=receipt.about,
        values=receipt.values,
        locations=receipt.locations,
        own_texts=receipt.own_texts,
        attachments=receipt.attachments,
    )
    letter = compose_letter(text, dossier, receipt.issue).letter
    try:
        return dress(context, letter), assessment
    except LookupError:
        return "Het logo of het lettertype"


def _find_record(context: Context, pdf: bytes, attached: str) -> LetterRecord | None:
    """Return the sealed letter with these bytes, else the one with this reference."""
    sealed = letters.list_sealed(context.store)
    sha256 = hashlib.sha256(pdf).hexdigest()
    for record in sealed:
        if record.file == sha256:
            return record
    number = _reference(attached)
    return next((one for one in sealed if number and one.number == number), None)


def _reference(attached: str) -> str:
    try:
        return str(json.loads(attached)["issue"]["reference"])
    except (ValueError, KeyError, TypeError):
        return ""


def _first_difference(kept: str, attached: str) -> str:
    """Return the path of the first value that differs, with both values."""
    try:
        return _compare(json.loads(kept), json.loads(attached), "")
    except ValueError:
        return "het ontvangstbewijs in de brief is niet te lezen"


def _compare(kept: object, given: object, path: str) -> str:
    if isinstance(kept, dict) and isinstance(given, dict):
        for key in sorted(kept.keys() | given.keys()):
            if kept.get(key) != given.get(key):
                return _compare(kept.get(key), given.get(key), f"{path}.{key}".strip("."))
    if isinstance(kept, list) and isinstance(given, list):
        for number, (one, other) in enumerate(zip_longest(kept, given), start=1):
            if one != other:
                return _compare(one, other, f"{path} {number}")
    return f"{path} was “{kept}” en is in de brief “{given}”"


def _first_byte(pdf: bytes, again: bytes) -> str:
    pairs = enumerate(zip(pdf, again, strict=False))
    shortest = min(len(pdf), len(again))
    at = next((place for place, (one, other) in pairs if one != other), shortest)
    return (
        f"Feiten en regels geven dezelfde brief, maar het bestand is anders vanaf byte "
        f"{_whole(at + 1)} van {_whole(len(pdf))} ({_whole(len(again))} bytes verwacht)."
    )


def _whole(number: int) -> str:
    return write_number(Decimal(number), 0)


def _differs(kept: str, what: str) -> Replay:
    return Replay(verdict=Verdict.DIFFERS, letter=_reference(kept), difference=what)


def _name(receipt: Receipt) -> str:
    about = receipt.case.title if receipt.case else ""
    return ", ".join(filter(None, (receipt.issue.reference, about)))
