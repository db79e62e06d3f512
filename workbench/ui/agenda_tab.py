"""Everything that comes back on a day, as a list beside a calendar."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QBoxLayout,
    QCalendarWidget,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.notation import write_date
from workbench.ui.flow_row import FlowRow
from workbench.ui.icons import put_icon
from workbench.ui.page import scrolling
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.session import Session
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labels import muted
from workbench.ui.window_actions import CALENDARS, WindowActions
from workbench.usecases.agenda import AgendaItem, as_calendar, list_agenda
from workbench.usecases.calendars import save_calendar

_SOON = timedelta(days=30)
_ROOM_BESIDE, _ROWS = 860, 260


class AgendaTab(QWidget):
    """A row opens what it is about; a day in the calendar shows that day only.

    Signals:
        wanted: Where the chosen row leads.
        told: Something worked; carries what.
    """

    wanted = Signal(str)
    told = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._items: list[AgendaItem] = []
        self._group = "all"
        self._day: date | None = None
        self.rows = RowsPanel(self.tr("Agenda"), self._columns())
        self.calendar = QCalendarWidget()
        self.filters: dict[str, QPushButton] = {}
        self.export = QPushButton(self.tr("Naar agenda (.ics)"))
        self.every_day = QPushButton(self.tr("Toon alle dagen"))
        self.open = QPushButton(self.tr("Openen"))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        theme().changed.connect(self._measure)
        self._measure()
        self.rows.chosen.connect(lambda item: self.wanted.emit(item.goes_to))
        self.calendar.clicked.connect(self._choose_day)
        self.calendar.activated.connect(self._choose_day)
        self.every_day.clicked.connect(lambda: self._choose_day(None))
        self.export.clicked.connect(self._export)
        self.open.clicked.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= theme().scaled(_ROOM_BESIDE)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if has_room else ways.TopToBottom)

    def reload(self) -> None:
        """Read the agenda again."""
        self._items = self._session.read(list_agenda)
        self._mark_days()
        self._show()

    def show_group(self, key: str) -> None:
        """Show one group of rows only."""
        self._group = key
        self.filters[key].setChecked(True)
        self._show()

    def _groups(self) -> dict[str, str]:
        return {
            "all": self.tr("Alles"),
            "mine": self.tr("Van mij"),
            "late": self.tr("Te laat"),
            "soon": self.tr("Komende 30 dagen"),
            "chances": self.tr("Hier kan het nog"),
        }

    def _holds(self, item: AgendaItem, group: str) -> bool:
        today = self._session.context.today()
        return {
            "all": True,
            "mine": item.owner == self._session.context.user,
            "late": item.is_late(today),
            "soon": today <= item.day <= today + _SOON,
            "chances": item.is_chance and not item.is_late(today),
        }[group]

    def _show(self) -> None:
        for key, name in self._groups().items():
            count = sum(self._holds(item, key) for item in self._items)
            self.filters[key].setText(f"{name} {count}")
        self.rows.show_rows(
            [
                item
                for item in self._items
                if self._holds(item, self._group)
                and (self._day is None or item.day == self._day)
            ]
        )
        self.every_day.setVisible(self._day is not None)

    def _choose_day(self, day: QDate | None) -> None:
        self._day = None if day is None else date(day.year(), day.month(), day.day())
        self._show()

    def _mark_days(self) -> None:
        """Set the days with something to do in bold."""
        self.calendar.setDateTextFormat(QDate(), QTextCharFormat())
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Black)
        bold.setFontUnderline(True)
        for item in self._items:
            self.calendar.setDateTextFormat(
                QDate(item.day.year, item.day.month, item.day.day), bold
            )

    def _export(self) -> None:
        title = self.tr("Agenda bewaren")
        path = self._actions.ask_save(self, title, "werkbank.ics", CALENDARS)
        if path is not None:
            days = as_calendar(self.rows.shown_rows())
            if self._session.run(save_calendar, days, path) is not None:
                self.told.emit(self.tr("{name} is bewaard.").format(name=path.name))

    def _open(self) -> None:
        item = self.rows.current
        if item is not None:
            self.wanted.emit(item.goes_to)

    def _build(self) -> None:
        row = FlowRow(spacing=6)
        for key in self._groups():
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoExclusive(True)
            set_look(button, "filter")
            button.clicked.connect(lambda _=False, key=key: self.show_group(key))
            self.filters[key] = button
            row.add(button)
        self.filters["all"].setChecked(True)
        put_icon(self.export, "calendar", "accent")
        put_icon(self.open, "arrow-right", "accent")
        buttons = QHBoxLayout()
        buttons.addWidget(self.open)
        buttons.addWidget(self.export)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(row)
        column.addWidget(self.rows, 1)
        column.addLayout(buttons)
        inside = QWidget()
        inside.setObjectName("page")
        inside.setLayout(self._both)
        self._both.setContentsMargins(0, 12, 0, 0)
        self._both.setSpacing(16)
        self._both.addLayout(column, 1)
        self._both.addLayout(self._side())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _measure(self) -> None:
        self.calendar.setMinimumSize(theme().scaled(290), theme().scaled(250))
        self.calendar.setMaximumWidth(theme().scaled(360))
        self.rows.setMinimumHeight(theme().scaled(_ROWS))

    def _side(self) -> QVBoxLayout:
        """Return the calendar with what it means."""
        self.calendar.setAccessibleName(self.tr("Kalender"))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setGridVisible(True)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, QTextCharFormat())
        side = QVBoxLayout()
        side.addWidget(self.calendar)
        side.addWidget(self.every_day)
        side.addWidget(
            muted(
                self.tr(
                    "Termijnen zijn werkafspraken: er zijn er geen gepubliceerd."
                    " Vet onderstreepte dagen hebben een regel."
                )
            )
        )
        side.addStretch(1)
        return side

    def _columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Dag"),
                text=self._write_day,
                sort=lambda item: item.day.toordinal(),
                width=185,
            ),
            Column(title=self.tr("Wat"), text=lambda item: str(item.name)),
            Column(title=self.tr("Hoort bij"), text=lambda item: str(item.kind), width=150),
            Column(title=self.tr("Casus"), text=lambda item: str(item.about), width=100),
            Column(title=self.tr("Wie"), text=lambda item: str(item.owner), width=120),
        ]

    def _write_day(self, item: AgendaItem) -> str:
        day = write_date(item.day)
        is_late = item.is_late(self._session.context.today())
        return self.tr("{day} (te laat)").format(day=day) if is_late else day
