"""Figures are looked at in the window: maps, trends, the bridge, measures and cards."""

from datetime import date
from pathlib import Path
from typing import cast

import openpyxl
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.case import CaseId
from workbench.domain.delivery import BenchmarkValue, Delivery, FteValue
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.domain.place import PROVINCES
from workbench.store import deliveries
from workbench.ui.figures_page import FiguresPage
from workbench.ui.main_window import MainWindow
from workbench.ui.registers_page import RegistersPage
from workbench.ui.session import Session
from workbench.ui.window_actions import WindowActions
from workbench.usecases.context import Context
from workbench.usecases.registers import load_published


class FakeActions(WindowActions):
    """Proposes the place that the test chose."""

    path: Path | None = None

    def ask_save(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        return self.path


OLD, NEW = date(2023, 1, 1), date(2024, 1, 1)
GROWTH = {"PV26": 30, "PV27": 40, "PV28": 4, "PV20": 26}


def deliver(context: Context, *values: FteValue, on: date, reason: str = "") -> None:
    delivery = Delivery(
        id=context.new_id(),
        title="VOORBEELD opgave",
        delivered_by="VOORBEELD",
        delivered_on=on,
        method="uniform",
        reason=reason,
    )
    with context.batch("Levering"):
        deliveries.insert_delivery(context.store, delivery, values)


def value(day: date, place: str, amount: int) -> FteValue:
    return FteValue(
        reference_date=day,
        place=place,
        sector=Sector.AGENCIES,
        organisation="a",
        value=Fte.of(amount),
        cell=f"Blad1!{place}",
    )


@pytest.fixture
def filled(context: Context) -> Context:
    """Two dates of one service: 1.000 fte everywhere, then 100 more, 74 in the Randstad."""
    for day, grown in ((OLD, {}), (NEW, GROWTH)):
        found = [value(day, one.code, 1000 + grown.get(one.code, 0)) for one in PROVINCES]
        deliver(context, *found, on=date(day.year, 4, 1))
    return context


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> FiguresPage:
    page = FiguresPage(session, FakeActions())
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


def test_published_figures_leave_the_provinces_unknown_and_say_what_to_do(
    context: Context, page: FiguresPage
) -> None:
    load_published(context)
    page.reload()

    assert "353.797 fte op 1 januari 2024" in page.map.words.text()
    assert "+17.527 (5,2%)" in page.map.words.text() or "+17.527 fte (5,2%)" in (
        page.map.words.text()
    )
    assert "Van 12 van de 12 provincies" in page.map.words.text()
    assert "Uitwisseling" in page.note.text
    assert page.samples.isVisible()


def test_the_part_of_the_growth_in_the_randstad_is_told(
    filled: Context, page: FiguresPage
) -> None:
    page.reload()

    assert "Daarvan viel 74% in de Randstad." in page.map.words.text()
    assert "Noord-Holland, Utrecht, Zuid-Holland" in page.map.definition.text()
    assert "te bevestigen" in page.map.definition.text()


def test_a_province_opens_its_card_and_its_number_its_source(
    qtbot: QtBot, filled: Context, page: FiguresPage
) -> None:
    page.reload()

    page.map.left.view.point_at("PV22")
    assert "Drenthe, alle sectoren, 1 januari 2024: 1.000 fte." in page.origin.words.text()
    assert page.origin.figures.model.rowCount() == 1
    with qtbot.waitSignal(page.look.place_wanted):
        page.map.left.activated.emit("PV22")

    assert page.is_card_open
    assert page.place.name.text() == "Drenthe"
    assert "aandeel in Nederland 8,3%" in page.place.now.text()
    page.place.back.click()
    assert not page.is_card_open


def test_a_correction_shows_then_and_now_and_in_the_bridge(
    qtbot: QtBot, filled: Context, page: FiguresPage
) -> None:
    deliver(filled, value(OLD, "PV22", 990), on=date(2024, 6, 1), reason="Telfout")
    page.reload()

    with qtbot.waitSignal(page.bridge.answered):
        page.tabs.setCurrentWidget(page.bridge)
    page.bridge.place.choose("PV22")

    cells = {row[0]: row[1] for row in page.bridge.panel.model._rows}
    assert cells["Correctie"] == "−10"
    assert cells["Werkelijke verandering"] == "+10"
    assert "Elk verschil is verklaard" in page.bridge.state.text


def test_what_is_not_explained_is_said_to_block_a_report(
    qtbot: QtBot, filled: Context, page: FiguresPage
) -> None:
    new = FteValue(
        reference_date=NEW,
        place="PV22",
        sector=Sector.AGENCIES,
        organisation="b",
        value=Fte.of(60),
    )
    deliver(filled, new, on=date(2024, 5, 1))
    page.reload()

    with qtbot.waitSignal(page.bridge.answered):
        page.tabs.setCurrentWidget(page.bridge)

    assert "1 cellen zijn niet verklaard" in page.bridge.state.text


def test_trends_show_raw_and_comparable_growth_s21(
    filled: Context, page: FiguresPage
) -> None:
    page.reload()

    page.tabs.setCurrentWidget(page.trend)

    assert page.trend.chosen == ["PV22", "PV29", "PV31"]
    assert page.trend.steps.model.rowCount() == 3
    assert page.trend.panel.view.drawing is not None


def test_measures_need_a_benchmark_that_was_read_in(
    filled: Context, page: FiguresPage
) -> None:
    page.reload()
    page.tabs.setCurrentWidget(page.measures)
    assert page.measures.value_of("gini") == "onbekend"

    people = [
        BenchmarkValue(measure="inwoners", reference_date=NEW, place=one.code, value=1000)
        for one in PROVINCES
    ]
    delivery = Delivery(id="cbs", title="Bevolking", delivered_by="CBS", delivered_on=NEW)
    with filled.batch("Bevolking"):
        deliveries.insert_delivery(filled.store, delivery, benchmarks=people)
    page.reload()

    assert page.measures.value_of("gini").startswith("0,0")
    assert "tussen" in page.measures.value_of("theil")


def test_the_effect_of_a_case_is_told_with_tipping_points(
    filled: Context, page: FiguresPage, a_case: CaseId
) -> None:
    page.reload()
    page.tabs.setCurrentWidget(page.effect)

    page.effect.choose(a_case)

    rows = [page.effect.effects.model.index(row, 3).data() for row in range(3)]
    assert rows == ["+150", "+150", "+150"]
    assert "Vanaf een groei van" in page.effect.tipping.text()
    assert "Zeeland" in page.effect.place_tips.text()


def test_numbers_of_a_figure_go_out_as_a_workbook(
    filled: Context, page: FiguresPage, tmp_path: Path
) -> None:
    page.reload()
    actions = page._actions
    assert isinstance(actions, FakeActions)
    actions.path = tmp_path / "kaart.xlsx"

    page.map.left.menu.file_wanted.emit("xlsx")

    book = openpyxl.load_workbook(tmp_path / "kaart.xlsx")
    texts = [cell.value for row in book.worksheets[0] for cell in row if cell.value]
    assert "Fryslân" in texts
    assert any("Noord-Holland, Utrecht" in str(text) for text in texts)


def test_measures_go_out_with_meaning_and_formula(
    filled: Context, page: FiguresPage, tmp_path: Path
) -> None:
    page.reload()
    page.tabs.setCurrentWidget(page.measures)
    actions = page._actions
    assert isinstance(actions, FakeActions)
    actions.path = tmp_path / "maten.xlsx"

    page.measures.keep.click()

    book = openpyxl.load_workbook(tmp_path / "maten.xlsx")
    texts = [str(cell.value) for row in book.worksheets[0] for cell in row if cell.value]
    assert any(text.startswith("HHI = som") for text in texts)
    assert any("Randstad:" in text for text in texts)


@pytest.mark.parametrize("shown", ["staven", "veranderingen", "groei", "punten"])
def test_the_same_figures_are_shown_in_other_ways(
    filled: Context, page: FiguresPage, shown: str
) -> None:
    page.reload()

    page.map.shown.choose(shown)

    drawing = page.map.left.view.drawing
    assert drawing is not None
    assert len(drawing.rows) == 12
    assert "Drenthe" in drawing.alt


def test_sample_figures_are_loaded_marked_and_never_mixed(
    qtbot: QtBot, context: Context, page: FiguresPage
) -> None:
    load_published(context)
    page.reload()

    with qtbot.waitSignal(page.told, timeout=120_000):
        page.samples.click()

    assert page.look.view.samples
    assert "verzonnen" in page.note.text
    assert "353.797" not in page.map.words.text()
    page.tabs.setCurrentWidget(page.pivot)
    assert page.pivot.fields.slice_.samples
    assert "VOORBEELD" in (page.map.left.view.drawing or page).source  # type: ignore[union-attr]


def test_a_province_and_a_ministry_open_their_card_from_anywhere(
    qtbot: QtBot, filled: Context, session: Session, a_case: CaseId
) -> None:
    window = MainWindow(session, actions=FakeActions())
    qtbot.addWidget(window)
    window.show()
    window.open_case(a_case)

    window.pages.cases().case.figures.map.activated.emit("PV28")
    figures = window.pages.figures()
    assert (figures.isVisible(), figures.place.name.text()) == (True, "Zuid-Holland")
    assert figures.place.cases.model.rowCount() == 1

    window.show_page("registers")
    registers = cast("RegistersPage", window.pages.page("registers"))
    registers.ministries.choose_first()
    registers.ministries.table.activated.emit(registers.ministries.table.currentIndex())
    assert figures.ministry.name.text().startswith("Ministerie van ")
