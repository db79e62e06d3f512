"""What was published, as it was published: exact figures and statements with a number."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from workbench.domain.delivery import Delivery, FteValue, Statement, StatementKind
from workbench.domain.notation import write_date, write_fte
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.figure_words import write_period, write_place, write_sector
from workbench.ui.figures_look import FigureLook
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.source_detail import SourceDetail
from workbench.usecases.registers import published_statements, published_values

_Pair = tuple[FteValue, Delivery]


class FiguresPublished(QWidget):
    """Two tables; nothing here can be changed or added up."""

    def __init__(self, look: FigureLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.values = RowsPanel(self.tr("Gepubliceerde fte"), self._value_columns())
        self.statements = RowsPanel(
            self.tr("Uitspraken met een getal"), self._statement_columns()
        )
        self.tabs = QTabWidget()
        self.detail = SourceDetail()
        self._build()
        self.values.pointed.connect(self._show_value)
        self.statements.pointed.connect(self._show_statement)
        self.tabs.currentChanged.connect(lambda _at: self._show_source())

    @property
    def panels(self) -> tuple[FigurePanel, ...]:
        return ()

    def reload(self) -> None:
        """Read what was published again."""
        session = self._look.session
        self.values.show_rows(session.read(published_values))
        self.statements.show_rows(session.read(published_statements))

    def _build(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Gepubliceerd"))
        self.tabs.addTab(self.values, self.tr("Gepubliceerde fte"))
        self.tabs.addTab(self.statements, self.tr("Afgerond, verandering of prognose"))
        for panel in (self.values, self.statements):
            panel.setContentsMargins(0, 12, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.detail)

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
        if self.tabs.currentWidget() is self.values:
            self._show_value(self.values.current)
        else:
            self._show_statement(self.statements.current)

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
