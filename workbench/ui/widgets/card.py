"""Panels that hold other widgets together: a card with a heading, and a note."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.ui.theme import current_palette, set_look, theme
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import Picture, heading

_NOTE_ICONS = {
    Kind.NEUTRAL: "info",
    Kind.INFO: "info",
    Kind.GOOD: "circle-check",
    Kind.ATTENTION: "triangle-alert",
    Kind.FAULT: "circle-alert",
}
_STRIPE = 4


class Card(QFrame):
    """A white panel with a heading; put widgets in `content` and buttons in `head`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self.setAccessibleName(title)
        self._title = heading(title)
        if not title:  # shown without a parent it would be a window of its own
            self._title.hide()
        self.head = QHBoxLayout()
        self.head.addWidget(self._title, 1)
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addLayout(self.head)
        column.addLayout(self.content)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)


class Note(QFrame):
    """A remark in place: an icon, a coloured edge and what to know or do."""

    def __init__(
        self, kind: Kind = Kind.INFO, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._picture = Picture("info", size=20)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 12, 9)
        row.setSpacing(10)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.show_note(kind, text)

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def kind(self) -> Kind:
        return self._kind

    def show_note(self, kind: Kind, text: str) -> None:
        """Say something else; an empty text hides the note."""
        self._kind = kind
        self._picture.show_icon(_NOTE_ICONS[kind], kind)
        self._text.setText(text)
        self.setAccessibleName(text)
        if self.parent() is not None or not text:  # as with the heading of a card
            self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = current_palette()
        stripe = theme().scaled(_STRIPE)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(getattr(colours, f"{self._kind}_soft")))
        painter.fillRect(0, 0, stripe, self.height(), QColor(getattr(colours, self._kind)))
        painter.end()
