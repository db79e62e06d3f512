"""The advisor's own paragraph between the generated ones, or in the place of one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from workbench.domain.finding import Fact
from workbench.domain.letter import OwnText
from workbench.letters.compose import Generated
from workbench.letters.live_text import facts_in, retype, show_live
from workbench.letters.wording_check import RemarkKind, check_wording
from workbench.ui.flow_row import FlowRow
from workbench.ui.icons import put_icon
from workbench.ui.letter_numbers import LooseNumbers
from workbench.ui.letter_own_version import OwnVersion
from workbench.ui.letter_remarks import RemarkLines
from workbench.ui.own_text_edit import OwnTextEdit
from workbench.ui.text_keeper import TextKeeper
from workbench.ui.theme import set_look
from workbench.ui.widgets.labels import small


class LetterOwnText(QFrame):
    """Edits one own paragraph; emptied, it goes when the field is left.

    Signals:
        written: The text as it is seen, empty to take the paragraph away.
        why: The facts in it are asked for.
        remark: Something is to be said of it.
    """

    written = Signal(str)
    why = Signal()
    remark = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = OwnTextEdit(fewest=2, most=40)
        self.editor.setAccessibleName(self.tr("Eigen tekst in de brief"))
        self.editor.setPlaceholderText(self.tr("Typ hier uw eigen alinea."))
        self.title = small(self.tr("Eigen tekst"))
        self.ask = QPushButton(self.tr("Waarom?"))
        self.say = QPushButton(self.tr("Opmerking"))
        self.remove = QPushButton(self.tr("Verwijderen"))
        self.numbers = LooseNumbers()
        self.remarks = small("")
        self.said = RemarkLines()
        self.version = OwnVersion()
        self._stored = ""
        self._facts: Mapping[str, Fact] = {}
        self._keeper = TextKeeper(self.editor)
        self._keeper.settled.connect(self._settle)
        self.remove.clicked.connect(self._remove)
        self.ask.clicked.connect(self.why)
        self.say.clicked.connect(self.remark)
        self.editor.textChanged.connect(self._look)
        self._build()
        self._look()

    @property
    def stored(self) -> str:
        """The text as it would be kept now."""
        return retype(self._stored, self._facts, self.editor.toPlainText())

    def show_own(
        self, own: OwnText, facts: Mapping[str, Fact], generated: Generated | None
    ) -> None:
        """Show the kept text, unless something half-typed stands there."""
        self._stored, self._facts = own.text, facts
        is_version = own.base is not None
        self.title.setText(
            self.tr("Eigen versie van een alinea") if is_version else self.tr("Eigen tekst")
        )
        self.remove.setText(
            self.tr("Terugzetten") if is_version else self.tr("Verwijderen")
        )
        self._keeper.show_text(show_live(own.text, facts))
        self.version.show_generated(generated, facts)
        self._look()

    def know(self, facts: Mapping[str, Fact]) -> None:
        """Know the facts that a number can be bound to."""
        self._facts = facts
        self._look()

    def settle(self) -> None:
        """Say now what was typed."""
        self._keeper.settle()

    def begin(self) -> None:
        """Put the keyboard in the field."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        head = FlowRow()
        head.add(self.title)
        for button in (self.ask, self.say, self.remove):
            set_look(button, "link")
            head.add(button)
        put_icon(self.remove, "x", "accent")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (
            head,
            self.editor,
            self.numbers,
            self.remarks,
            self.said,
            self.version,
        ):
            layout.addWidget(widget)

    def _look(self) -> None:
        """Say what stands out; only loose numbers must be settled."""
        stored = self.stored
        found = [
            one
            for one in check_wording(stored, self._facts)
            if one.kind is not RemarkKind.LOOSE_NUMBER
        ]
        words = self.tr("{kind}: “{found}”. {advice}")
        lines = [
            words.format(
                kind=str(one.kind).capitalize(), found=one.found, advice=one.advice
            )
            for one in found
        ]
        self.numbers.show_numbers(stored, self._facts)
        self.remarks.setText("\n".join(lines))
        self.remarks.setVisible(bool(lines))
        self.ask.setVisible(bool(facts_in(stored)))
        self.editor.setAccessibleDescription(" ".join(lines))

    def _settle(self, text: str) -> None:
        if not text.strip() and self.editor.hasFocus():
            self._keeper.hold()
            return
        self.written.emit(text)

    def _remove(self) -> None:
        self._keeper.reset("")
        self.written.emit("")
