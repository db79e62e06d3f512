"""What follows from the facts: findings with reasons, in one assessment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from workbench.domain.answer import Answer
from workbench.domain.rule import Citation, Question


class Basis(StrEnum):
    """What a finding rests on."""

    COMPUTED = "computed"
    JUDGED = "judged"
    OPEN = "open"


class Outcome(StrEnum):
    """What was found."""

    DUE = "due"
    NOT_DUE = "not_due"
    IN_LINE = "in_line"
    DEVIATES = "deviates"
    LIMITED = "limited"
    NOT_LIMITED = "not_limited"
    NOTED = "noted"
    SIGNAL = "signal"
    OPEN = "open"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    IMPOSSIBLE = "impossible"


class Weight(StrEnum):
    """What a finding does to sealing."""

    BLOCKS = "blocks"
    SIGNALS = "signals"
    INFORMS = "informs"


class LetterKind(StrEnum):
    """The kinds of letter this program makes (`domain.md` 8.5)."""

    RECEIPT = "receipt"
    INFORMATION = "information_request"
    LOCATION_ADVICE = "location_advice"
    PROPOSAL = "proposal"
    PARLIAMENT = "parliamentary_answer"
    FIGURES_REQUEST = "figures_request"
    NOTE = "internal_note"
    HOUSING_PROPOSAL = "housing_proposal"
    AGENCY_LETTER = "agency_letter"
    AGENCY_BRIEF = "agency_brief"
    CHANCES_REQUEST = "chances_request"
    OFFER_REPLY = "offer_reply"
    COUNCIL_COVER = "council_cover"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A named value a finding or letter rests on.

    Attributes:
        key: Address, such as "case.change" or "answer.labour-scan".
        text: As the reader sees it.
        origin: Where it comes from, in words: form field, answer, delivery, rule.
    """

    key: str
    text: str
    label: str
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One outcome of one rule.

    Attributes:
        statement: The outcome in one sentence, for the panel.
        because: The facts it rests on.
        depends_on: Keys of the questions whose answers it used or still needs.
        weight: Whether it blocks sealing, signals or informs.
        goes_to: Question or field that the user can change, such as "question:p2" or
            "field:fte_after".
    """

    rule: str
    title: str
    outcome: Outcome
    basis: Basis
    statement: str
    because: tuple[Fact, ...] = ()
    source: Citation
    depends_on: tuple[str, ...] = ()
    judged_by: str = ""
    judged_on: date | None = None
    ground: str = ""
    weight: Weight = Weight.INFORMS
    goes_to: str = ""


class AskState(StrEnum):
    """Where a question stands."""

    OPEN = "open"
    ANSWERED = "answered"
    UNKNOWN = "unknown"
    INCOMPLETE = "incomplete"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it stands for one case; kept answers of dropped questions are shown.

    Attributes:
        lacking: What an incomplete answer still needs: "explanation" or "value".
        matters: How many open findings wait for it; the wizard asks the highest first.
    """

    question: Question
    state: AskState
    answer: Answer | None = None
    lacking: str = ""
    matters: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeView:
    """What one framework says of the case.

    Attributes:
        is_binding: Whether it holds on the case's reference day.
        outcome: DUE, NOT_DUE, or OPEN when a judgement or fact is lacking.
    """

    framework: str
    title: str
    is_binding: bool
    outcome: Outcome
    statement: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything that follows for one case on its reference day.

    Attributes:
        regimes: All frameworks; one is binding.
        findings: Of the binding framework, in the order a letter cites them.
        asked: Every question that was asked or answered, in the wizard's order.
        letter: The kind of letter that follows, or `None` when none is due or it is open.
        missing: Findings and facts that block sealing, in words.
        facts: Everything a letter may refer to, by key.
    """

    case_id: str
    day: date
    regimes: tuple[RegimeView, ...]
    findings: tuple[Finding, ...]
    asked: tuple[Asked, ...]
    letter: LetterKind | None
    conclusion: str
    missing: tuple[Finding, ...]
    signals: tuple[Finding, ...]
    facts: dict[str, Fact] = field(default_factory=dict)
    rules_sha256: str = ""

    def finding(self, rule: str) -> Finding | None:
        return next((found for found in self.findings if found.rule == rule), None)
