"""The receipt of a sealed letter: everything it rested on, for replay years later."""

import json
from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import Any

from workbench import __version__
from workbench.letters.compose import Issue
from workbench.letters.compose_facts import Dossier
from workbench.letters.texts import LetterText


def write_receipt(text: LetterText, dossier: Dossier, issue: Issue) -> str:
    """Return facts, answers, findings and versions as JSON with sorted keys."""
    assessment = dossier.assessment
    answers = [
        asdict(asked.answer) for asked in assessment.asked if asked.answer is not None
    ]
    findings = [
        {
            "rule": found.rule,
            "outcome": found.outcome,
            "basis": found.basis,
            "statement": found.statement,
            "judged_by": found.judged_by,
            "judged_on": found.judged_on,
            "ground": found.ground,
        }
        for found in assessment.findings
    ]
    receipt = {
        "program": __version__,
        "rules_sha256": assessment.rules_sha256,
        "texts_sha256": text.sha256,
        "case": asdict(dossier.case),
        "locations": [asdict(location) for location in dossier.locations],
        "answers": answers,
        "findings": findings,
        "own_texts": [asdict(own) for own in dossier.own_texts],
        "issue": asdict(issue),
    }
    return json.dumps(receipt, default=_plain, ensure_ascii=False, sort_keys=True, indent=1)


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"not for a receipt: {type(value).__name__}")
