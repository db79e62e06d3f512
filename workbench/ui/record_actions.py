"""What can be done with a register besides typing: workbooks, and what its kind allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.domain.instrument import Instrument
from workbench.exchange.cells import ReadWorkbook
from workbench.ui.citation_popup import CitationLink
from workbench.ui.flow_row import FlowRow
from workbench.ui.icons import put_icon
from workbench.ui.register_panel import RegisterPanel
from workbench.ui.session import Session
from workbench.ui.theme import set_look
from workbench.ui.window_actions import TABLES, WORKBOOKS, WindowActions
from workbench.usecases.record_lines import RecordLine
from workbench.usecases.record_tables import (
    Taken,
    export_records,
    read_records,
    take_records,
    write_form,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """One more button: its words, its picture, and what it does with the chosen record.

    Attributes:
        needs_record: It does nothing without a chosen record.
    """

    name: str
    icon: str
    run: Callable[[RecordActions, RecordLine | None], None]
    needs_record: bool = True


class RecordActions(QWidget):
    """The buttons above the details of a register.

    Signals:
        wanted: Where a button leads, such as "case:ID".
        told: Something worked; carries what.
    """

    wanted = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        actions: WindowActions,
        instrument: Instrument,
        panel: RegisterPanel,
        case_id: str = "",
        extras: Sequence[Extra] = (),
    ) -> None:
        super().__init__()
        self.session = session
        self.device = actions
        self.instrument = instrument
        self.panel = panel
        self.case_id = case_id
        self.buttons: dict[str, QPushButton] = {}
        self._for_record: list[QPushButton] = []
        self._row = FlowRow(spacing=6)
        self._build(extras)
        panel.frame.pointed.connect(self._point)
        self._point(panel.frame.current)

    def _build(self, extras: Sequence[Extra]) -> None:
        cited = CitationLink(
            self.instrument.source, self.instrument.name, self.instrument.about
        )
        self._row.add(cited)
        for extra in extras:
            button = self._button(extra.name, extra.icon, partial(self._run, extra))
            if extra.needs_record:
                self._for_record.append(button)
        self._button(self.tr("Naar werkmap"), "file-spreadsheet", self._export)
        self._button(self.tr("Uit werkmap"), "upload", self._import)
        self._button(self.tr("Leeg formulier"), "download", self._write_form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def _button(self, name: str, image: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(name)
        set_look(button, "quiet")
        put_icon(button, image, "accent")
        button.clicked.connect(lambda _checked=False: run())
        self.buttons[name] = button
        self._row.add(button)
        return button

    def _run(self, extra: Extra) -> None:
        line = self.panel.frame.current
        if line is not None or not extra.needs_record:
            extra.run(self, line)

    def _point(self, line: RecordLine | None) -> None:
        for button in self._for_record:
            button.setEnabled(line is not None)

    def shown_ids(self) -> list[str]:
        """Return the ids of the rows as they are shown, in their order."""
        return [line.record.id for line in self.panel.frame.panel.shown_rows()]

    def ask_save(self, name: str, kind: str) -> Path | None:
        """Ask where to keep a file; `None` when cancelled."""
        return self.device.ask_save(self, self.instrument.name, name, kind)

    def tell_kept(self, path: Path | None) -> None:
        """Say that a file was kept, if it was."""
        if path is not None:
            self.told.emit(self.tr("{name} is bewaard.").format(name=path.name))

    def _export(self) -> None:
        path = self.ask_save(f"{self.instrument.key}.xlsx", WORKBOOKS)
        if path is not None:
            key, ids = self.instrument.key, self.shown_ids()
            self.tell_kept(self.session.run(export_records, key, ids, path, self.case_id))

    def _write_form(self) -> None:
        path = self.ask_save(f"{self.instrument.key}-formulier.xlsx", WORKBOOKS)
        if path is not None:
            self.tell_kept(self.session.run(write_form, self.instrument.key, path))

    def _import(self) -> None:
        path = self.device.ask_open(self, self.tr("Werkmap inlezen"), TABLES)
        if path is not None:
            self.session.jobs.start(
                lambda: read_records(path),
                lambda book: self._take(book, path.name),
                title=self.tr("Werkmap wordt gelezen"),
            )

    def _take(self, book: ReadWorkbook, name: str) -> None:
        done = self.session.run(take_records, self.instrument.key, book, name, self.case_id)
        if done is not None:
            self.told.emit(self._say_taken(done[0]))

    def _say_taken(self, taken: Taken) -> str:
        words = self.tr("{added} regels toegevoegd; {present} stonden er al.")
        return words.format(added=taken.added, present=taken.present)
