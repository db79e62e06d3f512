"""From disagreement to the council, from case to case, and what came of an advice."""

import pytest

from tests.usecases.records_help import OFFER, add, add_building, request_values
from tests.usecases.test_letters import sealed, words
from workbench.domain.case import CaseId, Occasion, Stage
from workbench.domain.errors import FactInvalidError, LetterNotReadyError
from workbench.domain.finding import LetterKind
from workbench.domain.fte import Fte
from workbench.domain.letter import LetterSubject
from workbench.usecases.cases import find_cases, load_case
from workbench.usecases.context import Context
from workbench.usecases.letters import (
    compose_draft,
    draft_letter,
    list_letters,
    read_sealed,
)
from workbench.usecases.record_cases import (
    begin_case_from,
    close_after_council,
    merge_case,
    realisation_word,
    split_case,
    submit_to_council,
)
from workbench.usecases.record_lists import find_record, records_of
from workbench.usecases.records import change_fields
from workbench.usecases.samples import load_samples
from workbench.usecases.undoing import undo

POSITIONS: dict[str, object] = {
    "state": "voorbereiding",
    "position_ministry": "VOORBEELD Wij blijven in Den Haag.",
    "position_bzk": "VOORBEELD Zwolle past beter.",
}


@pytest.fixture
def advised(context: Context) -> CaseId:
    case_id = load_samples(context)[0][1]
    sealed(context, case_id)
    return case_id


def test_a_case_goes_to_the_council_with_the_sealed_advice_unchanged_s18(
    context: Context, advised: CaseId
) -> None:
    record = add(context, "submissions", POSITIONS, advised)
    submit_to_council(context, record)

    kept = find_record(context, "submissions", record)
    assert kept is not None
    assert kept.text("state") == "voorgelegd"
    letters = [o for o in list_letters(context, advised) if o.file]
    assert kept.text("letter_sha256") == letters[0].file
    assert read_sealed(context, letters[0].id)[1].startswith(b"%PDF")


def test_without_a_sealed_advice_or_a_position_nothing_is_submitted_s18(
    context: Context, a_case: CaseId
) -> None:
    values = POSITIONS | {"position_bzk": ""}
    record = add(context, "submissions", values, a_case)

    with pytest.raises(LetterNotReadyError) as refused:
        submit_to_council(context, record)

    told = str(refused.value.facts["missing"])
    assert "Standpunt van de minister van BZK" in told
    assert "nog geen vastgesteld advies" in told


def test_the_outcome_with_its_reason_closes_the_case_s18(
    context: Context, advised: CaseId
) -> None:
    record = add(context, "submissions", POSITIONS, advised)
    submit_to_council(context, record)
    with pytest.raises(LetterNotReadyError):
        close_after_council(context, record)
    outcome: dict[str, object] = {
        "outcome": "volgens het advies",
        "decided_on": context.today(),
        "reason": "VOORBEELD",
    }
    change_fields(context, "submissions", record, outcome)

    close_after_council(context, record)

    assert load_case(context, advised).stage is Stage.CLOSED


def test_the_cover_sets_both_positions_beside_the_advice_s18(
    context: Context, advised: CaseId
) -> None:
    record = add(context, "submissions", POSITIONS, advised)
    submit_to_council(context, record)

    draft = compose_draft(context, advised, LetterKind.COUNCIL_COVER)

    assert draft is not None
    text = words(draft)
    for said in ("Wij blijven in Den Haag", "Zwolle past beter", "ongewijzigd mee"):
        assert said in text
    assert draft.missing == ()


def test_a_change_request_becomes_a_proposal_case_without_a_threshold_s09(
    context: Context,
) -> None:
    record = add(context, "change_requests", request_values(add_building(context)))

    case_id, _ = begin_case_from(context, "change_requests", record)

    case = load_case(context, case_id)
    assert (case.occasion, case.service) == (Occasion.CHANGE_REQUEST, "VOORBEELD Dienst")
    draft = compose_draft(context, case_id)
    assert draft is not None
    assert draft.kind is LetterKind.HOUSING_PROPOSAL
    assert "VOORBEELD Pand" in words(draft)
    assert "2024-2028, versie 1" in words(draft)


def test_a_record_leads_to_its_one_case(context: Context) -> None:
    first, _ = begin_case_from(context, "masterplans", "masterplan-pv22")
    again, _ = begin_case_from(context, "masterplans", "masterplan-pv22")

    assert first == again
    undo(context)
    assert find_cases(context) == []


def test_a_proposal_speaks_of_proposing_throughout_s08(context: Context) -> None:
    case_id, _ = begin_case_from(context, "masterplans", "masterplan-pv22")

    draft = compose_draft(context, case_id)

    assert draft is not None
    assert "Masterplan Drenthe" in words(draft)
    assert "voorstel" in words(draft)
    assert "advis" not in words(draft)


def test_splitting_leaves_two_cases_that_name_each_other(
    context: Context, a_case: CaseId
) -> None:
    with pytest.raises(FactInvalidError):
        split_case(context, a_case, " ")

    new, _ = split_case(context, a_case, "VOORBEELD Deel twee")

    numbers = {load_case(context, one).number for one in (a_case, new)}
    told = {
        one.text("other_number")
        for case_id in (a_case, new)
        for one in records_of(context, "relations", case_id)
    }
    assert told == numbers
    assert load_case(context, new).shifts == ()


def test_merging_withdraws_the_one_and_loses_nothing(
    context: Context, a_case: CaseId
) -> None:
    other, _ = split_case(context, a_case, "VOORBEELD Deel twee")
    before = load_case(context, other)

    merge_case(context, other, load_case(context, a_case).number)

    after = load_case(context, other)
    assert after.stage is Stage.WITHDRAWN
    assert (after.intention, after.service) == (before.intention, before.service)
    with pytest.raises(FactInvalidError):
        merge_case(context, a_case, "9999-0001")


@pytest.mark.parametrize(
    ("planned", "realised", "lapsed", "word"),
    [
        (150, None, "", "gepland"),
        (150, 0, "", "gepland"),
        (150, 80, "", "deels gerealiseerd"),
        (150, 150, "", "volledig gerealiseerd"),
        (-100, -40, "", "deels gerealiseerd"),
        (-100, -100, "", "volledig gerealiseerd"),
        (150, 80, "ja", "vervallen"),
    ],
)
def test_what_came_of_an_advice_is_planned_partly_fully_or_lapsed(
    context: Context,
    a_case: CaseId,
    planned: int,
    realised: int | None,
    lapsed: str,
    word: str,
) -> None:
    values: dict[str, object] = {
        "province": "PV22",
        "counted_on": context.today(),
        "planned": Fte.of(planned),
        "realised": None if realised is None else Fte.of(realised),
        "is_lapsed": lapsed,
        "source": "VOORBEELD",
    }
    record = find_record(
        context, "realisations", add(context, "realisations", values, a_case)
    )

    assert record is not None
    assert realisation_word(record) == word


def test_the_reply_to_an_offer_asks_what_is_lacking(context: Context) -> None:
    record = add(context, "offers", OFFER)

    draft = draft_letter(
        context, LetterSubject(record=f"offers/{record}"), LetterKind.OFFER_REPLY
    )

    assert draft is not None
    assert draft.letter.recipient == (
        "VOORBEELD Gemeente",
        "Plein 1",
        "1234 AB Voorbeeld",
    )
    assert "kosten, wonen, onderwijs en opleidingen" in words(draft)
