"""The register of organisations as a user works with it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.registers import choose, look_at, shown, write
from workbench.domain.errors import FactInvalidError
from workbench.ui.registers_page import RegistersPage
from workbench.ui.session import Session
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


def test_a_service_is_added_below_its_ministry(
    qtbot: QtBot, registers: RegistersPage
) -> None:
    panel = registers.organisations
    look_at(registers, panel)

    panel.frame.add.click()
    write(qtbot, panel.new, "name", "VOORBEELD Dienst Beeld")
    write(qtbot, panel.new, "parent", BZK)
    panel.new.button.click()

    names = shown(panel.frame.panel)
    assert names[names.index(BZK) + 1] == "VOORBEELD Dienst Beeld"
    assert panel.frame.current.name == "VOORBEELD Dienst Beeld"
    assert panel.detail.isVisible()


def test_an_unknown_parent_is_told_at_the_field(
    qtbot: QtBot, registers: RegistersPage
) -> None:
    panel = registers.organisations
    look_at(registers, panel)
    panel.frame.add.click()
    write(qtbot, panel.new, "name", "VOORBEELD Dienst Beeld")
    write(qtbot, panel.new, "parent", "VOORBEELD bestaat niet")

    panel.new.button.click()

    assert "uit de lijst" in panel.new.lines["parent"].fault
    assert panel.new.isVisible()


def test_a_new_name_holds_from_its_day(
    qtbot: QtBot, registers: RegistersPage, context: Context, service: str
) -> None:
    panel = registers.organisations
    look_at(registers, panel)
    panel.frame.choose(service)

    panel.detail.renaming.button.click()
    write(qtbot, panel.detail.renaming, "name", "VOORBEELD Archiefdienst")
    write(qtbot, panel.detail.renaming, "day", "1 juli 2024")
    panel.detail.renaming.button.click()

    assert "VOORBEELD Archiefdienst: vanaf 1 juli 2024" in panel.detail.names.text()
    assert panel.frame.current.other_names == ("VOORBEELD Dienst Archief",)
    registers.day.line.setText("1-1-2022")
    registers.day.line.read()
    assert "VOORBEELD Dienst Archief" in shown(panel.frame.panel)


def test_undo_shows_the_earlier_name_again(
    qtbot: QtBot, registers: RegistersPage, session: Session, service: str
) -> None:
    panel = registers.organisations
    look_at(registers, panel)
    panel.frame.choose(service)
    panel.detail.renaming.button.click()
    write(qtbot, panel.detail.renaming, "name", "VOORBEELD Archiefdienst")
    write(qtbot, panel.detail.renaming, "day", "1 juli 2024")
    panel.detail.renaming.button.click()

    session.run(undo)

    assert panel.detail.names.text() == "VOORBEELD Dienst Archief: vanaf 1 januari 2020"
    assert panel.frame.current.name == "VOORBEELD Dienst Archief"


def test_a_refused_name_stays_in_its_field(
    qtbot: QtBot, registers: RegistersPage, session: Session, service: str
) -> None:
    panel = registers.organisations
    look_at(registers, panel)
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
    qtbot: QtBot, registers: RegistersPage, service: str
) -> None:
    panel = registers.organisations
    look_at(registers, panel)
    panel.frame.choose(service)

    panel.detail.moving.button.click()
    write(qtbot, panel.detail.moving, "parent", "Onderwijs, Cultuur en Wetenschap (OCW)")
    write(qtbot, panel.detail.moving, "day", "1-1-2026")
    panel.detail.moving.button.click()

    assert panel.frame.current.ministry == "OCW"
    assert f"{BZK}: 1 januari 2020 tot en met 31 december" in panel.detail.parents.text()


def test_a_merger_is_recorded_and_taken_away(
    qtbot: QtBot, registers: RegistersPage, context: Context, service: str
) -> None:
    new = NewOrganisation(name="VOORBEELD Dienst Erfgoed", ministry="OCW")
    add_organisation(context, new)
    panel = registers.organisations
    look_at(registers, panel)
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
    registers: RegistersPage, context: Context, service: str
) -> None:
    panel = registers.organisations
    look_at(registers, panel)
    panel.frame.choose(service)
    task = panel.detail.facts.lines["is_public_task"]
    assert not task.isVisible()

    choose(panel.detail.facts, "sector", "zbo")
    choose(panel.detail.facts, "is_public_task", True)

    assert task.isVisible()
    assert load_organisation(context, service).is_public_task is True


def test_the_filter_finds_an_earlier_name_and_a_ministry(
    qtbot: QtBot, registers: RegistersPage, service: str
) -> None:
    panel = registers.organisations
    look_at(registers, panel)

    qtbot.keyClicks(panel.frame.panel.search, "koninkrijks")

    assert shown(panel.frame.panel) == [BZK, "VOORBEELD Dienst Archief"]


def test_adding_starts_in_the_first_field(registers: RegistersPage) -> None:
    look_at(registers, registers.organisations)

    registers.organisations.frame.add.click()

    assert registers.organisations.new.lines["name"].editor.hasFocus()


def test_thousands_of_services_are_shown_at_once(
    registers: RegistersPage, context: Context, service: str
) -> None:
    panel = registers.organisations
    one = load_organisation(context, service)
    row = registers.organisations.frame
    look_at(registers, panel)
    current = row.current
    many = [
        replace(current, key=str(number), name=f"VOORBEELD {number}", organisation=one)
        for number in range(5000)
    ]

    row.show_rows(many)

    assert row.panel.shown.rowCount() == 5000
