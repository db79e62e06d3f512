"""The properties of one place, with the regional interest first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.case import Location
from workbench.domain.place import PROVINCES
from workbench.ui.calm_combo import Choice
from workbench.ui.field_grid import FieldGrid
from workbench.ui.field_line import FieldLine
from workbench.ui.field_values import FieldKind, FieldSpec


class LocationsForm(QWidget):
    """Shows one place and says which property changed.

    Signals:
        filled: Id of the place, name of the property, its new value.
    """

    filled = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Location | None = None
        self.lines = {spec.name: FieldLine(spec) for spec in self._specs()}
        for line in self.lines.values():
            line.filled.connect(self._fill)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FieldGrid(list(self.lines.values())))

    def show_place(self, place: Location) -> None:
        """Show a place, without disturbing a field of it that is being typed in."""
        is_other = self._place is None or self._place.id != place.id
        if is_other:
            self.settle()
        self._place = place
        for name, line in self.lines.items():
            value = getattr(place, name)
            if name == "province":
                line.show_choice(self._provinces(), value)
            elif is_other:
                line.reset(value)
            else:
                line.show_value(value)

    def settle(self) -> None:
        """Say now what was typed."""
        for line in self.lines.values():
            line.settle()

    def go_to(self, name: str) -> None:
        """Put the keyboard in a field."""
        self.lines[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, name: str, value: object) -> None:
        if self._place is not None:
            self.filled.emit(self._place.id, name, value)

    def _provinces(self) -> list[Choice]:
        named: list[Choice] = [(one.code, one.name) for one in PROVINCES]
        return [(None, self.tr("Onbekend")), *named]

    def _specs(self) -> tuple[FieldSpec, ...]:
        long = FieldKind.LONG
        return (
            FieldSpec(name="name", label=self.tr("Naam van de locatie"), is_wide=True),
            FieldSpec(
                name="regional_interest",
                label=self.tr("Regionaal belang (komt in de brief)"),
                kind=long,
                hint=self.tr(
                    "Principe 2: wat betekent vestiging hier voor de regio, en waarom? "
                    "Deze regel is per locatie nodig voor het vaststellen."
                ),
                is_wide=True,
            ),
            *self._place_specs(),
            *self._effect_specs(),
        )

    def _place_specs(self) -> tuple[FieldSpec, ...]:
        return (
            FieldSpec(name="municipality", label=self.tr("Gemeente")),
            FieldSpec(name="province", label=self.tr("Provincie"), kind=FieldKind.CHOICE),
            FieldSpec(name="region", label=self.tr("Regio of programma")),
            FieldSpec(
                name="fte", label=self.tr("Omvang op deze plek, in fte"), kind=FieldKind.FTE
            ),
            FieldSpec(
                name="ready_on",
                label=self.tr("Huisvesting beschikbaar vanaf"),
                kind=FieldKind.DATE,
            ),
            FieldSpec(
                name="cost_once",
                label=self.tr("Eenmalige kosten, in euro"),
                kind=FieldKind.NUMBER,
            ),
            FieldSpec(
                name="cost_yearly",
                label=self.tr("Structurele kosten, in euro per jaar"),
                kind=FieldKind.NUMBER,
            ),
            FieldSpec(name="costs", label=self.tr("Kosten, met bron en prijspeil")),
        )

    def _effect_specs(self) -> tuple[FieldSpec, ...]:
        long = FieldKind.LONG
        return (
            FieldSpec(
                name="strengthening", label=self.tr("Versterkende werking"), kind=long
            ),
            FieldSpec(name="labour_market", label=self.tr("Arbeidsmarkt"), kind=long),
            FieldSpec(
                name="staff", label=self.tr("Gevolgen voor het personeel"), kind=long
            ),
            FieldSpec(
                name="access", label=self.tr("Nabijheid en bereikbaarheid"), kind=long
            ),
            FieldSpec(
                name="housing",
                label=self.tr("Huisvesting: wat moet worden voorbereid"),
                kind=long,
                is_wide=True,
            ),
        )
