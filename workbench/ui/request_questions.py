"""The questions to a ministry about its return: how far each is, and what it answered."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workbench.domain.notation import write_date
from workbench.domain.request import Question, QuestionState, Request
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.flow_grid import FlowGrid
from workbench.ui.long_table import LongTable
from workbench.ui.rows_panel import Column
from workbench.ui.session import Session
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.usecases.requests import settle_question

_ROWS_SHOWN = 6
_ORDER = tuple(QuestionState)


class RequestQuestions(QWidget):
    """What the checks asked; state, owner and answer are kept as they are typed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._request_id = ""
        self._question: Question | None = None
        self.list = LongTable(self.tr("Vragen aan het ministerie"), self._columns())
        self.state = CalmCombo()
        self.owner = QLineEdit()
        self.answer = QLineEdit()
        self._fields = FlowGrid(width=300)
        self._build()
        self.list.pointed.connect(self._point)
        self.state.activated.connect(lambda _at: self._settle())
        for line in (self.owner, self.answer):
            line.editingFinished.connect(self._settle)

    def show_questions(self, request: Request) -> None:
        """Show the questions of a request; the chosen one stays chosen."""
        kept = self._question.key if self._question else None
        self._request_id = request.id
        self.list.show_rows(request.questions)
        self.list.fit_rows(_ROWS_SHOWN)
        is_there = any(one.key == kept for one in request.questions)
        self._fields.setVisible(bool(request.questions))
        self.list.point_at(lambda one: one.key == kept or not is_there)

    def _build(self) -> None:
        states: list[Choice] = [(one, str(one).capitalize()) for one in QuestionState]
        self.state.show_choices(states, None)
        for label, field in (
            (self.tr("Stand van de vraag"), self.state),
            (self.tr("Wie antwoordt"), self.owner),
            (self.tr("Antwoord"), self.answer),
        ):
            self._fields.add(LabelledField(label, field))
        self.owner.setPlaceholderText(self.tr("het ministerie"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self._fields)
        column.addStretch()

    def _point(self, row: object) -> None:
        self._question = row if isinstance(row, Question) else None
        if self._question is None:
            return
        self.state.show_choices(self.state.choices, self._question.state)
        self.owner.setText(self._question.owner)
        self.answer.setText(self._question.answer)

    def _settle(self) -> None:
        state = self.state.value
        if self._question is None or not isinstance(state, QuestionState):
            return
        self._session.run(
            settle_question,
            self._request_id,
            self._question.id,
            state=state,
            owner=self.owner.text(),
            answer=self.answer.text(),
        )

    def _columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Stand"),
                text=lambda one: str(one.state),
                sort=lambda one: _ORDER.index(one.state),
                width=110,
            ),
            Column(title=self.tr("Cel"), text=lambda one: one.cell, width=140),
            Column(title=self.tr("Organisatie"), text=lambda one: one.organisation),
            Column(title=self.tr("Provincie"), text=lambda one: one.province, width=120),
            Column(title=self.tr("Gevonden"), text=lambda one: one.found, width=120),
            Column(title=self.tr("Vraag"), text=lambda one: one.text),
            Column(title=self.tr("Antwoord"), text=lambda one: one.answer),
            Column(
                title=self.tr("Gevraagd op"),
                text=lambda one: write_date(one.asked_on),
                sort=lambda one: one.asked_on.toordinal(),
                width=150,
            ),
        ]
