"""Everything a rule may look at while one case is assessed under one framework."""

from dataclasses import dataclass, field

from workbench.domain.case import Case, Location, Step
from workbench.domain.finding import Asked, AskState, Fact
from workbench.domain.rule import Body
from workbench.rules.books import Book
from workbench.rules.dividing import Division


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A case, the rules that hold, and what was asked and answered.

    Attributes:
        facts: By key; grows with the answers once it is known what is asked.
        asked: By key of the question, in the wizard's order.
        holds: Names of the conditions that hold, such as "due" and "grows".
    """

    case: Case
    book: Book
    division: Division
    locations: tuple[Location, ...] = ()
    steps: tuple[Step, ...] = ()
    facts: dict[str, Fact]
    asked: dict[str, Asked] = field(default_factory=dict)
    holds: frozenset[str] = frozenset()

    @property
    def randstad(self) -> frozenset[str]:
        return self.book.provinces("randstad")

    @property
    def is_new(self) -> bool:
        return self.case.occasion is not None and self.case.occasion.is_new

    @property
    def is_housing(self) -> bool:
        return self.case.occasion is not None and self.case.occasion.is_housing

    @property
    def body(self) -> Body | None:
        return self.book.body(self.case.body, self.case.sector or "")

    def questions_of(self, rule: str) -> list[Asked]:
        """Return the questions that are asked for a rule, in the wizard's order."""
        return [
            asked
            for asked in self.asked.values()
            if asked.question.rule == rule and asked.state is not AskState.NOT_ASKED
        ]

    def verdict(self, question: str) -> str:
        """Return the verdict of a complete answer to an asked question, or nothing."""
        asked = self.asked.get(question)
        if asked is None or asked.answer is None or asked.state is not AskState.ANSWERED:
            return ""
        return asked.answer.verdict
