"""What is unclear in a file is asked, and nothing comes in before it is answered."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.exchange.tables import Rows, write_xlsx
from tests.ui.import_steps import (
    PUBLISHED,
    SHEET,
    OpensFiles,
    bring,
    date_it,
    drop,
    fill_in,
    open_exchange,
    take_in,
    wait_for_look,
)
from workbench.domain.errors import WorkbookRefusedError
from workbench.domain.fte import Fte
from workbench.ui.exchange_page import ExchangePage
from workbench.ui.session import Session
from workbench.ui.widgets.chip import Kind
from workbench.usecases.context import Context
from workbench.usecases.deliveries import list_deliveries


@pytest.fixture
def actions() -> OpensFiles:
    return OpensFiles()


@pytest.fixture
def page(qtbot: QtBot, session: Session, actions: OpensFiles) -> ExchangePage:
    return open_exchange(qtbot, session, actions)


def test_what_the_table_does_not_say_is_asked(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    drop(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(SHEET))

    assert "peildatum" in page.figures.table.asks.text
    assert page.figures.table.whole.fields["reference_date"].error
    assert not page.figures.form.isVisible()


def test_a_sum_that_differs_asks_for_a_conscious_tick(
    qtbot: QtBot, page: ExchangePage, context: Context, tmp_path: Path
) -> None:
    rows: Rows = [*SHEET[:3], ["Nederland", "Totaal", 321397]]
    bring(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(rows))
    form = page.figures.form
    fill_in(qtbot, page)
    qtbot.keyClicks(form.why, "VOORBEELD afronding")

    form.take_in.click()
    assert list_deliveries(context) == []
    form.accept.click()
    take_in(qtbot, page)

    assert "VOORBEELD afronding" in list_deliveries(context)[0].reason


def test_the_same_file_twice_is_said(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    bring(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(SHEET))
    fill_in(qtbot, page)
    take_in(qtbot, page)

    drop(qtbot, page, tmp_path / "opgave.xlsx", (tmp_path / "opgave.xlsx").read_bytes())

    assert "al ingelezen op 23 november 2026" in page.figures.file.text
    assert page.figures.file.kind is Kind.ATTENTION


def test_a_file_that_is_no_table_leaves_everything_as_it_was(
    qtbot: QtBot, page: ExchangePage, session: Session, context: Context, tmp_path: Path
) -> None:
    path = tmp_path / "opgave.xlsx"
    path.write_bytes(b"%PDF-1.7 geen werkmap")

    with qtbot.waitSignal(session.failed, timeout=20_000) as failed:
        page.read_figures(path)

    assert isinstance((failed.args or [None])[0], WorkbookRefusedError)
    assert list_deliveries(context) == []
    assert not page.figures.table.isVisible()


def test_a_table_nobody_recognises_can_be_pointed_at(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    rows: Rows = [["Waar", "Hoeveel"], ["Plek A", 12], ["Plek B", 13]]
    drop(qtbot, page, tmp_path / "los.xlsx", write_xlsx(rows))
    table = page.figures.table

    for column, use in ((1, "place"), (2, "value")):
        table.choose_column(column)
        with qtbot.waitSignal(page.figures.flow.read):
            table.use.choose(use)
    table.whole.choose("sector", "totaal")
    date_it(qtbot, page, "1 januari 2022")

    asked = [key[1] for key in page.figures.words.questions]
    assert asked == ["pleka", "plekb"]


def test_a_figure_that_stands_twice_cannot_be_taken_in(
    qtbot: QtBot, page: ExchangePage, context: Context, tmp_path: Path
) -> None:
    bring(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx([*SHEET, SHEET[1]]))
    fill_in(qtbot, page)

    page.figures.form.take_in.click()

    assert "Sheet!C2 en Sheet!C5" in page.figures.form.doubles.text
    assert list_deliveries(context) == []


def test_a_number_of_two_meanings_is_asked(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    rows: Rows = [SHEET[0], ["Drenthe", "Defensie", "1.234"]]
    drop(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(rows))
    date_it(qtbot, page, "1 januari 2022")
    asked = page.figures.notes.verdict.text

    page.figures.table.whole.choose("decimal_mark", ",")
    wait_for_look(qtbot, page)

    assert "teken voor decimalen" in asked
    preview = page.figures.flow.preview
    assert preview is not None
    assert preview.values[0].value == Fte.of(1234)


def test_everything_that_takes_the_keyboard_has_a_name(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    rows: Rows = [*SHEET[:3], ["Nederland", "Totaal", 321397]]
    bring(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(rows))
    page.figures.table.choose_column(3)

    nameless = [
        f"{type(part).__name__} in {type(part.parent()).__name__}"
        for part in page.figures.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    ]

    assert nameless == []


def test_the_sheet_is_shown_by_its_own_addresses(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    drop(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx([["Titel"], [], *SHEET]))
    sheet = page.figures.table.sheet.rows

    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    heads = [sheet.headerData(at, across) for at in range(3)]

    assert heads == ["A\nGebied", "B\nSector", "C\nCijfers"]
    assert [sheet.headerData(3, down), sheet.index(3, 2).data()] == ["4", "2976"]
    qtmodeltester.check(sheet)


def test_a_look_waits_for_another_job_that_has_the_store(
    qtbot: QtBot, page: ExchangePage, session: Session, tmp_path: Path
) -> None:
    bring(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(SHEET))
    let_go, refused = Event(), list[object]()
    session.failed.connect(refused.append)
    session.hand_over(lambda _context: let_go.wait(5), lambda _: None, title="Kopie maken")

    page.figures.flow.look(PUBLISHED)
    with qtbot.waitSignal(page.figures.flow.looked):
        let_go.set()

    assert refused == []
