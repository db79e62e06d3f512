"""A yearly return goes out from the window and is known when it comes back."""

from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from tests.ui.answering import SavesHere
from tests.ui.import_steps import open_exchange
from workbench.ui.exchange_page import ExchangePage
from workbench.ui.session import Session
from workbench.usecases.context import Context
from workbench.usecases.sample_figures import load_sample_figures


@pytest.fixture
def page(qtbot: QtBot, session: Session, context: Context, tmp_path: Path) -> ExchangePage:
    load_sample_figures(context)
    return open_exchange(qtbot, session, SavesHere(tmp_path))


def make(page: ExchangePage, ministry: str, year: int) -> None:
    card = page.returns
    for field, value in ((card.year, year), (card.ministry, ministry)):
        at = [key for key, _ in field.choices].index(value)
        field.setCurrentIndex(at)
        field.activated.emit(at)
    card.write.click()


def returned_with_a_fault(page: ExchangePage, folder: Path) -> Path:
    make(page, "IenW", 2026)
    path = folder / "opgave-ienw-2026.xlsx"
    book = openpyxl.load_workbook(path)
    book["Opgave"]["E6"] = -4
    book.save(path)
    return path


def test_a_return_goes_out_and_comes_back_with_its_questions(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path, a_case: str
) -> None:
    path = returned_with_a_fault(page, tmp_path)
    page.reload()

    with qtbot.waitSignal(page.figures.flow.read, timeout=20_000):
        page.read_workbook(path)

    figures = page.figures
    first = [figures.returned.findings.model.index(0, at).data() for at in range(2)]
    assert page.tabs.currentWidget() is figures
    assert "jaarlijkse opgave: Ministerie van Infrastructuur" in figures.file.text
    assert figures.form.giver.text().startswith("Ministerie van Infrastructuur")
    assert first == ["fout", "Opgave!6"]


def test_the_ministry_gets_its_return_back_with_the_fault_marked(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    path = returned_with_a_fault(page, tmp_path)
    with qtbot.waitSignal(page.figures.flow.read, timeout=20_000):
        page.read_workbook(path)

    with qtbot.waitSignal(page.told):
        page.figures.returned.mark.click()

    marked = openpyxl.load_workbook(tmp_path / "terugmelding-opgave-ienw-2026.xlsx")
    assert marked["Opgave"]["E6"].value == -4
    assert "onder nul" in marked["Opgave"]["E6"].comment.text
    assert marked["Vragen"]["C6"].value == "E6"
