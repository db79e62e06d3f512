"""How tests work the page Registers, as a user would."""

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.calm_combo import CalmCombo
from workbench.ui.entry_form import EntryForm
from workbench.ui.registers_page import RegistersPage
from workbench.ui.rows_panel import RowsPanel


def look_at(registers: RegistersPage, tab: QWidget) -> None:
    room = tab.parentWidget()
    assert room is not None
    registers.tabs.setCurrentWidget(room)


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


def add_move(registers: RegistersPage, qtbot: QtBot, amount: str) -> None:
    form = registers.adjustments.new
    registers.adjustments.frame.add.click()
    write(qtbot, form, "day", "1-7-2025")
    write(qtbot, form, "organisation", "VOORBEELD Dienst")
    choose(form, "from_place", "PV28")
    choose(form, "to_place", "PV22")
    write(qtbot, form, "amount", amount)
    form.button.click()
