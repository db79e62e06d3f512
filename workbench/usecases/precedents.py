"""Earlier cases that are alike, and what would turn this one; never applied by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from workbench.domain.case import Case, CaseId, Occasion, Stage
from workbench.domain.finding import Assessment, Outcome
from workbench.domain.fte import Fte
from workbench.domain.notation import (
    UNKNOWN,
    write_change,
    write_date,
    write_fte,
    write_list,
)
from workbench.domain.place import BY_CODE
from workbench.store import answers, cases
from workbench.usecases.checklist import assess_facts
from workbench.usecases.context import Context
from workbench.usecases.fields import OCCASIONS, SECTORS
from workbench.usecases.record_lists import records_of

_CONCLUSION = "conclusion"
_MOST, _LEAST_ALIKE = 8, 3
_STEP = Fte.of("0.01")
_OLD_REGIME = date(2024, 5, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """One earlier case beside this one.

    Attributes:
        same: Labels of facts that matter and are the same.
        different: Label, here, there.
        advice: Its conclusion in words; "" when there is none.
        is_equal: All facts that matter are the same.
        needs_reason: Equal, another conclusion, and no reason given yet.
    """

    case: Case
    same: tuple[str, ...]
    different: tuple[tuple[str, str, str], ...]
    advice: str
    is_equal: bool
    needs_reason: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A set of facts that would turn what follows.

    Attributes:
        changes: What would be otherwise, in words.
        then: What would follow.
    """

    changes: tuple[str, ...]
    then: str


def find_precedents(context: Context, case_id: CaseId) -> list[Likeness]:
    """Return earlier cases that are alike, the most alike and newest first."""
    case = cases.load_case(context.store, case_id)
    own_conclusion = _conclusion(context, case_id)[0]
    reasons = {
        one.text("other_number") for one in records_of(context, "precedents", case_id)
    }
    mine = _features(context, case)
    found = []
    for summary in cases.find_cases(context.store):
        if summary.id == case_id or summary.stage in (Stage.SIGNAL, Stage.WITHDRAWN):
            continue
        other = cases.load_case(context.store, summary.id)
        theirs = _features(context, other)
        same = [label for label, value in mine.items() if value and value == theirs[label]]
        different = tuple(
            (label, value or UNKNOWN, theirs[label] or UNKNOWN)
            for label, value in mine.items()
            if label not in same
        )
        if len(same) < _LEAST_ALIKE:
            continue
        verdict, advice = _conclusion(context, other.id)
        is_other = bool(verdict and own_conclusion and verdict != own_conclusion)
        found.append(
            Likeness(
                case=other,
                same=tuple(same),
                different=different,
                advice=advice,
                is_equal=not different,
                needs_reason=not different and is_other and other.number not in reasons,
            )
        )
    found.sort(key=lambda one: (-len(one.same), -one.case.judged_on.toordinal()))
    return found[:_MOST]


def unexplained(context: Context, case_id: CaseId) -> list[str]:
    """Return for each equal case with another advice that its reason is lacking."""
    return [
        f"Casus {one.case.number} is gelijk en kreeg een ander advies: leg in het dossier"
        " bij “Vergeleken zaken” vast waarom"
        for one in find_precedents(context, case_id)
        if one.needs_reason
    ]


def find_turns(context: Context, case_id: CaseId) -> list[Turn]:
    """Return the smallest sets of facts that would turn whether and which letter follows.

    First single facts are tried, then pairs; every one is really assessed.
    """
    case = cases.load_case(context.store, case_id)
    now = assess_facts(context, case)
    tried = list(_changes(context, case))
    for size in (1, 2):
        turns = []
        for group in combinations(tried, size):
            labels = tuple(words for words, _, _ in group)
            if len({name for _, name, _ in group}) < size:
                continue
            values = {name: value for _, name, value in group}
            other = replace(case, **values)  # type: ignore[arg-type]  # fields of a case
            then = assess_facts(context, other)
            if _is_turned(now, then):
                turns.append(Turn(changes=labels, then=_told(then)))
        if turns:
            return turns
    return []


def _features(context: Context, case: Case) -> dict[str, str]:
    """Return the facts that matter, in words; "" for unknown."""
    change = case.change
    randstad = _randstad(context)
    inside = {shift.province in randstad for shift in case.shifts if shift.change}
    where = {frozenset({True}): "in de Randstad", frozenset({False}): "buiten de Randstad"}
    return {
        "Aanleiding": OCCASIONS[case.occasion] if case.occasion else "",
        "Sector": SECTORS[case.sector] if case.sector else "",
        "Organisatie uit de sectorlijst": case.body or "",
        "Richting": "" if change is None else "groei" if change.hundredths > 0 else "krimp",
        "Omvang": _size_class(change),
        "Waar": where.get(frozenset(inside), "beide" if inside else ""),
    }


def _size_class(change: Fte | None) -> str:
    if change is None:
        return ""
    amount = abs(change)
    for limit in (50, 100, 200, 500):
        if amount < Fte.of(limit):
            return f"minder dan {limit} fte"
    return "500 fte of meer"


def _conclusion(context: Context, case_id: CaseId) -> tuple[str, str]:
    for answer in answers.list_answers(context.store, case_id):
        if answer.question == _CONCLUSION:
            for question in context.rules.questions:
                option = question.option(answer.verdict)
                if question.key == _CONCLUSION and option is not None:
                    return answer.verdict, option.text
    return "", ""


def _changes(context: Context, case: Case) -> Iterator[tuple[str, str, object]]:
    """Yield single facts that could be otherwise: in words, field, value."""
    threshold = Fte.of(100)
    if case.fte_before is not None and case.fte_after is not None:
        for amount in (threshold, threshold - _STEP):
            for sign in (1, -1):
                after = Fte(case.fte_before.hundredths + sign * amount.hundredths)
                if after.hundredths >= 0 and after != case.fte_after:
                    change = write_change(after - case.fte_before)
                    words = f"omvang {write_fte(after)} fte (verandering {change})"
                    yield words, "fte_after", after
    for occasion in Occasion:
        if occasion is not case.occasion:
            yield f"aanleiding “{OCCASIONS[occasion]}”", "occasion", occasion
    if case.judged_on > _OLD_REGIME:
        day = write_date(_OLD_REGIME)
        yield f"toetsdatum {day}, onder de regels van 2018", "judged_on", _OLD_REGIME
    yield from _elsewhere(context, case)


def _elsewhere(context: Context, case: Case) -> Iterator[tuple[str, str, object]]:
    randstad = _randstad(context)
    for code in ("PV22", "PV28"):
        if len(case.shifts) == 1 and case.shifts[0].province != code:
            moved = (replace(case.shifts[0], province=code),)
            where = "in" if code in randstad else "buiten"
            words = f"alles in {BY_CODE[code].name}, {where} de Randstad"
            yield words, "shifts", moved


def _randstad(context: Context) -> frozenset[str]:
    today = context.today()
    for listed in context.rules.lists:
        if listed.key == "randstad" and listed.holds_on(today):
            return frozenset(listed.provinces)
    return frozenset()


def _is_turned(now: Assessment, then: Assessment) -> bool:
    """Whether something else follows; what became open only is no other outcome."""
    if _binding(now) != _binding(then) or now.letter is not then.letter:
        return True
    judged = {found.rule: found.outcome for found in now.findings}
    return any(
        found.outcome is not judged.get(found.rule)
        and Outcome.OPEN not in (found.outcome, judged.get(found.rule))
        for found in then.findings
        if found.rule in ("principle-3", "principle-4")
    )


def _binding(assessment: Assessment) -> list[Outcome]:
    return [regime.outcome for regime in assessment.regimes if regime.is_binding]


def _told(assessment: Assessment) -> str:
    binding = [regime.statement for regime in assessment.regimes if regime.is_binding]
    return assessment.conclusion or write_list(binding)
