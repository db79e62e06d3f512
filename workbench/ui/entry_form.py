"""A form of some fields: it keeps each field as it is left, or asks for all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.field_grid import FieldGrid
from workbench.ui.field_line import FieldLine
from workbench.ui.field_values import FieldSpec
from workbench.ui.icons import put_icon
from workbench.ui.theme import set_look

Choices = Mapping[str, Sequence[Choice]]


class EntryForm(QWidget):
    """Shows one entry of a register, or gathers a new one.

    With a button it gathers: nothing goes out until the button is pressed or Enter is
    typed, and text that cannot be read then gets the keyboard. Such a form may be folded
    up: then its button opens it first.

    Signals:
        filled: Name of a field and its new value; only without a button.
        submitted: All values by name, as a dict; only with a button.
        cancelled: The user wants no new entry after all.
    """

    filled = Signal(str, object)
    submitted = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        specs: Sequence[FieldSpec],
        button: str = "",
        *,
        picture: str = "plus",
        cancels: bool = False,
        folds: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lines = {spec.name: FieldLine(spec) for spec in specs}
        self.button = QPushButton(button)
        self.cancel = QPushButton(self.tr("Annuleren"))
        self._gathers = bool(button)
        self._folds = folds
        self._fields = FieldGrid(list(self.lines.values()))
        self._start: dict[str, object] = {}
        self._values: dict[str, object] = {}
        self._choices: dict[str, Sequence[Choice]] = {}
        self._key = ""
        self._build(picture, cancels or folds)
        for line in self.lines.values():
            line.filled.connect(self._fill)
        self.button.clicked.connect(self._press)
        self.cancel.clicked.connect(self._leave)

    def show_entry(self, key: str, values: Mapping[str, object], choices: Choices) -> None:
        """Show an entry; half-typed text stays as long as it is the same entry."""
        is_other = key != self._key
        if is_other:
            self.settle()
        self._key = key
        self._choices |= choices
        for name, line in self.lines.items():
            self._values[name] = values.get(name)
            if name in self._choices:
                line.show_choice(self._choices[name], values.get(name))
            elif is_other:
                line.reset(values.get(name))
            else:
                line.show_value(values.get(name))

    def begin(self, values: Mapping[str, object], choices: Choices | None = None) -> None:
        """Gather a new entry that starts from `values`."""
        self._start = dict(values)
        self._choices |= choices or {}
        for name, line in self.lines.items():
            self._values[name] = values.get(name)
            if name in self._choices:
                line.show_choice(self._choices[name], values.get(name))
            else:
                line.reset(values.get(name))
        if self._folds:
            self._show_fields(False)

    def clear(self) -> None:
        """Gather another one from the same start."""
        self.begin(self._start)

    def offer(self, name: str, texts: Iterable[str]) -> None:
        """Let a text field complete what is typed from `texts`, also from their middle."""
        editor = self.lines[name].editor
        assert isinstance(editor, QLineEdit)
        offered = list(texts)
        completer = editor.completer()
        if completer is not None:
            model = completer.model()
            if isinstance(model, QStringListModel) and model.stringList() != offered:
                model.setStringList(offered)
            return
        completer = QCompleter(QStringListModel(offered, editor), editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        editor.setCompleter(completer)

    def settle(self) -> None:
        """Say or take in now what was typed."""
        for line in self.lines.values():
            line.settle()

    def submit(self) -> None:
        """Say what was gathered, unless something cannot be read."""
        self.settle()
        for line in self.lines.values():
            if line.fault:
                line.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.submitted.emit(dict(self._values))

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        first = next(iter(self.lines.values()))
        first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def allow_writing(self, may_write: bool) -> None:
        """Let the fields be read only, still to be reached and copied."""
        self.button.setEnabled(may_write)
        for line in self.lines.values():
            if isinstance(line.editor, CalmCombo):
                line.editor.setEnabled(may_write)
            else:
                line.editor.setReadOnly(not may_write)

    def _build(self, picture: str, cancels: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._fields)
        put_icon(self.button, picture, "accent")
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        self.button.setVisible(self._gathers)
        self.cancel.setVisible(cancels)
        set_look(self.cancel, "plain")
        if not self._gathers:
            return
        for line in self.lines.values():
            if not isinstance(line.editor, CalmCombo):
                line.editor.setPlaceholderText("")
            if isinstance(line.editor, QLineEdit):
                line.editor.returnPressed.connect(self.submit)
            elif isinstance(line.editor, QPlainTextEdit):
                line.editor.setTabChangesFocus(True)

    def _press(self) -> None:
        if self._fields.isHidden():
            self._show_fields(True)
            self.focus_first()
        else:
            self.submit()

    def _leave(self) -> None:
        if self._folds:
            self.clear()
            self.button.setFocus()
        self.cancelled.emit()

    def _show_fields(self, shows: bool) -> None:
        self._fields.setVisible(shows)
        self.cancel.setVisible(shows)

    def _fill(self, name: str, value: object) -> None:
        self._values[name] = value
        if not self._gathers:
            self.filled.emit(name, value)
        elif name in self._choices:
            self.lines[name].show_choice(self._choices[name], value)
        else:
            self.lines[name].show_value(value)
