"""The menu of a figure: copy it as a picture, or keep the picture or its numbers."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from workbench.ui.icons import put_icon
from workbench.ui.theme import set_look


class ExportKind(StrEnum):
    """What a figure can be kept as; the words are the endings of the files."""

    SVG = "svg"
    PNG = "png"
    XLSX = "xlsx"


class FigureMenu(QPushButton):
    """A button with what can be done with a figure; reached by Tab, opened by Space.

    Signals:
        copy_wanted: The figure is asked for on the clipboard.
        file_wanted: A file is asked for; carries an `ExportKind`.
    """

    copy_wanted = Signal()
    file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu(self)
        self.copy = self._menu.addAction(self.tr("Kopieer als afbeelding"))
        self.files = {
            ExportKind.SVG: self._menu.addAction(self.tr("Bewaar als SVG…")),
            ExportKind.PNG: self._menu.addAction(self.tr("Bewaar als PNG…")),
            ExportKind.XLSX: self._menu.addAction(self.tr("Bewaar cijfers als xlsx…")),
        }
        self.setText(self.tr("Bewaren"))
        self.setToolTip(self.tr("Kopieer de figuur, of bewaar haar of haar cijfers."))
        self.setMenu(self._menu)
        set_look(self, "quiet")
        put_icon(self, "download", "accent")
        put_icon(self.copy, "copy", "accent")
        self.copy.triggered.connect(self.copy_wanted)
        for kind, action in self.files.items():
            self._connect(kind, action)
        self.offer_files(is_offered=False)

    def offer_files(self, *, is_offered: bool = True) -> None:
        """Show the entries that need a page which asks for a place and writes the file."""
        for action in self.files.values():
            action.setVisible(is_offered)

    def _connect(self, kind: ExportKind, action: QAction) -> None:
        action.triggered.connect(lambda: self.file_wanted.emit(str(kind)))
