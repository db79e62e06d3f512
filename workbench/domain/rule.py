"""Rules, questions and lists as dated data with a source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a rule is written.

    Attributes:
        document: Key in the register of sources, such as "kst-31490-337".
        sentences: Numbers in the sentence index of that document; may be empty.
        place: Page, section or address, in words.
        note: Such as "te bevestigen" or "werkafspraak"; empty when the source is firm.
    """

    document: str
    title: str
    sentences: tuple[int, ...] = ()
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What every entry of a rule set has.

    Attributes:
        key: Name that answers and letters refer to; never reused, never translated.
        valid_from: First day of this wording.
        valid_until: Last day; `None` while it holds.
    """

    key: str
    source: Citation
    valid_from: date
    valid_until: date | None = None

    def __post_init__(self) -> None:
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise ValueError(f"{self.key}: valid_until lies before valid_from")

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Dated):
    """One rule: what it is called and what it says for each outcome.

    Attributes:
        title: Short name for the conclusion panel.
        text: The rule in our own words.
        says: Sentence per outcome, with named facts in braces.
        is_open_norm: Whether only a person can judge it.
    """

    title: str
    text: str
    says: dict[str, str]
    is_open_norm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Dated):
    """A number of a rule, such as a threshold, in its unit."""

    title: str
    value: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceList(Dated):
    """A named set of provinces, such as the Randstad."""

    title: str
    provinces: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Dated):
    """A body the letter names, with the kind of ground for limited room, if any.

    Attributes:
        ground: "primary_process", "governance", "fluctuating", "statutory" or "" when
            the letter names the body without a ground (core departments).
    """

    name: str
    sector: str
    ground: str


class QuestionKind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One possible verdict.

    Attributes:
        asks_reason: Whether choosing it demands an explanation, as a deviation does.
    """

    key: str
    text: str
    asks_reason: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Dated):
    """One question of the checklist.

    Attributes:
        step: Key of the wizard's step it belongs to.
        text: The question, in our own words.
        guidance: Help with it, in our own words.
        unit: Of a number; empty otherwise.
        asked_when: Conditions that must all hold; each is names joined by "|" of which
            one must hold, "not " before a name denies it, and "answer:key=verdict" looks
            at another answer.
        is_needed: Whether sealing waits for it; otherwise it only signals.
        rule: Key of the rule it helps to judge.
        filled_by: Key of the instrument whose records of the case give the answer; empty
            when it is typed.
    """

    step: str
    text: str
    guidance: str
    kind: QuestionKind
    options: tuple[Option, ...] = ()
    unit: str = ""
    asked_when: tuple[str, ...] = ()
    is_needed: bool = True
    rule: str = ""
    filled_by: str = ""

    def option(self, verdict: str) -> Option | None:
        return next((option for option in self.options if option.key == verdict), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Dated):
    """One regime: the rules that apply to a case of a day within its period."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Everything read from `resources/rules/`, of all periods.

    Attributes:
        sha256: Over all files in name order; goes into the receipt of a sealed letter.
    """

    frameworks: tuple[Framework, ...]
    rules: tuple[Rule, ...]
    settings: tuple[Setting, ...]
    lists: tuple[ProvinceList, ...]
    bodies: tuple[Body, ...]
    questions: tuple[Question, ...]
    steps: tuple[tuple[str, str], ...]
    sha256: str
