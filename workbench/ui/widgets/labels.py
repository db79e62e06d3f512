"""Labels with a fixed look: titles, headings, secondary text and pictures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from workbench.ui.icons import picture
from workbench.ui.theme import set_look, theme


def title(text: str, parent: QWidget | None = None) -> QLabel:
    """Return the name of a page; a screen carries one."""
    return _label(text, "title", parent)


def heading(text: str, parent: QWidget | None = None) -> QLabel:
    return _label(text, "heading", parent)


def body(text: str, parent: QWidget | None = None) -> QLabel:
    return _label(text, "body", parent)


def muted(text: str, parent: QWidget | None = None) -> QLabel:
    return _label(text, "muted", parent)


def small(text: str, parent: QWidget | None = None) -> QLabel:
    return _label(text, "small", parent)


class Picture(QLabel):
    """An icon that stands beside text and follows the scheme; it says nothing by itself."""

    def __init__(
        self, name: str, role: str = "ink", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        theme().changed.connect(self._renew)
        self._renew()

    def show_icon(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self._renew()

    def _renew(self) -> None:
        self.setPixmap(picture(self._name, self._role, self._size))
        self.setFixedSize(theme().scaled(self._size), theme().scaled(self._size))


def _label(text: str, look: str, parent: QWidget | None) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_look(label, look)
    return label
