"""Takes figures in, step by step on one page: file, table, words, outcome, delivery."""

from __future__ import annotations

from pathlib import Path, PurePath

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.domain.delivery import Delivery
from workbench.domain.organisation import Sector
from workbench.exchange.table_findings import UnknownWord
from workbench.exchange.table_layout import TableLayout
from workbench.ui.icons import put_icon
from workbench.ui.import_file_note import FileNote
from workbench.ui.import_flow import ImportFlow
from workbench.ui.import_form import DeliveryForm, Proposals
from workbench.ui.import_layout import LayoutCard
from workbench.ui.import_outcome import OutcomeCard
from workbench.ui.import_reading import ReadingNotes
from workbench.ui.import_words import WordsCard
from workbench.ui.page import scrolling
from workbench.ui.return_cells import ReturnCells
from workbench.ui.return_findings import ReturnFindings
from workbench.ui.session import Session
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import muted
from workbench.ui.window_actions import TABLES, WORKBOOKS, WindowActions
from workbench.usecases.context import Change
from workbench.usecases.deliveries import list_deliveries
from workbench.usecases.figure_files import FigureFile, lay_out_by_hand
from workbench.usecases.figure_imports import DeliveryFacts, missing_facts
from workbench.usecases.figure_names import names_of
from workbench.usecases.figure_previews import FigurePlan, ImportPreview
from workbench.usecases.methods import list_methods
from workbench.usecases.requests import doubts_about, send_questions


class ImportPage(QWidget):
    """Reads aside, asks what is unclear, shows what changes, and only then takes in.

    Signals:
        told: Something worked; carries what, for a passing message.
        done: It came in and can be undone; carries that, for a passing message.
        taken_in: A delivery came in; carries its id.
    """

    told = Signal(str)
    done = Signal(str)
    taken_in = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.flow = ImportFlow(session, self)
        self.choose = QPushButton(self.tr("Bestand kiezen …"))
        self.file = FileNote()
        self.table = LayoutCard()
        self.words = WordsCard()
        self.returned = ReturnFindings()
        self.cells = ReturnCells()
        self.notes = ReadingNotes()
        self.outcome = OutcomeCard()
        self.form = DeliveryForm()
        # Several corrections in a row are read once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._expected: tuple[str, int] | None = None
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.clear()

    def clear(self) -> None:
        """Forget the file."""
        self.flow.clear()
        self.file.show_note(Kind.INFO, "")
        self.words.clear()
        self._expected = None
        for card in (
            self.table,
            self.returned,
            self.notes,
            self.cells,
            self.outcome,
            self.form,
        ):
            card.hide()

    def read_file(self, path: Path, expected: tuple[str, int] | None = None) -> None:
        """Read a file aside, then show its tables.

        Args:
            expected: Key of the ministry and year of the return it should be.
        """
        self.clear()
        self._expected = expected
        self.flow.open_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if local:
            self.read_file(Path(local[0].toLocalFile()))

    def _build(self) -> None:
        set_look(self.choose, "primary")
        put_icon(self.choose, "folder-open", "on_primary")
        start = Card(self.tr("Een tabel met cijfers"))
        words = self.tr(
            "Sleep een werkmap (xlsx, ods) of een tabel (csv) hierheen of kies het bestand."
            " U ziet eerst hoe de werkbank de tabel leest en wat er verandert. Pas daarna"
            " neemt u de cijfers over."
        )
        start.content.addWidget(muted(words))
        start.content.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        start.content.addWidget(self.file)
        inside = QWidget()
        inside.setObjectName("page")
        content = QVBoxLayout(inside)
        content.setContentsMargins(0, 12, 6, 8)
        content.setSpacing(14)
        read = (self.table, self.words, self.returned, self.notes)
        for card in (start, *read, self.cells, self.outcome, self.form):
            content.addWidget(card)
        content.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.flow.opened.connect(self._show_file)
        self.flow.read.connect(self._show_plan)
        self.flow.looked.connect(self._show_preview)
        self.flow.taken_in.connect(self._tell_taken_in)
        self.flow.refused.connect(lambda _error: self.form.setEnabled(True))
        self.table.changed.connect(self._soon.start)
        self._soon.timeout.connect(self._read)
        self.words.answered.connect(self._answer)
        self.words.all_new_asked.connect(self._make_all)
        self.returned.marked_asked.connect(self._save_marked)
        self.returned.pointed.connect(self.flow.point_column)
        self.returned.mark_chosen.connect(self.flow.choose_mark)
        self.cells.chosen.connect(
            lambda cells: self.flow.accept(cells, self.form.facts.delivered_on)
        )
        self.form.asked.connect(self._take_in)
        self.form.dropped.connect(self.clear)
        self.form.day_changed.connect(self.flow.look)
        self._session.changed.connect(self._follow)
        self._session.jobs.stopped.connect(
            lambda: self.told.emit(self.tr("Gestopt; er is niets gewijzigd."))
        )

    def _choose(self) -> None:
        title = self.tr("Tabel met cijfers kiezen")
        path = self._actions.ask_open(self, title, TABLES)
        if path is not None:
            self.read_file(path)

    def _show_file(self, source: FigureFile) -> None:
        self.file.show_file(source, self._doubts(source))
        self.form.start(self._proposals(source))
        if source.returned is None:
            self._show_tables(source)
        self._read()

    def _show_tables(self, source: FigureFile) -> None:
        layouts = list(source.layouts) or [_point_at_table(source)]
        first = [one.header for one in layouts[0].columns]
        used = {
            number
            for number, one in enumerate(layouts)
            if [column.header for column in one.columns] == first
        }
        self.table.show_tables(source.book, layouts, used)
        self.table.show()

    def _doubts(self, source: FigureFile) -> list[str]:
        if source.returned is None:
            return []
        found = self._session.read(doubts_about, source.returned, self._expected)
        return [self.tr("Let op: {what}").format(what=one) for one in found]

    def _save_marked(self) -> None:
        plan = self.flow.plan
        if plan is None or plan.review is None:
            return
        source = plan.source
        title = self.tr("Terugmelding bewaren")
        name = f"terugmelding-{PurePath(source.file).stem}.xlsx"
        path = self._actions.ask_save(self, title, name, WORKBOOKS)
        if path is None:
            return
        if self._session.run(send_questions, source, plan.review, path) is not None:
            words = self.tr("De werkmap {name} is bewaard en de vragen staan uit.")
            self.done.emit(words.format(name=path.name))

    def _proposals(self, source: FigureFile) -> Proposals:
        methods = self._session.read(list_methods)
        senders = {one.delivered_by for one in self._session.read(list_deliveries)}
        return Proposals(
            title=PurePath(source.file).stem,
            sender=source.sender,
            source=self._source_of(source),
            is_sample=source.returned is not None and source.returned.is_sample,
            today=self._session.context.today(),
            methods=[(row.method.key, row.method.title) for row in methods],
            senders=sorted(senders),
        )

    def _source_of(self, source: FigureFile) -> str:
        if source.returned is None:
            return ""
        return self.tr("Jaaropgave, {file}").format(file=source.file)

    def _read(self) -> None:
        """Read the chosen tables again, as they are described now."""
        if self.flow.source is None:
            return
        for card in (self.cells, self.outcome, self.form):
            card.setEnabled(False)
        if self.flow.source.returned is not None:
            self.flow.read_return()
            return
        self.table.show_words(self.flow.words())
        self.flow.read_again([self.table.layouts[at] for at in sorted(self.table.used)])

    def _show_plan(self, plan: FigurePlan) -> None:
        unknown = [word for one in plan.readings for word in one.unknown_words]
        self.words.show_unknown(unknown, self.flow.words())
        self.notes.show_readings(plan.readings)
        if plan.review is not None:
            self.returned.show_review(plan.review, plan.readings, plan.source)
        if plan.is_complete:
            self.flow.look(self.form.facts.delivered_on)
        else:
            for card in (self.cells, self.outcome, self.form):
                card.hide()

    def _show_preview(self, preview: ImportPreview) -> None:
        self.outcome.show_preview(preview, names_of(self.flow.words()))
        self.form.show_preview(preview)
        for card in (self.outcome, self.form):
            card.setEnabled(True)
            card.show()
        self.cells.setEnabled(True)
        self.cells.setVisible(preview.plan.review is not None)
        if preview.plan.review is not None:
            self.cells.show_cells(preview.cells, preview.plan.source)
        if self._session.is_read_only:
            self.form.take_in.setEnabled(False)

    def _answer(self, word: UnknownWord, target: str, sector: Sector | None) -> None:
        self.flow.answer(word, target, sector)
        self._soon.start()

    def _make_all(self, sector: Sector) -> None:
        self.flow.make_all(sector)
        self._soon.start()

    def _take_in(self, facts: DeliveryFacts) -> None:
        if self.flow.preview is None:
            return
        missing = missing_facts(self.flow.preview, facts)
        self.form.show_missing(missing)
        if not missing:
            self.form.setEnabled(False)
            self.flow.take_in(facts)

    def _tell_taken_in(self, delivery: Delivery) -> None:
        self.clear()
        words = self.tr("De levering “{title}” is ingelezen: {count} cijfers.")
        self.done.emit(words.format(title=delivery.title, count=delivery.row_count))
        self.taken_in.emit(delivery.id)

    def _follow(self, _change: Change) -> None:
        """Look again when the register changed under a preview."""
        if self.flow.preview is not None and self.form.isEnabled():
            self.flow.look(self.form.facts.delivered_on)


def _point_at_table(source: FigureFile) -> TableLayout:
    """Return a first table to put right, when none was seen."""
    sheet = max(source.book.sheets, key=lambda one: len(one.cells))
    first = min((row for row, _ in sheet.cells), default=1)
    return lay_out_by_hand(source.book, sheet.name, first)
