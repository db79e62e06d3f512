"""A figure is also a table, and can be copied or kept as a file."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from workbench.figures.drawing import Drawing
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import province_map
from workbench.figures.sheet import Sheet
from workbench.ui.figure_menu import ExportKind
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.theme import apply_theme, theme

CAPTION = Caption(
    title="VOORBEELD Aandeel per provincie",
    subject="Aandeel in fte op 1 januari 2024",
    source="Bron: VOORBEELD.",
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def draw(sheet: Sheet) -> Drawing:
    shares = {"PV22": Fraction(126, 1000), "PV28": Fraction(234, 1000)}
    return province_map(shares, CAPTION, sheet=sheet)


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, scheme="light")
    yield
    apply_theme(qapp, scheme="light")


@pytest.fixture
def panel(qtbot: QtBot) -> FigurePanel:
    panel = FigurePanel()
    qtbot.addWidget(panel)
    panel.show_figure(draw)
    panel.resize(500, 640)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_the_table_twin_holds_the_same_values(panel: FigurePanel) -> None:
    drawing = panel.view.drawing
    assert drawing is not None

    shown = [
        tuple(panel.model.index(row, column).data() for column in range(3))
        for row in range(panel.model.rowCount())
    ]

    assert shown == list(drawing.rows)


def test_the_table_model_keeps_to_the_rules(
    qtmodeltester: ModelTester, panel: FigurePanel
) -> None:
    qtmodeltester.check(panel.model)


def test_the_button_turns_the_figure_into_a_table_and_back(panel: FigurePanel) -> None:
    assert panel.toggle.text() == "Tabel"

    panel.toggle.click()
    assert panel.shows_table
    assert panel.toggle.text() == "Figuur"

    panel.toggle.click()
    assert not panel.shows_table


def test_the_panel_says_what_is_pointed_at(panel: FigurePanel) -> None:
    panel.view.point_at("PV28")

    assert panel.pointed == "Zuid-Holland: 23,4%"


def test_the_panel_passes_on_what_is_chosen(qtbot: QtBot, panel: FigurePanel) -> None:
    panel.view.point_at("PV28")

    with qtbot.waitSignal(panel.activated) as chosen:
        QTest.keyClick(panel.view, Qt.Key.Key_Space)

    assert chosen.args == ["PV28"]


def test_a_figure_is_copied_on_white_paper_with_its_title(
    qapp: QApplication, panel: FigurePanel
) -> None:
    theme().set_scheme("dark")

    panel.menu.copy.trigger()

    picture = qapp.clipboard().image()
    assert not picture.isNull()
    assert picture.pixelColor(2, picture.height() - 2).lightness() == 255
    assert panel.pointed == "De figuur staat op het klembord."


def test_a_page_that_offers_files_hears_which_one(qtbot: QtBot, panel: FigurePanel) -> None:
    panel.offer_files()

    for kind, action in panel.menu.files.items():
        assert action.isVisible()
        with qtbot.waitSignal(panel.export_wanted) as asked:
            action.trigger()
        assert asked.args == [kind]


def test_a_panel_offers_no_files_by_itself(panel: FigurePanel) -> None:
    assert not any(action.isVisible() for action in panel.menu.files.values())


def test_the_pictures_to_keep_have_title_and_source(panel: FigurePanel) -> None:
    svg = panel.write_picture(ExportKind.SVG).decode()

    assert f">{CAPTION.title}</text>" in svg
    assert "Kaart: Natural Earth.</text>" in svg
    assert panel.write_picture(ExportKind.PNG).startswith(b"\x89PNG")


def test_the_menu_is_reached_and_named_for_the_keyboard(panel: FigurePanel) -> None:
    assert panel.menu.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert panel.menu.height() >= 24
    assert [action.text() for action in panel.menu.menu().actions()] == [
        "Kopieer als afbeelding",
        "Bewaar als SVG…",
        "Bewaar als PNG…",
        "Bewaar cijfers als xlsx…",
    ]
