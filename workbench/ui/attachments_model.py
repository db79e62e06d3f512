"""The files kept in a case as a table; titles and "gaat mee" are changed in place."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from workbench.domain.attachment import Attachment
from workbench.domain.notation import write_date
from workbench.ui.moments import write_size
from workbench.ui.session import Session
from workbench.usecases.attachments import change_attachment, list_attachments

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
TITLE, ALONG, FILE, SIZE, ADDED = range(5)
AttachmentRole = Qt.ItemDataRole.UserRole


class AttachmentsModel(QAbstractTableModel):
    """The attachments of one case, in the order they were added."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id = ""
        self._rows: list[Attachment] = []
        self._heads = (
            self.tr("Titel"),
            self.tr("Gaat mee met de brief"),
            self.tr("Bestand"),
            self.tr("Grootte"),
            self.tr("Toegevoegd op"),
        )

    def show_case(self, case_id: str) -> None:
        self._case_id = case_id
        self.reload()

    def reload(self) -> None:
        rows = self._session.read(list_attachments, self._case_id) if self._case_id else []
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, ADDED))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid() or self._session.is_read_only:
            return plain
        if index.column() == TITLE:
            return plain | Qt.ItemFlag.ItemIsEditable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == ALONG else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == ALONG:
            return Qt.CheckState.Checked if row.goes_along else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.file.name}\nSHA-256 {row.file.sha256}"
        return row if role == AttachmentRole else None

    def setData(
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        row = self._rows[index.row()]
        title, along = row.title, row.goes_along
        if role == Qt.ItemDataRole.EditRole and index.column() == TITLE:
            title = str(value)
        elif role == Qt.ItemDataRole.CheckStateRole and index.column() == ALONG:
            along = Qt.CheckState(value) == Qt.CheckState.Checked
        else:
            return False
        changed = self._session.run(change_attachment, row, title=title, goes_along=along)
        return changed is not None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section] if section < len(self._heads) else None
        return None

    def _text(self, row: Attachment, column: int) -> str:
        words = {
            TITLE: row.title,
            ALONG: self.tr("ja") if row.goes_along else self.tr("nee"),
            FILE: row.file.name,
            SIZE: write_size(row.file.size),
            ADDED: write_date(row.added_on),
        }
        return words[column]
