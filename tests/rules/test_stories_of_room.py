"""What the stories of the letter ask of room, labour market and people."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from workbench.domain.case import Case, Location, Occasion, Shift
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
