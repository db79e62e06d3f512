"""Copies of the store: made, listed and put back while the window is open."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workbench.app.contexts import build_context
from workbench.domain.errors import WorkbenchError
from workbench.store.opening import open_store
from workbench.usecases.backups import (
    backup_daily,
    list_backups,
    make_backup,
    restore_backup,
)
from workbench.usecases.cases import Signal, find_cases, note_signal
from workbench.usecases.context import Context


def ticking() -> Callable[[], datetime]:
    moments = [datetime(2026, 11, 23, 14, 32, tzinfo=UTC)]

    def now() -> datetime:
        moments[0] += timedelta(seconds=1)
        return moments[0]

    return now


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[list[Context]]:
    """The context in use; a restore puts another in its place."""
    now = ticking()
    store = open_store(tmp_path / "dossiers.sqlite", made_by="A. Adviseur", clock=now)
    held = [build_context(store, now=now, user="A. Adviseur")]
    yield held
    held[0].store.close()


def adopt(held: list[Context]) -> Callable[[Context], None]:
    def take(context: Context) -> None:
        held[0] = context

    return take


def test_a_restored_copy_is_what_the_window_goes_on_with(opened: list[Context]) -> None:
    note_signal(opened[0], Signal(title="VOORBEELD eerste"))
    copy = make_backup(opened[0])
    note_signal(opened[0], Signal(title="VOORBEELD tweede"))

    restore_backup(opened[0], copy, adopt(opened))

    assert [case.title for case in find_cases(opened[0])] == ["VOORBEELD eerste"]
    note_signal(opened[0], Signal(title="VOORBEELD derde"))


def test_the_replaced_store_is_kept_beside_it(
    opened: list[Context], tmp_path: Path
) -> None:
    copy = make_backup(opened[0])

    restore_backup(opened[0], copy, adopt(opened))

    assert len(list(tmp_path.glob("dossiers-vervangen-*.sqlite"))) == 1


def test_a_damaged_copy_is_refused_and_the_store_stays_open(
    opened: list[Context], tmp_path: Path
) -> None:
    note_signal(opened[0], Signal(title="VOORBEELD eerste"))
    broken = tmp_path / "kapot.sqlite"
    broken.write_bytes(b"geen database")

    with pytest.raises(WorkbenchError):
        restore_backup(opened[0], broken, adopt(opened))

    assert len(find_cases(opened[0])) == 1


def test_one_copy_a_day_is_made_by_itself(opened: list[Context]) -> None:
    first, second = backup_daily(opened[0]), backup_daily(opened[0])

    later = replace(opened[0], now=lambda: datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    assert first is not None
    assert second is None
    assert backup_daily(later) is not None
    assert len(list_backups(opened[0])) == 2
