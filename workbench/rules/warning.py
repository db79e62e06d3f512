"""Signals about sizes: just under the threshold, or over it together with other steps."""

from calendar import monthrange
from datetime import date

from workbench.domain.case import Step
from workbench.domain.finding import Finding, Weight
from workbench.domain.fte import Fte
from workbench.domain.notation import write_change, write_fte, write_list
from workbench.rules.situations import Situation
from workbench.rules.thresholds import relevant_amount
from workbench.rules.wording import find


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def find_near(situation: Situation) -> list[Finding]:
    """Return a signal when the amount lies from the near-threshold up to the threshold."""
    amount, book = relevant_amount(situation), situation.book
    if amount is None or situation.is_housing:
        return []
    if not book.fte("near-threshold") <= amount < book.fte("advice-threshold"):
        return []
    local = {"amount": write_fte(amount)}
    return [
        find(situation, "near-threshold", "signal", local=local, goes_to="field:fte_after")
    ]


def find_cumulation(situation: Situation) -> list[Finding]:
    """Return a signal when steps that each stay under the threshold pass it together.

    A step that reaches the threshold by itself is left out: it had its own advice.
    Every window of the set length that holds this case's day is looked at.
    """
    own, threshold = situation.case.change, situation.book.fte("advice-threshold")
    if "cumulation" not in situation.book.rules or own is None or abs(own) >= threshold:
        return []
    for steps in _windows(situation):
        known = [step for step in steps if step.change is not None]
        total = Fte(own.hundredths + sum(_hundredths(step) for step in known))
        if known and abs(total) >= threshold:
            return [_cumulated(situation, "signal", known, total)]
    unknown = [s for steps in _windows(situation) for s in steps if s.change is None]
    return [_cumulated(situation, "open", unknown, own)] if unknown else []


def _windows(situation: Situation) -> list[list[Step]]:
    """Return per window the other steps in it, oldest window first."""
    months = situation.book.settings["cumulation-months"].value
    day, threshold = situation.case.judged_on, situation.book.fte("advice-threshold")
    small = [
        step
        for step in situation.steps
        if step.change is None or abs(step.change) < threshold
    ]
    starts = sorted({day, *(step.judged_on for step in small if step.judged_on <= day)})
    return [
        [step for step in small if start <= step.judged_on <= add_months(start, months)]
        for start in starts
        if day <= add_months(start, months)
    ]


def _hundredths(step: Step) -> int:
    return 0 if step.change is None else step.change.hundredths


def _cumulated(situation: Situation, says: str, steps: list[Step], total: Fte) -> Finding:
    numbers = write_list(list(dict.fromkeys(step.number for step in steps)))
    return find(
        situation,
        "cumulation",
        says,
        local={"steps": numbers, "sum": write_change(total)},
        because=("case.change",),
        weight=Weight.SIGNALS,
        goes_to="field:fte_after",
    )
