"""All letters of a yearly round at once."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.answering import SaysYes
from workbench.domain.errors import ReadingStoppedError
from workbench.domain.letter import Letter
from workbench.exchange.watching import Watch
from workbench.ui.letter_drawing import check, draw
from workbench.ui.main_window import MainWindow
from workbench.ui.requests_page import RequestsPage
from workbench.usecases.context import Context
from workbench.usecases.letter_batches import drafts_of_round, draw_batch, plan_batch
from workbench.usecases.letters import named_letters
from workbench.usecases.request_steps import ensure_request
from workbench.usecases.returns import return_ministries, return_years
from workbench.usecases.sealing import propose_adoption

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
COUNT = 3


def ask(context: Context) -> int:
    """Ask three ministries for their figures; return the year."""
    year: int = return_years(context.today())[0]
    with context.batch("VOORBEELD uitvraag"):
        for ministry in return_ministries(context, year)[:COUNT]:
            ensure_request(context, ministry.key, date(year, 1, 1))
    return year


@pytest.fixture
def page(window: MainWindow) -> RequestsPage:
    ask(window.session.context)
    window.show_page("exchange")
    exchange = window.pages.exchange()
    exchange.tabs.setCurrentWidget(exchange.requests)
    return exchange.requests


def test_the_letters_of_a_round_are_sealed_together(
    qtbot: QtBot, page: RequestsPage, window: MainWindow, answers: SaysYes, tmp_path: Path
) -> None:
    answers.folder = tmp_path
    page.letters.click()
    dialog = page.batch.dialog
    assert dialog is not None

    with qtbot.waitSignal(page.batch.told, timeout=30_000):
        dialog.seal.click()

    kept = [letter for letter, _ in named_letters(window.session.context)]
    assert len(kept) == len({one.number for one in kept}) == COUNT
    assert all(one.is_sealed for one in kept)
    assert len(list(tmp_path.glob("*.pdf"))) == COUNT
    with qtbot.waitSignal(page.batch.told) as told:
        page.letters.click()
    assert told.args is not None
    assert told.args[0].endswith("hebben hun brief al.")


def test_a_stopped_batch_keeps_nothing(window: MainWindow) -> None:
    context = window.session.context
    drafts = drafts_of_round(context, ask(context))
    planned = plan_batch(context, drafts, propose_adoption(context, drafts[0]))
    watch = Watch()

    def draw_and_stop(letter: Letter) -> bytes:
        watch.stop()
        return draw(letter)

    with pytest.raises(ReadingStoppedError):
        draw_batch(planned, draw_and_stop, check, watch)

    assert named_letters(context) == []
