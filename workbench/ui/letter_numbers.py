"""Loose numbers in own text, each with the facts it can be bound to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.domain.finding import Fact
from workbench.letters.wording_check import facts_for, loose_numbers
from workbench.ui.flow_row import FlowRow
from workbench.ui.theme import set_look
from workbench.ui.widgets.labels import small

_MOST_FACTS = 4
_LONGEST = 28


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letter_numbers", text)


class LooseNumbers(QWidget):
    """One row per number: bind it to a fact that says the same, or leave it free.

    Signals:
        bound: The number as it stands there, and the key of the fact; "" leaves it free.
    """

    bound = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._shown: tuple[tuple[str, tuple[Fact, ...]], ...] = ()
        self._rows: list[FlowRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_numbers(self, stored: str, facts: Mapping[str, Fact]) -> None:
        """Show the loose numbers of a kept text; the same ones are not made anew."""
        found = tuple((one, facts_for(one, facts)) for one in loose_numbers(stored))
        if found == self._shown:
            return
        self._shown = found
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self.buttons = []
        self._rows = [self._make_row(number, fitting) for number, fitting in found]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(found))

    def _make_row(self, number: str, fitting: tuple[Fact, ...]) -> FlowRow:
        row = FlowRow()
        row.add(small(tr("Los getal “{number}”:").format(number=number)))
        choices = [
            (tr("Koppel aan: {label}").format(label=_short(fact.label)), fact.key)
            for fact in fitting[:_MOST_FACTS]
        ]
        for words, key in [*choices, (tr("Laat vrij"), "")]:
            button = QPushButton(words)
            set_look(button, "link")
            button.setAccessibleName(f"{words} ({number})")
            button.clicked.connect(partial(self._bind, number, key))
            row.add(button)
            self.buttons.append(button)
        return row

    def _bind(self, number: str, key: str, _checked: object = None) -> None:
        self.bound.emit(number, key)


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"
