"""Carries a file with figures from step to step: read, described, looked at, taken in.

Reading goes on in jobs; what comes back after the file or its description changed again
is let go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.domain.delivery import Delivery
from workbench.domain.errors import StoreBusyError, WorkbenchError
from workbench.domain.organisation import Sector
from workbench.exchange.return_review import ReturnReview, review_return
from workbench.exchange.return_table import ReturnTable, lay_out_return
from workbench.exchange.table_findings import UnknownWord
from workbench.exchange.table_layout import TableLayout
from workbench.exchange.table_values import TableReading
from workbench.exchange.table_words import Vocabulary, WordKind
from workbench.ui.session import Session
from workbench.usecases.context import Change
from workbench.usecases.figure_files import (
    NEW,
    NOTHING_DECIDED,
    Decisions,
    FigureFile,
    ReadTables,
    decide,
    decide_new,
    open_figures,
    read_figure_file,
    read_tables,
    vocabulary,
)
from workbench.usecases.figure_imports import DeliveryFacts, take_in_figures
from workbench.usecases.figure_previews import FigurePlan, ImportPreview, preview_figures
from workbench.usecases.saving import read_bytes

R = TypeVar("R")
# How long is waited, in milliseconds, before the store is asked for again.
AGAIN = 200


class ImportFlow(QObject):
    """Knows the file, the decisions and the preview of this moment.

    Signals:
        opened: A file was read; carries the `FigureFile`.
        read: Its tables were read as described; carries the `FigurePlan`.
        looked: It is known what taking in would change; carries the `ImportPreview`.
        taken_in: It is in; carries the `Delivery`.
        refused: It was not taken in; carries the `WorkbenchError`.
    """

    opened = Signal(object)
    read = Signal(object)
    looked = Signal(object)
    taken_in = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._turn = 0
        self._decisions: Decisions = NOTHING_DECIDED
        self._day: date | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AGAIN)
        self._later.timeout.connect(lambda: self.look(self._day))
        self._accepted: frozenset[str] | None = None
        self._table: ReturnTable | None = None
        self.source: FigureFile | None = None
        self.plan: FigurePlan | None = None
        self.preview: ImportPreview | None = None

    def clear(self) -> None:
        """Forget the file and all that was decided about it."""
        self._turn += 1
        self.source = self.plan = self.preview = None
        self._accepted = self._table = None
        self._decisions = NOTHING_DECIDED

    def words(self) -> Vocabulary:
        """Return what words mean now, with what was decided for this file."""
        return self._session.read(vocabulary, self._decisions)

    def open_file(self, path: Path) -> None:
        """Read a file aside; `opened` follows."""
        content = self._session.run(lambda _context: read_bytes(path))
        if content is None:
            return
        self.clear()
        data: bytes = content
        known = self.words()
        self._session.jobs.start_watched(
            lambda watch: read_figure_file(data, path.name, known, watch),
            self._if_still_wanted(self._open),
            title=self.tr("{file} wordt gelezen").format(file=path.name),
        )

    def read_again(self, layouts: Sequence[TableLayout]) -> None:
        """Read these tables as they are described now; `read` follows."""
        source, decisions = self.source, self._decisions
        if source is None:
            return
        self._turn += 1
        self.plan = self.preview = None
        chosen, known = tuple(layouts), self.words()

        def keep(readings: tuple[TableReading, ...]) -> None:
            self.plan = FigurePlan(
                source=source, layouts=chosen, readings=readings, decisions=decisions
            )
            self.read.emit(self.plan)

        self._session.jobs.start(
            lambda: read_tables(source.book, chosen, known),
            self._if_still_wanted(keep),
            title=self.tr("De tabel wordt gelezen"),
        )

    def read_return(self) -> None:
        """Read the lines of a yearly return where they stand now; `read` follows."""
        source, table, decisions = self.source, self._table, self._decisions
        if source is None or source.returned is None or table is None:
            return
        self._turn += 1
        self.plan = self.preview = None
        book, issue, known = source.book, source.returned, self.words()
        chosen = () if table.missing else (lay_out_return(book, table, issue),)

        def keep(found: tuple[tuple[TableReading, ...], ReturnReview]) -> None:
            self.plan = FigurePlan(
                source=source,
                layouts=chosen,
                readings=found[0],
                decisions=decisions,
                review=found[1],
                accepted=self._accepted,
            )
            self.read.emit(self.plan)

        self._session.jobs.start(
            lambda: (read_tables(book, chosen, known), review_return(book, issue, table)),
            self._if_still_wanted(keep),
            title=self.tr("De opgave wordt gelezen"),
        )

    def point_column(self, column: int, at: int) -> None:
        """Say where a column of the form stands, and read the return again."""
        if self._table is not None:
            self._table = self._table.pointed(column, at)
            self.read_return()

    def choose_mark(self, mark: str) -> None:
        """Say which sign is the decimal mark, and read the return again."""
        if self._table is not None:
            self._table = replace(self._table, decimal_mark=mark)
            self.read_return()

    def accept(self, cells: frozenset[str], day: date | None) -> None:
        """Take in these cells of a return only; `looked` follows."""
        self._accepted = cells
        if self.plan is not None:
            self.plan = replace(self.plan, accepted=cells)
            self.look(day)

    def look(self, day: date | None) -> None:
        """Look what taking in would change on a day; `looked` follows if all is clear."""
        plan = self.plan
        if plan is None or not plan.is_complete or day is None:
            return
        self._turn += 1
        self._session.hand_over(
            lambda context: preview_figures(context, plan, day),
            self._if_still_wanted(self._keep_preview),
            title=self.tr("De cijfers worden vergeleken"),
            failed=lambda error: self._look_later(error, day),
        )

    def answer(self, word: UnknownWord, target: str, sector: Sector | None) -> None:
        """Remember for this file what a word means."""
        if target == NEW:
            self._make([word.text], sector)
        else:
            self._decisions = decide(self._decisions, word.kind, word.text, target)

    def make_all(self, sector: Sector) -> None:
        """Have every organisation made that is still unknown, in one sector."""
        readings = self.plan.readings if self.plan else ()
        unknown = [word for one in readings for word in one.unknown_words]
        services = [one.text for one in unknown if one.kind is WordKind.ORGANISATION]
        self._make(services, sector)

    def take_in(self, facts: DeliveryFacts) -> None:
        """Take in what was looked at; `taken_in` or `refused` follows."""
        preview = self.preview
        if preview is None:
            return
        self._session.hand_over(
            lambda context: take_in_figures(context, preview, facts),
            self._tell_taken_in,
            title=self.tr("De levering wordt bewaard"),
            failed=self._refuse,
        )

    def _open(self, read: ReadTables) -> None:
        self.source = self._session.read(open_figures, read)
        self._table = self.source.table
        self.opened.emit(self.source)

    def _keep_preview(self, preview: ImportPreview) -> None:
        self.preview = preview
        self.looked.emit(preview)

    def _look_later(self, error: WorkbenchError, day: date) -> None:
        """Wait for another job that has the store; other refusals are told."""
        if not isinstance(error, StoreBusyError):
            self._session.failed.emit(error)
            return
        self._day = day
        self._later.start()

    def _make(self, texts: list[str], sector: Sector | None) -> None:
        self._decisions = self._session.read(decide_new, self._decisions, texts, sector)

    def _tell_taken_in(self, result: tuple[Delivery, Change]) -> None:
        self.clear()
        self.taken_in.emit(result[0])

    def _refuse(self, error: WorkbenchError) -> None:
        self._session.failed.emit(error)
        self.refused.emit(error)

    def _if_still_wanted(self, done: Callable[[R], None]) -> Callable[[R], None]:
        turn = self._turn

        def finish(result: R) -> None:
            if turn == self._turn:
                done(result)

        return finish
