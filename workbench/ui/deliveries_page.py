"""All deliveries of figures, the newest first, and the chosen one in full."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from workbench.domain.delivery import Delivery
from workbench.domain.notation import write_date
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.delivery_detail import DeliveryDetail
from workbench.ui.long_table import LongTable
from workbench.ui.page import scrolling
from workbench.ui.rows_panel import Column
from workbench.ui.session import Session
from workbench.ui.theme import theme
from workbench.ui.window_actions import WindowActions
from workbench.usecases.deliveries import list_deliveries, method_names


class DeliveriesPage(QWidget):
    """Nothing here can be changed: a delivery stays as it came, a newer one corrects it.

    Signals:
        told: Something worked; carries what, for a passing message.
    """

    told = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._wanted = ""
        self._methods: dict[str, str] = {}
        self.year = CalmCombo()
        self.list = LongTable(self.tr("Leveringen"), self._columns())
        self.detail = DeliveryDetail(session, actions)
        self._build()
        self.detail.told.connect(self.told)
        self.year.activated.connect(lambda _at: self._show_rows())
        self.list.pointed.connect(self._point)
        session.changed.connect(lambda _change: self._refresh())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def open_delivery(self, delivery_id: str) -> None:
        """Show one delivery, now or when the page is shown."""
        self._wanted = delivery_id
        self.year.show_choices(self.year.choices, None)
        self._refresh()

    def reload(self) -> None:
        """Read the deliveries again; the chosen one stays chosen."""
        self._is_stale = False
        rows = self._session.read(list_deliveries)
        self._methods = self._session.read(method_names)
        years = sorted({one.delivered_on.year for one in rows}, reverse=True)
        choices: list[Choice] = [(None, self.tr("Alle jaren"))]
        words = self.tr("Binnengekomen in {year}")
        choices += [(year, words.format(year=year)) for year in years]
        kept = self.year.value if self.year.value in years else None
        self.year.show_choices(choices, kept)
        self._show_rows()

    def _refresh(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _show_rows(self) -> None:
        current = self.list.current
        wanted = self._wanted or (current.id if isinstance(current, Delivery) else "")
        self._wanted = ""
        rows = [
            one
            for one in self._session.read(list_deliveries)
            if self.year.value in (None, one.delivered_on.year)
        ]
        self.list.show_rows(rows)
        is_there = any(one.id == wanted for one in rows)
        if not rows:
            self.detail.clear()
        self.list.point_at(lambda one: one.id == wanted or not is_there)

    def _point(self, row: object) -> None:
        if isinstance(row, Delivery):
            self.detail.show_delivery(row)
        else:
            self.detail.clear()

    def _build(self) -> None:
        self.year.setAccessibleName(self.tr("Binnengekomen in"))
        self.list.put_beside(self.year)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setSizes([theme().scaled(230), theme().scaled(400)])
        self.list.setMinimumHeight(theme().scaled(170))
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 6, 0)
        column.addWidget(split)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Binnengekomen op"),
                text=lambda one: write_date(one.delivered_on),
                sort=lambda one: one.delivered_on.toordinal(),
                width=160,
            ),
            Column(title=self.tr("Levering"), text=lambda one: one.title),
            Column(title=self.tr("Door"), text=lambda one: one.delivered_by, width=150),
            Column(
                title=self.tr("Telmethode"),
                text=lambda one: self._methods.get(one.method, one.method),
                width=145,
            ),
            Column(
                title=self.tr("Regels"),
                text=lambda one: str(one.row_count),
                sort=lambda one: one.row_count,
                is_number=True,
                width=80,
            ),
            Column(title=self.tr("Bijzonder"), text=self._marks, width=120),
            Column(title=self.tr("Reden of bron"), text=_reason),
        ]

    def _marks(self, one: Delivery) -> str:
        marks = []
        if one.is_withdrawn:
            marks.append(self.tr("teruggenomen"))
        if one.is_sample:
            marks.append(self.tr("VOORBEELD"))
        if one.file is not None:
            marks.append(self.tr("met bestand"))
        return ", ".join(marks)


def _reason(one: Delivery) -> str:
    return " ".join((one.reason or one.source).split())
