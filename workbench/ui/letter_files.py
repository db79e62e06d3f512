"""Asks where a PDF goes, and opens one in the program of the system."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.domain.letter import LetterRecord
from workbench.ui.letter_drawing import write_verdict
from workbench.ui.letter_preview import LetterPreview
from workbench.ui.session import Session
from workbench.ui.widgets.chip import Kind
from workbench.usecases.letters import Draft
from workbench.usecases.saving import keep_for_viewing, keep_pdf


class LetterFiles:
    """Keeps what is shown as a file, or opens a copy of it outside.

    Attributes:
        ask_place: Asks where a file goes; `None` when cancelled.
        show_file: Lets the system's own program show a file.
    """

    def __init__(self, session: Session, preview: LetterPreview) -> None:
        self._session = session
        self._preview = preview
        self.ask_place: Callable[[QWidget, str], Path | None] = _choose_place
        self.show_file: Callable[[Path], object] = _open_outside

    def save(self, name: str) -> None:
        """Keep the pages that are shown where the user wants."""
        if path := self.ask_place(self._preview, name):
            self._session.run(keep_pdf, path, self._preview.pdf)

    def open(self, name: str) -> None:
        """Open a copy of the pages that are shown."""
        if pdf := self._preview.pdf:
            copy = self._session.run(keep_for_viewing, name, pdf)
            if copy is not None:
                self.show_file(copy)


def _choose_place(parent: QWidget, name: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, "", name, "PDF (*.pdf)")
    return Path(chosen) if chosen else None


def _open_outside(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def file_name(records: Sequence[LetterRecord], shown: str, draft: Draft | None) -> str:
    """Return the name a letter is kept under: its number, or that of the case."""
    record = next((one for one in records if one.id == shown), None)
    if record is not None:
        return f"{record.number}.pdf".replace("/", "-")
    name = QCoreApplication.translate("letter_files", "concept-{number}.pdf")
    known = draft.name if draft else "brief"
    return name.format(number=re.sub(r"[^\w.-]+", "-", known))


def tell_sealed(outcome: str, sha256: str) -> tuple[Kind, str]:
    """Return how to say that a letter was sealed, with the verdict of the check."""
    words = QCoreApplication.translate(
        "letter_files",
        "De brief is vastgesteld. PDF/A en PDF/UA-1: {verdict}. SHA-256: {sha256}",
    )
    kind = Kind.GOOD if outcome == "valid" else Kind.ATTENTION
    return kind, words.format(verdict=write_verdict(outcome), sha256=sha256)
