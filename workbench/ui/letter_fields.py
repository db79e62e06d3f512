"""What is filled in for one letter: its own fields, and its classification."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from workbench.domain.letter import CONFIDENTIAL, LetterValue
from workbench.letters.texts import LetterField
from workbench.ui.field_line import FieldLine
from workbench.ui.field_values import FieldKind, FieldSpec
from workbench.ui.icons import put_icon
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card
from workbench.usecases.letter_editing import Classifying
from workbench.usecases.letters import Draft

_KINDS = {
    "text": FieldKind.TEXT,
    "long": FieldKind.LONG,
    "date": FieldKind.DATE,
    "list": FieldKind.LONG,
}


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letter_fields", text)


class LetterFields(Card):
    """The fields of a kind of letter; a list always has one empty field at its end.

    Signals:
        filled: Key of the field, its value as it is kept, and the id of a list's value.
    """

    filled = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Gegevens van deze brief"), parent)
        self.lines: dict[str, FieldLine] = {}

    def show_fields(self, draft: Draft) -> None:
        """Show what is filled in; half-typed text stays."""
        self.setVisible(bool(draft.text.fields))
        wanted = [
            (f"{field.key}/{value.id if value else ''}", field, value, number)
            for field in draft.text.fields
            for number, value in enumerate(_slots(field, draft.dossier.values), start=1)
        ]
        keys = [key for key, *_ in wanted]
        self._settle_begun(keys)
        for key in [key for key in self.lines if key not in keys]:
            line = self.lines.pop(key)
            line.hide()
            line.deleteLater()
        for place, (key, field, value, number) in enumerate(wanted):
            line = self.lines.get(key) or self._make(key, field, number)
            line.show_value(_shown(field, value))
            if self.content.indexOf(line) != place:
                self.content.insertWidget(place, line)

    def settle(self) -> None:
        """Say now what was typed."""
        for line in list(self.lines.values()):
            line.settle()

    def _settle_begun(self, keys: Sequence[str]) -> None:
        """Let a new value of a list keep the field in which it was typed."""
        for key in keys:
            field, _, value_id = key.partition("/")
            begun = f"{field}/"
            if value_id and key not in self.lines and begun in self.lines:
                self.lines[key] = self.lines.pop(begun)

    def _make(self, key: str, field: LetterField, number: int) -> FieldLine:
        label = f"{field.label} {number}" if field.kind == "list" else field.label
        is_first = number == 1
        spec = FieldSpec(
            name=field.key,
            label=label,
            kind=_KINDS[field.kind],
            hint=field.hint if is_first else "",
        )
        line = FieldLine(spec)
        line.filled.connect(partial(self._tell, line))
        self.lines[key] = line
        return line

    def _tell(self, line: FieldLine, field: str, value: object) -> None:
        key = next((key for key, held in self.lines.items() if held is line), "")
        text = value.isoformat() if isinstance(value, date) else str(value or "")
        self.filled.emit(field, text, key.partition("/")[2])


class LetterMarks(Card):
    """The classification of a letter: level, until when, and who decided so.

    Signals:
        classified: A `Classifying`.
    """

    classified = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._how = Classifying()
        self.toggle = QPushButton()
        set_look(self.toggle, "link")
        put_icon(self.toggle, "lock", "accent")
        self.level = FieldLine(
            FieldSpec(
                name="level",
                label=tr("Rubricering"),
                kind=FieldKind.CHOICE,
                hint=tr("Staatsgeheimen horen niet in dit programma."),
            )
        )
        self.until = FieldLine(
            FieldSpec(name="until", label=tr("Geldt tot"), kind=FieldKind.DATE)
        )
        self.by = FieldLine(FieldSpec(name="by", label=tr("Vastgesteld door (functie)")))
        self.content.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        for line in (self.level, self.until, self.by):
            self.content.addWidget(line)
            line.filled.connect(self._fill)
        self.toggle.clicked.connect(lambda: self._open(is_open=not self.level.isVisible()))
        self._open(is_open=False)

    def show_marks(self, draft: Draft) -> None:
        """Show how the letter is classified."""
        record = draft.record
        self._how = Classifying(
            level=record.classification if record else "",
            until=record.classified_until if record else None,
            by=record.classified_by if record else "",
        )
        choices = [("", tr("Ongerubriceerd")), (CONFIDENTIAL, CONFIDENTIAL)]
        self.level.show_choice(choices, self._how.level)
        self.until.show_value(self._how.until)
        self.by.show_value(self._how.by)
        words = self._how.level or tr("Ongerubriceerd")
        self.toggle.setText(tr("Rubricering: {level}").format(level=words))
        for line in (self.until, self.by):
            line.setEnabled(bool(self._how.level))

    def _open(self, *, is_open: bool) -> None:
        for line in (self.level, self.until, self.by):
            line.setVisible(is_open)

    def _fill(self, name: str, value: object) -> None:
        how = self._how
        self.classified.emit(
            Classifying(
                level=str(value) if name == "level" else how.level,
                until=_day(value) if name == "until" else how.until,
                by=str(value or "") if name == "by" else how.by,
            )
        )


def _slots(field: LetterField, values: Sequence[LetterValue]) -> list[LetterValue | None]:
    mine: list[LetterValue | None] = [one for one in values if one.field == field.key]
    return [*mine, None] if field.kind == "list" else (mine[:1] or [None])


def _shown(field: LetterField, value: LetterValue | None) -> object:
    if value is None:
        return None
    return date.fromisoformat(value.value) if field.kind == "date" else value.value


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
