"""The list of steps of the checklist, each with where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.finding import Asked, AskState, Assessment
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.icons import icon
from workbench.ui.question_words import STEP_ICONS, StepState, step_word
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labels import heading, small

FACTS_STEP = "facts-and-scope"
_LIVE = (AskState.OPEN, AskState.ANSWERED, AskState.UNKNOWN, AskState.INCOMPLETE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step as it stands for a case.

    Attributes:
        answered: How many of the `count` questions are settled.
    """

    key: str
    title: str
    state: StepState
    answered: int
    count: int


def view_steps(steps: Sequence[tuple[str, str]], assessment: Assessment) -> list[StepView]:
    """Return every step with its state, from what is asked and what is lacking."""
    return [_view_step(key, title, assessment) for key, title in steps]


def live_questions(assessment: Assessment, step: str) -> list[Asked]:
    """Return the questions that are asked now in a step, in order."""
    return [
        asked
        for asked in assessment.asked
        if asked.question.step == step and asked.state in _LIVE
    ]


def dropped_questions(assessment: Assessment, step: str) -> list[Asked]:
    """Return the kept answers of a step to questions that are asked no longer."""
    return [
        asked
        for asked in assessment.asked
        if asked.question.step == step
        and asked.state is AskState.NOT_ASKED
        and asked.answer is not None
    ]


def _view_step(key: str, title: str, assessment: Assessment) -> StepView:
    states = [asked.state for asked in live_questions(assessment, key)]
    lacks_facts = key == FACTS_STEP and any(
        found.goes_to.startswith("field:") for found in assessment.missing
    )
    if AskState.INCOMPLETE in states or AskState.UNKNOWN in states:
        state = StepState.ATTENTION
    elif AskState.OPEN in states or lacks_facts:
        state = StepState.OPEN
    elif states or key == FACTS_STEP:
        state = StepState.ANSWERED
    else:
        state = StepState.EMPTY
    answered = states.count(AskState.ANSWERED)
    return StepView(key=key, title=title, state=state, answered=answered, count=len(states))


class ChecklistStepper(QWidget):
    """Shows the steps as a list, or as one choice field where there is little room.

    Signals:
        chosen: The key of the step the user wants to see.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.combo = CalmCombo()
        self._count = small("")
        self._steps: list[StepView] = []
        self._current = ""
        self.list.setAccessibleName(self.tr("Stappen van de checklist"))
        self.combo.setAccessibleName(self.tr("Stap van de checklist"))
        self.list.setWordWrap(True)
        self.list.setUniformItemSizes(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        set_look(self.list, "bare")
        self.list.setObjectName("steps")
        self._wide = QWidget()
        column = QVBoxLayout(self._wide)
        column.setContentsMargins(14, 4, 0, 8)
        column.addWidget(heading(self.tr("Checklist")))
        column.addWidget(self._count)
        column.addWidget(self.list, 1)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._wide)
        self._layout.addWidget(self.combo)
        self.list.currentRowChanged.connect(self._choose)
        self.combo.activated.connect(self._choose)
        theme().changed.connect(self._fill)
        theme().changed.connect(self._pad)
        self._pad()

    def show_narrow(self, is_narrow: bool) -> None:
        """Show one choice field rather than the list."""
        self._layout.setCurrentWidget(self.combo if is_narrow else self._wide)
        height = self.combo.sizeHint().height() if is_narrow else 16_777_215
        self.setMaximumHeight(height)
        vertical = QSizePolicy.Policy.Fixed if is_narrow else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)

    def show_steps(self, steps: list[StepView], current: str) -> None:
        """Show the steps; `current` is the one on the page."""
        self._steps, self._current = steps, current
        self._fill()

    def _pad(self) -> None:
        around = f"{theme().scaled(7)}px {theme().scaled(4)}px"
        self.list.setStyleSheet(
            f"#steps {{ border: 0 }} #steps::item {{ padding: {around} }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_items()

    def _fit_items(self) -> None:
        """Make every item as tall as its words need, before Qt wraps them."""
        beside = self.list.iconSize().width() + theme().scaled(34)
        room = QRect(0, 0, max(self.list.viewport().width() - beside, 80), 1000)
        for row in range(self.list.count()):
            item = self.list.item(row)
            text = self.list.fontMetrics().boundingRect(
                room, Qt.TextFlag.TextWordWrap, item.text()
            )
            item.setSizeHint(QSize(room.width(), text.height() + theme().scaled(16)))

    def _fill(self) -> None:
        row = next((n for n, one in enumerate(self._steps) if one.key == self._current), -1)
        with QSignalBlocker(self.list):
            while self.list.count() > len(self._steps):
                self.list.takeItem(self.list.count() - 1)
            for number, step in enumerate(self._steps):
                self._fill_item(number, step)
            self.list.setCurrentRow(row)
        self._fit_items()
        choices = [(step.key, self._line(n, step)) for n, step in enumerate(self._steps)]
        self.combo.show_choices(choices, self._current)
        answered = sum(step.answered for step in self._steps)
        count = sum(step.count for step in self._steps)
        words = self.tr("{answered} van {count} vragen beantwoord")
        self._count.setText(words.format(answered=answered, count=count))

    def _fill_item(self, number: int, step: StepView) -> None:
        item = self.list.item(number)
        if item is None:
            item = QListWidgetItem()
            self.list.addItem(item)
        is_current = step.key == self._current
        name, role = ("pencil", "accent") if is_current else STEP_ICONS[step.state]
        item.setIcon(icon(name, role))
        item.setText(f"{number + 1}. {step.title}\n{self._state(step)}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, self._line(number, step))

    def _line(self, number: int, step: StepView) -> str:
        return f"{number + 1}. {step.title} – {self._state(step)}"

    def _state(self, step: StepView) -> str:
        word = step_word(step.state)
        if step.key == self._current:
            word = self.tr("huidige stap, {state}").format(state=word)
        if step.count:
            tally = self.tr("{state} ({answered} van {count})")
            return tally.format(state=word, answered=step.answered, count=step.count)
        return word

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._steps) and self._steps[row].key != self._current:
            self.chosen.emit(self._steps[row].key)
