"""The dialogs of a letter: what a block rests on, a remark, two versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.letter import (
    LetterRecord,
)
from workbench.domain.letter_remark import RemarkKind
from workbench.ui.letter_block import name_of
from workbench.ui.letter_compare import LetterCompare
from workbench.ui.letter_explaining import explain_block
from workbench.ui.letter_remarks import RemarkDialog
from workbench.ui.letter_why import LetterWhy
from workbench.ui.session import Session
from workbench.usecases.letters import Draft


class LetterDialogs(QObject):
    """Opens one dialog at a time over the letter.

    Signals:
        wants: A target outside the letter, such as "question:p2".
        remarked: Key of a block, `RemarkKind` and text.
    """

    wants = Signal(str)
    remarked = Signal(str, object, str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._over = parent
        self.why: LetterWhy | None = None
        self.remark: RemarkDialog | None = None
        self.compared: LetterCompare | None = None

    def explain(self, draft: Draft | None, key: str) -> None:
        """Show the facts, the rule and the source of a block."""
        if draft is None:
            return
        self.why = explain_block(self._session, draft, key, self._over)
        self.why.wants.connect(self.wants)
        self.why.open()

    def ask_remark(self, draft: Draft | None, key: str) -> None:
        """Ask what is to be said of a block."""
        blocks = draft.letter.blocks if draft else ()
        block = next((one for one in blocks if one.key == key), None)
        about = name_of(block) if block else self.tr("eigen tekst")
        self.remark = RemarkDialog(about, self._over)
        self.remark.written.connect(
            lambda kind, text: self.remarked.emit(key, RemarkKind(kind), text)
        )
        self.remark.open()

    def compare(
        self, records: Sequence[LetterRecord], draft: Draft | None, shown: str
    ) -> None:
        """Show two versions beside each other."""
        self.compared = LetterCompare(self._session, records, draft, shown, self._over)
        self.compared.open()
