"""Figures and places of a case: the division over provinces and the comparison."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.domain.case import Case, Location
from workbench.domain.finding import Finding
from workbench.domain.notation import write_change, write_date, write_fte, write_list
from workbench.domain.place import BY_CODE
from workbench.figures.bars import before_after_bars
from workbench.figures.drawing import place_of
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import change_map
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.locations_panel import LocationsPanel
from workbench.ui.region_card import RegionCard
from workbench.ui.session import Session
from workbench.ui.shifts_table import ShiftEdit, ShiftsTable
from workbench.ui.simple_table import SimpleTable
from workbench.ui.theme import theme
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import muted, small
from workbench.usecases.cases import change_shift, load_case
from workbench.usecases.checklist import assess_facts
from workbench.usecases.context import Change
from workbench.usecases.locations import (
    add_location,
    change_location,
    list_locations,
    prefer_location,
    remove_location,
)
from workbench.usecases.spreads import Spread, published_around, spread_of

_ROOM_BESIDE = 820
_PLACES = "tab:locaties"


class FiguresTab(QWidget):
    """Shows what the case does to the provinces, and compares places.

    Signals:
        wants: A target outside this tab.
        place_wanted: The card of a province is asked for; carries its code.
        record_wanted: A record of an instrument, such as "record:opportunities/ID".
    """

    wants = Signal(str)
    place_wanted = Signal(str)
    record_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case: Case | None = None
        self._is_stale = False
        heads = (self.tr("Deel"), self.tr("Nu (fte)"), self.tr("Voornemen (fte)"))
        self.parts = SimpleTable((*heads, self.tr("Verschil (fte)")))
        self.published = SimpleTable(
            (self.tr("Gebied"), self.tr("Peildatum"), self.tr("Fte"), self.tr("Bron")),
            frozenset({0, 1, 3}),
        )
        self.shifts = ShiftsTable()
        self.map = FigurePanel()
        self.bars = FigurePanel()
        self.places = LocationsPanel()
        self.region = RegionCard(session)
        self._definition = small("")
        self._published_note = muted("")
        self._no_map = muted("")
        self._scroll = QScrollArea()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()
        for panel in (self.map, self.bars):
            panel.activated.connect(lambda key: self.place_wanted.emit(place_of(key)))

    def show_case(self, case_id: str) -> None:
        """Show another case; it is read once the tab is seen."""
        self.places.settle()
        self._case = self._session.read(load_case, case_id)
        self._follow(Change.of(case_id))

    def reload(self) -> None:
        """Read the case again; half-typed text stays."""
        if self._case is None:
            return
        self._is_stale = False
        case = self._case = self._session.read(load_case, self._case.id)
        assessment = self._session.read(assess_facts, case)
        self.shifts.show_case(case)
        self._show_spread(self._session.read(spread_of, case))
        self._show_figures(case)
        self._show_published(case)
        places = self._session.read(list_locations, case.id)
        self.places.show_places(places, _about_places(assessment.signals))

    def go_to(self, target: str) -> bool:
        """Put the keyboard at the places or the division; `False` for anything else."""
        if self._is_stale and target in (_PLACES, "field:shifts", "tab:cijfers"):
            self.reload()
        if target == _PLACES:
            self.places.focus_first()
            self._scroll.ensureWidgetVisible(self.places, 0, theme().scaled(16))
            return True
        if target in ("field:shifts", "tab:cijfers"):
            self.shifts.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= theme().scaled(_ROOM_BESIDE)
        self._beside.setDirection(
            QBoxLayout.Direction.LeftToRight
            if is_wide
            else QBoxLayout.Direction.TopToBottom
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        self._beside.setSpacing(12)
        self._beside.addWidget(self._make_division(), 1)
        self._beside.addWidget(self._make_map(), 1)
        column.addLayout(self._beside)
        column.addWidget(self.places)
        column.addWidget(self.region)
        published = Card(self.tr("Gepubliceerde cijfers eromheen"))
        published.content.addWidget(self._published_note)
        published.content.addWidget(self.published)
        column.addWidget(published)
        column.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)

    def _make_division(self) -> Card:
        card = Card(self.tr("Verdeling over de provincies"))
        card.content.addWidget(self.shifts)
        self.parts.setAccessibleName(self.tr("In de Randstad en daarbuiten, in fte"))
        card.content.addWidget(self.parts)
        card.content.addWidget(self._definition)
        card.content.addWidget(self.bars, 1)
        return card

    def _make_map(self) -> Card:
        card = Card("")
        card.content.addWidget(self._no_map)
        self.map.setMinimumHeight(theme().scaled(420))
        card.content.addWidget(self.map, 1)
        return card

    def _connect(self) -> None:
        self._session.changed.connect(self._follow)
        self.shifts.edited.connect(self._shift)
        self.places.added.connect(self._add)
        self.places.filled.connect(self._fill)
        self.places.preferred.connect(self._prefer)
        self.places.removed.connect(self._remove)
        self.places.looked_at.connect(self._show_region)
        self.region.wanted.connect(self.record_wanted)

    def _show_region(self, place: Location | None) -> None:
        """Show profile and open chances of the region of the place that is looked at."""
        if self._case is not None:
            self.region.show_case(self._case.id, place.province if place else None)

    def _show_spread(self, spread: Spread) -> None:
        self.parts.show_rows(
            [
                (
                    part.name,
                    write_fte(part.before),
                    write_fte(part.after),
                    write_change(part.change),
                )
                for part in spread.parts
            ]
        )
        words = self.tr("Met de Randstad zijn hier bedoeld: {names} ({note}).")
        self._definition.setText(
            words.format(
                names=write_list(spread.randstad_names), note=spread.definition.source.note
            )
        )

    def _show_figures(self, case: Case) -> None:
        has_shifts = bool(case.shifts)
        self._no_map.setText(self.tr("Zodra u de verdeling invult, staat hier de kaart."))
        self._no_map.setVisible(not has_shifts)
        self.map.setVisible(has_shifts)
        self.bars.setVisible(has_shifts)
        if not has_shifts:
            return
        source = case.source or self.tr("Opgave van het ministerie")
        day = write_date(case.figures_on)
        on_map = Caption(
            title=self.tr("Verschil per provincie, in fte"),
            subject=self.tr("Verschil in fte, peildatum {day}").format(day=day),
            source=source,
        )
        changes = {shift.province: shift.change for shift in case.shifts}
        self.map.show_figure(lambda sheet: change_map(changes, on_map, sheet=sheet))
        in_bars = Caption(
            title=self.tr("Nu en volgens het voornemen, in fte"),
            subject=self.tr("Omvang in fte, peildatum {day}").format(day=day),
            source=source,
        )
        self.bars.show_figure(
            lambda sheet: before_after_bars(case.shifts, in_bars, sheet=sheet)
        )

    def _show_published(self, case: Case) -> None:
        found = self._session.read(published_around, case)
        self.published.setVisible(bool(found))
        self.published.show_rows(
            [
                (
                    BY_CODE[value.place].name if value.place in BY_CODE else "Nederland",
                    write_date(value.reference_date),
                    write_fte(value.value),
                    delivery.source,
                )
                for value, delivery in found
            ]
        )
        known = self.tr("Zoals gepubliceerd; een ander jaar of gebied is hier niet bekend.")
        none = self.tr("Voor deze provincies zijn geen gepubliceerde cijfers bewaard.")
        self._published_note.setText(known if found else none)

    def _follow(self, change: Change) -> None:
        if self._case is None or not change.touches(self._case.id):
            return
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _shift(self, edit: ShiftEdit) -> None:
        assert self._case is not None
        self._session.run(
            change_shift, self._case.id, edit.province, edit.before, edit.after
        )

    def _add(self, name: str) -> None:
        assert self._case is not None
        self._session.run(add_location, self._case.id, name)

    def _fill(self, place_id: str, name: str, value: object) -> None:
        assert self._case is not None
        self._show_kept(
            self._session.run(change_location, self._case.id, place_id, name, value)
        )

    def _prefer(self, place_id: str) -> None:
        assert self._case is not None
        self._session.run(prefer_location, self._case.id, place_id or None)

    def _remove(self, place_id: str) -> None:
        assert self._case is not None
        self._session.run(remove_location, self._case.id, place_id)

    def _show_kept(self, change: Change | None) -> None:
        if change is None or change == Change():
            self.reload()


def _about_places(signals: tuple[Finding, ...]) -> list[Finding]:
    return [found for found in signals if found.goes_to == _PLACES]
