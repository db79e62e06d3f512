"""The bar above the pages: search, undo and redo, and a new signal."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from workbench.ui.icons import put_icon
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labels import small


class TopBar(QFrame):
    """What is at hand on every page.

    Signals:
        searched: The search text changed; carries it.
        submitted: Enter in the search field.
        palette_asked: The button with all commands was pressed.
        undo_asked, redo_asked, signal_asked: The button was pressed.
    """

    searched = Signal(str)
    submitted = Signal()
    palette_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    signal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setAccessibleName(self.tr("Bovenbalk"))
        self.search = QLineEdit()
        self.palette_button = QPushButton(self.tr("Opdrachten"))
        self.undo = _tool("undo-2")
        self.redo = _tool("redo-2")
        self.new_signal = QPushButton(self.tr("Nieuw signaal"))
        self._build()
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(self.submitted)
        self.palette_button.clicked.connect(self.palette_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.new_signal.clicked.connect(self.signal_asked)
        self.show_undo("", "", can_write=True)
        theme().changed.connect(self._measure)
        self._measure()

    def show_undo(self, undo: str, redo: str, *, can_write: bool) -> None:
        """Name what undo and redo would do; without a name there is nothing to do."""
        _name(self.undo, self.tr("Ongedaan maken"), "Ctrl+Z", undo)
        _name(self.redo, self.tr("Opnieuw doen"), "Ctrl+Y", redo)
        self.undo.setEnabled(bool(undo) and can_write)
        self.redo.setEnabled(bool(redo) and can_write)
        self.new_signal.setEnabled(can_write)

    def _build(self) -> None:
        self.search.setPlaceholderText(self.tr("Zoek op kenmerk, titel of dienst"))
        self.search.setAccessibleName(self.tr("Zoeken in de casussen"))
        self.search.setToolTip(self.tr("Zoeken in de casussen (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self._glass = self.search.addAction(
            self.palette_button.icon(), QLineEdit.ActionPosition.LeadingPosition
        )
        put_icon(self._glass, "search", "muted")
        set_look(self.palette_button, "quiet")
        put_icon(self.palette_button, "command", "accent")
        self.palette_button.setToolTip(self.tr("Alle opdrachten en casussen (Ctrl+K)"))
        set_look(self.new_signal, "primary")
        put_icon(self.new_signal, "plus", "on_primary")
        self.new_signal.setToolTip(self.tr("Nieuw signaal noteren (Ctrl+N)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(8)
        row.addWidget(self.search, 3)
        row.addWidget(self.palette_button)
        hint: QLabel = small("Ctrl+K")
        hint.setWordWrap(False)
        row.addWidget(hint)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addSpacing(8)
        row.addWidget(self.new_signal)

    def _measure(self) -> None:
        self.search.setMaximumWidth(theme().scaled(520))
        side = theme().scaled(18)
        for button in (self.undo, self.redo):
            button.setIconSize(QSize(side, side))
            button.setMinimumSize(theme().scaled(34), theme().scaled(34))


def _tool(image: str) -> QToolButton:
    button = QToolButton()
    set_look(button, "plain")
    put_icon(button, image)
    return button


def _name(button: QToolButton, word: str, key: str, action: str) -> None:
    button.setAccessibleName(word)
    button.setAccessibleDescription(action)
    button.setToolTip(f"{word}: {action} ({key})" if action else f"{word} ({key})")
