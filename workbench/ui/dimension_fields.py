"""Fields for what figures are about, where the rows of a table do not say it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.delivery import Notion, Staff, ValueKind
from workbench.domain.place import BY_CODE
from workbench.exchange.table_layout import DECIMAL_MARK, UNIT, VALUE_KIND, Use
from workbench.exchange.table_words import Vocabulary, WordKind
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.flow_grid import FlowGrid
from workbench.ui.widgets.date_edit import DateEdit
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.value_edit import ValueEdit

_YEARS = range(2000, 2201)
_WORDS = {
    Use.PLACE: WordKind.PLACE,
    Use.SECTOR: WordKind.SECTOR,
    Use.ORGANISATION: WordKind.ORGANISATION,
    Use.STAFF: WordKind.STAFF,
    Use.NOTION: WordKind.NOTION,
    Use.MEASURE: WordKind.MEASURE,
}


class DimensionFields(FlowGrid):
    """Offers a field per dimension; an empty one means that the table says it.

    Signals:
        chosen: A dimension and its code; the code is empty when the table says it.
    """

    chosen = Signal(str, str)

    def __init__(
        self, keys: Sequence[str], empty: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._empty = empty
        self._choices: dict[str, CalmCombo] = {}
        self.fields: dict[str, LabelledField] = {}
        self.day = DateEdit()
        self.year = ValueEdit(_read_year, str, self.tr("Typ een jaar, zoals 2029."))
        self.year.setPlaceholderText(self.tr("geen prognose"))
        for key in keys:
            self._add(key)

    def show_words(self, words: Vocabulary) -> None:
        """Offer what can be chosen now."""
        for key, combo in self._choices.items():
            combo.show_choices(self._choices_of(key, words), combo.value)

    def show_codes(self, codes: Mapping[str, str], hidden: Collection[str] = ()) -> None:
        """Show what holds, without announcing it; hide what the table says itself."""
        for key, combo in self._choices.items():
            code = codes.get(key, "")
            offered = combo.choices
            combo.show_choices(offered, code if code in dict(offered) else "")
        day, year = codes.get(Use.REFERENCE_DATE, ""), codes.get(Use.HORIZON, "")
        self.day.show_day(date.fromisoformat(day) if day else None)
        self.year.show_value(int(year) if year else None)
        self.show_only({field for key, field in self.fields.items() if key not in hidden})

    def mark_missing(self, missing: Collection[str]) -> None:
        """Say at each field that it must be filled in, or no longer."""
        for key, field in self.fields.items():
            is_missing = key in missing and not field.isHidden()
            field.set_error(self.tr("Kies dit nog.") if is_missing else "")

    def choose(self, key: str, code: str) -> None:
        """Choose as a user does."""
        self._choices[key].choose(code)

    def _add(self, key: str) -> None:
        field: QWidget
        if key == Use.REFERENCE_DATE:
            field = self.day
            self.day.committed.connect(
                lambda day: self.chosen.emit(key, day.isoformat() if day else "")
            )
        elif key == Use.HORIZON:
            field = self.year
            self.year.committed.connect(
                lambda year: self.chosen.emit(key, str(year) if year else "")
            )
        else:
            field = self._choices[key] = CalmCombo()
            combo = self._choices[key]
            combo.activated.connect(lambda _at: self.chosen.emit(key, str(combo.value)))
        self.fields[key] = LabelledField(self._label(key), field)
        self.add(self.fields[key])

    def _label(self, key: str) -> str:
        return {
            Use.PLACE: self.tr("Gebied"),
            Use.SECTOR: self.tr("Sector"),
            Use.ORGANISATION: self.tr("Organisatie"),
            Use.STAFF: self.tr("Wie is geteld"),
            Use.NOTION: self.tr("Geteld naar"),
            Use.MEASURE: self.tr("Wat is geteld"),
            Use.REFERENCE_DATE: self.tr("Peildatum"),
            Use.HORIZON: self.tr("Jaar van de prognose"),
            UNIT: self.tr("Eenheid"),
            DECIMAL_MARK: self.tr("Teken voor decimalen"),
            VALUE_KIND: self.tr("Soort cijfer"),
        }[key]

    def _choices_of(self, key: str, words: Vocabulary) -> list[Choice]:
        if key == UNIT:
            return [
                ("", self.tr("Stuks of fte")),
                ("1000", self.tr("Duizendtallen (1 staat voor 1.000)")),
            ]
        if key == DECIMAL_MARK:
            return [
                ("", self.tr("Blijkt uit de cijfers")),
                (",", self.tr("Komma: 1.234 is duizend")),
                (".", self.tr("Punt: 1.234 is iets meer dan één")),
            ]
        if key == VALUE_KIND:
            kinds: list[Choice] = [(str(kind), str(kind)) for kind in ValueKind]
            return [("", self.tr("Blijkt uit de cijfers")), *kinds]
        usual = {
            Use.STAFF: (str(Staff.BOTH), self.tr("Ambtenaren en externen samen")),
            Use.NOTION: (str(Notion.DUTY_STATION), self.tr("Standplaats")),
            Use.MEASURE: ("", self.tr("fte")),
        }.get(Use(key))
        names = words.names[_WORDS[Use(key)]]
        if usual is None:
            return [("", self._empty), *_ordered(names)]
        others = [(code, name) for code, name in names.items() if code != usual[0]]
        first: Choice = ("", usual[1])
        return [first, *others]


def _ordered(names: Mapping[str, str]) -> list[Choice]:
    """Put the country first, then provinces, then regions, each by name."""

    def place(pair: tuple[str, str]) -> tuple[int, str]:
        code, name = pair
        level = 0 if code in ("NL", "totaal") else 1 if code in BY_CODE else 2
        return level, name.casefold()

    ordered: list[Choice] = [*sorted(names.items(), key=place)]
    return ordered


def _read_year(text: str) -> int:
    if not text.isdecimal() or int(text) not in _YEARS:
        raise ValueError(text)
    return int(text)
