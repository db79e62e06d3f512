"""Shows a figure with its title, its source and the same values as a table."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.figures.drawing import Drawing
from workbench.figures.sheet import PAPER
from workbench.figures.svg import framed, write_svg
from workbench.ui.figure_menu import ExportKind, FigureMenu
from workbench.ui.figure_painter import write_png
from workbench.ui.figure_view import DrawFigure, FigureView
from workbench.ui.icons import put_icon
from workbench.ui.theme import set_look
from workbench.ui.widgets.ruled_table import RuledTable

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
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._header):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section) | Qt.TextFlag.TextWordWrap.value
        return None

    def _alignment(self, column: int) -> int:
        is_number = column < len(self._is_number) and self._is_number[column]
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return (side | Qt.AlignmentFlag.AlignVCenter).value


class FigurePanel(QWidget):
    """A figure, its title and source, and a button that turns it into a table and back.

    Signals:
        activated: A part of the figure was chosen; carries its key.
        export_wanted: A file is asked for; carries "svg", "png" or "xlsx". Only a panel
            whose page called `offer_files` asks for files; `write_picture` makes the
            bytes, and the numbers are those of `view.drawing`.
    """

    activated = Signal(str)
    export_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = FigureView()
        self.table = RuledTable()
        self.model = FigureTableModel(self)
        self.toggle = QPushButton()
        self.menu = FigureMenu()
        self._title = QLabel()
        self._pointed = QLabel()
        self._source = QLabel()
        self._pages = QStackedWidget()
        self._build()
        self.toggle.clicked.connect(self._turn)
        self.menu.copy_wanted.connect(self.copy_picture)
        self.menu.file_wanted.connect(self.export_wanted)
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
        self._share_width(drawing)
        self.table.setAccessibleName(self.tr("Tabel: {title}").format(title=drawing.title))
        self.table.setAccessibleDescription(drawing.alt)

    def offer_files(self) -> None:
        """Let the user ask for files; the page answers `export_wanted`."""
        self.menu.offer_files()

    def copy_picture(self) -> None:
        """Put the figure on the clipboard, on white paper with its title and source."""
        picture = QImage.fromData(self.write_picture(ExportKind.PNG))
        QGuiApplication.clipboard().setImage(picture)
        self._pointed.setVisible(True)
        self._pointed.setText(self.tr("De figuur staat op het klembord."))
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self, self._pointed.text())
        )

    def write_picture(self, kind: str) -> bytes:
        """Return the figure as "svg" or "png", on white paper with its title and source."""
        drawing = framed(self.view.draw_on(PAPER))
        if kind == ExportKind.SVG:
            return write_svg(drawing).encode()
        return write_png(drawing)

    @property
    def shows_table(self) -> bool:
        return self._pages.currentWidget() is self.table

    @property
    def pointed(self) -> str:
        """What the panel says of the part that is pointed at."""
        return self._pointed.text()

    def _build(self) -> None:
        set_look(self._title, "heading")
        set_look(self._source, "small")
        set_look(self._pointed, "muted")
        set_look(self.toggle, "quiet")
        for label in (self._title, self._source):
            label.setWordWrap(True)
        self.table.setModel(self.model)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.table)

        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addWidget(self._pointed)
        column.addWidget(self._source)

    def _share_width(self, drawing: Drawing) -> None:
        header = self.table.horizontalHeader()
        mode = QHeaderView.ResizeMode
        for column, is_number in enumerate(drawing.is_number):
            header.setSectionResizeMode(
                column, mode.Stretch if is_number else mode.ResizeToContents
            )
        self.table.fit_header()

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
