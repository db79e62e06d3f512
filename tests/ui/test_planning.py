"""Planning, weighing, splitting and what the Kamer asked, worked as a user does."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.answering import SaysYes
from tests.ui.registers import choose, shown
from tests.ui.test_instruments import press
from tests.usecases.records_help import add
from workbench.domain.case import CaseId, Stage
from workbench.ui.case_page import CasePage
from workbench.ui.instruments_panel import InstrumentsPanel
from workbench.ui.main_window import MainWindow
from workbench.ui.planning_page import PlanningPage
from workbench.ui.window_commands import list_commands
from workbench.usecases.cases import load_case
from workbench.usecases.context import Context
from workbench.usecases.locations import add_location
from workbench.usecases.record_lists import records_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def case(window: MainWindow, a_case: CaseId) -> CasePage:
    window.open_case(a_case)
    return window.pages.cases().case


@pytest.fixture
def panel(window: MainWindow) -> InstrumentsPanel:
    window.show_page("instruments")
    return window.pages.instruments().panel


@pytest.fixture
def planning(window: MainWindow) -> PlanningPage:
    window.show_page("planning")
    page = window.pages.page("planning")
    assert isinstance(page, PlanningPage)
    return page


def test_the_board_moves_a_case_to_the_next_stage_by_keyboard(
    planning: PlanningPage, qtbot: QtBot, a_case: CaseId, context: Context
) -> None:
    planning.tabs.setCurrentIndex(1)
    planning.reload()
    column = planning.board.columns[Stage.SIGNAL]
    planning.window().activateWindow()
    qtbot.waitUntil(planning.isActiveWindow)
    column.setCurrentRow(0)
    column.setFocus()
    qtbot.waitUntil(column.hasFocus)

    qtbot.keyClick(column, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)

    assert load_case(context, a_case).stage is Stage.NOTICE
    assert planning.board.columns[Stage.NOTICE].count() == 1


def test_scores_are_typed_and_weights_come_second(
    case: CasePage, context: Context, qapp: QApplication
) -> None:
    for name in ("VOORBEELD Assen", "VOORBEELD Den Haag"):
        add_location(context, case.case_id, name)
    add(context, "criteria", {"name": "VOORBEELD Regio", "weight": 60}, case.case_id)
    tab = case.weighing
    case.tabs.setCurrentWidget(tab)
    tab.reload()
    assert not tab.totals.isVisible()

    for column, score in enumerate(("100", "20")):
        item = tab.scores.item(0, column)
        assert item is not None
        item.setText(score)
    tab.with_weights.click()

    assert tab.totals.rows.index(0, 0).data() == "VOORBEELD Assen"
    assert "Met deze gewichten staat VOORBEELD Assen bovenaan." in tab.weighed.text()


def test_a_score_that_is_no_number_is_not_kept(case: CasePage, context: Context) -> None:

    add_location(context, case.case_id, "VOORBEELD Assen")
    add(context, "criteria", {"name": "VOORBEELD Regio"}, case.case_id)
    case.tabs.setCurrentWidget(case.weighing)
    case.weighing.reload()
    item = case.weighing.scores.item(0, 0)
    assert item is not None

    item.setText("veel")

    shown_now = case.weighing.scores.item(0, 0)
    assert shown_now is not None
    assert shown_now.text() == ""
    assert records_of(context, "scores", case.case_id) == []


def test_what_would_turn_the_outcome_is_told(case: CasePage) -> None:
    case.tabs.setCurrentWidget(case.precedents)

    assert "919,99" in case.precedents.turns.text()


def test_records_are_found_in_the_palette(window: MainWindow) -> None:

    group = next(one for one in list_commands(window) if one.name == "Instrumenten")
    found = next(one for one in group.commands if one.name.startswith("Samenwerking Rijk"))
    found.run()

    assert window.pages.instruments().panel.current == "networks"


def test_the_agenda_of_the_shown_rows_leaves_as_a_file_s10(
    planning: PlanningPage, answers: SaysYes, tmp_path: Path, context: Context
) -> None:
    answers.folder = tmp_path
    values: dict[str, object] = {
        "ministry": "IenW",
        "state": "gepland",
        "planned_on": date(2027, 2, 3),
    }
    add(context, "talks", values)
    planning.reload()
    planning.agenda.export.click()

    assert b"20270203" in (tmp_path / "werkbank.ics").read_bytes()


def test_a_case_is_split_and_merged_from_its_dossier(
    window: MainWindow, case: CasePage, answers: SaysYes, context: Context
) -> None:
    first = load_case(context, case.case_id)
    case.go_to("dossier:relations")
    answers.texts = ["VOORBEELD Deel twee", first.number]
    press(case.dossier.panel, "relations", "Splits casus")
    second = case.case_id
    assert load_case(context, second).title == "VOORBEELD Deel twee"
    case.go_to("dossier:relations")

    press(case.dossier.panel, "relations", "Voeg samen")

    assert load_case(context, second).stage is Stage.WITHDRAWN
    assert case.case_id == first.id


def test_commitments_are_found_by_their_state_s30(
    panel: InstrumentsPanel, qtbot: QtBot
) -> None:
    panel.open("commitments")
    rows = panel.panels["commitments"].frame.panel
    qtbot.keyClicks(rows.search, "loopt")

    found = shown(rows)
    assert "Motie-Flach/Zeedijk" in found
    assert "Motie-Bisschop/Inge van Dijk" not in found


def test_a_personnel_measure_has_owner_state_and_evidence_s26(
    panel: InstrumentsPanel, qtbot: QtBot
) -> None:
    panel.open("personnel_measures")
    register = panel.panels["personnel_measures"]
    choose(register.form, "state", "loopt")

    row = register.frame.current.row
    assert row.record.text("state") == "loopt"
    assert not row.is_shipped


def test_every_page_has_keys_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    pages = next(group for group in list_commands(window) if group.name == "Ga naar")
    keys = [command.keys for command in pages.commands]
    assert len(set(keys)) == len(keys) == 11

    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)

    assert window.stack.currentWidget() is window.pages.page("settings")
