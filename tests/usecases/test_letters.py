"""What a user can do with the letter of a case."""

from dataclasses import replace

import pytest

from workbench.app.demo import checked, drawn
from workbench.domain.case import CaseId, Stage
from workbench.domain.errors import LetterNotReadyError, UndoFinalError
from workbench.domain.finding import LetterKind
from workbench.domain.fte import Fte
from workbench.domain.letter import LetterRecord, Paragraph
from workbench.usecases.cases import change_fact, load_case
from workbench.usecases.checklist import withdraw_answer
from workbench.usecases.context import Context
from workbench.usecases.drawing import draw_final, sha256_of
from workbench.usecases.letter_editing import write_own_text
from workbench.usecases.letters import Draft, compose_draft, list_letters, read_sealed
from workbench.usecases.samples import load_samples
from workbench.usecases.sealing import (
    begin_new_version,
    final_letter,
    propose_adoption,
    seal_letter,
)
from workbench.usecases.undoing import undo

ADVICE, PROPOSAL = 1, 2


@pytest.fixture
def samples(context: Context) -> list[CaseId]:
    case_ids, _ = load_samples(context)
    return case_ids


def drafted(context: Context, case_id: CaseId) -> Draft:
    draft = compose_draft(context, case_id)
    assert draft is not None
    return draft


def sealed(context: Context, case_id: CaseId) -> LetterRecord:
    draft = drafted(context, case_id)
    adoption = propose_adoption(context, draft)
    letter, receipt = final_letter(context, draft, adoption)
    pdf = draw_final(letter, drawn, checked)
    record, _ = seal_letter(context, draft, adoption, pdf, receipt)
    return record


def words(draft: Draft) -> str:
    paragraphs = [block for block in draft.letter.blocks if isinstance(block, Paragraph)]
    return " ".join(block.text for block in paragraphs)


@pytest.mark.parametrize(
    ("sample", "kind", "verb"),
    [
        (ADVICE, LetterKind.LOCATION_ADVICE, "Ik adviseer u"),
        (PROPOSAL, LetterKind.PROPOSAL, "Ik stel u voor"),
    ],
)
def test_s06_s07_the_verb_follows_the_kind(
    context: Context, samples: list[CaseId], sample: int, kind: LetterKind, verb: str
) -> None:
    draft = drafted(context, samples[sample])

    assert draft.letter.kind is kind
    assert verb in words(draft)
    assert draft.missing == ()


def test_a_draft_says_so_and_a_sealed_letter_does_not(
    context: Context, samples: list[CaseId]
) -> None:
    draft = drafted(context, samples[ADVICE])
    final, _ = final_letter(context, draft, propose_adoption(context, draft))

    assert draft.letter.is_draft
    assert not final.is_draft
    assert final.is_sample


def test_a_sealed_letter_keeps_its_bytes(context: Context, samples: list[CaseId]) -> None:
    record = sealed(context, samples[ADVICE])
    change_fact(context, samples[ADVICE], "fte_after", Fte.of(2000))

    kept, pdf = read_sealed(context, record.id)

    assert kept == record
    assert sha256_of(pdf) == record.file
    assert load_case(context, samples[ADVICE]).stage is Stage.ADOPTED


def test_sealing_cannot_be_undone(context: Context, samples: list[CaseId]) -> None:
    sealed(context, samples[ADVICE])

    with pytest.raises(UndoFinalError):
        undo(context)


def test_an_open_finding_blocks_sealing(context: Context, samples: list[CaseId]) -> None:
    withdraw_answer(context, samples[ADVICE], "p2")
    draft = drafted(context, samples[ADVICE])

    with pytest.raises(LetterNotReadyError):
        final_letter(context, draft, propose_adoption(context, draft))

    assert any("Principe 2" in line for line in draft.missing)


@pytest.mark.parametrize("field", ["number", "minister", "signatory"])
def test_sealing_needs_the_data_under_the_letter(
    context: Context, samples: list[CaseId], field: str
) -> None:
    draft = drafted(context, samples[ADVICE])
    adoption = replace(propose_adoption(context, draft), **{field: " "})  # type: ignore[arg-type]

    with pytest.raises(LetterNotReadyError):
        final_letter(context, draft, adoption)


def test_a_change_during_drawing_stops_the_seal(
    context: Context, samples: list[CaseId]
) -> None:
    draft = drafted(context, samples[ADVICE])
    adoption = propose_adoption(context, draft)
    letter, receipt = final_letter(context, draft, adoption)
    pdf = draw_final(letter, drawn, checked)
    change_fact(context, samples[ADVICE], "intention", "Iets anders.")

    with pytest.raises(LetterNotReadyError):
        seal_letter(context, draft, adoption, pdf, receipt)

    assert [one.is_sealed for one in list_letters(context, samples[ADVICE])] == []


def test_own_text_stays_when_the_facts_change(
    context: Context, samples: list[CaseId]
) -> None:
    case_id = samples[ADVICE]
    write_own_text(
        context, drafted(context, case_id), "wijziging-omvang", "Dit schreef ik zelf."
    )

    change_fact(context, case_id, "fte_after", Fte.of(990))

    keys = [block.key for block in drafted(context, case_id).letter.blocks]
    own = next(key for key in keys if key.startswith("own-"))
    assert keys.index(own) == keys.index("wijziging-omvang") + 1
    assert "990" in words(drafted(context, case_id))


def test_own_text_stays_when_its_block_is_gone(
    context: Context, samples: list[CaseId]
) -> None:
    case_id = samples[ADVICE]
    write_own_text(
        context, drafted(context, case_id), "wijziging-omvang", "Dit schreef ik zelf."
    )

    change_fact(context, case_id, "fte_before", None)

    draft = compose_draft(context, case_id)
    assert draft is None or "Dit schreef ik zelf." in words(draft)


def test_empty_own_text_is_taken_away(context: Context, samples: list[CaseId]) -> None:
    own_id, _ = write_own_text(
        context, drafted(context, samples[ADVICE]), "advies-reden", "Nog iets."
    )

    write_own_text(context, drafted(context, samples[ADVICE]), "advies-reden", "  ", own_id)

    assert "Nog iets." not in words(drafted(context, samples[ADVICE]))


def test_a_new_version_refers_to_the_sealed_one(
    context: Context, samples: list[CaseId]
) -> None:
    write_own_text(
        context, drafted(context, samples[ADVICE]), "advies-reden", "Dit schreef ik zelf."
    )
    first = sealed(context, samples[ADVICE])

    begin_new_version(context, first.id)

    draft = drafted(context, samples[ADVICE])
    assert draft.record is not None
    assert (draft.record.version, draft.record.replaces) == (2, first.id)
    assert "Dit schreef ik zelf." in words(draft)
    assert propose_adoption(context, draft).number.endswith("-B2")


def test_every_number_in_generated_text_names_its_fact(
    context: Context, samples: list[CaseId]
) -> None:
    draft = drafted(context, samples[ADVICE])
    generated = {"wijziging-omvang", "drempel-a", "cijfers-randstad"}
    spans = [
        span
        for block in draft.letter.blocks
        if isinstance(block, Paragraph) and block.key in generated
        for span in block.spans
    ]

    loose = [span for span in spans if any(map(str.isdigit, span.text)) and not span.fact]

    assert spans
    assert loose == []
