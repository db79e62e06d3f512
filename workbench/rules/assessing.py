"""Assesses a case: every finding with its reasons, under all frameworks, on one day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from workbench.domain.answer import Answer
from workbench.domain.case import Case, Location, Step
from workbench.domain.finding import (
    Asked,
    Assessment,
    Finding,
    Outcome,
    RegimeView,
    Weight,
)
from workbench.domain.organisation import Sector
from workbench.domain.rule import RuleSet
from workbench.rules.asking import ask, keep_others, weigh
from workbench.rules.books import Book, open_book
from workbench.rules.comparing import find_alternatives, find_gaps, find_interest
from workbench.rules.concluding import find_conclusion, find_headline
from workbench.rules.conditions import holding
from workbench.rules.dividing import divide
from workbench.rules.judging import find_judged
from workbench.rules.labels import FIELDS
from workbench.rules.labour import find_labour
from workbench.rules.needing import blocks, find_needed
from workbench.rules.principles import find_principles, find_room
from workbench.rules.situations import Situation
from workbench.rules.stating import answer_facts, state_facts
from workbench.rules.thresholds import (
    decisive,
    find_scope,
    letter_of_scope,
    outcome_of_scope,
)
from workbench.rules.warning import find_cumulation, find_near
from workbench.rules.wording import find


def assess(
    case: Case,
    answers: Sequence[Answer],
    rules: RuleSet,
    day: date,
    *,
    locations: Sequence[Location] = (),
    earlier_steps: Sequence[Step] = (),
    ministry_name: str = "",
) -> Assessment:
    """Return everything that follows for the case when it is judged on `day`.

    `earlier_steps` are other cases of the same service, for the cumulation warning.
    """
    case = replace(case, judged_on=day)
    looked = [
        _look(case, open_book(rules, framework, day), tuple(locations), ministry_name)
        for framework in rules.frameworks
    ]
    held = [one for one in looked if one.book.framework.holds_on(day)]
    if not held:
        return _without_framework(looked, rules)
    binding, asked = _ask(replace(held[0], steps=tuple(earlier_steps)), answers)
    scope = find_scope(binding)
    letter, outcome = letter_of_scope(scope), outcome_of_scope(scope)
    findings = tuple(_find_all(binding, scope))
    missing = tuple(_once_per_place(found for found in findings if blocks(found)))
    return Assessment(
        case_id=case.id,
        day=day,
        regimes=tuple(_view(binding if one is held[0] else one) for one in looked),
        findings=findings,
        asked=weigh(asked | keep_others(rules, asked, answers), findings),
        letter=letter,
        conclusion=find_headline(binding, outcome, letter, is_ready=not missing),
        missing=missing,
        signals=tuple(found for found in findings if found.weight is Weight.SIGNALS),
        facts=binding.facts,
        rules_sha256=rules.sha256,
    )


def _look(
    case: Case, book: Book, locations: tuple[Location, ...], ministry_name: str
) -> Situation:
    division = divide(case, locations)
    facts = state_facts(case, book, division, locations, ministry_name)
    return Situation(
        case=case, book=book, division=division, locations=locations, facts=facts
    )


def _ask(
    situation: Situation, answers: Sequence[Answer]
) -> tuple[Situation, dict[str, Asked]]:
    asked, holds = ask(situation.book.questions, answers, holding(situation))
    facts = situation.facts | answer_facts(asked.values())
    return replace(situation, asked=asked, holds=holds, facts=facts), asked


def _find_all(situation: Situation, scope: list[Finding]) -> list[Finding]:
    findings = [
        *find_needed(situation),
        *scope,
        *_agency(situation),
        *find_near(situation),
        *find_cumulation(situation),
        *find_room(situation),
        *_report(situation),
    ]
    if "due" in situation.holds:
        findings += _weigh_all(situation)
    return findings + find_conclusion(situation, findings)


def _weigh_all(situation: Situation) -> list[Finding]:
    """Return what an advice or proposal weighs, in the order of its sections."""
    interest = find_interest(situation)
    has_principles = "principle-1" in situation.book.rules
    return [
        *_judged(situation, "region-profile"),
        *interest,
        *find_alternatives(situation),
        *find_gaps(situation),
        *_judged(situation, "housing-ready"),
        *find_labour(situation),
        *(find_principles(situation, interest) if has_principles else []),
        *_judged(situation, "staff", "business-case", "access"),
        *_judged(situation, "cumulative-effect", "consultation"),
    ]


def _judged(situation: Situation, *rules: str) -> list[Finding]:
    """Return the findings of rules that rest on their questions alone, where asked."""
    return [find_judged(situation, rule) for rule in rules if situation.questions_of(rule)]


def _report(situation: Situation) -> list[Finding]:
    """Return whether the move goes into the yearly overview for the Kamer (from 50 fte)."""
    division = situation.division
    is_asked = division.is_given or not situation.is_housing
    if "report-50" not in situation.book.rules or not is_asked:
        return []
    moved, threshold = division.moved, situation.book.fte("report-threshold")
    says = "open" if moved is None else "noted" if moved >= threshold else "not_due"
    return [
        find(situation, "report-50", says, weight=Weight.INFORMS, goes_to="field:shifts")
    ]


def _agency(situation: Situation) -> list[Finding]:
    """Return whether the service is a zbo, for which a talk is due as well (measure d)."""
    sector = situation.case.sector
    if "measure-d" not in situation.book.rules:
        return []
    says = "not_due" if sector else "open"
    return [
        find(
            situation,
            "measure-d",
            "noted" if sector is Sector.AGENCIES else says,
            local={"label": FIELDS["field:sector"]},
            weight=Weight.INFORMS,
            goes_to="field:sector",
        )
    ]


def _view(situation: Situation) -> RegimeView:
    scope, framework = find_scope(situation), situation.book.framework
    return RegimeView(
        framework=framework.key,
        title=framework.title,
        is_binding=framework.holds_on(situation.case.judged_on),
        outcome=outcome_of_scope(scope),
        statement=decisive(scope).statement,
        findings=tuple(scope),
    )


def _once_per_place(findings: Iterable[Finding]) -> list[Finding]:
    """Return the first finding for each question or field that settles it."""
    by_place: dict[str, Finding] = {}
    for finding in findings:
        by_place.setdefault(finding.goes_to, finding)
    return list(by_place.values())


def _without_framework(looked: list[Situation], rules: RuleSet) -> Assessment:
    """Return that nothing can be said, because no known framework held on the day."""
    situation = looked[0]
    missing = find(situation, "facts", "open-framework", goes_to="field:judged_on")
    return Assessment(
        case_id=situation.case.id,
        day=situation.case.judged_on,
        regimes=tuple(_view(one) for one in looked),
        findings=(missing,),
        asked=(),
        letter=None,
        conclusion=find_headline(situation, Outcome.OPEN, None, is_ready=False),
        missing=(missing,),
        signals=(),
        facts=situation.facts,
        rules_sha256=rules.sha256,
    )
