"""Tampering with the journal or the rows shows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.samples import (
    ME,
    a_case,
    a_location,
    an_answer,
    fill_every_table,
    fixed,
)
from workbench.domain.case import CaseId
from workbench.domain.errors import StoreDamagedError
from workbench.store import answers, cases, locations
from workbench.store.connection import Store
from workbench.store.opening import open_memory
from workbench.store.triggers import present_triggers
from workbench.store.undoing import undo
from workbench.store.verifying import verify_chain, verify_files, verify_rows


def tamper(store: Store, *statements: str) -> None:
    """Do what only someone from outside can: drop the triggers, change, put them back."""
    triggers = present_triggers(store.connection)
    for name, _ in triggers:
        store.connection.execute(f"drop trigger {name}")
    for statement in ("pragma foreign_keys = off", *statements):
        store.connection.execute(statement)
    for _, sql in triggers:
        store.connection.execute(sql)


def work(store: Store, choices: list[int]) -> None:
    """Do a number of actions, each told by a number."""
    with store.batch("Begin", made_by=ME):
        cases.insert_case(store, a_case())
    for number, choice in enumerate(choices):
        with store.batch(f"Actie {number}", made_by=ME):
            if choice % 3 == 0:
                answers.save_answer(store, a_case().id, an_answer(verdict=str(number)))
            elif choice % 3 == 1:
                locations.save_location(store, a_location(choice, name=str(number)))
            else:
                cases.update_case(store, a_case(title=str(number)))
        if choice % 4 == 0:
            undo(store, ME)


@settings(max_examples=25, deadline=None)
@given(choices=st.lists(st.integers(0, 11), min_size=1, max_size=8), data=st.data())
def test_the_chain_holds_and_a_removed_entry_is_found(
    choices: list[int], data: st.DataObject
) -> None:
    store = open_memory(fixed)
    work(store, choices)
    verify_chain(store.connection)
    verify_rows(store.connection)
    seqs = [row["seq"] for row in store.query("select seq from entries")]

    tamper(store, f"delete from entries where seq = {data.draw(st.sampled_from(seqs))}")

    with pytest.raises(StoreDamagedError):
        verify_chain(store.connection)
    store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "update entries set after = 'x' where seq = 3",
        "update entries set case_id = null where seq = 3",
        "update batches set name = 'x' where seq = 1",
        "update batches set made_by = 'x' where seq = 2",
        "delete from batches where seq = 1",
        "delete from reversals",
        (
            "insert into entries select 10000, batch, table_name, row_id, case_id,"
            " operation, field, before, after from entries where seq = 1"
        ),
        (
            "insert into entries select 10000, 99, table_name, row_id, case_id, operation,"
            " field, before, after from entries where seq = 1"
        ),
        "insert into open_batch values (1, 1)",
        (
            "insert into batches (seq, id, name, kind, is_final, made_by, started_at)"
            " values (9, 'x', 'x', 'action', 0, 'x', 'x')"
        ),
    ],
)
def test_a_changed_journal_is_found(store: Store, statement: str) -> None:
    work(store, [4, 1, 2])

    tamper(store, statement)

    with pytest.raises(StoreDamagedError, match="journal"):
        verify_chain(store.connection)


@pytest.mark.parametrize(
    "statement",
    [
        "update cases set title = 'x'",
        "update cases set fte_before = null",
        "update shifts set fte_after = 1",
        "delete from locations",
        "update tasks set id = 'x'",
        "insert into settings values ('x', 'k', '2024-01-01', '', '', '')",
        "update deliveries set sha256 = zeroblob(0) || printf('%064d', 0)",
    ],
)
def test_a_row_changed_outside_the_program_is_found(store: Store, statement: str) -> None:
    with store.batch("Alles gevuld", made_by=ME):
        fill_every_table(store)

    tamper(store, statement)

    with pytest.raises(StoreDamagedError, match="rows"):
        verify_rows(store.connection)


def test_batches_cut_off_the_end_show_in_the_rows(store: Store, case_id: CaseId) -> None:
    with store.batch("Titel", made_by=ME):
        cases.update_case(store, a_case(id=case_id, title="Nieuw"))

    tamper(
        store, "delete from entries where batch = 2", "delete from batches where seq = 2"
    )

    verify_chain(store.connection)
    with pytest.raises(StoreDamagedError, match="rows"):
        verify_rows(store.connection)


def test_a_changed_file_is_found(store: Store) -> None:
    with store.batch("Alles gevuld", made_by=ME):
        fill_every_table(store)

    tamper(store, "update files set content = x'564f4f524245454c58'")

    with pytest.raises(StoreDamagedError, match="file"):
        verify_files(store.connection)


def test_a_quick_check_looks_at_the_newest_batches_only(store: Store) -> None:
    work(store, [1, 2, 1, 2])
    verify_chain(store.connection, newest=2)

    tamper(store, "update batches set name = 'x' where seq = 1")
    verify_chain(store.connection, newest=2)
    with pytest.raises(StoreDamagedError):
        verify_chain(store.connection, newest=100)

    tamper(store, "update batches set name = 'x' where seq = 4")
    with pytest.raises(StoreDamagedError):
        verify_chain(store.connection, newest=2)
