"""The last step of the checklist: every answer in short, with the way back to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from workbench.domain.answer import UNKNOWN_YET
from workbench.domain.finding import Asked, AskState, Assessment
from workbench.domain.notation import write_date
from workbench.domain.rule import QuestionKind
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import body, muted


class AnswersSummary(Card):
    """Lists the answers per question; "Wijzigen" leads to each.

    Signals:
        wants: A target such as "question:p2".
    """

    wants = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Alle antwoorden"))
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self._rows = QWidget()
        self.content.addWidget(self._rows)

    def show_answers(self, assessment: Assessment) -> None:
        """Show the answers; nothing is rebuilt when they are the same."""
        shown = tuple(
            (asked.question.key, asked.question.text, self._write(asked))
            for asked in assessment.asked
            if asked.answer is not None and asked.state is not AskState.NOT_ASKED
        )
        if shown == self._shown:
            return
        self._shown = shown
        rows = self._make_rows(shown)
        self.content.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        self.setVisible(bool(shown))

    def _make_rows(self, shown: Sequence[tuple[str, str, str]]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        for number, (key, question, answer) in enumerate(shown):
            grid.addWidget(muted(question), number * 2, 0)
            grid.addWidget(body(answer), number * 2 + 1, 0)
            change = QPushButton(self.tr("Wijzigen"))
            set_look(change, "link")
            change.setObjectName(f"change-{key}")
            change.setAccessibleName(
                self.tr("Wijzigen: {question}").format(question=question)
            )
            change.clicked.connect(
                lambda _=False, key=key: self.wants.emit(f"question:{key}")
            )
            grid.addWidget(change, number * 2, 1, 2, 1)
        return holder

    def _write(self, asked: Asked) -> str:
        answer = asked.answer
        assert answer is not None
        if answer.verdict == UNKNOWN_YET:
            return self.tr("Weet ik nog niet")
        option = asked.question.option(answer.verdict)
        value = answer.value
        if asked.question.kind is QuestionKind.DATE and value:
            value = write_date(date.fromisoformat(value))
        parts = [option.text if option else "", value, answer.explanation]
        return " ".join(part for part in parts if part)
