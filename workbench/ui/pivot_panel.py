"""A table of the register with rows and columns as chosen, and what each cell rests on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.notation import write_date
from workbench.domain.pivot import Dimension, PivotQuestion, PivotTable
from workbench.domain.slice import Slice
from workbench.ui.icons import icon, put_icon
from workbench.ui.page import scrolling
from workbench.ui.pivot_detail import PivotDetail
from workbench.ui.pivot_fields import PivotFields
from workbench.ui.pivot_model import CellRole
from workbench.ui.pivot_view import PivotView
from workbench.ui.pivot_words import write_count
from workbench.ui.session import Session
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labels import muted, small
from workbench.usecases.pivot_exports import export_pivot
from workbench.usecases.pivots import (
    explain_cell,
    pivot_choices,
    prepare_pivot,
)

_TABLE_HEIGHT = 300


class PivotPanel(QWidget):
    """Asks the register in a job and shows the old table until the new one is there.

    Signals:
        cell_wanted: A cell was opened; carries its `PivotOrigin`.
        answered: A new table is shown.
    """

    cell_wanted = Signal(object)
    answered = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._number = 0
        self._asked: PivotQuestion | None = None
        self._read_of: Slice | None = None
        self.fields = PivotFields()
        self.search = QLineEdit()
        self.totals = QCheckBox(self.tr("Totalen"))
        self.copy = QPushButton(self.tr("Kopiëren"))
        self.export = QPushButton(self.tr("Naar Excel"))
        self.state = small("")
        self.notes = muted("")
        self.view = PivotView()
        self.detail = PivotDetail()
        self._build()
        self._connect()

    @property
    def table(self) -> PivotTable | None:
        """The table that is shown."""
        return self.view.rows.table

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def look_at(self, *, samples: bool | None) -> None:
        """Look at invented figures only, at others only, or at all when `None`."""
        self.fields.samples = samples
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def reload(self) -> None:
        """Read the choices and the table again; what was chosen stays."""
        self._is_stale = False
        choices = self._session.read(pivot_choices, self.fields.slice_)
        self.fields.show_choices(choices)
        self.ask()

    def ask(self) -> None:
        """Answer the question of the fields in a job; only the last one asked is shown."""
        question = self.fields.question
        self._number += 1
        if question is None:
            self._show_nothing()
            return
        self._asked = question
        self.state.setText(self.tr("De tabel wordt gemaakt …"))
        number = self._number

        def done(table: PivotTable) -> None:
            if number == self._number:
                self._show(table)

        work = self._session.read(prepare_pivot, question)
        self._session.jobs.start(work, done, title=self.tr("Tabel maken"))

    def _build(self) -> None:
        self.search.setPlaceholderText(self.tr("Zoek in de rijen"))
        self.search.setAccessibleName(self.tr("Zoeken in de rijen van de tabel"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.totals.setChecked(True)
        self.copy.setToolTip(self.tr("Kopieer de keuze, of anders de hele tabel (Ctrl+C)."))
        put_icon(self.copy, "copy", "accent")
        put_icon(self.export, "file-spreadsheet", "accent")
        for button in (self.copy, self.export):
            set_look(button, "quiet")
        tools = QHBoxLayout()
        tools.addWidget(self.search, 2)
        tools.addWidget(self.totals)
        tools.addWidget(self.state, 3)
        tools.addWidget(self.copy)
        tools.addWidget(self.export)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 6, 6)
        column.setSpacing(10)
        column.addWidget(self.fields)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addWidget(self.notes)
        column.addWidget(self.detail)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._measure()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _connect(self) -> None:
        self.fields.slice_chosen.connect(self.reload)
        self.fields.asked.connect(self.ask)
        self.search.textChanged.connect(self._filter)
        self.totals.toggled.connect(self.view.rows.show_totals)
        self.copy.clicked.connect(self.view.copy_widest)
        self.export.clicked.connect(self._export)
        self.view.activated.connect(self._open)
        self._session.changed.connect(lambda _change: self._refresh())
        theme().changed.connect(self._measure)

    def _measure(self) -> None:
        self.view.setMinimumHeight(theme().scaled(_TABLE_HEIGHT))

    def _refresh(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _show(self, table: PivotTable) -> None:
        self.view.show_table(table)
        self.detail.clear()
        self._tell_notes(table)
        self._tell_state()
        for widget in (self.copy, self.export, self.view):
            widget.setEnabled(True)
        self.answered.emit()

    def _show_nothing(self) -> None:
        words = self.tr("Van deze keuze staan geen cijfers in het register.")
        self.state.setText(words)
        self.notes.setText("")
        self.detail.clear()
        for widget in (self.copy, self.export, self.view):
            widget.setEnabled(False)

    def _tell_notes(self, table: PivotTable) -> None:
        notes = list(table.notes)
        if self.fields.chose_newest_day:
            day = next(iter(table.question.allowed(Dimension.DAY) or {""}))
            words = self.tr(
                "Peildata worden nooit opgeteld; u ziet de nieuwste, {day}."
                " Kies hierboven een andere peildatum."
            )
            notes.insert(0, words.format(day=table.name(Dimension.DAY, day)))
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def _tell_state(self) -> None:
        model = self.view.rows
        if model.table is None:
            return
        words = self.tr("{shown} van {rows} rijen, uit {values} cijfers")
        self.state.setText(
            words.format(
                shown=write_count(model.shown_count),
                rows=write_count(model.row_count),
                values=write_count(model.table.value_count),
            )
        )

    def _filter(self, text: str) -> None:
        self.view.rows.filter_rows(text)
        self._tell_state()

    def _open(self, index: QModelIndex) -> None:
        table = self.table
        if table is None:
            return
        origin = self._session.read(explain_cell, table, *index.data(CellRole))
        heads = self.view.heads_of(index)
        day = write_date(origin.day)
        told = heads if day in heads else f"{heads} · {day}"
        self.detail.show_origin(table, origin, told)
        self.cell_wanted.emit(origin)

    def _export(self) -> None:
        table = self.table
        if table is None:
            return
        name = self.tr("Tabel fte-register") + ".xlsx"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Tabel bewaren als"), name, "Excel (*.xlsx)"
        )
        if chosen:
            self._session.run(export_pivot, self.view.export_rows(), table, Path(chosen))
