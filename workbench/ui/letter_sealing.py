"""Seals the draft of a letter tab: asks, draws aside, checks and keeps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.errors import WorkbenchError
from workbench.domain.letter import LetterRecord
from workbench.ui.letter_drawing import check, draw
from workbench.ui.letter_seal import LetterSeal
from workbench.ui.session import Session
from workbench.usecases.drawing import SealedPdf, draw_final
from workbench.usecases.letters import Draft
from workbench.usecases.offices import office_values
from workbench.usecases.sealing import (
    Adoption,
    final_letter,
    propose_adoption,
    seal_letter,
)


class LetterSealing(QObject):
    """One sealing at a time, from question to kept bytes.

    Signals:
        begun: The letter is being drawn.
        kept: A `LetterRecord` and the outcome of its check.
        refused: Nothing was sealed.
    """

    begun = Signal()
    kept = Signal(object, str)
    refused = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._over = parent
        self.dialog: LetterSeal | None = None

    def ask(self, draft: Draft) -> None:
        """Ask what stands under the letter, then seal it."""
        proposal = self._session.read(propose_adoption, draft)
        values = self._session.read(office_values, proposal.written_on)
        notes = {one.key: one.note for one in values}
        self.dialog = LetterSeal(proposal, notes, draft.text.name, self._over)
        self.dialog.confirmed.connect(partial(self._seal, draft))
        self.dialog.open()

    def _seal(self, draft: Draft, adoption: Adoption) -> None:
        final = self._session.run(final_letter, draft, adoption)
        if final is None:
            return
        letter, receipt = final
        pen = partial(draw, receipt=receipt) if adoption.carries_receipt else draw
        self.begun.emit()
        keep: Callable[[SealedPdf], None] = partial(self._keep, draft, adoption, receipt)
        self._session.jobs.start(
            lambda: draw_final(letter, pen, check),
            keep,
            title=self.tr("Brief vaststellen"),
            failed=self._refuse,
        )

    def _refuse(self, error: WorkbenchError) -> None:
        self._session.failed.emit(error)
        self.refused.emit()

    def _keep(
        self, draft: Draft, adoption: Adoption, receipt: str, made: SealedPdf
    ) -> None:
        kept: tuple[LetterRecord, object] | None
        kept = self._session.run(seal_letter, draft, adoption, made, receipt)
        if kept is None:
            self.refused.emit()
        else:
            self.kept.emit(kept[0], made.outcome)
