"""The window as a whole, driven as a user drives it: from a signal to a sealed letter."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.exchange.tables import write_xlsx
from tests.ui.answering import SaysYes
from tests.ui.import_steps import SHEET, bring, fill_in, take_in
from workbench.domain.case import CaseId, Stage
from workbench.domain.fte import Fte
from workbench.ui.case_page import CasePage
from workbench.ui.letter_seal import LetterSeal
from workbench.ui.main_window import MainWindow
from workbench.ui.navigation import destinations
from workbench.ui.new_signal_dialog import NewSignalDialog
from workbench.ui.session import Session
from workbench.usecases.cases import change_fact, find_cases, load_case
from workbench.usecases.checklist import assess_case
from workbench.usecases.context import Context
from workbench.usecases.deliveries import list_deliveries
from workbench.usecases.drawing import sha256_of
from workbench.usecases.letters import list_letters, read_sealed
from workbench.usecases.samples import load_samples
from workbench.usecases.workbooks import write_intake

ADVICE = 1


@pytest.fixture
def samples(context: Context) -> list[CaseId]:
    case_ids, _ = load_samples(context)
    return case_ids


def shown_case(window: MainWindow) -> CasePage:
    case = window.current_case()
    assert case is not None
    return case


def visible(parent: QWidget, kind: type[QWidget], words: str) -> QWidget:
    """Return the one visible part with these words in its name or text."""
    found = [
        part
        for part in parent.findChildren(kind)
        if part.isVisible()
        and (
            words in part.accessibleName()
            or (isinstance(part, QAbstractButton) and words in part.text())
        )
    ]
    assert found, words
    return found[0]


def press(parent: QWidget, words: str) -> None:
    button = visible(parent, QAbstractButton, words)
    assert isinstance(button, QAbstractButton)
    button.click()


def test_s27_a_noted_signal_becomes_a_case(
    qtbot: QtBot, window: MainWindow, context: Context
) -> None:
    window.top.new_signal.click()
    dialog = window.findChild(NewSignalDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.title, "VOORBEELD groei")
    dialog.note.click()

    press(shown_case(window), "Maak casus")

    (case,) = find_cases(context)
    assert (case.title, case.stage) == ("VOORBEELD groei", Stage.NOTICE)


def test_a_typed_fact_is_kept_on_leaving_the_field(
    qtbot: QtBot, window: MainWindow, context: Context, a_case: CaseId
) -> None:
    window.open_case(a_case)
    shown_case(window).go_to("field:fte_after")
    edit = visible(shown_case(window), QLineEdit, "Omvang volgens het voornemen")
    assert isinstance(edit, QLineEdit)

    edit.selectAll()
    qtbot.keyClicks(edit, "1.020,5")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert load_case(context, a_case).fte_after == Fte.of("1020.5")


def test_undo_of_the_window_takes_the_last_action_back(
    window: MainWindow, session: Session, a_case: CaseId
) -> None:
    window.open_case(a_case)
    session.run(change_fact, a_case, "fte_after", Fte.of(1200))

    window.top.undo.click()

    assert load_case(session.context, a_case).fte_after == Fte.of(970)
    assert "Omvang" in window.top.redo.accessibleDescription()


def test_an_answer_changes_the_conclusion_at_once(
    window: MainWindow, context: Context, samples: list[CaseId]
) -> None:
    window.open_case(samples[ADVICE])
    assert assess_case(context, samples[ADVICE]).missing == ()
    shown_case(window).go_to("question:p2")
    unknown = visible(shown_case(window).checklist, QRadioButton, "Weet ik nog niet")

    assert isinstance(unknown, QRadioButton)
    unknown.click()

    assert len(assess_case(context, samples[ADVICE]).missing) >= 1


def test_a_letter_is_sealed_from_the_window_and_stays(
    qtbot: QtBot, window: MainWindow, context: Context, samples: list[CaseId]
) -> None:
    window.open_case(samples[ADVICE])
    letter = shown_case(window).letter
    shown_case(window).open_letter()
    qtbot.waitUntil(lambda: bool(letter.frame.preview.pdf), timeout=20_000)

    letter.frame.versions.seal.click()
    dialog = QApplication.activeModalWidget() or window.findChild(LetterSeal)
    assert isinstance(dialog, LetterSeal)
    with qtbot.waitSignal(letter.sealed, timeout=30_000):
        dialog.seal.click()

    (record,) = list_letters(context, samples[ADVICE])
    assert sha256_of(read_sealed(context, record.id)[1]) == record.file
    assert record.checked == "valid"


@pytest.mark.parametrize("key", [place.key for place in destinations()])
def test_every_page_opens_and_names_what_can_be_reached(
    qapp: QApplication, window: MainWindow, samples: list[CaseId], key: str
) -> None:
    window.show_page(key)
    if key == "cases":
        window.open_case(samples[ADVICE])
    qapp.processEvents()

    nameless = [
        f"{type(part).__name__} in {type(part.parentWidget()).__name__}"
        for part in window.pages.page(key).findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        if not part.objectName().startswith("qt_")
    ]

    assert nameless == []
    assert window.navigation.buttons[key].isChecked()


def test_the_search_field_finds_a_case(
    qtbot: QtBot, window: MainWindow, samples: list[CaseId]
) -> None:
    qtbot.keyClicks(window.top.search, "kazerne")

    assert len(samples) == 3
    assert window.pages.cases().model.rowCount() == 1


def test_the_palette_offers_commands_and_cases(
    window: MainWindow, samples: list[CaseId]
) -> None:
    window.top.palette_button.click()
    palette = QApplication.activePopupWidget()

    assert palette is not None
    names = palette.names()  # type: ignore[attr-defined]  # the one popup there is
    palette.close()
    assert "Nieuw signaal noteren" in names
    assert any("Kenniscentrum" in name for name in names) or len(samples) == 3


def test_undoing_an_earlier_action_names_what_was_built_on_it(
    window: MainWindow, session: Session, answers: SaysYes, a_case: CaseId
) -> None:
    window.open_case(a_case)
    session.run(change_fact, a_case, "fte_after", Fte.of(1000))
    session.run(change_fact, a_case, "fte_after", Fte.of(1100))
    case = shown_case(window)
    case.tabs.setCurrentWidget(case.log)
    earlier = case.log.tree.topLevelItem(1)
    assert earlier is not None
    case.log.tree.setCurrentItem(earlier)

    case.log.undo.click()

    assert "1.100" in answers.asked[0].text
    assert load_case(session.context, a_case).fte_after == Fte.of(970)


def test_a_reason_in_the_conclusion_leads_to_its_question(
    window: MainWindow, samples: list[CaseId]
) -> None:
    window.open_case(samples[ADVICE])
    case = shown_case(window)
    case.tabs.setCurrentWidget(case.checklist)

    case.checklist.wants.emit("tab:locaties")

    assert case.tabs.currentWidget() is case.figures


def test_a_workbook_of_a_ministry_comes_in_through_the_window(
    qtbot: QtBot, window: MainWindow, context: Context, a_case: CaseId, tmp_path: Path
) -> None:
    path = write_intake(context, a_case, tmp_path / "intake.xlsx")
    book = openpyxl.load_workbook(path)
    sheet, cell = next(iter(book.defined_names["intake_planned_year"].destinations))
    book[sheet][cell.replace("$", "")] = 2029
    book.save(path)
    window.show_page("exchange")

    window.pages.exchange().read_workbook(path)
    qtbot.waitUntil(lambda: not window.session.jobs.is_busy, timeout=30_000)
    press(window.pages.exchange(), "vernemen")

    assert load_case(context, a_case).planned_year == 2029


def test_figures_that_came_in_can_be_taken_back_at_once(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    window.show_page("exchange")
    page = window.pages.exchange()
    bring(qtbot, page, tmp_path / "opgave.xlsx", write_xlsx(SHEET))
    fill_in(qtbot, page)
    take_in(qtbot, page)

    press(window.toast, "Ongedaan maken")

    assert [one.is_withdrawn for one in list_deliveries(context)] == [True]
    assert window.toast.text == "Ongedaan gemaakt"
