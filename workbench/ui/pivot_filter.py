"""A button that opens a list in which values can be ticked, to filter by them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.theme import set_look, theme

_WIDTH, _HEIGHT = 320, 360
_KEY = Qt.ItemDataRole.UserRole


class _Popup(QFrame):
    """The list with its search field; it says when it goes."""

    left = Signal()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()


class PivotFilter(QPushButton):
    """Filters by one dimension; without a tick everything counts.

    Signals:
        chosen: Other values are ticked, once the list is closed.
    """

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._kept: frozenset[str] = frozenset()
        self._shown: frozenset[str] = frozenset()
        set_look(self, "filter")
        self.setCheckable(True)
        self.popup = _Popup(self, Qt.WindowType.Popup)
        self.search = QLineEdit()
        self.list = QListWidget()
        self.all = QPushButton(self.tr("Alles tonen"))
        self.close_list = QPushButton(self.tr("Klaar"))
        self._build()
        self.clicked.connect(self.open_list)
        self.search.textChanged.connect(self._search)
        self.all.clicked.connect(self.clear)
        self.close_list.clicked.connect(self.popup.hide)
        self.popup.left.connect(self._commit)
        self._tell()

    @property
    def keys(self) -> frozenset[str]:
        """The values that count; empty when all do."""
        return self._kept

    def show_names(self, names: Mapping[str, str]) -> None:
        """Offer other values; ticks stay where they still can."""
        self._kept = self._kept & frozenset(names)
        self.list.clear()
        for key, name in names.items():
            item = QListWidgetItem(name, self.list)
            item.setData(_KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_on = key in self._kept
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self._shown = self._kept
        self._tell()

    def tick(self, *keys: str) -> None:
        """Tick as a user does, and close the list."""
        for item in self._items():
            is_on = item.data(_KEY) in keys
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self._commit()

    def clear(self) -> None:
        """Take every tick away and close the list."""
        self.popup.hide()
        self.tick()

    def open_list(self) -> None:
        self._shown = self._kept
        self._tell()
        self.search.clear()
        self.popup.resize(QSize(theme().scaled(_WIDTH), theme().scaled(_HEIGHT)))
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self.popup.show()
        self.search.setFocus()

    def _build(self) -> None:
        set_look(self.popup, "card")
        self.popup.setAccessibleName(self.tr("Filter op {name}").format(name=self._name))
        self.search.setPlaceholderText(self.tr("Zoek in deze lijst"))
        self.search.setAccessibleName(
            self.tr("Zoeken in: {name}").format(name=self._name.lower())
        )
        self.list.setAccessibleName(self._name)
        set_look(self.close_list, "primary")
        below = QHBoxLayout()
        below.addWidget(self.all)
        below.addStretch(1)
        below.addWidget(self.close_list)
        column = QVBoxLayout(self.popup)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(below)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _search(self, text: str) -> None:
        for item in self._items():
            item.setHidden(text.strip().casefold() not in item.text().casefold())

    def _commit(self) -> None:
        on = Qt.CheckState.Checked
        self._kept = frozenset(
            str(item.data(_KEY)) for item in self._items() if item.checkState() == on
        )
        self._tell()
        if self._kept != self._shown:
            self._shown = self._kept
            self.chosen.emit()

    def _tell(self) -> None:
        names = [item.text() for item in self._items() if item.data(_KEY) in self._kept]
        self.setChecked(bool(names))
        words = self.tr("alles")
        if len(names) == 1:
            words = names[0]
        elif names:
            words = self.tr("{count} gekozen").format(count=len(names))
        self.setText(f"{self._name}: {words}")
        self.setToolTip(", ".join(names[:20]))
        self.setAccessibleName(
            self.tr("Filter op {name}: {words}").format(name=self._name, words=words)
        )
