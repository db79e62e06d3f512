"""A quiet table: lines between rows only, headers that wrap, arrow keys inside, Tab out."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.ui.theme import set_look, theme

_PADDING = 10
_TALLEST = 1000


class RuledTable(QTableView):
    """Shows a model for reading; the width is shared by its columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "ruled")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        theme().changed.connect(self.fit_header)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_header()

    def fit_header(self) -> None:
        """Make the header as tall as its longest text needs; call it after new headers."""
        header = self.horizontalHeader()
        model = self.model()
        if model is None:
            return
        font = QFont(self.font())
        font.setBold(True)
        metrics = QFontMetrics(font)
        padding = theme().scaled(_PADDING)
        tallest = max(
            (
                metrics.boundingRect(
                    QRect(0, 0, header.sectionSize(section) - 2 * padding, _TALLEST),
                    Qt.TextFlag.TextWordWrap,
                    str(model.headerData(section, Qt.Orientation.Horizontal)),
                ).height()
                for section in range(header.count())
            ),
            default=0,
        )
        header.setFixedHeight(tallest + padding)
        self.updateGeometries()
