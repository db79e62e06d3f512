"""The cards of the summary: facts, what is still needed, and what follows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.domain.finding import Assessment, Finding, RegimeView
from workbench.domain.notation import UNKNOWN, write_date
from workbench.domain.rule import Citation
from workbench.ui.icons import put_icon
from workbench.ui.page import clear_layout
from workbench.ui.stage_words import OUTCOME_CHIPS, outcome_word
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.chip import Chip, Kind
from workbench.ui.widgets.labels import Picture, body, heading, muted
from workbench.ui.widgets.source_link import SourceLink

_TOP = Qt.AlignmentFlag.AlignTop


class FactsCard(Card):
    """Facts to read; changing them is done in the checklist.

    Signals:
        change_asked: The button to change them was pressed.
    """

    change_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Gegevens"))
        self.change = QPushButton(self.tr("Gegevens wijzigen"))
        set_look(self.change, "quiet")
        put_icon(self.change, "pencil", "accent")
        self.head.addWidget(self.change)
        self.change.clicked.connect(self.change_asked)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 5)
        self.content.addLayout(self._grid)
        self._shown: list[tuple[str, str]] = []

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        """Show labels and values; a value that is unknown says so, quietly."""
        if facts == self._shown:
            return
        self._shown = facts
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (label, value) in enumerate(facts):
            shown = muted(value) if value == UNKNOWN else body(value)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"{label}: {value}")
            self._grid.addWidget(muted(label), row, 0, _TOP)
            self._grid.addWidget(shown, row, 1, _TOP)


class NeededCard(Card):
    """Findings to act on, each with a button that leads to its place.

    Signals:
        wanted: Where the user wants to go, such as "field:fte_after".
    """

    wanted = Signal(str)

    def __init__(
        self, name: str, nothing: str, image: str, kind: Kind, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._name, self._nothing = name, nothing
        self._image, self._kind = image, kind
        self._shown: tuple[Finding, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(7)
        self.content.addLayout(self._rows)
        self.buttons: list[QPushButton] = []

    def show_findings(self, found: tuple[Finding, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        self.buttons = []
        clear_layout(self._rows)
        count = f" ({len(found)})" if found else ""
        self.set_title(f"{self._name}{count}")
        if not found:
            self._rows.addLayout(self._row("circle-check", Kind.GOOD, self._nothing, ""))
        for one in found:
            words = one.statement
            self._rows.addLayout(self._row(self._image, self._kind, words, one.goes_to))

    def _row(self, image: str, kind: Kind, words: str, goes_to: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Picture(image, kind), 0, _TOP)
        row.addWidget(body(words), 1)
        if goes_to:
            button = QPushButton(self.tr("Ga erheen"))
            set_look(button, "link")
            button.setAccessibleName(self.tr("Ga naar: {words}").format(words=words))
            button.clicked.connect(lambda: self.wanted.emit(goes_to))
            row.addWidget(button, 0, _TOP)
            self.buttons.append(button)
        return row


class ConclusionCard(Card):
    """What follows under each framework, side by side, and which one holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Conclusie"))
        self._conclusion = body("")
        self._columns = QHBoxLayout()
        self._columns.setSpacing(18)
        self.content.addWidget(self._conclusion)
        self.content.addLayout(self._columns)
        self._shown: tuple[RegimeView, ...] | None = None

    def show_assessment(
        self, assessment: Assessment, sources: Sequence[tuple[str, Citation]]
    ) -> None:
        """Show what follows; `sources` gives the citation per framework."""
        self._conclusion.setText(assessment.conclusion)
        self._conclusion.setVisible(bool(assessment.conclusion))
        if assessment.regimes == self._shown:
            return
        self._shown = assessment.regimes
        clear_layout(self._columns)
        cited = dict(sources)
        for regime in assessment.regimes:
            self._columns.addLayout(self._column(regime, assessment, cited), 1)

    def _column(
        self, regime: RegimeView, assessment: Assessment, cited: dict[str, Citation]
    ) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(heading(regime.title))
        kind = OUTCOME_CHIPS.get(regime.outcome, Kind.NEUTRAL)
        column.addWidget(Chip(outcome_word(regime.outcome), kind))
        if regime.is_binding:
            words = self.tr("Geldt op de toetsdatum, {day}")
        else:
            words = self.tr("Ter vergelijking; geldt niet op {day}")
        column.addWidget(muted(words.format(day=write_date(assessment.day))))
        column.addWidget(body(regime.statement))
        if regime.framework in cited:
            link = SourceLink(cited[regime.framework])
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return column
