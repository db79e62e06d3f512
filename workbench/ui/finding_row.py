"""One finding in the conclusion panel, with the way to what it rests on."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.domain.finding import Basis, Fact, Finding
from workbench.domain.notation import write_date
from workbench.ui.citation_popup import write_citation
from workbench.ui.question_words import OUTCOME_ICONS, basis_word, outcome_word
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.chip import Chip
from workbench.ui.widgets.labels import Picture, body, heading, small
from workbench.usecases.fields import FIELDS


def target_of(fact: Fact) -> str:
    """Return where a fact can be changed, such as "field:fte_after"; empty if nowhere."""
    group, _, name = fact.key.partition(".")
    name = name.partition(".")[0]
    if group == "answer":
        return f"question:{name}"
    if group == "case" and name in FIELDS:
        return f"field:{name}"
    if group == "case" and name in ("change", "size"):
        return "field:fte_after"
    if group == "shift" or (group == "case" and name.endswith(("side", "change"))):
        return "field:shifts"
    return "tab:locaties" if group == "location" else ""


class FindingRow(QFrame):
    """Shows outcome, sentence, judge and reasons; every reason leads to its place.

    Signals:
        wants: A target such as "question:p2" or "field:fte_after".
    """

    wants = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self._picture = Picture("info")
        self._chip = Chip()
        self._title = heading("")
        self._statement = body("")
        self._judgement = small("")
        self.go = QPushButton()
        self.why = QPushButton()
        self.reasons = QLabel()
        self._build()
        self.go.clicked.connect(self._go)
        self.why.toggled.connect(self._open_reasons)
        self.reasons.linkActivated.connect(self.wants)

    @property
    def finding(self) -> Finding | None:
        return self._finding

    def show_finding(self, finding: Finding) -> None:
        """Show a finding; nothing is redrawn when it is the same."""
        if finding == self._finding:
            return
        self._finding = finding
        icon_name, kind = OUTCOME_ICONS[finding.outcome]
        self._picture.show_icon(icon_name, kind)
        self._chip.show_status(outcome_word(finding.outcome), kind)
        self._title.setText(finding.title)
        self._statement.setText(finding.statement)
        self._judgement.setText(self._judged(finding))
        self._judgement.setVisible(finding.basis is Basis.JUDGED)
        self.go.setText(self._go_words(finding.goes_to))
        self.go.setVisible(bool(finding.goes_to))
        self.go.setAccessibleName(f"{self.go.text()}: {finding.title}")
        self._show_reasons(finding)
        self.setAccessibleName(
            f"{finding.title}: {outcome_word(finding.outcome)}. {finding.statement}"
        )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._picture)
        head.addWidget(self._chip)
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self._title)
        layout.addWidget(self._statement)
        layout.addWidget(self._judgement)
        links = QHBoxLayout()
        links.setSpacing(10)
        for button in (self.go, self.why):
            set_look(button, "link")
            links.addWidget(button)
        self.why.setCheckable(True)
        links.addStretch(1)
        layout.addLayout(links)
        self.reasons.setWordWrap(True)
        self.reasons.setTextFormat(Qt.TextFormat.RichText)
        self.reasons.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        set_look(self.reasons, "small")
        self.reasons.hide()
        layout.addWidget(self.reasons)
        self._statement.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        theme().changed.connect(self.updateGeometry)

    def _show_reasons(self, finding: Finding) -> None:
        self.why.setText(self.tr("Waarom?"))
        self.why.setAccessibleName(self.tr("Waarom: {title}").format(title=finding.title))
        lines = [self._reason_line(fact) for fact in finding.because]
        source = escape(write_citation(finding.source))
        if finding.source.note:
            source += f" ({escape(finding.source.note)})"
        lines.append(self.tr("Bron: {source}").format(source=source))
        lines.append(self.tr("Grondslag: {basis}").format(basis=basis_word(finding)))
        self.reasons.setText("<br>".join(lines))

    def _reason_line(self, fact: Fact) -> str:
        target = target_of(fact)
        label = escape(fact.label or fact.key)
        if target:
            label = f'<a href="{escape(target)}">{label}</a>'
        return f"{label}: {escape(fact.text)}"

    def _judged(self, finding: Finding) -> str:
        if finding.basis is not Basis.JUDGED:
            return ""
        words = self.tr("Beoordeeld door {name} op {day}").format(
            name=finding.judged_by or self.tr("onbekend"), day=write_date(finding.judged_on)
        )
        return f"{words}: {finding.ground}" if finding.ground else f"{words}."

    def _go_words(self, target: str) -> str:
        if target.startswith("question:"):
            return self.tr("Naar de vraag")
        if target.startswith("field:"):
            return self.tr("Naar het gegeven")
        return self.tr("Naar de locaties")

    def _go(self) -> None:
        if self._finding is not None:
            self.wants.emit(self._finding.goes_to)

    def _open_reasons(self, is_open: bool) -> None:
        self.reasons.setVisible(is_open)
