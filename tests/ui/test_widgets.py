"""The small parts behave as somebody who types, tabs and listens expects."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from workbench.domain.fte import Fte
from workbench.domain.rule import Citation
from workbench.ui.theme import apply_theme
from workbench.ui.widgets.date_edit import DateEdit
from workbench.ui.widgets.fte_edit import FteEdit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CITATION = Citation(
    document="kst-31490-337",
    title="Kamerstuk 31 490, nr. 337",
    sentences=(12, 13),
    place="blz. 3",
    note="te bevestigen",
)


@pytest.fixture(autouse=True)
def _themed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, scheme="light")
    yield
    apply_theme(qapp, scheme="light")


@pytest.fixture
def edit(qtbot: QtBot) -> FteEdit:
    edit = FteEdit()
    qtbot.addWidget(edit)
    edit.show()
    return edit


def type_in(line: QLineEdit, text: str) -> None:
    """Replace the text of a field and leave it with Enter."""
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize(
    ("typed", "fte", "shown"),
    [
        ("1234,5", "1234.5", "1.234,5"),
        ("1.234,5", "1234.5", "1.234,5"),
        ("99.9", "99.9", "99,9"),
        ("100 fte", "100", "100"),
        ("0", "0", "0"),
    ],
)
def test_a_typed_amount_is_committed_and_written_in_dutch(
    qtbot: QtBot, edit: FteEdit, typed: str, fte: str, shown: str
) -> None:
    with qtbot.waitSignal(edit.committed) as committed:
        type_in(edit, typed)

    assert committed.args == [Fte.of(fte)]
    assert edit.text() == shown


@pytest.mark.parametrize("typed", ["", "  ", "onbekend"])
def test_an_empty_amount_is_unknown_and_not_nought(
    qtbot: QtBot, edit: FteEdit, typed: str
) -> None:
    edit.show_fte(Fte.of(100))

    with qtbot.waitSignal(edit.committed) as committed:
        type_in(edit, typed)

    assert committed.args == [None]
    assert edit.text() == ""
    assert edit.placeholderText() == "onbekend"


@pytest.mark.parametrize("typed", ["veel", "1.2345", "12,345", "-5"])
def test_an_unreadable_amount_stays_and_commits_nothing(
    qtbot: QtBot, edit: FteEdit, typed: str
) -> None:
    edit.show_fte(Fte.of(100))

    with qtbot.assertNotEmitted(edit.committed):
        type_in(edit, typed)

    assert edit.text() == typed
    assert "Typ een getal" in edit.error
    assert edit.fte == Fte.of(100)


def test_a_mended_amount_takes_the_error_away(qtbot: QtBot, edit: FteEdit) -> None:
    type_in(edit, "veel")

    with qtbot.waitSignal(edit.committed):
        type_in(edit, "5")

    assert edit.error == ""


def test_leaving_without_a_change_commits_nothing(qtbot: QtBot, edit: FteEdit) -> None:
    edit.show_fte(Fte.of("46.5"))

    with qtbot.assertNotEmitted(edit.committed):
        type_in(edit, "46,50")


def test_showing_an_amount_commits_nothing(qtbot: QtBot, edit: FteEdit) -> None:
    with qtbot.assertNotEmitted(edit.committed):
        edit.show_fte(Fte.of(12))

    assert edit.text() == "12"


def test_a_refresh_leaves_text_alone_that_is_being_mended(edit: FteEdit) -> None:
    type_in(edit, "veel")

    edit.show_fte(None)

    assert edit.text() == "veel"


def test_a_change_may_be_negative_where_that_is_allowed(qtbot: QtBot) -> None:
    edit = FteEdit(allows_negative=True)
    qtbot.addWidget(edit)

    type_in(edit, "-46,5")

    assert edit.fte == Fte.of("-46.5")
    assert edit.text() == "−46,5"


@pytest.mark.parametrize("typed", ["8 mei 2024", "8-5-2024", "2024-05-08"])
def test_a_typed_day_is_committed_and_written_in_full(qtbot: QtBot, typed: str) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)

    with qtbot.waitSignal(edit.committed) as committed:
        type_in(edit.line, typed)

    assert committed.args == [date(2024, 5, 8)]
    assert edit.line.text() == "8 mei 2024"


def test_a_day_that_does_not_exist_is_refused(qtbot: QtBot) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)

    type_in(edit.line, "31 februari 2024")

    assert "Typ een datum" in edit.error
    assert edit.day is None


def test_a_day_can_be_chosen_in_the_calendar(qtbot: QtBot) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)
    edit.show_day(date(2024, 5, 8))
    edit.show()
    edit.button.click()
    calendar = edit.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate() == QDate(2024, 5, 8)

    with qtbot.waitSignal(edit.committed) as committed:
        calendar.activated.emit(QDate(2024, 5, 9))

    assert committed.args == [date(2024, 5, 9)]
    assert not calendar.isVisible()
