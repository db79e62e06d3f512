"""Leads from a sealed letter to its public version."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.letter import LetterRecord
from workbench.letters.public_version import Redaction
from workbench.ui.letter_drawing import draw
from workbench.ui.public_dialog import PublicDialog
from workbench.ui.session import Session
from workbench.ui.window_actions import LETTERS, WindowActions
from workbench.usecases.publishing import (
    Publishable,
    open_for_publishing,
    publish_letter,
)


class LetterPublishing(QObject):
    """Asks what is left out, and where the file goes.

    Signals:
        made: What was made and where, in words.
    """

    made = Signal(str)

    def __init__(self, session: Session, actions: WindowActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._over = parent
        self.dialog: PublicDialog | None = None

    def ask(self, record: LetterRecord) -> None:
        """Ask what leaves this letter."""
        found = self._session.run(open_for_publishing, record)
        if found is not None:
            self.dialog = PublicDialog(found, self._over)
            self.dialog.confirmed.connect(partial(self._publish, found))
            self.dialog.open()

    def _publish(self, found: Publishable, redaction: Redaction) -> None:
        title = self.tr("Openbare versie bewaren")
        name = f"{found.record.number}-openbaar.pdf"
        path = self._actions.ask_save(self._over, title, name, LETTERS)
        if path is None:
            return
        made = self._session.run(publish_letter, found, redaction, draw, path)
        if made is not None:
            words = self.tr("De openbare versie staat in {path}.").format(path=made[0])
            self.made.emit(words)
