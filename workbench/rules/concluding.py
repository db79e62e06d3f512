"""The conclusion rests on all findings: it stays open while one of them is."""

from dataclasses import replace

from workbench.domain.finding import AskState, Finding, LetterKind, Outcome
from workbench.rules.judging import find_judged
from workbench.rules.needing import blocks
from workbench.rules.situations import Situation
from workbench.rules.wording import fill, find


def find_conclusion(situation: Situation, findings: list[Finding]) -> list[Finding]:
    """Return the judged conclusion; open while a finding it rests on is open."""
    if "due" not in situation.holds:
        return []
    conclusion = find_judged(situation, "conclusion")
    waits_for = next((found for found in findings if blocks(found)), None)
    if waits_for is not None and not blocks(conclusion):
        conclusion = find(situation, "conclusion", "open-waits", goes_to=waits_for.goes_to)
    needed = tuple(
        one.question.key
        for one in situation.asked.values()
        if one.state is not AskState.NOT_ASKED and one.question.is_needed
    )
    return [replace(conclusion, depends_on=needed)]


def find_headline(
    situation: Situation, outcome: Outcome, letter: LetterKind | None, *, is_ready: bool
) -> str:
    """Return in one sentence what follows for the case."""
    name = str(outcome)
    if outcome is Outcome.DUE:
        stand = "ready" if is_ready else "open"
        name = f"due-{letter}-{stand}"
    return fill(situation.book.rules["headline"].says[name], situation.facts, {})
