"""Shows what a number rests on: values with their delivery, file, sheet and cell."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from workbench.domain.delivery import Delivery, FteValue
from workbench.domain.notation import write_date, write_fte, write_number
from workbench.ui.figure_words import write_place, write_sector
from workbench.ui.figures_look import FigureLook
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.theme import theme
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import body
from workbench.usecases.figures import DayAmounts, origin_of

_HEIGHT = 150
_Pair = tuple[FteValue, Delivery]


class OriginDetail(Card):
    """The chosen number in words, and below it everything it was taken from."""

    def __init__(self, look: FigureLook, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._look = look
        self._names: Mapping[str, str] = {}
        self.set_title(self.tr("Waar dit getal vandaan komt"))
        self.words = body("")
        self.figures = RowsPanel(self.tr("Geleverde cijfers"), self._columns())
        self.content.addWidget(self.words)
        self.content.addWidget(self.figures)
        look.origin_wanted.connect(self.show_origin)
        theme().changed.connect(self._measure)
        self._measure()
        self.clear()

    def clear(self) -> None:
        """Leave the room to the figures until a number is chosen."""
        self.words.setText("")
        self.figures.hide()
        self.hide()

    def show_origin(self, amounts: DayAmounts, place: str, sector: str) -> None:
        """Show the figures behind one amount."""
        origin = self._look.session.read(origin_of, amounts, place, sector, self._look.view)
        found, self._names = origin.figures, origin.names
        words = self.tr("{place}, {sector}, {day}: {amount} fte.").format(
            place=write_place(place),
            sector=write_sector(sector),
            day=write_date(amounts.day),
            amount=write_fte(amounts.amount(place, sector)),
        )
        if not found:
            words += " " + self.tr("Hiervoor is geen cijfer geleverd of gepubliceerd.")
        elif len(found) > 1:
            many = self.tr("Het is de som van {count} geleverde cijfers.")
            if origin.is_cut:
                many = self.tr("Het is de som van meer dan {count} geleverde cijfers.")
            words += " " + many.format(count=write_number(Decimal(len(found)), 0))
        self.words.setText(words)
        self.show()
        self.figures.show_rows(found)
        self.figures.setVisible(bool(found))

    def _measure(self) -> None:
        self.figures.setFixedHeight(theme().scaled(_HEIGHT))

    def _columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Gebied"),
                text=lambda pair: write_place(pair[0].place),
                width=100,
            ),
            Column(
                title=self.tr("Sector"),
                text=lambda pair: write_sector(pair[0].sector),
                width=120,
            ),
            Column(
                title=self.tr("Organisatie"),
                text=lambda pair: self._names.get(pair[0].organisation, ""),
                width=190,
            ),
            Column(title=self.tr("Wie"), text=lambda pair: str(pair[0].staff), width=110),
            Column(
                title=self.tr("Omvang, in fte"),
                text=lambda pair: write_fte(pair[0].value),
                sort=lambda pair: pair[0].value.hundredths if pair[0].value else -1,
                is_number=True,
                width=120,
            ),
            Column(title=self.tr("Cel"), text=lambda pair: pair[0].cell, width=110),
            Column(title=self.tr("Levering en bron"), text=_delivery),
        ]


def _delivery(pair: _Pair) -> str:
    delivery = pair[1]
    told = f"{delivery.title}, {write_date(delivery.delivered_on)}"
    method = f"telling: {delivery.method}" if delivery.method else ""
    return "; ".join(filter(None, (told, delivery.source, method, delivery.reason)))
