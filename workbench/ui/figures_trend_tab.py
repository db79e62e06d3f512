"""Trends through the years: lines, raw and comparable growth, and breaks of method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.analysis.trends import Step
from workbench.domain.delivery import ALL_SECTORS, WHOLE_COUNTRY
from workbench.domain.fte import Fte
from workbench.domain.notation import write_change, write_date, write_share
from workbench.domain.place import PROVINCES
from workbench.figures.drawing import Drawing, place_of
from workbench.figures.map_sheet import Caption
from workbench.figures.sheet import Sheet
from workbench.figures.trend_series import TrendBreak, TrendPoint, TrendSeries
from workbench.figures.trends import trend_lines
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.figure_words import sector_choices, write_place, write_sector
from workbench.ui.figures_look import FigureLook
from workbench.ui.page import scrolling
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import muted
from workbench.usecases.bridges import PlaceTrend, trends_of

_HEIGHT, _TABLE, _LIST = 400, 300, 190
_MOST = 5


@dataclass(frozen=True, slots=True)
class _Row:
    place: str
    step: Step
    decided: Fte
    autonomous: Fte | None


class FiguresTrendTab(QWidget):
    """Shows up to five places; the table tells raw and comparable growth side by side."""

    def __init__(self, look: FigureLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.places = QListWidget()
        self.sector = CalmCombo()
        self.panel = FigurePanel()
        self.steps = RowsPanel(self.tr("Groei per periode"), self._columns())
        self.note = Note(Kind.ATTENTION)
        self._build()
        self.places.itemChanged.connect(lambda _item: self.reload())
        self.sector.activated.connect(lambda _index: self.reload())
        self.panel.activated.connect(lambda key: look.place_wanted.emit(place_of(key)))

    @property
    def panels(self) -> tuple[FigurePanel, ...]:
        return (self.panel,)

    @property
    def chosen(self) -> list[str]:
        """Codes of the places that are ticked."""
        items = [self.places.item(row) for row in range(self.places.count())]
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def reload(self) -> None:
        """Draw the trends of the ticked places."""
        chosen = self.chosen[:_MOST]
        self._limit()
        sector = str(self.sector.value or ALL_SECTORS)
        trends = self._look.session.read(trends_of, chosen, sector, self._look.view)
        caption = Caption(
            title=self.tr("Ontwikkeling van de fte"),
            subject=self.tr("Fte per peildatum, {sector}").format(
                sector=write_sector(sector)
            ),
            source=self._look.source(),
        )
        series, breaks = [_series(one) for one in trends], _breaks(trends)

        def draw(sheet: Sheet) -> Drawing:
            return trend_lines(series, caption, breaks, sheet=sheet)

        self.panel.show_figure(draw)
        self.steps.show_rows(
            [
                _Row(one.place, split.step, split.decided, split.autonomous)
                for one in trends
                for split in one.decided
            ]
        )
        words = self.tr("Let op, andere telling vanaf {day}: {note}")
        told = [words.format(day=write_date(one.day), note=one.note) for one in breaks]
        self.note.show_note(Kind.ATTENTION, "\n".join(told))

    def _limit(self) -> None:
        """Let no more be ticked than the eye can tell apart."""
        full = len(self.chosen) >= _MOST
        with QSignalBlocker(self.places):
            for row in range(self.places.count()):
                item = self.places.item(row)
                is_on = item.checkState() is Qt.CheckState.Checked
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
                usable = flags | Qt.ItemFlag.ItemIsSelectable
                item.setFlags(usable if is_on or not full else Qt.ItemFlag.ItemIsSelectable)

    def _build(self) -> None:
        self.places.setAccessibleName(self.tr("Gebieden in de grafiek, ten hoogste vijf"))
        for code in (WHOLE_COUNTRY, *(place.code for place in PROVINCES)):
            item = QListWidgetItem(write_place(code))
            item.setData(Qt.ItemDataRole.UserRole, code)
            ticked = code in ("PV22", "PV29", "PV31")
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self.places.addItem(item)
        self.sector.setAccessibleName(self.tr("Sector"))
        self.sector.show_choices(sector_choices(), ALL_SECTORS)
        set_look(self.places, "ruled")
        self.places.setFixedWidth(theme().scaled(_LIST))
        self.panel.setMinimumHeight(theme().scaled(_HEIGHT))
        self.steps.setMinimumHeight(theme().scaled(_TABLE))
        side = QVBoxLayout()
        side.addWidget(muted(self.tr("Gebieden (ten hoogste vijf)")))
        side.addWidget(self.places, 1)
        side.addWidget(self.sector)
        row = QHBoxLayout()
        row.addLayout(side)
        row.addWidget(self.panel, 1)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.addLayout(row, 1)
        column.addWidget(self.note)
        column.addWidget(self.steps)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _columns(self) -> list[Column]:
        def number(title: str, text: Callable[[Step], str], width: int) -> Column:
            return Column(
                title=title,
                text=lambda row: text(row.step),
                is_number=True,
                width=width,
            )

        published, alike = self.tr("Zoals gepubliceerd, in fte"), self.tr("Vergelijkbaar")
        return [
            Column(
                title=self.tr("Gebied"), text=lambda row: write_place(row.place), width=130
            ),
            Column(
                title=self.tr("Periode"),
                text=lambda row: _period(row.step),
                sort=lambda row: row.step.day_after.toordinal(),
                width=250,
            ),
            number(published, lambda step: write_change(step.raw), 190),
            number(self.tr("in %"), lambda step: write_share(step.growth_raw), 90),
            number(alike, lambda step: write_change(step.comparable), 150),
            number(self.tr("in %"), lambda step: write_share(step.growth_comparable), 90),
            _change_column(self.tr("Door vastgestelde adviezen"), "decided", 200),
            _change_column(self.tr("Overig"), "autonomous", 100),
            Column(
                title=self.tr("Telling"),
                text=lambda row: self.tr("andere telling") if row.step.is_break else "",
            ),
        ]


def _change_column(title: str, name: str, width: int) -> Column:
    return Column(
        title=title,
        text=lambda row: write_change(getattr(row, name)),
        is_number=True,
        width=width,
    )


def _period(step: Step) -> str:
    return f"{write_date(step.day_before)} – {write_date(step.day_after)}"


def _series(one: PlaceTrend) -> TrendSeries:
    points = [TrendPoint(day=point.day, amount=point.amount) for point in one.trend.points]
    points += [
        TrendPoint(day=point.day, amount=point.amount, is_forecast=True)
        for point in one.forecasts
        if point.amount is not None
    ]
    return TrendSeries(
        key=one.place,
        name=write_place(one.place),
        points=tuple(points),
        is_main=one.place == WHOLE_COUNTRY,
    )


def _breaks(trends: list[PlaceTrend]) -> list[TrendBreak]:
    notes = {one.day: one.note for trend in trends for one in trend.trend.breaks}
    return [TrendBreak(day=day, note=note) for day, note in sorted(notes.items())]
