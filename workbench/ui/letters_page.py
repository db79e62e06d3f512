"""All letters of all cases, drafts and sealed ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.finding import LetterKind
from workbench.domain.letter import LetterRecord, LetterSubject
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.flow_row import FlowRow
from workbench.ui.icons import put_icon
from workbench.ui.letter_columns import LetterRow, letter_columns
from workbench.ui.letter_drawing import draw
from workbench.ui.letter_publishing import LetterPublishing
from workbench.ui.letter_signing import LetterSigning
from workbench.ui.letter_tab import LetterTab
from workbench.ui.page import frame_page
from workbench.ui.rows_panel import RowsPanel
from workbench.ui.session import Session
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import small
from workbench.ui.window_actions import LETTERS, WindowActions, folder_for_viewing
from workbench.usecases.letter_editing import begin_letter
from workbench.usecases.letter_subjects import kinds_for
from workbench.usecases.letters import named_letters, read_sealed
from workbench.usecases.replaying import Replay, Verdict, replay_letter
from workbench.usecases.saving import free_name, read_bytes, save_bytes


class LettersPage(QWidget):
    """Finds a letter; a sealed one is opened or kept as the very bytes that were sealed.

    Signals:
        case_wanted: The id of the case whose letter tab is to be opened.
    """

    case_wanted = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._is_stale = True
        self.rows = RowsPanel(self.tr("Brieven"), letter_columns())
        self.open = QPushButton(self.tr("Brief openen"))
        self.keep = QPushButton(self.tr("Bewaren als PDF …"))
        self.case = QPushButton(self.tr("Bekijken en bewerken"))
        self.new = CalmCombo()
        self.begin = QPushButton(self.tr("Brief beginnen"))
        self.back = QPushButton(self.tr("Terug naar alle brieven"))
        self.editor = LetterTab(session)
        self.replay = QPushButton(self.tr("Brief nagaan …"))
        self.public = QPushButton(self.tr("Openbare versie …"))
        self.publishing = LetterPublishing(session, actions, self)
        self.sign = QPushButton(self.tr("Ondertekenen …"))
        self.check = QPushButton(self.tr("Handtekening nagaan …"))
        self.signing = LetterSigning(session, actions, self)
        self.verdict = Note()
        self.seal = small("")
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read the letters of every case again."""
        self._is_stale = False
        texts = self._session.context.texts
        rows = [
            LetterRow(about, texts[letter.kind].title, letter)
            for letter, about in self._session.read(named_letters)
        ]
        self.rows.show_rows(rows)
        self._follow_row()

    def _build(self) -> None:
        intro = self.tr(
            "Een vastgestelde brief verandert nooit. Bij het openen wordt nagegaan of hij"
            " nog precies dezelfde is."
        )
        frame = frame_page(self, self.tr("Brieven"), intro, scrolls=False)
        put_icon(self.open, "file-text", "accent")
        put_icon(self.keep, "save", "accent")
        put_icon(self.case, "arrow-right", "accent")
        put_icon(self.replay, "shield-check", "accent")
        put_icon(self.sign, "pencil", "accent")
        put_icon(self.check, "shield-check", "accent")
        put_icon(self.public, "eye", "accent")
        row = FlowRow()
        for button in (
            self.case,
            self.open,
            self.keep,
            self.replay,
            self.public,
            self.sign,
            self.check,
        ):
            row.add(button)
        content: QVBoxLayout = frame.content
        self.verdict.show_note(Kind.INFO, "")
        content.addWidget(row)
        content.addWidget(self.verdict)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._listing())
        self.pages.addWidget(self._editing())
        content.addWidget(self.pages, 1)
        alone = self._session.read(kinds_for, LetterSubject())
        kinds: list[Choice] = [(one.kind, one.title) for one in alone]
        self.new.setMinimumContentsLength(26)
        self.new.setAccessibleName(self.tr("Soort brief"))
        self.new.show_choices(kinds, kinds[0][0] if kinds else None)

    def _listing(self) -> QWidget:
        """Return the page with every letter and what can be done with the chosen one."""
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(small(self.tr("Brief die bij geen casus hoort:")))
        row.addWidget(self.new)
        row.addWidget(self.begin)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.rows, 1)
        column.addWidget(self.seal)
        return listed

    def _editing(self) -> QWidget:
        """Return the page on which a letter about no case is written."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        put_icon(self.back, "arrow-left", "accent")
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.editor, 1)
        return page

    def _connect(self) -> None:
        self.rows.pointed.connect(lambda _row: self._follow_row())
        self.rows.chosen.connect(lambda _row: self._open_or_go())
        self.open.clicked.connect(self._open)
        self.keep.clicked.connect(self._keep)
        self.case.clicked.connect(self._go)
        self.replay.clicked.connect(self._choose_letter)
        self.public.clicked.connect(lambda: self.publishing.ask(self.rows.current.letter))
        self.publishing.made.connect(lambda words: self.verdict.show_note(Kind.GOOD, words))
        self.sign.clicked.connect(lambda: self.signing.ask(self.rows.current.letter))
        self.check.clicked.connect(self.signing.check)
        self.signing.told.connect(self.verdict.show_note)
        self.begin.clicked.connect(self._begin)
        self.back.clicked.connect(self._leave)
        self._session.changed.connect(lambda _change: self._refresh())

    def _refresh(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _follow_row(self) -> None:
        row = self.rows.current
        is_sealed = isinstance(row, LetterRow) and row.letter.is_sealed
        self.open.setEnabled(is_sealed)
        self.keep.setEnabled(is_sealed)
        self.sign.setEnabled(is_sealed)
        self.public.setEnabled(is_sealed and not self._session.is_read_only)
        self.case.setEnabled(isinstance(row, LetterRow))
        self.seal.setText(f"SHA-256 {row.letter.file}" if is_sealed else "")

    def _open_or_go(self) -> None:
        if self.open.isEnabled():
            self._open()
        else:
            self._go()

    def _open(self) -> None:
        found = self._session.run(read_sealed, self.rows.current.letter.id)
        if found is not None:
            path = free_name(folder_for_viewing() / f"{found[0].number}.pdf")
            self._session.run(lambda _context: save_bytes(path, found[1]))
            self._actions.open_file(path)

    def _keep(self) -> None:
        letter: LetterRecord = self.rows.current.letter
        title = self.tr("Brief bewaren")
        path = self._actions.ask_save(self, title, f"{letter.number}.pdf", LETTERS)
        found = self._session.run(read_sealed, letter.id) if path else None
        if path is not None and found is not None:
            self._session.run(lambda _context: save_bytes(path, found[1]))

    def _choose_letter(self) -> None:
        path = self._actions.ask_open(self, self.tr("Brief kiezen"), LETTERS)
        if path is not None:
            self.replay_file(path)

    def replay_file(self, path: Path) -> None:
        """Replay a letter aside, then say whether it is what its receipt gives."""
        pdf = self._session.run(lambda _context: read_bytes(path))
        if pdf is None:
            return
        content: bytes = pdf
        self.verdict.show_note(Kind.INFO, "")
        self._session.hand_over(
            lambda context: replay_letter(context, content, draw),
            lambda found: self._tell_replay(path.name, found),
            title=self.tr("De brief wordt nagegaan"),
        )

    def _tell_replay(self, file: str, found: Replay) -> None:
        kinds = {
            Verdict.SAME: Kind.GOOD,
            Verdict.DIFFERS: Kind.FAULT,
            Verdict.UNKNOWN: Kind.ATTENTION,
        }
        words = self.tr("{file}: {verdict}.").format(file=file, verdict=found.verdict)
        if found.verdict is Verdict.SAME:
            words += " " + self.tr(
                "Feiten, regels en tekst van toen geven opnieuw precies deze brief."
            )
        lines = [words, found.letter, found.difference]
        self.verdict.show_note(kinds[found.verdict], "\n".join(filter(None, lines)))

    def _go(self) -> None:
        row = self.rows.current
        if isinstance(row, LetterRow):
            self.open_letter(row.letter)

    def open_letter(self, letter: LetterRecord) -> None:
        """Show a letter where it can be changed: at its case, or here."""
        if letter.case_id:
            self.case_wanted.emit(letter.case_id)
        else:
            self.write_about(letter.subject, letter.kind)

    def write_about(self, subject: LetterSubject, kind: LetterKind) -> None:
        """Show the letters about a request, or one that is about nothing else."""
        self.pages.setCurrentIndex(1)
        self.editor.show_subject(subject, kind)

    def _begin(self) -> None:
        if isinstance(self.new.value, LetterKind):
            self.begin_letter(self.new.value)

    def begin_letter(self, kind: LetterKind) -> None:
        """Begin a letter that is about nothing else, and show it."""
        begun = self._session.run(begin_letter, kind)
        if begun is not None:
            self.write_about(begun[0], kind)

    def _leave(self) -> None:
        self.editor.settle()
        self.pages.setCurrentIndex(0)
        self.reload()
