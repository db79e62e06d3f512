"""Shows what the checks say of a yearly return, what to ask, and where its columns are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from workbench.domain.notation import write_fte
from workbench.exchange.cells import column_letters
from workbench.exchange.return_form import headers
from workbench.exchange.return_review import ReturnFinding, ReturnReview
from workbench.exchange.return_table import NOT_THERE, ReturnTable
from workbench.exchange.table_values import TableReading
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.flow_grid import FlowGrid
from workbench.ui.icons import put_icon
from workbench.ui.long_table import LongTable
from workbench.ui.rows_panel import Column
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.usecases.figure_files import FigureFile

_MOST_ROWS = 9
_OPEN = -1


class ReturnFindings(Card):
    """The same checks that the ministry saw on the sheet "Controles".

    Signals:
        marked_asked: The user wants the return back with its findings marked.
        pointed: A column of the form and the column of the sheet that it is.
        mark_chosen: The sign that is the decimal mark.
    """

    marked_asked = Signal()
    pointed = Signal(int, int)
    mark_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Controles van de opgave"))
        self._sheet = ""
        self.lost = Note()
        self.columns = FlowGrid(width=330)
        self.fields: dict[int, CalmCombo] = {}
        self._framed: dict[int, QWidget] = {}
        self.decimal = CalmCombo()
        self._decimal_field = LabelledField(self.tr("Teken voor decimalen"), self.decimal)
        self.verdict = Note()
        self.findings = LongTable(self.tr("Bevindingen bij de opgave"), self._heads())
        self.mark = QPushButton(self.tr("Terugmelding maken …"))
        put_icon(self.mark, "file-spreadsheet", "accent")
        self._build()

    def show_review(
        self, review: ReturnReview, readings: Sequence[TableReading], source: FigureFile
    ) -> None:
        """Show what was found, and ask for what could not be found."""
        assert source.returned is not None
        names = headers(source.returned.reference_date)
        self._sheet = review.table.sheet
        self._ask_columns(review.table, names)
        self._ask_mark(review.table, readings)
        self._tell(review, readings)
        self.findings.show_rows(review.findings)
        self.findings.fit_rows(_MOST_ROWS)
        has_findings = bool(review.findings)
        self.findings.setVisible(has_findings)
        self.mark.setVisible(has_findings)
        self.show()

    def _build(self) -> None:
        marks: list[Choice] = [
            ("", self.tr("Kies het teken")),
            (",", self.tr("Komma: 1.234 is twaalfhonderdvierendertig")),
            (".", self.tr("Punt: 1.234 is ruim één")),
        ]
        self.decimal.show_choices(marks, "")
        for widget in (
            self.lost,
            self.columns,
            self._decimal_field,
            self.verdict,
            self.findings,
        ):
            self.content.addWidget(widget)
        self.content.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        self.mark.clicked.connect(self.marked_asked)
        self.decimal.activated.connect(
            lambda _at: self.mark_chosen.emit(str(self.decimal.value))
        )

    def _ask_columns(self, table: ReturnTable, names: Sequence[str]) -> None:
        """Offer, for each column of the form that is lost, the headings that are there."""
        words = self.tr(
            "Blad “{sheet}”, rij {row}: niet elke kolom van de opgave is gevonden. Wijs aan"
            " welke kolom het is. De werkbank onthoudt het voor deze afzender."
        )
        if table.doubles:
            twice = self.tr("Deze kop staat er twee keer: {heads}.")
            words += " " + twice.format(heads=", ".join(table.doubles))
        lost = words.format(sheet=table.sheet, row=table.header_row)
        self.lost.show_note(Kind.ATTENTION, lost if table.missing else "")
        for column in table.missing:
            if column not in self.fields:
                self._add_field(column, names[column - 1])
        offered: list[Choice] = [(_OPEN, self.tr("Kies de kolom"))]
        offered += [
            (at, f"{column_letters(at)}: {text}") for at, text in table.free.items()
        ]
        offered.append((NOT_THERE, self.tr("Staat er niet in")))
        for column, field in self.fields.items():
            if column in table.missing:
                field.show_choices(offered, _OPEN)
        self.columns.show_only({self._framed[one] for one in table.missing})
        self.columns.setVisible(bool(table.missing))

    def _add_field(self, column: int, name: str) -> None:
        field = self.fields[column] = CalmCombo()
        self._framed[column] = LabelledField(name, field)
        self.columns.add(self._framed[column])
        field.activated.connect(lambda _at: self._point(column))

    def _point(self, column: int) -> None:
        at = self.fields[column].value
        if isinstance(at, int) and at != _OPEN:
            self.pointed.emit(column, at)

    def _ask_mark(self, table: ReturnTable, readings: Sequence[TableReading]) -> None:
        is_asked = any(
            fault.code == "dubbelzinnig" for one in readings for fault in one.faults
        )
        self._decimal_field.setVisible(is_asked or bool(table.decimal_mark))
        if not table.decimal_mark:
            self.decimal.show_choices(self.decimal.choices, "")

    def _tell(self, review: ReturnReview, readings: Sequence[TableReading]) -> None:
        faults = review.faults
        unread = sum(len(one.faults) for one in readings)
        if review.table.missing:
            self.verdict.show_note(Kind.INFO, "")
            return
        words = self.tr("Te herstellen: {faults}. Te vragen: {questions}.")
        told = words.format(faults=faults, questions=len(review.findings) - faults)
        if unread:
            told += " " + self.tr("Niet te lezen cellen: {count}.").format(count=unread)
        if faults or unread:
            told += " " + self.tr(
                "Zolang er fouten zijn, wordt niets overgenomen. Stuur de opgave terug."
            )
            self.verdict.show_note(Kind.FAULT, told)
        elif review.findings:
            self.verdict.show_note(Kind.ATTENTION, told)
        else:
            self.verdict.show_note(Kind.GOOD, self.tr("Alle controles zijn in orde."))

    def _heads(self) -> list[Column]:
        return [
            Column(title=self.tr("Soort"), text=self._kind, width=80),
            Column(
                title=self.tr("Cel"),
                text=self._place,
                sort=lambda one: (one.row.row, one.columns),
                width=140,
            ),
            Column(title=self.tr("Organisatie"), text=lambda one: one.row.organisation),
            Column(
                title=self.tr("Provincie"), text=lambda one: one.row.province, width=120
            ),
            Column(title=self.tr("Gevonden"), text=lambda one: one.found, width=130),
            Column(
                title=self.tr("Was"),
                text=lambda one: write_fte(one.row.before),
                is_number=True,
                width=90,
            ),
            Column(title=self.tr("Bevinding"), text=lambda one: one.check.brief),
            Column(title=self.tr("Verwacht"), text=lambda one: one.check.advice),
        ]

    def _kind(self, one: ReturnFinding) -> str:
        return self.tr("fout") if one.check.is_fault else self.tr("vraag")

    def _place(self, one: ReturnFinding) -> str:
        return f"{self._sheet}!{one.cells}" if one.cells else self.tr("ontbreekt")
