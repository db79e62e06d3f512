"""Shows what a block of the letter rests on: its facts, its rule and its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.finding import Fact
from workbench.domain.rule import Rule
from workbench.ui.citation_popup import write_citation
from workbench.ui.finding_row import target_of
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import body, heading, muted, small


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letter_why", text)


class LetterWhy(QDialog):
    """Lists facts with label, text and origin; each leads to where it can be changed.

    Args:
        also: Names of the letters that say each fact, by its key.

    Signals:
        wants: A target such as "field:fte_after".
    """

    wants = Signal(str)

    def __init__(
        self,
        facts: Sequence[Fact],
        rule: Rule | None,
        parent: QWidget | None = None,
        *,
        also: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Waar deze tekst op rust"))
        self.buttons: list[QPushButton] = []
        inside = QWidget()
        inside.setObjectName("page")
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme().scaled(4))
        self._add_facts(facts, also or {})
        if rule is not None:
            self._add_rule(rule, inside)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        close = QPushButton(tr("Sluiten"))
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(theme().scaled(520), theme().scaled(420))

    def _add_facts(self, facts: Sequence[Fact], also: Mapping[str, Sequence[str]]) -> None:
        self._column.addWidget(heading(tr("Feiten")))
        if not facts:
            self._column.addWidget(muted(tr("Deze tekst noemt geen feiten; zij is vast.")))
        for fact in facts:
            self._column.addWidget(muted(fact.label or fact.key))
            text = body(fact.text)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(text)
            if fact.origin:
                self._column.addWidget(
                    small(tr("Herkomst: {origin}").format(origin=fact.origin))
                )
            if letters := also.get(fact.key):
                words = tr("Staat in: {letters}").format(letters=", ".join(letters))
                self._column.addWidget(small(words))
            if target_of(fact):
                self._column.addWidget(self._make_link(fact), 0, Qt.AlignmentFlag.AlignLeft)

    def _make_link(self, fact: Fact) -> QPushButton:
        go = QPushButton(tr("Wijzigen"))
        set_look(go, "link")
        go.setAccessibleName(tr("Wijzigen: {label}").format(label=fact.label))
        go.clicked.connect(lambda: self._leave_for(target_of(fact)))
        self.buttons.append(go)
        return go

    def _leave_for(self, target: str) -> None:
        self.close()
        self.wants.emit(target)

    def _add_rule(self, rule: Rule, inside: QWidget) -> None:
        self._column.addWidget(heading(tr("Regel: {title}").format(title=rule.title)))
        self._column.addWidget(body(rule.text))
        words = write_citation(rule.source)
        if rule.source.place:
            words = f"{words}, {rule.source.place}"
        self._column.addWidget(small(tr("Bron: {source}").format(source=words)))
        if rule.source.note:
            note = Note(Kind.ATTENTION, parent=inside)
            self._column.addWidget(note)
            note.show_note(Kind.ATTENTION, rule.source.note)
