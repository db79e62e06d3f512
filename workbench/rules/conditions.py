"""The small language in which a question says when it is asked.

`asked_when` lists conditions that must all hold. Each is one or more names joined by
"|", of which one must hold; "not " before a name denies it. Names are:

* a condition of `CONDITIONS` below;
* "answer:key=verdict": that earlier question is asked and has that verdict, completely.
"""

from collections.abc import Callable

from workbench.domain.finding import Outcome
from workbench.domain.fte import NO_FTE
from workbench.domain.rule import Question
from workbench.rules.situations import Situation
from workbench.rules.thresholds import (
    CROSSING_QUESTION,
    RELOCATION_QUESTION,
    crossing_is_unknown,
    find_scope,
    letter_of_scope,
    outcome_of_scope,
    relocates,
)

_ANSWER = "answer:"


def is_due(situation: Situation) -> bool:
    """Whether a letter is due or may still prove to be; a judged "no" ends it."""
    scope = find_scope(situation)
    outcome = outcome_of_scope(scope)
    if outcome is Outcome.DUE:
        return letter_of_scope(scope) is not None
    return outcome is Outcome.OPEN


def grows(situation: Situation) -> bool:
    """Whether fte come somewhere; while that is unknown, unless the service shrinks."""
    if situation.division.is_known:
        return situation.division.increase(frozenset()) > NO_FTE
    change = situation.case.change
    return change is None or change >= NO_FTE


def shrinks(situation: Situation) -> bool:
    """Whether the service as a whole gets smaller."""
    change = situation.case.change
    return change is not None and change < NO_FTE


def shrinks_outside(situation: Situation) -> bool:
    """Whether part of a decrease lies outside the Randstad, so that it must be judged."""
    division = situation.division
    known = division.is_known and shrinks(situation)
    return known and division.decrease(situation.randstad) > NO_FTE


def grows_inside(situation: Situation) -> bool:
    """Whether part of what comes lies in the Randstad, so that it must be judged."""
    division = situation.division
    inside = division.increase(frozenset()) - division.increase(situation.randstad)
    return division.is_known and inside > NO_FTE


def _has_ground(ground: str) -> Callable[[Situation], bool]:
    def holds(situation: Situation) -> bool:
        body = situation.body
        return body is not None and body.ground == ground

    return holds


CONDITIONS: dict[str, Callable[[Situation], bool]] = {
    "due": is_due,
    "crossing-unknown": crossing_is_unknown,
    "relocates": relocates,
    "grows": grows,
    "grows-inside": grows_inside,
    "shrinks": shrinks,
    "shrinks-outside": shrinks_outside,
    "ground-primary-process": _has_ground("primary_process"),
    "ground-governance": _has_ground("governance"),
    "ground-fluctuating": _has_ground("fluctuating"),
    "ground-statutory": _has_ground("statutory"),
}


def holding(situation: Situation) -> frozenset[str]:
    """Return the names of the conditions that hold before any answer is looked at."""
    return frozenset(name for name, holds in CONDITIONS.items() if holds(situation))


def is_asked(question: Question, holds: frozenset[str], verdicts: dict[str, str]) -> bool:
    """Whether all conditions of a question hold.

    Args:
        verdicts: Of the asked and completely answered questions, by key.
    """
    return all(
        any(_holds(name, holds, verdicts) for name in condition.split("|"))
        for condition in question.asked_when
    )


def names_of(question: Question) -> list[str]:
    """Return every name that the conditions of a question use, without "not "."""
    return [
        name.removeprefix("not ")
        for condition in question.asked_when
        for name in condition.split("|")
    ]


def without_advice(holds: frozenset[str], verdicts: dict[str, str]) -> frozenset[str]:
    """Return `holds` without "due" once a person judged that no advice is needed."""
    judged = ((RELOCATION_QUESTION, "not_meant"), (CROSSING_QUESTION, "not_crosses"))
    if any(verdicts.get(question) == verdict for question, verdict in judged):
        return holds - {"due"}
    return holds


def _holds(name: str, holds: frozenset[str], verdicts: dict[str, str]) -> bool:
    if name.startswith("not "):
        return not _holds(name.removeprefix("not "), holds, verdicts)
    if name.startswith(_ANSWER):
        key, _, verdict = name.removeprefix(_ANSWER).partition("=")
        return verdicts.get(key) == verdict
    return name in holds
