"""The published figures: a map and two tables, each row with its day and its source."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from workbench.domain.delivery import (
    ALL_SECTORS,
    WHOLE_COUNTRY,
    Delivery,
    FteValue,
    Statement,
    StatementKind,
)
from workbench.domain.notation import write_date, write_fte, write_share
from workbench.domain.place import BY_CODE
from workbench.figures.drawing import Drawing
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import province_map
from workbench.figures.sheet import Sheet
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.page import frame_page, scrolling
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.session import Session
from workbench.ui.source_detail import SourceDetail
from workbench.ui.theme import theme
from workbench.ui.widgets.labels import muted
from workbench.usecases.fields import SECTORS
from workbench.usecases.registers import published_statements, published_values

_Pair = tuple[FteValue, Delivery]


class FiguresPage(QWidget):
    """Shows what was published; nothing here can be changed or added up."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._pairs: list[_Pair] = []
        self.values = RowsPanel(self.tr("Gepubliceerde fte"), self._value_columns())
        self.statements = RowsPanel(
            self.tr("Uitspraken met een getal"), self._statement_columns()
        )
        self.day = CalmCombo()
        self.map = FigurePanel()
        self.tabs = QTabWidget()
        self.detail = SourceDetail()
        self._build()
        self.values.pointed.connect(self._show_value)
        self.statements.pointed.connect(self._show_statement)
        self.day.activated.connect(lambda _index: self._draw_map())
        self.tabs.currentChanged.connect(lambda _at: self._show_source())
        session.changed.connect(lambda _change: self._refresh())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read the figures again."""
        self._is_stale = False
        self._pairs = self._session.read(published_values)
        self.values.show_rows(self._pairs)
        self.statements.show_rows(self._session.read(published_statements))
        days = sorted({pair[0].reference_date for pair in self._pairs if _is_share(pair)})
        choices = [(day, write_date(day)) for day in reversed(days)]
        kept = self.day.value if self.day.value in days else (days[-1] if days else None)
        self.day.show_choices(choices, kept)
        self._draw_map()

    def _refresh(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _build(self) -> None:
        intro = self.tr(
            "Alleen wat is gepubliceerd, zoals het is gepubliceerd. Wat niet is"
            " gepubliceerd, is onbekend en telt nergens als nul."
        )
        frame = frame_page(self, self.tr("Kaart en cijfers"), intro, scrolls=False)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Kaart en cijfers"))
        self.tabs.addTab(self.values, self.tr("Gepubliceerde fte"))
        self.tabs.addTab(self.statements, self.tr("Afgerond, verandering of prognose"))
        self.tabs.addTab(self._map_tab(), self.tr("Kaart"))
        for panel in (self.values, self.statements):
            panel.setContentsMargins(0, 12, 0, 0)
        frame.content.addWidget(self.tabs, 1)
        frame.content.addWidget(self.detail)

    def _map_tab(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("page")
        self.day.setAccessibleName(self.tr("Peildatum"))
        self.map.setMinimumHeight(theme().scaled(420))
        choice = QHBoxLayout()
        choice.addWidget(muted(self.tr("Peildatum:")))
        choice.addWidget(self.day, 1)
        choice.addStretch(2)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.addLayout(choice)
        column.addWidget(self.map, 1)
        return scrolling(inside)

    def _value_columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Peildatum"),
                text=lambda pair: write_date(pair[0].reference_date),
                sort=lambda pair: pair[0].reference_date.toordinal(),
                width=150,
            ),
            Column(
                title=self.tr("Gebied"),
                text=lambda pair: write_place(pair[0].place),
                width=150,
            ),
            Column(
                title=self.tr("Sector"),
                text=lambda pair: write_sector(pair[0].sector),
                width=190,
            ),
            Column(
                title=self.tr("Omvang, in fte"),
                text=lambda pair: write_fte(pair[0].value),
                sort=lambda pair: pair[0].value.hundredths if pair[0].value else -1,
                is_number=True,
                width=140,
            ),
            Column(title=self.tr("Bron"), text=lambda pair: pair[1].source),
        ]

    def _statement_columns(self) -> list[Column]:
        kinds = {
            StatementKind.ROUNDED: self.tr("afgerond"),
            StatementKind.CHANGE: self.tr("verandering"),
            StatementKind.FORECAST: self.tr("prognose"),
        }
        return [
            Column(title=self.tr("Periode"), text=write_period, width=200),
            Column(
                title=self.tr("Gebied"),
                text=lambda told: write_place(told.province),
                width=130,
            ),
            Column(
                title=self.tr("Sector"),
                text=lambda told: write_sector(told.sector),
                width=130,
            ),
            Column(title=self.tr("Soort"), text=lambda told: kinds[told.kind], width=110),
            Column(
                title=self.tr("In de woorden van de bron"), text=lambda told: told.wording
            ),
        ]

    def _show_source(self) -> None:
        panel = self.tabs.currentWidget()
        if panel is self.values:
            self._show_value(self.values.current)
        elif panel is self.statements:
            self._show_statement(self.statements.current)
        else:
            self.detail.clear()

    def _show_value(self, pair: _Pair | None) -> None:
        if pair is None:
            self.detail.clear()
            return
        value, delivery = pair
        where = f"{delivery.title}; {value.cell}" if value.cell else delivery.title
        words = self.tr("{fte} fte, {place}, {sector}, peildatum {day}").format(
            fte=write_fte(value.value),
            place=write_place(value.place),
            sector=write_sector(value.sector),
            day=write_date(value.reference_date),
        )
        self.detail.show_source(words, delivery.source, where)

    def _show_statement(self, told: Statement | None) -> None:
        if told is None:
            self.detail.clear()
            return
        note = self.tr("Dit getal wordt genoemd, maar nooit opgeteld.")
        self.detail.show_source(f"“{told.wording}”", told.source, note)

    def _draw_map(self) -> None:
        day = self.day.value
        self.map.setVisible(isinstance(day, date))
        if not isinstance(day, date):
            return
        amounts = {
            pair[0].place: pair[0].value
            for pair in self._pairs
            if pair[0].reference_date == day and pair[0].sector == ALL_SECTORS
        }
        whole = amounts.pop(WHOLE_COUNTRY, None)
        shares = {
            code: Fraction(amount.hundredths, whole.hundredths)
            for code, amount in amounts.items()
            if amount is not None and whole
        }
        caption = Caption(
            title=self.tr("Aandeel van de provincies in de rijkswerkgelegenheid"),
            subject=self.tr("Aandeel van alle fte, {day}").format(day=write_date(day)),
            source=self.tr("Bron: de gepubliceerde cijfers in deze werkbank."),
        )

        def draw(sheet: Sheet) -> Drawing:
            return province_map(shares, caption, write=write_share, sheet=sheet)

        self.map.show_figure(draw)


def write_place(code: str) -> str:
    """Return a province, or the whole country, by name."""
    return BY_CODE[code].name if code in BY_CODE else "Nederland"


def write_sector(sector: str) -> str:
    """Return a sector, or all of them, by name."""
    names = {str(key): name for key, name in SECTORS.items()}
    return names.get(sector, "alle sectoren" if sector == ALL_SECTORS else sector)


def write_period(told: Statement) -> str:
    """Return the moment or period a statement is about, as published."""
    parts = [told.reference_date, told.until]
    if not any(parts):
        return told.published or "onbekend"
    return " – ".join(_write_day(part) for part in parts if part)


def _write_day(text: str) -> str:
    return write_date(date.fromisoformat(text)) if len(text) == len("2024-05-08") else text


def _is_share(pair: _Pair) -> bool:
    return pair[0].sector == ALL_SECTORS and pair[0].place != WHOLE_COUNTRY
