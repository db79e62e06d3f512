"""Asks one question of the checklist."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.answer import UNKNOWN_YET, Answer
from workbench.domain.finding import Asked, AskState
from workbench.domain.fte import Fte
from workbench.domain.notation import write_date, write_fte
from workbench.domain.rule import Question, QuestionKind, Rule
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.choice_row import ChoiceRow
from workbench.ui.citation_popup import CitationLink
from workbench.ui.field_values import FieldKind, expected, read_field
from workbench.ui.growing_edit import GrowingEdit
from workbench.ui.icons import put_icon
from workbench.ui.question_words import STATE_CHIPS, state_word, stored_value
from workbench.ui.text_keeper import TextKeeper
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.chip import Chip
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import heading, muted, small
from workbench.usecases.checklist import Reply

ADD_FILE = "add-file"
_KINDS = {QuestionKind.NUMBER: FieldKind.FTE, QuestionKind.DATE: FieldKind.DATE}


class QuestionCard(Card):
    """Shows one question as it stands and says what was filled in, at every change.

    The card knows nothing of the case: whoever holds it stores the reply and shows the
    question again, which never touches a field that is being typed in.

    Signals:
        answered: The question's key and the whole `Reply`.
        withdrawn: The question's key; the answer is taken back.
        file_wanted: The question's key; a file from the computer is to be attached.
        records_wanted: Key of the instrument whose records give the answer.
    """

    answered = Signal(str, object)
    withdrawn = Signal(str)
    file_wanted = Signal(str)
    records_wanted = Signal(str)

    def __init__(
        self, question: Question, rule: Rule | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.question = question
        self._verdict = ""
        self._attachment: str | None = None
        self.setAccessibleName(question.text)
        self._chip = Chip()
        title, says = (rule.title, rule.text) if rule else (question.text, "")
        self.citation = CitationLink(question.source, title, says)
        self._group = QButtonGroup(self)
        self.choices = {row.key: row for row in self._make_choices()}
        self.value = QLineEdit()
        self._value_field = self._make_value_field()
        self.explanation = GrowingEdit()
        self._explanation_field = LabelledField(
            self.tr("Toelichting (komt in de brief)"), self.explanation
        )
        self.source = QLineEdit()
        self.attachment = CalmCombo()
        self._given = small("")
        self.withdraw = QPushButton(self.tr("Antwoord intrekken"))
        self.records = QPushButton(self.tr("Koppel in het dossier"))
        self._keepers = {
            field: TextKeeper(field)
            for field in (self.value, self.explanation, self.source)
        }
        self._lay_out()
        self._connect()

    def show_asked(self, asked: Asked, files: Sequence[Choice]) -> None:
        """Show the state of the question, without announcing or disturbing anything."""
        answer = asked.answer
        self._chip.show_status(state_word(asked), STATE_CHIPS[asked.state])
        self._show_verdict(answer.verdict if answer else "")
        self._attachment = answer.attachment if answer else None
        self._keepers[self.value].show_text(self._written(answer))
        self._keepers[self.explanation].show_text(answer.explanation if answer else "")
        self._keepers[self.source].show_text(answer.source if answer else "")
        self._show_files(files)
        self._show_lacking(asked)
        self._given.setText(self._giver(answer))
        is_typed = not self.question.filled_by
        self.withdraw.setVisible(answer is not None and is_typed)
        is_gone = asked.state is AskState.NOT_ASKED
        for field in (*self.choices.values(), self.value, self.explanation, self.source):
            field.setDisabled(is_gone)
        self.attachment.setDisabled(is_gone)

    def settle(self) -> None:
        """Say now what was typed."""
        for keeper in self._keepers.values():
            keeper.settle()

    def focus_first(self) -> None:
        """Put the keyboard where the question is to be answered."""
        chosen = self._group.checkedButton()
        rows = list(self.choices.values())
        if self._explanation_field.error:
            self.explanation.setFocus(Qt.FocusReason.OtherFocusReason)
        elif chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.question.kind is QuestionKind.CHOICE and rows:
            rows[0].button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes past, in order."""
        rows = [row.button for row in self.choices.values()]
        fields = [self.explanation, self.source, self.attachment]
        fields += [self.records, self.withdraw]
        return [self.citation, self.value, *rows, *fields]

    @property
    def missing(self) -> str:
        """What the answer still needs, in words; empty if nothing."""
        return self._value_field.error or self._explanation_field.error

    def attach(self, sha256: str) -> None:
        """Take a kept file into the answer."""
        self._attachment = sha256
        self._announce()

    def _make_choices(self) -> list[ChoiceRow]:
        rows = [ChoiceRow(option.key, option.text) for option in self.question.options]
        rows.append(ChoiceRow(UNKNOWN_YET, self.tr("Weet ik nog niet")))
        for row in rows:
            self._group.addButton(row.button)
        return rows

    def _make_value_field(self) -> LabelledField:
        labels = {
            QuestionKind.NUMBER: self.tr("Aantal"),
            QuestionKind.DATE: self.tr("Datum"),
        }
        label = labels.get(self.question.kind, self.tr("Antwoord (komt in de brief)"))
        field = LabelledField(label, self.value, unit=self.question.unit)
        if self.question.kind is QuestionKind.CHOICE:
            field.hide()
        return field

    def _lay_out(self) -> None:
        self.head.insertWidget(0, self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addStretch(1)
        self.head.addWidget(self.citation, 0, Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(heading(self.question.text))
        if self.question.guidance:
            self.content.addWidget(muted(self.question.guidance))
        self.content.addWidget(self._value_field)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for row in self.choices.values():
            rows.addWidget(row)
        self.content.addLayout(rows)
        self.content.addWidget(self._explanation_field)
        beside = QGridLayout()
        beside.setHorizontalSpacing(16)
        source = LabelledField(self.tr("Bron van dit antwoord"), self.source)
        kept = LabelledField(self.tr("Bijlage bij dit antwoord"), self.attachment)
        beside.addWidget(source, 0, 0)
        beside.addWidget(kept, 0, 1)
        beside.setColumnStretch(0, 1)
        beside.setColumnStretch(1, 1)
        self.content.addLayout(beside)
        foot = QHBoxLayout()
        foot.addWidget(self._given, 1)
        self._lay_out_records()
        foot.addWidget(self.records)
        set_look(self.withdraw, "quiet")
        put_icon(self.withdraw, "undo-2", "accent")
        foot.addWidget(self.withdraw)
        self.content.addLayout(foot)

    def _lay_out_records(self) -> None:
        """An answer that follows from records is read here and filled there."""
        put_icon(self.records, "link", "accent")
        self.records.setVisible(bool(self.question.filled_by))
        if self.question.filled_by:
            self.value.setReadOnly(True)
            for row in self.choices.values():
                row.hide()
            self._explanation_field.hide()

    def _connect(self) -> None:
        self.records.clicked.connect(
            lambda: self.records_wanted.emit(self.question.filled_by)
        )
        for key, row in self.choices.items():
            row.button.clicked.connect(lambda _=False, key=key: self._choose(key))
        self._keepers[self.value].settled.connect(self._take_value)
        self._keepers[self.explanation].settled.connect(self._announce)
        self._keepers[self.source].settled.connect(self._announce)
        self.attachment.activated.connect(self._choose_file)
        self.withdraw.clicked.connect(lambda: self.withdrawn.emit(self.question.key))

    def _choose(self, key: str) -> None:
        self._verdict = key
        self._announce()

    def _take_value(self, text: str) -> None:
        if self._value_fault(text):
            self._keepers[self.value].hold()
            self._value_field.set_error(self._value_fault(text))
            return
        if self.question.kind is not QuestionKind.CHOICE:
            self._verdict = "given" if text.strip() else ""
        self._announce()

    def _value_fault(self, text: str) -> str:
        kind = _KINDS.get(self.question.kind)
        if kind is None or not text.strip():
            return ""
        try:
            read_field(kind, text)
        except ValueError:
            return expected(kind)
        return ""

    def _choose_file(self) -> None:
        if self.attachment.value == ADD_FILE:
            self._show_files(self.attachment_choices)
            self.file_wanted.emit(self.question.key)
            return
        value = self.attachment.value
        self._attachment = value if isinstance(value, str) else None
        self._announce()

    def _announce(self) -> None:
        reply = Reply(
            verdict=self._verdict,
            value="" if self._value_fault(self.value.text()) else self.value.text(),
            explanation=self.explanation.toPlainText(),
            source=self.source.text(),
            attachment=self._attachment,
        )
        self.answered.emit(self.question.key, reply)

    def _show_verdict(self, verdict: str) -> None:
        self._verdict = verdict
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for key, row in self.choices.items():
                row.button.setChecked(key == verdict)
            self._group.setExclusive(True)

    def _show_files(self, files: Sequence[Choice]) -> None:
        self.attachment_choices = tuple(files)
        shown = (
            (None, self.tr("Geen bijlage")),
            *files,
            (ADD_FILE, self.tr("Bestand toevoegen…")),
        )
        self.attachment.show_choices(shown, self._attachment)

    def _show_lacking(self, asked: Asked) -> None:
        needs_reason = asked.lacking == "explanation"
        reason = self.tr("Licht dit antwoord toe: deze keuze vraagt om een reden.")
        self._explanation_field.set_error(reason if needs_reason else "")
        if not self._keepers[self.value].is_typed:
            needs_value = asked.lacking == "value"
            self._value_field.set_error(self.tr("Vul dit nog in.") if needs_value else "")

    def _written(self, answer: Answer | None) -> str:
        if answer is None or not answer.value:
            return ""
        value = stored_value(self.question.kind, answer.value)
        return write_fte(value) if isinstance(value, Fte) else value

    def _giver(self, answer: Answer | None) -> str:
        if answer is None:
            return ""
        return self.tr("Ingevuld door {name} op {day}").format(
            name=answer.name, day=write_date(answer.day)
        )
