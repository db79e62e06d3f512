"""What an advisor answered to a question of the checklist."""

from dataclasses import dataclass
from datetime import date

UNKNOWN_YET = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, tied to the wording of the question that applied.

    Attributes:
        question: Key of the question.
        asked_from: First day of the wording that was answered.
        verdict: Key of the chosen option; "unknown" is "weet ik nog niet"; "given"
            for questions that ask a text, number or date only.
        value: Typed value: text, amount or ISO date, as the question's kind says.
        explanation: The ground of a judgement, in the advisor's words.
        source: Where the answer rests on.
        attachment: SHA-256 of a kept file, or `None`.
        name: Who answered.
        day: When.
    """

    question: str
    asked_from: date
    verdict: str
    value: str = ""
    explanation: str = ""
    source: str = ""
    attachment: str | None = None
    name: str
    day: date

    @property
    def is_known(self) -> bool:
        """Whether something was decided; "weet ik nog niet" decides nothing."""
        return self.verdict not in ("", UNKNOWN_YET)
