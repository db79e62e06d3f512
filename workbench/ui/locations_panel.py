"""Compares the places of a case: the table, its signals, and the form of one place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workbench.domain.case import Location
from workbench.domain.finding import Finding
from workbench.ui.icons import put_icon
from workbench.ui.locations_form import LocationsForm
from workbench.ui.locations_table import LocationsTable
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import muted


class LocationsPanel(Card):
    """Shows the comparison and says what the user wants of it.

    Signals:
        added: Name of a place to compare.
        filled: Id of a place, name of the property, its new value.
        preferred: Id of the place to prefer, or "" for none.
        removed: Id of a place.
        looked_at: The place that is shown, `None` without one.
    """

    added = Signal(str)
    filled = Signal(str, str, object)
    preferred = Signal(str)
    removed = Signal(str)
    looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Vergelijking van locaties"))
        self._places: list[Location] = []
        self._chosen = ""
        self.signals = QVBoxLayout()
        self.notes: list[Note] = []
        self._empty = muted(
            self.tr(
                "Nog geen locaties. Gevraagd worden drie alternatieven, waarvan ten minste "
                "één buiten de Randstad. Minder mag ook; het advies meldt dat dan."
            )
        )
        self.table = LocationsTable()
        self.form = LocationsForm()
        self.name = QLineEdit()
        self.add = QPushButton(self.tr("Locatie toevoegen"))
        self.prefer = QPushButton()
        self.remove = QPushButton(self.tr("Locatie verwijderen"))
        self._detail = Card("")
        self._build()
        self._connect()

    def show_places(self, places: list[Location], signals: list[Finding]) -> None:
        """Show the comparison; the chosen place and half-typed text stay."""
        ids = [place.id for place in places]
        fresh = [one for one in ids if one not in {place.id for place in self._places}]
        is_first = not self._places
        self._places = places
        if fresh and not is_first:
            self._chosen = fresh[-1]
        elif self._chosen not in ids:
            self._chosen = ids[0] if ids else ""
        self._empty.setVisible(not places)
        self.table.show_places(places, self._chosen)
        self._show_signals([found.statement for found in signals])
        self._show_chosen()

    def settle(self) -> None:
        """Say now what was typed."""
        self.form.settle()

    def focus_first(self) -> None:
        """Put the keyboard at the first thing to do."""
        lacking = [place for place in self._places if not place.regional_interest]
        if not self._places:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif lacking:
            self.table.choose(lacking[0].id)
            self.form.go_to("regional_interest")
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.content.addLayout(self.signals)
        self.content.addWidget(self._empty)
        self.content.addWidget(self.table)
        row = QHBoxLayout()
        row.addWidget(LabelledField(self.tr("Nieuwe locatie"), self.name), 1)
        put_icon(self.add, "plus", "accent")
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        self.content.addLayout(row)
        buttons = QHBoxLayout()
        put_icon(self.prefer, "check", "accent")
        put_icon(self.remove, "x", "fault")
        set_look(self.remove, "danger")
        buttons.addWidget(self.prefer)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        self._detail.content.addLayout(buttons)
        self._detail.content.addWidget(self.form)
        self.content.addWidget(self._detail)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.table.chosen.connect(self._choose)
        self.form.filled.connect(self.filled)
        self.prefer.clicked.connect(self._prefer)
        self.remove.clicked.connect(self._remove)

    def _add(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.form.settle()
        self.name.clear()
        self.added.emit(name)

    def _choose(self, place_id: str) -> None:
        if place_id != self._chosen:
            self._chosen = place_id
            self._show_chosen()

    def _prefer(self) -> None:
        place = self._place()
        if place is not None:
            self.preferred.emit("" if place.is_preferred else place.id)

    def _remove(self) -> None:
        if self._chosen:
            self.removed.emit(self._chosen)

    def _place(self) -> Location | None:
        return next((one for one in self._places if one.id == self._chosen), None)

    def _show_chosen(self) -> None:
        place = self._place()
        self._detail.setVisible(place is not None)
        self.looked_at.emit(place)
        if place is None:
            return
        self._detail.set_title(place.name)
        off = self.tr("Voorkeur intrekken")
        self.prefer.setText(
            off if place.is_preferred else self.tr("Dit is de voorkeurslocatie")
        )
        self.form.show_place(place)

    def _show_signals(self, statements: list[str]) -> None:
        while len(self.notes) < len(statements):
            note = Note(Kind.ATTENTION)
            self.notes.append(note)
            self.signals.addWidget(note)
        for place, note in enumerate(self.notes):
            words = statements[place] if place < len(statements) else ""
            note.show_note(Kind.ATTENTION, words)
