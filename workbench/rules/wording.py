"""Makes a finding out of a rule's sentence and the facts it names."""

import re

from workbench.domain.finding import Basis, Fact, Finding, Outcome, Weight
from workbench.rules.situations import Situation

_FIELD = re.compile(r"\{([\w.\-]+)\}")
LOCAL_FIELDS = frozenset(
    {
        *("amount", "body", "count", "crossing", "ground", "label", "names"),
        *("province", "provinces", "residual", "steps", "sum"),
    }
)


def fields_of(sentence: str) -> list[str]:
    """Return the names in braces, in order."""
    return _FIELD.findall(sentence)


def fill(sentence: str, facts: dict[str, Fact], local: dict[str, str]) -> str:
    """Return the sentence with every name in braces replaced by its text."""

    def text_of(match: re.Match[str]) -> str:
        name = match[1]
        return local[name] if name in local else facts[name].text

    return _FIELD.sub(text_of, sentence)


def outcome_of(says: str) -> Outcome:
    """Return the outcome that a name such as "in_line-met" begins with."""
    return Outcome(says.partition("-")[0])


def find(
    situation: Situation,
    rule_key: str,
    says: str,
    *,
    local: dict[str, str] | None = None,
    because: tuple[str, ...] = (),
    weight: Weight | None = None,
    goes_to: str = "",
) -> Finding:
    """Return the finding that a rule words as `says`; computed, or open by its outcome.

    Args:
        local: Texts for names in braces that are no facts.
        because: Keys of facts it rests on besides those that the sentence names.
    """
    rule = situation.book.rules[rule_key]
    sentence = rule.says[says]
    outcome = outcome_of(says)
    keys = dict.fromkeys([*fields_of(sentence), *because])
    return Finding(
        rule=rule_key,
        title=rule.title,
        outcome=outcome,
        basis=Basis.OPEN if outcome is Outcome.OPEN else Basis.COMPUTED,
        statement=fill(sentence, situation.facts, local or {}),
        because=tuple(situation.facts[key] for key in keys if key in situation.facts),
        source=rule.source,
        depends_on=tuple(asked.question.key for asked in situation.questions_of(rule_key)),
        weight=weight or _usual_weight(outcome),
        goes_to=goes_to,
    )


def _usual_weight(outcome: Outcome) -> Weight:
    if outcome is Outcome.OPEN:
        return Weight.BLOCKS
    return Weight.SIGNALS if outcome is Outcome.SIGNAL else Weight.INFORMS
