"""What must be settled before the letter can be sealed, each with the way to it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from workbench.ui.finding_row import target_of
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import body
from workbench.usecases.letters import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """One thing that is lacking, and where to mend it; an empty target is nowhere."""

    words: str
    target: str


def list_lacking(draft: Draft) -> list[Lacking]:
    """Return what the draft lacks, in its own order, with targets."""
    missing = draft.assessment.missing if draft.assessment else ()
    targets = {found.statement: found.goes_to for found in missing}
    for fact in draft.composed.facts.values():
        for label in draft.composed.holes:
            if label in (fact.label, fact.key):
                targets.setdefault(_hole_words(draft, label), target_of(fact))
    return [
        Lacking(words=words, target=targets.get(words, _target(words, draft)))
        for words in draft.missing
    ]


def _target(words: str, draft: Draft) -> str:
    is_address = words.startswith("Geadresseerde") and draft.case is not None
    return "field:recipient_name" if is_address else ""


def _hole_words(draft: Draft, label: str) -> str:
    return next((words for words in draft.missing if words.startswith(label)), label)


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letter_missing", text)


class LetterMissing(Card):
    """The list above the letter; gone when nothing is lacking.

    Signals:
        wants: A target such as "question:p2".
    """

    wants = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._shown: list[Lacking] = []
        self._rows = QWidget()
        self.buttons: list[QPushButton] = []
        self.content.addWidget(self._rows)

    def show_lacking(self, lacking: list[Lacking]) -> None:
        """Show the list; nothing is rebuilt when it is the same."""
        self.setVisible(bool(lacking))
        if lacking == self._shown:
            return
        self._shown = lacking
        self.set_title(
            tr("Nog nodig voor vaststellen ({count})").format(count=len(lacking))
        )
        rows = self._make_rows(lacking)
        self.content.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows

    def _make_rows(self, lacking: list[Lacking]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        self.buttons = []
        for row, one in enumerate(lacking):
            grid.addWidget(body(one.words), row, 0)
            if one.target:
                go = QPushButton(_go_words(one.target))
                set_look(go, "link")
                go.setAccessibleName(f"{go.text()}: {one.words}")
                go.clicked.connect(
                    lambda _=False, target=one.target: self.wants.emit(target)
                )
                grid.addWidget(go, row, 1)
                self.buttons.append(go)
        return holder


def _go_words(target: str) -> str:
    if target.startswith("question:"):
        return tr("Naar de vraag")
    return tr("Naar het gegeven") if target.startswith("field:") else tr("Naar de locaties")
