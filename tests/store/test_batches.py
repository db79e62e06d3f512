"""Everything written is one named action, wholly or not at all."""

import sqlite3

import pytest

from tests.store.samples import ME, a_case, an_answer, dump, fill_every_table
from workbench.domain.case import CaseId
from workbench.store import answers, cases
from workbench.store.connection import Store
from workbench.store.history import list_batches
from workbench.store.verifying import verify_chain, verify_rows

TABLES = (
    "actions", "adjustments", "agreements", "answers", "attachments",
    "benchmark_values", "buildings", "cases", "change_requests", "collaborations",
    "commitments", "criteria", "deliveries", "developments", "figures", "files",
    "fte_series", "hybrid_starts", "letter_remarks", "letter_values", "letters",
    "lineage", "locations", "masterplans", "meetings", "methods", "ministry_plans",
    "network_counts", "network_members", "networks", "offers", "opportunities",
    "organisation_names", "organisation_parents", "organisations", "own_texts",
    "parties", "personnel_measures", "precedents", "profiles", "realisations",
    "recipes", "relations", "replaced_figures", "request_questions", "request_steps",
    "requests", "scans", "scores", "settings", "shifts", "sites", "stage_days",
    "statements", "submissions", "synonyms", "talks", "tasks", "value_sets",
    "youth_measures",
)  # fmt: skip
WORDS = "no batch is open|never|are written with"


def test_the_list_of_tables_in_these_tests_is_complete(store: Store) -> None:
    assert tuple(dump(store)) == TABLES


@pytest.mark.parametrize("table", TABLES)
def test_no_table_can_be_written_outside_a_batch(store: Store, table: str) -> None:
    with store.batch("Alles gevuld", made_by=ME):
        fill_every_table(store)
    before = dump(store)
    columns = [row["name"] for row in store.query(f"pragma table_info({table})")]

    for statement in (
        f"insert or replace into {table} select * from {table}",
        f"update {table} set {columns[-1]} = {columns[-1]}",
        f"delete from {table}",
    ):
        with pytest.raises(sqlite3.IntegrityError, match=WORDS):
            store.connection.execute(statement)

    assert dump(store) == before


def test_the_store_refuses_a_write_without_a_batch(store: Store) -> None:
    with pytest.raises(RuntimeError, match="no batch"):
        answers.save_answer(store, "x", an_answer())


def answer_both(store: Store, *case_ids: CaseId) -> None:
    with store.batch("Beantwoord", made_by=ME):
        for case_id in case_ids:
            answers.save_answer(store, case_id, an_answer())


def test_a_failing_action_leaves_nothing(store: Store, case_id: CaseId) -> None:
    before = dump(store)

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        answer_both(store, case_id, "bestaat niet")

    assert dump(store) == before
    assert [batch.name for batch in list_batches(store)] == ["Casus aangemaakt"]


def test_an_action_that_changes_nothing_leaves_nothing(
    store: Store, case_id: CaseId
) -> None:
    with store.batch("Bekeken", made_by=ME):
        cases.update_case(store, cases.load_case(store, case_id))

    assert len(list_batches(store)) == 1


def test_actions_do_not_nest(store: Store) -> None:
    with (
        store.batch("Buiten", made_by=ME),
        pytest.raises(RuntimeError, match="open already"),
        store.batch("Binnen", made_by=ME),
    ):
        pass


def test_an_action_knows_its_name_maker_moment_and_cases(
    store: Store, case_id: CaseId
) -> None:
    with store.batch("Vraag beantwoord", made_by=ME):
        answers.save_answer(store, case_id, an_answer())

    newest = list_batches(store)[0]
    assert (newest.seq, newest.name, newest.made_by) == (2, "Vraag beantwoord", ME)
    assert newest.started_at.startswith("2026-11-03T09:00:")
    assert newest.cases == {case_id}


def test_after_filling_every_table_journal_and_rows_agree(store: Store) -> None:
    with store.batch("Alles gevuld", made_by=ME):
        fill_every_table(store)

    assert verify_chain(store.connection) == 1
    verify_rows(store.connection)


def test_a_case_that_breaks_a_rule_of_the_schema_is_refused(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError), store.batch("Leeg", made_by=ME):
        cases.insert_case(store, a_case(number=""))

    assert list_batches(store) == []
