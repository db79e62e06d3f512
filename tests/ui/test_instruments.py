"""The instruments in the window, worked as a user does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.answering import SaysYes
from tests.ui.registers import choose, shown, write
from tests.usecases.records_help import (
    OFFER,
    SCAN,
    YOUTH,
    add,
    add_building,
    add_chance,
    request_values,
)
from workbench.domain.case import CaseId
from workbench.domain.finding import LetterKind
from workbench.ui.case_page import CasePage
from workbench.ui.instruments_panel import InstrumentsPanel
from workbench.ui.main_window import MainWindow
from workbench.ui.record_relatives import RecordRelatives
from workbench.usecases.context import Context
from workbench.usecases.record_lists import records_of
from workbench.usecases.samples import load_samples

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def panel(window: MainWindow) -> InstrumentsPanel:
    window.show_page("instruments")
    return window.pages.instruments().panel


@pytest.fixture
def case(window: MainWindow, a_case: CaseId) -> CasePage:
    window.open_case(a_case)
    return window.pages.cases().case


def press(panel: InstrumentsPanel, key: str, name: str) -> None:
    """Press a button of a register by its words."""
    from workbench.ui.record_actions import RecordActions

    actions = panel.panels[key].findChild(RecordActions)
    assert actions is not None
    actions.buttons[name].click()


def relatives(panel: InstrumentsPanel, key: str) -> RecordRelatives:
    found = panel.panels[key].findChild(RecordRelatives)
    assert found is not None
    return found


def type_long(panel: InstrumentsPanel, key: str, name: str, text: str) -> None:
    editor = panel.panels[key].new.lines[name].editor
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText(text)


def test_every_instrument_opens_from_the_list(panel: InstrumentsPanel) -> None:
    for row in range(panel.list.count()):
        item = panel.list.item(row)
        if item.flags() & Qt.ItemFlag.ItemIsSelectable:
            panel.list.setCurrentItem(item)
            assert panel.stack.currentWidget() is panel.panels[panel.current]


def test_a_new_masterplan_opens_a_proposal_case_s08(
    window: MainWindow, panel: InstrumentsPanel
) -> None:
    panel.open("masterplans", "masterplan-pv22")
    press(panel, "masterplans", "Maak of open casus")

    page = window.current_case()
    assert page is not None
    page.open_letter()
    assert page.letter.draft is not None
    assert page.letter.draft.kind is LetterKind.HOUSING_PROPOSAL


def test_a_masterplan_lists_its_requests_with_state_and_effect_s09(
    window: MainWindow, panel: InstrumentsPanel, context: Context
) -> None:
    add(context, "change_requests", request_values(add_building(context)))
    panel.open("masterplans", "masterplan-pv22")

    table = relatives(panel, "masterplans").tables["change_requests"]
    name, facts = (str(table.rows.index(0, column).data()) for column in range(2))
    assert name == "VOORBEELD Verhuizing"
    assert "Stand: Ontvangen" in facts
    assert "Effect in fte (+ of −): onbekend" in facts
    assert "onbekend" in relatives(panel, "masterplans").said.text()


def test_a_request_without_building_is_refused_in_words_s09(
    window: MainWindow, panel: InstrumentsPanel, qtbot: QtBot, context: Context
) -> None:
    panel.open("change_requests")
    register = panel.panels["change_requests"]
    register.frame.add.click()
    write(qtbot, register.new, "title", "VOORBEELD Verhuizing")
    choose(register.new, "masterplan_id", "masterplan-pv22")
    write(qtbot, register.new, "version", "versie 1")

    register.new.button.click()

    shown_now = [one.text() for one in window.messages.findChildren(QLabel)]
    assert any("Pand" in one for one in shown_now)
    assert records_of(context, "change_requests") == []
    choose(register.new, "masterplan_id", "masterplan-pv22")
    assert register.adding.isVisible()


def test_a_talk_is_planned_and_its_brief_fits_one_page_s10(
    window: MainWindow, panel: InstrumentsPanel, qtbot: QtBot
) -> None:
    panel.open("talks")
    register = panel.panels["talks"]
    register.frame.add.click()
    choose(register.new, "ministry", "IenW")
    write(qtbot, register.new, "agency", "VOORBEELD Zbo")
    write(qtbot, register.new, "planned_on", "3-2-2027")
    register.new.button.click()
    assert shown(register.frame.panel) == ["Infrastructuur en Waterstaat"]

    press(panel, "talks", "Gespreksnotitie")

    editor = window.pages.letters().editor
    assert editor.draft is not None
    assert editor.draft.kind is LetterKind.AGENCY_BRIEF
    assert editor.draft.missing == ()
    qtbot.waitUntil(lambda: len(editor.frame.preview.sheets) == 1, timeout=20_000)


def test_a_workbook_of_a_region_comes_in_and_goes_out_s11(
    panel: InstrumentsPanel,
    qtbot: QtBot,
    answers: SaysYes,
    tmp_path: Path,
    context: Context,
) -> None:
    answers.folder = tmp_path
    add_chance(context)
    panel.open("opportunities")
    press(panel, "opportunities", "Naar werkmap")
    add_chance(context, title="VOORBEELD Andere")
    answers.opens = [tmp_path / "opportunities.xlsx"]

    with qtbot.waitSignal(panel.told, timeout=20_000) as told:
        press(panel, "opportunities", "Uit werkmap")

    assert told.args == ["0 regels toegevoegd; 1 stonden er al."]


@pytest.mark.parametrize("name", ["Overzicht per regio", "Overzicht per ministerie"])
def test_the_overview_is_a_document_s11(
    panel: InstrumentsPanel,
    qtbot: QtBot,
    answers: SaysYes,
    tmp_path: Path,
    context: Context,
    name: str,
) -> None:
    answers.folder = tmp_path
    add_chance(context)
    panel.open("opportunities")

    with qtbot.waitSignal(panel.told, timeout=20_000):
        press(panel, "opportunities", name)

    assert (tmp_path / "overzicht-opportunities.pdf").read_bytes().startswith(b"%PDF")


def test_a_new_case_shows_matching_chances_with_the_reason_s11(
    case: CasePage, context: Context, window: MainWindow
) -> None:
    chance = add_chance(context)
    case.summary.reload()

    names = [button.text() for button in case.summary.region.buttons]
    assert "VOORBEELD Vergunningen digitaal" in names
    case.summary.region.buttons[names.index("VOORBEELD Vergunningen digitaal")].click()
    panel = window.pages.instruments().panel
    assert panel.panels["opportunities"].frame.current.record.id == chance


def test_principle_five_is_answered_from_the_dossier_s05(
    case: CasePage, qtbot: QtBot, context: Context
) -> None:
    chance = add_chance(context)
    assert case.go_to("dossier:collaborations")
    register = case.dossier.panel.panels["collaborations"]
    register.frame.add.click()
    choose(register.new, "opportunity_id", chance)
    write(qtbot, register.new, "partner", "VOORBEELD Hogeschool")
    type_long(case.dossier.panel, "collaborations", "agreement", "VOORBEELD stages")
    register.new.button.click()

    assert len(records_of(context, "collaborations", case.case_id)) == 1
    from workbench.store.answers import list_answers

    kept = {one.question for one in list_answers(context.store, case.case_id)}
    assert "p5-link" in kept


def test_a_scan_is_typed_once_and_answers_the_checklist_s15(
    case: CasePage, context: Context
) -> None:
    add(context, "scans", SCAN, case.case_id)
    assert case.go_to("dossier:scans")

    remark = case.dossier.panel.panels["scans"].remark.text
    assert "zeer krap" not in remark
    assert "2,25" in remark


def test_follow_up_of_youth_recruitment_asks_what_came_of_it_s17(
    window: MainWindow, case: CasePage, context: Context
) -> None:
    add(context, "youth_measures", YOUTH, case.case_id)
    window.show_page("planning")

    agenda = window.pages.page("planning").agenda  # type: ignore[attr-defined]
    assert any("Hoeveel jongeren" in one for one in shown(agenda.rows, 1))


def test_the_button_puts_a_case_before_the_council_s18(
    window: MainWindow, context: Context
) -> None:
    from tests.usecases.test_council import POSITIONS
    from tests.usecases.test_letters import sealed

    case_id = load_samples(context)[0][1]
    sealed(context, case_id)
    add(context, "submissions", POSITIONS, case_id)
    window.open_case(case_id)
    page = window.pages.cases().case
    page.go_to("dossier:submissions")

    press(page.dossier.panel, "submissions", "Voorleggen")

    kept = records_of(context, "submissions", case_id)[0]
    assert kept.text("state") == "voorgelegd"
    press(page.dossier.panel, "submissions", "Oplegger schrijven")
    assert page.letter.draft is not None
    assert page.letter.draft.kind is LetterKind.COUNCIL_COVER


def test_a_network_tells_its_members_of_a_chosen_day_s24(
    panel: InstrumentsPanel, qtbot: QtBot
) -> None:
    panel.open("networks", "srn")
    told = relatives(panel, "networks")
    line = told.day.line
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "8-5-2024")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert "Geteld op 8 mei 2024: 21" in told.said.text()


def test_an_offer_says_what_is_lacking_and_gets_its_reply(
    window: MainWindow, panel: InstrumentsPanel, context: Context
) -> None:
    add(context, "offers", OFFER)
    panel.open("offers")
    assert "Nog niet beschreven: kosten" in panel.panels["offers"].remark.text

    press(panel, "offers", "Reactie schrijven")

    draft = window.pages.letters().editor.draft
    assert draft is not None
    assert draft.kind is LetterKind.OFFER_REPLY


def test_a_request_for_chances_is_begun_from_the_register_s11(
    window: MainWindow, panel: InstrumentsPanel
) -> None:
    panel.open("opportunities")

    press(panel, "opportunities", "Uitvraag schrijven")

    draft = window.pages.letters().editor.draft
    assert draft is not None
    assert draft.kind is LetterKind.CHANCES_REQUEST
