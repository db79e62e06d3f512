"""What follows from the answers so far; changes live beside the questions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from workbench.domain.finding import Assessment, Finding, LetterKind, Outcome, RegimeView
from workbench.ui.finding_row import FindingRow
from workbench.ui.question_words import outcome_word
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Chip, Kind
from workbench.ui.widgets.labels import body, heading, small

_REGIME_KINDS = {Outcome.DUE: Kind.INFO, Outcome.NOT_DUE: Kind.NEUTRAL}


class ConclusionPanel(QScrollArea):
    """Conclusion, regimes, and the findings: open ones first, signals apart.

    Signals:
        wants: A target such as "question:p2", "field:fte_after" or "tab:brief".
    """

    wants = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conclusion = heading("")
        self._letter = Note(Kind.INFO)
        self._regimes = QGridLayout()
        self._chips: list[tuple[Chip, QLabel]] = []
        self.open = _Section(self.tr("Nog open"))
        self.found = _Section(self.tr("Vastgesteld"))
        self.signals = _Section(self.tr("Aandachtspunten (houden niets tegen)"))
        for section in self._sections:
            section.wants.connect(self.wants)
        self._build()

    @property
    def _sections(self) -> tuple[_Section, ...]:
        return (self.open, self.signals, self.found)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show what follows now; rows that stay the same are left alone."""
        self.conclusion.setText(assessment.conclusion)
        self._show_letter(assessment)
        self._show_regimes(assessment.regimes)
        apart = {_key(found) for found in (*assessment.missing, *assessment.signals)}
        rest = [found for found in assessment.findings if _key(found) not in apart]
        still = [found for found in rest if found.outcome is Outcome.OPEN]
        self.open.show_findings([*assessment.missing, *still])
        self.signals.show_findings(list(assessment.signals))
        self.found.show_findings([one for one in rest if one.outcome is not Outcome.OPEN])

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Wat hieruit volgt"))
        page = QWidget()
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 12, 16, 16)
        layout.setSpacing(12)
        card = Card("")
        card.content.addWidget(small(self.tr("Wat hieruit volgt")))
        card.content.addWidget(self.conclusion)
        self._regimes.setColumnStretch(1, 1)
        card.content.addLayout(self._regimes)
        card.content.addWidget(self._letter)
        layout.addWidget(card)
        for section in self._sections:
            layout.addWidget(section)
        layout.addStretch(1)
        self.setWidget(page)

    def _show_letter(self, assessment: Assessment) -> None:
        names = {
            LetterKind.LOCATION_ADVICE: self.tr("Hieruit volgt een locatieadvies."),
            LetterKind.PROPOSAL: self.tr(
                "Hieruit volgt een voorstel voor de vestigingslocatie."
            ),
        }
        words = names[assessment.letter] if assessment.letter else ""
        self._letter.show_note(Kind.INFO, words)

    def _show_regimes(self, regimes: tuple[RegimeView, ...]) -> None:
        while len(self._chips) < len(regimes):
            chip, words = Chip(), body("")
            row = len(self._chips) * 2
            self._regimes.addWidget(chip, row, 0)
            self._regimes.addWidget(words, row + 1, 0, 1, 2)
            self._chips.append((chip, words))
        for (chip, words), regime in zip(self._chips, regimes, strict=False):
            kind = _REGIME_KINDS.get(regime.outcome, Kind.ATTENTION)
            shown = self.tr("geldt") if regime.is_binding else self.tr("ter vergelijking")
            chip.show_status(outcome_word(regime.outcome), kind)
            chip.setAccessibleName(f"{regime.title}: {outcome_word(regime.outcome)}")
            words.setText(f"{regime.title} ({shown}). {regime.statement}")


class _Section(Card):
    """Findings under one heading, kept per rule so that an open reason stays open."""

    wants = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._name = name
        self.rows: dict[str, FindingRow] = {}

    def show_findings(self, findings: list[Finding]) -> None:
        unique = list({_key(found): found for found in findings}.items())
        wanted = dict(unique)
        for key in [key for key in self.rows if key not in wanted]:
            row = self.rows.pop(key)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        for place, (key, found) in enumerate(unique):
            if key not in self.rows:
                self.rows[key] = FindingRow()
                self.rows[key].wants.connect(self.wants)
            self.rows[key].show_finding(found)
            item = self.content.itemAt(place)
            if item is None or item.widget() is not self.rows[key]:
                self.content.removeWidget(self.rows[key])
                self.content.insertWidget(place, self.rows[key])
        self.set_title(f"{self._name} ({len(unique)})")
        self.setVisible(bool(unique))


def _key(finding: Finding) -> str:
    return f"{finding.rule}|{finding.goes_to}|{finding.outcome}"
