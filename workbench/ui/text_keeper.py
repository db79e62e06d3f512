"""Watches a text field and says when what was typed should be kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

PAUSE = 2000  # milliseconds without typing


class TextKeeper(QObject):
    """Stands between a field and the store: no save button, no lost letter.

    `settled` goes out on leaving the field, on Enter, or two seconds after the last key,
    and only when the text differs from what was shown. `show_text` never touches a field
    that holds something half-typed.

    Signals:
        settled: The text to keep.
    """

    settled = Signal(str)

    def __init__(self, editor: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._shown = ""
        self._is_typed = False
        self._is_showing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.settle)
        editor.textChanged.connect(self._notice)
        editor.installEventFilter(self)
        if isinstance(editor, QLineEdit):
            editor.returnPressed.connect(self.settle)

    @property
    def text(self) -> str:
        """What stands in the field now."""
        if isinstance(self._editor, QLineEdit):
            return self._editor.text()
        return self._editor.toPlainText()

    @property
    def is_typed(self) -> bool:
        """Whether the field holds something that is not kept yet."""
        return self._is_typed

    def show_text(self, text: str) -> None:
        """Show what is kept, unless something half-typed stands there."""
        self._shown = text
        if self._is_typed or self.text == text:
            return
        self._is_showing = True
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(text)
            self._editor.setCursorPosition(0)
        else:
            self._editor.setPlainText(text)
        self._is_showing = False

    def reset(self, text: str) -> None:
        """Show `text`, whatever stands there: another case, or a refused value."""
        self._timer.stop()
        self._is_typed = False
        self.show_text(text)

    def hold(self) -> None:
        """Leave a faulty text where it is, so that it can be improved."""
        self._is_typed = True

    def settle(self) -> None:
        """Say now what there is to keep."""
        self._timer.stop()
        if not self._is_typed:
            return
        self._is_typed = False
        if self.text != self._shown:
            self.settled.emit(self.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.settle()
        return super().eventFilter(watched, event)

    def _notice(self) -> None:
        if not self._is_showing:
            self._is_typed = True
            self._timer.start()
