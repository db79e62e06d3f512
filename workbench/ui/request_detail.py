"""One ministry in the yearly round: what can be done now, its steps and its questions."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.notation import write_date
from workbench.domain.request import RequestStep, StepKind
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.flow_grid import FlowGrid
from workbench.ui.icons import put_icon
from workbench.ui.long_table import LongTable
from workbench.ui.request_questions import RequestQuestions
from workbench.ui.rows_panel import Column
from workbench.ui.session import Session
from workbench.ui.theme import set_look
from workbench.ui.widgets.date_edit import DateEdit
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import heading
from workbench.ui.window_actions import FORMS, INTAKES, WindowActions
from workbench.usecases.requests import (
    BY_HAND,
    RoundRow,
    record_step,
    send_request,
    set_contact,
    set_due,
    step_file,
)
from workbench.usecases.saving import save_for_viewing

_STEPS_SHOWN = 5


class RequestDetail(QWidget):
    """Makes the workbook, reads the answer, and keeps what happened.

    Signals:
        told: Something worked; carries what, for a passing message.
        done: As told, of something that one undo takes back.
        read_asked: The user chose a file; carries its path, and ministry and year.
        delivery_asked: The user wants to see the delivery with this id.
        letter_asked: The user wants the letter that goes with this request.
    """

    told = Signal(str)
    done = Signal(str)
    read_asked = Signal(object, object)
    delivery_asked = Signal(str)
    letter_asked = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._row: RoundRow | None = None
        self._year = 0
        self.title = heading("")
        self.write = QPushButton(self.tr("Opgavewerkmap maken …"))
        self.read = QPushButton(self.tr("Opgave inlezen …"))
        self.letter = QPushButton(self.tr("Brief bij de uitvraag"))
        self.delivery = QPushButton(self.tr("Naar de levering"))
        self.due = DateEdit()
        self.contact = QLineEdit()
        self.step = CalmCombo()
        self.note = QLineEdit()
        self.record = QPushButton(self.tr("Vastleggen"))
        self.steps = LongTable(self.tr("Stappen"), self._step_columns())
        self.open = QPushButton(self.tr("Open het bestand van deze stap"))
        self.questions = RequestQuestions(session)
        self.tabs = QTabWidget()
        self._fields = FlowGrid(width=300)
        self._build()
        self._connect()
        self.clear()

    def clear(self) -> None:
        """Say that no ministry is chosen."""
        self._row = None
        self.title.setText(self.tr("Kies een ministerie"))
        for widget in (self._fields, self.tabs, self.delivery, self.letter):
            widget.hide()
        for button in (self.write, self.read):
            button.setEnabled(False)

    def show_row(self, row: RoundRow, year: int) -> None:
        """Show a ministry in the round of a year."""
        self._row, self._year = row, year
        words = self.tr("{name}, peildatum 1 januari {year}")
        self.title.setText(words.format(name=row.ministry.name, year=year))
        request = row.request
        may_write = not self._session.is_read_only
        self.write.setEnabled(may_write)
        self.read.setEnabled(may_write)
        self.delivery.setVisible(bool(request and request.delivery_id))
        self.letter.setVisible(request is not None)
        for widget in (self._fields, self.tabs):
            widget.setVisible(request is not None)
            widget.setEnabled(may_write)
        if request is None:
            return
        self.due.show_day(request.due_on)
        if not self.contact.hasFocus():
            self.contact.setText(request.contact)
        self.steps.show_rows(request.steps)
        self.steps.fit_rows(_STEPS_SHOWN)
        self.questions.show_questions(request)
        for number, (name, count) in enumerate(
            (
                (self.tr("Stappen ({count})"), len(request.steps)),
                (self.tr("Vragen ({count})"), len(request.questions)),
            )
        ):
            self.tabs.setTabText(number, name.format(count=count))

    def _build(self) -> None:
        set_look(self.write, "primary")
        put_icon(self.write, "file-spreadsheet", "on_primary")
        put_icon(self.read, "folder-open", "accent")
        kinds: list[Choice] = [(kind, str(kind).capitalize()) for kind in BY_HAND]
        self.step.show_choices(kinds, StepKind.REMINDED)
        buttons = QHBoxLayout()
        put_icon(self.letter, "file-text", "accent")
        for button in (self.write, self.letter, self.read, self.delivery):
            buttons.addWidget(button)
        buttons.addStretch()
        for label, field in (
            (self.tr("Uiterlijk terug (werkafspraak)"), self.due),
            (self.tr("Wie antwoordt bij het ministerie"), self.contact),
        ):
            self._fields.add(LabelledField(label, field))
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Stappen en vragen"))
        self.tabs.addTab(self._steps_tab(), self.tr("Stappen"))
        self.tabs.addTab(self.questions, self.tr("Vragen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(buttons)
        column.addWidget(self._fields)
        column.addWidget(self.tabs, 1)

    def _steps_tab(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 0, 0)
        happened = QWidget()
        happened.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(happened)
        row.setContentsMargins(0, 0, 0, 0)
        for label, field, share in (
            (self.tr("Wat is er gebeurd?"), self.step, 1),
            (self.tr("Toelichting bij de stap"), self.note, 2),
        ):
            row.addWidget(LabelledField(label, field), share)
        row.addWidget(self.record, 0, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(happened)
        column.addWidget(self.steps)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.open.setEnabled(False)
        return inside

    def _connect(self) -> None:
        self.write.clicked.connect(self._write)
        self.read.clicked.connect(self._read)
        self.record.clicked.connect(self._record)
        self.due.committed.connect(self._set_due)
        self.contact.editingFinished.connect(self._set_contact)
        self.delivery.clicked.connect(self._go_to_delivery)
        self.letter.clicked.connect(self._go_to_letter)
        self.open.clicked.connect(self._open_file)
        self.steps.pointed.connect(lambda one: self.open.setEnabled(bool(one and one.file)))

    def _write(self) -> None:
        if self._row is None:
            return
        key, year = self._row.ministry.key, self._year
        title = self.tr("Opgavewerkmap bewaren")
        name = f"opgave-{key.casefold()}-{year}.xlsx"
        path = self._actions.ask_save(self, title, name, FORMS)
        if path is None:
            return
        if self._session.run(send_request, key, year, path) is not None:
            words = self.tr("De werkmap {name} is bewaard; de opgave is uitgevraagd.")
            self.done.emit(words.format(name=path.name))

    def _read(self) -> None:
        if self._row is None:
            return
        title = self.tr("Opgave van {name} kiezen").format(name=self._row.ministry.name)
        path = self._actions.ask_open(self, title, INTAKES)
        if path is not None:
            self.read_asked.emit(path, (self._row.ministry.key, self._year))

    def _record(self) -> None:
        request, kind = self._row.request if self._row else None, self.step.value
        if request is None or not isinstance(kind, StepKind):
            return
        text = self.note.text()
        if self._session.run(record_step, request.id, kind, text) is not None:
            self.note.clear()
            self.done.emit(self.tr("Vastgelegd: {kind}.").format(kind=kind))

    def _set_due(self, day: date | None) -> None:
        if self._row is not None and self._row.request is not None:
            self._session.run(set_due, self._row.request.id, day)

    def _set_contact(self) -> None:
        if self._row is not None and self._row.request is not None:
            self._session.run(set_contact, self._row.request.id, self.contact.text())

    def _go_to_delivery(self) -> None:
        request = self._row.request if self._row else None
        if request is not None and request.delivery_id is not None:
            self.delivery_asked.emit(request.delivery_id)

    def _go_to_letter(self) -> None:
        if self._row is not None and self._row.request is not None:
            self.letter_asked.emit(self._row.request.id)

    def _open_file(self) -> None:
        step = self.steps.current
        if isinstance(step, RequestStep) and step.file is not None:
            name, content = self._session.read(step_file, step)
            path = self._session.run(
                lambda _context: save_for_viewing(f"{step.id[:8]}-{name}", content)
            )
            if path is not None:
                self._actions.open_file(path)

    def _step_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Stap"), text=lambda one: str(one.kind), width=150),
            Column(
                title=self.tr("Op"),
                text=lambda one: write_date(one.day),
                sort=lambda one: one.day.toordinal(),
                width=160,
            ),
            Column(title=self.tr("Bestand of toelichting"), text=lambda one: one.note),
            Column(title=self.tr("SHA-256 van het bestand"), text=_hash, width=190),
        ]


def _hash(step: RequestStep) -> str:
    return f"{step.file[:16]}…" if step.file else ""
