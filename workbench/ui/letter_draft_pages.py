"""Draws a draft aside and shows its pages; of several changes only the last is drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from workbench.domain.errors import WorkbenchError
from workbench.domain.letter import Letter
from workbench.letters.rendering import RenderedLetter, render_letter
from workbench.ui.explanations import explain
from workbench.ui.letter_preview import LetterPreview
from workbench.ui.session import Session
from workbench.ui.widgets.chip import Kind

_PAUSE = 10  # several changes at once are drawn once


class LetterDrawing(QObject):
    """Follows one letter; what comes too late is not shown."""

    def __init__(self, session: Session, preview: LetterPreview, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._preview = preview
        self._letter: Letter | None = None
        self._generation = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._draw)

    def draw(self, letter: Letter) -> None:
        """Draw this letter soon."""
        self._letter = letter
        self._soon.start()

    def stop(self) -> None:
        """Show nothing that is still being drawn."""
        self._soon.stop()
        self._generation += 1

    def _draw(self) -> None:
        letter = self._letter
        if letter is None:
            return
        self._generation += 1
        generation = self._generation
        self._session.jobs.start(
            lambda: render_letter(letter),
            lambda rendered: self._take(generation, rendered),
            title=self.tr("Brief maken"),
            failed=lambda error: self._show_failure(generation, error),
        )

    def _take(self, generation: int, rendered: RenderedLetter) -> None:
        if generation == self._generation:
            self._preview.show_pdf(rendered.pdf)

    def _show_failure(self, generation: int, error: WorkbenchError) -> None:
        if generation == self._generation:
            words = explain(error)
            happened = f"{words.happened} {words.do_now}"
            self._preview.show_nothing(Kind.FAULT, happened)
