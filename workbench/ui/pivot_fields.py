"""The fields in which a user says what a pivot table must show."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.delivery import Notion, Staff
from workbench.domain.notation import write_date
from workbench.domain.pivot import Dimension, Measure, PivotQuestion, dimensions_of
from workbench.domain.slice import Detail, Level, Slice
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.flow_row import FlowRow
from workbench.ui.pivot_filter import PivotFilter
from workbench.ui.pivot_words import write_dimension
from workbench.ui.theme import theme
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.usecases.pivots import PivotChoices

_NARROW, _WIDE, _LETTERS = 150, 178, 7
_SOURCES = {Dimension.DELIVERY, Dimension.METHOD}


class PivotFields(QWidget):
    """Offers only questions that can be answered without adding up what may not be.

    Signals:
        slice_chosen: Other figures are looked at; the choices must be read anew.
        asked: Another table of the same figures is wanted.
    """

    slice_chosen = Signal()
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.detail, self.level, self.notion = CalmCombo(), CalmCombo(), CalmCombo()
        self.horizon, self.known_on, self.staff = CalmCombo(), CalmCombo(), CalmCombo()
        self.rows = (CalmCombo(), CalmCombo())
        self.columns = (CalmCombo(), CalmCombo())
        self.measure, self.day = CalmCombo(), CalmCombo()
        self.filters = {one: PivotFilter(write_dimension(one)) for one in Dimension}
        self.samples: bool | None = None
        self._axes: list[Dimension | None] = [Dimension.PLACE, None, Dimension.DAY, None]
        self._choices: PivotChoices | None = None
        self._build()
        self._offer_slices()
        for combo in (self.detail, self.level, self.notion, self.horizon, self.known_on):
            combo.activated.connect(lambda _at: self.slice_chosen.emit())
        for at, combo in enumerate((*self.rows, *self.columns)):
            combo.activated.connect(lambda _row, at=at: self._choose_axis(at))
        for combo in (self.measure, self.day, self.staff):
            combo.activated.connect(lambda _at: self.asked.emit())
        for box in self.filters.values():
            box.chosen.connect(self.asked)

    @property
    def slice_(self) -> Slice:
        known, horizon = self.known_on.value, self.horizon.value
        return Slice(
            notion=Notion(str(self.notion.value)),
            level=Level(str(self.level.value)),
            detail=Detail(str(self.detail.value)),
            horizon=horizon if isinstance(horizon, int) else None,
            known_on=known if isinstance(known, date) else None,
            samples=self.samples,
        )

    @property
    def question(self) -> PivotQuestion | None:
        """What is asked; `None` while there is nothing to ask about."""
        if self._choices is None or not self._choices.days:
            return None
        axes = self._axes
        filters = [
            (one, box.keys)
            for one, box in self.filters.items()
            if not box.isHidden() and box.keys
        ]
        day = self.day.value
        if Dimension.DAY not in axes and isinstance(day, date):
            filters = [pair for pair in filters if pair[0] is not Dimension.DAY]
            filters.append((Dimension.DAY, frozenset({day.isoformat()})))
        return PivotQuestion(
            slice_=self.slice_,
            staff=Staff(str(self.staff.value)),
            rows=tuple(one for one in axes[:2] if one is not None),
            columns=tuple(one for one in axes[2:] if one is not None),
            filters=tuple(filters),
            measure=Measure(str(self.measure.value)),
        )

    @property
    def chose_newest_day(self) -> bool:
        """Whether one date had to be chosen and the newest one was."""
        days = self._choices.days if self._choices else ()
        return Dimension.DAY not in self._axes and bool(days) and self.day.value == days[-1]

    def show_choices(self, choices: PivotChoices) -> None:
        """Offer what the register has; what was chosen stays where it can."""
        self._choices = choices
        possible = dimensions_of(self.slice_)
        self._axes = [one if one in possible else None for one in self._axes]
        self._offer_register(choices)
        self._settle()
        for one, box in self.filters.items():
            if one in possible:
                box.show_names(choices.names[one])
        self._follow()

    def _build(self) -> None:
        what = FlowRow(8)
        for words, field in (
            (self.tr("Uitsplitsing"), self.detail),
            (self.tr("Gebieden"), self.level),
            (self.tr("Plaatsbegrip"), self.notion),
            (self.tr("Soort cijfer"), self.horizon),
            (self.tr("Wie telt mee"), self.staff),
            (self.tr("Stand"), self.known_on),
        ):
            is_wide = field in (self.notion, self.known_on)
            what.add(_Field(words, field, _WIDE if is_wide else _NARROW))
        how = FlowRow(8)
        for words, field in (
            (self.tr("Rijen"), self.rows[0]),
            (self.tr("Rijen, daarbinnen"), self.rows[1]),
            (self.tr("Kolommen"), self.columns[0]),
            (self.tr("Kolommen, daarbinnen"), self.columns[1]),
            (self.tr("Toon"), self.measure),
        ):
            how.add(_Field(words, field))
        self._day_field = _Field(self.tr("Peildatum"), self.day, _WIDE)
        how.add(self._day_field)
        self.filter_row = FlowRow(6)
        for box in self.filters.values():
            self.filter_row.add(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in (what, how, self.filter_row):
            column.addWidget(row)

    def _offer_slices(self) -> None:
        self.detail.show_choices(
            [
                (Detail.TOTALS, self.tr("Alleen totalen")),
                (Detail.SECTORS, self.tr("Per sector")),
                (Detail.ORGANISATIONS, self.tr("Per organisatie")),
            ],
            Detail.ORGANISATIONS,
        )
        self.level.show_choices(
            [
                (Level.PROVINCE, self.tr("Provincies")),
                (Level.REGION, self.tr("COROP-regio's")),
                (Level.COUNTRY, self.tr("Heel Nederland")),
            ],
            Level.PROVINCE,
        )
        notions = [(one, str(one).capitalize()) for one in Notion]
        self.notion.show_choices(notions, Notion.DUTY_STATION)
        self.horizon.show_choices([(None, self.tr("Werkelijk"))], None)
        self.known_on.show_choices([(None, self.tr("Zoals nu bekend"))], None)
        self.staff.show_choices([(Staff.BOTH, str(Staff.BOTH))], Staff.BOTH)

    def _offer_register(self, choices: PivotChoices) -> None:
        years: list[Choice] = [(None, self.tr("Werkelijk"))]
        forecast = self.tr("Prognose voor {year}")
        years += [(one, forecast.format(year=one)) for one in choices.horizons if one]
        self.horizon.show_choices(years, self.horizon.value)
        known: list[Choice] = [(None, self.tr("Zoals nu bekend"))]
        words = self.tr("Zoals bekend op {day}")
        known += [
            (day, words.format(day=write_date(day))) for day in reversed(choices.known_on)
        ]
        self.known_on.show_choices(known, self.known_on.value)
        staff: list[Choice] = [
            (Staff.BOTH, self.tr("Iedereen")),
            (Staff.CIVIL, self.tr("Rijksambtenaren")),
            (Staff.EXTERNAL, self.tr("Externen")),
        ]
        chosen = self.staff.value
        if not choices.staff & {chosen, Staff.CIVIL, Staff.EXTERNAL} or (
            chosen not in choices.staff and len(choices.staff) == 1
        ):
            chosen = choices.default_staff
        self.staff.show_choices(staff, chosen)
        days: list[Choice] = [(day, write_date(day)) for day in reversed(choices.days)]
        newest = choices.days[-1] if choices.days else None
        kept = self.day.value if self.day.value in choices.days else newest
        self.day.show_choices(days, kept)

    def _choose_axis(self, at: int) -> None:
        chosen = (*self.rows, *self.columns)[at].value
        before = self._axes[at]
        if chosen is not None and chosen in self._axes:
            self._axes[self._axes.index(Dimension(str(chosen)))] = before
        self._axes[at] = None if chosen is None else Dimension(str(chosen))
        self._settle()
        self._follow()
        self.asked.emit()

    def _settle(self) -> None:
        """Close gaps, give the rows a dimension, and show the four choices."""
        for start in (0, 2):
            if self._axes[start] is None:
                self._axes[start : start + 2] = [self._axes[start + 1], None]
        possible = dimensions_of(self.slice_)
        if self._axes[0] is None:
            free = [one for one in possible if one not in (*self._axes, *_SOURCES)]
            if not free:  # only dates are left, and they stand in the columns
                self._axes = [Dimension.DAY, None, None, None]
            else:
                self._axes[0] = free[0]
        named: list[Choice] = [(one, write_dimension(one)) for one in possible]
        nothing: list[Choice] = [(None, self.tr("Niets"))]
        self.rows[0].show_choices(named, self._axes[0])
        rest = (self.rows[1], *self.columns)
        for combo, chosen in zip(rest, self._axes[1:], strict=True):
            combo.show_choices([*nothing, *named], chosen)

    def _follow(self) -> None:
        """Show only the fields that matter for the axes of now."""
        measures: list[Choice] = [
            (Measure.FTE, self.tr("Aantal fte")),
            (Measure.SHARE, self.tr("Aandeel")),
        ]
        if not _SOURCES & set(self._axes):
            measures.append((Measure.CHANGE, self.tr("Verandering")))
        offered = [value for value, _ in measures]
        chosen = self.measure.value if self.measure.value in offered else Measure.FTE
        self.measure.show_choices(measures, chosen)
        has_days = Dimension.DAY in self._axes
        self._day_field.setVisible(not has_days)
        possible = dimensions_of(self.slice_)
        for one, box in self.filters.items():
            box.setVisible(one in possible and (one is not Dimension.DAY or has_days))


class _Field(LabelledField):
    """A choice with its label above it, as wide as the others."""

    def __init__(self, words: str, field: CalmCombo, width: int = _NARROW) -> None:
        super().__init__(words, field)
        self._width = width
        field.setMinimumContentsLength(_LETTERS)
        self._measure()
        theme().changed.connect(self._measure)

    def _measure(self) -> None:
        self.field.setMinimumWidth(theme().scaled(self._width))
