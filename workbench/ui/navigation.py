"""The bar on the left that leads to the pages of the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.icons import put_icon
from workbench.ui.page import scrolling
from workbench.ui.theme import theme

_WIDTH = 212


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """One page: its key, name, icon and whether it stands at the bottom."""

    key: str
    name: str
    icon: str
    is_below: bool = False


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("navigation", text)


def destinations() -> tuple[Destination, ...]:
    """Return the pages in the order of the bar and of Alt+1, Alt+2, …"""
    return (
        Destination(key="overview", name=tr("Overzicht"), icon="layout-dashboard"),
        Destination(key="cases", name=tr("Casussen"), icon="folder-open"),
        Destination(key="planning", name=tr("Planning"), icon="calendar"),
        Destination(key="figures", name=tr("Kaart en cijfers"), icon="map"),
        Destination(key="letters", name=tr("Brieven"), icon="file-text"),
        Destination(key="exchange", name=tr("Uitwisseling"), icon="file-spreadsheet"),
        Destination(key="registers", name=tr("Registers"), icon="building-2"),
        Destination(key="instruments", name=tr("Instrumenten"), icon="landmark"),
        Destination(key="coverage", name=tr("Dekking"), icon="list-checks"),
        Destination(
            key="settings", name=tr("Instellingen"), icon="settings", is_below=True
        ),
        Destination(
            key="help", name=tr("Help"), icon="circle-question-mark", is_below=True
        ),
    )


def keys_of(place: Destination, number: int) -> str:
    """Return the keys that lead to the page with this number: Alt+1 to Alt+9, Alt+0."""
    return "F1" if place.key == "help" else f"Alt+{number % 10}"


class Navigation(QFrame):
    """Leads to the pages; one button is the current page.

    Signals:
        chosen: The key of the page the user wants.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nav")
        self.setAccessibleName(self.tr("Hoofdmenu"))
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout()
        self._build()
        theme().changed.connect(self._measure)
        self._measure()

    def show_current(self, key: str) -> None:
        """Mark a page as the current one without announcing it."""
        self.buttons[key].setChecked(True)

    def _build(self) -> None:
        name = QLabel(self.tr("Werkbank\nrijkswerkgelegenheid"))
        name.setObjectName("nav_title")
        name.setContentsMargins(16, 0, 8, 12)
        self._column.setContentsMargins(0, 14, 0, 10)
        self._column.setSpacing(2)
        self._column.addWidget(name)
        has_gap = False
        for number, place in enumerate(destinations(), start=1):
            if place.is_below and not has_gap:
                self._column.addStretch()
                has_gap = True
            self._column.addWidget(self._button(place, number))
        inside = QWidget()
        inside.setObjectName("page")
        inside.setLayout(self._column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = scrolling(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(area)

    def _button(self, place: Destination, number: int) -> QToolButton:
        button = QToolButton()
        button.setText(f"  {place.name}")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        put_icon(button, place.icon, "nav_ink")
        key = keys_of(place, number)
        button.setAccessibleName(place.name)
        button.setToolTip(f"{place.name} ({key})")
        button.clicked.connect(lambda: self.chosen.emit(place.key))
        self._group.addButton(button)
        self.buttons[place.key] = button
        return button

    def _measure(self) -> None:
        self.setFixedWidth(theme().scaled(_WIDTH))
        side = theme().scaled(20)
        for button in self.buttons.values():
            button.setIconSize(QSize(side, side))
