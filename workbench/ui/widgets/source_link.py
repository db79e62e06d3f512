"""A small link that shows where a rule is written."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.domain.notation import write_list
from workbench.domain.rule import Citation
from workbench.ui.icons import put_icon
from workbench.ui.theme import set_look, theme

_WIDTH = 380


class SourceLink(QPushButton):
    """Names the source; pressed, it shows the whole citation, ready to be copied."""

    def __init__(self, citation: Citation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._citation = citation
        set_look(self, "link")
        put_icon(self, "info", "accent")
        self.show_citation(citation)
        self.clicked.connect(self._open)

    @property
    def citation(self) -> Citation:
        return self._citation

    def show_citation(self, citation: Citation) -> None:
        self._citation = citation
        words = self.write_citation()
        self.setText(_short(citation))
        self.setToolTip(words)
        self.setAccessibleName(self.tr("Bron: {words}").format(words=words))

    def write_citation(self) -> str:
        """Return the whole citation: title, sentences, place and remark."""
        source = self._citation
        parts = [source.title]
        if source.sentences:
            numbers = write_list([str(number) for number in source.sentences])
            word = self.tr("zin") if len(source.sentences) == 1 else self.tr("zinnen")
            parts.append(f"{word} {numbers}")
        if source.place:
            parts.append(source.place)
        words = ", ".join(parts)
        return f"{words} ({source.note})" if source.note else words

    def _open(self) -> None:
        popup = _CitationPopup(self.write_citation(), self)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()


class _CitationPopup(QFrame):
    """The citation below the link; Esc or a click elsewhere leaves it."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_look(self, "card")
        self.setAccessibleName(self.tr("Bron"))
        self._words = words
        label = QLabel(words)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        copy = QPushButton(self.tr("Kopiëren"))
        copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(label)
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFixedWidth(theme().scaled(_WIDTH))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        copy.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self.close()


def _short(citation: Citation) -> str:
    if not citation.sentences:
        return citation.title
    first, last = citation.sentences[0], citation.sentences[-1]
    return f"{citation.title}, {first}" + (f"–{last}" if last != first else "")
