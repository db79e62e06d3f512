"""The card of a ministry: its services, their fte per province, and its running cases."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.domain.fte import Fte
from workbench.domain.notation import write_date, write_fte
from workbench.domain.place import PROVINCES
from workbench.figures.amount_maps import amount_map
from workbench.figures.map_sheet import Caption
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.figures_look import FigureLook
from workbench.ui.icons import put_icon
from workbench.ui.page import scrolling
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.theme import set_look, theme
from workbench.ui.two_columns import TwoColumns
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import body, heading
from workbench.usecases.cards import MinistryCard as CardFacts
from workbench.usecases.cards import ministry_card
from workbench.usecases.fields import STAGES

_MAP, _TABLE, _SMALL = 420, 470, 260


class MinistryCard(QWidget):
    """Everything the register knows of one ministry.

    Signals:
        closed: The user goes back.
        case_wanted: A case was opened; carries its id.
    """

    closed = Signal()
    case_wanted = Signal(str)

    def __init__(self, look: FigureLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._facts: CardFacts | None = None
        self.back = QPushButton(self.tr("Terug"))
        self.name = heading("")
        self.now = body("")
        self.map = FigurePanel()
        self.provinces = RowsPanel(
            self.tr("Fte per provincie"), self._place_columns(), searches=False
        )
        self.services = RowsPanel(self.tr("Diensten"), self._service_columns())
        self.cases = RowsPanel(
            self.tr("Lopende casussen"), self._case_columns(), searches=False
        )
        self.plans = body("")
        self._build()
        self.back.clicked.connect(self.closed)
        self.map.activated.connect(look.place_wanted)
        self.cases.chosen.connect(lambda case: self.case_wanted.emit(case.id))

    @property
    def panels(self) -> tuple[FigurePanel, ...]:
        return (self.map,)

    def show_ministry(self, key: str) -> None:
        """Show the card of a ministry as it is today."""
        look = self._look
        facts = look.session.read(ministry_card, key, None, look.view)
        self._facts = facts
        words = self.tr("Ministerie van {name}").format(name=facts.ministry.name)
        self.name.setText(words)
        self.setAccessibleName(words)
        self.services.show_rows(facts.services)
        self.cases.show_rows(facts.cases)
        nothing = self.tr("Nog geen plan ontvangen.")
        self.plans.setText("\n".join([*(facts.plans or [nothing]), *facts.talks]))
        days = facts.days[-3:]
        self.provinces.show_rows([(place, days) for place in PROVINCES] if days else [])
        self.map.setVisible(bool(days))
        if not days:
            self.now.setText(
                self.tr(
                    "Van de diensten van dit ministerie zijn nog geen cijfers geleverd."
                )
            )
            return
        newest = days[-1]
        self.now.setText(
            self.tr("{count} diensten, cijfers van {day}.").format(
                count=len(facts.services), day=write_date(newest)
            )
        )
        amounts = {
            place.code: facts.by_place.get((newest, place.code)) for place in PROVINCES
        }
        caption = Caption(
            title=self.tr("Waar het ministerie zijn fte heeft"),
            subject=self.tr("Fte, {day}").format(day=write_date(newest)),
            source=look.source(),
        )
        self.map.show_figure(lambda sheet: amount_map(amounts, caption, sheet=sheet))
        self.back.setFocus()

    def _build(self) -> None:
        set_look(self.back, "quiet")
        put_icon(self.back, "arrow-left", "accent")
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.name, 1)
        self.map.setMinimumHeight(theme().scaled(_MAP))
        self.provinces.setMinimumHeight(theme().scaled(_TABLE))
        columns = TwoColumns(shares=(1, 1))
        for widget in (self.now, self.map, self.provinces):
            columns.left.addWidget(widget)
        for title, table in (
            (self.tr("Diensten, op de nieuwste peildatum"), self.services),
            (self.tr("Lopende casussen"), self.cases),
        ):
            table.setMinimumHeight(theme().scaled(_SMALL))
            card = Card(title)
            card.content.addWidget(table)
            columns.right.addWidget(card)
        plan = Card(self.tr("Eigen plan voor de spreiding, en zbo-gesprekken"))
        plan.content.addWidget(self.plans)
        columns.right.addWidget(plan)
        columns.right.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(head)
        column.addWidget(scrolling(columns), 1)

    def _amount(self, code: str, back: int) -> Fte | None:
        if self._facts is None or len(self._facts.days) < back:
            return None
        return self._facts.by_place.get((self._facts.days[-back], code))

    def _place_columns(self) -> list[Column]:
        def column(title: str, back: int) -> Column:
            return Column(
                title=title,
                text=lambda row: write_fte(self._amount(row[0].code, back)),
                is_number=True,
                width=150,
            )

        return [
            Column(title=self.tr("Provincie"), text=lambda row: str(row[0].name)),
            column(self.tr("Twee peildata eerder"), 3),
            column(self.tr("Vorige peildatum"), 2),
            column(self.tr("Nieuwste peildatum"), 1),
        ]

    def _service_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Dienst"), text=lambda one: str(one.name)),
            Column(
                title=self.tr("Omvang, in fte"),
                text=lambda one: write_fte(one.amount),
                sort=lambda one: one.amount.hundredths if one.amount else -1,
                is_number=True,
                width=140,
            ),
        ]

    def _case_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Nummer"), text=lambda case: str(case.number), width=100),
            Column(title=self.tr("Casus"), text=lambda case: str(case.title)),
            Column(title=self.tr("Stand"), text=lambda case: STAGES[case.stage], width=120),
        ]
