"""The advisor's own paragraph between the generated ones."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.growing_edit import GrowingEdit
from workbench.ui.icons import put_icon
from workbench.ui.text_keeper import TextKeeper
from workbench.ui.theme import set_look
from workbench.ui.widgets.labels import small


class LetterOwnText(QFrame):
    """Edits one own paragraph; emptied, it goes when the field is left.

    Signals:
        written: The text, empty to take the paragraph away.
    """

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = GrowingEdit(fewest=2, most=40)
        self.editor.setAccessibleName(self.tr("Eigen tekst in de brief"))
        self.editor.setPlaceholderText(self.tr("Typ hier uw eigen alinea."))
        self.remove = QPushButton(self.tr("Verwijderen"))
        self._keeper = TextKeeper(self.editor)
        self._keeper.settled.connect(self._settle)
        self.remove.clicked.connect(self._remove)
        set_look(self.remove, "link")
        put_icon(self.remove, "x", "accent")
        head = QHBoxLayout()
        head.addWidget(small(self.tr("Eigen tekst")), 1)
        head.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.editor)

    def show_text(self, text: str) -> None:
        """Show the kept text, unless something half-typed stands there."""
        self._keeper.show_text(text)

    def settle(self) -> None:
        """Say now what was typed."""
        self._keeper.settle()

    def begin(self) -> None:
        """Put the keyboard in the field."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, text: str) -> None:
        if not text.strip() and self.editor.hasFocus():
            self._keeper.hold()
            return
        self.written.emit(text)

    def _remove(self) -> None:
        self._keeper.reset("")
        self.written.emit("")
