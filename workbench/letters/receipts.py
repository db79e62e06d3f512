"""The receipt of a sealed letter: everything it rested on, for replay years later."""

from __future__ import annotations

import json
from dataclasses import dataclass

from workbench import __version__
from workbench.domain.answer import Answer
from workbench.domain.case import Case, Location, Step
from workbench.domain.finding import Assessment, LetterKind
from workbench.domain.letter import OwnText
from workbench.letters.compose import Issue
from workbench.letters.compose_facts import Dossier
from workbench.letters.plain_values import from_plain, to_plain
from workbench.letters.texts import LetterText

FORM = 2


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
        form: Version of the receipt itself; the first could not be replayed.
        steps: Earlier and later cases of the same service, as they counted.
        attachments: Titles of what went along.
    """

    form: int
    program: str
    kind: LetterKind
    rules_sha256: str
    texts_sha256: str
    case: Case
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

    ministry_name: str
    steps: tuple[Step, ...]


def write_receipt(
    text: LetterText, dossier: Dossier, issue: Issue, around: Surroundings
) -> str:
    """Return facts, answers, findings and versions as JSON with sorted keys."""
    assessment = dossier.assessment
    receipt = Receipt(
        form=FORM,
        program=__version__,
        kind=text.kind,
        rules_sha256=assessment.rules_sha256,
        texts_sha256=text.sha256,
        case=dossier.case,
        ministry_name=around.ministry_name,
        locations=dossier.locations,
        answers=tuple(one.answer for one in assessment.asked if one.answer is not None),
        steps=around.steps,
        findings=tell_findings(assessment),
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
