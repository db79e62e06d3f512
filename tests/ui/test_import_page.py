"""Figures are taken in as an advisor does it: a file, a look, a correction, an undo."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.exchange.dirty_tables import written_ods
from tests.exchange.tables import Rows, write_csv, write_xlsx
from tests.ui.import_steps import (
    PUBLISHED,
    SHEET,
    OpensFiles,
    bring,
    date_it,
    drop,
    fill_in,
    known,
    open_exchange,
    take_in,
    wait_for_look,
)
from workbench.analysis.checks import DifferenceKind
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.exchange.table_words import WordKind
from workbench.store import organisations
from workbench.ui.exchange_page import ExchangePage
from workbench.ui.session import Session
from workbench.usecases.context import Context
from workbench.usecases.deliveries import list_deliveries
from workbench.usecases.figure_files import NEW
from workbench.usecases.registers import load_published
from workbench.usecases.undoing import undo


@pytest.fixture
def actions() -> OpensFiles:
    return OpensFiles()


@pytest.fixture
def page(qtbot: QtBot, session: Session, actions: OpensFiles) -> ExchangePage:
    return open_exchange(qtbot, session, actions)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("opgave.xlsx", write_xlsx(SHEET)),
        ("opgave.ods", written_ods(SHEET)),
        ("opgave.csv", write_csv(SHEET)),
    ],
)
def test_a_file_comes_in_by_its_cells(
    qtbot: QtBot,
    page: ExchangePage,
    context: Context,
    tmp_path: Path,
    name: str,
    data: bytes,
) -> None:
    bring(qtbot, page, tmp_path / name, data)

    fill_in(qtbot, page)
    take_in(qtbot, page)

    found = known(context)
    assert found["PV22", "defensie"].value == Fte.of(2976)
    assert found["PV22", "defensie"].cell.endswith("!C2")
    assert found["PV29", "nationale_politie"].value is None
    assert page.tabs.currentWidget() is page.deliveries


def test_a_correction_shows_what_was_and_what_becomes(
    qtbot: QtBot, page: ExchangePage, context: Context, tmp_path: Path
) -> None:
    load_published(context)
    rows: Rows = [SHEET[0], ["Drenthe", "Defensie", Decimal("2970.5")], *SHEET[2:]]
    bring(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(rows))
    outcome = page.figures.outcome
    shown = outcome.differences.model.index(0, 3).data()

    fill_in(qtbot, page)
    page.figures.form.take_in.click()

    assert shown == "2.976"
    assert outcome.kind.value is DifferenceKind.CHANGED
    assert "Noem de reden" in page.figures.form.fields["reason"].error
    assert known(context)["PV22", "defensie"].value == Fte.of(2976)


def test_a_correction_keeps_what_was_published_then(
    qtbot: QtBot, page: ExchangePage, context: Context, tmp_path: Path
) -> None:
    drop_day = "24 november 2026"
    load_published(context)
    rows: Rows = [SHEET[0], ["Drenthe", "Defensie", Decimal("2970.5")], *SHEET[2:]]
    bring(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(rows))
    day = page.figures.form.day.line
    with qtbot.waitSignal(page.figures.flow.looked):
        day.selectAll()
        qtbot.keyClicks(day, drop_day)
        qtbot.keyClick(day, Qt.Key.Key_Return)

    fill_in(qtbot, page, reason="VOORBEELD dubbeltelling")
    take_in(qtbot, page)

    assert known(context, PUBLISHED)["PV22", "defensie"].value == Fte.of(2976)
    assert known(context)["PV22", "defensie"].value == Fte.of("2970.5")


def test_one_undo_takes_the_whole_delivery_back(
    qtbot: QtBot, page: ExchangePage, session: Session, context: Context, tmp_path: Path
) -> None:
    bring(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(SHEET))
    fill_in(qtbot, page)
    take_in(qtbot, page)

    session.run(undo)

    assert known(context) == {}
    assert [one.is_withdrawn for one in list_deliveries(context)] == [True]
    note = page.deliveries.detail.state.text
    assert "teruggenomen" in note


def test_a_new_service_is_made_with_the_delivery(
    qtbot: QtBot, page: ExchangePage, context: Context, tmp_path: Path
) -> None:
    rows: Rows = [["Organisatie", "Provincie", "fte"], ["VOORBEELD Dienst", "Zeeland", 12]]
    drop(qtbot, page, tmp_path / "diensten.xlsx", write_xlsx(rows))
    date_it(qtbot, page, "1 januari 2022")
    question = page.figures.words.questions[WordKind.ORGANISATION, "voorbeelddienst"]

    question.meaning.choose(NEW)
    question.sector.choose(Sector.MINISTRIES)
    wait_for_look(qtbot, page)
    fill_in(qtbot, page)
    take_in(qtbot, page)

    (made,) = organisations.list_organisations(context.store)
    assert made.is_sample
    assert known(context)["PV29", "ministeries"].organisation == made.id


def test_the_kept_file_opens_from_its_delivery(
    qtbot: QtBot, page: ExchangePage, actions: OpensFiles, tmp_path: Path
) -> None:
    bring(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(SHEET))
    fill_in(qtbot, page)
    take_in(qtbot, page)

    page.deliveries.detail.open.click()

    (opened,) = actions.opened
    assert opened.read_bytes() == (tmp_path / "opgave.xlsx").read_bytes()
