"""The window for a store that cannot be opened: what is wrong, and the ways on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.domain import errors
from workbench.domain.errors import WorkbenchError
from workbench.ui.explanations import explain
from workbench.ui.icons import put_icon
from workbench.ui.moments import write_moment, write_size
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import Picture, body, heading, muted
from workbench.ui.window_actions import STORES, Ask, WindowActions
from workbench.usecases.recovering import copies_beside, put_back

_READABLE = (
    errors.StoreInUseError,
    errors.StoreTooNewError,
    errors.StoreReadOnlyError,
)
_RESTORABLE = (errors.StoreDamagedError, errors.StoreNotOursError)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOn:
    """Which store to try next, and whether for reading only."""

    path: Path
    read_only: bool = False


class StartFailure(QDialog):
    """Explains why the store stays shut and offers what can be done about it."""

    def __init__(
        self,
        error: WorkbenchError,
        path: Path,
        actions: WindowActions | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._actions = actions or WindowActions()
        self.way_on: WayOn | None = None
        self.setWindowTitle(self.tr("Werkbank rijkswerkgelegenheid"))
        self.copies = QListWidget()
        self.restore = _button(self.tr("Reservekopie terugzetten"), "history")
        self.again = _button(self.tr("Opnieuw proberen"), "redo-2")
        self.read_only = _button(self.tr("Alleen lezen"), "folder-open")
        self.other = _button(self.tr("Ander dossierbestand kiezen …"), "folder-open")
        self.leave = QPushButton(self.tr("Afsluiten"))
        self.refused = Note(Kind.FAULT)
        self._build(error)
        self._offer(error)
        self.restore.clicked.connect(self._restore)
        self.again.clicked.connect(lambda: self._go_on(WayOn(path=path)))
        self.read_only.clicked.connect(
            lambda: self._go_on(WayOn(path=path, read_only=True))
        )
        self.other.clicked.connect(self._choose_other)
        self.leave.clicked.connect(self.reject)

    def _build(self, error: WorkbenchError) -> None:
        words = explain(error)
        head = QHBoxLayout()
        head.addWidget(Picture("circle-alert", "fault", size=28))
        head.addWidget(heading(words.title), 1)
        self.copies.setAccessibleName(self.tr("Reservekopieën"))
        self.copies_title = muted(self.tr("Reservekopieën, de nieuwste bovenaan:"))
        self.copies.itemSelectionChanged.connect(self._follow_copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(body(words.happened))
        column.addWidget(body(words.do_now))
        column.addWidget(self.refused)
        column.addWidget(self.copies_title)
        column.addWidget(self.copies, 1)
        self.refused.show_note(Kind.FAULT, "")
        ways = QHBoxLayout()
        for button in (self.restore, self.again, self.read_only):
            ways.addWidget(button)
        ways.addStretch()
        column.addLayout(ways)
        below = QHBoxLayout()
        below.addWidget(self.other)
        below.addStretch()
        below.addWidget(self.leave)
        column.addLayout(below)
        self.resize(theme().scaled(640), theme().scaled(320))

    def _offer(self, error: WorkbenchError) -> None:
        self.read_only.setVisible(isinstance(error, _READABLE) and self._path.exists())
        found = copies_beside(self._path) if isinstance(error, _RESTORABLE) else []
        for copy in found:
            words = f"{write_moment(copy.made_at)}   ·   {write_size(copy.size)}"
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, str(copy.path))
            self.copies.addItem(item)
        for widget in (self.copies, self.copies_title, self.restore):
            widget.setVisible(bool(found))
        if found:
            self.copies.setCurrentRow(0)
            set_look(self.restore, "primary")
            put_icon(self.restore, "history", "on_primary")
        self._follow_copy()

    def _follow_copy(self) -> None:
        self.restore.setEnabled(self.copies.currentItem() is not None)

    def _restore(self) -> None:
        item = self.copies.currentItem()
        ask = Ask(
            title=self.tr("Deze reservekopie terugzetten?"),
            text=self.tr(
                "De dossiers worden zoals ze waren op {moment}. Het huidige bestand blijft"
                " ernaast bewaard."
            ).format(moment=item.text()),
            yes=self.tr("Terugzetten"),
        )
        if not self._actions.confirm(self, ask):
            return
        backup = Path(str(item.data(Qt.ItemDataRole.UserRole)))
        refusal = put_back(backup, self._path, datetime.now().astimezone())
        if refusal is None:
            self._go_on(WayOn(path=self._path))
            return
        words = explain(refusal)
        self.refused.show_note(Kind.FAULT, f"{words.happened} {words.do_now}")

    def _choose_other(self) -> None:
        title = self.tr("Kies een dossierbestand")
        chosen = self._actions.ask_open(self, title, STORES)
        if chosen is not None:
            self._go_on(WayOn(path=chosen))

    def _go_on(self, way_on: WayOn) -> None:
        self.way_on = way_on
        self.accept()


def ask_way_on(
    error: WorkbenchError,
    path: Path,
    show: Callable[[StartFailure], int] = StartFailure.exec,
) -> WayOn | None:
    """Return how the user wants to go on without this store, `None` to stop."""
    dialog = StartFailure(error, path)
    show(dialog)
    way_on = dialog.way_on
    dialog.deleteLater()
    return way_on


def _button(text: str, image: str) -> QPushButton:
    button = QPushButton(text)
    put_icon(button, image, "accent")
    return button
