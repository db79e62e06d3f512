"""Every case in the column of its stage, with the days it has been there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.case import CaseSummary, Stage
from workbench.ui.page import scrolling
from workbench.ui.session import Session
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labels import muted
from workbench.usecases.cases import change_fact
from workbench.usecases.fields import STAGES
from workbench.usecases.stages import board_rows

_COLUMN, _ROW = 200, 62
_CASE = Qt.ItemDataRole.UserRole
_SHOWN: tuple[Stage, ...] = tuple(stage for stage in Stage if stage is not Stage.WITHDRAWN)


class BoardTab(QWidget):
    """Enter opens a case; Ctrl+left and Ctrl+right move it to the stage beside it.

    Signals:
        wanted: The case that is opened, as "case:ID".
    """

    wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.mine = QCheckBox(self.tr("Alleen mijn casussen"))
        self.columns: dict[Stage, QListWidget] = {one: QListWidget() for one in _SHOWN}
        self._heads: dict[Stage, QLabel] = {stage: QLabel() for stage in _SHOWN}
        self._build()
        self.mine.toggled.connect(lambda _on: self.reload())

    def reload(self) -> None:
        """Read the cases again; the chosen one stays chosen."""
        rows = self._session.read(board_rows)
        user = self._session.context.user
        for stage, column in self.columns.items():
            chosen = _chosen_in(column)
            column.clear()
            for case, days in rows:
                is_shown = case.handler == user or not self.mine.isChecked()
                if case.stage is stage and is_shown:
                    column.addItem(self._item(case, days))
                    if case.id == chosen:
                        column.setCurrentRow(column.count() - 1)
            name = f"{STAGES[stage]} {column.count()}"
            self._heads[stage].setText(name)
            column.setAccessibleName(name)

    def _item(self, case: CaseSummary, days: int) -> QListWidgetItem:
        words = self.tr("{title}\n{number}, {days} dagen").format(
            title=case.title, number=case.number, days=days
        )
        item = QListWidgetItem(words)
        item.setData(_CASE, case.id)
        item.setToolTip(words)
        item.setSizeHint(QSize(0, theme().scaled(_ROW)))
        return item

    def _build(self) -> None:
        grid_of = QWidget()
        grid_of.setObjectName("page")
        grid = QGridLayout(grid_of)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, (stage, column) in enumerate(self.columns.items()):
            head = self._heads[stage]
            set_look(head, "heading")
            head.setBuddy(column)
            column.setMinimumWidth(theme().scaled(_COLUMN))
            column.setWordWrap(True)
            column.itemActivated.connect(
                lambda item: self.wanted.emit(f"case:{item.data(_CASE)}")
            )
            for keys, step in (("Ctrl+Left", -1), ("Ctrl+Right", 1)):
                shortcut = QShortcut(QKeySequence(keys), column)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(partial(self._move, stage, step))
            grid.addWidget(head, 0, number)
            grid.addWidget(column, 1, number)
        grid.setRowStretch(1, 1)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(0, 12, 0, 0)
        column_of.addWidget(self.mine)
        column_of.addWidget(
            muted(
                self.tr(
                    "Bij elke casus staat hoeveel dagen hij in deze fase is. Enter opent"
                    " een casus, Ctrl+pijl verplaatst hem naar de fase ernaast."
                )
            )
        )
        column_of.addWidget(scrolling(grid_of), 1)

    def _move(self, stage: Stage, step: int) -> None:
        case_id = _chosen_in(self.columns[stage])
        to = _SHOWN.index(stage) + step
        if not case_id or not 0 <= to < len(_SHOWN):
            return
        self._session.run(change_fact, case_id, "stage", _SHOWN[to])
        beside = self.columns[_SHOWN[to]]
        for row in range(beside.count()):
            if beside.item(row).data(_CASE) == case_id:
                beside.setCurrentRow(row)
                beside.setFocus()


def _chosen_in(column: QListWidget) -> str:
    chosen = column.selectedItems() or []
    return str(chosen[0].data(_CASE)) if chosen else ""
