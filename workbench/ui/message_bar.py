"""Says in place what went wrong and what to do now, with a way on when there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.errors import WorkbenchError
from workbench.ui.explanations import explain
from workbench.ui.icons import put_icon
from workbench.ui.theme import current_palette, set_look, theme
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import Picture

_STRIPE = 4
_ICONS = {Kind.FAULT: "circle-alert", Kind.ATTENTION: "triangle-alert", Kind.INFO: "info"}


class MessageBar(QFrame):
    """One message above the page; it stays until it is closed or another one comes."""

    def __init__(self, parent: QWidget | None = None, *, closes: bool = True) -> None:
        super().__init__(parent)
        self._kind = Kind.FAULT
        self._act: Callable[[], None] | None = None
        self._picture = Picture("circle-alert", "fault", size=20)
        self.title = QLabel()
        self.words = QLabel()
        self.action = QPushButton()
        self.closing = QToolButton()
        self._build(closes)
        self.action.clicked.connect(self._do)
        self.closing.clicked.connect(self.hide)
        self.hide()

    def explain_error(
        self, error: WorkbenchError, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Show the words of an error; `action` names the way on that `act` takes."""
        words = explain(error)
        self.say(words.title, f"{words.happened} {words.do_now}", action=action, act=act)

    def say(
        self,
        title: str,
        words: str,
        *,
        kind: Kind = Kind.FAULT,
        action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a message of the window itself."""
        self._kind, self._act = kind, act
        self._picture.show_icon(_ICONS[kind], kind)
        self.title.setText(title)
        self.words.setText(words)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.show()
        self.update()
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self, f"{title}. {words}")
        )

    def _build(self, closes: bool) -> None:
        for label in (self.title, self.words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_look(self.title, "heading")
        set_look(self.closing, "plain")
        put_icon(self.closing, "x")
        self.closing.setAccessibleName(self.tr("Bericht sluiten"))
        self.closing.setToolTip(self.tr("Bericht sluiten"))
        self.closing.setMinimumSize(28, 28)
        self.closing.setVisible(closes)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self.title)
        text.addWidget(self.words)
        text.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 9, 12, 10)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._picture, 0, top)
        row.addLayout(text, 1)
        row.addWidget(self.closing, 0, top)

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = current_palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(getattr(colours, f"{self._kind}_soft")))
        stripe = theme().scaled(_STRIPE)
        painter.fillRect(0, 0, stripe, self.height(), QColor(getattr(colours, self._kind)))
        painter.end()
