"""Shows in full where the chosen row comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.ui.icons import put_icon
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import body, muted


class SourceDetail(Card):
    """The figure in words, its source to copy, and a remark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Bron van de gekozen regel"))
        self.words = body("")
        self.source = body("")
        self.remark = muted("")
        self.copy = QPushButton(self.tr("Bron kopiëren"))
        set_look(self.copy, "quiet")
        put_icon(self.copy, "file-text", "accent")
        for label in (self.words, self.source):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(self.source, 1)
        row.addWidget(self.copy)
        self.content.addWidget(self.words)
        self.content.addLayout(row)
        self.content.addWidget(self.remark)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.source.text())
        )
        self.clear()

    def show_source(self, words: str, source: str, remark: str) -> None:
        self.words.setText(words)
        self.source.setText(source or self.tr("geen bron genoemd"))
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.source.show()
        self.copy.show()

    def clear(self) -> None:
        """Say that no row is chosen."""
        self.words.setText(self.tr("Kies een regel om te zien waar het getal staat."))
        for widget in (self.source, self.copy, self.remark):
            widget.hide()
