"""Figures and places of a case."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from workbench.domain.case import CaseId, Location
from workbench.domain.fte import Fte
from workbench.ui.figures_tab import FiguresTab
from workbench.ui.locations_table import INTEREST_ROW
from workbench.ui.session import Session
from workbench.ui.shifts_table import AFTER, BEFORE, CHANGE, TOTAL_ROW
from workbench.ui.theme import apply_theme
from workbench.usecases.cases import change_fact, load_case
from workbench.usecases.locations import add_location, change_location, list_locations

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DRENTHE, ZUID_HOLLAND = 2, 8


@pytest.fixture
def tab(qapp: QApplication, session: Session, a_case: CaseId) -> Iterator[FiguresTab]:
    apply_theme(qapp, scheme="light")
    tab = FiguresTab(session)
    tab.resize(1000, 800)
    tab.show()
    tab.show_case(a_case)
    yield tab
    shiboken6.delete(tab)


def places(session: Session, case_id: CaseId) -> list[Location]:
    return list_locations(session.context, case_id)


def test_the_models_keep_qts_rules(tab: FiguresTab, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(tab.shifts.model)
    qtmodeltester.check(tab.places.table.places)
    qtmodeltester.check(tab.parts.rows)


def test_an_amount_typed_in_the_table_is_kept_and_summed(
    tab: FiguresTab, session: Session, a_case: CaseId
) -> None:
    model = tab.shifts.model

    model.setData(model.index(DRENTHE, BEFORE), "0")
    model.setData(model.index(DRENTHE, AFTER), "46,5")

    shifts = {shift.province: shift for shift in load_case(session.context, a_case).shifts}
    assert shifts["PV22"].after == Fte.of("46.5")
    assert model.index(TOTAL_ROW, CHANGE).data() == "+196,5"


def test_text_that_is_no_amount_is_refused_with_advice(
    tab: FiguresTab, session: Session, a_case: CaseId
) -> None:
    model = tab.shifts.model

    assert not model.setData(model.index(ZUID_HOLLAND, AFTER), "veel")

    assert "1.234,5" in tab.shifts.refusal.text
    assert model.index(ZUID_HOLLAND, AFTER).data() == "970"


def test_provinces_that_do_not_add_up_are_remarked(
    tab: FiguresTab, session: Session, a_case: CaseId
) -> None:
    assert tab.shifts.difference.text == ""

    session.run(change_fact, a_case, "fte_after", Fte.of(1000))

    assert "1.000 fte" in tab.shifts.difference.text


def test_the_randstad_is_summed_apart_and_named(tab: FiguresTab) -> None:
    rows = tab.parts.rows

    assert rows.index(0, 3).data() == "+150"
    assert rows.index(1, 3).data() == "0"


def test_s02_the_regional_interest_is_a_row_of_its_own_per_place(
    tab: FiguresTab, session: Session, a_case: CaseId
) -> None:
    tab.places.name.setText("Emmen")
    tab.places.add.click()
    cell = tab.places.table.places.index(INTEREST_ROW, 0)
    assert cell.data() == "nog in te vullen"

    line = tab.places.form.lines["regional_interest"]
    line.editor.setPlainText("Past bij de opgave.")  # type: ignore[union-attr]
    line.settle()

    assert places(session, a_case)[0].regional_interest == "Past bij de opgave."
    assert cell.data() == "Past bij de opgave."


def test_s04_fewer_places_than_asked_is_a_signal_and_no_more(
    tab: FiguresTab, session: Session, a_case: CaseId
) -> None:
    place_id, _ = add_location(session.context, a_case, "Den Haag")
    session.run(change_location, a_case, place_id, "province", "PV28")

    words = " ".join(note.text for note in tab.places.notes)

    assert "buiten de Randstad" in words


def test_only_one_place_is_preferred_at_a_time(
    tab: FiguresTab, session: Session, a_case: CaseId
) -> None:
    for name in ("Emmen", "Heerlen"):
        tab.places.name.setText(name)
        tab.places.add.click()
        tab.places.prefer.click()

    preferred = [one.name for one in places(session, a_case) if one.is_preferred]

    assert preferred == ["Heerlen"]


def test_a_place_can_be_taken_out_again(
    tab: FiguresTab, session: Session, a_case: CaseId
) -> None:
    tab.places.name.setText("Emmen")
    tab.places.add.click()

    tab.places.remove.click()

    assert places(session, a_case) == []


def test_choosing_a_column_shows_that_place_below(
    qtbot: QtBot, tab: FiguresTab, session: Session, a_case: CaseId
) -> None:
    for name in ("Emmen", "Heerlen"):
        session.run(add_location, a_case, name)
    tab.places.table.setFocus()

    qtbot.keyClick(tab.places.table, Qt.Key.Key_Home)

    assert tab.places.form.lines["name"].editor.text() == "Emmen"  # type: ignore[union-attr]
