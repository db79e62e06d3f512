"""What the letter of a case says of the instruments around it."""

from datetime import date

import pytest

from tests.usecases.records_help import YOUTH, add
from tests.usecases.test_letters import words
from workbench.domain.case import CaseId, Stage
from workbench.domain.finding import LetterKind
from workbench.domain.letter import Letter, Listing, Paragraph
from workbench.usecases.cases import change_fact
from workbench.usecases.context import Context
from workbench.usecases.letters import Draft, compose_draft
from workbench.usecases.locations import change_location, list_locations
from workbench.usecases.record_lines import dossier_rows, find_everywhere, list_lines
from workbench.usecases.samples import load_samples
from workbench.usecases.stages import tell_stages
from workbench.usecases.weighings import compare, score_place

DEVELOPMENT: dict[str, object] = {
    "title": "VOORBEELD Spoorverdubbeling",
    "domain": "bereikbaarheid",
    "owner": "VOORBEELD Provincie",
    "due_on": date(2029, 1, 1),
    "state": "loopt",
}


@pytest.fixture
def case_id(context: Context) -> CaseId:
    return load_samples(context)[0][1]


def drafted(context: Context, case_id: CaseId) -> Draft:
    draft = compose_draft(context, case_id)
    assert draft is not None
    return draft


def all_words(letter: Letter) -> str:
    told = []
    for block in letter.blocks:
        if isinstance(block, Listing):
            told += [item.text for item in block.items]
        elif isinstance(block, Paragraph):
            told.append(block.text)
    return " ".join(told)


def test_the_effect_on_access_of_each_place_stands_in_the_letter_s32(
    context: Context, case_id: CaseId
) -> None:
    for place in list_locations(context, case_id):
        text = f"VOORBEELD toegang {place.name}"
        change_location(context, case_id, place.id, "access", text)

    told = all_words(drafted(context, case_id).letter)

    for place in list_locations(context, case_id):
        assert f"VOORBEELD toegang {place.name}" in told


def test_other_developments_are_cited_with_owner_and_date_s34(
    context: Context, case_id: CaseId
) -> None:
    add(context, "developments", DEVELOPMENT, case_id)

    told = all_words(drafted(context, case_id).letter)

    assert "VOORBEELD Spoorverdubbeling: eigenaar VOORBEELD Provincie" in told
    assert "1 januari 2029" in told


def test_youth_recruitment_is_named_as_a_measure_s17(
    context: Context, case_id: CaseId
) -> None:
    add(context, "youth_measures", YOUTH, case_id)

    assert "VOORBEELD Hogeschool, Informatica: 12 mensen" in all_words(
        drafted(context, case_id).letter
    )


def test_every_advice_cites_its_basis_s35(context: Context) -> None:
    for sample in (1, 2):
        draft = drafted(context, load_samples(context)[0][sample])

        assert "Kamerstuk 31 490, nr. 337" in words(draft)
        assert "Coördinatiebesluit" in words(draft)


def test_the_days_in_each_stage_are_told_s35(context: Context, a_case: CaseId) -> None:
    change_fact(context, a_case, "stage", Stage.ADOPTED)

    told = tell_stages(context, a_case)

    assert "Signaal: vanaf 23 november 2026, 0 dagen." in told
    assert "tot het vastgestelde advies: 0 dagen." in told


def test_a_first_place_that_was_weighed_is_explained_in_the_letter(
    context: Context, case_id: CaseId
) -> None:
    compared = compare(context, case_id)
    for criterion in compared.criteria:
        for number, place in enumerate(compared.places):
            score_place(context, case_id, criterion.key, place.id, 100 - 30 * number)

    told = all_words(drafted(context, case_id).letter)

    assert f"Met deze gewichten staat {compared.places[0].name} bovenaan." in told


def test_costs_stand_in_the_letter_in_euros(context: Context, case_id: CaseId) -> None:
    place = list_locations(context, case_id)[0]
    change_location(context, case_id, place.id, "cost_once", 1_250_000)

    told = all_words(drafted(context, case_id).letter)

    assert "Eenmalige kosten: 1.250.000 euro" in told


def test_everything_of_a_case_goes_into_its_workbook(
    context: Context, case_id: CaseId
) -> None:
    add(context, "developments", DEVELOPMENT, case_id)

    rows = dossier_rows(context, case_id)

    title = "VOORBEELD Spoorverdubbeling"
    assert ("Andere ontwikkelingen", title, "Ontwikkeling", title) in rows


def test_every_record_can_be_found_and_every_line_has_words(
    context: Context, case_id: CaseId
) -> None:
    targets = [target for _, _, target in find_everywhere(context)]

    assert f"dossier:{case_id}/meetings/voorbeeld-gesprek" in targets
    assert "record:networks/srn" in targets
    lines = list_lines(context, "meetings", case_id)
    assert lines[0].texts["held_on"] == "28 september 2026"


@pytest.mark.parametrize("kind", [LetterKind.COUNCIL_COVER, LetterKind.NOTE])
def test_letters_about_a_case_are_made_with_its_records(
    context: Context, case_id: CaseId, kind: LetterKind
) -> None:
    draft = compose_draft(context, case_id, kind)

    assert draft is not None
    assert "VOORBEELD" in words(draft)
