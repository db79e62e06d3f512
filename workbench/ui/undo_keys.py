"""Lets Ctrl+Z reach the whole program when the field in focus has nothing to undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class UndoKeys(QObject):
    """Watches the undo and redo keys of one window.

    A field with its own unfinished typing keeps the key; otherwise Qt would swallow it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._passes_on(event, has_own=_can_undo(watched))
        if event.matches(QKeySequence.StandardKey.Redo):
            return self._passes_on(event, has_own=_can_redo(watched))
        return False

    @staticmethod
    def _passes_on(event: QKeyEvent, *, has_own: bool) -> bool:
        if has_own:
            return False
        event.ignore()
        return True


def _can_undo(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.document().isUndoAvailable() and not widget.isReadOnly()
    return False


def _can_redo(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isRedoAvailable()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.document().isRedoAvailable() and not widget.isReadOnly()
    return False
