"""A field for a day, typed as one writes it or chosen in a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.notation import UNKNOWN, read_date, write_date
from workbench.ui.icons import put_icon
from workbench.ui.theme import current_palette, set_look, theme
from workbench.ui.widgets.value_edit import ValueEdit


class DateEdit(QWidget):
    """Reads "8 mei 2024" or "8-5-2024"; empty is unknown.

    Signals:
        committed: The day changed; carries a `date`, or `None` for unknown.
        faulted: The text cannot be read; carries what to do, "" once it is right again.
    """

    committed = Signal(object)
    faulted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        advice = self.tr("Dit is geen dag. Typ een datum, zoals 8 mei 2024 of 8-5-2024.")
        self.line = ValueEdit(_read, _write, advice)
        self.line.setPlaceholderText(UNKNOWN)
        self.button = QToolButton()
        self._popup: _CalendarPopup | None = None
        set_look(self.button, "plain")
        put_icon(self.button, "calendar", "accent")
        self.button.setAccessibleName(self.tr("Kies een dag in de kalender"))
        self.button.setToolTip(self.tr("Kies een dag in de kalender"))
        self.button.setMinimumSize(30, 30)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.line.committed.connect(self.committed)
        self.line.faulted.connect(self.faulted)
        self.button.clicked.connect(self.open_calendar)

    @property
    def day(self) -> date | None:
        """The last day that could be read."""
        value = self.line.value
        return value if isinstance(value, date) else None

    @property
    def error(self) -> str:
        return self.line.error

    def show_day(self, day: date | None) -> None:
        self.line.show_value(day)

    def open_calendar(self) -> None:
        if self._popup is None:
            self._popup = _CalendarPopup(self)
            self._popup.chosen.connect(self._take)
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        self._popup.open_at(below, self.day)

    def _take(self, day: date) -> None:
        self.line.setText(write_date(day))
        self.line.read()
        self.line.setFocus()


class _CalendarPopup(QFrame):
    """The calendar below the field; Esc leaves it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_look(self, "card")
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers
        )
        self.calendar.setAccessibleName(self.tr("Kalender"))
        self._name_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.calendar)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    def open_at(self, place: QPoint, day: date | None) -> None:
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        weekend = QTextCharFormat()  # Qt's red is too dark on a dark ground
        weekend.setForeground(QColor(current_palette().muted))
        for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day_of_week, weekend)
        self.calendar.setMinimumSize(theme().scaled(300), theme().scaled(250))
        self.adjustSize()
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def _name_buttons(self) -> None:
        for child, name, image in (
            ("qt_calendar_prevmonth", self.tr("Vorige maand"), "arrow-left"),
            ("qt_calendar_nextmonth", self.tr("Volgende maand"), "arrow-right"),
        ):
            for button in self.calendar.findChildren(QToolButton, child):
                button.setAccessibleName(name)
                button.setToolTip(name)
                put_icon(button, image)

    def _choose(self, chosen: QDate) -> None:
        if not self.isVisible():  # a double click says both clicked and activated
            return
        self.close()
        self.chosen.emit(date(chosen.year(), chosen.month(), chosen.day()))


def _read(text: str) -> date | None:
    return None if text.lower() == UNKNOWN else read_date(text)


def _write(value: object) -> str:
    return write_date(value) if isinstance(value, date) else ""
