"""Seals all letters of a yearly round, with one question, a bar and a button to stop."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.letter_drawing import check, draw
from workbench.ui.letter_seal import LetterSeal
from workbench.ui.session import Session
from workbench.ui.window_actions import WindowActions
from workbench.usecases.drawing import SealedPdf
from workbench.usecases.letter_batches import (
    Planned,
    drafts_of_round,
    draw_batch,
    keep_batch,
    plan_batch,
)
from workbench.usecases.letters import Draft
from workbench.usecases.offices import office_values
from workbench.usecases.sealing import Adoption, propose_adoption


class LetterBatch(QObject):
    """From the question who signs to a folder full of letters.

    Signals:
        told: What came of it, in words.
    """

    told = Signal(str)

    def __init__(self, session: Session, actions: WindowActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._over = parent
        self.dialog: LetterSeal | None = None

    def ask(self, year: int) -> None:
        """Ask what stands under the letters of a round."""
        drafts = self._session.read(drafts_of_round, year)
        if not drafts:
            self.told.emit(
                self.tr(
                    "Alle gevraagde ministeries van {year} hebben hun brief al."
                ).format(year=year)
            )
            return
        proposal = self._session.read(propose_adoption, drafts[0])
        values = self._session.read(office_values, proposal.written_on)
        notes = {one.key: one.note for one in values}
        name = self.tr("de brief") if len(drafts) == 1 else self.tr("elke brief")
        self.dialog = LetterSeal(proposal, notes, name, self._over, count=len(drafts))
        self.dialog.confirmed.connect(partial(self._draw, drafts))
        self.dialog.open()

    def _draw(self, drafts: list[Draft], under: Adoption) -> None:
        planned = self._session.run(plan_batch, drafts, under)
        if planned is None:
            return
        folder = self._actions.ask_folder(self._over, self.tr("Map voor de brieven"))
        if folder is None:
            return
        work: tuple[Planned, ...] = planned
        pen = draw
        self._session.jobs.start_watched(
            lambda watch: draw_batch(work, pen, check, watch),
            partial(self._keep, folder),
            title=self.tr("{count} brieven maken").format(count=len(work)),
        )

    def _keep(self, folder: Path, drawn: list[tuple[Planned, SealedPdf]]) -> None:
        kept = self._session.run(keep_batch, drawn, folder)
        if kept is not None:
            words = self.tr("{count} brieven zijn vastgesteld en staan in {folder}.")
            self.told.emit(words.format(count=len(kept[0]), folder=folder))
