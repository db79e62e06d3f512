"""What tests of the window share: the whole of it, and the page Registers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.answering import SaysYes
from workbench.ui.main_window import MainWindow
from workbench.ui.registers_page import RegistersPage
from workbench.ui.session import Session
from workbench.ui.theme import apply_theme


@pytest.fixture
def registers(
    qapp: QApplication, qtbot: QtBot, session: Session
) -> Iterator[RegistersPage]:
    apply_theme(qapp, scheme="light")
    page = RegistersPage(session)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    yield page
    page.close()


@pytest.fixture
def answers() -> SaysYes:
    return SaysYes()


@pytest.fixture
def window(qapp: QApplication, session: Session, answers: SaysYes) -> Iterator[MainWindow]:
    apply_theme(qapp, scheme="light")
    window = MainWindow(session, actions=answers)
    window.resize(1400, 900)
    window.show()
    yield window
    window.close()
    while session.jobs.is_busy:  # the outcome of a job may start another
        session.jobs.wait()
        qapp.processEvents()
    # A window that lingers would watch every key and follow every theme of later tests.
    for left in qapp.topLevelWidgets():
        left.deleteLater()  # Qt leaves out what goes with its parent
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
