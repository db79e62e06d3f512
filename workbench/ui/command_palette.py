"""One field for everything: commands and cases, found by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.icons import icon, put_icon
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labels import small

_WIDTH = 620
_MOST = 12
_COMMAND = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something that can be chosen.

    Attributes:
        keys: The shortcut, as shown; may be empty.
        also: Other words by which it is found.
    """

    name: str
    run: Callable[[], None]
    icon: str = "arrow-right"
    keys: str = ""
    also: str = ""

    def matches(self, text: str) -> bool:
        """Whether every word of `text` stands somewhere in it."""
        content = f"{self.name} {self.also}".casefold()
        return all(word in content for word in text.casefold().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandGroup:
    """Commands under one heading."""

    name: str
    commands: Sequence[Command]


class CommandPalette(QDialog):
    """Type, go up and down, Enter; Esc or a click elsewhere closes it."""

    def __init__(self, groups: Sequence[CommandGroup], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._groups = groups
        self._chosen: Command | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Opdrachten en casussen"))
        set_look(self, "card")
        self.field = QLineEdit()
        self.list = QListWidget()
        self._build()
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._run_current)
        self.list.itemClicked.connect(self._run)
        self.field.installEventFilter(self)
        self._find("")

    def names(self) -> list[str]:
        """Return the names of what can be chosen now."""
        commands = [self.list.item(row).data(_COMMAND) for row in range(self.list.count())]
        return [command.name for command in commands if isinstance(command, Command)]

    def show_over(self, window: QWidget) -> None:
        """Show the palette over the upper part of `window`."""
        width = min(theme().scaled(_WIDTH), window.width() - 40)
        self.resize(width, min(theme().scaled(470), window.height() - 40))
        place = window.mapToGlobal(window.rect().topLeft())
        self.move(place.x() + (window.width() - width) // 2, place.y() + theme().scaled(70))
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 6,
            Qt.Key.Key_PageUp: -6,
        }
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._walk(step)
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.field.setPlaceholderText(self.tr("Typ een opdracht, kenmerk, titel of dienst"))
        self.field.setAccessibleName(self.tr("Zoek een opdracht of casus"))
        glass = self.field.addAction(
            icon("search"), QLineEdit.ActionPosition.LeadingPosition
        )
        put_icon(glass, "search", "muted")
        self.list.setAccessibleName(self.tr("Resultaten"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setIconSize(QSize(theme().scaled(18), theme().scaled(18)))
        set_look(self.list, "bare")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(
            small(self.tr("↑ ↓ kiezen   ·   Enter uitvoeren   ·   Esc sluiten"))
        )

    def _find(self, text: str) -> None:
        self.list.clear()
        for group in self._groups:
            found = [command for command in group.commands if command.matches(text)]
            if found:
                self._add_heading(group.name)
            for command in found[:_MOST]:
                self._add(command)
        if not self.list.count():
            self._add_heading(self.tr("Niets gevonden"))
        self._walk(1)

    def _add_heading(self, name: str) -> None:
        item = QListWidgetItem(name)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.list.addItem(item)

    def _add(self, command: Command) -> None:
        words = f"{command.name}      {command.keys}" if command.keys else command.name
        item = QListWidgetItem(icon(command.icon, "accent"), words)
        item.setData(_COMMAND, command)
        item.setSizeHint(QSize(0, theme().scaled(36)))
        self.list.addItem(item)

    def _walk(self, step: int) -> None:
        rows = [
            row for row in range(self.list.count()) if self.list.item(row).data(_COMMAND)
        ]
        if not rows:
            return
        now = self.list.currentRow()
        at = rows.index(now) if now in rows else -1 if step > 0 else 0
        self.list.setCurrentRow(rows[min(max(at + step, 0), len(rows) - 1)])

    def _run_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._run(item)

    def _run(self, item: QListWidgetItem) -> None:
        command = item.data(_COMMAND)
        if isinstance(command, Command):
            self.close()
            command.run()
