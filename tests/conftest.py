"""What tests share: an in-memory store, a fixed clock and one case to work on."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from workbench.app.contexts import build_context
from workbench.domain.case import CaseId, Occasion
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.store.opening import open_memory
from workbench.ui.session import Session
from workbench.usecases.cases import Signal, change_fact, change_shift, note_signal
from workbench.usecases.context import Context


class SteadyClock:
    """Stands at 23 November 2026, 14.32, and moves a second at every look."""

    def __init__(self) -> None:
        self._moment = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._moment += timedelta(milliseconds=10)
        return self._moment


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's real data folder out of every test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "gegevens"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "gegevens"))


@pytest.fixture
def context() -> Iterator[Context]:
    clock = SteadyClock()
    store = open_memory(clock, "A. Adviseur")
    yield build_context(store, now=clock, user="A. Adviseur")
    store.close()


@pytest.fixture
def session(context: Context) -> Iterator[Session]:
    session = Session(context)
    yield session
    while session.jobs.is_busy:  # what a job brought still finds the store open
        session.jobs.wait()
        QCoreApplication.processEvents()


@pytest.fixture
def a_case(context: Context) -> CaseId:
    """Growth of 150 fte at an invented service in Zuid-Holland, judged in 2026."""
    case_id, _ = note_signal(context, Signal(title="VOORBEELD Groei Dienst Vergunningen"))
    facts = {
        "service": "VOORBEELD Dienst Vergunningen",
        "ministry": "IenW",
        "sector": Sector.MINISTRIES,
        "body": "uitvoeringsorganisatie",
        "occasion": Occasion.SIZE_CHANGE,
        "notice_on": date(2026, 9, 14),
        "figures_on": date(2026, 1, 1),
        "fte_before": Fte.of(820),
        "fte_after": Fte.of(970),
    }
    for field, value in facts.items():
        change_fact(context, case_id, field, value)
    change_shift(context, case_id, "PV28", Fte.of(820), Fte.of(970))
    return case_id
