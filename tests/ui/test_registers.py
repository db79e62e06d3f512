"""The page Registers as a user works with it: look, add, change from a day, take back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.errors import FactInvalidError
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.entry_form import EntryForm
from workbench.ui.register_panel import RegisterPanel
from workbench.ui.registers_page import RegistersPage
from workbench.ui.rows_panel import RowsPanel
from workbench.ui.session import Session
from workbench.ui.theme import apply_theme
from workbench.usecases.context import Context
from workbench.usecases.organisation_changes import NewOrganisation, add_organisation
from workbench.usecases.organisations import list_lineage, load_organisation
from workbench.usecases.undoing import undo

BZK = "Binnenlandse Zaken en Koninkrijksrelaties (BZK)"


@pytest.fixture
def service(context: Context) -> str:
    new = NewOrganisation(
        name="VOORBEELD Dienst Archief", ministry="BZK", valid_from=date(2020, 1, 1)
    )
    return add_organisation(context, new)[0]


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, session: Session) -> Iterator[RegistersPage]:
    apply_theme(qapp, scheme="light")
    page = RegistersPage(session)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    yield page
    page.close()


def look_at(page: RegistersPage, tab: QWidget) -> None:
    page.tabs.setCurrentWidget(tab)


def shown(panel: RowsPanel, column: int = 0) -> list[str]:
    rows = range(panel.shown.rowCount())
    return [str(panel.shown.index(row, column).data()).strip() for row in rows]


def write(qtbot: QtBot, form: EntryForm, name: str, text: str) -> None:
    editor = form.lines[name].editor
    assert isinstance(editor, QLineEdit)
    editor.clear()
    qtbot.keyClicks(editor, text)


def choose(form: EntryForm, name: str, value: object) -> None:
    editor = form.lines[name].editor
    assert isinstance(editor, CalmCombo)
    editor.choose(value)


def add_move(page: RegistersPage, qtbot: QtBot, amount: str) -> None:
    form = page.adjustments.new
    page.adjustments.frame.add.click()
    write(qtbot, form, "day", "1-7-2025")
    write(qtbot, form, "organisation", "VOORBEELD Dienst")
    choose(form, "from_place", "PV28")
    choose(form, "to_place", "PV22")
    write(qtbot, form, "amount", amount)
    form.button.click()


def test_a_service_is_added_below_its_ministry(qtbot: QtBot, page: RegistersPage) -> None:
    panel = page.organisations
    look_at(page, panel)

    panel.frame.add.click()
    write(qtbot, panel.new, "name", "VOORBEELD Dienst Beeld")
    write(qtbot, panel.new, "parent", BZK)
    panel.new.button.click()

    names = shown(panel.frame.panel)
    assert names[names.index(BZK) + 1] == "VOORBEELD Dienst Beeld"
    assert panel.frame.current.name == "VOORBEELD Dienst Beeld"
    assert panel.detail.isVisible()


def test_an_unknown_parent_is_told_at_the_field(qtbot: QtBot, page: RegistersPage) -> None:
    panel = page.organisations
    look_at(page, panel)
    panel.frame.add.click()
    write(qtbot, panel.new, "name", "VOORBEELD Dienst Beeld")
    write(qtbot, panel.new, "parent", "VOORBEELD bestaat niet")

    panel.new.button.click()

    assert "uit de lijst" in panel.new.lines["parent"].fault
    assert panel.new.isVisible()


def test_a_new_name_holds_from_its_day(
    qtbot: QtBot, page: RegistersPage, context: Context, service: str
) -> None:
    panel = page.organisations
    look_at(page, panel)
    panel.frame.choose(service)

    panel.detail.renaming.button.click()
    write(qtbot, panel.detail.renaming, "name", "VOORBEELD Archiefdienst")
    write(qtbot, panel.detail.renaming, "day", "1 juli 2024")
    panel.detail.renaming.button.click()

    assert "VOORBEELD Archiefdienst: vanaf 1 juli 2024" in panel.detail.names.text()
    assert panel.frame.current.other_names == ("VOORBEELD Dienst Archief",)
    page.day.line.setText("1-1-2022")
    page.day.line.read()
    assert "VOORBEELD Dienst Archief" in shown(panel.frame.panel)


def test_undo_shows_the_earlier_name_again(
    qtbot: QtBot, page: RegistersPage, session: Session, service: str
) -> None:
    panel = page.organisations
    look_at(page, panel)
    panel.frame.choose(service)
    panel.detail.renaming.button.click()
    write(qtbot, panel.detail.renaming, "name", "VOORBEELD Archiefdienst")
    write(qtbot, panel.detail.renaming, "day", "1 juli 2024")
    panel.detail.renaming.button.click()

    session.run(undo)

    assert panel.detail.names.text() == "VOORBEELD Dienst Archief: vanaf 1 januari 2020"
    assert panel.frame.current.name == "VOORBEELD Dienst Archief"


def test_a_refused_name_stays_in_its_field(
    qtbot: QtBot, page: RegistersPage, session: Session, service: str
) -> None:
    panel = page.organisations
    look_at(page, panel)
    panel.frame.choose(service)
    panel.detail.renaming.button.click()
    write(qtbot, panel.detail.renaming, "name", "VOORBEELD Archiefdienst")

    with qtbot.waitSignal(session.failed) as failed:
        panel.detail.renaming.button.click()

    assert isinstance(failed.args[0], FactInvalidError)
    editor = panel.detail.renaming.lines["name"].editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "VOORBEELD Archiefdienst"


def test_it_moves_to_another_ministry_from_a_day(
    qtbot: QtBot, page: RegistersPage, service: str
) -> None:
    panel = page.organisations
    look_at(page, panel)
    panel.frame.choose(service)

    panel.detail.moving.button.click()
    write(qtbot, panel.detail.moving, "parent", "Onderwijs, Cultuur en Wetenschap (OCW)")
    write(qtbot, panel.detail.moving, "day", "1-1-2026")
    panel.detail.moving.button.click()

    assert panel.frame.current.ministry == "OCW"
    assert f"{BZK}: 1 januari 2020 tot en met 31 december" in panel.detail.parents.text()


def test_a_merger_is_recorded_and_taken_away(
    qtbot: QtBot, page: RegistersPage, context: Context, service: str
) -> None:
    new = NewOrganisation(name="VOORBEELD Dienst Erfgoed", ministry="OCW")
    add_organisation(context, new)
    panel = page.organisations
    look_at(page, panel)
    panel.frame.choose(service)
    form = panel.detail.linking

    form.button.click()
    choose(form, "kind", "samengevoegd")
    write(qtbot, form, "other", "VOORBEELD Dienst Erfgoed (OCW)")
    write(qtbot, form, "day", "1-1-2026")
    form.button.click()

    assert len(list_lineage(context, service)) == 1
    panel.detail.steps.buttons[0].click()
    assert not list_lineage(context, service)


def test_a_public_task_is_asked_of_a_zbo_only(
    page: RegistersPage, context: Context, service: str
) -> None:
    panel = page.organisations
    look_at(page, panel)
    panel.frame.choose(service)
    task = panel.detail.facts.lines["is_public_task"]
    assert not task.isVisible()

    choose(panel.detail.facts, "sector", "zbo")
    choose(panel.detail.facts, "is_public_task", True)

    assert task.isVisible()
    assert load_organisation(context, service).is_public_task is True


def test_the_filter_finds_an_earlier_name_and_a_ministry(
    qtbot: QtBot, page: RegistersPage, service: str
) -> None:
    panel = page.organisations
    look_at(page, panel)

    qtbot.keyClicks(panel.frame.panel.search, "koninkrijks")

    assert shown(panel.frame.panel) == [BZK, "VOORBEELD Dienst Archief"]


def test_a_shipped_hub_gets_a_date_and_returns_as_it_came(
    qtbot: QtBot, page: RegistersPage
) -> None:
    panel = page.sites
    look_at(page, panel)
    panel.frame.choose("hub-assen")
    assert not panel.remove.isVisible()

    write(qtbot, panel.form, "valid_from", "1-1-2023")
    qtbot.keyClick(panel.form.lines["valid_from"].editor, Qt.Key.Key_Return)
    assert panel.frame.current.site.valid_from == date(2023, 1, 1)
    panel.remove.click()

    assert panel.frame.current.site.valid_from is None


def test_half_typed_text_outlives_a_change_elsewhere(
    qtbot: QtBot, page: RegistersPage, session: Session
) -> None:
    panel = page.methods
    look_at(page, panel)
    panel.frame.choose("uniform")
    write(qtbot, panel.form, "source", "VOORBEELD half")

    session.run(add_organisation, NewOrganisation(name="VOORBEELD Ander"))

    editor = panel.form.lines["source"].editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "VOORBEELD half"
    assert panel.frame.current.method.key == "uniform"


def test_a_move_of_exactly_the_threshold_is_reported(
    qtbot: QtBot, page: RegistersPage
) -> None:
    look_at(page, page.adjustments)
    add_move(page, qtbot, "50")
    add_move(page, qtbot, "49,99")

    look_at(page, page.moves)

    assert shown(page.moves.table, 4) == ["50"]
    assert page.moves.summary.text() == "Eén verplaatsing, van 50 fte."
    assert "vanaf 50 fte" in page.moves.intro.text()


def test_a_move_of_unknown_size_is_told_apart(qtbot: QtBot, page: RegistersPage) -> None:
    look_at(page, page.adjustments)
    add_move(page, qtbot, "")

    assert "niet gepubliceerd" in shown(page.adjustments.frame.panel, 3)
    look_at(page, page.moves)

    assert not shown(page.moves.table)
    assert page.moves.unknown.isVisible()


def test_a_published_cause_stands_with_its_source(page: RegistersPage) -> None:
    look_at(page, page.adjustments)

    row = page.adjustments.frame.current.adjustment
    assert (row.organisation, row.amount) == ("Rijksschoonmaakorganisatie", None)
    assert "https://" in row.source
    assert "niet gesplitst" in page.adjustments.remark.text


def test_enter_on_a_row_goes_to_its_fields(qtbot: QtBot, page: RegistersPage) -> None:
    look_at(page, page.sites)
    page.activateWindow()
    table = page.sites.frame.panel.table
    table.setFocus()

    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert page.sites.form.lines["name"].editor.hasFocus()


def test_adding_starts_in_the_first_field(page: RegistersPage) -> None:
    look_at(page, page.organisations)

    page.organisations.frame.add.click()

    assert page.organisations.new.lines["name"].editor.hasFocus()


def test_nothing_can_be_changed_when_reading_only(
    qtbot: QtBot, page: RegistersPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session.context.store, "read_only_reason", "VOORBEELD")
    panels: tuple[RegisterPanel, ...] = (page.sites, page.methods, page.adjustments)
    for panel in panels:
        look_at(page, panel)
        source = panel.form.lines["source"].editor
        assert isinstance(source, QLineEdit)
        assert source.isReadOnly()
        assert not panel.frame.add.isEnabled()
    look_at(page, page.organisations)
    assert not page.organisations.frame.add.isEnabled()


def test_every_tab_can_be_walked_by_keyboard_and_is_named(page: RegistersPage) -> None:
    panels = (page.organisations, page.sites, page.methods, page.adjustments)
    for panel in panels:
        look_at(page, panel)
        table = panel.frame.panel.table
        assert table.accessibleName()
        assert not table.tabKeyNavigation()
        for form in panel.findChildren(EntryForm):
            for line in form.lines.values():
                assert line.editor.accessibleName()
                assert line.editor.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_thousands_of_services_are_shown_at_once(
    page: RegistersPage, context: Context, service: str
) -> None:
    panel = page.organisations
    one = load_organisation(context, service)
    row = page.organisations.frame
    look_at(page, panel)
    current = row.current
    many = [
        replace(current, key=str(number), name=f"VOORBEELD {number}", organisation=one)
        for number in range(5000)
    ]

    row.show_rows(many)

    assert row.panel.shown.rowCount() == 5000
