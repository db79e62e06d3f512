"""A long reading shows how far it is and is stopped by one button; nothing has changed."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.import_steps import OpensFiles, open_exchange
from workbench.ui.exchange_page import ExchangePage
from workbench.ui.session import Session
from workbench.ui.status_line import StatusLine
from workbench.usecases.deliveries import list_deliveries


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ExchangePage:
    return open_exchange(qtbot, session, OpensFiles())


@pytest.fixture
def line(qtbot: QtBot, session: Session) -> StatusLine:
    line = StatusLine(session.jobs)
    qtbot.addWidget(line)
    line.resize(900, 30)
    line.show()
    return line


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A table that takes some blocks to read."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("2024")
    sheet.append(["Provincie", "Sector", "fte", "VOORBEELD"])
    for row in range(15_000):
        sheet.append(["Drenthe", "Defensie", row, "VOORBEELD"])
    path = tmp_path / "groot.xlsx"
    book.save(path)
    return path


def test_a_reading_is_stopped_with_the_keyboard(
    qtbot: QtBot, page: ExchangePage, line: StatusLine, large: Path, session: Session
) -> None:
    told: list[str] = []
    page.told.connect(told.append)
    page.read_figures(large)
    assert line.stop.isVisible()

    with qtbot.waitSignal(session.jobs.stopped, timeout=20_000):
        qtbot.keyClick(line.stop, Qt.Key.Key_Space)

    assert told == ["Gestopt; er is niets gewijzigd."]
    assert page.figures.flow.source is None
    assert session.read(list_deliveries) == []
    assert not line.stop.isVisible()


def test_the_bar_shows_how_far_a_reading_is(
    qtbot: QtBot, page: ExchangePage, line: StatusLine, large: Path, session: Session
) -> None:
    seen: list[int] = []
    line.progress.valueChanged.connect(seen.append)

    with qtbot.waitSignal(page.figures.flow.read, timeout=30_000):
        page.read_figures(large)

    assert [value for value in seen if value > 0] == sorted(v for v in seen if v > 0)
    assert any(0 < value <= 1000 for value in seen)
    assert line.progress.maximum() == 0
