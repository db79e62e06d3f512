"""The letter of a case: its text on the left, the real PDF on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.errors import WorkbenchError
from workbench.domain.letter import LetterRecord, Paragraph
from workbench.letters.compose_facts import collect_facts
from workbench.letters.rendering import RenderedLetter, render_letter
from workbench.ui.checklist_page import rule_on
from workbench.ui.explanations import explain
from workbench.ui.letter_block import facts_of
from workbench.ui.letter_drawing import check, draw
from workbench.ui.letter_files import choose_place, file_name, open_outside, tell_sealed
from workbench.ui.letter_frame import LetterFrame
from workbench.ui.letter_missing import list_lacking
from workbench.ui.letter_seal import LetterSeal
from workbench.ui.letter_versions import DRAFT
from workbench.ui.letter_why import LetterWhy
from workbench.ui.session import Session
from workbench.ui.widgets.chip import Kind
from workbench.usecases.checklist import assess_case
from workbench.usecases.context import Change
from workbench.usecases.drawing import SealedPdf, draw_final
from workbench.usecases.letters import (
    Adoption,
    Draft,
    begin_new_version,
    compose_draft,
    final_letter,
    list_letters,
    propose_adoption,
    read_sealed,
    seal_letter,
    write_own_text,
)
from workbench.usecases.offices import office_values
from workbench.usecases.saving import keep_for_viewing, keep_pdf

_PAUSE = 250


class LetterTab(QWidget):
    """Follows the facts, keeps the advisor's own text, and seals.

    Signals:
        wants: A target outside this tab, such as "question:p2".
        sealed: The `LetterRecord` that was just sealed.
    """

    wants = Signal(str)
    sealed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id = ""
        self._draft: Draft | None = None
        self._records: list[LetterRecord] = []
        self._shown = DRAFT
        self._is_stale = False
        self._is_writing = False
        self._generation = 0
        self._way_on = ""
        self.ask_place: Callable[[QWidget, str], Path | None] = choose_place
        self.show_file: Callable[[Path], None] = open_outside
        self.frame = LetterFrame(session.jobs)
        self.seal_dialog: LetterSeal | None = None
        self.why_dialog: LetterWhy | None = None
        self._render_soon = QTimer(self)
        self._render_soon.setSingleShot(True)
        self._render_soon.setInterval(_PAUSE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self._connect()

    def show_case(self, case_id: str) -> None:
        """Show another case; its pages are drawn once the tab is seen."""
        self.frame.blocks.settle()
        if case_id != self._case_id:
            self._case_id = case_id
            self._shown = DRAFT
            self._generation += 1
            self.frame.outcome.show_note(Kind.GOOD, "")
        self._follow(Change.of(case_id))

    def reload(self) -> None:
        """Read the case again; own text that is being typed stays."""
        if not self._case_id:
            return
        self._is_stale = False
        self._draft = self._session.read(compose_draft, self._case_id)
        self._records = self._session.read(list_letters, self._case_id)
        if self._shown not in (DRAFT, *(one.id for one in self._records if one.is_sealed)):
            self._shown = DRAFT
        sealed = [record for record in self._records if record.is_sealed]
        is_done = len(sealed) == len(self._records) and bool(sealed)
        if self._shown == DRAFT and sealed and (self._draft is None or is_done):
            self._shown = sealed[0].id
        self._show_versions()
        if self._shown != DRAFT:
            self._show_sealed(self._shown)
        elif self._draft is not None:
            self._show_draft(self._draft)
        else:
            self._show_none()

    def go_to(self, target: str) -> bool:
        return target == "tab:brief"

    def settle(self) -> None:
        self.frame.blocks.settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def _connect(self) -> None:
        frame = self.frame
        self._session.changed.connect(self._follow)
        self._render_soon.timeout.connect(self._render)
        frame.missing.wants.connect(self.wants)
        frame.go_on.clicked.connect(lambda: self.wants.emit(self._way_on))
        frame.blocks.written.connect(self._write)
        frame.blocks.why.connect(self._explain)
        frame.versions.chosen.connect(self._choose)
        frame.versions.seal_wanted.connect(self._ask_adoption)
        frame.versions.save_wanted.connect(self._save)
        frame.versions.open_wanted.connect(self._open)
        frame.versions.new_wanted.connect(self._begin_version)

    def _follow(self, change: Change) -> None:
        if not self._case_id or not change.touches(self._case_id) or self._is_writing:
            return
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _show_versions(self) -> None:
        draft = self._draft
        is_sealed = any(record.is_sealed for record in self._records)
        has_open = any(not record.is_sealed for record in self._records)
        self.frame.versions.show_versions(
            self._records,
            self._shown,
            has_draft=draft is not None and (has_open or not is_sealed),
            is_ready=draft is not None
            and not draft.missing
            and not self._session.is_read_only,
        )

    def _show_draft(self, draft: Draft) -> None:
        self.frame.show_draft()
        self.frame.missing.show_lacking(list_lacking(draft))
        facts = collect_facts(draft.dossier)
        self.frame.blocks.show_blocks(draft.letter.blocks, tuple(facts.values()))
        self._render_soon.start()

    def _show_none(self) -> None:
        assessment = self._session.read(assess_case, self._case_id)
        self._way_on = next(
            (found.goes_to for found in assessment.missing if found.goes_to),
            "field:occasion",
        )
        self._generation += 1
        self._render_soon.stop()
        self.frame.preview.show_nothing(Kind.INFO, "")
        self.frame.show_none(assessment.conclusion)

    def _show_sealed(self, letter_id: str) -> None:
        self._render_soon.stop()
        self._generation += 1
        kept = self._session.run(read_sealed, letter_id)
        self.frame.show_sealed()
        if kept is None:
            words = self.tr("Deze bewaarde brief is niet te tonen.")
            self.frame.preview.show_nothing(Kind.FAULT, words)
        elif kept[1] != self.frame.preview.pdf:
            self.frame.preview.show_pdf(kept[1])

    def _render(self) -> None:
        if self._draft is None:
            return
        self._generation += 1
        generation, letter = self._generation, self._draft.letter
        self._session.jobs.start(
            lambda: render_letter(letter),
            lambda rendered: self._take(generation, rendered),
            title=self.tr("Brief maken"),
            failed=lambda error: self._show_failure(generation, error),
        )

    def _take(self, generation: int, rendered: RenderedLetter) -> None:
        if generation == self._generation:
            self.frame.preview.show_pdf(rendered.pdf)

    def _show_failure(self, generation: int, error: WorkbenchError) -> None:
        if generation == self._generation:
            words = explain(error)
            self.frame.preview.show_nothing(Kind.FAULT, f"{words.happened} {words.do_now}")

    def _write(self, after: str, own_id: str, text: str) -> None:
        self._is_writing = True
        kept = self._session.run(write_own_text, self._case_id, after, text, own_id or None)
        self._is_writing = False
        if kept is not None and not own_id:
            self.frame.blocks.settle_begun(after, kept[0])
        self.reload()

    def _explain(self, key: str) -> None:
        draft = self._draft
        shown = self.frame.blocks.blocks.get(key)
        if draft is None or shown is None or shown.block is None:
            return
        known = collect_facts(draft.dossier)
        facts = [known[one] for one in facts_of(shown.block) if one in known]
        name = shown.block.rule if isinstance(shown.block, Paragraph) else ""
        rule = rule_on(self._session.context.rules, name, draft.case.judged_on)
        self.why_dialog = LetterWhy(facts, rule, self)
        self.why_dialog.wants.connect(self.wants)
        self.why_dialog.open()

    def _choose(self, letter_id: str) -> None:
        self._shown = letter_id
        self.frame.outcome.show_note(Kind.GOOD, "")
        self.reload()

    def _ask_adoption(self) -> None:
        self.settle()
        draft = self._draft
        if draft is None:
            return
        proposal = self._session.read(propose_adoption, draft)
        values = self._session.read(office_values, proposal.written_on)
        notes = {one.key: one.note for one in values}
        self.seal_dialog = LetterSeal(proposal, notes, draft.letter.kind, self)
        self.seal_dialog.confirmed.connect(self._seal)
        self.seal_dialog.open()

    def _seal(self, adoption: Adoption) -> None:
        if self._draft is None:
            return
        final = self._session.run(final_letter, self._draft, adoption)
        if final is None:
            return
        letter, receipt = final
        pen = partial(draw, receipt=receipt) if adoption.carries_receipt else draw
        self.frame.versions.seal.setEnabled(False)
        self._session.jobs.start(
            lambda: draw_final(letter, pen, check),
            partial(self._keep, self._case_id, adoption, receipt),
            title=self.tr("Brief vaststellen"),
            failed=self._refuse,
        )

    def _refuse(self, error: WorkbenchError) -> None:
        self._session.failed.emit(error)
        self.reload()

    def _keep(
        self, case_id: str, adoption: Adoption, receipt: str, made: SealedPdf
    ) -> None:
        self._is_writing = True
        kept = self._session.run(seal_letter, case_id, adoption, made, receipt)
        self._is_writing = False
        if kept is not None and case_id == self._case_id:
            self._shown = kept[0].id
            self.frame.outcome.show_note(*tell_sealed(made.outcome, kept[0].file))
        self.reload()
        if kept is not None:
            self.sealed.emit(kept[0])

    def _save(self) -> None:
        if path := self.ask_place(self, self._file_name()):
            self._session.run(keep_pdf, path, self.frame.preview.pdf)

    def _file_name(self) -> str:
        return file_name(self._records, self._shown, self._draft)

    def _open(self) -> None:
        if pdf := self.frame.preview.pdf:
            copy = self._session.run(keep_for_viewing, self._file_name(), pdf)
            if copy is not None:
                self.show_file(copy)

    def _begin_version(self) -> None:
        letter_id, self._shown = self._shown, DRAFT
        self.frame.outcome.show_note(Kind.GOOD, "")
        self._session.run(begin_new_version, letter_id)
        self.reload()
