"""What belongs to a case or to the office comes back as it was kept."""

from dataclasses import replace
from datetime import date

import pytest

from tests.store.letter_samples import A_LETTER_VALUE, A_REMARK, AN_OWN_TEXT, a_letter
from tests.store.samples import (
    A_SETTING,
    A_STATEMENT,
    CASE,
    CONTENT,
    ME,
    SHA256,
    a_delivery,
    a_location,
    a_value,
    an_answer,
    an_attachment,
    fill_every_table,
)
from workbench.domain.case import CaseId
from workbench.store import (
    answers,
    attachments,
    deliveries,
    files,
    letters,
    locations,
    remarks,
    settings,
    values,
)
from workbench.store.connection import Store


@pytest.fixture
def full(store: Store) -> Store:
    with store.batch("Alles gevuld", made_by=ME):
        fill_every_table(store)
    return store


def test_everything_comes_back_as_it_was_kept(full: Store) -> None:
    assert locations.list_locations(full, CASE) == [a_location()]
    assert answers.list_answers(full, CASE) == [an_answer(attachment=SHA256)]
    assert letters.list_letters(full, CASE) == [a_letter()]
    assert letters.load_letter(full, "letter-1") == a_letter()
    assert letters.list_own_texts(full, "letter-1") == [AN_OWN_TEXT]
    assert letters.list_values(full, "letter-1") == [A_LETTER_VALUE]
    assert remarks.list_remarks(full, "letter-1") == [A_REMARK]
    assert attachments.list_attachments(full, CASE) == [an_attachment()]
    assert settings.list_settings(full) == [A_SETTING]
    assert deliveries.list_statements(full) == [A_STATEMENT]


def test_everything_can_be_removed_but_files_and_figures(full: Store) -> None:
    with full.batch("Opgeruimd", made_by=ME):
        locations.remove_location(full, "location-1")
        answers.remove_answer(full, CASE, "p1")
        letters.remove_own_text(full, "own-1")
        letters.remove_value(full, "value-1")
        attachments.remove_attachment(full, "attachment-1")
        settings.remove_setting(full, "setting-1")

    assert locations.list_locations(full, CASE) == []
    assert files.read_file(full, SHA256) == CONTENT


def test_a_missing_row_is_a_mistake_of_ours(store: Store) -> None:
    for load in (
        lambda: locations.load_location(store, "x"),
        lambda: letters.load_letter(store, "x"),
        lambda: files.read_file(store, "x"),
        lambda: files.describe_file(store, "x"),
        lambda: deliveries.verify_delivery(store, "x"),
    ):
        with pytest.raises(LookupError):
            load()


def test_preferring_one_location_ends_the_other_preference(
    store: Store, case_id: CaseId
) -> None:
    with store.batch("Locaties", made_by=ME):
        locations.save_location(store, a_location(1, is_preferred=True))
        locations.save_location(store, a_location(2, is_preferred=True))

    preferred = [each.is_preferred for each in locations.list_locations(store, case_id)]

    assert preferred == [False, True]


def test_an_answer_takes_the_place_of_the_earlier_one(
    store: Store, case_id: CaseId
) -> None:
    with store.batch("Beantwoord", made_by=ME):
        answers.save_answer(store, case_id, an_answer(verdict="yes"))
        answers.save_answer(store, case_id, an_answer(verdict="no"))

    assert answers.list_answers(store, case_id) == [an_answer(verdict="no")]


def test_a_draft_is_sealed_by_giving_it_a_file(full: Store) -> None:
    sealed = a_letter(file=SHA256, number="2024-1", written_on=date(2024, 7, 1))

    with full.batch("Verzegeld", made_by=ME, is_final=True):
        letters.update_letter(full, sealed)

    assert letters.load_letter(full, "letter-1") == sealed
    assert letters.list_numbers(full) == ["2024-1"]


def test_the_same_content_is_kept_once(full: Store) -> None:
    with full.batch("Nog eens", made_by=ME):
        files.keep_file(full, CONTENT, name="ander.txt", media_type="text/plain")

    assert files.describe_file(full, SHA256).name == "voorbeeld.txt"


def test_a_setting_holds_until_the_next_one(full: Store) -> None:
    later = replace(A_SETTING, id="setting-2", valid_from=date(2025, 1, 1), value="B")
    with full.batch("Ondertekenaar", made_by=ME):
        settings.save_setting(full, later)

    assert settings.setting_on(full, "signatory", date(2023, 12, 31)) is None
    assert settings.setting_on(full, "signatory", date(2024, 12, 31)) == A_SETTING
    assert settings.setting_on(full, "signatory", date(2025, 1, 1)) == later


def test_a_correction_is_a_newer_delivery(store: Store) -> None:
    unknown = a_value(None, place="PV21")
    with store.batch("Levering", made_by=ME):
        deliveries.insert_delivery(store, a_delivery(), [a_value(), unknown])
    corrected = a_delivery(id="delivery-2", delivered_on=date(2024, 9, 1))
    with store.batch("Correctie", made_by=ME):
        deliveries.insert_delivery(store, corrected, [a_value("11")])

    assert values.values_known(store) == [a_value("11"), unknown]
    assert values.values_known(store, on=date(2024, 8, 31)) == [a_value(), unknown]
    assert values.values_known(store, on=date(2024, 1, 1)) == []


def test_a_delivery_knows_its_count_and_hash(store: Store) -> None:
    with store.batch("Levering", made_by=ME):
        kept = deliveries.insert_delivery(store, a_delivery(), [a_value()], [A_STATEMENT])

    assert (kept.row_count, len(kept.sha256)) == (2, 64)
    assert deliveries.list_deliveries(store) == [kept]
    assert deliveries.list_statements(store, kept.id) == [A_STATEMENT]
    deliveries.verify_delivery(store, kept.id)
