"""What hangs on a record: its buildings and requests, agreements, members, its course."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.instrument import Instrument
from workbench.rules.instruments import load_instruments
from workbench.ui.session import Session
from workbench.ui.simple_table import SimpleTable
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.date_edit import DateEdit
from workbench.ui.widgets.labels import body, muted
from workbench.usecases.record_cases import realisation_word
from workbench.usecases.record_facts import effect_of
from workbench.usecases.record_lines import RecordLine, list_lines
from workbench.usecases.record_networks import members_told
from workbench.usecases.regions import overdue_talks
from workbench.usecases.stages import tell_stages


class RecordRelatives(QWidget):
    """Shows the records that belong to the chosen one, each kind as a table."""

    def __init__(self, session: Session, instrument: Instrument) -> None:
        super().__init__()
        self._session = session
        self._instrument = instrument
        self.said = body("")
        self.tables: dict[str, SimpleTable] = {}
        self._cards: dict[str, Card] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._line: RecordLine | None = None
        self.day = DateEdit()
        self.day.line.setAccessibleName(self.tr("Leden op"))
        self.day.setVisible(instrument.key == "networks")
        self.day.committed.connect(lambda _day: self.show_line(self._line))
        label = muted(self.tr("Leden op (leeg is vandaag)"))
        label.setBuddy(self.day.line)
        label.setVisible(instrument.key == "networks")
        column.addWidget(label)
        column.addWidget(self.day)
        column.addWidget(self.said)
        for child in load_instruments().values():
            if child.parent == instrument.key:
                column.addWidget(self._card(child))

    def show_line(self, line: RecordLine | None) -> None:
        """Show what belongs to a record, `None` for nothing."""
        self._line = line
        self.said.setText(self._say(line))
        self.said.setVisible(bool(self.said.text()))
        for key, table in self.tables.items():
            rows = self._rows(key, line) if line else []
            table.show_rows(rows)
            self._cards[key].setVisible(bool(rows))

    def _card(self, child: Instrument) -> Card:
        header = (child.one[:1].upper() + child.one[1:], self.tr("Gegevens"))
        table = SimpleTable(header, frozenset({0, 1}))
        table.setAccessibleName(child.name)
        card = Card(child.name)
        card.content.addWidget(table)
        self.tables[child.key] = table
        self._cards[child.key] = card
        return card

    def _rows(self, key: str, line: RecordLine) -> list[tuple[str, ...]]:
        child = load_instruments()[key]
        link = next(one.name for one in child.fields if one.links == child.parent)
        shown = [
            one
            for one in child.fields
            if one.column and one.name not in (link, *child.title)
        ]
        return [
            (
                one.title,
                "; ".join(
                    f"{field.label}: {one.texts[field.name] or self.tr('onbekend')}"
                    for field in shown
                ),
            )
            for one in self._session.read(list_lines, key)
            if one.record.text(link) == line.record.id
        ]

    def _say_overdue(self) -> str:
        names = self._session.read(overdue_talks)
        if not names:
            return self.tr("Met elke minister met zbo's was er dit jaar een gesprek.")
        words = self.tr("Geen gesprek in de afgelopen twaalf maanden: {names}.")
        return words.format(names=", ".join(names))

    def _say(self, line: RecordLine | None) -> str:
        if self._instrument.key == "talks":
            return self._say_overdue()
        if line is None:
            return ""
        if self._instrument.key == "masterplans":
            effect = self._session.read(effect_of, line.record.id)
            words = self.tr("Effect van alle verzoeken tot wijziging: {effect} fte.")
            return words.format(effect=effect)
        if self._instrument.key == "networks":
            day = self.day.day or self._session.context.today()
            return self._session.read(members_told, line.record.id, day)
        if self._instrument.key == "stage_days":
            return self._session.read(tell_stages, line.record.case_id)
        if self._instrument.key == "realisations":
            return self.tr("Stand: {word}.").format(word=realisation_word(line.record))
        return ""
