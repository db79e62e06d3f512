"""Plain registers as a user works with them: look, add, change, take back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.registers import add_move, look_at, shown, write
from workbench.ui.entry_form import EntryForm
from workbench.ui.register_panel import RegisterPanel
from workbench.ui.registers_page import RegistersPage
from workbench.ui.session import Session
from workbench.usecases.organisation_changes import NewOrganisation, add_organisation


def test_a_shipped_hub_gets_a_date_and_returns_as_it_came(
    qtbot: QtBot, registers: RegistersPage
) -> None:
    panel = registers.sites
    look_at(registers, panel)
    panel.frame.choose("hub-assen")
    assert not panel.remove.isVisible()

    write(qtbot, panel.form, "valid_from", "1-1-2023")
    qtbot.keyClick(panel.form.lines["valid_from"].editor, Qt.Key.Key_Return)
    assert panel.frame.current.site.valid_from == date(2023, 1, 1)
    panel.remove.click()

    assert panel.frame.current.site.valid_from is None


def test_half_typed_text_outlives_a_change_elsewhere(
    qtbot: QtBot, registers: RegistersPage, session: Session
) -> None:
    panel = registers.methods
    look_at(registers, panel)
    panel.frame.choose("uniform")
    write(qtbot, panel.form, "source", "VOORBEELD half")

    session.run(add_organisation, NewOrganisation(name="VOORBEELD Ander"))

    editor = panel.form.lines["source"].editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "VOORBEELD half"
    assert panel.frame.current.method.key == "uniform"


def test_a_move_of_exactly_the_threshold_is_reported(
    qtbot: QtBot, registers: RegistersPage
) -> None:
    look_at(registers, registers.adjustments)
    add_move(registers, qtbot, "50")
    add_move(registers, qtbot, "49,99")

    look_at(registers, registers.moves)

    assert shown(registers.moves.table, 4) == ["50"]
    assert registers.moves.summary.text() == "Eén verplaatsing, van 50 fte."
    assert "vanaf 50 fte" in registers.moves.intro.text()


def test_a_move_of_unknown_size_is_told_apart(
    qtbot: QtBot, registers: RegistersPage
) -> None:
    look_at(registers, registers.adjustments)
    add_move(registers, qtbot, "")

    assert "niet gepubliceerd" in shown(registers.adjustments.frame.panel, 3)
    look_at(registers, registers.moves)

    assert not shown(registers.moves.table)
    assert registers.moves.unknown.isVisible()


def test_a_published_cause_stands_with_its_source(registers: RegistersPage) -> None:
    look_at(registers, registers.adjustments)

    row = registers.adjustments.frame.current.adjustment
    assert (row.organisation, row.amount) == ("Rijksschoonmaakorganisatie", None)
    assert "https://" in row.source
    assert "niet gesplitst" in registers.adjustments.remark.text


def test_enter_on_a_row_goes_to_its_fields(qtbot: QtBot, registers: RegistersPage) -> None:
    look_at(registers, registers.sites)
    registers.activateWindow()
    table = registers.sites.frame.panel.table
    table.setFocus()

    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert registers.sites.form.lines["name"].editor.hasFocus()


def test_nothing_can_be_changed_when_reading_only(
    qtbot: QtBot,
    registers: RegistersPage,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(session.context.store, "read_only_reason", "VOORBEELD")
    panels: tuple[RegisterPanel, ...] = (
        registers.sites,
        registers.methods,
        registers.adjustments,
    )
    for panel in panels:
        look_at(registers, panel)
        source = panel.form.lines["source"].editor
        assert isinstance(source, QLineEdit)
        assert source.isReadOnly()
        assert not panel.frame.add.isEnabled()
    look_at(registers, registers.organisations)
    assert not registers.organisations.frame.add.isEnabled()


def test_every_tab_can_be_walked_by_keyboard_and_is_named(registers: RegistersPage) -> None:
    panels = (
        registers.organisations,
        registers.sites,
        registers.methods,
        registers.adjustments,
    )
    for panel in panels:
        look_at(registers, panel)
        table = panel.frame.panel.table
        assert table.accessibleName()
        assert not table.tabKeyNavigation()
        for form in panel.findChildren(EntryForm):
            for line in form.lines.values():
                assert line.editor.accessibleName()
                assert line.editor.focusPolicy() & Qt.FocusPolicy.TabFocus
