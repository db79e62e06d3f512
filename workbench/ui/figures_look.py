"""Which figures the page "Kaart en cijfers" looks at, shared by all its tabs."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from workbench.domain.fte import Fte
from workbench.domain.notation import write_date
from workbench.ui.session import Session
from workbench.usecases.figures import (
    DayAmounts,
    View,
    amounts_of_days,
    list_days,
    list_views,
)


class FigureLook(QObject):
    """Remembers the choices and reads each date once, until something changes.

    Signals:
        changed: Other figures are looked at.
        place_wanted: The card of a place is asked for; carries its code.
        origin_wanted: A number is asked after; carries `DayAmounts`, place and sector.
    """

    changed = Signal()
    place_wanted = Signal(str)
    origin_wanted = Signal(object, str, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.view = View()
        self.day: date | None = None
        self.other: date | None = None
        self._amounts: dict[date, DayAmounts] = {}

    @property
    def days(self) -> list[date]:
        """The reference dates of the view, oldest first."""
        return self.session.read(list_days, self.view)

    def views(self) -> list[View]:
        return self.session.read(list_views)

    def choose(self, view: View, day: date | None, other: date | None) -> None:
        """Look at other figures."""
        if view != self.view:
            self._amounts.clear()
        self.view, self.day, self.other = view, day, other
        self.changed.emit()

    def forget(self) -> None:
        """Read everything again: the store changed."""
        self._amounts.clear()
        days = self.days
        if not days and not self.view.samples:
            samples = View(samples=True)
            if self.session.read(list_days, samples):
                self.view, days = samples, self.session.read(list_days, samples)
        if self.day not in days:
            self.day = days[-1] if days else None
        earlier = [day for day in days if self.day and day < self.day]
        if self.other not in earlier:
            self.other = earlier[-1] if earlier else None

    def amounts(self, day: date) -> DayAmounts:
        """Return the amounts of one date."""
        if day not in self._amounts:
            self._read([day])
        return self._amounts[day]

    def wholes(self) -> dict[date, Fte | None]:
        """Return the country's total on every date."""
        missing = [day for day in self.days if day not in self._amounts]
        if missing:
            self._read(missing)
        return {day: one.whole for day, one in self._amounts.items()}

    def source(self) -> str:
        """Return what stands under every figure."""
        words = (
            self.tr("Bron: VOORBEELD, verzonnen cijfers in het fte-register")
            if self.view.samples
            else self.tr("Bron: leveringen in het fte-register van deze werkbank")
        )
        if self.view.known_on is not None:
            known = self.tr("zoals bekend op {day}")
            return f"{words}, {known.format(day=write_date(self.view.known_on))}"
        return self.tr("{words}, zoals nu bekend").format(words=words)

    def _read(self, days: list[date]) -> None:
        for day in days:
            self._amounts[day] = DayAmounts(day=day)
        for one in self.session.read(amounts_of_days, days, self.view):
            self._amounts[one.day] = one
