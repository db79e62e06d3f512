"""All letters of all cases, drafts and sealed ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.domain.case import CaseSummary
from workbench.domain.finding import LetterKind
from workbench.domain.letter import LetterRecord
from workbench.domain.notation import write_date
from workbench.ui.icons import put_icon
from workbench.ui.letter_drawing import draw
from workbench.ui.page import frame_page
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.session import Session
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import small
from workbench.ui.window_actions import LETTERS, WindowActions, folder_for_viewing
from workbench.usecases.cases import find_cases
from workbench.usecases.letters import list_letters, read_sealed
from workbench.usecases.replaying import Replay, Verdict, replay_letter
from workbench.usecases.saving import free_name, read_bytes, save_bytes


@dataclass(frozen=True, slots=True)
class _Row:
    case: CaseSummary
    letter: LetterRecord


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
        self.rows = RowsPanel(self.tr("Brieven"), self._columns())
        self.open = QPushButton(self.tr("Brief openen"))
        self.keep = QPushButton(self.tr("Bewaren als PDF …"))
        self.case = QPushButton(self.tr("Naar de casus"))
        self.replay = QPushButton(self.tr("Brief nagaan …"))
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
        rows = [
            _Row(case, letter)
            for case in self._session.read(find_cases)
            for letter in self._session.read(list_letters, case.id)
        ]
        self.rows.show_rows(rows)
        self._follow_row()

    def _columns(self) -> list[Column]:
        kinds = {
            LetterKind.LOCATION_ADVICE: self.tr("Locatieadvies"),
            LetterKind.PROPOSAL: self.tr("Voorstel vestigingslocatie"),
        }
        return [
            Column(
                title=self.tr("Ons kenmerk"),
                text=lambda row: row.letter.number or self.tr("nog geen"),
                width=150,
            ),
            Column(title=self.tr("Casus"), text=lambda row: row.case.title),
            Column(
                title=self.tr("Soort"), text=lambda row: kinds[row.letter.kind], width=190
            ),
            Column(
                title=self.tr("Versie"),
                text=lambda row: str(row.letter.version),
                is_number=True,
                width=70,
            ),
            Column(title=self.tr("Stand"), text=self._stand, width=120),
            Column(
                title=self.tr("Datum"),
                text=lambda row: (
                    write_date(row.letter.written_on) if row.letter.written_on else ""
                ),
                sort=lambda row: (
                    row.letter.written_on.toordinal() if row.letter.written_on else 0
                ),
                width=150,
            ),
        ]

    def _stand(self, row: _Row) -> str:
        return self.tr("Vastgesteld") if row.letter.is_sealed else self.tr("Concept")

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
        for button in (self.replay, self.case, self.keep, self.open):
            frame.head.addWidget(button)
        content: QVBoxLayout = frame.content
        self.verdict.show_note(Kind.INFO, "")
        content.addWidget(self.verdict)
        content.addWidget(self.rows, 1)
        content.addWidget(self.seal)

    def _connect(self) -> None:
        self.rows.pointed.connect(lambda _row: self._follow_row())
        self.rows.chosen.connect(lambda _row: self._open_or_go())
        self.open.clicked.connect(self._open)
        self.keep.clicked.connect(self._keep)
        self.case.clicked.connect(self._go)
        self.replay.clicked.connect(self._choose_letter)
        self._session.changed.connect(lambda _change: self._refresh())

    def _refresh(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _follow_row(self) -> None:
        row = self.rows.current
        is_sealed = isinstance(row, _Row) and row.letter.is_sealed
        self.open.setEnabled(is_sealed)
        self.keep.setEnabled(is_sealed)
        self.case.setEnabled(isinstance(row, _Row))
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
        if isinstance(row, _Row):
            self.case_wanted.emit(row.case.id)
