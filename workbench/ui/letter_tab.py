"""The letters about one thing: their text on the left, the real PDF on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Concatenate, ParamSpec

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.finding import LetterKind
from workbench.domain.letter import LetterRecord, LetterSubject
from workbench.ui.letter_comments import LetterComments
from workbench.ui.letter_dialogs import LetterDialogs
from workbench.ui.letter_draft_pages import LetterDrawing
from workbench.ui.letter_files import LetterFiles, file_name, tell_sealed
from workbench.ui.letter_frame import LetterFrame
from workbench.ui.letter_missing import list_lacking
from workbench.ui.letter_sealing import LetterSealing
from workbench.ui.letter_versions import DRAFT, kind_choices, of_kind
from workbench.ui.session import Session
from workbench.ui.widgets.chip import Kind
from workbench.usecases import letter_editing as editing
from workbench.usecases.checklist import assess_case
from workbench.usecases.context import Change, Context
from workbench.usecases.letter_comments import accept_proposal
from workbench.usecases.letter_subjects import about_case, kinds_for
from workbench.usecases.letters import Draft, draft_letter, letters_about, read_sealed
from workbench.usecases.sealing import begin_new_version
from workbench.usecases.touched import tell_changes

P = ParamSpec("P")


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
        self._subject = LetterSubject()
        self._kind: LetterKind | None = None
        self._draft: Draft | None = None
        self._records: list[LetterRecord] = []
        self._shown = DRAFT
        self._is_stale = False
        self._is_writing = False
        self._way_on = ""
        self.frame = LetterFrame(session.jobs)
        self.files = LetterFiles(session, self.frame.preview)
        self.sealing = LetterSealing(session, self)
        self.dialogs = LetterDialogs(session, self)
        self.comments = LetterComments(session, self)
        self._drawing = LetterDrawing(session, self.frame.preview, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self._connect()

    @property
    def draft(self) -> Draft | None:
        """The draft as it stands now, if there is one."""
        return self._draft

    def show_case(self, case_id: str) -> None:
        """Show another case; its pages are drawn once the tab is seen."""
        self.show_subject(about_case(case_id))

    def show_subject(self, subject: LetterSubject, kind: LetterKind | None = None) -> None:
        """Show the letters about something else."""
        self.settle()
        if subject != self._subject:
            self._subject, self._kind = subject, kind
            self._shown = DRAFT
            self._drawing.stop()
            self.frame.outcome.show_note(Kind.GOOD, "")
        self._is_stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Read the letter again; own text that is being typed stays."""
        if self._subject == LetterSubject():
            return
        self._is_stale = False
        self._show_kinds()
        self._draft = self._session.read(draft_letter, self._subject, self._kind)
        kept = self._session.read(letters_about, self._subject)
        self._records = of_kind(kept, self._kind, self._session.context.texts)
        sealed = [record for record in self._records if record.is_sealed]
        if self._shown not in (DRAFT, *(one.id for one in sealed)):
            self._shown = DRAFT
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
        self.frame.fields.settle()
        self.frame.blocks.settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def _connect(self) -> None:
        frame, blocks, versions = self.frame, self.frame.blocks, self.frame.versions
        self._session.changed.connect(self._follow)
        frame.missing.wants.connect(self.wants)
        frame.go_on.clicked.connect(lambda: self.wants.emit(self._way_on))
        frame.fields.filled.connect(lambda *told: self._do(editing.fill_in, *told))
        frame.marks.classified.connect(lambda how: self._do(editing.classify, how))
        blocks.written.connect(self._write)
        blocks.why.connect(lambda key: self.dialogs.explain(self._draft, key))
        blocks.rewrite.connect(lambda key: self._do(editing.begin_own_version, key))
        blocks.remark.connect(lambda key: self.dialogs.ask_remark(self._draft, key))
        blocks.settled.connect(lambda one: self._do(editing.settle_remark, one))
        blocks.bound.connect(lambda *told: self._do(editing.bind_number, *told))
        blocks.chosen.connect(lambda *told: self._do(editing.settle_own_version, *told))
        versions.kind_chosen.connect(self.choose_kind)
        versions.chosen.connect(self._choose)
        versions.seal_wanted.connect(self._ask_adoption)
        versions.save_wanted.connect(lambda: self.files.save(self._file_name()))
        versions.open_wanted.connect(lambda: self.files.open(self._file_name()))
        versions.new_wanted.connect(self._begin_version)
        versions.compare_wanted.connect(
            lambda: self.dialogs.compare(self._records, self._draft, self._shown)
        )
        versions.send.clicked.connect(
            lambda: self.comments.send(self._draft, self._file_name())
        )
        versions.take.clicked.connect(lambda: self.comments.read(self._draft))
        self.comments.told.connect(partial(frame.outcome.show_note, Kind.GOOD))
        blocks.accepted.connect(lambda one: self._do(accept_proposal, one))
        self.dialogs.wants.connect(self.wants)
        self.dialogs.remarked.connect(lambda *told: self._do(editing.add_remark, *told))
        self.sealing.begun.connect(lambda: versions.seal.setEnabled(False))
        self.sealing.kept.connect(self._tell_sealed)
        self.sealing.refused.connect(self.reload)

    def _do(
        self,
        action: Callable[Concatenate[Context, Draft, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> object:
        """Change the draft and show it again."""
        if self._draft is None:
            return None
        self._is_writing = True
        outcome = self._session.run(action, self._draft, *args, **kwargs)
        self._is_writing = False
        self.reload()
        return outcome

    def _follow(self, change: Change) -> None:
        touches = change.everything or self._subject.case_id in change.cases
        if self._subject == LetterSubject() or not touches or self._is_writing:
            return
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _show_kinds(self) -> None:
        others = self._session.read(kinds_for, self._subject)
        if self._kind is None and not self._subject.case_id:
            self._kind = others[0].kind
        choices = kind_choices(others, has_case=bool(self._subject.case_id))
        self.frame.versions.show_kinds(choices, self._kind)

    def _show_versions(self) -> None:
        draft = self._draft
        is_sealed = any(record.is_sealed for record in self._records)
        has_open = any(not record.is_sealed for record in self._records)
        can_write = not self._session.is_read_only
        self.frame.versions.show_versions(
            self._records,
            self._shown,
            has_draft=draft is not None and (has_open or not is_sealed),
            is_ready=draft is not None and not draft.missing and can_write,
        )

    def _show_draft(self, draft: Draft) -> None:
        self.frame.show_draft()
        self.frame.missing.show_lacking(list_lacking(draft))
        self.frame.fields.show_fields(draft)
        self.frame.marks.show_marks(draft)
        self.frame.blocks.show_draft(draft)
        self._drawing.draw(draft.letter)

    def _show_none(self) -> None:
        if not self._subject.case_id:
            return
        assessment = self._session.read(assess_case, self._subject.case_id)
        self._way_on = next(
            (found.goes_to for found in assessment.missing if found.goes_to),
            "field:occasion",
        )
        self._drawing.stop()
        self.frame.preview.show_nothing(Kind.INFO, "")
        self.frame.show_none(assessment.conclusion)

    def _show_sealed(self, letter_id: str) -> None:
        self._drawing.stop()
        kept = self._session.run(read_sealed, letter_id)
        self.frame.show_sealed()
        if kept is None:
            words = self.tr("Deze bewaarde brief is niet te tonen.")
            self.frame.preview.show_nothing(Kind.FAULT, words)
            return
        if kept[1] != self.frame.preview.pdf:
            self.frame.preview.show_pdf(kept[1])
        self.frame.since.show_note(
            Kind.ATTENTION, self._session.read(tell_changes, kept[0])
        )

    def _write(self, after: str, own_id: str, text: str) -> None:
        if self._draft is None:
            return
        self._is_writing = True
        kept = self._session.run(
            editing.write_own_text, self._draft, after, text, own_id or None
        )
        self._is_writing = False
        if kept is not None and not own_id:
            self.frame.blocks.settle_begun(after, kept[0])
        self.reload()

    def choose_kind(self, kind: object) -> None:
        """Show the draft of another kind."""
        self.settle()
        self._kind = kind if isinstance(kind, LetterKind) else None
        self._choose(DRAFT)

    def _choose(self, letter_id: str) -> None:
        self._shown = letter_id
        self.frame.outcome.show_note(Kind.GOOD, "")
        self.reload()

    def _ask_adoption(self) -> None:
        self.settle()
        if self._draft is not None:
            self.sealing.ask(self._draft)

    def _tell_sealed(self, record: LetterRecord, outcome: str) -> None:
        if record in self._session.read(letters_about, self._subject):
            self._shown = record.id
            self.frame.outcome.show_note(*tell_sealed(outcome, record.file))
        self.reload()
        self.sealed.emit(record)

    def _file_name(self) -> str:
        return file_name(self._records, self._shown, self._draft)

    def _begin_version(self) -> None:
        letter_id, self._shown = self._shown, DRAFT
        self.frame.outcome.show_note(Kind.GOOD, "")
        self._session.run(begin_new_version, letter_id)
        self.reload()
