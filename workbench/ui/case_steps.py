"""Says how far a case is, from what is assessed; nobody has to keep it up to date."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.domain.case import Case, Stage
from workbench.domain.finding import AskState, Assessment, Outcome

_LAST_STEP = "conclusion"
_FIELD, _QUESTION = "field:", "question:"


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("case_steps", text)


def case_steps(
    case: Case, assessment: Assessment, *, is_sealed: bool
) -> tuple[tuple[str, ...], int]:
    """Return the steps of a case and the current one, counted from 0."""
    if _needs_no_letter(assessment):
        short = (tr("Melding"), tr("Gegevens"), tr("Toetsing"), tr("Geen brief nodig"))
        return short, len(short)
    names = (tr("Melding"), tr("Gegevens"), tr("Toetsing"), tr("Advies"), tr("Brief"))
    return names, 5 if is_sealed else _current(case, assessment)


def _needs_no_letter(assessment: Assessment) -> bool:
    binding = [regime for regime in assessment.regimes if regime.is_binding]
    return bool(binding) and binding[0].outcome is Outcome.NOT_DUE


def _current(case: Case, assessment: Assessment) -> int:
    if case.stage is Stage.SIGNAL:
        return 0
    if any(found.goes_to.startswith(_FIELD) for found in assessment.missing):
        return 1
    waiting = [
        asked.question.step
        for asked in assessment.asked
        if asked.question.is_needed
        and asked.state in (AskState.OPEN, AskState.UNKNOWN, AskState.INCOMPLETE)
    ]
    if any(step != _LAST_STEP for step in waiting):
        return 2
    return 3 if waiting or assessment.missing else 4
