"""The field for own text: pasting from Word keeps paragraphs and lists."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from workbench.letters.clipboard_text import html_to_text, text_to_html
from workbench.ui.growing_edit import GrowingEdit


class OwnTextEdit(GrowingEdit):
    """Plain text to the eye; paragraphs and lists go in and out of other programs."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasHtml() and (text := html_to_text(source.html())):
            self.insertPlainText(text)
        else:
            super().insertFromMimeData(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        made = QMimeData()
        text = self.textCursor().selectedText().replace("\u2029", "\n")
        made.setText(text)
        made.setHtml(text_to_html(text))
        return made
