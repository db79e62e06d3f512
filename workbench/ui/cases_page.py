"""The cases: the list on the left, the chosen one beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.case import CaseSummary
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.case_list import CaseDelegate, CaseListModel, CaseRole
from workbench.ui.case_page import CasePage
from workbench.ui.flow_row import FlowRow
from workbench.ui.session import Session
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labels import Picture, muted, title
from workbench.ui.window_actions import WindowActions

_LIST_WIDTH = 340


class CasesPage(QWidget):
    """Finds a case and opens it; the list stays beside it.

    Signals:
        opened: Another case is shown; carries its id.
    """

    opened = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Casussen"))
        self.model = CaseListModel(session, self)
        self.list = QListView()
        self.order = CalmCombo()
        self.filters: dict[str, QPushButton] = {}
        self.case = CasePage(session, actions)
        self.splitter = QSplitter()
        self._group = QButtonGroup(self)
        self._beside = QStackedWidget()
        self._empty = self._make_empty()
        self._found_none = muted("")
        self._lay_out()
        self._connect(session)
        self._label_filters()

    def search_for(self, text: str) -> None:
        """Show the cases that contain `text`; the case that is open stays open."""
        self.model.search_for(text)

    def open_case(self, case_id: str) -> None:
        """Show a case and make it current in the list."""
        if self.model.row_of(case_id) < 0:
            self.filters["all"].click()
        self._mark(case_id)
        self._show(case_id)

    def open_first(self) -> None:
        """Show the first case of the list when none is shown yet."""
        index = self.model.index(0)
        if not self.case.case_id and index.isValid():
            self.list.setCurrentIndex(index)

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(CaseDelegate(self.list))
        self.list.setAccessibleName(self.tr("Lijst met casussen"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(self.list, "bare")
        self._beside.addWidget(self._empty)
        self._beside.addWidget(self.case)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._make_side())
        self.splitter.addWidget(self._beside)
        self.splitter.setStretchFactor(1, 1)
        width = theme().scaled(_LIST_WIDTH)
        self.splitter.setSizes([width, width * 3])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    def _make_side(self) -> QWidget:
        side = QFrame()
        set_look(side, "surface")
        side.setMinimumWidth(theme().scaled(250))
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 12, 0)
        head.addWidget(title(self.tr("Casussen")), 1)
        self.order.setAccessibleName(self.tr("Volgorde"))
        self.order.setMinimumContentsLength(10)
        self.order.show_choices(list(self.model.orders().items()), "newest")
        head.addWidget(self.order, 1)
        row = FlowRow(spacing=6)
        for group in self.model.groups():
            button = QPushButton()
            button.setCheckable(True)
            set_look(button, "filter")
            self.filters[group.key] = button
            self._group.addButton(button)
            row.add(button)
        self.filters["all"].setChecked(True)
        holder = QHBoxLayout()
        holder.setContentsMargins(16, 0, 12, 4)
        holder.addWidget(row)
        self._found_none.setContentsMargins(16, 8, 12, 8)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(holder)
        column.addWidget(self._found_none)
        column.addWidget(self.list, 1)
        return side

    def _make_empty(self) -> QWidget:
        empty = QWidget()
        words = QLabel(
            self.tr("Kies links een casus, of noteer een nieuw signaal met Ctrl+N.")
        )
        set_look(words, "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        column = QVBoxLayout(empty)
        column.addStretch()
        column.addWidget(
            Picture("folder-open", "muted", 36), 0, Qt.AlignmentFlag.AlignCenter
        )
        column.addWidget(words)
        column.addStretch()
        return empty

    def _connect(self, session: Session) -> None:
        self.list.selectionModel().currentChanged.connect(self._follow_list)
        self.model.modelReset.connect(self._restore_mark)
        self.order.activated.connect(lambda: self.model.sort_by(str(self.order.value)))
        for key, button in self.filters.items():
            button.clicked.connect(lambda _checked, key=key: self.model.show_group(key))
        self.model.modelReset.connect(self._label_filters)
        self.model.dataChanged.connect(self._label_filters)
        session.changed.connect(lambda _change: self._label_filters())

    def _label_filters(self) -> None:
        for group in self.model.groups():
            count = self.model.count_in(group)
            self.filters[group.key].setText(f"{group.name} {count}")
        is_empty = self.model.rowCount() == 0
        self._found_none.setVisible(is_empty)
        self._found_none.setText(self.tr("Er zijn geen casussen die hieraan voldoen."))

    def _follow_list(self, index: QModelIndex) -> None:
        case = index.data(CaseRole)
        if isinstance(case, CaseSummary):
            self._show(case.id)

    def _show(self, case_id: str) -> None:
        self._beside.setCurrentWidget(self.case)
        if case_id != self.case.case_id:
            self.case.show_case(case_id)
            self.opened.emit(case_id)

    def _mark(self, case_id: str) -> None:
        row = self.model.row_of(case_id)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    def _restore_mark(self) -> None:
        if self.case.case_id:
            self._mark(self.case.case_id)
