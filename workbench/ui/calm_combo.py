"""A choice field with a value behind each choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from workbench.ui.theme import theme
from workbench.ui.widgets.choice_box import ChoiceBox

Choice = tuple[object, str]


class CalmCombo(ChoiceBox):
    """Shows choices with the value behind each; `activated` tells of the user's choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> object:
        """The value behind the current choice, `None` without one."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    @property
    def choices(self) -> list[Choice]:
        """What is offered now."""
        return list(zip(self._values, self._texts(), strict=True))

    def show_choices(self, choices: Sequence[Choice], value: object) -> None:
        """Offer `choices` and show the one with `value`, without announcing anything."""
        texts = [text for _, text in choices]
        with QSignalBlocker(self):
            if texts != [self.itemText(row) for row in range(self.count())]:
                self.clear()
                self.addItems(texts)
            self._values = [held for held, _ in choices]
            found = self._values.index(value) if value in self._values else -1
            self.setCurrentIndex(found)
        self.setToolTip(self.currentText())

    def choose(self, value: object) -> None:
        """Choose as a user does, by value."""
        index = self._values.index(value)
        self.setCurrentIndex(index)
        self.activated.emit(index)

    def showPopup(self) -> None:
        width = max(
            (self.fontMetrics().horizontalAdvance(text) for text in self._texts()),
            default=0,
        )
        self.view().setMinimumWidth(min(width + theme().scaled(40), theme().scaled(640)))
        super().showPopup()

    def _texts(self) -> list[str]:
        return [self.itemText(row) for row in range(self.count())]
