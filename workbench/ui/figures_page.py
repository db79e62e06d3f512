"""Where figures are looked at: maps, trends, the bridge, measures, effects and cards."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from workbench.domain.errors import WorkbenchError
from workbench.domain.place import BY_CODE
from workbench.ui.figure_menu import ExportKind
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.figure_words import say_randstad
from workbench.ui.figures_bridge_tab import FiguresBridgeTab
from workbench.ui.figures_choices import FiguresChoices
from workbench.ui.figures_effect_tab import FiguresEffectTab
from workbench.ui.figures_look import FigureLook
from workbench.ui.figures_map_tab import FiguresMapTab
from workbench.ui.figures_measures_tab import FiguresMeasuresTab
from workbench.ui.figures_origin import OriginDetail
from workbench.ui.figures_published import FiguresPublished
from workbench.ui.figures_region_tab import FiguresRegionTab
from workbench.ui.figures_trend_tab import FiguresTrendTab
from workbench.ui.ministry_card import MinistryCard
from workbench.ui.page import frame_page
from workbench.ui.pivot_panel import PivotPanel
from workbench.ui.place_card import PlaceCard
from workbench.ui.session import Session
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.window_actions import ANY_FILE, WORKBOOKS, WindowActions
from workbench.usecases.figure_exports import (
    export_drawing,
    export_tables,
    keep_picture,
)
from workbench.usecases.figures import View, randstad_on
from workbench.usecases.sample_figures import load_sample_figures


class _Tab(Protocol):
    """What every tab with figures can do."""

    @property
    def panels(self) -> tuple[FigurePanel, ...]: ...

    def reload(self) -> None: ...


class FiguresPage(QWidget):
    """Each tab is read when it is shown; a province opens its card from anywhere.

    Signals:
        case_wanted: A case was opened on a card; carries its id.
        told: Something worked; carries what, for a passing message.
    """

    case_wanted = Signal(str)
    told = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._is_stale = True
        self._fresh: set[QWidget] = set()
        self.look = FigureLook(session, self)
        self.choices = FiguresChoices(self.look)
        self.note = Note()
        self.samples = QPushButton(self.tr("Laad voorbeeldcijfers"))
        self.map = FiguresMapTab(self.look)
        self.trend = FiguresTrendTab(self.look)
        self.bridge = FiguresBridgeTab(self.look)
        self.measures = FiguresMeasuresTab(self.look)
        self.effect = FiguresEffectTab(self.look)
        self.regions = FiguresRegionTab(self.look, actions)
        self.pivot = PivotPanel(session)
        self.published = FiguresPublished(self.look)
        self.origin = OriginDetail(self.look)
        self.place = PlaceCard(self.look)
        self.ministry = MinistryCard(self.look)
        self.tabs = QTabWidget()
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read the figures again; only the tab that is shown."""
        self._is_stale = False
        self.look.forget()
        self.choices.reload()
        self._show_again()

    def open_place(self, code: str) -> None:
        """Show the card of a province."""
        if code not in BY_CODE:
            return
        if self._is_stale:
            self.reload()
        self.origin.clear()
        self._pages.setCurrentWidget(self.place)
        self.place.show_place(code)

    def open_ministry(self, key: str) -> None:
        """Show the card of a ministry."""
        if self._is_stale:
            self.reload()
        self.origin.clear()
        self._pages.setCurrentWidget(self.ministry)
        self.ministry.show_ministry(key)

    def close_card(self) -> None:
        """Go back to the figures."""
        self.origin.clear()
        self._pages.setCurrentWidget(self.tabs)
        self.tabs.setFocus()

    @property
    def is_card_open(self) -> bool:
        return self._pages.currentWidget() is not self.tabs

    def _show_again(self) -> None:
        self._fresh.clear()
        self._tell_state()
        self._refresh_tab()
        if self._pages.currentWidget() is self.place:
            self.place.show_place(self.place.code)

    def _refresh_tab(self) -> None:
        shown = self.tabs.currentWidget()
        self.origin.clear()
        if self.pivot.fields.samples != self.look.view.samples:
            self.pivot.look_at(samples=self.look.view.samples)
        if shown is not self.pivot and shown not in self._fresh:
            self._fresh.add(shown)
            cast("_Tab", shown).reload()

    def _tell_state(self) -> None:
        look = self.look
        known = look.day is not None and any(look.amounts(look.day).by_province().values())
        self.samples.setVisible(not look.view.samples and not known)
        if look.view.samples:
            words = self.tr(
                "VOORBEELD: deze cijfers zijn verzonnen. Ze worden nooit met echte cijfers"
                " vermengd."
            )
            self.note.show_note(Kind.ATTENTION, words)
        elif not known:
            words = self.tr(
                "Van geen enkele provincie is voor deze peildatum een cijfer bekend. Per"
                " provincie staat het in bijlagen bij de Kamerbrieven; lees die in onder"
                " Uitwisseling. Om rond te kijken kunt u verzonnen voorbeeldcijfers laden."
            )
            self.note.show_note(Kind.INFO, words)
        else:
            self.note.show_note(Kind.INFO, "")

    def _load_samples(self) -> None:
        self.samples.setEnabled(False)
        self._session.hand_over(
            load_sample_figures,
            self._show_samples,
            title=self.tr("Voorbeeldcijfers worden geladen"),
            failed=self._keep_offering,
        )

    def _show_samples(self, _change: object) -> None:
        self.samples.setEnabled(True)
        self.look.view = View(samples=True)
        self.reload()
        self.told.emit(self.tr("De voorbeeldcijfers zijn geladen."))

    def _keep_offering(self, error: WorkbenchError) -> None:
        self.samples.setEnabled(True)
        self._session.failed.emit(error)

    def _refresh(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _keep(self, panel: FigurePanel, kind: str) -> None:
        drawing = panel.view.drawing
        if drawing is None:
            return
        name = f"{drawing.title.lower().replace(' ', '-')}.{kind}"
        file_kind = WORKBOOKS if kind == ExportKind.XLSX else ANY_FILE
        path = self._actions.ask_save(self, self.tr("Figuur bewaren"), name, file_kind)
        if path is None:
            return
        if kind == ExportKind.XLSX:
            kept = self._session.run(export_drawing, drawing, path, self._notes())
        else:
            kept = self._session.run(keep_picture, panel.write_picture(kind), path)
        if isinstance(kept, Path):
            self.told.emit(self.tr("{name} is bewaard.").format(name=kept.name))

    def _keep_tables(self, tab: FiguresBridgeTab | FiguresMeasuresTab, name: str) -> None:
        title = self.tr("Tabel bewaren")
        path = self._actions.ask_save(self, title, f"{name}.xlsx", WORKBOOKS)
        if path is None:
            return
        tables, notes = tab.tables(), tab.told_notes()
        if self._session.run(export_tables, tables, notes, path) is not None:
            self.told.emit(self.tr("{name} is bewaard.").format(name=path.name))

    def _notes(self) -> list[str]:
        day = self.look.day
        return [say_randstad(self._session.read(randstad_on, day))] if day else []

    def _build(self) -> None:
        frame = frame_page(self, self.tr("Kaart en cijfers"), scrolls=False)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Kaart en cijfers"))
        for tab, name in (
            (self.map, self.tr("Kaart")),
            (self.trend, self.tr("Ontwikkeling")),
            (self.bridge, self.tr("Brug")),
            (self.measures, self.tr("Maten")),
            (self.effect, self.tr("Effect")),
            (self.regions, self.tr("COROP")),
            (self.pivot, self.tr("Draaitabel")),
            (self.published, self.tr("Gepubliceerd")),
        ):
            self.tabs.addTab(cast("QWidget", tab), name)
        for page in (self.tabs, self.place, self.ministry):
            self._pages.addWidget(page)
        content: QVBoxLayout = frame.content
        content.setSpacing(8)
        frame.head.addWidget(self.samples)
        content.addWidget(self.choices)
        content.addWidget(self.note)
        content.addWidget(self._pages, 1)
        content.addWidget(self.origin)

    def _connect(self) -> None:
        self.look.changed.connect(self._show_again)
        self.look.place_wanted.connect(self.open_place)
        self.tabs.currentChanged.connect(lambda _at: self._refresh_tab())
        self.samples.clicked.connect(self._load_samples)
        self.bridge.keep.clicked.connect(lambda: self._keep_tables(self.bridge, "brug"))
        self.measures.keep.clicked.connect(
            lambda: self._keep_tables(self.measures, "maten")
        )
        self._session.changed.connect(lambda _change: self._refresh())
        for card in (self.place, self.ministry):
            card.closed.connect(self.close_card)
            card.case_wanted.connect(self.case_wanted)
        tabs = (self.map, self.trend, self.bridge, self.effect, self.regions)
        for holder in (*tabs, self.place, self.ministry):
            for panel in holder.panels:
                self._offer(panel)

    def _offer(self, panel: FigurePanel) -> None:
        panel.offer_files()
        panel.export_wanted.connect(lambda kind: self._keep(panel, kind))
