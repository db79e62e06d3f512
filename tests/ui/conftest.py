"""What tests of the page Registers share: the page itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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
