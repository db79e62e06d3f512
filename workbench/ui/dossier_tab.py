"""What belongs to a case besides its checklist: people, labour market, region, council."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.rules.instruments import load_instruments
from workbench.ui.instruments_panel import InstrumentsPanel
from workbench.ui.session import Session
from workbench.ui.window_actions import WindowActions

_TARGET = "dossier:"


class DossierTab(QWidget):
    """The registers of one case.

    Signals:
        told: Something worked; carries what.
        wanted: Another page is asked for; carries where.
    """

    told = Signal(str)
    wanted = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        shown = [
            one for one in load_instruments().values() if one.is_of_case and one.is_listed
        ]
        self.panel = InstrumentsPanel(session, actions, shown)
        self.panel.told.connect(self.told)
        self.panel.wanted.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    def show_case(self, case_id: str) -> None:
        self.panel.show_case(case_id)

    def go_to(self, target: str) -> bool:
        """Open the register of "dossier:KEY"; whether it is one."""
        key = target.removeprefix(_TARGET)
        if not target.startswith(_TARGET) or not self.panel.has(key):
            return False
        self.panel.open(key)
        return True
