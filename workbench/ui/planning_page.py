"""What comes when: a list by day, a calendar, and every case in the column of its stage."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from workbench.ui.agenda_tab import AgendaTab
from workbench.ui.board_tab import BoardTab
from workbench.ui.page import frame_page
from workbench.ui.session import Session
from workbench.ui.window_actions import WindowActions


class PlanningPage(QWidget):
    """Agenda and board.

    Signals:
        wanted: Where a row leads, such as "case:ID".
        told: Something worked; carries what.
    """

    wanted = Signal(str)
    told = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_stale = True
        self.agenda = AgendaTab(session, actions)
        self.board = BoardTab(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Planning"))
        self.tabs.addTab(self.agenda, self.tr("Agenda"))
        self.tabs.addTab(self.board, self.tr("Bord"))
        frame = frame_page(self, self.tr("Planning"), scrolls=False)
        frame.content.addWidget(self.tabs, 1)
        for tab in (self.agenda, self.board):
            tab.wanted.connect(self.wanted)
        self.agenda.told.connect(self.told)
        session.changed.connect(lambda _change: self._refresh())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read again what comes when."""
        self._is_stale = False
        self.agenda.reload()
        self.board.reload()

    def _refresh(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True
