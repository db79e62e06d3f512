"""Sends a draft out as a text document and reads the comments that come back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.exchange.returned_text import ReturnedText, read_returned
from workbench.ui.session import Session
from workbench.usecases.letter_comments import send_for_comments, take_in_comments
from workbench.usecases.letters import Draft
from workbench.usecases.saving import read_bytes


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letter_comments", text)


class LetterComments(QObject):
    """Asks where the document goes or which one came back, and says what came of it.

    Signals:
        told: What happened, in words.

    Attributes:
        ask_place: Asks where a document goes; `None` when cancelled.
        ask_file: Asks which document came back.
    """

    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._over = parent
        self.ask_place: Callable[[QWidget, str], Path | None] = _choose_place
        self.ask_file: Callable[[QWidget], Path | None] = _choose_file

    def send(self, draft: Draft | None, name: str) -> None:
        """Write the draft for comments."""
        path = draft and self.ask_place(self._over, f"{Path(name).stem}.odt")
        if draft is None or not path:
            return
        sent = self._session.run(send_for_comments, draft, path)
        if sent is not None:
            words = tr(
                "Het concept staat in {path}. Wijzigingen worden daarin bijgehouden."
            )
            self.told.emit(words.format(path=sent[0]))

    def read(self, draft: Draft | None) -> None:
        """Read a document that came back, aside, and make remarks of it."""
        path = draft and self.ask_file(self._over)
        if draft is None or not path:
            return
        data = self._session.run(lambda _context: read_bytes(path))
        if data is None:
            return
        kept, asked = data, draft
        self._session.jobs.start(
            lambda: read_returned(kept, path.name),
            lambda returned: self._take(asked, returned),
            title=tr("Reactie lezen"),
        )

    def _take(self, draft: Draft, returned: ReturnedText) -> None:
        taken = self._session.run(take_in_comments, draft, returned)
        if taken is not None:
            words = tr(
                "Ingelezen: {comments} opmerkingen, {proposals} gewijzigde alinea's en"
                " {additions} nieuwe. Ze staan bij de alinea's."
            )
            found = taken[0]
            self.told.emit(
                words.format(
                    comments=found.comments,
                    proposals=found.proposals,
                    additions=found.additions,
                )
            )


def _choose_place(parent: QWidget, name: str) -> Path | None:
    kinds = ";;".join((tr("OpenDocument (*.odt)"), tr("Word (*.docx)")))
    chosen, kind = QFileDialog.getSaveFileName(parent, "", name, kinds)
    if not chosen:
        return None
    path = Path(chosen)
    wanted = ".docx" if "docx" in kind else ".odt"
    return path if path.suffix.casefold() in (".odt", ".docx") else Path(f"{path}{wanted}")


def _choose_file(parent: QWidget) -> Path | None:
    kinds = tr("Tekstdocumenten (*.odt *.docx)")
    chosen, _ = QFileDialog.getOpenFileName(parent, "", "", kinds)
    return Path(chosen) if chosen else None
