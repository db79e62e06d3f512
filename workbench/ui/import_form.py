"""Asks what a delivery must tell of itself, and takes it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.flow_grid import FlowGrid
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.date_edit import DateEdit
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.usecases.figure_imports import DeliveryFacts
from workbench.usecases.figure_previews import ImportPreview


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What can be filled in beforehand: methods by key, and who delivered before.

    Attributes:
        sender: Who delivers, as far as the file says so.
        source: What may stand as the source.
        is_sample: The file says that it is invented.
    """

    title: str
    today: date
    methods: Sequence[tuple[str, str]]
    senders: Sequence[str]
    sender: str = ""
    source: str = ""
    is_sample: bool = False


class DeliveryForm(Card):
    """The fields of one delivery; an error stands at its field.

    Signals:
        asked: The user wants it taken in; carries the `DeliveryFacts`.
        dropped: The user does not want it.
        day_changed: It came on another day; carries that day.
    """

    asked = Signal(object)
    dropped = Signal()
    day_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("De levering"))
        self.name, self.giver, self.source = QLineEdit(), QLineEdit(), QLineEdit()
        self.reason, self.why = QLineEdit(), QLineEdit()
        self.day = DateEdit()
        self.method = CalmCombo()
        self.sample = QCheckBox(self.tr("Dit zijn verzonnen voorbeeldcijfers"))
        self.accept = QCheckBox()
        self.doubles = Note()
        self.take_in = QPushButton(self.tr("Neem over"))
        self.drop = QPushButton(self.tr("Niet overnemen"))
        self.fields = {
            "title": LabelledField(self.tr("Naam van de levering"), self.name),
            "delivered_by": LabelledField(self.tr("Geleverd door"), self.giver),
            "delivered_on": LabelledField(self.tr("Binnengekomen op"), self.day),
            "method": LabelledField(self.tr("Telmethode"), self.method),
            "source": LabelledField(
                self.tr("Bron, zoals een brief of Kamerstuk"), self.source
            ),
            "reason": LabelledField(self.tr("Reden van de correctie"), self.reason),
            "accepted": LabelledField(
                self.tr("Waarom u de cijfers toch overneemt"), self.why
            ),
        }
        self._build()
        self.take_in.clicked.connect(lambda: self.asked.emit(self.facts))
        self.drop.clicked.connect(self.dropped)
        self.day.committed.connect(self.day_changed)

    @property
    def facts(self) -> DeliveryFacts:
        """What is filled in; a reason to accept counts only with its tick."""
        is_accepted = self.accept.isChecked()
        return DeliveryFacts(
            title=self.name.text(),
            delivered_by=self.giver.text(),
            delivered_on=self.day.day,
            method=str(self.method.value or ""),
            source=self.source.text(),
            reason=self.reason.text(),
            accepted=self.why.text() if is_accepted else "",
            is_sample=self.sample.isChecked(),
        )

    def start(self, given: Proposals) -> None:
        """Begin with an empty form for another file."""
        self.name.setText(given.title)
        for field in (self.giver, self.source, self.reason, self.why):
            field.clear()
        self.giver.setText(given.sender)
        self.source.setText(given.source)
        completer = QCompleter(sorted(given.senders), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.giver.setCompleter(completer)
        self.day.show_day(given.today)
        methods: list[Choice] = [("", self.tr("Niet bekend")), *given.methods]
        self.method.show_choices(methods, "")
        self.sample.setChecked(given.is_sample)
        self.accept.setChecked(False)
        self.show_missing({})

    def show_preview(self, preview: ImportPreview) -> None:
        """Ask for what this preview needs."""
        failed = len(preview.failed_checks)
        if failed == 1:
            words = self.tr("Ik weet dat een controle niet klopt en neem de cijfers over")
        else:
            words = self.tr(
                "Ik weet dat {count} controles niet kloppen en neem de cijfers over"
            )
        self.accept.setText(words.format(count=failed))
        self.accept.setVisible(bool(failed))
        self.fields["accepted"].setVisible(bool(failed))
        self.fields["reason"].setVisible(preview.corrects)
        cells = "; ".join(" en ".join(one.cells) for one in preview.doubles[:5])
        twice = self.tr(
            "Hetzelfde cijfer staat er twee keer in: {cells}. Laat een kolom, rij of tabel"
            " weg, of laat het bestand verbeteren."
        )
        self.doubles.show_note(
            Kind.FAULT, twice.format(cells=cells) if preview.doubles else ""
        )
        has_figures = bool(preview.values or preview.benchmarks)
        self.take_in.setEnabled(has_figures and not preview.doubles)

    def show_missing(self, missing: dict[str, str]) -> None:
        """Show at each field what is still to be done there, and go to the first."""
        for name, field in self.fields.items():
            field.set_error(missing.get(name, ""))
        first = next((name for name in self.fields if name in missing), None)
        if first is not None:
            self.fields[first].field.setFocus()

    def _build(self) -> None:
        grid = FlowGrid(width=300)
        for name in ("title", "delivered_by", "delivered_on", "method", "source"):
            grid.add(self.fields[name])
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_in)
        buttons.addWidget(self.drop)
        buttons.addStretch()
        set_look(self.take_in, "primary")
        self.content.addWidget(grid)
        self.content.addWidget(self.fields["reason"])
        self.content.addWidget(self.accept)
        self.content.addWidget(self.fields["accepted"])
        self.content.addWidget(self.sample)
        self.content.addWidget(self.doubles)
        self.content.addLayout(buttons)
