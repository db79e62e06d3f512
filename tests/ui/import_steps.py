"""The steps of an advisor who takes figures in, and the table that is taken in."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.exchange.tables import Rows
from workbench.domain.delivery import FteValue
from workbench.store import values
from workbench.ui.exchange_page import ExchangePage
from workbench.ui.session import Session
from workbench.ui.window_actions import WindowActions
from workbench.usecases.context import Context

SHEET: Rows = [
    ["Provincie", "Sector", "fte"],
    ["Drenthe", "Defensie", 2976],
    ["Zeeland", "Politie", None],
    ["Nederland", "Totaal", 321396],
]
PUBLISHED = date(2026, 11, 23)


class OpensFiles(WindowActions):
    """Remembers which files would have been shown."""

    def __init__(self) -> None:
        self.opened: list[Path] = []

    def open_file(self, path: Path) -> bool:
        self.opened.append(path)
        return True


def open_exchange(qtbot: QtBot, session: Session, actions: WindowActions) -> ExchangePage:
    page = ExchangePage(session, actions)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    return page


def drop(qtbot: QtBot, page: ExchangePage, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with qtbot.waitSignal(page.figures.flow.read, timeout=20_000):
        page.read_figures(path)


def date_it(qtbot: QtBot, page: ExchangePage, text: str) -> None:
    """Fill in the reference date of the table and wait for the look at it."""
    day = page.figures.table.whole.day.line
    with qtbot.waitSignal(page.figures.flow.read):
        day.selectAll()
        qtbot.keyClicks(day, text)
        qtbot.keyClick(day, Qt.Key.Key_Return)


def wait_for_look(qtbot: QtBot, page: ExchangePage) -> None:
    qtbot.waitUntil(lambda: page.figures.flow.preview is not None)


def fill_in(qtbot: QtBot, page: ExchangePage, reason: str = "") -> None:
    form = page.figures.form
    qtbot.keyClicks(form.giver, "VOORBEELD ministerie")
    qtbot.keyClicks(form.source, "VOORBEELD brief")
    qtbot.keyClicks(form.reason, reason)


def take_in(qtbot: QtBot, page: ExchangePage) -> None:
    with qtbot.waitSignal(page.figures.taken_in):
        page.figures.form.take_in.click()


def bring(qtbot: QtBot, page: ExchangePage, path: Path, data: bytes) -> None:
    drop(qtbot, page, path, data)
    date_it(qtbot, page, "1 januari 2022")
    wait_for_look(qtbot, page)


def known(context: Context, on: date | None = None) -> dict[tuple[str, str], FteValue]:
    found = values.values_known(context.store, on=on, reference_date=date(2022, 1, 1))
    return {(one.place, one.sector): one for one in found}
