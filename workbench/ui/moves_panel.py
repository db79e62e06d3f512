"""Lists the moves between provinces that Parliament is told of."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.domain.fte import Fte
from workbench.domain.notation import write_date, write_fte
from workbench.domain.place import BY_CODE
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.session import Session
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.date_edit import DateEdit
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import body, muted
from workbench.usecases.moves import ReportedMoves, reported_moves


class MovesPanel(QWidget):
    """Shows the moves between two reference dates, each counted once."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.after = DateEdit()
        self.until = DateEdit()
        self.table = RowsPanel(self.tr("Verplaatsingen"), self._columns())
        self.intro = muted("")
        self.summary = body("")
        self.unknown = Note(Kind.ATTENTION)
        self._build()
        for edit in (self.after, self.until):
            edit.committed.connect(lambda _day: self.reload())

    def reload(self) -> None:
        """Read the moves again, of the last full year when no dates were chosen."""
        this_year = self._session.context.today().year
        if self.until.day is None:
            self.until.show_day(date(this_year, 1, 1))
        if self.after.day is None:
            self.after.show_day(date(this_year - 1, 1, 1))
        after, until = self.after.day, self.until.day
        assert after is not None
        assert until is not None
        found = self._session.run(reported_moves, after, until)
        if found is not None:
            self._show(found)

    def _show(self, found: ReportedMoves) -> None:
        self.table.show_rows(found.moves)
        threshold = write_fte(Fte.of(found.threshold.value))
        self.intro.setText(
            self.tr(
                "Verplaatsingen over een provinciegrens vanaf {threshold} fte komen in het"
                " jaarlijkse overzicht (bron: {source}). Ze staan in het register van"
                " oorzaken."
            ).format(threshold=threshold, source=found.threshold.source.title)
        )
        if len(found.moves) == 1:
            words = self.tr("Eén verplaatsing, van {total} fte.")
        elif found.moves:
            words = self.tr(
                "{count} verplaatsingen, samen {total} fte. Landelijk telt elke"
                " verplaatsing één keer: wat vertrekt, komt elders aan."
            )
        else:
            words = self.tr("In deze periode is geen verplaatsing bekend.")
        self.summary.setText(
            words.format(count=len(found.moves), total=write_fte(found.total))
        )
        said = self.tr(
            "Verplaatsingen waarvan het aantal fte niet is gepubliceerd: {count}. Of ze in"
            " deze lijst horen, is onbekend."
        )
        self.unknown.show_note(
            Kind.ATTENTION, said.format(count=found.unknown) if found.unknown else ""
        )

    def _build(self) -> None:
        days = QHBoxLayout()
        days.addWidget(LabelledField(self.tr("Na peildatum"), self.after), 1)
        days.addWidget(LabelledField(self.tr("Tot en met peildatum"), self.until), 1)
        days.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.intro)
        column.addLayout(days)
        column.addWidget(self.summary)
        column.addWidget(self.unknown)
        column.addWidget(self.table, 1)

    def _columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Dag"),
                text=lambda move: write_date(move.day),
                sort=lambda move: move.day.toordinal(),
                width=150,
            ),
            Column(
                title=self.tr("Organisatie"),
                text=lambda move: move.organisation,
                width=280,
            ),
            Column(
                title=self.tr("Van"), text=lambda move: _name(move.from_place), width=150
            ),
            Column(
                title=self.tr("Naar"), text=lambda move: _name(move.to_place), width=150
            ),
            Column(
                title=self.tr("Aantal fte"),
                text=lambda move: write_fte(move.amount),
                sort=lambda move: move.amount.hundredths,
                is_number=True,
                width=110,
            ),
            Column(title=self.tr("Bron"), text=lambda move: move.source),
        ]


def _name(place: str) -> str:
    return BY_CODE[place].name if place in BY_CODE else place
