"""One field of a form: its label above it, what is wrong with it below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.domain.notation import UNKNOWN
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.field_values import (
    FieldKind,
    FieldSpec,
    expected,
    read_field,
    write_field,
)
from workbench.ui.growing_edit import GrowingEdit
from workbench.ui.text_keeper import TextKeeper
from workbench.ui.widgets.labelled_field import LabelledField


class FieldLine(QWidget):
    """Shows one value and says what it became; a text that cannot be read stays put.

    Signals:
        filled: The name of the field and its value, which may be the old one typed again.
    """

    filled = Signal(str, object)

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._value: object = None
        self._keeper: TextKeeper | None = None
        self.editor = self._make_editor()
        self.editor.setObjectName(spec.name)
        self._frame = LabelledField(spec.label, self.editor, explanation=spec.hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        layout.addStretch(1)

    @property
    def fault(self) -> str:
        """What is wrong with the field, in words; empty if nothing."""
        return self._frame.error

    def set_label(self, text: str) -> None:
        """Change the label, such as when the reference date in it changes."""
        self._frame.set_label(text)

    def show_value(self, value: object) -> None:
        """Show what is kept, unless something half-typed stands there."""
        self._value = value
        if isinstance(self.editor, CalmCombo):
            return
        assert self._keeper is not None
        self._keeper.show_text(write_field(value))
        if not self._keeper.is_typed:
            self.show_fault("")

    def show_choice(self, choices: Sequence[Choice], value: object) -> None:
        """Offer `choices` and show the kept one."""
        assert isinstance(self.editor, CalmCombo)
        self._value = value
        self.editor.show_choices(choices, value)

    def reset(self, value: object) -> None:
        """Show `value`, whatever stands there."""
        self._value = value
        if self._keeper is not None:
            self._keeper.reset(write_field(value))
        self.show_fault("")

    def settle(self) -> None:
        """Say now what was typed."""
        if self._keeper is not None:
            self._keeper.settle()

    def show_fault(self, text: str) -> None:
        """Say below the field what is wrong with it; empty takes the message away."""
        self._frame.set_error(text)

    def _make_editor(self) -> QLineEdit | QPlainTextEdit | CalmCombo:
        if self.spec.kind is FieldKind.CHOICE:
            combo = CalmCombo()
            combo.activated.connect(self._choose)
            return combo
        editor: QLineEdit | QPlainTextEdit
        editor = GrowingEdit() if self.spec.kind is FieldKind.LONG else QLineEdit()
        editor.setPlaceholderText(UNKNOWN)
        self._keeper = TextKeeper(editor)
        self._keeper.settled.connect(self._read)
        return editor

    def _choose(self) -> None:
        assert isinstance(self.editor, CalmCombo)
        if self.editor.value != self._value:
            self.filled.emit(self.spec.name, self.editor.value)

    def _read(self, text: str) -> None:
        assert self._keeper is not None
        try:
            value = read_field(self.spec.kind, text)
        except ValueError:
            self._keeper.hold()
            self.show_fault(expected(self.spec.kind))
            return
        self.show_fault("")
        if value == self._value:
            self._keeper.reset(write_field(value))
        self.filled.emit(self.spec.name, value)
