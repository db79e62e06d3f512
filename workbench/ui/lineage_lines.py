"""Tells from what an organisation came and into what it passed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.domain.notation import write_date
from workbench.ui.page import clear_layout
from workbench.ui.theme import set_look
from workbench.ui.widgets.labels import body, muted
from workbench.usecases.organisation_changes import LINEAGE_WORDS
from workbench.usecases.organisations import LineageRow


class LineageLines(QWidget):
    """Shows the few steps of one organisation, each with a button to take it away.

    Signals:
        removed: Id of a step.
    """

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._steps: tuple[LineageRow, ...] | None = None
        self._may_write = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_steps(self, steps: Sequence[LineageRow]) -> None:
        if tuple(steps) == self._steps:
            return
        self._steps = tuple(steps)
        clear_layout(self._column)
        self.buttons = []
        for step in steps:
            self._column.addLayout(self._line(step))
        if not steps:
            self._column.addWidget(muted(self.tr("Nog niets vastgelegd.")))

    def allow_writing(self, may_write: bool) -> None:
        self._may_write = may_write
        for button in self.buttons:
            button.setEnabled(may_write)

    def _line(self, row: LineageRow) -> QHBoxLayout:
        step = row.lineage
        words = self.tr("{day}: {before} is {how}, nu {after}.").format(
            day=write_date(step.day),
            before=row.before,
            how=LINEAGE_WORDS[step.kind],
            after=row.after,
        )
        said = [words, step.note, step.source]
        button = QPushButton(self.tr("Verwijderen"))
        button.setAccessibleName(self.tr("Verwijder: {words}").format(words=words))
        button.setEnabled(self._may_write)
        set_look(button, "plain")
        button.clicked.connect(lambda: self.removed.emit(step.id))
        self.buttons.append(button)
        line = QHBoxLayout()
        line.addWidget(body("\n".join(part for part in said if part)), 1)
        line.addWidget(button)
        return line
