"""Leads from a list of instruments to the register of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.instrument import Instrument
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.record_actions import RecordActions
from workbench.ui.record_extras import extras_of
from workbench.ui.record_register import record_register
from workbench.ui.record_relatives import RecordRelatives
from workbench.ui.register_panel import RegisterPanel
from workbench.ui.session import Session
from workbench.ui.theme import set_look, theme
from workbench.ui.window_actions import WindowActions

_KEY = Qt.ItemDataRole.UserRole
_LIST, _ROOM_FOR_LIST, _ROW = 205, 1000, 27


class InstrumentsPanel(QWidget):
    """The list on the left, the chosen register beside it; in a narrow window a choice box.

    Signals:
        shown: Another register is shown; carries its key.
        wanted: A button of a register leads elsewhere; carries where, such as "case:ID".
        told: Something worked; carries what.
    """

    shown = Signal(str)
    wanted = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        actions: WindowActions,
        instruments: Sequence[Instrument],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._instruments = {one.key: one for one in instruments}
        self._case_id = ""
        self._stale: set[str] = set()
        self.panels: dict[str, RegisterPanel] = {}
        self.list = QListWidget()
        self.choice = CalmCombo()
        self.stack = QStackedWidget()
        self._current = next(iter(self._instruments))
        self._build()
        self.list.currentItemChanged.connect(self._follow_list)
        self.choice.activated.connect(lambda: self.open(str(self.choice.value)))
        session.changed.connect(lambda _change: self.reload())

    @property
    def current(self) -> str:
        """Key of the register that is shown."""
        return self._current

    def panel(self, key: str) -> RegisterPanel:
        """Return the register of an instrument, made now if it is wanted first."""
        if key not in self.panels:
            instrument = self._instruments[key]
            register = record_register(self._session, instrument, self._case_id)
            panel = RegisterPanel(self._session, register)
            extras = extras_of(instrument)
            device = self._actions
            buttons = RecordActions(
                self._session, device, instrument, panel, self._case_id, extras
            )
            relatives = RecordRelatives(self._session, instrument)
            panel.frame.pointed.connect(relatives.show_line)
            panel.frame.details.addWidget(relatives)
            buttons.wanted.connect(self.wanted)
            buttons.told.connect(self.told)
            panel.frame.details.insertWidget(0, buttons)
            self.panels[key] = panel
            self.stack.addWidget(panel)
            self._stale.add(key)
        return self.panels[key]

    def open(self, key: str, record_id: str = "") -> None:
        """Show a register, at one record if it is given."""
        self._current = key
        panel = self.panel(key)
        self.stack.setCurrentWidget(panel)
        self._mark(key)
        self._read()
        if record_id:
            panel.frame.choose(record_id)
        self.shown.emit(key)

    def has(self, key: str) -> bool:
        """Whether an instrument stands in this panel."""
        return key in self._instruments

    def show_case(self, case_id: str) -> None:
        """Show the records of another case."""
        if case_id == self._case_id:
            return
        self.settle()
        self._case_id = case_id
        for panel in self.panels.values():
            self.stack.removeWidget(panel)
            panel.deleteLater()
        self.panels.clear()
        self._stale.clear()
        if self.isVisible():
            self.open(self._current)

    def reload(self) -> None:
        """Read the shown register again now, the others when they are looked at."""
        self._stale.update(self.panels)
        if self.isVisible():
            self._read()

    def settle(self) -> None:
        """Keep now what was typed."""
        for panel in self.panels.values():
            panel.settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.open(self._current)

    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= theme().scaled(_ROOM_FOR_LIST)
        self.list.setVisible(has_room)
        self.choice.setVisible(not has_room)

    def _read(self) -> None:
        if self._current in self._stale:
            self._stale.discard(self._current)
            self.panels[self._current].reload()

    def _build(self) -> None:
        set_look(self.list, "bare")
        self.list.setAccessibleName(self.tr("Onderdelen"))
        self.list.setFixedWidth(theme().scaled(_LIST))
        self.choice.setAccessibleName(self.tr("Onderdeel"))
        self.choice.show_choices(
            [(one.key, one.name) for one in self._instruments.values()], self._current
        )
        for group, inside in groupby(self._instruments.values(), lambda one: one.group):
            self._add_heading(group)
            for instrument in inside:
                item = QListWidgetItem(f"   {instrument.name}")
                item.setSizeHint(QSize(0, theme().scaled(_ROW)))
                item.setData(_KEY, instrument.key)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, instrument.name)
                self.list.addItem(item)
        side = QVBoxLayout()
        side.setContentsMargins(0, 12, 0, 0)
        side.addWidget(self.list, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.choice)
        beside.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().scaled(14))
        row.addLayout(side)
        row.addLayout(beside, 1)

    def _add_heading(self, name: str) -> None:
        item = QListWidgetItem(name)
        item.setSizeHint(QSize(0, theme().scaled(_ROW)))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.list.addItem(item)

    def _mark(self, key: str) -> None:
        with QSignalBlocker(self.list):
            for row in range(self.list.count()):
                if self.list.item(row).data(_KEY) == key:
                    self.list.setCurrentRow(row)
        self.choice.show_choices(self.choice.choices, key)

    def _follow_list(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_KEY):
            self.open(item.data(_KEY))
