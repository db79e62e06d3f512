"""The list of cases as a model, and how one row of it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.domain.case import CaseSummary
from workbench.domain.notation import write_change, write_date
from workbench.domain.place import BY_CODE
from workbench.ui.session import Session
from workbench.ui.stage_words import STAGE_CHIPS, Group, case_groups
from workbench.ui.theme import current_palette, theme
from workbench.ui.widgets.chip import chip_size, paint_chip
from workbench.usecases.cases import find_cases
from workbench.usecases.fields import STAGES

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CaseRole = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 80
_Order = Callable[[CaseSummary], tuple[object, ...]]


def write_change_of(case: CaseSummary) -> str:
    """Return the change of a case with its unit, as in "+150 fte"."""
    return f"{write_change(case.change)} fte" if case.change is not None else "fte onbekend"


def write_places(case: CaseSummary) -> str:
    """Return service and provinces as the list shows them."""
    places = ", ".join(BY_CODE[code].name for code in case.provinces)
    return " · ".join(filter(None, (case.service, places)))


class CaseListModel(QAbstractListModel):
    """The cases that match search text and group, in the chosen order.

    The rows are read in one query and kept; painting never touches the store. Rows that
    stay the same rows are only painted again, so that the current one stays current.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._search = ""
        self._group = "all"
        self._order = "newest"
        self._found: list[CaseSummary] = []
        self._rows: list[CaseSummary] = []
        session.changed.connect(self.reload)
        self.reload()

    def orders(self) -> dict[str, str]:
        """Return the orders one can choose from, by key."""
        return {
            "newest": self.tr("Nieuwste eerst"),
            "number": self.tr("Op kenmerk"),
            "service": self.tr("Op dienst"),
            "size": self.tr("Grootste wijziging eerst"),
        }

    def groups(self) -> tuple[Group, ...]:
        return case_groups(self._session.context.user)

    def count_in(self, group: Group) -> int:
        """Return how many of the found cases belong to a group."""
        return sum(group.holds(case) for case in self._found)

    def search_for(self, text: str) -> None:
        self._search = text
        self.reload()

    def show_group(self, key: str) -> None:
        self._group = key
        self._arrange()

    def sort_by(self, order: str) -> None:
        self._order = order
        self._arrange()

    def row_of(self, case_id: str) -> int:
        """Return the row of a case, −1 when it is not shown."""
        return next((at for at, case in enumerate(self._rows) if case.id == case_id), -1)

    def reload(self) -> None:
        self._found = self._session.read(find_cases, self._search)
        self._arrange()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        case = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return case.title
        if role == CaseRole:
            return case
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(case)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{case.number}  {case.title}"
        return None

    def _arrange(self) -> None:
        group = next(group for group in self.groups() if group.key == self._group)
        rows = sorted(filter(group.holds, self._found), key=_ORDERS[self._order])
        if [case.id for case in rows] == [case.id for case in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _spoken(self, case: CaseSummary) -> str:
        words = self.tr("Casus {number}, {title}, {places}, {change}, {stage}, {day}")
        return words.format(
            number=case.number,
            title=case.title,
            places=write_places(case) or self.tr("dienst onbekend"),
            change=write_change_of(case),
            stage=STAGES[case.stage],
            day=write_date(case.notice_on or case.judged_on),
        )


class CaseDelegate(QStyledItemDelegate):
    """Draws a case in three lines: title and change, place, stage and number."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().scaled(300), theme().scaled(_ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        case = index.data(CaseRole)
        if not isinstance(case, CaseSummary):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option)
        place: QRect = option.rect
        font: QFont = option.font
        side, above = theme().scaled(16), theme().scaled(9)
        inside = place.adjusted(side, above, -theme().scaled(12), -above)
        _paint_words(painter, inside, font, case)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    colours = current_palette()
    place: QRect = option.rect
    state: QStyle.StateFlag = option.state
    is_chosen = bool(state & QStyle.StateFlag.State_Selected)
    painter.fillRect(place, QColor(colours.chosen if is_chosen else colours.surface))
    if is_chosen:
        stripe = theme().scaled(4)
        painter.fillRect(
            QRect(place.left(), place.top(), stripe, place.height()),
            QColor(colours.primary),
        )
    painter.setPen(QColor(colours.line))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.focus), 2))
        painter.drawRect(place.adjusted(1, 1, -2, -2))


def _paint_words(painter: QPainter, inside: QRect, font: QFont, case: CaseSummary) -> None:
    colours = current_palette()
    bold, minor = QFont(font), QFont(font)
    bold.setBold(True)
    minor.setPointSizeF(font.pointSizeF() * 0.92)
    strong = QFont(minor)
    strong.setBold(True)
    ink, muted = QColor(colours.ink), QColor(colours.muted)
    change = write_change_of(case)
    right = QFontMetrics(strong).horizontalAdvance(change)
    line = QRect(inside.left(), inside.top(), inside.width(), QFontMetrics(bold).height())
    _write(painter, line.adjusted(0, 0, -right - 10, 0), bold, ink, case.title)
    _write(painter, line, strong, ink, change, at_right=True)
    line.moveTop(line.bottom() + theme().scaled(2))
    _write(painter, line, minor, muted, write_places(case) or "dienst onbekend")
    word = STAGES[case.stage]
    size = chip_size(word, minor)
    chip = QRectF(
        inside.left(), inside.bottom() - size.height() + 1, size.width(), size.height()
    )
    painter.setFont(minor)
    paint_chip(painter, chip, word, STAGE_CHIPS[case.stage])
    below = QRect(inside.left(), round(chip.top()), inside.width(), size.height())
    number = f"{case.number} · {_short_day(case.notice_on or case.judged_on)}"
    _write(painter, below, minor, muted, number, at_right=True)


def _write(
    painter: QPainter,
    place: QRect,
    font: QFont,
    colour: QColor,
    text: str,
    *,
    at_right: bool = False,
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _short_day(day: date) -> str:
    """Return a day as in "8 mei 2024", with a long month cut to three letters."""
    number, month, year = write_date(day).split()
    short = "mrt" if month == "maart" else month if len(month) <= 4 else month[:3]
    return f"{number} {short} {year}"


def _day_number(case: CaseSummary) -> int:
    return (case.notice_on or case.judged_on).toordinal()


_ORDERS: dict[str, _Order] = {
    "newest": lambda case: (-_day_number(case), case.number),
    "number": lambda case: (case.number,),
    "service": lambda case: (case.service.casefold() or "~", case.number),
    "size": lambda case: (
        -abs(case.change.hundredths) if case.change is not None else 1,
        case.number,
    ),
}
