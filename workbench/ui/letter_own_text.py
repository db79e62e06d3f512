"""The advisor's own paragraph between the generated ones."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.domain.finding import Fact
from workbench.letters.wording_check import check_wording
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
        self.remarks = small("")
        self._facts: tuple[Fact, ...] = ()
        self._keeper = TextKeeper(self.editor)
        self._keeper.settled.connect(self._settle)
        self.remove.clicked.connect(self._remove)
        self.editor.textChanged.connect(self._look)
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
        layout.addWidget(self.remarks)
        self._look()

    def show_text(self, text: str) -> None:
        """Show the kept text, unless something half-typed stands there."""
        self._keeper.show_text(text)

    def know(self, facts: tuple[Fact, ...]) -> None:
        """Know the facts of the case: what stands in them is no loose number."""
        if facts != self._facts:
            self._facts = facts
            self._look()

    def settle(self) -> None:
        """Say now what was typed."""
        self._keeper.settle()

    def begin(self) -> None:
        """Put the keyboard in the field."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        """Say what stands out; nothing of it is forbidden."""
        found = check_wording(self.editor.toPlainText(), self._facts)
        words = self.tr("{kind}: “{found}”. {advice}")
        lines = [
            words.format(
                kind=str(one.kind).capitalize(), found=one.found, advice=one.advice
            )
            for one in found
        ]
        self.remarks.setText("\n".join(lines))
        self.remarks.setVisible(bool(lines))
        self.editor.setAccessibleDescription(" ".join(lines))

    def _settle(self, text: str) -> None:
        if not text.strip() and self.editor.hasFocus():
            self._keeper.hold()
            return
        self.written.emit(text)

    def _remove(self) -> None:
        self._keeper.reset("")
        self.written.emit("")
