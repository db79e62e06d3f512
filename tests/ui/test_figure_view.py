"""A figure can be walked through by keyboard, pointed at and read as a table."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.domain.fte import Fte
from workbench.figures.drawing import Drawing, Line, corners
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import province_map
from workbench.figures.sheet import Sheet
from workbench.figures.trend_series import TrendPoint, TrendSeries
from workbench.figures.trends import trend_lines
from workbench.ui.figure_painter import write_png
from workbench.ui.figure_view import FigureView
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
def view(qtbot: QtBot) -> FigureView:
    view = FigureView()
    qtbot.addWidget(view)
    view.show_figure(draw)
    view.resize(432, 520)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_screen_reader_hears_title_and_description(view: FigureView) -> None:
    heard = QAccessible.queryAccessibleInterface(view)

    assert heard.text(QAccessible.Text.Name) == CAPTION.title
    assert "Drenthe (12,6%)" in heard.text(QAccessible.Text.Description)


def test_the_first_arrow_key_points_at_the_first_province(view: FigureView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)

    assert view.current_label == "Groningen: onbekend"


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("PV20", Qt.Key.Key_Down, "PV22"),
        ("PV22", Qt.Key.Key_Up, "PV20"),
        ("PV22", Qt.Key.Key_Left, "PV21"),
        ("PV28", Qt.Key.Key_Right, "PV26"),
        ("PV28", Qt.Key.Key_Down, "PV29"),
        ("PV30", Qt.Key.Key_Right, "PV31"),
        ("PV31", Qt.Key.Key_Down, "PV31"),
    ],
)
def test_an_arrow_key_goes_to_the_neighbour_on_that_side(
    view: FigureView, start: str, key: Qt.Key, end: str
) -> None:
    view.point_at(start)

    QTest.keyClick(view, key)

    assert view.current == end


def test_the_arrow_keys_reach_every_province(view: FigureView) -> None:
    assert view.drawing is not None
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    reached, ahead = {"PV20"}, ["PV20"]

    while ahead:
        start = ahead.pop()
        for key in keys:
            view.point_at(start)
            QTest.keyClick(view, key)
            if view.current not in reached:
                reached.add(view.current)
                ahead.append(view.current)

    assert len(reached) == len(view.drawing.keyed_areas)


def test_enter_chooses_the_province_that_is_pointed_at(
    qtbot: QtBot, view: FigureView
) -> None:
    view.point_at("PV22")

    with qtbot.waitSignal(view.activated) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert chosen.args == ["PV22"]


def test_a_click_chooses_the_province_below_it(qtbot: QtBot, view: FigureView) -> None:
    drenthe = QPoint(370, 110)

    with qtbot.waitSignal(view.activated) as chosen:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=drenthe)

    assert chosen.args == ["PV22"]


def test_a_click_in_the_sea_chooses_nothing(qtbot: QtBot, view: FigureView) -> None:
    with qtbot.assertNotEmitted(view.activated):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 300))


def test_the_pointed_province_is_outlined(view: FigureView) -> None:
    plain = view.grab().toImage()

    view.point_at("PV22")

    assert view.grab().toImage() != plain


def test_a_figure_is_drawn_again_for_the_dark(view: FigureView) -> None:
    assert view.drawing is not None
    paper = view.drawing.paper

    theme().set_scheme("dark")

    assert view.drawing.paper != paper


def test_letters_grow_when_the_figure_is_small(qtbot: QtBot, view: FigureView) -> None:
    large = view.drawing

    view.resize(216, 260)

    qtbot.waitUntil(lambda: view.drawing != large)


def test_a_figure_can_be_saved_as_a_png(qapp: QApplication) -> None:
    picture = write_png(draw(Sheet()), dots_per_inch=96)

    assert picture.startswith(b"\x89PNG")


def trend(sheet: Sheet) -> Drawing:
    points = tuple(
        TrendPoint(day=date(year, 1, 1), amount=Fte.of(year)) for year in (2022, 2023)
    )
    line = TrendSeries(key="PV22", name="Drenthe", points=points)
    return trend_lines([line], CAPTION, sheet=sheet)


def test_a_marker_is_chosen_without_aiming(qtbot: QtBot, view: FigureView) -> None:
    view.show_figure(trend)
    assert view.drawing is not None
    scale = min(view.width() / view.drawing.width, view.height() / view.drawing.height)
    left, top, _, _ = corners(view.drawing.keyed_areas[0].rings)
    above = (view.height() - view.drawing.height * scale) / 2
    beside = QPoint(round(left * scale) - 4, round(above + top * scale) + 2)

    with qtbot.waitSignal(view.activated) as chosen:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=beside)

    assert chosen.args == ["PV22:2022-01-01"]


def test_a_dashed_line_leaves_gaps(qapp: QApplication) -> None:
    line = Line(points=((1, 5), (99, 5)), colour="#000000", width=1.0)
    drawing = replace(draw(Sheet()), width=100, height=10)

    plain, dashed = (
        write_png(replace(drawing, shapes=(replace(line, dash=dash),)), dots_per_inch=96)
        for dash in (None, (2.0, 2.0))
    )

    dark = [
        sum(QImage.fromData(png).pixelColor(x, 19).lightness() < 128 for x in range(378))
        for png in (plain, dashed)
    ]
    assert 0.4 < dark[1] / dark[0] < 0.6
