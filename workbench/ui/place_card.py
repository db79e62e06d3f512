"""The card of a province: its figures, running cases and what is foreseen."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.domain.adjustment import Adjustment
from workbench.domain.notation import write_date, write_fte, write_share
from workbench.figures.drawing import Drawing
from workbench.figures.map_sheet import Caption
from workbench.figures.sheet import Sheet
from workbench.figures.trend_series import TrendPoint, TrendSeries
from workbench.figures.trends import trend_lines
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.figure_words import write_period, write_place, write_sector
from workbench.ui.figures_look import FigureLook
from workbench.ui.icons import put_icon
from workbench.ui.page import scrolling
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.theme import set_look, theme
from workbench.ui.two_columns import TwoColumns
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import body, heading
from workbench.usecases.adjustments import KINDS
from workbench.usecases.cards import ProvinceCard, YearLine, province_card
from workbench.usecases.fields import STAGES
from workbench.usecases.figures import SECTOR_KEYS

_CHART, _TABLE, _CASES = 330, 380, 140


class PlaceCard(QWidget):
    """Everything the register knows of one province, on one screen.

    Signals:
        closed: The user goes back.
        case_wanted: A case was opened; carries its id.
    """

    closed = Signal()
    case_wanted = Signal(str)

    def __init__(self, look: FigureLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.code = ""
        self.back = QPushButton(self.tr("Terug"))
        self.name = heading("")
        self.now = body("")
        self.chart = FigurePanel()
        self.years = RowsPanel(
            self.tr("Fte door de jaren"), self._columns(), searches=False
        )
        self.cases = RowsPanel(
            self.tr("Lopende casussen"), self._case_columns(), searches=False
        )
        self.foreseen = body("")
        self.causes = body("")
        self.sites = body("")
        self._build()
        self.back.clicked.connect(self.closed)
        self.cases.chosen.connect(lambda case: self.case_wanted.emit(case.id))
        self.years.pointed.connect(self._point)

    @property
    def panels(self) -> tuple[FigurePanel, ...]:
        return (self.chart,)

    def show_place(self, code: str) -> None:
        """Show the card of a province."""
        self.code = code
        look = self._look
        card = look.session.read(province_card, code, look.view, look.wholes())
        self.name.setText(card.name)
        self.setAccessibleName(self.tr("Kaart van {name}").format(name=card.name))
        self.years.show_rows(card.lines)
        self.cases.show_rows(card.cases)
        self.now.setText(self._say_now(card))
        nothing = self.tr("Niets bekend.")
        told = [
            f"{write_period(one)}: “{one.wording}” ({one.source})" for one in card.foreseen
        ]
        self.foreseen.setText("\n".join(told) or nothing)
        self.causes.setText("\n".join(map(_say_cause, card.causes)) or nothing)
        sites = [f"{one.name} ({one.kind}), {one.municipality}" for one in card.sites]
        self.sites.setText("\n".join(sites) or nothing)
        self._draw(card)
        self.back.setFocus()

    def _say_now(self, card: ProvinceCard) -> str:
        known = [line for line in card.lines if line.amount is not None]
        if not known:
            return self.tr(
                "Van deze provincie zijn nog geen cijfers geleverd of gepubliceerd."
            )
        line = known[0]
        words = self.tr("{amount} fte op {day}; aandeel in Nederland {share}.").format(
            amount=write_fte(line.amount),
            day=write_date(line.day),
            share=write_share(line.share),
        )
        return f"VOORBEELD. {words}" if line.is_sample else words

    def _draw(self, card: ProvinceCard) -> None:
        points = tuple(
            TrendPoint(day=line.day, amount=line.amount) for line in reversed(card.lines)
        )
        self.chart.setVisible(bool(points))
        if not points:
            return
        series = [TrendSeries(key=card.code, name=card.name, points=points)]
        caption = Caption(
            title=self.tr("Fte in {name}").format(name=card.name),
            subject=self.tr("Fte per peildatum, alle sectoren"),
            source=self._look.source(),
        )

        def draw(sheet: Sheet) -> Drawing:
            return trend_lines(series, caption, sheet=sheet)

        self.chart.show_figure(draw)

    def _point(self, line: YearLine | None) -> None:
        if line is not None:
            amounts = self._look.amounts(line.day)
            self._look.origin_wanted.emit(amounts, self.code, "totaal")

    def _build(self) -> None:
        set_look(self.back, "quiet")
        put_icon(self.back, "arrow-left", "accent")
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.name, 1)
        self.chart.setMinimumHeight(theme().scaled(_CHART))
        self.years.setMinimumHeight(theme().scaled(_TABLE))
        self.cases.setMinimumHeight(theme().scaled(_CASES))
        columns = TwoColumns(shares=(3, 2))
        columns.left.addWidget(self.now)
        columns.left.addWidget(self.chart)
        columns.left.addWidget(self.years)
        for title, widget in (
            (self.tr("Lopende casussen"), self.cases),
            (self.tr("Prognoses en plannen"), self.foreseen),
            (self.tr("Verplaatsingen en andere oorzaken"), self.causes),
            (self.tr("Rijkshubs, rijkskantoren en gemeenten"), self.sites),
        ):
            card = Card(title)
            card.content.addWidget(widget)
            columns.right.addWidget(card)
        columns.right.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(head)
        column.addWidget(scrolling(columns), 1)

    def _columns(self) -> list[Column]:
        columns = [
            Column(
                title=self.tr("Peildatum"),
                text=lambda line: write_date(line.day),
                sort=lambda line: line.day.toordinal(),
                width=130,
            ),
            Column(
                title=self.tr("Fte"),
                text=lambda line: write_fte(line.amount),
                is_number=True,
                width=100,
            ),
            Column(
                title=self.tr("Aandeel"),
                text=lambda line: _share(line.share),
                is_number=True,
                width=90,
            ),
        ]
        return columns + [_sector_column(key) for key in SECTOR_KEYS]

    def _case_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Nummer"), text=lambda case: case.number, width=100),
            Column(title=self.tr("Casus"), text=lambda case: case.title),
            Column(title=self.tr("Stand"), text=lambda case: STAGES[case.stage], width=120),
        ]


def _share(share: Fraction | None) -> str:
    return write_share(share, 2)


def _sector_column(key: str) -> Column:
    return Column(
        title=write_sector(key),
        text=lambda line: write_fte(line.sectors.get(key)),
        is_number=True,
        width=120,
    )


def _say_cause(cause: Adjustment) -> str:
    way = " → ".join(
        write_place(code) if code else "buiten het register"
        for code in (cause.from_place, cause.to_place)
    )
    amount = (
        "niet gepubliceerd" if cause.amount is None else f"{write_fte(cause.amount)} fte"
    )
    kind = KINDS[cause.kind]
    who = f" {cause.organisation}" if cause.organisation else ""
    return f"{write_date(cause.day)}: {kind}{who}, {way}, {amount}"
