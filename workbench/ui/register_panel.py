"""One register of plain entries: a table, the fields of one entry, and adding another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.ui.entry_form import Choices, EntryForm
from workbench.ui.field_values import FieldSpec
from workbench.ui.icons import put_icon
from workbench.ui.register_frame import RegisterFrame
from workbench.ui.rows_panel import Column
from workbench.ui.session import Session
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What a panel must know of its register.

    Attributes:
        words: How its buttons are called: "add", "new", "remove" and "restore".
        new_fields: Names of the fields that are asked for when adding.
        add: Adds an entry with these values and returns its key; "" when refused.
        choices: Of each field in which one of a list is chosen, for an entry or a new one.
        offers: Of each text field that completes what is typed.
        is_shipped: Whether an entry comes with the program unchanged.
        has_original: Whether removing brings back what came with the program.
        remark: What must be said of an entry; empty for nothing.
    """

    name: str
    intro: str
    words: Mapping[str, str]
    columns: Sequence[Column]
    fields: Sequence[FieldSpec]
    new_fields: Sequence[str]
    start: Mapping[str, object]
    read: Callable[[], Sequence[Any]]
    key: Callable[[Any], str]
    title: Callable[[Any], str]
    values: Callable[[Any], Mapping[str, object]]
    choices: Callable[[Any], Choices]
    add: Callable[[Mapping[str, Any]], str]
    change: Callable[[str, str, object], None]
    remove: Callable[[str], None]
    is_shipped: Callable[[Any], bool]
    has_original: Callable[[Any], bool]
    remark: Callable[[Any], str]
    offers: Callable[[], Mapping[str, Sequence[str]]] = field(default=dict)


class RegisterPanel(QWidget):
    """Shows a register; what is typed is kept on leaving a field, and can be undone."""

    def __init__(
        self, session: Session, register: Register, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._register = register
        self.frame = RegisterFrame(
            register.name,
            register.columns,
            register.key,
            intro=register.intro,
            add=register.words["add"],
        )
        self.form = EntryForm(register.fields)
        asked = [spec for spec in register.fields if spec.name in register.new_fields]
        self.new = EntryForm(asked, self.tr("Toevoegen"), cancels=True)
        self.remark = Note(Kind.INFO)
        self.remove = QPushButton()
        self.entry = Card("")
        self.adding = Card(register.words["new"])
        self._build()
        self._connect()

    def reload(self) -> None:
        """Read the register again; the chosen row and half-typed text stay."""
        may_write = not self._session.is_read_only
        for form in (self.form, self.new):
            form.allow_writing(may_write)
            for name, texts in self._register.offers().items():
                if name in form.lines:
                    form.offer(name, texts)
        self.frame.add.setEnabled(may_write)
        self.remove.setEnabled(may_write)
        self.frame.show_rows(self._register.read())

    def settle(self) -> None:
        """Keep now what was typed."""
        self.form.settle()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self.adding.content.addWidget(self.new)
        self.adding.hide()
        self.entry.content.addWidget(self.remark)
        self.entry.content.addWidget(self.form)
        buttons = QHBoxLayout()
        put_icon(self.remove, "x", "fault")
        set_look(self.remove, "danger")
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        self.entry.content.addLayout(buttons)
        self.frame.details.addWidget(self.adding)
        self.frame.details.addWidget(self.entry)
        self.frame.details.addStretch(1)

    def _connect(self) -> None:
        self.frame.pointed.connect(self._show)
        self.frame.add_asked.connect(self._begin)
        self.new.submitted.connect(self._add)
        self.new.cancelled.connect(self._cancel)
        self.form.filled.connect(self._change)
        self.remove.clicked.connect(self._remove)

    def _show(self, row: Any) -> None:
        self.entry.setVisible(row is not None and self.adding.isHidden())
        if row is None:
            return
        register = self._register
        self.entry.set_title(register.title(row))
        self.form.show_entry(register.key(row), register.values(row), register.choices(row))
        self.remark.show_note(Kind.INFO, register.remark(row))
        restores = register.has_original(row)
        self.remove.setText(register.words["restore" if restores else "remove"])
        self.remove.setVisible(not register.is_shipped(row))

    def _begin(self) -> None:
        register = self._register
        self.new.begin(register.start, register.choices(None))
        self.adding.show()
        self._show(self.frame.current)
        self.frame.show_details()

    def _cancel(self) -> None:
        self.adding.hide()
        self._show(self.frame.current)
        self.frame.add.setFocus()

    def _add(self, values: dict[str, Any]) -> None:
        key = self._register.add(values)
        if key:
            self.adding.hide()
            self.frame.choose(key)
            self._show(self.frame.current)
            self.frame.panel.table.setFocus()

    def _change(self, name: str, value: object) -> None:
        row = self.frame.current
        if row is not None:
            self._register.change(self._register.key(row), name, value)
            self._show(self.frame.current)

    def _remove(self) -> None:
        row = self.frame.current
        if row is not None:
            self._register.remove(self._register.key(row))
