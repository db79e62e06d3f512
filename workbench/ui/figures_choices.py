"""The choices above the figures: which dates, as known when, and what is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.domain.delivery import Notion
from workbench.domain.notation import write_date
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.figures_look import FigureLook
from workbench.ui.flow_row import FlowRow
from workbench.ui.theme import theme
from workbench.ui.widgets.date_edit import DateEdit
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.usecases.figures import View

_WIDTH = 148


class FiguresChoices(QWidget):
    """Changes what the page looks at; figures of different kinds are never mixed."""

    def __init__(self, look: FigureLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.kind = CalmCombo()
        self.day = CalmCombo()
        self.other = CalmCombo()
        self.notion = CalmCombo()
        self.ahead = CalmCombo()
        self.known_on = DateEdit()
        self.more = QPushButton(self.tr("Meer keuzes"))
        self.more.setCheckable(True)
        self._fields: list[LabelledField] = []
        self._has_forecasts = False
        self._build()
        for box in (self.kind, self.day, self.other, self.notion, self.ahead):
            box.activated.connect(lambda _index: self._choose())
        self.known_on.committed.connect(lambda _day: self._choose())
        self.more.toggled.connect(lambda _is_on: self._show_more())
        theme().changed.connect(self._measure)

    def reload(self) -> None:
        """Offer what the register has."""
        look = self._look
        views = look.views()
        kinds = {view.samples for view in views} | {look.view.samples}
        names = {
            False: self.tr("Geleverd"),
            True: self.tr("VOORBEELD"),
        }
        self.kind.show_choices(
            [(one, names[one]) for one in sorted(kinds)], look.view.samples
        )
        self._fields[0].setVisible(len(kinds) > 1)
        days = [(day, write_date(day)) for day in reversed(look.days)]
        self.day.show_choices(days, look.day)
        earlier = [pair for pair in days if look.day is None or pair[0] < look.day]
        self.other.show_choices([(None, self.tr("niets")), *earlier], look.other)
        notions = [(one, str(one).capitalize()) for one in Notion]
        self.notion.show_choices(notions, look.view.notion)
        years = sorted(
            {view.horizon for view in views if view.samples == look.view.samples},
            key=lambda year: year or 0,
        )
        words = self.tr("Prognose {year}")
        ahead: list[tuple[object, str]] = [
            (year, words.format(year=year) if year else self.tr("Werkelijk"))
            for year in years or [None]
        ]
        self.ahead.show_choices(ahead, look.view.horizon)
        self._has_forecasts = len(ahead) > 1
        self._show_more()

    def _show_more(self) -> None:
        """Show the rarer choices when asked for, and always those that were made."""
        view, asked = self._look.view, self.more.isChecked()
        is_usual = view.notion is Notion.DUTY_STATION
        self._fields[3].setVisible(asked or not is_usual)
        is_ahead = view.horizon is not None
        self._fields[4].setVisible(self._has_forecasts and (asked or is_ahead))
        self._fields[5].setVisible(asked or view.known_on is not None)

    def _choose(self) -> None:
        look = self._look
        horizon, notion = self.ahead.value, self.notion.value
        view = View(
            notion=notion if isinstance(notion, Notion) else look.view.notion,
            horizon=horizon if isinstance(horizon, int) else None,
            known_on=self.known_on.day,
            samples=bool(self.kind.value),
        )
        day = self.day.value if isinstance(self.day.value, date) else None
        other = self.other.value if isinstance(self.other.value, date) else None
        if replace(view, known_on=None) != replace(look.view, known_on=None):
            day = other = None
        look.view = view
        look.day, look.other = day, other
        look.forget()
        look.choose(look.view, look.day, look.other if other or day is None else None)
        self.reload()

    def _build(self) -> None:
        labels = (
            (self.kind, self.tr("Cijfers")),
            (self.day, self.tr("Peildatum")),
            (self.other, self.tr("Vergelijk met")),
            (self.notion, self.tr("Geteld naar")),
            (self.ahead, self.tr("Stand of prognose")),
            (self.known_on, self.tr("Zoals bekend op")),
        )
        self.known_on.line.setPlaceholderText(self.tr("nu"))
        row = FlowRow(spacing=10)
        for box in (self.kind, self.day, self.other, self.notion, self.ahead):
            box.setMinimumContentsLength(9)
        for field, label in labels:
            labelled = LabelledField(label, field)
            self._fields.append(labelled)
            row.add(labelled)
        row.add(LabelledField(self.tr("Overige keuzes"), self.more))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self._measure()

    def _measure(self) -> None:
        for field in self._fields:
            field.setMinimumWidth(theme().scaled(_WIDTH))
