"""A store in memory, one in a file, and a clock that ticks a second at each look."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.store.samples import ME, a_case
from workbench.domain.case import CaseId
from workbench.store import cases
from workbench.store.connection import Store
from workbench.store.journal import Clock
from workbench.store.opening import open_memory, open_store


@pytest.fixture
def clock() -> Clock:
    ticks = count()
    return lambda: datetime(2026, 11, 3, 9, tzinfo=UTC) + timedelta(seconds=next(ticks))


@pytest.fixture
def store(clock: Clock) -> Iterator[Store]:
    opened = open_memory(clock)
    yield opened
    opened.close()


@pytest.fixture
def case_id(store: Store) -> CaseId:
    with store.batch("Casus aangemaakt", made_by=ME):
        cases.insert_case(store, a_case())
    return a_case().id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dossiers.sqlite"


@pytest.fixture
def filled(path: Path, clock: Clock) -> Path:
    """A closed store in a file, with one case."""
    opened = open_store(path, made_by=ME, clock=clock)
    with opened.batch("Casus aangemaakt", made_by=ME):
        cases.insert_case(opened, a_case())
    opened.close()
    return path


@pytest.fixture
def reopen(clock: Clock) -> Iterator[Callable[[Path], Store]]:
    """Opens stores and closes them after the test."""
    opened: list[Store] = []

    def reopen(path: Path) -> Store:
        opened.append(open_store(path, made_by=ME, clock=clock))
        return opened[-1]

    yield reopen
    for each in opened:
        each.close()
