"""What the fields for an amount and a date have in common: one reading of typed text."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.ui.theme import set_look


class ValueEdit(QLineEdit):
    """A field whose text stands for a value; empty means unknown.

    Leaving the field reads the text. What cannot be read stays, so that it can be mended,
    and nothing is committed.

    Signals:
        committed: The value changed; carries it, `None` for unknown.
        faulted: The text cannot be read; carries what to do, "" once it is right again.
    """

    committed = Signal(object)
    faulted = Signal(str)

    def __init__(
        self,
        read: Callable[[str], object],
        write: Callable[[object], str],
        advice: str,
        parent: QWidget | None = None,
    ) -> None:
        """`read` raises ValueError for other text; `advice` then says what to do."""
        super().__init__(parent)
        self._read, self._write, self._advice = read, write, advice
        self._value: object = None
        self._error = ""
        self.editingFinished.connect(self.read)

    @property
    def value(self) -> object:
        """The last value that could be read; `None` when unknown."""
        return self._value

    @property
    def error(self) -> str:
        """What is wrong with the text; empty if nothing."""
        return self._error

    def show_value(self, value: object) -> None:
        """Show a value without committing it; leaves text alone that is being mended."""
        if self._error and value == self._value:
            return
        self._value = value
        self._accept_text()

    def read(self) -> None:
        """Read the text as if the field were left."""
        text = self.text().strip()
        try:
            value = self._read(text) if text else None
        except ValueError:
            self._show_error(self._advice)
            return
        is_new = value != self._value
        self._value = value
        self._accept_text()
        if is_new:
            self.committed.emit(value)

    def _accept_text(self) -> None:
        written = "" if self._value is None else self._write(self._value)
        if self.text() != written:
            self.setText(written)
        self._show_error("")

    def _show_error(self, error: str) -> None:
        if error == self._error:
            return
        self._error = error
        set_look(self, "faulty" if error else "")
        self.setAccessibleDescription(error)
        self.setToolTip(error)
        self.faulted.emit(error)
