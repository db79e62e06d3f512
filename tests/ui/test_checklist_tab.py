"""The checklist of a case, walked as an advisor walks it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.domain.answer import UNKNOWN_YET
from workbench.domain.case import CaseId, Occasion
from workbench.domain.finding import AskState
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.ui.checklist_tab import ChecklistTab
from workbench.ui.question_card import ADD_FILE
from workbench.ui.session import Session
from workbench.ui.theme import apply_theme
from workbench.usecases.attachments import list_attachments
from workbench.usecases.cases import change_fact, load_case
from workbench.usecases.checklist import Reply, answer_question, assess_case

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def tab(qapp: QApplication, session: Session, a_case: CaseId) -> Iterator[ChecklistTab]:
    apply_theme(qapp, scheme="light")
    tab = ChecklistTab(session)
    tab.resize(1100, 800)
    tab.show()
    tab.show_case(a_case)
    yield tab
    shiboken6.delete(tab)  # before the store goes: it may hold half-typed text


def answer_of(session: Session, case_id: CaseId, question: str) -> str:
    asked = assess_case(session.context, case_id).asked
    found = next(one for one in asked if one.question.key == question)
    return found.answer.verdict if found.answer else ""


def test_a_click_on_a_choice_is_kept_at_once(
    tab: ChecklistTab, session: Session, a_case: CaseId
) -> None:
    tab.go_to("question:p1")

    tab.page.cards["p1"].choices["term"].button.click()

    assert answer_of(session, a_case, "p1") == "term"


def test_not_knowing_yet_is_an_answer(
    tab: ChecklistTab, session: Session, a_case: CaseId
) -> None:
    tab.go_to("question:p1")

    tab.page.cards["p1"].choices[UNKNOWN_YET].button.click()

    assert answer_of(session, a_case, "p1") == UNKNOWN_YET


def test_s03_a_deviation_demands_a_reason_in_place(tab: ChecklistTab) -> None:
    tab.go_to("question:p1")
    card = tab.page.cards["p1"]
    card.choices["not_opportune"].button.click()
    assert "reden" in card.missing

    card.explanation.setPlainText("De dienst is vorig jaar verhuisd.")
    card.settle()

    assert card.missing == ""


def test_an_answer_leaves_half_typed_text_elsewhere_alone(tab: ChecklistTab) -> None:
    tab.go_to("question:p2")
    second = tab.page.cards["p2"]
    second.explanation.setPlainText("Nog niet af")

    tab.page.cards["p1"].choices["term"].button.click()

    assert tab.page.cards["p2"] is second
    assert second.explanation.toPlainText() == "Nog niet af"


def test_a_follow_up_question_comes_right_after_its_answer(
    qtbot: QtBot, tab: ChecklistTab
) -> None:
    tab.go_to("question:p1")
    assert "p1-term" not in tab.page.cards

    tab.page.cards["p1"].choices["term"].button.click()

    qtbot.waitUntil(tab.page.cards["p1-term"].isVisible)


def test_an_answer_that_is_asked_no_longer_is_kept_and_shown(
    tab: ChecklistTab, session: Session, a_case: CaseId
) -> None:
    session.run(answer_question, a_case, "p1", Reply(verdict="term"))
    session.run(answer_question, a_case, "p1-term", Reply(value="31-12-2028"))
    tab.go_to("question:p1")

    tab.page.cards["p1"].choices["not_opportune"].button.click()

    assert "(bewaard): 1" in tab.page.dropped.text()
    assert tab.page.cards["p1-term"].value.text() == "31 december 2028"
    assert not tab.page.cards["p1-term"].isVisible()


def test_a_withdrawn_answer_is_open_again(
    tab: ChecklistTab, session: Session, a_case: CaseId
) -> None:
    tab.go_to("question:p1")
    tab.page.cards["p1"].choices["term"].button.click()

    tab.page.cards["p1"].withdraw.click()

    asked = assess_case(session.context, a_case).asked
    assert next(one for one in asked if one.question.key == "p1").state is AskState.OPEN


def test_a_date_that_cannot_be_read_stays_with_advice(
    tab: ChecklistTab, session: Session, a_case: CaseId
) -> None:
    session.run(answer_question, a_case, "p1", Reply(verdict="term"))
    tab.go_to("question:p1-term")
    card = tab.page.cards["p1-term"]

    card.value.setText("ooit")
    card.settle()

    assert "datum" in card.missing
    assert card.value.text() == "ooit"
    assert answer_of(session, a_case, "p1-term") == ""


def test_a_typed_fte_changes_the_conclusion(
    qtbot: QtBot, tab: ChecklistTab, session: Session, a_case: CaseId
) -> None:
    field = tab.facts.lines["fte_after"].editor
    before = tab.frame.panel.conclusion.text()

    field.setFocus()
    field.selectAll()  # type: ignore[union-attr]  # a line of text
    qtbot.keyClicks(field, "830")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert load_case(session.context, a_case).fte_after == Fte.of(830)
    assert tab.frame.panel.conclusion.text() != before


def test_the_label_of_an_amount_names_unit_and_reference_date(tab: ChecklistTab) -> None:
    name = tab.facts.lines["fte_before"].editor.accessibleName()

    assert "fte" in name
    assert "1 januari 2026" in name


def test_a_case_of_2023_offers_the_ministries_of_2023(
    tab: ChecklistTab, session: Session, a_case: CaseId
) -> None:
    day = date(2023, 6, 1)
    session.run(change_fact, a_case, "judged_on", day, "Toetsing achteraf")

    combo = tab.facts.lines["ministry"].editor
    names = [combo.itemText(row) for row in range(combo.count())]  # type: ignore[union-attr]

    assert "Landbouw, Natuur en Voedselkwaliteit" in names
    assert "Klimaat en Groene Groei" not in names


def test_another_reference_day_asks_for_its_reason_first(
    tab: ChecklistTab, session: Session, a_case: CaseId
) -> None:
    day = tab.facts.lines["judged_on"]
    day.editor.setText("1 maart 2024")  # type: ignore[union-attr]
    day.settle()
    assert load_case(session.context, a_case).judged_on == date(2026, 9, 14)
    assert tab.facts.lines["judged_on_reason"].isVisible()

    reason = tab.facts.lines["judged_on_reason"]
    reason.editor.setText("Het voornemen dateert van toen.")  # type: ignore[union-attr]
    reason.settle()

    assert load_case(session.context, a_case).judged_on == date(2024, 3, 1)


def test_s13_a_listed_body_still_walks_all_principles(
    tab: ChecklistTab, session: Session, a_case: CaseId
) -> None:
    session.run(change_fact, a_case, "sector", Sector.POLICE)
    session.run(change_fact, a_case, "body", "nationale-politie")

    tab.show_step("room")

    assert "limited-binding" in tab.page.cards
    tab.show_step("principles")
    assert {"p1", "p2"} <= set(tab.page.cards)


def test_the_next_open_question_is_one_keystroke_away(
    qtbot: QtBot, tab: ChecklistTab
) -> None:
    tab.show_step("room")

    qtbot.keyClick(tab, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)

    assert tab.step != "room"


def test_steps_can_be_entered_in_any_order_and_name_their_state(tab: ChecklistTab) -> None:
    stepper = tab.frame.stepper

    stepper.list.setCurrentRow(5)

    assert tab.step == "people"
    assert "huidige stap" in stepper.list.item(5).text()
    assert "open" in stepper.list.item(2).text()


def test_a_target_that_is_elsewhere_is_passed_on(qtbot: QtBot, tab: ChecklistTab) -> None:
    with qtbot.waitSignal(tab.wants) as asked:
        tab.frame.panel.wants.emit("tab:locaties")

    assert asked.args == ["tab:locaties"]


def test_a_file_can_be_added_to_an_answer(
    tab: ChecklistTab, session: Session, a_case: CaseId, tmp_path: Path
) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("VOORBEELD", encoding="utf-8")
    tab.ask_file = lambda _parent: file
    tab.go_to("question:p1")
    tab.page.cards["p1"].choices["term"].button.click()

    tab.page.cards["p1"].attachment.choose(ADD_FILE)

    (kept,) = list_attachments(session.context, a_case)
    assert tab.page.cards["p1"].attachment.currentText() == kept.title


def test_the_summary_leads_back_to_an_answer(
    tab: ChecklistTab, session: Session, a_case: CaseId
) -> None:
    session.run(answer_question, a_case, "p1", Reply(verdict="term"))
    tab.show_step("conclusion")

    tab.summary.wants.emit("question:p1")

    assert tab.step == "principles"


def test_a_closed_case_shows_the_old_value_again(
    qtbot: QtBot, tab: ChecklistTab, session: Session, a_case: CaseId
) -> None:
    session.run(change_fact, a_case, "occasion", Occasion.SIZE_CHANGE)
    title = tab.facts.lines["title"]
    kept = load_case(session.context, a_case).title

    with qtbot.waitSignal(session.failed):
        title.editor.setText(" ")  # type: ignore[union-attr]
        title.settle()

    assert title.editor.text() == kept  # type: ignore[union-attr]
