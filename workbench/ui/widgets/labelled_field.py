"""A field with everything that belongs to it: label, unit, help and error."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.ui.theme import set_look
from workbench.ui.widgets.date_edit import DateEdit
from workbench.ui.widgets.fte_edit import FteEdit
from workbench.ui.widgets.labels import Picture, small


class LabelledField(QWidget):
    """Puts the label above a field, its unit behind it and an error below it.

    The error is what a screen reader hears of the field, so that nobody has to find it. A
    `FteEdit` or `DateEdit` brings its own errors.
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        *,
        unit: str = "",
        explanation: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._explanation = explanation
        self._label = QLabel(label)
        self._label.setWordWrap(True)
        self._label.setBuddy(field)
        self._help = small(explanation)
        self._error = QLabel()
        set_look(self._error, "error")
        self._error.setWordWrap(True)
        self._error_row = QWidget()
        self._lay_out(unit)
        spoken = f"{label} ({unit})" if unit else label
        self._typed_in = field.focusProxy() or field
        self._typed_in.setAccessibleName(spoken)
        self.set_error("")
        if isinstance(field, FteEdit | DateEdit):
            field.faulted.connect(self.set_error)

    @property
    def error(self) -> str:
        return self._error.text()

    def set_label(self, label: str) -> None:
        self._label.setText(label)
        self._typed_in.setAccessibleName(label)

    def set_error(self, text: str) -> None:
        """Show what is wrong and what to do; an empty text takes it away."""
        self._error.setText(text)
        self._error_row.setVisible(bool(text))
        self._typed_in.setAccessibleDescription(text or self._explanation)
        set_look(self._typed_in, "faulty" if text else "")

    def _lay_out(self, unit: str) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.field, 1)
        if unit:
            beside.addWidget(QLabel(unit))
        wrong = QHBoxLayout(self._error_row)
        wrong.setContentsMargins(0, 0, 0, 0)
        wrong.setSpacing(6)
        wrong.addWidget(Picture("circle-alert", "fault"), 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self._error, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._label)
        if self._explanation:
            column.addWidget(self._help)
        column.addLayout(beside)
        column.addWidget(self._error_row)
        if not self.field.sizePolicy().expandingDirections() & Qt.Orientation.Vertical:
            column.addStretch(1)
