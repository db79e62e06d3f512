"""Decides whether a text block belongs in a letter.

A condition is one or more atoms joined by "|" of which one must hold; "not " denies an
atom. Atoms:

    finding:RULE=OUTCOME    the finding of that rule has that outcome
    answer:QUESTION=VERDICT the question was answered so, and is still asked
    explained:QUESTION      the answer to that question has an explanation or value
    known:FACT              the fact is known
    occasion=OCCASION       the case has that occasion
    shifts, locations       at least one row is there
    sample                  the case is an invented example
"""

import re
from collections.abc import Callable, Mapping

from workbench.domain.answer import Answer
from workbench.domain.case import Case, Location
from workbench.domain.finding import AskState, Assessment, Fact, Outcome
from workbench.domain.notation import UNKNOWN

_ATOM = re.compile(
    r"(finding:[a-z0-9#-]+=[a-z_]+|answer:[a-z0-9#-]+=[a-z_]+|explained:[a-z0-9#-]+"
    r"|known:[A-Za-z0-9_.#-]+|occasion=[a-z_]+|shifts|locations|sample)"
)


def fault_in_condition(condition: str) -> str:
    """Return what is wrong with a condition, or "" when it can be decided."""
    for atom in condition.split("|"):
        plain = atom.strip().removeprefix("not ")
        if not _ATOM.fullmatch(plain):
            return f"onbekende voorwaarde {plain!r}"
        if plain.startswith("finding:") and plain.split("=")[1] not in list(Outcome):
            return f"onbekende uitkomst in {plain!r}"
    return ""


class Conditions:
    """The facts of one case that conditions look at."""

    def __init__(
        self,
        case: Case | None,
        assessment: Assessment | None,
        locations: tuple[Location, ...],
        facts: Mapping[str, Fact],
    ) -> None:
        self._case = case
        self._assessment = assessment
        self._locations = locations
        self._facts = facts
        self._answers: dict[str, Answer] = {
            asked.question.key: asked.answer
            for asked in (assessment.asked if assessment else ())
            if asked.answer is not None and asked.state is not AskState.NOT_ASKED
        }
        self._by_word: dict[str, Callable[[], bool]] = {
            "shifts": lambda: case is not None and bool(case.shifts),
            "locations": lambda: bool(locations),
            "sample": lambda: case is not None and case.is_sample,
        }

    def hold(self, conditions: tuple[str, ...], number: str = "") -> bool:
        """Return whether all conditions hold, "#" standing for the repeat's number."""
        return all(
            any(self._holds(atom.strip().replace("#", number)) for atom in line.split("|"))
            for line in conditions
        )

    def _holds(self, atom: str) -> bool:
        if atom.startswith("not "):
            return not self._holds(atom.removeprefix("not "))
        if atom in self._by_word:
            return self._by_word[atom]()
        name, _, wanted = atom.partition("=")
        if name == "occasion":
            return self._case is not None and self._case.occasion == wanted
        topic, _, key = name.partition(":")
        if topic == "finding":
            finding = self._assessment.finding(key) if self._assessment else None
            return finding is not None and finding.outcome == wanted
        if topic == "known":
            fact = self._facts.get(key)
            return fact is not None and fact.text not in ("", UNKNOWN)
        answer = self._answers.get(key)
        if topic == "explained":
            return answer is not None and bool(answer.explanation or answer.value)
        return answer is not None and answer.verdict == wanted
