"""The office's own logo and fonts, on the page of settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from workbench.ui.flow_row import FlowRow
from workbench.ui.icons import put_icon
from workbench.ui.session import Session
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import body, muted
from workbench.ui.window_actions import PICTURES, WindowActions
from workbench.usecases.letterheads import (
    clear_letterhead,
    letterhead_on,
    set_fonts,
    set_logo,
)


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letterhead_card", text)


class LetterheadCard(Card):
    """Chooses a picture and a folder of fonts; both hold from the day above on.

    Signals:
        told: Something worked; carries what.
    """

    told = Signal(str)

    def __init__(
        self,
        session: Session,
        actions: WindowActions,
        day: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Briefpapier"), parent)
        self._session = session
        self._actions = actions
        self._day = day
        self.state = body("")
        self.logo = QPushButton(tr("Logo kiezen …"))
        self.fonts = QPushButton(tr("Map met lettertype kiezen …"))
        self.clear = QPushButton(tr("Terug naar zonder logo"))
        words = tr(
            "De werkbank levert geen logo en geen huisletter mee. Uw organisatie kan die"
            " hier zelf plaatsen, als zij dat mag. Een logo is een PNG of JPEG; in de map"
            " staan een gewone, een vette en een cursieve letter (.ttf)."
        )
        row = FlowRow()
        for button, icon_name in (
            (self.logo, "upload"),
            (self.fonts, "folder-open"),
            (self.clear, "x"),
        ):
            put_icon(button, icon_name, "accent")
            row.add(button)
        for widget in (muted(words), self.state, row):
            self.content.addWidget(widget)
        self.logo.clicked.connect(self._choose_logo)
        self.fonts.clicked.connect(self._choose_fonts)
        self.clear.clicked.connect(self._clear)

    def reload(self) -> None:
        """Say what holds on the chosen day."""
        head = self._session.read(letterhead_on, self._day())
        logo = tr("eigen logo") if head.logo else tr("geen logo")
        fonts = tr("eigen lettertype") if head.fonts else tr("Fira Sans")
        self.state.setText(tr("Nu: {logo}, {fonts}.").format(logo=logo, fonts=fonts))
        self.clear.setEnabled(bool(head.logo or head.fonts))

    def _choose_logo(self) -> None:
        path = self._actions.ask_open(self, tr("Logo kiezen"), PICTURES)
        done = path and self._session.run(set_logo, path, self._day())
        if done is not None:
            self.told.emit(tr("Het logo staat op brieven vanaf de gekozen dag."))

    def _choose_fonts(self) -> None:
        folder = self._actions.ask_folder(self, tr("Map met lettertype"))
        done = folder and self._session.run(set_fonts, folder, self._day())
        if done is not None:
            self.told.emit(tr("Brieven krijgen dit lettertype vanaf de gekozen dag."))

    def _clear(self) -> None:
        self._session.run(clear_letterhead, self._day())
