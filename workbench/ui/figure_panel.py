"""Shows a figure with its title, its source and the same values as a table."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.figures.drawing import Drawing
from workbench.ui.figure_view import DrawFigure, FigureView
from workbench.ui.icons import put_icon
from workbench.ui.theme import set_look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FigureTableModel(QAbstractTableModel):
    """The values of a drawing, as they stand in its table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._is_number: tuple[bool, ...] = ()

    def show_drawing(self, drawing: Drawing) -> None:
        self.beginResetModel()
        self._header, self._rows = drawing.header, drawing.rows
        self._is_number = drawing.is_number
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        is_number = (
            index.column() < len(self._is_number) and self._is_number[index.column()]
        )
        if role == Qt.ItemDataRole.TextAlignmentRole and is_number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal and section < len(self._header):
            return self._header[section]
        return None


class FigurePanel(QWidget):
    """A figure, its title and source, and a button that turns it into a table and back.

    Signals:
        activated: A part of the figure was chosen; carries its key.
    """

    activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = FigureView()
        self.table = QTableView()
        self.model = FigureTableModel(self)
        self.toggle = QPushButton()
        self._title = QLabel()
        self._pointed = QLabel()
        self._source = QLabel()
        self._pages = QStackedWidget()
        self._build()
        self.toggle.clicked.connect(self._turn)
        self.view.activated.connect(self.activated)
        self.view.current_changed.connect(self._tell_current)
        self._label_toggle()

    def show_figure(self, draw: DrawFigure) -> None:
        """Show what `draw` makes, now and again at every change of scheme."""
        self.view.show_figure(draw)
        drawing = self.view.drawing
        assert drawing is not None
        self._title.setText(drawing.title)
        self._source.setText(drawing.source)
        self.model.show_drawing(drawing)
        self.table.setAccessibleName(self.tr("Tabel: {title}").format(title=drawing.title))
        self.table.setAccessibleDescription(drawing.alt)

    @property
    def shows_table(self) -> bool:
        return self._pages.currentWidget() is self.table

    def _build(self) -> None:
        set_look(self._title, "heading")
        set_look(self._source, "small")
        set_look(self._pointed, "muted")
        set_look(self.toggle, "quiet")
        for label in (self._title, self._source):
            label.setWordWrap(True)
        self.table.setModel(self.model)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(
            QHeaderView.ResizeMode.ResizeToContents
        )
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.table)

        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addWidget(self._pointed)
        column.addWidget(self._source)

    def _turn(self) -> None:
        self._pages.setCurrentIndex(1 - self._pages.currentIndex())
        self._pointed.setVisible(not self.shows_table)
        self._label_toggle()

    def _label_toggle(self) -> None:
        if self.shows_table:
            put_icon(self.toggle, "chart-column", "accent")
            self.toggle.setText(self.tr("Figuur"))
            self.toggle.setToolTip(self.tr("Toon de cijfers als figuur."))
        else:
            put_icon(self.toggle, "table", "accent")
            self.toggle.setText(self.tr("Tabel"))
            self.toggle.setToolTip(self.tr("Toon dezelfde cijfers als tabel."))

    def _tell_current(self, _key: str) -> None:
        self._pointed.setText(self.view.current_label)
