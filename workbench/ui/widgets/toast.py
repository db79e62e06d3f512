"""Says in passing that something worked, with at most one thing to do about it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from workbench.ui.icons import put_icon
from workbench.ui.theme import theme
from workbench.ui.widgets.labels import Picture

_MARGIN = 16
_SHORTEST = 8


class Toast(QFrame):
    """One message at the bottom of its window; never for errors, those stay in place.

    It stays while the mouse is on it. A later message takes the place of an earlier one.

    Signals:
        acted: The button of the message was pressed.
    """

    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setObjectName("toast")
        self.setAccessibleName(self.tr("Melding"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.action = QPushButton()
        self.closing = QToolButton()
        self.closing.setAccessibleName(self.tr("Melding sluiten"))
        self.closing.setToolTip(self.tr("Melding sluiten"))
        self.closing.setMinimumSize(28, 28)
        put_icon(self.closing, "x", "toast_ink")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(Picture("circle-check", "toast_ink"))
        row.addWidget(self._text)
        row.addWidget(self.action)
        row.addWidget(self.closing)
        self.action.clicked.connect(self._act)
        self.closing.clicked.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def show_message(self, text: str, action: str = "", seconds: int = _SHORTEST) -> None:
        """Say `text`, for 8 seconds or longer; `action` names the button, if any."""
        self._text.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._timer.start(max(seconds, _SHORTEST) * 1000)

    def withdraw_action(self) -> None:
        """Take the button away: what it would do is no longer what the message says."""
        self.action.hide()
        self.adjustSize()
        self._place()

    def enterEvent(self, event: QEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(_SHORTEST * 1000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        gap = theme().scaled(_MARGIN)
        self.move(
            (self._around.width() - self.width()) // 2,
            self._around.height() - self.height() - gap,
        )

    def _act(self) -> None:
        self.hide()
        self.acted.emit()
