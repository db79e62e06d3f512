"""Everything the window can do by key or by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from workbench.ui.command_palette import Command, CommandGroup
from workbench.ui.navigation import destinations, keys_of
from workbench.usecases.cases import find_cases
from workbench.usecases.record_lines import find_everywhere

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("window_commands", text)


def add_shortcuts(window: MainWindow) -> None:
    """Give the window its keys (`look.md` 3)."""
    for command in [*_actions(window), *_pages(window)]:
        if command.keys:
            _add(window, command.keys, command.run)
    _add(window, "Ctrl+Shift+Z", window.redo)
    _add(window, "F6", partial(_next_pane, window))
    _add(window, "Ctrl+PgDown", lambda: window.in_case(lambda case: case.step_tab(1)))
    _add(window, "Ctrl+PgUp", lambda: window.in_case(lambda case: case.step_tab(-1)))
    _add(window, "Ctrl+Shift+B", lambda: window.in_case(lambda case: case.open_letter()))


def list_commands(window: MainWindow) -> list[CommandGroup]:
    """Return everything the palette offers: actions, pages and cases."""
    cases = [
        Command(
            name=f"{case.number}  {case.title}",
            run=partial(window.open_case, case.id),
            icon="folder-open",
            also=case.service,
        )
        for case in window.session.read(find_cases)
    ]
    return [
        CommandGroup(name=tr("Opdrachten"), commands=_actions(window)),
        CommandGroup(name=tr("Ga naar"), commands=_pages(window)),
        CommandGroup(name=tr("Casussen"), commands=cases),
        CommandGroup(name=tr("Instrumenten"), commands=_records(window)),
    ]


def _actions(window: MainWindow) -> list[Command]:
    def command(name: str, icon: str, keys: str, run: Callable[[], None]) -> Command:
        return Command(name=name, icon=icon, keys=keys, run=run)

    def in_case(act: str) -> Callable[[], None]:
        return lambda: window.in_case(lambda case: getattr(case, act)())

    return [
        command(tr("Nieuw signaal noteren"), "plus", "Ctrl+N", window.note_signal),
        command(tr("Maak casus van dit signaal"), "arrow-right", "F4", in_case("promote")),
        command(tr("Brief van deze casus"), "file-text", "Ctrl+B", in_case("open_letter")),
        command(tr("Casus naar Excel"), "file-spreadsheet", "Ctrl+E", in_case("export")),
        command(tr("Zoeken in de casussen"), "search", "Ctrl+F", window.find_case),
        command(tr("Ongedaan maken"), "undo-2", "Ctrl+Z", window.undo),
        command(tr("Opnieuw doen"), "redo-2", "Ctrl+Y", window.redo),
        command(tr("Is alles opgeslagen?"), "save", "Ctrl+S", window.tell_saved),
        command(tr("Alle opdrachten"), "command", "Ctrl+K", window.open_palette),
    ]


def _records(window: MainWindow) -> list[Command]:
    return [
        Command(
            name=title,
            run=partial(window.go_to, target),
            icon="landmark",
            also=kind,
        )
        for title, kind, target in window.session.read(find_everywhere)
    ]


def _pages(window: MainWindow) -> list[Command]:
    return [
        Command(
            name=place.name,
            icon=place.icon,
            keys=keys_of(place, number),
            run=partial(window.show_page, place.key),
        )
        for number, place in enumerate(destinations(), start=1)
    ]


def _add(window: MainWindow, keys: str, run: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(keys), window)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.activated.connect(partial(_run, keys, run))


def _run(keys: str, run: Callable[[], None]) -> None:
    """Run a command; inside a rich text editor Ctrl+B stays that of the editor."""
    focused = QApplication.focusWidget()
    if keys == "Ctrl+B" and isinstance(focused, QTextEdit | QPlainTextEdit):
        return
    run()


def _next_pane(window: MainWindow) -> None:
    """Move the focus on: navigation, top bar, page, and round again."""
    panes = [window.navigation, window.top, window.stack]
    focused = QApplication.focusWidget()
    at = next(
        (n for n, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)), -1
    )
    pane = panes[(at + 1) % len(panes)]
    for child in pane.findChildren(QWidget):
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
