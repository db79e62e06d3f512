"""Shows where a rule or question is written, beside what it says in our own words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.domain.notation import write_list
from workbench.domain.rule import Citation
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import body, heading, muted

_SHORTEST = 120


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("citation_popup", text)


def write_citation(citation: Citation) -> str:
    """Return a citation as it stands beside a question: document and sentences."""
    if not citation.sentences:
        return citation.title
    sentences = [str(number) for number in citation.sentences]
    words = (
        tr("{title}, zin {sentences}")
        if len(sentences) == 1
        else tr("{title}, zinnen {sentences}")
    )
    return words.format(title=citation.title, sentences=write_list(sentences))


class CitationPopup(QDialog):
    """A small window with one citation; Esc or a click elsewhere closes it."""

    def __init__(
        self, citation: Citation, title: str, says: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Bron"))
        self.setAccessibleName(
            tr("Bron: {citation}").format(citation=write_citation(citation))
        )
        set_look(self, "card")
        self.setFixedWidth(theme().scaled(380))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme().scaled(14),) * 4)
        layout.setSpacing(theme().scaled(8))
        layout.addWidget(heading(title))
        if says:
            layout.addWidget(_selectable(says))
        layout.addWidget(muted(write_citation(citation)))
        if citation.place:
            layout.addWidget(muted(tr("Plaats: {place}").format(place=citation.place)))
        if citation.note:
            note = Note(Kind.ATTENTION, parent=self)
            layout.addWidget(note)
            note.show_note(Kind.ATTENTION, _sentence(citation.note))
        close = QPushButton(tr("Sluiten"))
        close.clicked.connect(self.close)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def show_at(self, anchor: QWidget) -> None:
        """Show the popup below `anchor`, inside the screen."""
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(0, anchor.height()))
        room = anchor.screen().availableGeometry()
        x = min(max(place.x(), room.left()), room.right() - self.width())
        y = place.y()
        if y + self.height() > room.bottom():
            y = max(room.top(), place.y() - anchor.height() - self.height())
        self.move(x, y)
        self.show()


class CitationLink(QPushButton):
    """A link with the sentence reference; pressing it shows the citation."""

    def __init__(
        self, citation: Citation, title: str, says: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._citation, self._title, self._says = citation, title, says
        set_look(self, "link")
        text = write_citation(citation)
        if citation.note:
            text = tr("{citation} (let op)").format(citation=text)
        self._whole = text
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(tr("Bron: {citation}").format(citation=text))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._whole) + theme().scaled(8)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().scaled(_SHORTEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - theme().scaled(6)
        right = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, right, room))

    def _open(self) -> None:
        CitationPopup(self._citation, self._title, self._says, self).show_at(self)


def _selectable(text: str) -> QWidget:
    label = body(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}" if text else text
