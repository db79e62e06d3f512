"""Figures per COROP region: a table, and a map once its borders were read in."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.analysis.shares import share_of
from workbench.domain.delivery import ALL_SECTORS
from workbench.domain.fte import Fte, sum_fte
from workbench.domain.notation import write_date, write_fte, write_share
from workbench.figures.map_sheet import Caption
from workbench.figures.region_geometry import official_names
from workbench.figures.region_maps import region_map
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.figures_look import FigureLook
from workbench.ui.page import scrolling
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.theme import theme
from workbench.ui.widgets.labels import muted
from workbench.ui.window_actions import ANY_FILE, WindowActions
from workbench.usecases.figure_exports import keep_geometry, load_geometry

_TABLE, _MAP = 330, 460


class FiguresRegionTab(QWidget):
    """Shows the forty regions; the program comes without their borders."""

    def __init__(
        self, look: FigureLook, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._actions = actions
        self._amounts: dict[str, Fte | None] = {}
        self.table = RowsPanel(self.tr("COROP-regio's"), self._columns())
        self.load = QPushButton(self.tr("Regiogrenzen inlezen …"))
        self.panel = FigurePanel()
        self.table.pointed.connect(self._point)
        self.load.clicked.connect(self._choose)
        self._build()

    @property
    def panels(self) -> tuple[FigurePanel, ...]:
        return (self.panel,)

    def reload(self) -> None:
        """Show the regions on the date that is looked at."""
        look, names = self._look, official_names()
        if look.day is None:
            self.table.show_rows([])
            self.panel.hide()
            return
        found = look.amounts(look.day)
        self._amounts = {code: found.amount(code) for code in names}
        self.table.show_rows(list(names.items()))
        geometry = look.session.read(load_geometry)
        self.panel.setVisible(geometry is not None)
        if geometry is None:
            return
        whole = found.whole or sum_fte(list(self._amounts.values()))
        shares: dict[str, Fraction | None] = {
            code: share_of(amount, whole) for code, amount in self._amounts.items()
        }
        caption = Caption(
            title=self.tr("Aandeel van de COROP-regio's"),
            subject=self.tr("Aandeel van de fte, {day}").format(day=write_date(look.day)),
            source=look.source(),
        )
        self.panel.show_figure(
            lambda sheet: region_map(shares, caption, geometry, sheet=sheet)
        )

    def _choose(self) -> None:
        title = self.tr("GeoJSON met COROP-gebieden kiezen (CBS, gebiedsindelingen)")
        path = self._actions.ask_open(self, title, ANY_FILE)
        if path is not None:
            self._look.session.run(keep_geometry, path)

    def _point(self, row: tuple[str, str] | None) -> None:
        look = self._look
        if row is not None and look.day is not None:
            look.origin_wanted.emit(look.amounts(look.day), row[0], ALL_SECTORS)

    def _build(self) -> None:
        intro = self.tr(
            "De werkbank heeft geen kaart van de COROP-regio's. Lees een officieel bestand"
            " in (GeoJSON van CBS of PDOK) om ze ook op de kaart te zien."
        )
        self.table.setMinimumHeight(theme().scaled(_TABLE))
        self.panel.setMinimumHeight(theme().scaled(_MAP))
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(muted(intro))
        column.addWidget(self.load, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.panel)
        column.addWidget(self.table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Regio"), text=lambda row: str(row[1])),
            Column(title=self.tr("NUTS-3"), text=lambda row: str(row[0]), width=110),
            Column(
                title=self.tr("Omvang, in fte"),
                text=lambda row: write_fte(self._amounts.get(row[0])),
                is_number=True,
                width=160,
            ),
            Column(
                title=self.tr("Aandeel"),
                text=lambda row: write_share(self._share(row[0])),
                is_number=True,
                width=120,
            ),
        ]

    def _share(self, code: str) -> Fraction | None:
        look = self._look
        whole = look.amounts(look.day).whole if look.day else None
        return share_of(self._amounts.get(code), whole)
