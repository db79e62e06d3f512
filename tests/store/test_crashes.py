"""Killed processes and full disks lose nothing that was kept, and leave no half action."""

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.store.processes import a_writer, has_unfinished_write
from tests.store.samples import ME, a_case, fixed
from workbench.domain.errors import StoreFullError
from workbench.store import cases
from workbench.store.connection import Store
from workbench.store.history import head_of
from workbench.store.journal import Clock
from workbench.store.opening import open_store

ROUNDS = 200


def acknowledged_before_kill(path: Path, delay: float) -> int:
    """Let a process write for a while, kill it and return the last batch it reported."""
    with a_writer("write", path) as writer:
        time.sleep(delay)
        writer.kill()
        assert writer.stdout is not None
        lines = writer.stdout.read().split("\n")
    # The last piece is a line that was not finished.
    return int(lines[-2]) if len(lines) > 1 else 0


def kill_again_and_again(path: Path, rounds: int, store_number: int) -> Counter[str]:
    """Count what went lost or was half done, and how often a write was cut off."""
    chance = random.Random(store_number)
    counted: Counter[str] = Counter()
    for _ in range(rounds):
        last = acknowledged_before_kill(path, chance.uniform(0, 0.04))
        counted["cut off"] += has_unfinished_write(path)
        # Opening checks every page, trigger, batch and row.
        store = open_store(path, made_by=ME, clock=fixed)
        counted["lost"] += last > head_of(store)[0]
        counted["half"] += len(store.query("select distinct title from tasks")) > 1
        counted["rounds"] += 1
        store.close()
    return counted


def test_killing_the_program_loses_no_batch_and_leaves_no_half_one(
    tmp_path: Path,
) -> None:
    paths = [tmp_path / f"{number}.sqlite" for number in range(2)]

    with ThreadPoolExecutor() as pool:
        each = pool.map(kill_again_and_again, paths, [ROUNDS // 2] * 2, range(2))
        counted = sum(each, Counter())

    assert (counted["lost"], counted["half"], counted["rounds"]) == (0, 0, ROUNDS)
    assert counted["cut off"] > 0


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file size there")
def test_a_disk_that_refuses_leaves_the_store_whole(
    filled: Path, reopen: Callable[[Path], Store]
) -> None:
    with a_writer("limit", filled) as writer:
        said, _ = writer.communicate()

    assert said == "StoreWriteFailedError 1\n"
    assert len(cases.find_cases(reopen(filled))) == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        command = ["mount", "-t", "tmpfs", "-o", "size=2000k", "tmpfs", str(folder)]
        mounted = subprocess.run(command, check=False, capture_output=True)
    except FileNotFoundError:
        pytest.skip("no mount here")
    if mounted.returncode:
        pytest.skip("a disk can be mounted by root only")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_store_whole(
    small_disk: Path, reopen: Callable[[Path], Store]
) -> None:
    path = small_disk / "dossiers.sqlite"
    with a_writer("fill", path) as writer:
        said, _ = writer.communicate()

    assert said == "StoreFullError 1\n"
    store = reopen(path)
    assert head_of(store)[0] > 0
    store.close()  # before the disk goes


def test_a_full_store_refuses_the_action_and_goes_on(store: Store, clock: Clock) -> None:
    (pages,) = store.connection.execute("pragma page_count").fetchone()
    store.connection.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(StoreFullError), store.batch("Te groot", made_by=ME):
        cases.insert_case(store, a_case(intention="x" * 100_000))
    store.connection.execute("pragma max_page_count = 100000")

    with store.batch("Past", made_by=ME):
        cases.insert_case(store, a_case())

    assert head_of(store)[0] == 1


def test_a_new_store_on_a_full_disk_leaves_nothing(small_disk: Path, clock: Clock) -> None:
    (small_disk / "vol").write_bytes(b"x" * 1_900_000)

    with pytest.raises(StoreFullError):
        open_store(small_disk / "dossiers.sqlite", made_by=ME, clock=clock)

    assert {path.name for path in small_disk.iterdir()} <= {"vol", "dossiers.sqlite.lock"}
