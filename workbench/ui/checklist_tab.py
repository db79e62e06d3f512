"""The checklist of a case: steps on the left, questions in the middle, conclusion right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from workbench.domain.case import Case
from workbench.domain.finding import AskState, Assessment
from workbench.ui.calm_combo import Choice
from workbench.ui.checklist_facts import FactsForm
from workbench.ui.checklist_frame import ChecklistFrame
from workbench.ui.checklist_page import ChecklistPage
from workbench.ui.checklist_stepper import (
    FACTS_STEP,
    dropped_questions,
    live_questions,
    view_steps,
)
from workbench.ui.checklist_summary import AnswersSummary
from workbench.ui.session import Session
from workbench.ui.shifts_table import ShiftEdit
from workbench.usecases.attachments import attach_file, list_attachments
from workbench.usecases.cases import change_fact, change_shift, load_case, ministries_on
from workbench.usecases.checklist import (
    Reply,
    answer_question,
    assess_facts,
    withdraw_answer,
)
from workbench.usecases.context import Change


def choose_file(parent: QWidget) -> Path | None:
    """Ask for a file with the system's own dialog."""
    name, _ = QFileDialog.getOpenFileName(parent)
    return Path(name) if name else None


class ChecklistTab(QWidget):
    """Walks the checklist; every answer is stored at once and one can leave anywhere.

    Attributes:
        ask_file: How a file is asked for.

    Signals:
        wants: A target outside this tab, such as "tab:locaties".
    """

    wants = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case: Case | None = None
        self._assessment: Assessment | None = None
        self._is_stale = False
        self.ask_file: Callable[[QWidget], Path | None] = choose_file
        self.facts = FactsForm()
        self.summary = AnswersSummary()
        self.frame = ChecklistFrame()
        self._steps = session.context.rules.steps
        self._page_of = {key: self._make_page(key) for key, _ in self._steps}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self._connect()

    def show_case(self, case_id: str) -> None:
        """Show another case, at its first step; it is read once the tab is seen."""
        self.settle()
        if self._case is None or self._case.id != case_id:
            self._case = self._session.read(load_case, case_id)
            self._assessment = None
            self.frame.pages.setCurrentWidget(self._page_of[self._steps[0][0]])
        self._follow(Change.of(case_id))

    def reload(self) -> None:
        """Read the case again; half-typed text and the keyboard stay where they are."""
        if self._case is None:
            return
        self._is_stale = False
        self._case = self._session.read(load_case, self._case.id)
        self._assessment = self._session.read(assess_facts, self._case)
        self._show_page()
        self.frame.panel.show_assessment(self._assessment)

    def go_to(self, target: str) -> bool:
        """Put the keyboard at a question or fact; `False` when it is not in this tab."""
        kind, _, name = target.partition(":")
        if self._is_stale and kind in ("field", "question"):
            self.reload()
        if kind == "field":
            self.show_step(FACTS_STEP)
            return self.facts.go_to(name)
        if kind != "question" or self._assessment is None:
            return False
        asked = [one for one in self._assessment.asked if one.question.key == name]
        if not asked:
            return False
        self.show_step(asked[0].question.step)
        return self._page_of[asked[0].question.step].go_to(name)

    @property
    def page(self) -> ChecklistPage:
        """The page of the step that is shown, with a card per question."""
        return self._page_of[self.step]

    @property
    def step(self) -> str:
        """The key of the step on the page."""
        page = self.frame.pages.currentWidget()
        return next(key for key, one in self._page_of.items() if one is page)

    def show_step(self, key: str) -> None:
        """Go to a step; any step, at any time."""
        if key != self.step:
            self._page_of[self.step].settle()
            self.frame.pages.setCurrentWidget(self._page_of[key])
            self._page_of[key].verticalScrollBar().setValue(0)
        self._show_page()

    def settle(self) -> None:
        """Keep now what was typed."""
        self.facts.settle()
        for page in self._page_of.values():
            page.settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def _make_page(self, key: str) -> ChecklistPage:
        page = ChecklistPage(self._session.context.rules)
        if key == FACTS_STEP:
            page.top.addWidget(self.facts)
        if key == self._steps[-1][0]:
            page.foot.addWidget(self.summary)
        page.answered.connect(self._answer)
        page.withdrawn.connect(self._withdraw)
        page.file_wanted.connect(self._attach)
        page.records_wanted.connect(lambda key: self.wants.emit(f"dossier:{key}"))
        self.frame.pages.addWidget(page)
        return page

    def _connect(self) -> None:
        self._session.changed.connect(self._follow)
        self.facts.filled.connect(self._fill)
        self.facts.shifted.connect(self._shift)
        self.summary.wants.connect(self._want)
        self.frame.panel.wants.connect(self._want)
        self.frame.stepper.chosen.connect(self.show_step)
        self.frame.previous.clicked.connect(lambda: self._step_by(-1))
        self.frame.next.clicked.connect(lambda: self._step_by(1))
        self.frame.next_open.clicked.connect(self._go_to_open)

    def _follow(self, change: Change) -> None:
        if self._case is None or not change.touches(self._case.id):
            return
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _show_page(self) -> None:
        if self._case is None or self._assessment is None:
            return
        key = self.step
        steps = view_steps(self._steps, self._assessment)
        self.frame.stepper.show_steps(steps, key)
        number = [one.key for one in steps].index(key)
        page = self._page_of[key]
        place = self.tr("Stap {number} van {count}")
        page.show_step(
            place.format(number=number + 1, count=len(steps)), steps[number].title
        )
        if key == FACTS_STEP:
            day = self._case.judged_on
            ministries = self._session.read(ministries_on, day)
            self.facts.show_facts(
                self._case, ministries, self._session.context.rules.bodies
            )
        live = live_questions(self._assessment, key)
        dropped = dropped_questions(self._assessment, key)
        page.show_questions(live, dropped, self._files(), self._case.judged_on)
        page.say_when_empty("" if live or key == FACTS_STEP else self._why_empty())
        if key == self._steps[-1][0]:
            self.summary.show_answers(self._assessment)
        self.frame.previous.setEnabled(number > 0)
        self.frame.next.setEnabled(number + 1 < len(steps))
        self.frame.next_open.setEnabled(self._next_open() != "")

    def _why_empty(self) -> str:
        assert self._assessment is not None
        if self._assessment.letter is None:
            return self.tr(
                "Hier valt nu niets te vragen. Eerst moet uit de gegevens blijken of er "
                "een advies of voorstel volgt."
            )
        return self.tr("Voor deze casus zijn er in deze stap geen vragen.")

    def _files(self) -> list[Choice]:
        assert self._case is not None
        kept = self._session.read(list_attachments, self._case.id)
        return [(one.file.sha256, one.title) for one in kept]

    def _next_open(self) -> str:
        """Return the target the conclusion waits for most; empty when nothing is open."""
        if self._assessment is None:
            return ""
        waiting = [
            asked
            for asked in self._assessment.asked
            if asked.state in (AskState.OPEN, AskState.INCOMPLETE)
        ]
        if waiting:
            first = max(
                waiting, key=lambda asked: (asked.question.is_needed, asked.matters)
            )
            return f"question:{first.question.key}"
        return next((one.goes_to for one in self._assessment.missing if one.goes_to), "")

    def _go_to_open(self) -> None:
        self._page_of[self.step].settle()
        self._want(self._next_open())

    def _want(self, target: str) -> None:
        if target and not self.go_to(target):
            self.wants.emit(target)

    def _step_by(self, distance: int) -> None:
        keys = [key for key, _ in self._steps]
        place = keys.index(self.step) + distance
        if 0 <= place < len(keys):
            self.show_step(keys[place])
            self._page_of[keys[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, name: str, value: object, reason: str) -> None:
        assert self._case is not None
        self._show_kept(self._session.run(change_fact, self._case.id, name, value, reason))

    def _shift(self, edit: ShiftEdit) -> None:
        assert self._case is not None
        self._show_kept(
            self._session.run(
                change_shift, self._case.id, edit.province, edit.before, edit.after
            )
        )

    def _answer(self, question: str, reply: Reply) -> None:
        assert self._case is not None
        self._show_kept(self._session.run(answer_question, self._case.id, question, reply))

    def _withdraw(self, question: str) -> None:
        assert self._case is not None
        self._show_kept(self._session.run(withdraw_answer, self._case.id, question))

    def _attach(self, question: str) -> None:
        assert self._case is not None
        path = self.ask_file(self)
        if path is None:
            return
        kept = self._session.run(attach_file, self._case.id, path)
        if kept is not None:
            self._page_of[self.step].cards[question].attach(kept[0])

    def _show_kept(self, change: Change | None) -> None:
        """Show what is kept after an action that changed nothing or was refused."""
        if change is None or change == Change():
            self.reload()
