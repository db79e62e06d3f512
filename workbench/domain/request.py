"""A yearly request for figures to one ministry: how far it is, and what is still asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

QuestionKey = tuple[str, str, str, str]


class StepKind(StrEnum):
    """The ladder of a request, from bottom to top; a reminder is no rung."""

    ASKED = "uitgevraagd"
    REMINDED = "herinnerd"
    RECEIVED = "ontvangen"
    CHECKING = "in controle"
    QUESTIONED = "vragen uitgezet"
    ACCEPTED = "geaccepteerd"


WAITING = (StepKind.ASKED, StepKind.QUESTIONED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestStep:
    """Something that happened to a request.

    Attributes:
        file: SHA-256 of the workbook that went out or came in, kept as it was.
        delivery_id: The delivery that took the figures in.
    """

    id: str
    kind: StepKind
    day: date
    note: str = ""
    file: str | None = None
    delivery_id: str | None = None


class QuestionState(StrEnum):
    """How far a question is."""

    OPEN = "open"
    ANSWERED = "beantwoord"
    SOLVED = "opgelost"
    DROPPED = "vervallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that was asked of a ministry about one line of its return.

    Attributes:
        code: Of the check that asks.
        cell: Where it stood when it was last found, such as "Opgave!E7".
        found: What stood there.
        text: What was asked, in words.
        owner: Who must answer; empty for the ministry.
    """

    id: str
    code: str
    organisation: str
    sector: str
    province: str
    cell: str
    found: str
    text: str
    state: QuestionState
    owner: str = ""
    answer: str = ""
    asked_on: date

    @property
    def key(self) -> QuestionKey:
        """What tells one question of a request from another."""
        return (
            self.code,
            self.organisation.casefold(),
            self.sector.casefold(),
            self.province.casefold(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one ministry is asked about one reference date.

    Attributes:
        steps: In the order in which they were recorded.
    """

    id: str
    ministry: str
    reference_date: date
    due_on: date | None = None
    contact: str = ""
    steps: tuple[RequestStep, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def step(self) -> RequestStep | None:
        """The rung it stands on; `None` when nothing happened yet."""
        rungs = [one for one in self.steps if one.kind is not StepKind.REMINDED]
        return rungs[-1] if rungs else None

    @property
    def reminded_on(self) -> date | None:
        """The day of the last reminder since it was last our turn."""
        step = self.step
        since = self.steps.index(step) if step else 0
        days = [one.day for one in self.steps[since:] if one.kind is StepKind.REMINDED]
        return days[-1] if days else None

    @property
    def open_questions(self) -> int:
        return sum(one.state is QuestionState.OPEN for one in self.questions)

    @property
    def delivery_id(self) -> str | None:
        """The last delivery that took its figures in."""
        found = [one.delivery_id for one in self.steps if one.delivery_id]
        return found[-1] if found else None

    def days_late(self, today: date) -> int | None:
        """Return the days since it was due, while the ministry is to answer."""
        step = self.step
        is_waiting = step is not None and step.kind in WAITING
        if not is_waiting or self.due_on is None or today <= self.due_on:
            return None
        return (today - self.due_on) // timedelta(days=1)
