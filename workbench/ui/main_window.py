"""The window: navigation on the left, a page in the middle, messages above it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from workbench.domain.errors import UndoConflictError, WorkbenchError
from workbench.ui.command_palette import CommandPalette
from workbench.ui.message_bar import MessageBar
from workbench.ui.navigation import Navigation
from workbench.ui.new_signal_dialog import NewSignalDialog
from workbench.ui.preferences import keep_preferences, load_preferences
from workbench.ui.session import Session
from workbench.ui.status_line import StatusLine
from workbench.ui.theme import theme
from workbench.ui.top_bar import TopBar
from workbench.ui.undo_keys import UndoKeys
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.toast import Toast
from workbench.ui.window_actions import WindowActions
from workbench.ui.window_commands import add_shortcuts, list_commands
from workbench.ui.window_pages import WindowPages
from workbench.usecases.cases import note_signal
from workbench.usecases.context import Change
from workbench.usecases.undoing import redo, undo, undo_names

if TYPE_CHECKING:
    from workbench.ui.case_page import CasePage

_REASONS = {
    "in_use": "De dossiers zijn al geopend door {holder}.",
    "newer": "De dossiers zijn van een nieuwere versie van de werkbank.",
}


class MainWindow(QMainWindow):
    """Holds the pages together; a page is made when it is first shown."""

    def __init__(
        self,
        session: Session,
        *,
        actions: WindowActions | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.navigation = Navigation()
        self.top = TopBar()
        self.messages = MessageBar()
        self.banner = MessageBar(closes=False)
        self.stack = QStackedWidget()
        self.status = StatusLine(session.jobs)
        self.toast = Toast(self)
        self.pages = WindowPages(self, session, actions or WindowActions())
        self._undo_keys = UndoKeys(self)
        self._lay_out()
        self._connect()
        add_shortcuts(self)
        self._show_store()
        self._follow(Change(everything=True))
        self.show_page("overview")

    def show_page(self, key: str) -> None:
        """Show a page and mark it in the navigation."""
        page = self.pages.page(key)
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.navigation.show_current(key)

    def open_case(self, case_id: str) -> None:
        """Show a case on the page of cases."""
        self.show_page("cases")
        self.pages.cases().open_case(case_id)

    def open_place(self, code: str) -> None:
        """Show the card of a province."""
        self.show_page("figures")
        self.pages.figures().open_place(code)

    def open_ministry(self, key: str) -> None:
        """Show the card of a ministry."""
        self.show_page("figures")
        self.pages.figures().open_ministry(key)

    def go_to(self, target: str) -> None:
        """Show what a button elsewhere leads to, such as "case:ID" or "record:KEY/ID"."""
        self.pages.go_to(target)

    def current_case(self) -> CasePage | None:
        """Return the case that is in view, `None` on another page or without one."""
        if self.stack.currentWidget() is not self.pages.made.get("cases"):
            return None
        case = self.pages.cases().case
        return case if case.case_id else None

    def in_case(self, act: Callable[[CasePage], None]) -> None:
        """Do something with the case in view, opening the last or first one if needed."""
        if self.current_case() is None:
            self.show_page("cases")
            self.pages.cases().open_first()
        case = self.current_case()
        if case is not None:
            act(case)

    def note_signal(self) -> None:
        """Ask for a new signal and open it."""
        dialog = NewSignalDialog(self)
        dialog.accepted.connect(lambda: self._keep_signal(dialog))
        dialog.open()

    def open_palette(self) -> None:
        CommandPalette(list_commands(self), self).show_over(self)

    def undo(self) -> None:
        if self.session.run(undo) is not None:
            self.tell(self.tr("Ongedaan gemaakt"))

    def redo(self) -> None:
        if self.session.run(redo) is not None:
            self.tell(self.tr("Opnieuw gedaan"))

    def tell(self, words: str) -> None:
        """Show a passing message."""
        self.toast.show_message(words)

    def tell_done(self, words: str) -> None:
        """Show a passing message of what was just done, with a button to take it back."""
        self.toast.show_message(words, self.tr("Ongedaan maken"))

    def tell_saved(self) -> None:
        """Answer Ctrl+S: there is nothing to save."""
        self.tell(self.tr("Alles is opgeslagen; dat gaat vanzelf."))

    def find_case(self) -> None:
        """Put the cursor in the search field."""
        self.top.search.setFocus()
        self.top.search.selectAll()

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.banner)
        column.addWidget(self.messages)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(column, 1)
        middle = QWidget()
        middle.setLayout(row)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.resize(theme().scaled(1360), theme().scaled(860))
        kept = load_preferences().geometry
        if kept:
            self.restoreGeometry(QByteArray(kept))

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.show_page)
        self.top.searched.connect(self._search)
        self.top.submitted.connect(lambda: self.pages.cases().open_first())
        self.top.palette_asked.connect(self.open_palette)
        self.top.undo_asked.connect(self.undo)
        self.top.redo_asked.connect(self.redo)
        self.top.signal_asked.connect(self.note_signal)
        self.session.changed.connect(self._follow)
        self.toast.acted.connect(self.undo)
        self.session.saved.connect(self.status.show_saved)
        self.session.failed.connect(self._explain)

    def _search(self, text: str) -> None:
        self.show_page("cases")
        self.pages.cases().search_for(text)
        self.top.search.setFocus()

    def _keep_signal(self, dialog: NewSignalDialog) -> None:
        noted = self.session.run(note_signal, dialog.signal())
        if noted is not None:
            self.open_case(noted[0])

    def _follow(self, change: Change) -> None:
        names = self.session.read(undo_names)
        self.top.show_undo(*names, can_write=not self.session.is_read_only)
        if change.everything:
            self._show_store()
        self.messages.hide()
        # The button takes the newest action back: no longer the one it tells of.
        self.toast.withdraw_action()

    def _explain(self, error: WorkbenchError) -> None:
        if isinstance(error, UndoConflictError):
            action = self.tr("Naar het logboek")
            self.messages.explain_error(error, action, self._open_log)
            return
        self.messages.explain_error(error)

    def _open_log(self) -> None:
        self.in_case(lambda case: case.tabs.setCurrentWidget(case.log))

    def _show_store(self) -> None:
        store = self.session.context.store
        name = Path(store.path).stem if store.path != ":memory:" else self.tr("proef")
        title = self.tr("Werkbank rijkswerkgelegenheid – {name}").format(name=name)
        self.banner.hide()
        if self.session.is_read_only:
            title = self.tr("{title} (alleen lezen)").format(title=title)
            self._show_read_only(store.read_only_reason, store.holder)
        self.setWindowTitle(title)

    def _show_read_only(self, reason: str, holder: str) -> None:
        words = self.tr(_REASONS.get(reason, "In deze map kan niet worden geschreven."))
        self.banner.say(
            self.tr("Alleen lezen"),
            words.format(holder=holder or self.tr("een ander venster"))
            + " "
            + self.tr("U kunt alles bekijken; er wordt niets opgeslagen."),
            kind=Kind.ATTENTION,
        )
        self.status.show_read_only()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a dropped workbook to the page of exchange, and a letter to be replayed."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        if paths and paths[0].suffix.casefold() == ".pdf":
            self.show_page("letters")
            self.pages.letters().replay_file(paths[0])
            return
        case = self.current_case()
        self.show_page("exchange")
        page = self.pages.exchange()
        if case is not None:
            page.choose_case(case.case_id)
        if paths:
            page.read_workbook(paths[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a field keeps what was typed when it is left
        self.session.jobs.wait()
        keep_preferences(geometry=bytes(self.saveGeometry().data()))
        super().closeEvent(event)
