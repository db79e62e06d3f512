"""Shows the pages of a letter as they will be printed, sharp on any screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.icons import put_icon
from workbench.ui.jobs import Jobs
from workbench.ui.letter_page_sheet import LetterPageSheet
from workbench.ui.letter_pages import OpenedPdf, draw_page, open_pdf, read_text
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind

_ZOOMS = (50, 75, 100, 125, 150, 200, 300)
_GAP = 14
_PIXELS_PER_POINT = 96 / 72


class LetterPreview(QWidget):
    """Draws the pages in sight in a job; what comes back too late is dropped.

    A refresh keeps the place in the letter: pages keep their room and their old picture
    until the new one is there.
    """

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._opened: OpenedPdf | None = None
        self._generation = 0
        self._zoom = 0  # 0 is the width of the pane
        self._asked: set[tuple[int, int, float]] = set()
        self.sheets: list[LetterPageSheet] = []
        self.state = QLabel()
        self.note = Note(Kind.INFO)
        self.smaller = self._tool("−", self.tr("Kleiner"))
        self.larger = self._tool("+", self.tr("Groter"))
        self.fit = QPushButton(self.tr("Paginabreedte"))
        self.copy = QPushButton(self.tr("Tekst kopiëren"))
        self.area = QScrollArea()
        self._pages = QWidget()
        self._column = QVBoxLayout(self._pages)
        self._draw_soon = QTimer(self)
        self._build()
        self._connect()

    @property
    def pdf(self) -> bytes:
        """The bytes on the screen; empty when there are none."""
        return self._opened.pdf if self._opened else b""

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes; never read from a path, so no file is ever held."""
        self._generation += 1
        generation = self._generation
        self.note.show_note(Kind.INFO, "")
        self._jobs.start(
            lambda: open_pdf(pdf),
            lambda opened: self._take(generation, opened),
            title=self.tr("Voorbeeld maken"),
        )

    def show_nothing(self, kind: Kind, words: str) -> None:
        """Say why there are no pages."""
        self._generation += 1
        self._opened = None
        self._set_sheets(0)
        self.note.show_note(kind, words)
        self._tell()

    def go_to_page(self, number: int) -> None:
        """Scroll to a page, counted from 1."""
        if 1 <= number <= len(self.sheets):
            self.area.verticalScrollBar().setValue(self.sheets[number - 1].y() - _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scale_sheets()

    def _build(self) -> None:
        set_look(self.fit, "quiet")
        set_look(self.copy, "quiet")
        set_look(self.state, "muted")
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        for button in (self.smaller, self.larger, self.fit, self.copy):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.state)
        self._column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._column.setSpacing(_GAP)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._pages.setObjectName("page")
        self.area.setWidget(self._pages)
        self.area.setWidgetResizable(True)
        # Always there, so that the width of a page does not depend on its own height.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("Voorbeeld van de brief"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self.note)
        layout.addWidget(self.area, 1)
        self.note.hide()

    def _connect(self) -> None:
        self._draw_soon.setSingleShot(True)
        self._draw_soon.setInterval(5)
        self._draw_soon.timeout.connect(self._draw_in_sight)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.smaller.clicked.connect(lambda: self._zoom_by(-1))
        self.larger.clicked.connect(lambda: self._zoom_by(1))
        self.fit.clicked.connect(lambda: self._set_zoom(0))
        self.copy.clicked.connect(self._copy_text)
        theme().changed.connect(self._scale_sheets)

    def _tool(self, text: str, name: str) -> QToolButton:
        button = QToolButton()
        set_look(button, "plain")
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setMinimumSize(theme().scaled(28), theme().scaled(28))
        if text == "+":
            put_icon(button, "plus", "accent")
        return button

    def _take(self, generation: int, opened: OpenedPdf) -> None:
        if generation != self._generation:
            return
        self._opened = opened
        self._asked.clear()
        self._set_sheets(len(opened.sizes))
        self._scale_sheets()

    def _set_sheets(self, count: int) -> None:
        while len(self.sheets) > count:
            sheet = self.sheets.pop()
            sheet.hide()
            sheet.setParent(None)
            sheet.deleteLater()
        while len(self.sheets) < count:
            sheet = LetterPageSheet(len(self.sheets))
            self.sheets.append(sheet)
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        for sheet in self.sheets:
            words = self.tr("Pagina {number} van {count}")
            sheet.setAccessibleName(words.format(number=sheet.number + 1, count=count))

    def _scale(self) -> float:
        if self._zoom:
            return self._zoom / 100 * _PIXELS_PER_POINT
        widest = max((sheet.size_in_points.width for sheet in self.sheets), default=595)
        room = self.area.viewport().width() - 2 * _GAP
        return max(room / widest, 0.2)

    def _scale_sheets(self) -> None:
        if self._opened is None:
            return
        scale = self._scale()
        for sheet, size in zip(self.sheets, self._opened.sizes, strict=True):
            sheet.set_scale(size, scale)
        self._draw_soon.start()
        self._tell()

    def _scrolled(self) -> None:
        self._draw_soon.start()
        self._tell()

    def _draw_in_sight(self) -> None:
        if self._opened is None:
            return
        self._tell()
        scale = round(self._scale() * self.devicePixelRatioF(), 3)
        top = self.area.verticalScrollBar().value()
        height = self.area.viewport().height()
        for sheet in self.sheets:
            distance = max(top - sheet.geometry().bottom(), sheet.y() - top - height)
            if distance > 3 * height:
                sheet.forget_image()
            elif distance < height // 2:
                self._ask_for(sheet, scale)

    def _ask_for(self, sheet: LetterPageSheet, scale: float) -> None:
        wanted = (self._generation, scale)
        asked = (sheet.number, *wanted)
        if sheet.drawn == wanted or asked in self._asked or self._opened is None:
            return
        self._asked.add(asked)
        pdf, number = self._opened.pdf, sheet.number
        self._jobs.start(
            lambda: draw_page(pdf, number, scale),
            lambda image: self._show_page(number, wanted, image),
            title=self.tr("Voorbeeld tekenen"),
        )

    def _show_page(self, number: int, wanted: tuple[int, float], image: QImage) -> None:
        self._asked.discard((number, *wanted))
        if wanted[0] == self._generation and number < len(self.sheets):
            self.sheets[number].show_image(image, wanted)

    def _zoom_by(self, steps: int) -> None:
        now = self._zoom or round(self._scale() / _PIXELS_PER_POINT * 100)
        if steps > 0:
            self._set_zoom(next((zoom for zoom in _ZOOMS if zoom > now), _ZOOMS[-1]))
        else:
            self._set_zoom(
                next((zoom for zoom in reversed(_ZOOMS) if zoom < now), _ZOOMS[0])
            )

    def _set_zoom(self, zoom: int) -> None:
        bar = self.area.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        self._zoom = zoom
        self._scale_sheets()
        self._pages.adjustSize()
        bar.setValue(round(place * bar.maximum()))

    def _tell(self) -> None:
        if not self.sheets:
            self.state.setText("")
            return
        middle = self.area.verticalScrollBar().value() + self.area.viewport().height() // 2
        current = max(
            (n for n, one in enumerate(self.sheets) if one.y() <= middle), default=0
        )
        words = self.tr("Pagina {number} van {count}")
        self.state.setText(words.format(number=current + 1, count=len(self.sheets)))

    def _copy_text(self) -> None:
        pdf = self.pdf
        if pdf:
            self._jobs.start(lambda: read_text(pdf), QGuiApplication.clipboard().setText)
