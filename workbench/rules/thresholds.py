"""Decides per framework whether an advice or proposal is due: sizes against thresholds.

Amounts are compared unrounded and "vanaf" counts the threshold itself.
"""

from workbench.domain.case import Occasion
from workbench.domain.finding import Basis, Finding, LetterKind, Outcome
from workbench.domain.fte import Fte
from workbench.domain.notation import write_fte, write_list
from workbench.domain.place import BY_CODE
from workbench.rules.judging import find_judged
from workbench.rules.labels import FIELDS
from workbench.rules.situations import Situation
from workbench.rules.wording import find

RELOCATION_QUESTION = "relocation-meant"
CROSSING_QUESTION = "crossing-judged"
_LETTERS = {
    "advice-2018": LetterKind.LOCATION_ADVICE,
    "measure-a": LetterKind.LOCATION_ADVICE,
    "measure-b": LetterKind.PROPOSAL,
    "measure-c": LetterKind.HOUSING_PROPOSAL,
    "relocation-scope": LetterKind.LOCATION_ADVICE,
}


def find_scope(situation: Situation) -> list[Finding]:
    """Return what the framework says on whether something is due, in its own order."""
    if "advice-2018" in situation.book.rules:
        return [_advice_2018(situation)]
    relocation = _relocation(situation)
    return [
        _measure_a(situation),
        _measure_b(situation),
        _measure_c(situation),
        *([relocation] if relocation else []),
    ]


def outcome_of_scope(scope: list[Finding]) -> Outcome:
    """Return DUE as soon as one is due, OPEN when one is open, else NOT_DUE."""
    outcomes = {finding.outcome for finding in scope}
    if Outcome.DUE in outcomes:
        return Outcome.DUE
    return Outcome.OPEN if Outcome.OPEN in outcomes else Outcome.NOT_DUE


def letter_of_scope(scope: list[Finding]) -> LetterKind | None:
    """Return the letter that is due, if any."""
    due = [found.rule for found in scope if found.outcome is Outcome.DUE]
    return next((_LETTERS[rule] for rule in due if rule in _LETTERS), None)


def decisive(scope: list[Finding]) -> Finding:
    """Return the finding that explains the outcome best."""
    outcome = outcome_of_scope(scope)
    told = [found for found in scope if found.outcome is outcome]
    judged = [found for found in told if found.basis is Basis.JUDGED]
    return (judged or told)[0]


def relevant_amount(situation: Situation) -> Fte | None:
    """Return the amount that the framework holds against its threshold, if known."""
    division = situation.division
    if "advice-2018" in situation.book.rules:
        listed = situation.book.provinces("de-vries")
        crossing = [division.crossing_at_least(code) for code in listed]
        return max(crossing) if division.is_known else None
    amounts = [situation.case.change]
    if situation.case.occasion is Occasion.RELOCATION:
        amounts.append(division.moved)
    return max((abs(one) for one in amounts if one is not None), default=None)


def relocates(situation: Situation) -> bool:
    """Whether enough moves to ask if the letter means that, though no size changes."""
    moved, case = situation.division.moved, situation.case
    if situation.is_new or situation.is_housing or case.occasion is None:
        return False
    if "relocation-scope" not in situation.book.rules or moved is None:
        return False
    return moved >= _threshold(situation) and (
        case.change is not None and abs(case.change) < _threshold(situation)
    )


def crossing_is_unknown(situation: Situation) -> bool:
    """Whether the figures leave open what crosses a border under the rule of 2018."""
    if "advice-2018" not in situation.book.rules:
        return False
    return _advice_2018(situation).outcome is Outcome.OPEN


def lacking_size(situation: Situation) -> str:
    """Return the first field without which no size can be told; empty if none."""
    case = situation.case
    if case.occasion is None:
        return "field:occasion"
    if case.fte_before is None and not situation.is_new:
        return "field:fte_before"
    return "field:fte_after" if case.fte_after is None else ""


def _threshold(situation: Situation) -> Fte:
    return situation.book.fte("advice-threshold")


def _advice_2018(situation: Situation) -> Finding:
    listed = sorted(situation.book.provinces("de-vries"))
    division, threshold = situation.division, _threshold(situation)
    told = {code: division.crosses(code, threshold) for code in listed}
    names = write_list([BY_CODE[code].name for code in listed])
    for code in (code for code in listed if told[code]):
        local = {
            "province": BY_CODE[code].name,
            "crossing": write_fte(division.crossing_at_least(code)),
        }
        because = (f"shift.{code}.change", "list.de-vries")
        return find(situation, "advice-2018", "due", local=local, because=because)
    because = ("case.moved", "list.de-vries")
    if situation.questions_of("advice-2018"):
        judged = find_judged(situation, "advice-2018", because=because)
        if judged.basis is Basis.JUDGED:
            return judged
    says = "open" if None in told.values() else "not_due"
    return find(
        situation,
        "advice-2018",
        says,
        local={"provinces": names},
        because=because,
        goes_to="field:shifts",
    )


def _measure_a(situation: Situation) -> Finding:
    if situation.is_new:
        return find(situation, "measure-a", "not_due-new", goes_to="field:occasion")
    if situation.is_housing:
        return find(situation, "measure-a", "not_due-housing", goes_to="field:occasion")
    return _by_size(situation, "measure-a")


def _measure_b(situation: Situation) -> Finding:
    if situation.case.occasion is None:
        return _lacks(situation, "measure-b", "field:occasion")
    if not situation.is_new:
        return find(situation, "measure-b", "not_due-existing", goes_to="field:occasion")
    return _by_size(situation, "measure-b")


def _measure_c(situation: Situation) -> Finding:
    if situation.case.occasion is None:
        return _lacks(situation, "measure-c", "field:occasion")
    says = "due" if situation.is_housing else "not_due"
    because = ("case.occasion",)
    return find(situation, "measure-c", says, because=because, goes_to="field:occasion")


def _by_size(situation: Situation, rule: str) -> Finding:
    change = situation.case.change
    if situation.case.occasion is None or change is None:
        return _lacks(situation, rule, lacking_size(situation))
    says = "due" if abs(change) >= _threshold(situation) else "not_due"
    because = ("case.fte_before", "case.fte_after", "case.figures_on")
    return find(situation, rule, says, because=because, goes_to="field:fte_after")


def _lacks(situation: Situation, rule: str, field: str) -> Finding:
    return find(situation, rule, "open", local={"label": FIELDS[field]}, goes_to=field)


def _relocation(situation: Situation) -> Finding | None:
    case, rule = situation.case, "relocation-scope"
    if relocates(situation):
        return find_judged(situation, rule, because=("case.change", "case.moved"))
    if case.occasion is not Occasion.RELOCATION or case.change is None:
        return None
    if abs(case.change) >= _threshold(situation):
        return None
    says = "open-facts" if situation.division.moved is None else "not_due"
    return find(situation, rule, says, goes_to="field:shifts")
