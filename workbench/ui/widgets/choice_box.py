"""Fields in which one of a list is chosen, among them a province."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from workbench.domain.place import PROVINCES


class ChoiceBox(QComboBox):
    """A choice field that the mouse wheel passes over while a page is scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ProvinceCombo(ChoiceBox):
    """Offers the twelve provinces, and "Onbekend".

    Signals:
        committed: The user chose; carries the code such as "PV22", `None` for unknown.
    """

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Provincie"))
        self.addItem(self.tr("Onbekend"), None)
        for province in PROVINCES:
            self.addItem(province.name, province.code)
        self.activated.connect(self._commit)

    @property
    def province(self) -> str | None:
        code = self.currentData()
        return code if isinstance(code, str) else None

    def show_province(self, code: str | None) -> None:
        """Show a province without committing it."""
        self.setCurrentIndex(max(self.findData(code), 0) if code else 0)

    def _commit(self, _index: int) -> None:
        self.committed.emit(self.province)
