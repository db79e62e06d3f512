"""One step of the checklist on its page: its questions, and what was dropped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workbench.domain.finding import Asked
from workbench.domain.rule import Rule, RuleSet
from workbench.ui.calm_combo import Choice
from workbench.ui.icons import put_icon
from workbench.ui.question_card import QuestionCard
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import small, title


def rule_on(rules: RuleSet, key: str, day: date) -> Rule | None:
    """Return the wording of a rule on `day`, or `None` when there is none."""
    return next(
        (rule for rule in rules.rules if rule.key == key and rule.holds_on(day)), None
    )


class ChecklistPage(QScrollArea):
    """Keeps a card per question and changes them in place, so that typing goes on.

    Signals:
        answered: A question's key and the `Reply`.
        withdrawn: A question's key.
        file_wanted: A question's key.
        records_wanted: Key of the instrument whose records answer a question.
    """

    answered = Signal(str, object)
    withdrawn = Signal(str)
    file_wanted = Signal(str)
    records_wanted = Signal(str)

    def __init__(self, rules: RuleSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self.cards: dict[str, QuestionCard] = {}
        self._inside = QWidget()
        self._place = small("")
        self._title = title("")
        self._empty = Note(Kind.INFO)
        self.dropped = QPushButton()
        self._live = QVBoxLayout()
        self._kept = QWidget()
        self._kept_cards = QVBoxLayout(self._kept)
        self.top = QVBoxLayout()
        self.foot = QVBoxLayout()
        self._build()

    def show_step(self, place: str, name: str) -> None:
        """Name the step."""
        self._place.setText(place)
        self._title.setText(name)
        self.setAccessibleName(name)

    def show_questions(
        self, live: list[Asked], dropped: list[Asked], files: Sequence[Choice], day: date
    ) -> None:
        """Show these questions as they stand; cards that stay keep focus and typed text."""
        wanted = {asked.question.key: asked for asked in (*live, *dropped)}
        for key in [
            key for key, card in self.cards.items() if not _fits(card, wanted, key)
        ]:
            card = self.cards.pop(key)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        for key, asked in wanted.items():
            if key not in self.cards:
                self.cards[key] = self._make_card(asked, day)
            self.cards[key].show_asked(asked, files)
        _order(self._live, [self.cards[asked.question.key] for asked in live])
        _order(self._kept_cards, [self.cards[asked.question.key] for asked in dropped])
        self._chain([*live, *dropped])
        self._show_dropped(len(dropped))

    def say_when_empty(self, words: str) -> None:
        """Say why the step has no questions; empty when it has."""
        self._empty.show_note(Kind.INFO, words)

    def go_to(self, question: str) -> bool:
        """Put the keyboard at a question; `False` when it is not on this page."""
        card = self.cards.get(question)
        if card is None:
            return False
        if self._kept.isAncestorOf(card):
            self.dropped.setChecked(True)
        card.show()  # now, and not at the next event: the keyboard goes there
        self._inside.adjustSize()
        card.focus_first()
        self.ensureWidgetVisible(card, 0, theme().scaled(24))
        return True

    def settle(self) -> None:
        """Say now what was typed."""
        for card in list(self.cards.values()):
            card.settle()

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = self._inside
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        heads = QVBoxLayout()
        heads.setSpacing(2)
        heads.addWidget(self._place)
        heads.addWidget(self._title)
        layout.addLayout(heads)
        layout.addLayout(self.top)
        layout.addWidget(self._empty)
        self._live.setSpacing(12)
        layout.addLayout(self._live)
        set_look(self.dropped, "quiet")
        self.dropped.setCheckable(True)
        put_icon(self.dropped, "chevron-right", "accent")
        self.dropped.toggled.connect(self._open_dropped)
        layout.addWidget(self.dropped)
        self._kept_cards.setContentsMargins(0, 0, 0, 0)
        self._kept.hide()
        layout.addWidget(self._kept)
        layout.addLayout(self.foot)
        layout.addStretch(1)
        self.setWidget(page)

    def _make_card(self, asked: Asked, day: date) -> QuestionCard:
        card = QuestionCard(asked.question, rule_on(self._rules, asked.question.rule, day))
        card.answered.connect(self.answered)
        card.withdrawn.connect(self.withdrawn)
        card.file_wanted.connect(self.file_wanted)
        card.records_wanted.connect(self.records_wanted)
        return card

    def _chain(self, asked: list[Asked]) -> None:
        stops = [stop for one in asked for stop in self.cards[one.question.key].stops()]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _show_dropped(self, count: int) -> None:
        words = self.tr("Niet meer van toepassing (bewaard): {count}")
        self.dropped.setText(words.format(count=count))
        self.dropped.setVisible(count > 0)
        self._kept.setVisible(count > 0 and self.dropped.isChecked())

    def _open_dropped(self, is_open: bool) -> None:
        put_icon(self.dropped, "chevron-down" if is_open else "chevron-right", "accent")
        self._kept.setVisible(is_open)


def _fits(card: QuestionCard, wanted: dict[str, Asked], key: str) -> bool:
    return key in wanted and wanted[key].question == card.question


def _order(layout: QVBoxLayout, cards: list[QuestionCard]) -> None:
    for place, card in enumerate(cards):
        item = layout.itemAt(place)
        if item is None or item.widget() is not card:
            layout.removeWidget(card)
            layout.insertWidget(place, card)
