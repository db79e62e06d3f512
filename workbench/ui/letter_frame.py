"""Places the text of the letter and its pages beside or below each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.jobs import Jobs
from workbench.ui.letter_blocks import LetterBlocks
from workbench.ui.letter_fields import LetterFields, LetterMarks
from workbench.ui.letter_missing import LetterMissing
from workbench.ui.letter_preview import LetterPreview
from workbench.ui.letter_versions import LetterVersions
from workbench.ui.theme import theme
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import body

_ROOM_BESIDE = 800
_TEXT_WIDTH = 340


class LetterFrame(QWidget):
    """Versions on top, text left, pages right; knows nothing of a case."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.versions = LetterVersions()
        self.outcome = Note(Kind.GOOD)
        self.since = Note(Kind.ATTENTION)
        self.missing = LetterMissing()
        self.blocks = LetterBlocks()
        self.fields = LetterFields()
        self.marks = LetterMarks()
        self.preview = LetterPreview(jobs)
        self.reason = body("")
        self.go_on = QPushButton(self.tr("Naar wat nog nodig is"))
        self.splitter = QSplitter(Qt.Orientation.Vertical)  # the narrowest way first
        self.text = QScrollArea()
        self._none = Card(self.tr("Er volgt nog geen brief"))
        self._build()
        theme().changed.connect(self._arrange)

    def show_draft(self) -> None:
        """Show text and pages beside each other."""
        self._none.hide()
        self.since.hide()
        self.splitter.show()
        self.text.show()

    def show_sealed(self) -> None:
        """Show only the pages: a sealed letter has no text to change."""
        self._none.hide()
        self.splitter.show()
        self.text.hide()

    def show_none(self, words: str) -> None:
        """Say why there is no letter."""
        self.since.hide()
        self.reason.setText(words)
        self.splitter.hide()
        self._none.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 12, 16)
        column.setSpacing(12)
        column.addWidget(self.missing)
        column.addWidget(self.fields)
        column.addWidget(self.marks)
        column.addWidget(self.blocks)
        column.addStretch(1)
        self.text.setWidgetResizable(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setWidget(inside)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.text)
        self.splitter.addWidget(self.preview)
        self.splitter.setSizes([460, 540])
        self._none.content.addWidget(self.reason)
        self._none.content.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.versions)
        layout.addWidget(self.outcome)
        layout.addWidget(self.since)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self._none)
        layout.addStretch()
        self.outcome.hide()
        self.since.hide()
        self._none.hide()

    def _arrange(self) -> None:
        is_wide = self.width() >= theme().scaled(_ROOM_BESIDE)
        orientation = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        self.text.setMinimumWidth(theme().scaled(_TEXT_WIDTH) if is_wide else 0)
        if orientation != self.splitter.orientation():
            self.splitter.setOrientation(orientation)
            self.splitter.setSizes([460, 540])
