"""A copy is whole or not there at all, and can be put back over a damaged store."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import ME, a_case, fill_every_table
from tests.store.test_opening import zero_a_page
from workbench.domain.errors import BackupFailedError, StoreInUseError
from workbench.store import cases
from workbench.store.backups import (
    choose_kept,
    list_backups,
    make_backup,
    restore_backup,
    verify_copy,
)
from workbench.store.connection import Store

NOW = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return tmp_path / "kopieën"


def test_a_copy_holds_everything(
    path: Path, copies: Path, reopen: Callable[[Path], Store]
) -> None:
    store = reopen(path)
    with store.batch("Alles gevuld", made_by=ME):
        fill_every_table(store)

    copy = make_backup(store, copies, NOW)

    verify_copy(copy)
    assert copy.name == "dossiers-20261103-093000.sqlite"
    assert [backup.path for backup in list_backups(copies)] == [copy]
    assert len(cases.find_cases(reopen(copy))) == 1


def test_a_copy_that_fails_leaves_nothing(store: Store, tmp_path: Path) -> None:
    in_the_way = tmp_path / "bestand"
    in_the_way.write_bytes(b"")

    with pytest.raises(BackupFailedError):
        make_backup(store, in_the_way, NOW)

    assert list(tmp_path.iterdir()) == [in_the_way]


def test_a_copy_of_a_changed_store_is_not_kept(store: Store, copies: Path) -> None:
    with store.batch("Alles gevuld", made_by=ME):
        fill_every_table(store)
    connection = store.connection
    (sql,) = connection.execute(
        "select sql from sqlite_master where name = 'files_update'"
    ).fetchone()
    connection.execute("drop trigger files_update")
    connection.execute("update files set content = x'564f4f524245454c58'")
    connection.execute(sql)

    with pytest.raises(BackupFailedError, match="file"):
        make_backup(store, copies, NOW)

    assert list(copies.iterdir()) == []


@pytest.mark.parametrize("is_damaged", [False, True])
def test_a_copy_is_put_back_and_the_present_file_set_aside(
    filled: Path, copies: Path, reopen: Callable[[Path], Store], is_damaged: bool
) -> None:
    store = reopen(filled)
    copy = make_backup(store, copies, NOW)
    with store.batch("Titel", made_by=ME):
        cases.update_case(store, a_case(title="Na de kopie"))
    store.close()
    if is_damaged:
        zero_a_page(filled)
    present = filled.read_bytes()

    aside = restore_backup(copy, filled, NOW)

    assert aside is not None
    assert aside.name == "dossiers-vervangen-20261103-093000.sqlite"
    assert aside.read_bytes() == present
    assert cases.load_case(reopen(filled), a_case().id).title == a_case().title


def test_a_damaged_copy_is_never_put_back(
    filled: Path, copies: Path, reopen: Callable[[Path], Store]
) -> None:
    store = reopen(filled)
    copy = make_backup(store, copies, NOW)
    store.close()
    zero_a_page(copy)
    before = filled.read_bytes()

    with pytest.raises(BackupFailedError):
        restore_backup(copy, filled, NOW)

    assert filled.read_bytes() == before
    assert not list(filled.parent.glob("*.terug"))


def test_an_open_store_is_not_replaced(
    filled: Path, copies: Path, reopen: Callable[[Path], Store]
) -> None:
    store = reopen(filled)
    copy = make_backup(store, copies, NOW)

    with pytest.raises(StoreInUseError):
        restore_backup(copy, filled, NOW)


def test_older_copies_are_thinned_out(store: Store, copies: Path) -> None:
    for minutes in range(15):
        make_backup(store, copies, NOW + timedelta(minutes=minutes))

    assert len(list_backups(copies)) == 10


def test_a_year_of_copies_keeps_recent_ones_days_and_months() -> None:
    moments = [NOW - timedelta(hours=6 * number) for number in range(4 * 500)]

    kept = sorted(choose_kept(moments), reverse=True)

    assert kept[:10] == moments[:10]
    recent = {moment.date() for moment in kept if NOW - moment < timedelta(days=14)}
    assert len(recent) >= 14
    months = {(moment.year, moment.month) for moment in kept}
    assert len(months) == 12
    assert len(kept) <= 10 + 14 + 12


@given(st.sets(st.datetimes(), max_size=80))
def test_the_newest_copies_are_always_kept(moments: set[datetime]) -> None:
    kept = choose_kept(moments)

    assert set(sorted(moments)[-10:]) <= kept <= moments
    assert choose_kept(kept) == kept
