"""A store is brought up to date step by step, with a copy first, or left as it was."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.samples import CONTENT, ME, SHA256, a_case
from workbench.domain.errors import StoreTooNewError
from workbench.store import cases, files, letters
from workbench.store.backups import list_backups
from workbench.store.connection import Store
from workbench.store.history import list_batches
from workbench.store.journal import Clock
from workbench.store.migrations import (
    Step,
    applied_steps,
    read_steps,
    split_statements,
)
from workbench.store.opening import copies_folder, open_store
from workbench.store.schema import schema_file, write_schema
from workbench.store.triggers import present_triggers, trigger_statements
from workbench.store.verifying import verify_chain, verify_rows

NEXT = Step(
    name="0006_next",
    sql="""
        -- A column and a table more; and rows that change along; with a ';' in here.
        alter table cases add column remark text not null default '';
        create table notes (id text primary key not null, text text not null) strict;
        update cases set title = title || ' (bijgewerkt)';
        insert into notes values ('n', 'a; b');
    """,
)
BROKEN = Step(
    name="0004_broken", sql="create table half (id text primary key); select nothing;"
)
OLD_LETTERS = (
    """insert into letters (id, case_id, kind, version, number, minister, signatory,
        file, receipt, sealed_at, checked)
    values ('l1', :case, 'proposal', 1, '2024-1', 'm', 's', :file, '{}', '2024', 'valid')
    """,
    """insert into letters (id, case_id, kind, version, replaces, number, minister,
        signatory, receipt, sealed_at, checked)
    values ('l2', :case, 'proposal', 2, 'l1', '', '', '', '', '', '')
    """,
    """insert into own_texts (id, letter_id, after, position, text)
    values ('o1', 'l2', 'slot', 1, 'Eigen.')""",
)


def upgrade(path: Path, clock: Clock, *steps: Step) -> Store:
    return open_store(path, made_by=ME, clock=clock, steps=[*read_steps(), *steps])


def test_the_generated_schema_is_current() -> None:
    assert schema_file().read_text(encoding="utf-8") == write_schema()


def test_steps_are_numbered_without_gaps() -> None:
    numbers = [step.number for step in read_steps()]

    assert numbers == list(range(1, len(numbers) + 1))


def test_after_a_step_triggers_journal_and_rows_are_whole(
    filled: Path, clock: Clock
) -> None:
    store = upgrade(filled, clock, NEXT)

    assert present_triggers(store.connection) == trigger_statements(store.connection)
    assert {"notes_insert", "notes_update"} <= dict(
        present_triggers(store.connection)
    ).keys()
    verify_chain(store.connection)
    verify_rows(store.connection)
    assert cases.load_case(store, a_case().id).title.endswith("(bijgewerkt)")
    assert list_batches(store)[0].name == "Opslag bijgewerkt: 0006_next"
    store.close()


def test_a_copy_is_made_before_a_step(
    filled: Path, clock: Clock, reopen: Callable[[Path], Store]
) -> None:
    upgrade(filled, clock, NEXT).close()

    (copy,) = list_backups(copies_folder(filled))
    assert copy.is_kept
    assert cases.find_cases(reopen(copy.path))[0].title == a_case().title


def test_a_failing_step_leaves_the_store_as_it_was(
    filled: Path, clock: Clock, reopen: Callable[[Path], Store]
) -> None:
    with pytest.raises(sqlite3.OperationalError, match="nothing"):
        upgrade(filled, clock, NEXT, BROKEN)

    store = upgrade(filled, clock, NEXT)
    assert applied_steps(store.connection) == [
        "0001_start",
        "0002_register",
        "0003_requests",
        "0004_letter_work",
        "0005_instruments",
        "0006_next",
    ]
    assert store.query("select 1 from sqlite_master where name = 'half'") == []
    verify_chain(store.connection)
    store.close()


def test_nothing_is_copied_or_journalled_when_no_step_is_pending(
    filled: Path, reopen: Callable[[Path], Store]
) -> None:
    store = reopen(filled)

    assert not copies_folder(filled).exists()
    assert len(list_batches(store)) == 1


def test_a_newer_store_is_refused_or_read_only(filled: Path, clock: Clock) -> None:
    upgrade(filled, clock, NEXT).close()
    before = filled.read_bytes()

    with pytest.raises(StoreTooNewError) as refusal:
        open_store(filled, made_by=ME, clock=clock)
    store = open_store(filled, made_by=ME, clock=clock, allow_read_only=True)

    assert refusal.value.facts["step"] == "0006_next"
    assert store.read_only_reason == "newer"
    assert len(cases.find_cases(store)) == 1
    store.close()
    assert filled.read_bytes() == before


def test_statements_are_split_where_they_end() -> None:
    found = list(split_statements(NEXT.sql))

    assert [statement.split()[0] for statement in found[1:]] == [
        "create",
        "update",
        "insert",
    ]
    with pytest.raises(ValueError, match="unfinished"):
        list(split_statements("select 1"))


def test_letters_keep_everything_when_their_table_is_built_anew(
    tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "ouder.sqlite"
    older = open_store(path, made_by=ME, clock=clock, steps=read_steps()[:3])
    with older.batch("Brieven", made_by=ME, is_final=True):
        cases.insert_case(older, a_case())
        files.keep_file(older, CONTENT, name="brief.pdf", media_type="application/pdf")
        for sql in OLD_LETTERS:
            older.execute(sql, {"case": a_case().id, "file": SHA256})
    older.close()

    store = open_store(path, made_by=ME, clock=clock)

    first, second = letters.list_letters(store, a_case().id)
    assert (first.file, second.replaces) == (SHA256, first.id)
    assert letters.list_own_texts(store, second.id)[0].text == "Eigen."
    verify_chain(store.connection)
    verify_rows(store.connection)
    store.close()
