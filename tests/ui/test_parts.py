"""The small parts that pages are built from, used as a user does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from workbench.domain.rule import Citation
from workbench.ui.theme import apply_theme
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Chip, Kind
from workbench.ui.widgets.choice_box import ProvinceCombo
from workbench.ui.widgets.date_edit import DateEdit
from workbench.ui.widgets.fte_edit import FteEdit
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.source_link import SourceLink
from workbench.ui.widgets.step_bar import StepBar
from workbench.ui.widgets.toast import Toast

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


def test_a_label_belongs_to_its_field_and_names_it(qtbot: QtBot) -> None:
    field = FteEdit()
    labelled = LabelledField("Omvang nu", field, unit="fte", explanation="Op de peildatum.")
    qtbot.addWidget(labelled)

    labels = [label for label in labelled.findChildren(QLabel) if label.buddy() is field]

    assert [label.text() for label in labels] == ["Omvang nu"]
    assert name_of(field) == "Omvang nu (fte)"
    assert field.accessibleDescription() == "Op de peildatum."


def test_an_error_stands_below_its_field_and_is_heard_with_it(qtbot: QtBot) -> None:
    field = QLineEdit()
    labelled = LabelledField("Naam", field)
    qtbot.addWidget(labelled)
    labelled.show()

    labelled.set_error("Vul een naam in.")
    assert field.accessibleDescription() == "Vul een naam in."
    assert labelled.error == "Vul een naam in."

    labelled.set_error("")
    assert field.accessibleDescription() == ""


@pytest.mark.parametrize("kind", [FteEdit, DateEdit])
def test_a_field_that_reads_values_brings_its_own_error(
    qtbot: QtBot, kind: type[FteEdit | DateEdit]
) -> None:
    field = kind()
    labelled = LabelledField("Waarde", field)
    qtbot.addWidget(labelled)
    line = field if isinstance(field, FteEdit) else field.line

    type_in(line, "iets")
    assert labelled.error == field.error != ""

    type_in(line, "")
    assert labelled.error == ""


def test_a_province_is_committed_by_the_user_only(qtbot: QtBot) -> None:
    combo = ProvinceCombo()
    qtbot.addWidget(combo)
    with qtbot.assertNotEmitted(combo.committed):
        combo.show_province("PV22")

    with qtbot.waitSignal(combo.committed) as committed:
        QTest.keyClick(combo, Qt.Key.Key_Down)

    assert combo.count() == 13
    assert committed.args == ["PV23"]


def test_the_wheel_passes_over_a_choice_that_has_no_focus(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    combo = ProvinceCombo()
    QVBoxLayout(page).addWidget(combo)
    combo.show_province("PV22")

    QApplication.sendEvent(combo, wheel_turn())

    assert combo.province == "PV22"


def wheel_turn() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


@pytest.mark.parametrize("kind", list(Kind))
def test_a_chip_says_its_status_in_words(qtbot: QtBot, kind: Kind) -> None:
    chip = Chip("In toetsing", kind)
    qtbot.addWidget(chip)

    assert name_of(chip) == "In toetsing"
    assert not chip.grab().isNull()


def test_a_step_bar_says_where_one_is(qtbot: QtBot) -> None:
    bar = StepBar(["Aanvraag", "Gegevens", "Brief"], 1)
    qtbot.addWidget(bar)
    assert name_of(bar) == "Stap 2 van 3: Gegevens"

    bar.show_steps(["Aanvraag", "Gegevens", "Brief"], 3)

    assert name_of(bar) == "Alle 3 stappen zijn gedaan"
    assert not bar.grab().isNull()


def test_a_note_without_text_is_hidden(qtbot: QtBot) -> None:
    card = Card("Toetsing")
    qtbot.addWidget(card)
    note = Note(Kind.ATTENTION, "De scan ontbreekt nog.")
    card.content.addWidget(note)
    card.show()
    assert note.isVisible()

    note.show_note(Kind.ATTENTION, "")

    assert not note.isVisible()


def test_making_a_part_opens_no_window_of_its_own(qtbot: QtBot) -> None:
    card, note = Card("Toetsing"), Note(Kind.INFO, "De scan is er.")
    qtbot.addWidget(card)
    qtbot.addWidget(note)

    assert not [part for part in QApplication.topLevelWidgets() if part.isVisible()]


def test_a_source_link_gives_the_whole_citation(qtbot: QtBot) -> None:
    link = SourceLink(CITATION)
    qtbot.addWidget(link)

    assert link.text() == "Kamerstuk 31 490, nr. 337, 12–13"
    assert link.write_citation() == (
        "Kamerstuk 31 490, nr. 337, zinnen 12 en 13, blz. 3 (te bevestigen)"
    )
    assert link.sizeHint().height() >= 24


def test_a_toast_leads_to_one_thing_to_do(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    toast = Toast(page)
    toast.show_message("Het advies is opgeslagen.", "Openen")
    assert toast.isVisible()

    with qtbot.waitSignal(toast.acted):
        toast.action.click()

    assert not toast.isVisible()


def test_a_toast_gives_up_what_can_no_longer_be_done(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    toast = Toast(page)
    toast.show_message("De levering is ingelezen.", "Ongedaan maken")

    toast.withdraw_action()

    assert toast.isVisible()
    assert not toast.action.isVisible()


def test_a_toast_can_be_closed(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    toast = Toast(page)
    toast.show_message("Het advies is opgeslagen.")
    assert not toast.action.isVisible()

    toast.closing.click()

    assert not toast.isVisible()


@pytest.mark.parametrize("zoom", [100, 200])
def test_everything_that_can_be_reached_has_a_name_and_is_large_enough(
    qapp: QApplication, qtbot: QtBot, zoom: int
) -> None:
    apply_theme(qapp, scheme="light", zoom=zoom)
    page = a_page()
    qtbot.addWidget(page)
    page.show()

    reached = [
        part
        for part in page.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible()
    ]

    assert len(reached) >= 7
    assert [part for part in reached if not name_of(part)] == []
    assert [part for part in reached if min(part.width(), part.height()) < 24] == []


def a_page() -> QWidget:
    page = QWidget()
    page.resize(500, 700)
    column = QVBoxLayout(page)
    column.addWidget(LabelledField("Omvang nu", FteEdit(), unit="fte"))
    column.addWidget(LabelledField("Melding ontvangen op", DateEdit()))
    column.addWidget(LabelledField("Provincie", ProvinceCombo()))
    column.addWidget(QRadioButton("Ja"))
    column.addWidget(QCheckBox("Klaar"))
    column.addWidget(SourceLink(CITATION))
    return page
