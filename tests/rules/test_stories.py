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
from workbench.rules.asking import next_question
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


def test_masterplan_says_a_proposal_is_due_but_makes_no_letter_yet_s08(
    growth: Case, answered: Answered
) -> None:
    found = answered(replace(growth, occasion=Occasion.MASTERPLAN))

    assert found.letter is None
    assert "voorstel nodig" in found.conclusion
    assert not found.asked


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


def test_police_has_limited_room_and_walks_all_principles_s13(
    growth: Case, answered: Answered
) -> None:
    case = replace(growth, sector=Sector.POLICE, body=None)

    opened = answered(case)
    bound = answered(
        case,
        limited_binding="bound",
        limited_temporary="temporary",
        limited_until="2027-01-01",
    )

    room = _found(opened, "limited-room")
    assert "Ruimte beperkt" in room.statement
    assert room.source.sentences == (63, 64)
    assert all(opened.finding(f"principle-{number}") for number in range(1, 6))
    assert "1 januari 2027" in _found(bound, "limited-room").statement
    assert _found(bound, "limited-room").outcome is Outcome.LIMITED


@pytest.mark.parametrize(
    ("body", "sector", "question"),
    [
        ("coa", "zbo", "limited-process"),
        ("ind", "ministeries", "limited-fluctuation"),
        ("gerecht", "rechtspraak", "limited-article"),
        ("rws", "ministeries", "limited-binding"),
    ],
)
def test_every_ground_has_its_own_question_s14(
    growth: Case, answered: Answered, body: str, sector: str, question: str
) -> None:
    found = answered(replace(growth, body=body, sector=Sector(sector)))

    asked = [one.question.key for one in found.asked if one.question.step == "room"]
    assert asked == [question]


def test_impossible_only_after_hybrid_and_youth_s15(
    growth: Case, answered: Answered
) -> None:
    early = answered(growth, **_LABOUR)
    half = answered(growth, **_LABOUR, labour_hybrid="no")
    late = answered(growth, **_LABOUR, labour_hybrid="no", labour_youth="no")

    assert _found(early, "labour-scan").outcome is Outcome.OPEN
    assert _found(half, "labour-scan").outcome is Outcome.OPEN
    assert _found(late, "labour-scan").outcome is Outcome.IMPOSSIBLE


@pytest.mark.parametrize(
    ("scanned", "outcome"),
    [("2023-06-02", Outcome.SIGNAL), ("2023-06-03", Outcome.IN_LINE)],
)
def test_scan_older_than_a_year_signals_s15(
    growth: Case, answered: Answered, scanned: str, outcome: Outcome
) -> None:
    found = answered(growth, **_LABOUR | {"labour_date": scanned})

    assert _found(found, "labour-scan-age").outcome is outcome


def test_no_scan_is_a_signal_and_never_a_block(growth: Case, answered: Answered) -> None:
    found = answered(growth, labour_scan="none")

    scan = _found(found, "labour-scan")
    assert (scan.outcome, scan.weight) == (Outcome.SIGNAL, Weight.SIGNALS)
    assert "question:labour-scan" not in {finding.goes_to for finding in found.missing}


def test_hybrid_start_makes_it_conditional_s16(growth: Case, answered: Answered) -> None:
    found = answered(
        growth,
        **_LABOUR,
        labour_hybrid="yes",
        labour_hybrid_until="2025-06-30",
        labour_youth="no",
    )

    assert _found(found, "labour-scan").outcome is Outcome.CONDITIONAL
    assert "30 juni 2025" in _found(found, "labour-scan").statement


def test_youth_recruitment_is_named_as_condition_s17(
    growth: Case, answered: Answered
) -> None:
    found = answered(growth, **_LABOUR, labour_hybrid="no", labour_youth="yes")

    assert "jongeren" in _found(found, "labour-scan").statement


def test_missing_profile_signals_s28(growth: Case, answered: Answered) -> None:
    found = answered(growth, profile="missing")

    assert "onvolledig" in _found(found, "region-profile").statement
    assert _found(found, "region-profile").weight is Weight.SIGNALS


def test_staff_and_business_case_are_asked_even_if_nothing_s29(
    growth: Case, answered: Answered
) -> None:
    found = answered(growth, staff="none", business_case="none!")

    assert _found(found, "staff").basis is Basis.JUDGED
    assert _found(found, "business-case").basis is Basis.OPEN


def test_late_housing_is_a_condition_s33(growth: Case, rules: RuleSet) -> None:
    place = Location(
        id="l", case_id=growth.id, position=1, name="A", ready_on=date(2028, 1, 1)
    )
    case = replace(growth, planned_year=2027)

    found = assess(case, [], rules, case.judged_on, locations=[place])

    assert "2027" in _found(found, "housing-late").statement


def test_unknown_facts_are_listed_and_lead_to_their_field(
    growth: Case, answered: Answered
) -> None:
    found = answered(replace(growth, fte_before=None, ministry=None, figures_on=None))

    places = {finding.goes_to for finding in found.missing}
    assert {"field:fte_before", "field:ministry", "field:figures_on"} <= places
    assert found.facts["case.change"].text == "onbekend"
    assert found.letter is None


def test_judged_relocation_makes_an_advice(growth: Case, answered: Answered) -> None:
    shifts = (
        Shift(province="PV29", before=Fte.of(150), after=Fte.of(0)),
        Shift(province="PV28", before=Fte.of(0), after=Fte.of(150)),
    )
    case = replace(
        growth,
        occasion=Occasion.RELOCATION,
        fte_before=Fte.of(150),
        fte_after=Fte.of(150),
        shifts=shifts,
    )

    meant = answered(case, relocation_meant="meant")
    asked = answered(case, relocation_meant="not_meant", p1="not_opportune")

    assert meant.letter is LetterKind.LOCATION_ADVICE
    assert meant.regimes[1].outcome is Outcome.DUE
    assert asked.letter is None
    assert {one.question.key: one.state for one in asked.asked}["p1"] == "not_asked"


def test_next_question_is_none_when_only_unknown_is_left(
    growth: Case, answered: Answered
) -> None:
    first = answered(growth)
    keys = [one.question.key for one in first.asked]
    unknown = {key.replace("-", "_"): "unknown" for key in keys}

    assert next_question(first) == "p1"
    assert next_question(answered(growth, **unknown)) is None
