"""The yearly round in the window: asked, read, asked back, mended, accepted, undone."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answering import SavesHere
from tests.ui.import_steps import open_exchange
from workbench.exchange.return_form import CIVIL
from workbench.ui.exchange_page import ExchangePage
from workbench.ui.session import Session
from workbench.ui.window_actions import FORMS
from workbench.usecases.context import Context
from workbench.usecases.sample_figures import load_sample_figures
from workbench.usecases.undoing import undo

FILE = "opgave-ienw-2026.xlsx"


@pytest.fixture
def page(qtbot: QtBot, session: Session, context: Context, tmp_path: Path) -> ExchangePage:
    load_sample_figures(context)
    page = open_exchange(qtbot, session, SavesHere(tmp_path))
    page.tabs.setCurrentWidget(page.requests)
    return page


def ask(page: ExchangePage, ministry: str = "IenW", year: int = 2026) -> None:
    page.requests.choose(ministry, year)
    page.requests.detail.write.click()


def filled(folder: Path, cells: dict[str, object], name: str = FILE) -> Path:
    """Fill the workbook of the ministry in, as if in another program."""
    book = openpyxl.load_workbook(folder / name)
    for cell, value in cells.items():
        book["Opgave"][cell] = value
    path = folder / "ingevuld.xlsx"
    book.save(path)
    return path


def everywhere(folder: Path) -> dict[str, object]:
    """Return an amount and a reason for every line, so that no question is left."""
    sheet = openpyxl.load_workbook(folder / FILE)["Opgave"]
    rows = [row for row in range(6, sheet.max_row + 1) if sheet.cell(row, 1).value]
    amounts: dict[str, object] = {f"E{row}": 900 for row in rows}
    return amounts | {f"K{row}": "VOORBEELD reden" for row in rows}


def read(qtbot: QtBot, page: ExchangePage, path: Path) -> None:
    with qtbot.waitSignal(page.figures.flow.read, timeout=20_000):
        page.read_workbook(path)


def step(page: ExchangePage) -> str:
    page.tabs.setCurrentWidget(page.requests)
    row = page.requests.list.current
    return str(row.request.step.kind)


def test_asking_puts_the_ministry_on_the_ladder(page: ExchangePage, tmp_path: Path) -> None:
    ask(page)

    assert (tmp_path / FILE).exists()
    assert step(page) == "uitgevraagd"
    assert page.requests.verdict.text.startswith("Gevraagd: 1 van")
    assert page.requests.detail.steps.model.rowCount() == 1


class SavesOpen(SavesHere):
    """Chooses the open form in the dialog."""

    def ask_save(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        assert kind == FORMS
        return super().ask_save(parent, title, str(Path(name).with_suffix(".ods")), kind)


def test_a_return_goes_out_as_ods_and_is_known_again(
    qtbot: QtBot, session: Session, context: Context, tmp_path: Path
) -> None:
    load_sample_figures(context)
    page = open_exchange(qtbot, session, SavesOpen(tmp_path))
    page.tabs.setCurrentWidget(page.requests)
    ask(page)

    with qtbot.waitSignal(page.figures.flow.looked, timeout=20_000):
        page.read_figures((tmp_path / FILE).with_suffix(".ods"))

    assert "jaarlijkse opgave" in page.figures.file.text
    assert "0 cellen anders" in page.figures.cells.verdict.text
    assert not page.figures.form.take_in.isEnabled()


def test_a_return_comes_back_with_its_questions(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path, a_case: str
) -> None:
    ask(page)
    page.reload()

    read(qtbot, page, filled(tmp_path, {"E6": -4}))

    figures = page.figures
    first = [figures.returned.findings.model.index(0, at).data() for at in (0, 1, 4)]
    assert page.tabs.currentWidget() is figures
    assert "jaarlijkse opgave: Ministerie van Infrastructuur" in figures.file.text
    assert figures.form.giver.text().startswith("Ministerie van Infrastructuur")
    assert first == ["fout", "Opgave!E6", "−4"]
    assert not figures.cells.isVisible()


def test_the_ministry_gets_its_return_back_with_the_fault_marked(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    ask(page)
    read(qtbot, page, filled(tmp_path, {"E6": -4}))

    with qtbot.waitSignal(page.done):
        page.figures.returned.mark.click()

    marked = openpyxl.load_workbook(tmp_path / "terugmelding-ingevuld.xlsx")
    assert marked["Opgave"]["E6"].value == -4
    assert "onder nul" in marked["Opgave"]["E6"].comment.text
    assert marked["Vragen"]["C6"].value == "E6"
    assert step(page) == "vragen uitgezet"
    assert page.requests.detail.questions.list.model.rowCount() > 0


def look(qtbot: QtBot, page: ExchangePage, path: Path) -> None:
    with qtbot.waitSignal(page.figures.flow.looked, timeout=20_000):
        page.read_workbook(path)


def test_cells_are_accepted_one_by_one_by_row_and_all(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    ask(page)
    look(qtbot, page, filled(tmp_path, {"E6": 900, "F6": 5, "E7": 800, "K6": "x"}))
    cells, flow = page.figures.cells, page.figures.flow

    cells.none.click()
    cells.table.point_at(lambda one: one.value.cell == "Opgave!E6")
    with qtbot.waitSignal(flow.looked):
        cells.row.click()
    assert flow.preview is not None
    row = {one.cell for one in flow.preview.values}
    cells.table.point_at(lambda one: one.value.cell == "Opgave!F6")
    with qtbot.waitSignal(flow.looked):
        qtbot.keyClick(cells.table.table, Qt.Key.Key_Space)

    assert row == {"Opgave!E6", "Opgave!F6"}
    assert {one.cell for one in flow.preview.values} == {"Opgave!E6"}
    with qtbot.waitSignal(flow.looked):
        cells.all.click()
    assert len(flow.preview.values) == 3


def test_a_renamed_column_is_pointed_at_and_remembered(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    ask(page)
    path = filled(tmp_path, {"E5": "Eigen personeel", "E6": 900, "K6": "x"})
    read(qtbot, page, path)
    returned = page.figures.returned
    assert "niet elke kolom" in returned.lost.text

    with qtbot.waitSignal(page.figures.flow.looked, timeout=20_000):
        returned.fields[CIVIL].choose(5)
    take_in(qtbot, page)
    look(qtbot, page, filled(tmp_path, {"E6": 901}, "ingevuld.xlsx"))

    assert not returned.columns.isVisible()


def take_in(qtbot: QtBot, page: ExchangePage) -> None:
    form = page.figures.form
    form.reason.setText("VOORBEELD")
    form.accept.setChecked(True)
    form.why.setText("VOORBEELD")
    with qtbot.waitSignal(page.figures.taken_in, timeout=20_000):
        form.take_in.click()


def test_a_mended_return_is_accepted_and_can_be_undone(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path, session: Session
) -> None:
    ask(page)
    read(qtbot, page, filled(tmp_path, {"E6": -4}))
    page.figures.returned.mark.click()
    mended = filled(tmp_path, everywhere(tmp_path), "terugmelding-ingevuld.xlsx")

    look(qtbot, page, mended)
    take_in(qtbot, page)
    after = step(page)
    session.run(undo)

    assert after == "geaccepteerd"
    assert step(page) == "vragen uitgezet"


def test_a_file_for_another_ministry_is_named(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    ask(page)

    with qtbot.waitSignal(page.figures.flow.looked, timeout=20_000):
        page.read_figures(tmp_path / FILE, ("BZK", 2026))

    assert "Let op: U koos een bestand voor" in page.figures.file.text


def test_added_and_hidden_sheets_are_pointed_out(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    ask(page)
    book = openpyxl.load_workbook(tmp_path / FILE)
    book.create_sheet("Kladblok")["A1"] = 1
    book.create_sheet("Intern").sheet_state = "hidden"
    book["Intern"]["A1"] = 2
    book["Opgave"].row_dimensions[8].hidden = True
    book.save(tmp_path / "extra.xlsx")

    look(qtbot, page, tmp_path / "extra.xlsx")

    told = page.figures.file.text
    assert "Niet gebruikte bladen: Kladblok, Intern (verborgen)." in told
    assert "Blad “Opgave” heeft verborgen rijen (1). Die zijn meegelezen." in told


def test_a_question_is_settled_in_the_window(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    ask(page)
    read(qtbot, page, filled(tmp_path, {"E6": -4}))
    page.figures.returned.mark.click()
    page.tabs.setCurrentWidget(page.requests)
    questions = page.requests.detail.questions

    questions.answer.setText("VOORBEELD telfout")
    questions.answer.editingFinished.emit()
    questions.state.choose(questions.state.choices[1][0])

    row = page.requests.list.current
    assert row.request.questions[0].answer == "VOORBEELD telfout"
    assert str(row.request.questions[0].state) == "beantwoord"


def test_a_reminder_is_recorded(page: ExchangePage) -> None:
    ask(page)
    detail = page.requests.detail

    detail.record.click()

    assert [str(one.kind) for one in page.requests.list.current.request.steps] == [
        "uitgevraagd",
        "herinnerd",
    ]
    assert step(page) == "uitgevraagd"
