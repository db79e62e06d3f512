"""Shows what the checks of a yearly return say: what to mend, and what to ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from workbench.domain.notation import write_fte
from workbench.exchange.return_checks import ReturnFinding
from workbench.exchange.return_form import SHEET
from workbench.ui.icons import put_icon
from workbench.ui.long_table import LongTable
from workbench.ui.rows_panel import Column
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind

_MOST_ROWS = 9


class ReturnFindings(Card):
    """The same checks that the ministry saw on the sheet "Controles".

    Signals:
        marked_asked: The user wants the return back with its findings marked.
    """

    marked_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Controles van de opgave"))
        self.verdict = Note()
        self.findings = LongTable(
            self.tr("Bevindingen bij de opgave"),
            [
                Column(title=self.tr("Soort"), text=self._kind, width=80),
                Column(title=self.tr("Regel"), text=self._place, width=110),
                Column(title=self.tr("Organisatie"), text=lambda one: one.row.organisation),
                Column(
                    title=self.tr("Provincie"),
                    text=lambda one: one.row.province,
                    width=130,
                ),
                Column(title=self.tr("Was"), text=self._before, width=90, is_number=True),
                Column(title=self.tr("Wordt"), text=self._now, width=90, is_number=True),
                Column(title=self.tr("Bevinding"), text=lambda one: one.check.brief),
            ],
        )
        self.mark = QPushButton(self.tr("Terugmelding maken …"))
        put_icon(self.mark, "file-spreadsheet", "accent")
        self.mark.clicked.connect(self.marked_asked)
        for widget in (self.verdict, self.findings):
            self.content.addWidget(widget)
        self.content.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)

    def show_findings(self, found: Sequence[ReturnFinding]) -> None:
        """Show what was found; without findings there is nothing to see."""
        faults = sum(one.check.is_fault for one in found)
        words = self.tr("Te herstellen: {faults}. Te vragen: {questions}.")
        kind = Kind.FAULT if faults else Kind.ATTENTION
        told = words.format(faults=faults, questions=len(found) - faults)
        self.verdict.show_note(kind, told)
        self.findings.show_rows(found)
        self.findings.fit_rows(_MOST_ROWS)
        self.setVisible(bool(found))

    def _kind(self, one: ReturnFinding) -> str:
        return self.tr("fout") if one.check.is_fault else self.tr("vraag")

    def _place(self, one: ReturnFinding) -> str:
        return f"{SHEET}!{one.row.row}"

    def _before(self, one: ReturnFinding) -> str:
        return write_fte(one.row.before)

    def _now(self, one: ReturnFinding) -> str:
        return write_fte(one.row.now)
