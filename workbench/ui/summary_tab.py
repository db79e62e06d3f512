"""A case at a glance: facts, what is still needed, what follows, and where it lands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.case import Case
from workbench.domain.notation import write_date
from workbench.figures.drawing import Drawing
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import change_map
from workbench.figures.sheet import Sheet
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.page import scrolling
from workbench.ui.region_card import RegionCard
from workbench.ui.session import Session
from workbench.ui.summary_cards import ConclusionCard, FactsCard, NeededCard
from workbench.ui.summary_facts import summary_facts
from workbench.ui.theme import theme
from workbench.ui.two_columns import TwoColumns
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import muted
from workbench.usecases.cases import load_case, ministry_name
from workbench.usecases.checklist import assess_case
from workbench.usecases.context import Change


class SummaryTab(QWidget):
    """Everything to read, nothing to type; every gap leads to where it is filled.

    Signals:
        wanted: Where the user wants to go, such as "field:fte_after".
        record_wanted: A record elsewhere, such as "record:opportunities/ID".
    """

    wanted = Signal(str)
    record_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id = ""
        self._mapped: object = None
        self.facts = FactsCard()
        self.needed = NeededCard(
            self.tr("Nog nodig"),
            self.tr("Alles wat nodig is, is bekend."),
            "clock",
            Kind.ATTENTION,
        )
        self.signals = NeededCard(
            self.tr("Aandachtspunten"),
            self.tr("Er zijn geen aandachtspunten."),
            "triangle-alert",
            Kind.ATTENTION,
        )
        self.conclusion = ConclusionCard()
        self.region = RegionCard(session)
        self.map = FigurePanel()
        self._map_card = Card(self.tr("Verdeling over de provincies"))
        self._no_map = muted(self.tr("De verdeling over de provincies is nog onbekend."))
        self._lay_out()
        self.facts.change_asked.connect(lambda: self.wanted.emit("field:service"))
        self.needed.wanted.connect(self.wanted)
        self.signals.wanted.connect(self.wanted)
        self.region.wanted.connect(self.record_wanted)
        session.changed.connect(self._follow)

    def show_case(self, case_id: str) -> None:
        self._case_id = case_id
        self.reload()

    def go_to(self, target: str) -> bool:
        return target == "tab:samenvatting"

    def reload(self) -> None:
        """Read the case again and show what is different."""
        case = self._session.read(load_case, self._case_id)
        assessment = self._session.read(assess_case, self._case_id)
        rules = self._session.context.rules
        bodies = {entry.key: entry.name for entry in rules.bodies}
        ministry = self._session.read(ministry_name, case)
        self.facts.show_facts(
            summary_facts(case, ministry, bodies.get(case.body or "", ""))
        )
        self.needed.show_findings(assessment.missing)
        self.signals.show_findings(assessment.signals)
        self.signals.setVisible(bool(assessment.signals))
        frameworks = [(entry.key, entry.source) for entry in rules.frameworks]
        self.conclusion.show_assessment(assessment, frameworks)
        self._show_map(case)
        self.region.show_case(self._case_id)

    def _lay_out(self) -> None:
        self._map_card.set_title("")
        self._map_card.content.addWidget(self._no_map)
        self._map_card.content.addWidget(self.map, 1)
        self.map.setMinimumHeight(theme().scaled(420))
        columns = TwoColumns()
        for card in (self.conclusion, self.needed, self.signals):
            columns.left.addWidget(card)
        columns.left.addStretch()
        columns.right.addWidget(self.facts)
        columns.right.addWidget(self.region)
        columns.right.addWidget(self._map_card)
        columns.right.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(columns))

    def _follow(self, change: Change) -> None:
        if self._case_id and change.touches(self._case_id):
            self.reload()

    def _show_map(self, case: Case) -> None:
        self.map.setVisible(bool(case.shifts))
        self._no_map.setVisible(not case.shifts)
        shown = (case.shifts, case.figures_on, case.planned_year, case.source)
        if not case.shifts or shown == self._mapped:
            return
        self._mapped = shown
        changes = {shift.province: shift.change for shift in case.shifts}
        day = write_date(case.figures_on)
        year = str(case.planned_year) if case.planned_year else self.tr("jaar onbekend")
        caption = Caption(
            title=self.tr("Verandering per provincie, in fte"),
            subject=self.tr("Verandering in fte, {day} tot {year}").format(
                day=day, year=year
            ),
            source=self.tr("Bron: {source}.").format(
                source=case.source or self.tr("opgave bij de casus")
            ),
        )

        def draw(sheet: Sheet) -> Drawing:
            return change_map(changes, caption, sheet=sheet)

        self.map.show_figure(draw)
