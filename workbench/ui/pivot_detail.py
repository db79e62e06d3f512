"""Shows what a cell of a pivot table rests on: deliveries, files and source cells."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.domain.delivery import Delivery, FteValue
from workbench.domain.notation import write_date, write_fte
from workbench.domain.pivot import Dimension, PivotOrigin, PivotTable
from workbench.ui.pivot_words import explain_value
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.theme import theme
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import body, muted

_Pair = tuple[FteValue, Delivery]
_HEIGHT = 190


class PivotDetail(Card):
    """One cell in words, and a row for each figure in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._table: PivotTable | None = None
        self.words = body("")
        self.remark = muted("")
        self.figures = RowsPanel(
            self.tr("Cijfers achter de gekozen cel"), self._columns(), searches=False
        )
        self.figures.count.hide()
        for widget in (self.words, self.figures, self.remark):
            self.content.addWidget(widget)
        theme().changed.connect(self._measure)
        self._measure()
        self.clear()

    def clear(self) -> None:
        """Say how to see where a number comes from."""
        self._show(
            self.tr("Herkomst"),
            self.tr(
                "Kies een cel en druk op Enter om te zien waar het getal vandaan komt."
            ),
        )
        self.figures.hide()
        self.remark.hide()

    def show_origin(self, table: PivotTable, origin: PivotOrigin, heads: str) -> None:
        self._table = table
        self._show(heads, explain_value(origin.cell, table))
        self.figures.show_rows(origin.figures)
        self.figures.setVisible(bool(origin.figures))
        told = self.tr("{count} cijfers; de eerste {shown} staan hier.").format(
            count=origin.count, shown=len(origin.figures)
        )
        self.remark.setText(told)
        self.remark.setVisible(origin.count > len(origin.figures))

    def _show(self, heads: str, words: str) -> None:
        self.set_title(heads)
        self.words.setText(words)

    def _measure(self) -> None:
        self.figures.setFixedHeight(theme().scaled(_HEIGHT))

    def _name(self, dimension: Dimension, key: str) -> str:
        return self._table.name(dimension, key) if self._table and key else ""

    def _columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Organisatie"),
                text=lambda pair: self._name(Dimension.ORGANISATION, pair[0].organisation),
                width=200,
            ),
            Column(
                title=self.tr("Gebied"),
                text=lambda pair: self._name(Dimension.PLACE, pair[0].place),
                width=120,
            ),
            Column(
                title=self.tr("Sector"),
                text=lambda pair: self._name(Dimension.SECTOR, pair[0].sector),
                width=130,
            ),
            Column(title=self.tr("Wie"), text=lambda pair: str(pair[0].staff), width=130),
            Column(
                title=self.tr("Fte"),
                text=lambda pair: write_fte(pair[0].value),
                sort=lambda pair: pair[0].value.hundredths if pair[0].value else -1,
                is_number=True,
                width=100,
            ),
            Column(title=self.tr("Levering"), text=_delivery),
            Column(title=self.tr("Cel"), text=lambda pair: pair[0].cell, width=110),
        ]


def _delivery(pair: _Pair) -> str:
    delivery = pair[1]
    told = f"{delivery.title}, {write_date(delivery.delivered_on)}"
    parts = (told, delivery.source, delivery.reason)
    return "; ".join(part for part in parts if part)
