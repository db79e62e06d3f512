"""The receipt of a sealed letter: everything it rested on, for replay years later."""

from __future__ import annotations

import json
from dataclasses import dataclass

from workbench import __version__
from workbench.domain.answer import Answer
from workbench.domain.case import Case, Location, Step
from workbench.domain.finding import Assessment, Fact, LetterKind
from workbench.domain.letter import LetterValue, OwnText
from workbench.letters.compose import Issue
from workbench.letters.compose_facts import Dossier
from workbench.letters.plain_values import from_plain, to_plain
from workbench.letters.texts import LetterText

FORM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFinding:
    """A finding as it was when the letter was sealed."""

    rule: str
    outcome: str
    basis: str
    statement: str
    judged_by: str
    judged_on: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Facts, answers, findings and versions of one letter.

    Attributes:
        form: Version of the receipt itself; earlier ones cannot be replayed.
        case: `None` for a letter that is about something else; then `about` tells of it.
        steps: Earlier and later cases of the same service, as they counted.
        attachments: Titles of what went along.
    """

    form: int
    program: str
    kind: LetterKind
    rules_sha256: str
    texts_sha256: str
    case: Case | None
    about: tuple[Fact, ...]
    values: tuple[LetterValue, ...]
    ministry_name: str
    locations: tuple[Location, ...]
    answers: tuple[Answer, ...]
    steps: tuple[Step, ...]
    findings: tuple[ToldFinding, ...]
    own_texts: tuple[OwnText, ...]
    attachments: tuple[str, ...]
    issue: Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an assessment rests on besides the case itself."""

    ministry_name: str = ""
    steps: tuple[Step, ...] = ()


def write_receipt(
    text: LetterText, dossier: Dossier, issue: Issue, around: Surroundings
) -> str:
    """Return facts, answers, findings and versions as JSON with sorted keys."""
    assessment = dossier.assessment
    asked = assessment.asked if assessment else ()
    receipt = Receipt(
        form=FORM,
        program=__version__,
        kind=text.kind,
        rules_sha256=assessment.rules_sha256 if assessment else "",
        texts_sha256=text.sha256,
        case=dossier.case,
        about=dossier.about,
        values=dossier.values,
        ministry_name=around.ministry_name,
        locations=dossier.locations,
        answers=tuple(one.answer for one in asked if one.answer is not None),
        steps=around.steps,
        findings=tell_findings(assessment) if assessment else (),
        own_texts=dossier.own_texts,
        attachments=dossier.attachments,
        issue=issue,
    )
    return json.dumps(to_plain(receipt), ensure_ascii=False, sort_keys=True, indent=1)


def read_receipt(text: str) -> Receipt:
    """Return the receipt.

    Raises:
        ValueError: It is none, or of the first form.
    """
    plain = json.loads(text)
    if not isinstance(plain, dict) or plain.get("form") != FORM:
        raise ValueError("no receipt of this form")
    return from_plain(Receipt, plain)


def tell_findings(assessment: Assessment) -> tuple[ToldFinding, ...]:
    """Return the findings in the words and values that a receipt keeps."""
    return tuple(
        ToldFinding(
            rule=found.rule,
            outcome=str(found.outcome),
            basis=str(found.basis),
            statement=found.statement,
            judged_by=found.judged_by,
            judged_on=str(found.judged_on or ""),
            ground=found.ground,
        )
        for found in assessment.findings
    )
