"""The journal records fields before and after, and cannot be changed."""

import sqlite3

import pytest

from tests.store.letter_samples import a_letter
from tests.store.samples import (
    CASE,
    CONTENT,
    ME,
    SHA256,
    a_case,
    a_delivery,
    a_value,
    an_answer,
    fill_every_table,
)
from workbench.domain.case import CaseId
from workbench.store import answers, cases, deliveries, files, letters
from workbench.store.connection import Store
from workbench.store.history import entries_of, list_batches
from workbench.store.triggers import present_triggers, trigger_statements


def test_only_the_field_that_changed_is_recorded(store: Store, case_id: CaseId) -> None:
    with store.batch("Titel gewijzigd", made_by=ME) as seq:
        cases.update_case(store, a_case(title="Nieuw"))

    (entry,) = entries_of(store, seq)
    assert (entry.table, entry.row_id, entry.field) == ("cases", case_id, "title")
    assert (entry.before, entry.after) == (a_case().title, "Nieuw")


def test_a_field_that_becomes_unknown_is_recorded(store: Store, case_id: CaseId) -> None:
    with store.batch("Omvang onbekend", made_by=ME) as seq:
        cases.update_case(store, a_case(fte_after=None))

    (entry,) = entries_of(store, seq)
    assert (entry.case_id, entry.before, entry.after) == (case_id, 115000, None)


def test_what_is_removed_is_recorded_whole(store: Store, case_id: CaseId) -> None:
    with store.batch("Beantwoord", made_by=ME):
        answers.save_answer(store, case_id, an_answer())
    with store.batch("Verwijderd", made_by=ME) as seq:
        answers.remove_answer(store, case_id, "p1")

    removed = {entry.field: entry.before for entry in entries_of(store, seq)}
    assert removed["verdict"] == "yes"
    assert "attachment" not in removed
    assert {entry.after for entry in entries_of(store, seq)} == {None}


def test_the_own_texts_of_a_letter_belong_to_its_case(store: Store) -> None:
    with store.batch("Alles gevuld", made_by=ME) as seq:
        fill_every_table(store)

    owners = {
        entry.case_id for entry in entries_of(store, seq) if entry.table == "own_texts"
    }
    assert owners == {CASE}


def test_the_content_of_a_file_is_not_copied_into_the_journal(store: Store) -> None:
    with store.batch("Bestand bewaard", made_by=ME) as seq:
        files.keep_file(store, CONTENT, name="a.txt", media_type="text/plain")

    assert {entry.field for entry in entries_of(store, seq)} == {
        "sha256", "name", "media_type", "size",
    }  # fmt: skip


@pytest.mark.parametrize(
    "statement",
    [
        "update entries set after = 'x'",
        "delete from entries",
        "update batches set name = 'x'",
        "update batches set hash = null",
        "delete from batches",
        "delete from reversals",
        "update reversals set batch = 1",
    ],
)
def test_the_journal_itself_never_changes(
    store: Store, case_id: CaseId, statement: str
) -> None:
    with store.batch("Weg", made_by=ME):
        answers.save_answer(store, case_id, an_answer())
        store.execute("insert into reversals (reverses, batch) values (1, 2)")

    with (
        pytest.raises(sqlite3.IntegrityError, match="never"),
        store.batch("Knoeien", made_by=ME),
    ):
        store.execute(statement)


def test_a_sealed_letter_never_changes(store: Store, case_id: CaseId) -> None:
    sealed = a_letter(case_id=case_id, file=SHA256, number="2024-1")
    with store.batch("Verzegeld", made_by=ME, is_final=True):
        files.keep_file(store, CONTENT, name="a.pdf", media_type="application/pdf")
        letters.insert_letter(store, sealed)

    with (
        pytest.raises(sqlite3.IntegrityError, match="sealed letters never change"),
        store.batch("Knoeien", made_by=ME),
    ):
        letters.update_letter(store, a_letter(number="2024-2"))


def test_values_cannot_join_a_delivery_afterwards(store: Store) -> None:
    with store.batch("Levering", made_by=ME):
        deliveries.insert_delivery(store, a_delivery(), [a_value()])

    with (
        pytest.raises(sqlite3.IntegrityError, match="with their deliveries only"),
        store.batch("Bijgeschreven", made_by=ME),
    ):
        store.execute(
            "insert into figures select set_number, series + 1, position, value, kind,"
            " cell from figures"
        )


def test_a_delivery_is_one_row_in_the_journal(store: Store) -> None:
    with store.batch("Levering", made_by=ME):
        many = [a_value(place=f"NL{number}") for number in range(100, 600)]
        deliveries.insert_delivery(store, a_delivery(), many)

    assert list_batches(store)[0].entry_count < 15


def test_the_store_has_exactly_the_triggers_its_schema_asks_for(store: Store) -> None:
    assert present_triggers(store.connection) == trigger_statements(store.connection)
