"""Asks where a PDF goes, and opens one in the program of the system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_place(parent: QWidget, name: str) -> Path | None:
    """Ask where to keep a PDF with the system's own dialog."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "", name, "PDF (*.pdf)")
    return Path(chosen) if chosen else None


def open_outside(path: Path) -> None:
    """Let the system's own program show a file."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
