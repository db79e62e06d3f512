"""What was done to a case: every action, its fields, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.calm_combo import CalmCombo
from workbench.ui.icons import put_icon
from workbench.ui.moments import write_moment
from workbench.ui.session import Session
from workbench.ui.widgets.labels import muted
from workbench.usecases.context import Change
from workbench.usecases.undoing import LoggedChange, LogLine, case_log, logged_changes

_SEQ = Qt.ItemDataRole.UserRole
_MOMENT, _WHO, _ACTION, _BEFORE, _AFTER = range(5)


class LogTab(QWidget):
    """Actions newest first; opened, an action shows each field before and after.

    Signals:
        undo_asked: The number of the action the user wants undone.
    """

    undo_asked = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id = ""
        self._is_stale = False
        self._lines: dict[int, LogLine] = {}
        self._changes: dict[int, list[LoggedChange]] = {}
        self.tree = QTreeWidget()
        self.field = CalmCombo()
        self.undo = QPushButton(self.tr("Deze handeling ongedaan maken"))
        self._build()
        self.tree.currentItemChanged.connect(lambda *_: self._follow_row())
        self.field.activated.connect(lambda _index: self._fill())
        self.undo.clicked.connect(self._ask_undo)
        session.changed.connect(self._follow)
        self._follow_row()

    def show_case(self, case_id: str) -> None:
        self._case_id = case_id
        self.field.show_choices([("", self.tr("Alle velden"))], "")
        self._refresh()

    def go_to(self, target: str) -> bool:
        return target == "tab:logboek"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _build(self) -> None:
        self.tree.setHeaderLabels(
            [
                self.tr("Moment en veld"),
                self.tr("Wie"),
                self.tr("Handeling"),
                self.tr("Was"),
                self.tr("Werd"),
            ]
        )
        self.tree.setAccessibleName(self.tr("Logboek"))
        self.tree.setAlternatingRowColors(False)
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        mode = QHeaderView.ResizeMode
        header.setSectionResizeMode(mode.Interactive)
        header.setSectionResizeMode(_ACTION, mode.Stretch)
        for column, letters in ((_MOMENT, 30), (_WHO, 14), (_BEFORE, 18), (_AFTER, 18)):
            header.resizeSection(column, self.fontMetrics().averageCharWidth() * letters)
        self.field.setAccessibleName(self.tr("Geschiedenis van een veld"))
        self.field.setToolTip(self.tr("Toon alleen de wijzigingen van één veld."))
        put_icon(self.undo, "undo-2", "accent")
        above = QHBoxLayout()
        above.addWidget(muted(self.tr("Geschiedenis van:")))
        above.addWidget(self.field, 2)
        above.addStretch(1)
        above.addWidget(self.undo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 6, 8)
        layout.setSpacing(10)
        layout.addLayout(above)
        layout.addWidget(self.tree, 1)

    def _follow(self, change: Change) -> None:
        if self._case_id and change.touches(self._case_id):
            self._refresh()

    def _refresh(self) -> None:
        if self.isVisible():
            self._read()
        else:
            self._is_stale = True

    def _read(self) -> None:
        self._is_stale = False
        lines = self._session.read(case_log, self._case_id)
        self._lines = {line.seq: line for line in lines}
        self._changes = {
            line.seq: self._session.read(logged_changes, line.seq) for line in lines
        }
        labels = sorted({one.label for many in self._changes.values() for one in many})
        choices = [("", self.tr("Alle velden")), *((label, label) for label in labels)]
        kept = self.field.value if self.field.value in labels else ""
        self.field.show_choices(choices, kept)
        self._fill()

    def _fill(self) -> None:
        wanted = self.field.value
        current, opened = self._current_seq(), self._opened()
        self.tree.clear()
        for line in self._lines.values():
            changes = [one for one in self._changes[line.seq] if wanted in ("", one.label)]
            if wanted and not changes:
                continue
            item = self._item(line, changes)
            self.tree.addTopLevelItem(item)
            item.setExpanded(bool(wanted) or line.seq in opened)
            if line.seq == current:
                self.tree.setCurrentItem(item)
        self._follow_row()

    def _item(self, line: LogLine, changes: list[LoggedChange]) -> QTreeWidgetItem:
        item = QTreeWidgetItem([write_moment(line.at), line.by, self._words(line)])
        item.setData(_MOMENT, _SEQ, line.seq)
        item.setToolTip(_ACTION, self._words(line))
        font = item.font(_ACTION)
        font.setStrikeOut(line.is_undone)
        item.setFont(_ACTION, font)
        for change in changes:
            row = ["", "", "", change.before or "–", change.after or "–"]
            row[_MOMENT] = change.label
            child = QTreeWidgetItem(row)
            child.setToolTip(_BEFORE, change.before)
            child.setToolTip(_AFTER, change.after)
            child.setToolTip(_MOMENT, change.label)
            item.addChild(child)
        return item

    def _words(self, line: LogLine) -> str:
        extra = [line.kind]
        if line.is_undone:
            extra.append(self.tr("later ongedaan gemaakt"))
        if line.is_final:
            extra.append(self.tr("definitief"))
        said = ", ".join(filter(None, extra))
        return f"{line.name} ({said})" if said else line.name

    def _opened(self) -> set[int]:
        items = [
            self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())
        ]
        return {
            int(item.data(_MOMENT, _SEQ)) for item in items if item and item.isExpanded()
        }

    def _current_seq(self) -> int | None:
        item = self.tree.currentItem()
        if item is None:
            return None
        seq = (item.parent() or item).data(_MOMENT, _SEQ)
        return int(seq)

    def _follow_row(self) -> None:
        line = self._lines.get(self._current_seq() or -1)
        can_undo = line is not None and line.can_undo and not self._session.is_read_only
        self.undo.setEnabled(can_undo)
        if line is None:
            self.undo.setToolTip(self.tr("Kies eerst een handeling."))
        elif line.is_final:
            self.undo.setToolTip(self.tr("Deze handeling is definitief."))
        else:
            self.undo.setToolTip(self._words(line))

    def _ask_undo(self) -> None:
        seq = self._current_seq()
        if seq is not None:
            self.undo_asked.emit(seq)
