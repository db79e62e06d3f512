"""Asks where a PDF goes, and opens one in the program of the system."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.domain.letter import LetterRecord
from workbench.ui.letter_drawing import write_verdict
from workbench.ui.widgets.chip import Kind
from workbench.usecases.letters import Draft


def choose_place(parent: QWidget, name: str) -> Path | None:
    """Ask where to keep a PDF with the system's own dialog."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "", name, "PDF (*.pdf)")
    return Path(chosen) if chosen else None


def open_outside(path: Path) -> None:
    """Let the system's own program show a file."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def file_name(records: Sequence[LetterRecord], shown: str, draft: Draft | None) -> str:
    """Return the name a letter is kept under: its number, or that of the case."""
    record = next((one for one in records if one.id == shown), None)
    if record is not None:
        return f"{record.number}.pdf".replace("/", "-")
    name = QCoreApplication.translate("letter_files", "concept-{number}.pdf")
    return name.format(number=draft.case.number if draft else "brief")


def tell_sealed(outcome: str, sha256: str) -> tuple[Kind, str]:
    """Return how to say that a letter was sealed, with the verdict of the check."""
    words = QCoreApplication.translate(
        "letter_files",
        "De brief is vastgesteld. PDF/A en PDF/UA-1: {verdict}. SHA-256: {sha256}",
    )
    kind = Kind.GOOD if outcome == "valid" else Kind.ATTENTION
    return kind, words.format(verdict=write_verdict(outcome), sha256=sha256)
