"""Figures are taken in as an advisor does it: a file, a look, a correction, an undo."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.exchange.dirty_tables import written_ods
from tests.exchange.tables import Rows, write_csv, write_xlsx
from workbench.analysis.checks import DifferenceKind
from workbench.domain.delivery import FteValue
from workbench.domain.errors import WorkbookRefusedError
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.exchange.table_words import WordKind
from workbench.store import organisations, values
from workbench.ui.exchange_page import ExchangePage
from workbench.ui.session import Session
from workbench.ui.widgets.chip import Kind
from workbench.ui.window_actions import WindowActions
from workbench.usecases.context import Context
from workbench.usecases.deliveries import list_deliveries
from workbench.usecases.figure_files import NEW
from workbench.usecases.registers import load_published
from workbench.usecases.undoing import undo

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


@pytest.fixture
def actions() -> OpensFiles:
    return OpensFiles()


@pytest.fixture
def page(qtbot: QtBot, session: Session, actions: OpensFiles) -> ExchangePage:
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


def test_what_the_table_does_not_say_is_asked(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    drop(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(SHEET))

    assert "peildatum" in page.figures.table.asks.text
    assert page.figures.table.whole.fields["reference_date"].error
    assert not page.figures.form.isVisible()


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


def test_the_kept_file_opens_from_its_delivery(
    qtbot: QtBot, page: ExchangePage, actions: OpensFiles, tmp_path: Path
) -> None:
    bring(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(SHEET))
    fill_in(qtbot, page)
    take_in(qtbot, page)

    page.deliveries.detail.open.click()

    (opened,) = actions.opened
    assert opened.read_bytes() == (tmp_path / "opgave.xlsx").read_bytes()


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
