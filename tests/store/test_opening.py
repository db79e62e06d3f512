"""A store that is not right is refused with the reason, and not a byte of it changes."""

import hashlib
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.processes import a_writer, has_unfinished_write
from tests.store.samples import ME, a_case
from workbench.domain.errors import (
    StoreDamagedError,
    StoreInUseError,
    StoreNotOursError,
    StoreReadOnlyError,
)
from workbench.store import cases
from workbench.store.connection import Store
from workbench.store.journal import Clock
from workbench.store.opening import open_store

_NOBODY = 65534


def change_bytes(path: Path, start: int, new: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(new)


def outside(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def spoil_header(path: Path) -> None:
    change_bytes(path, 0, b"\0" * 16)


def zero_a_page(path: Path) -> None:
    change_bytes(path, 4096 * 5, b"\0" * 4096)


def flip_a_page(path: Path) -> None:
    page = path.read_bytes()[4096 * 2 : 4096 * 3]
    change_bytes(path, 4096 * 2, bytes(byte ^ 255 for byte in page))


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:10000])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def replace_by_text(path: Path) -> None:
    path.write_text("Geen opslag maar een brief.\n" * 100, encoding="utf-8")


def drop_a_trigger(path: Path) -> None:
    outside(path, "drop trigger cases_update")


def weaken_a_trigger(path: Path) -> None:
    outside(
        path,
        "drop trigger entries_delete",
        "create trigger entries_delete before delete on entries begin select 1; end",
    )


def edit_a_row(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (sql,) = connection.execute(
            "select sql from sqlite_master where name = 'cases_update'"
        ).fetchone()
    outside(path, "drop trigger cases_update", "update cases set fte_after = 1", sql)


def edit_a_byte(path: Path) -> None:
    content = path.read_bytes()
    place = content.index(a_case().title.encode())
    change_bytes(path, place, b"X")


DAMAGE = (
    spoil_header, zero_a_page, flip_a_page, cut_off, empty, replace_by_text,
    drop_a_trigger, weaken_a_trigger, edit_a_row, edit_a_byte,
)  # fmt: skip


def fingerprint(folder: Path) -> dict[str, str]:
    """Return name and SHA-256 of every file but the lock."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.suffix != ".lock"
    }


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_damaged_store_is_refused_and_untouched(
    filled: Path, clock: Clock, damage: Callable[[Path], None], read_only: bool
) -> None:
    damage(filled)
    before = fingerprint(filled.parent)

    with pytest.raises(StoreDamagedError) as refusal:
        open_store(filled, made_by=ME, clock=clock, allow_read_only=read_only)

    assert refusal.value.facts["path"] == str(filled)
    assert fingerprint(filled.parent) == before


def test_damage_beside_an_unfinished_write_is_untouched_too(
    filled: Path, clock: Clock
) -> None:
    while not has_unfinished_write(filled):
        with a_writer("write", filled) as writer:
            time.sleep(0.01)
            writer.kill()
            writer.wait()
    # All but the first page: the unfinished write itself would bring a few of them back.
    content = filled.read_bytes()
    filled.write_bytes(content[:4096] + bytes(len(content) - 4096))
    before = fingerprint(filled.parent)

    with pytest.raises(StoreDamagedError):
        open_store(filled, made_by=ME, clock=clock)

    assert fingerprint(filled.parent) == before


def test_a_file_of_another_program_is_refused_and_untouched(
    path: Path, clock: Clock
) -> None:
    outside(path, "create table theirs (id)")
    before = fingerprint(path.parent)

    with pytest.raises(StoreNotOursError):
        open_store(path, made_by=ME, clock=clock)

    assert fingerprint(path.parent) == before


def test_opening_a_sound_store_changes_no_byte(filled: Path, clock: Clock) -> None:
    before = fingerprint(filled.parent)

    open_store(filled, made_by=ME, clock=clock).close()

    after = fingerprint(filled.parent)
    assert after[filled.name] == before[filled.name]


def test_a_store_is_made_with_its_folder(
    path: Path, reopen: Callable[[Path], Store]
) -> None:
    store = reopen(path.parent / "nieuwe map" / path.name)

    assert cases.find_cases(store) == []
    assert not list(path.parent.rglob("*.nieuw"))


def test_a_second_program_is_told_who_has_the_store(filled: Path, clock: Clock) -> None:
    with a_writer("hold", filled):
        with pytest.raises(StoreInUseError) as refusal:
            open_store(filled, made_by=ME, clock=clock)
        second = open_store(filled, made_by=ME, clock=clock, allow_read_only=True)

        assert refusal.value.facts["holder"] == "Voorbeeld Schrijver"
        assert (second.read_only_reason, second.holder) == ("in_use", "Voorbeeld Schrijver")
        assert len(cases.find_cases(second)) == 1
        with pytest.raises(StoreReadOnlyError), second.batch("Schrijven", made_by=ME):
            pass
        second.close()


def test_a_killed_program_leaves_no_lock(
    filled: Path, reopen: Callable[[Path], Store]
) -> None:
    with a_writer("hold", filled) as holder:
        holder.kill()
        holder.wait()

    assert reopen(filled).read_only_reason == ""


@pytest.fixture
def read_only_folder(filled: Path) -> Iterator[Path]:
    """A store in a folder that this process, as an ordinary user, cannot write."""
    if sys.platform == "win32":
        pytest.skip("a folder has no read-only mode there")
    folder = Path(tempfile.mkdtemp())
    store = Path(shutil.copy(filled, folder))
    store.chmod(0o444)
    folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(_NOBODY)
    yield folder
    os.seteuid(user)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_folder_is_refused_or_read(
    read_only_folder: Path, clock: Clock
) -> None:
    (path,) = read_only_folder.iterdir()
    before = fingerprint(read_only_folder)

    with pytest.raises(StoreReadOnlyError) as refusal:
        open_store(path, made_by=ME, clock=clock)
    store = open_store(path, made_by=ME, clock=clock, allow_read_only=True)

    assert refusal.value.facts["reason"] == store.read_only_reason == "folder"
    assert len(cases.find_cases(store)) == 1
    store.close()
    assert fingerprint(read_only_folder) == before


def test_a_new_store_in_a_read_only_folder_is_refused(
    read_only_folder: Path, clock: Clock
) -> None:
    with pytest.raises(StoreReadOnlyError):
        open_store(
            read_only_folder / "nieuw.sqlite", made_by=ME, clock=clock, allow_read_only=True
        )
