"""What the rules say of a case, story by story; the id of a story ends each name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from workbench.domain.case import Case, Location, Occasion, Shift, Step
from workbench.domain.finding import Assessment, Basis, Finding, LetterKind, Outcome, Weight
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.domain.rule import RuleSet
from workbench.rules.assessing import assess

Answered = Callable[..., Assessment]
_LABOUR = {
    "labour_scan": "insufficient",
    "labour_source": "VOORBEELD scan",
    "labour_date": "2024-01-01",
}


def _found(assessment: Assessment, rule: str) -> Finding:
    finding = assessment.finding(rule)
    assert finding is not None, rule
    return finding


def _shrinking(case: Case, **lost: int) -> Case:
    """Return the case shrinking by so many fte per province, from 300 each."""
    shifts = [
        Shift(province=code, before=Fte.of(300), after=Fte.of(300 - fte))
        for code, fte in lost.items()
    ]
    after = Fte.of(600 - sum(lost.values()))
    return replace(case, fte_before=Fte.of(600), fte_after=after, shifts=tuple(shifts))


def test_principle_1_needs_a_term_or_a_reason_s01(growth: Case, answered: Answered) -> None:
    bare = _found(answered(growth, p1="term"), "principle-1")
    dated = _found(answered(growth, p1="term", p1_term="2026-01-01"), "principle-1")
    silent = _found(answered(growth, p1="not_opportune!"), "principle-1")
    reasoned = _found(answered(growth, p1="not_opportune"), "principle-1")

    assert (bare.outcome, bare.goes_to) == (Outcome.OPEN, "question:p1-term")
    assert "1 januari 2026" in dated.statement
    assert dated.outcome is Outcome.IN_LINE
    assert silent.outcome is Outcome.OPEN
    assert (reasoned.outcome, reasoned.ground) == (Outcome.NOTED, "VOORBEELD reden")


def test_empty_regional_interest_blocks_sealing_s02(growth: Case, rules: RuleSet) -> None:
    place = Location(id="l", case_id=growth.id, position=1, name="VOORBEELD plaats")
    filled = replace(place, regional_interest="VOORBEELD belang")

    empty = assess(growth, [], rules, growth.judged_on, locations=[place])
    full = assess(growth, [], rules, growth.judged_on, locations=[filled])

    assert "tab:locaties" in {finding.goes_to for finding in empty.missing}
    assert "VOORBEELD plaats" in _found(empty, "regional-interest").statement
    assert _found(empty, "principle-2").goes_to == "tab:locaties"
    assert _found(full, "regional-interest").outcome is Outcome.IN_LINE
    assert _found(full, "principle-2").goes_to == "question:p2"


def test_decrease_outside_the_randstad_is_a_judged_deviation_s03(
    growth: Case, answered: Answered
) -> None:
    case = _shrinking(growth, PV22=150)

    opened = _found(answered(case), "principle-3")
    judged = _found(answered(case, p3="accepted"), "principle-3")

    assert opened.basis is Basis.OPEN
    assert "afwijking" in opened.statement
    assert judged.outcome is Outcome.DEVIATES
    assert (judged.judged_by, judged.ground) == ("A. Voorbeeld", "VOORBEELD reden")
    assert judged.judged_on == date(2024, 6, 3)
    assert judged.source.sentences == opened.source.sentences == (43,)


def test_decrease_inside_the_randstad_is_in_line_s03(
    growth: Case, answered: Answered
) -> None:
    found = _found(answered(_shrinking(growth, PV28=150)), "principle-3")

    assert (found.outcome, found.basis) == (Outcome.IN_LINE, Basis.COMPUTED)
    assert "in lijn" in found.statement


def test_mixed_decrease_asks_a_judgement_without_calling_it_deviation(
    growth: Case, answered: Answered
) -> None:
    case = _shrinking(growth, PV28=100, PV22=50)

    found = _found(answered(case), "principle-3")

    assert found.outcome is Outcome.OPEN
    assert "afwijking" not in found.statement


def test_growth_in_the_hague_asks_place_and_effect_apart_s04(
    growth: Case, answered: Answered
) -> None:
    found = answered(growth)

    assert _found(found, "principle-4").goes_to == "question:p4"
    assert _found(found, "strengthening").goes_to == "question:p4-strengthening"
    outside = _found(found, "alternatives-outside-randstad")
    assert (outside.outcome, outside.weight) == (Outcome.SIGNAL, Weight.SIGNALS)


def test_growth_outside_is_computed_and_its_effect_judged_s04(
    growth: Case, answered: Answered
) -> None:
    shift = Shift(province="PV20", before=Fte.of(500), after=Fte.of(650))
    found = answered(replace(growth, shifts=(shift,)), p4_strengthening="strengthens")

    assert _found(found, "principle-4").basis is Basis.COMPUTED
    assert _found(found, "strengthening").basis is Basis.JUDGED


def test_principle_5_is_only_met_with_a_link_s05(growth: Case, answered: Answered) -> None:
    without = _found(answered(growth, p5="met"), "principle-5")
    linked = _found(answered(growth, p5="met", p5_link="VOORBEELD kans"), "principle-5")

    assert without.goes_to == "question:p5-link"
    assert linked.outcome is Outcome.IN_LINE
    assert "VOORBEELD kans" in linked.statement


@pytest.mark.parametrize(
    ("months", "is_warned"), [(0, True), (23, True), (24, True), (25, False)]
)
def test_two_steps_of_60_within_24_months_warn_s06(
    growth: Case, rules: RuleSet, months: int, is_warned: bool
) -> None:
    year, month = divmod(2024 * 12 + 5 - months, 12)
    step = Step(number="2023-9", judged_on=date(year, month + 1, 3), change=Fte.of(60))
    case = replace(growth, fte_after=Fte.of(560))

    found = assess(case, [], rules, case.judged_on, earlier_steps=[step])

    warned = found.finding("cumulation")
    assert (warned is not None) == is_warned
    assert found.letter is None
    assert warned is None or ("+120" in warned.statement and "2023-9" in warned.statement)


def test_step_that_passes_alone_does_not_cumulate(growth: Case, rules: RuleSet) -> None:
    step = Step(number="2024-2", judged_on=growth.judged_on, change=Fte.of(150))
    case = replace(growth, fte_after=Fte.of(520))

    found = assess(case, [], rules, case.judged_on, earlier_steps=[step])

    assert found.finding("cumulation") is None


@pytest.mark.parametrize(
    ("after", "is_near"),
    [("579,99", False), ("580", True), ("599,99", True), ("600", False), ("420", True)],
)
def test_change_just_under_the_threshold_signals(
    growth: Case, rules: RuleSet, after: str, is_near: bool
) -> None:
    case = replace(growth, fte_after=Fte.of(after.replace(",", ".")))

    found = assess(case, [], rules, case.judged_on)

    assert (found.finding("near-threshold") is not None) == is_near


def test_new_part_of_100_is_a_proposal_that_asks_for_places_s07(
    growth: Case, answered: Answered
) -> None:
    case = replace(
        growth,
        occasion=Occasion.NEW_UNIT,
        fte_before=None,
        fte_after=Fte.of(100),
        shifts=(),
    )

    found = answered(case)

    assert found.letter is LetterKind.PROPOSAL
    assert "voorstel" in found.conclusion
    assert "advies" not in found.conclusion
    assert _found(found, "alternatives-three").weight is Weight.SIGNALS
    assert "tab:locaties" in {finding.goes_to for finding in found.missing}


def test_preferred_location_places_a_new_part(growth: Case, rules: RuleSet) -> None:
    case = replace(growth, occasion=Occasion.NEW_UNIT, fte_before=None, shifts=())
    place = Location(
        id="l", case_id=case.id, position=1, name="A", province="PV29", is_preferred=True
    )

    found = assess(case, [], rules, case.judged_on, locations=[place])

    assert _found(found, "principle-4").outcome is Outcome.IN_LINE
    assert found.facts["case.increase_outside"].text == "650"


def test_masterplan_asks_for_a_proposal_without_any_threshold_s08(
    growth: Case, answered: Answered
) -> None:
    small = replace(growth, occasion=Occasion.MASTERPLAN, fte_after=growth.fte_before)
    found = answered(small)

    assert found.letter is LetterKind.HOUSING_PROPOSAL
    assert "voorstel voor de kantoorhuisvesting nodig" in found.conclusion
    assert any(one.question.key == "p2" for one in found.asked)


def test_zbo_is_put_on_the_agenda_s10(growth: Case, answered: Answered) -> None:
    found = answered(replace(growth, sector=Sector.AGENCIES, body="overig-zbo"))

    assert _found(found, "measure-d").outcome is Outcome.NOTED


def test_both_regimes_are_shown_s12(growth: Case, rules: RuleSet) -> None:
    old = assess(growth, [], rules, date(2023, 6, 1))
    new = assess(growth, [], rules, date(2024, 6, 1))

    assert [view.is_binding for view in old.regimes] == [True, False]
    assert [view.is_binding for view in new.regimes] == [False, True]
    assert [view.outcome for view in new.regimes] == [Outcome.NOT_DUE, Outcome.DUE]
    assert "2018" in old.regimes[0].statement
