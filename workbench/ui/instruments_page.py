"""The instruments of the letter that belong to no single case."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.rules.instruments import load_instruments
from workbench.ui.instruments_panel import InstrumentsPanel
from workbench.ui.page import frame_page
from workbench.ui.session import Session
from workbench.ui.window_actions import WindowActions


class InstrumentsPage(QWidget):
    """Masterplans, agency talks, opportunities, regions, ministries and Parliament."""

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        shown = [one for one in load_instruments().values() if not one.is_of_case]
        self.panel = InstrumentsPanel(session, actions, shown)
        frame = frame_page(self, self.tr("Instrumenten"), scrolls=False)
        frame.content.addWidget(self.panel, 1)
