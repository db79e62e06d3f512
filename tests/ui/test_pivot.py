"""The pivot table as a user reads, sorts, filters and copies it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from workbench.analysis.pivoting import DayCells, build_table
from workbench.domain.pivot import Dimension, Measure, PivotQuestion, PivotTable
from workbench.domain.slice import Slice
from workbench.ui.pivot_clipboard import copy_cells
from workbench.ui.pivot_model import PivotModel
from workbench.ui.pivot_view import PivotView
from workbench.ui.theme import apply_theme

_NAMES = {
    Dimension.DAY: {"2024-12-31": "2024", "2025-12-31": "2025"},
    Dimension.PLACE: {"PV20": "Groningen", "PV28": "Zuid-Holland"},
}
_OLD = [(("PV20",), 10_050, 0, 2), (("PV28",), 20_000, 1, 4)]
_NEW = [(("PV20",), 9_000, 0, 2), (("PV28",), 40_000, 0, 4)]


@pytest.fixture(autouse=True)
def _themed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, scheme="light")
    yield
    apply_theme(qapp, scheme="light")


def make_table(measure: Measure = Measure.FTE) -> PivotTable:
    """Two provinces on two dates; one figure of Zuid-Holland is not filled in."""
    question = PivotQuestion(slice_=Slice(), rows=(Dimension.PLACE,), measure=measure)
    days = [
        DayCells(day="2024-12-31", cells=_OLD),
        DayCells(day="2025-12-31", cells=_NEW, before=_OLD),
    ]
    return build_table(question, days, _NAMES, ["VOORBEELD"])


@pytest.fixture
def model() -> PivotModel:
    model = PivotModel()
    model.show_table(make_table())
    return model


def shown(model: PivotModel, row: int) -> list[str]:
    head = str(model.headerData(row, Qt.Orientation.Vertical))
    columns = range(model.columnCount())
    return [head, *(str(model.index(row, column).data()) for column in columns)]


def test_it_is_a_proper_model(model: PivotModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_an_unknown_part_makes_the_sum_unknown(model: PivotModel) -> None:
    assert shown(model, 0) == ["Groningen", "100,5", "90,0"]
    assert shown(model, 1) == [
        "Zuid-Holland",
        "onbekend (1 van 4 niet ingevuld)",
        "400,0",
    ]
    assert shown(model, 2) == ["Totaal", "onbekend (1 van 6 niet ingevuld)", "490,0"]


def test_the_known_part_is_told_as_a_lower_bound(model: PivotModel) -> None:
    told = str(model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole))

    assert "ten minste 200 fte" in told


def test_dates_have_no_total(model: PivotModel) -> None:
    heads = [
        model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())
    ]

    assert heads == ["2024", "2025"]


def test_sorting_keeps_unknown_and_totals_last(model: PivotModel) -> None:
    model.sort_by(0, Qt.SortOrder.DescendingOrder)
    assert [shown(model, row)[0] for row in range(3)] == [
        "Groningen",
        "Zuid-Holland",
        "Totaal",
    ]

    model.sort_by(1, Qt.SortOrder.DescendingOrder)
    assert shown(model, 0)[0] == "Zuid-Holland"


def test_a_filter_leaves_the_total_of_everything(model: PivotModel) -> None:
    model.filter_rows("zuid")

    assert model.shown_count == 1
    assert shown(model, 1)[2] == "490,0"


def test_a_change_is_counted_from_the_date_before(model: PivotModel) -> None:
    model.show_table(make_table(Measure.CHANGE))

    assert shown(model, 0) == ["Groningen", "–", f"{chr(0x2212)}10,5"]
    assert shown(model, 1)[2] == "onbekend (1 van 4 niet ingevuld)"


def test_a_share_is_of_the_whole_on_the_same_date(model: PivotModel) -> None:
    model.show_table(make_table(Measure.SHARE))

    assert shown(model, 1)[2] == "81,6%"
    assert shown(model, 0)[1] == "onbekend (1 van 6 niet ingevuld)"


def test_a_copy_has_heads_and_numbers(model: PivotModel) -> None:
    copied = copy_cells(model, [0, 1], [0, 1])

    assert copied.text().splitlines()[:2] == ["\t2024\t2025", "Groningen\t100,5\t90,0"]
    assert 'x:num="100.5"' in copied.html()


def test_control_c_copies_and_enter_opens(qtbot: QtBot) -> None:
    view = PivotView()
    qtbot.addWidget(view)
    view.show_table(make_table())
    view.show()
    view.setCurrentIndex(view.rows.index(0, 1))
    with qtbot.waitSignal(view.activated):
        qtbot.keyClick(view, Qt.Key.Key_Return)

    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert "Groningen" in QApplication.clipboard().text()
