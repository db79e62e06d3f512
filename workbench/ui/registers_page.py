"""The registers: reference lists of the program, and what the office keeps itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from workbench.domain.notation import write_date
from workbench.domain.place import PROVINCES
from workbench.domain.rule import ProvinceList
from workbench.ui.adjustments_register import adjustments_register
from workbench.ui.methods_register import methods_register
from workbench.ui.moves_panel import MovesPanel
from workbench.ui.organisations_panel import OrganisationsPanel
from workbench.ui.page import frame_page
from workbench.ui.register_panel import Register, RegisterPanel
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.session import Session
from workbench.ui.sites_register import sites_register
from workbench.ui.theme import theme
from workbench.ui.widgets.date_edit import DateEdit
from workbench.usecases.cases import ministries_on
from workbench.usecases.registers import Source, sources

_LATE = ("organisations", "sites", "methods", "adjustments", "moves")


class RegistersPage(QWidget):
    """Shows what holds on a day; a tab is made and read when it is first looked at.

    Signals:
        ministry_wanted: The card of a ministry is asked for; carries its key.
        place_wanted: The card of a province is asked for; carries its code.
    """

    ministry_wanted = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale: set[QWidget] = set()
        self.day = DateEdit()
        self.ministries = RowsPanel(self.tr("Ministeries"), self._ministry_columns())
        self.provinces = RowsPanel(self.tr("Provincies"), self._province_columns())
        self.sources = RowsPanel(self.tr("Bronnen"), self._source_columns())
        self._rooms = {key: QWidget() for key in _LATE}
        self._made: list[OrganisationsPanel | RegisterPanel] = []
        self.tabs = QTabWidget()
        self._readers: dict[QWidget, Callable[[date], None]] = {
            self.ministries: self._show_ministries,
            self._rooms["organisations"]: self._show_organisations,
            self.provinces: self._show_provinces,
            self._rooms["sites"]: lambda _day: self.sites.reload(),
            self._rooms["methods"]: lambda _day: self.methods.reload(),
            self._rooms["adjustments"]: lambda _day: self.adjustments.reload(),
            self._rooms["moves"]: lambda _day: self.moves.reload(),
            self.sources: lambda _day: self._show_sources(),
        }
        self._stale.update(self._readers)
        self._build()
        self.ministries.chosen.connect(lambda one: self.ministry_wanted.emit(one.key))
        self.provinces.chosen.connect(lambda row: self.place_wanted.emit(row[0].code))
        self.day.committed.connect(lambda _day: self.reload())
        self.tabs.currentChanged.connect(lambda _index: self._read())
        session.changed.connect(lambda _change: self.reload())

    @cached_property
    def organisations(self) -> OrganisationsPanel:
        panel = OrganisationsPanel(self._session)
        self._move_in("organisations", panel)
        self._made.append(panel)
        return panel

    @cached_property
    def sites(self) -> RegisterPanel:
        return self._register("sites", sites_register(self._session))

    @cached_property
    def methods(self) -> RegisterPanel:
        return self._register("methods", methods_register(self._session))

    @cached_property
    def adjustments(self) -> RegisterPanel:
        return self._register("adjustments", adjustments_register(self._session))

    @cached_property
    def moves(self) -> MovesPanel:
        panel = MovesPanel(self._session)
        self._move_in("moves", panel)
        return panel

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.day.show_day(self.day.day or self._session.context.today())
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        self._settle()
        super().hideEvent(event)

    def reload(self) -> None:
        """Read the shown tab again now, and the others when they are looked at."""
        self._stale.update(self._readers)
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        panel = self.tabs.currentWidget()
        if panel in self._stale and self.isVisible():
            self._stale.discard(panel)
            self._readers[panel](self.day.day or self._session.context.today())

    def _settle(self) -> None:
        for panel in self._made:
            panel.settle()

    def _register(self, key: str, register: Register) -> RegisterPanel:
        panel = RegisterPanel(self._session, register)
        self._move_in(key, panel)
        self._made.append(panel)
        return panel

    def _move_in(self, key: str, panel: QWidget) -> None:
        room = QVBoxLayout(self._rooms[key])
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(panel)

    def _show_ministries(self, day: date) -> None:
        self.ministries.show_rows(self._session.read(ministries_on, day))

    def _show_organisations(self, day: date) -> None:
        self.organisations.show_day(day)

    def _show_provinces(self, day: date) -> None:
        lists = [one for one in self._session.context.rules.lists if one.holds_on(day)]
        self.provinces.show_rows([(one, _lists_with(lists, one.code)) for one in PROVINCES])

    def _show_sources(self) -> None:
        self.sources.show_rows(self._session.read(sources))

    def _build(self) -> None:
        frame = frame_page(self, self.tr("Registers"), scrolls=False)
        label = QLabel(self.tr("Zoals het gold op"))
        label.setBuddy(self.day.line)
        self.day.line.setAccessibleName(self.tr("Zoals het gold op"))
        self.day.setMinimumWidth(theme().scaled(220))
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.day, 1)
        row.addStretch(2)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Registers"))
        for panel, name in (
            (self.ministries, self.tr("Ministeries")),
            (self._rooms["organisations"], self.tr("Organisaties")),
            (self.provinces, self.tr("Provincies")),
            (self._rooms["sites"], self.tr("Plaatsen")),
            (self._rooms["methods"], self.tr("Telmethoden")),
            (self._rooms["adjustments"], self.tr("Oorzaken")),
            (self._rooms["moves"], self.tr("Verplaatsingen")),
            (self.sources, self.tr("Bronnen")),
        ):
            if isinstance(panel, RowsPanel):
                panel.setContentsMargins(0, 12, 0, 0)
            self.tabs.addTab(panel, name)
        content: QVBoxLayout = frame.content
        content.addLayout(row)
        content.addWidget(self.tabs, 1)

    def _ministry_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Afkorting"), text=lambda one: one.key, width=110),
            Column(title=self.tr("Ministerie van"), text=lambda one: one.name),
            Column(
                title=self.tr("Vanaf"), text=lambda one: _day(one.valid_from), width=160
            ),
            Column(
                title=self.tr("Tot en met"),
                text=lambda one: _day(one.valid_until),
                width=160,
            ),
            Column(title=self.tr("TOOI-code"), text=lambda one: one.tooi, width=110),
            Column(title=self.tr("Bron"), text=lambda one: one.source, width=200),
        ]

    def _province_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Provincie"), text=lambda row: row[0].name, width=160),
            Column(title=self.tr("CBS"), text=lambda row: row[0].code, width=80),
            Column(title=self.tr("ISO"), text=lambda row: row[0].iso, width=80),
            Column(title=self.tr("NUTS"), text=lambda row: row[0].nuts, width=80),
            Column(title=self.tr("Staat in de lijsten"), text=lambda row: row[1]),
        ]

    def _source_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Bron"), text=_title_of),
            Column(title=self.tr("Adres"), text=lambda one: one.address),
        ]


def _title_of(source: Source) -> str:
    return source.title


def _lists_with(lists: list[ProvinceList], code: str) -> str:
    return ", ".join(one.title for one in lists if code in one.provinces)


def _day(day: date | None) -> str:
    return write_date(day) if day else ""
