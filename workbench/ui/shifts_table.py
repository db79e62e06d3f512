"""The division of a service over the provinces: now, intended, and the difference."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.case import Case, Shift
from workbench.domain.fte import Fte, sum_fte
from workbench.domain.notation import write_change, write_date, write_fte
from workbench.domain.place import PROVINCES
from workbench.ui.field_values import FieldKind, expected, read_field, write_field
from workbench.ui.theme import theme
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
PROVINCE, BEFORE, AFTER, CHANGE = range(4)
TOTAL_ROW = len(PROVINCES)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftEdit:
    """What the user made of one province."""

    province: str
    before: Fte | None
    after: Fte | None


class ShiftsModel(QAbstractTableModel):
    """Twelve provinces and their total; amounts are typed in place.

    Signals:
        edited: A `ShiftEdit`.
        refused: What was typed cannot be read; carries what to type, "" once it is right.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shifts: dict[str, Shift] = {}
        self._figures_on = ""

    def show_case(self, case: Case) -> None:
        """Show the division of `case`; the selection stays where it is."""
        self._shifts = {shift.province: shift for shift in case.shifts}
        self._figures_on = write_date(case.figures_on)
        last = self.index(TOTAL_ROW, CHANGE)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, CHANGE)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(PROVINCES) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else CHANGE + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if (
            index.isValid()
            and index.row() != TOTAL_ROW
            and index.column() in (BEFORE, AFTER)
        ):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        heads = (
            self.tr("Provincie"),
            self.tr("Nu (fte)"),
            self.tr("Voornemen (fte)"),
            self.tr("Verschil (fte)"),
        )
        return heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        is_total = index.row() == TOTAL_ROW
        if role == Qt.ItemDataRole.DisplayRole:
            return self._total(index.column()) if is_total else self._shown(index)
        if role == Qt.ItemDataRole.EditRole:
            return "" if is_total else write_field(self._amount(index))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != PROVINCE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and is_total:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return None

    def setData(
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if (
            role != Qt.ItemDataRole.EditRole
            or not self.flags(index) & Qt.ItemFlag.ItemIsEditable
        ):
            return False
        try:
            amount = read_field(FieldKind.FTE, str(value or ""))
        except ValueError:
            self.refused.emit(expected(FieldKind.FTE))
            return False
        assert amount is None or isinstance(amount, Fte)
        self.refused.emit("")
        province = PROVINCES[index.row()].code
        kept = self._shifts.get(province) or Shift(province=province)
        before = amount if index.column() == BEFORE else kept.before
        after = amount if index.column() == AFTER else kept.after
        if (before, after) != (kept.before, kept.after):
            self.edited.emit(ShiftEdit(province=province, before=before, after=after))
        return True

    @property
    def figures_on(self) -> str:
        """The reference date of the amounts, in words."""
        return self._figures_on

    def _amount(self, index: Index) -> Fte | None:
        shift = self._shifts.get(PROVINCES[index.row()].code)
        if shift is None or index.column() == PROVINCE:
            return None
        return (shift.before, shift.after, shift.change)[index.column() - 1]

    def _shown(self, index: Index) -> str:
        province = PROVINCES[index.row()]
        if index.column() == PROVINCE:
            return province.name
        if province.code not in self._shifts:
            return ""
        write = write_change if index.column() == CHANGE else write_fte
        return write(self._amount(index))

    def _total(self, column: int) -> str:
        if column == PROVINCE:
            return self.tr("Totaal")
        if not self._shifts:
            return ""
        amounts = [
            (shift.before, shift.after, shift.change)[column - 1]
            for shift in self._shifts.values()
        ]
        return (write_change if column == CHANGE else write_fte)(sum_fte(amounts))

    def _spoken(self, index: Index) -> str:
        is_total = index.row() == TOTAL_ROW
        name = self.tr("Totaal") if is_total else PROVINCES[index.row()].name
        head = self.headerData(index.column(), Qt.Orientation.Horizontal)
        shown = self.data(index) or self.tr("niet ingevuld")
        return name if index.column() == PROVINCE else f"{name}, {head}: {shown}"


class ShiftsTable(QWidget):
    """The table with its remarks: what cannot be read, and totals that do not agree.

    Signals:
        edited: A `ShiftEdit`.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ShiftsModel(self)
        self.view = QTableView()
        self.refusal = Note(Kind.FAULT)
        self.difference = Note(Kind.ATTENTION)
        self._set_up_view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        layout.addWidget(self.refusal)
        layout.addWidget(self.difference)
        self.model.edited.connect(self.edited)
        self.model.refused.connect(lambda words: self.refusal.show_note(Kind.FAULT, words))
        theme().changed.connect(self._fit)

    def show_case(self, case: Case) -> None:
        self.model.show_case(case)
        self.view.setAccessibleName(
            self.tr(
                "Verdeling per provincie in fte, nu op {day} en volgens het voornemen"
            ).format(day=self.model.figures_on)
        )
        self.difference.show_note(Kind.ATTENTION, self._differences(case))
        self._fit()

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setObjectName("shifts")
        view.verticalHeader().hide()
        trigger = QAbstractItemView.EditTrigger
        view.setEditTriggers(
            trigger.DoubleClicked
            | trigger.SelectedClicked
            | trigger.EditKeyPressed
            | trigger.AnyKeyPressed
        )
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(PROVINCE, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)

    def _fit(self) -> None:
        row = self.view.fontMetrics().height() + theme().scaled(9)
        self.view.verticalHeader().setMinimumSectionSize(row)
        self.view.verticalHeader().setDefaultSectionSize(row)
        head = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(head + row * self.model.rowCount() + 4)

    def _differences(self, case: Case) -> str:
        if not case.shifts:
            return ""
        found = []
        before = sum_fte([shift.before for shift in case.shifts])
        after = sum_fte([shift.after for shift in case.shifts])
        pairs = (
            (self.tr("nu"), case.fte_before, before),
            (self.tr("volgens het voornemen"), case.fte_after, after),
        )
        for moment, whole, total in pairs:
            if whole is not None and total is not None and whole != total:
                words = self.tr(
                    "De provincies tellen {moment} op tot {total} fte; bij de omvang staat "
                    "{whole} fte."
                )
                found.append(
                    words.format(
                        moment=moment, total=write_fte(total), whole=write_fte(whole)
                    )
                )
        return " ".join(found)
