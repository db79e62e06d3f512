"""The files of a case: add, open, rename, send along, take out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.attachment import Attachment
from workbench.ui.attachments_model import AttachmentRole, AttachmentsModel
from workbench.ui.icons import put_icon
from workbench.ui.session import Session
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labels import muted
from workbench.ui.window_actions import ANY_FILE, WindowActions, folder_for_viewing
from workbench.usecases.attachments import attach_file, read_attachment, remove_attachment
from workbench.usecases.context import Change
from workbench.usecases.saving import free_name, save_bytes


class AttachmentsTab(QWidget):
    """Files are copied into the store: what happens to the original does not matter."""

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._case_id = ""
        self.model = AttachmentsModel(session, self)
        self.table = QTableView()
        self.add = QPushButton(self.tr("Bijlage toevoegen …"))
        self.open = QPushButton(self.tr("Openen"))
        self.keep = QPushButton(self.tr("Kopie bewaren …"))
        self.remove = QPushButton(self.tr("Verwijderen"))
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._follow_row()

    def show_case(self, case_id: str) -> None:
        self._case_id = case_id
        self.model.show_case(case_id)
        self._follow_row()

    def go_to(self, target: str) -> bool:
        return target == "tab:bijlagen"

    def add_files(self, paths: list[Path]) -> None:
        """Keep copies of these files in the case."""
        for path in paths:
            self._session.run(attach_file, self._case_id, path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._case_id and not self._session.is_read_only and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url for url in event.mimeData().urls() if url.isLocalFile()]
        self.add_files([Path(url.toLocalFile()) for url in local])
        event.acceptProposedAction()

    def _build(self) -> None:
        set_look(self.add, "primary")
        put_icon(self.add, "plus", "on_primary")
        put_icon(self.open, "folder-open", "accent")
        put_icon(self.keep, "save", "accent")
        set_look(self.remove, "danger")
        put_icon(self.remove, "x", "fault")
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Bijlagen"))
        set_look(self.table, "ruled")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme().scaled(36))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        buttons = QHBoxLayout()
        for button in (self.add, self.open, self.keep):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.remove)
        words = self.tr(
            "Sleep bestanden hierheen of kies Bijlage toevoegen. De werkbank bewaart een"
            " eigen kopie, hoogstens 50 MB per bestand."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 6, 8)
        column.setSpacing(10)
        column.addWidget(muted(words))
        column.addLayout(buttons)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(self._choose)
        self.open.clicked.connect(self._open)
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._follow_row())
        self.model.modelReset.connect(self._follow_row)
        self._session.changed.connect(self._follow)
        self._session.failed.connect(lambda _error: self.model.reload())

    def _follow(self, change: Change) -> None:
        if self._case_id and change.touches(self._case_id):
            self.model.reload()

    def _follow_row(self) -> None:
        can_write = bool(self._case_id) and not self._session.is_read_only
        has_row = self._current() is not None
        self.add.setEnabled(can_write)
        self.open.setEnabled(has_row)
        self.keep.setEnabled(has_row)
        self.remove.setEnabled(has_row and can_write)

    def _current(self) -> Attachment | None:
        row = self.table.currentIndex().data(AttachmentRole)
        return row if isinstance(row, Attachment) else None

    def _choose(self) -> None:
        path = self._actions.ask_open(self, self.tr("Bijlage toevoegen"), ANY_FILE)
        if path is not None:
            self.add_files([path])

    def _open(self) -> None:
        row = self._current()
        if row is None:
            return
        found = self._session.run(read_attachment, row.file.sha256)
        if found is not None:
            path = free_name(folder_for_viewing() / Path(found[0]).name)
            self._session.run(lambda _context: save_bytes(path, found[1]))
            self._actions.open_file(path)

    def _keep(self) -> None:
        row = self._current()
        if row is None:
            return
        path = self._actions.ask_save(
            self, self.tr("Kopie bewaren"), row.file.name, ANY_FILE
        )
        found = self._session.run(read_attachment, row.file.sha256) if path else None
        if path is not None and found is not None:
            self._session.run(lambda _context: save_bytes(path, found[1]))

    def _remove(self) -> None:
        row = self._current()
        if row is not None:
            self._session.run(remove_attachment, row)
