"""Shows which cells give no figure, and what was done to others while reading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench.exchange.table_values import TableNote, TableReading
from workbench.ui.long_table import LongTable
from workbench.ui.rows_panel import Column
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import muted

_MOST_ROWS, _MOST_NOTES = 8, 12


class ReadingNotes(Card):
    """Faults must be solved before figures come in; remarks are there to know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Bij het lezen"))
        self.verdict = Note()
        self.faults = LongTable(
            self.tr("Cellen zonder bruikbaar cijfer"),
            [
                Column(title=self.tr("Cel"), text=lambda one: one.cell, width=150),
                Column(title=self.tr("Gevonden"), text=lambda one: one.found, width=140),
                Column(title=self.tr("Wat er is"), text=lambda one: one.message),
                Column(title=self.tr("Verwacht"), text=lambda one: one.expected),
            ],
        )
        self.remarks = muted("")
        for widget in (self.verdict, self.faults, self.remarks):
            self.content.addWidget(widget)

    def show_readings(self, readings: Sequence[TableReading]) -> None:
        faults = [fault for one in readings for fault in one.faults]
        notes = [note for one in readings for note in one.notes]
        words = self.tr(
            "{count} cellen geven geen bruikbaar cijfer. Beantwoord de vraag hierboven,"
            " laat de kolom weg of laat het bestand verbeteren."
        )
        if len(faults) == 1:
            words = self.tr(
                "Een cel geeft geen bruikbaar cijfer. Beantwoord de vraag hierboven, laat"
                " de kolom weg of laat het bestand verbeteren."
            )
        told = words.format(count=len(faults)) if faults else ""
        if any(fault.code == "dubbelzinnig" for fault in faults):
            told += " " + self.tr(
                "Sommige getallen zijn op twee manieren te lezen: kies hierboven het teken"
                " voor decimalen."
            )
        self.verdict.show_note(Kind.FAULT, told)
        self.faults.show_rows(faults)
        self.faults.fit_rows(_MOST_ROWS)
        self.faults.setVisible(bool(faults))
        lines = [self._line(note) for note in notes[:_MOST_NOTES]]
        if len(notes) > _MOST_NOTES:
            rest = self.tr("En nog {count} opmerkingen.")
            lines.append(rest.format(count=len(notes) - _MOST_NOTES))
        self.remarks.setText("\n".join(lines))
        self.remarks.setVisible(bool(lines))
        self.setVisible(bool(faults or notes))

    def _line(self, note: TableNote) -> str:
        if note.count > 1:
            words = self.tr("{cell} en {rest} andere: {text}")
            return words.format(cell=note.cell, rest=note.count - 1, text=note.text)
        return f"{note.cell}: {note.text}"
