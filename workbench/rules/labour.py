"""The labour-market scan: possible, possible on a condition, or impossible.

"Onvoldoende" leads to impossible only after a hybrid start and recruitment among young
people have both been answered with no.
"""

from dataclasses import replace

from workbench.domain.finding import AskState, Finding, Weight
from workbench.domain.notation import read_date
from workbench.rules.judging import find_open, judge
from workbench.rules.situations import Situation
from workbench.rules.warning import add_months
from workbench.rules.wording import find

_RULE = "labour-scan"
_SCANNED = ("sufficient", "tight", "insufficient")
_MEASURES = {"labour-hybrid", "labour-hybrid-until", "labour-youth"}


def find_labour(situation: Situation) -> list[Finding]:
    """Return the outcome of the scan and its age; nothing when no fte come anywhere."""
    if not situation.questions_of(_RULE):
        return []
    return [_outcome(situation), *_age(situation)]


def _outcome(situation: Situation) -> Finding:
    lacking = [
        one.question.key
        for one in situation.questions_of(_RULE)
        if one.state is not AskState.ANSWERED
    ]
    if _RULE in lacking:
        return find_open(situation, _RULE)
    if lacking:
        about_measures = lacking[0] in _MEASURES
        return find_open(
            situation, _RULE, "open-measures" if about_measures else "open-source"
        )
    return judge(situation, _RULE, _says(situation), situation.asked[_RULE])


def _says(situation: Situation) -> str:
    scan = situation.verdict(_RULE)
    if scan == "none":
        return "signal-none"
    is_hybrid = situation.verdict("labour-hybrid") == "yes"
    is_youth = situation.verdict("labour-youth") == "yes"
    if is_hybrid or is_youth:
        both = is_hybrid and is_youth
        return f"conditional-{'both' if both else 'hybrid' if is_hybrid else 'youth'}"
    return "impossible" if scan == "insufficient" else f"possible-{scan}"


def _age(situation: Situation) -> list[Finding]:
    rule, scan = "labour-scan-age", situation.verdict(_RULE)
    dated = situation.asked.get("labour-date")
    if scan == "none":
        return []
    if dated is None or dated.answer is None or dated.state is not AskState.ANSWERED:
        weight = Weight.SIGNALS if scan else Weight.INFORMS
        lacking = "labour-date" if scan in _SCANNED else _RULE
        found = find(situation, rule, "open", weight=weight, goes_to=f"question:{lacking}")
    else:
        months = situation.book.settings["labour-scan-months"].value
        is_old = add_months(read_date(dated.answer.value), months) < situation.book.day
        says = "signal" if is_old else "in_line"
        found = find(situation, rule, says, goes_to="question:labour-date")
    return [replace(found, depends_on=(_RULE, "labour-date"))]
