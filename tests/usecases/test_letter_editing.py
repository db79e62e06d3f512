"""What a user can do with a draft besides sealing it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.usecases.test_letters import words
from workbench.app.demo import checked, drawn
from workbench.domain.case import CaseId
from workbench.domain.errors import FactInvalidError, LetterNotReadyError
from workbench.domain.finding import LetterKind
from workbench.domain.fte import Fte
from workbench.domain.letter import (
    CONFIDENTIAL,
    Heading,
    LetterSubject,
    Listing,
)
from workbench.domain.letter_remark import RemarkKind
from workbench.usecases import letter_editing as editing
from workbench.usecases.cases import change_fact, load_case
from workbench.usecases.checklist import assess_case
from workbench.usecases.context import Context
from workbench.usecases.drawing import draw_final
from workbench.usecases.letter_subjects import about_case, about_request
from workbench.usecases.letters import Draft, draft_letter, letters_about
from workbench.usecases.request_steps import ensure_request
from workbench.usecases.returns import return_ministries
from workbench.usecases.samples import load_samples
from workbench.usecases.sealing import final_letter, propose_adoption, seal_letter
from workbench.usecases.touched import letters_naming, tell_changes, tell_touched

OWN = "De groei van 270 fte is ruim."


@pytest.fixture
def case_id(context: Context) -> CaseId:
    """A case whose advice lacks nothing."""
    return load_samples(context)[0][1]


def drafted(
    context: Context, subject: LetterSubject, kind: LetterKind | None = None
) -> Draft:
    draft = draft_letter(context, subject, kind)
    assert draft is not None
    return draft


def advice(context: Context, case_id: CaseId) -> Draft:
    return drafted(context, about_case(case_id))


def seal(context: Context, draft: Draft, *, has_signature_field: bool = False) -> str:
    adoption = replace(
        propose_adoption(context, draft), has_signature_field=has_signature_field
    )
    letter, receipt = final_letter(context, draft, adoption)
    made = draw_final(letter, drawn, checked)
    return seal_letter(context, draft, adoption, made, receipt)[0].id


@pytest.mark.parametrize(
    ("kind", "phrase"),
    [
        (LetterKind.RECEIPT, "Bij deze wijziging hoort een locatieadvies."),
        (LetterKind.INFORMATION, "Een leeg veld lees ik als onbekend, niet als nul."),
        (LetterKind.NOTE, "Deze nota gaat over VOORBEELD"),
    ],
)
def test_a_case_has_letters_beside_its_advice(
    context: Context, case_id: CaseId, kind: LetterKind, phrase: str
) -> None:
    draft = drafted(context, about_case(case_id), kind)

    assert phrase in words(draft)


def test_an_information_request_asks_what_is_unknown(
    context: Context, case_id: CaseId
) -> None:
    change_fact(context, case_id, "fte_after", None)
    draft = drafted(context, about_case(case_id), LetterKind.INFORMATION)
    editing.fill_in(context, draft, "questions", "Wie huurt het pand?")

    asked = drafted(context, about_case(case_id), LetterKind.INFORMATION)
    (listing,) = [one for one in asked.letter.blocks if isinstance(one, Listing)]

    texts = [item.text for item in listing.items]
    assert any("volgens uw voornemen" in text for text in texts)
    assert texts[-1] == "Wie huurt het pand?"


def answered(context: Context) -> Draft:
    """Return an answer to Parliament with two questions, not about any case."""
    subject, _ = editing.begin_letter(context, LetterKind.PARLIAMENT)
    for field, value in (
        ("asked_by", "het lid Voorbeeld"),
        ("topic", "een VERZONNEN onderwerp"),
        ("asked_on", "2026-10-01"),
        ("question_number", "VOORBEELD-1"),
        ("questions", "Kent u het bericht?"),
        ("questions", "Wat gaat u doen?"),
    ):
        editing.fill_in(context, drafted(context, subject), field, value)
    return drafted(context, subject)


def test_answers_to_parliament_need_an_answer_to_each_question(context: Context) -> None:
    draft = answered(context)
    assert "Op 2 plaatsen moet u de tekst nog zelf schrijven" in draft.missing

    for key in draft.composed.unwritten:
        editing.write_own_text(context, draft, key, "Ja.")
        draft = drafted(context, draft.subject)

    headings = [one.text for one in draft.letter.blocks if isinstance(one, Heading)]
    assert draft.missing == ()
    assert headings[1:] == ["Vraag 1", "Antwoord 1", "Vraag 2", "Antwoord 2"]
    assert letters_about(context, draft.subject)[0].kind is LetterKind.PARLIAMENT
    assert seal(context, draft)


def test_the_yearly_request_is_a_letter_about_its_round(context: Context) -> None:
    ministry = return_ministries(context, 2026)[0]
    with context.batch("VOORBEELD"):
        request = ensure_request(context, ministry.key, date(2026, 1, 1))

    draft = drafted(context, about_request(request.id), LetterKind.FIGURES_REQUEST)

    assert draft.missing == ()
    assert "de prognose tot en met 2030" in " ".join(
        item.text
        for one in draft.letter.blocks
        if isinstance(one, Listing)
        for item in one.items
    )
    assert letters_about(context, about_request(request.id)) == []
    assert seal(context, draft)


def test_a_loose_number_keeps_the_letter_open_until_bound_or_free(
    context: Context, case_id: CaseId
) -> None:
    own_id, _ = editing.write_own_text(
        context, advice(context, case_id), "advies-reden", OWN
    )
    draft = advice(context, case_id)
    with pytest.raises(LetterNotReadyError):
        final_letter(context, draft, propose_adoption(context, draft))

    editing.bind_number(context, draft, own_id, "270")

    assert advice(context, case_id).missing == ()
    assert OWN in words(advice(context, case_id))


def test_a_bound_number_follows_its_fact(context: Context, case_id: CaseId) -> None:
    draft = advice(context, case_id)
    own_id, _ = editing.write_own_text(context, draft, "advies-reden", OWN)
    editing.bind_number(context, advice(context, case_id), own_id, "270", "case.size")
    before = advice(context, case_id).composed.facts["case.size"].text

    case = load_case(context, case_id)
    assert case.fte_after is not None
    change_fact(context, case_id, "fte_after", case.fte_after + Fte.of(1))

    after = advice(context, case_id).composed.facts["case.size"].text
    assert before != after
    assert f"De groei van {after} fte is ruim." in words(advice(context, case_id))


def test_an_own_version_survives_and_says_when_the_text_below_it_changes(
    context: Context, case_id: CaseId
) -> None:
    key = "wijziging-voornemen"
    own_id, _ = editing.begin_own_version(context, advice(context, case_id), key)
    editing.write_own_text(
        context, advice(context, case_id), key, "Zo schrijf ik het zelf.", own_id
    )
    assert advice(context, case_id).missing == ()

    change_fact(context, case_id, "intention", "Een ander voornemen.")
    assert advice(context, case_id).missing == ()  # a fact alone changes no words

    change_fact(context, case_id, "intention", "")
    draft = advice(context, case_id)
    assert "Zo schrijf ik het zelf." in words(draft)
    assert any("eigen versie" in line for line in draft.missing)
    editing.settle_own_version(context, draft, own_id, editing.KEEP_MINE)
    assert advice(context, case_id).missing == ()


def test_taking_the_generated_text_back_loses_the_own_version(
    context: Context, case_id: CaseId
) -> None:
    key = "aanleiding-verantwoordelijkheid"
    whole = words(advice(context, case_id))
    own_id, _ = editing.begin_own_version(context, advice(context, case_id), key)
    draft = advice(context, case_id)
    assert words(draft) == whole

    editing.settle_own_version(context, draft, own_id, editing.TAKE_GENERATED)

    assert advice(context, case_id).own_texts == ()
    assert words(advice(context, case_id)) == whole


def test_a_remark_keeps_the_letter_open_until_it_is_settled(
    context: Context, case_id: CaseId
) -> None:
    draft = advice(context, case_id)
    editing.add_remark(context, draft, "advies-reden", RemarkKind.QUESTION, "Klopt dit?")
    draft = advice(context, case_id)
    (remark,) = draft.remarks
    assert draft.missing == (f"Vraag van {context.user}: “Klopt dit?”",)

    editing.settle_remark(context, draft, remark.id)

    assert advice(context, case_id).missing == ()
    assert advice(context, case_id).remarks[0].settled_by == context.user


def test_a_classified_letter_says_how_long_and_by_whom(
    context: Context, case_id: CaseId
) -> None:
    how = editing.Classifying(level=CONFIDENTIAL)
    editing.classify(context, advice(context, case_id), how)
    assert len(advice(context, case_id).missing) == 2

    until = editing.Classifying(level=CONFIDENTIAL, until=date(2027, 1, 1), by="de SG")
    editing.classify(context, advice(context, case_id), until)

    letter = advice(context, case_id).letter
    assert letter.classification == CONFIDENTIAL
    assert letter.classification_note == "tot 1 januari 2027, vastgesteld door de SG"


@pytest.mark.parametrize("level", ["Stg. GEHEIM", "Stg. CONFIDENTIEEL", "geheim"])
def test_state_secrets_are_refused(context: Context, case_id: CaseId, level: str) -> None:
    draft = advice(context, case_id)

    with pytest.raises(FactInvalidError):
        editing.classify(context, draft, editing.Classifying(level=level))

    assert advice(context, case_id).record is None


def test_a_changed_fact_names_every_letter_it_stands_in(
    context: Context, case_id: CaseId
) -> None:
    seal(context, drafted(context, about_case(case_id), LetterKind.RECEIPT))
    draft = advice(context, case_id)
    editing.write_own_text(context, draft, "advies-reden", "Eigen tekst.")
    before = assess_case(context, case_id).facts

    change_fact(context, case_id, "fte_after", Fte.of(990))

    named = letters_naming(context, about_case(case_id))
    told = tell_touched(context, case_id, before, assess_case(context, case_id).facts)
    sealed = next(one.record for one in named if one.record.is_sealed)
    assert told.count("(") == 2
    assert "Locatieadvies (concept)" in told
    assert tell_changes(context, sealed).startswith("Gewijzigd sinds het vaststellen")


def test_a_sealed_letter_names_only_what_changed_since(
    context: Context, case_id: CaseId
) -> None:
    seal(context, advice(context, case_id))
    (record,) = letters_about(context, about_case(case_id))
    assert tell_changes(context, record) == ""

    change_fact(context, case_id, "intention", "Een ander voornemen.")

    told = tell_changes(context, record)
    assert told.count("in de brief") == 1
    assert "nu “Een ander voornemen.”" in told
