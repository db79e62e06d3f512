"""The reference lists: ministries by date, provinces, and the sources that are cited."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from workbench.domain.notation import write_date
from workbench.domain.place import PROVINCES
from workbench.domain.rule import ProvinceList
from workbench.ui.page import frame_page
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.session import Session
from workbench.ui.widgets.date_edit import DateEdit
from workbench.usecases.cases import ministries_on
from workbench.usecases.registers import Source, sources


class RegistersPage(QWidget):
    """Shows what holds on a day; the lists themselves come with the program."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self.day = DateEdit()
        self.ministries = RowsPanel(self.tr("Ministeries"), self._ministry_columns())
        self.provinces = RowsPanel(self.tr("Provincies"), self._province_columns())
        self.sources = RowsPanel(self.tr("Bronnen"), self._source_columns())
        self.tabs = QTabWidget()
        self._build()
        self.day.committed.connect(lambda _day: self.reload())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.day.show_day(self.day.day or self._session.context.today())
            self.reload()

    def reload(self) -> None:
        """Show what holds on the chosen day."""
        self._is_stale = False
        day = self.day.day or self._session.context.today()
        self.ministries.show_rows(self._session.read(ministries_on, day))
        lists = [one for one in self._session.context.rules.lists if one.holds_on(day)]
        self.provinces.show_rows([(one, _lists_with(lists, one.code)) for one in PROVINCES])
        self.sources.show_rows(self._session.read(sources))

    def _build(self) -> None:
        frame = frame_page(self, self.tr("Registers"), scrolls=False)
        label = QLabel(self.tr("Zoals het gold op"))
        label.setBuddy(self.day.line)
        self.day.line.setAccessibleName(self.tr("Zoals het gold op"))
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.day, 1)
        row.addStretch(2)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Registers"))
        for panel, name in (
            (self.ministries, self.tr("Ministeries")),
            (self.provinces, self.tr("Provincies")),
            (self.sources, self.tr("Bronnen")),
        ):
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
