"""The bridge between two dates: why figures differ, and what is not explained yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.analysis.bridge import PART_NAMES, BridgeCell, Part
from workbench.domain.delivery import WHOLE_COUNTRY
from workbench.domain.notation import write_change, write_date, write_fte
from workbench.domain.place import PROVINCES
from workbench.domain.slice import Detail
from workbench.figures.drawing import Drawing
from workbench.figures.map_sheet import Caption
from workbench.figures.sheet import Sheet
from workbench.figures.waterfalls import Cause, waterfall
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.figure_words import write_period, write_place
from workbench.ui.figures_look import FigureLook
from workbench.ui.icons import put_icon
from workbench.ui.page import scrolling
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import body, muted
from workbench.usecases.bridges import (
    BridgeView,
    is_open_part,
    moved_nationally,
    prepare_bridge,
    published_bridges,
)
from workbench.usecases.figure_exports import ShownTable

_HEIGHT, _TABLE = 380, 470


class FiguresBridgeTab(QWidget):
    """Splits every difference in its causes; an unexplained rest blocks a report.

    The old bridge stays until the new one was made, by a job.

    Signals:
        answered: A new bridge is shown.
    """

    answered = Signal()

    def __init__(self, look: FigureLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._number = 0
        self._found: BridgeView | None = None
        self.place = CalmCombo()
        self.keep = QPushButton(self.tr("Bewaar alle provincies als xlsx …"))
        self.state = Note()
        self.panel = FigurePanel()
        self.notes = muted("")
        self.parts = RowsPanel(self.tr("Oorzaken per provincie"), self._columns())
        self.published = Card(self.tr("Zo stond het in een openbare bron"))
        self._published_words = body("")
        self._build()
        self.place.activated.connect(lambda _index: self._draw())
        self.parts.chosen.connect(lambda cell: look.place_wanted.emit(cell.place))
        self.parts.pointed.connect(self._point)

    def tables(self) -> list[ShownTable]:
        """Return what can be kept as a workbook."""
        header, rows = self.parts.shown_texts()
        return [ShownTable(title=self.tr("Brug"), header=header, rows=rows)]

    def told_notes(self) -> list[str]:
        """Return what must stand beside the numbers."""
        whole = self._found.bridge.whole().notes if self._found else ()
        return [self._look.source(), self.state.text, *whole]

    @property
    def panels(self) -> tuple[FigurePanel, ...]:
        return (self.panel,)

    def reload(self) -> None:
        """Build the bridge between the two dates that are looked at."""
        look = self._look
        self._tell_published()
        has_two = look.day is not None and look.other is not None
        for widget in (self.panel, self.parts, self.place):
            widget.setVisible(has_two)
        if look.day is None or look.other is None:
            words = self.tr("Kies bovenaan een peildatum om mee te vergelijken.")
            self.state.show_note(Kind.INFO, words)
            return
        self._number += 1
        number = self._number
        self.state.show_note(Kind.INFO, self.tr("De brug wordt gemaakt …"))
        work = look.session.read(prepare_bridge, look.other, look.day, look.view)

        def done(found: BridgeView) -> None:
            if number == self._number:
                self._show(found)

        look.session.jobs.start(work, done, title=self.tr("Brug maken"))

    def _show(self, found: BridgeView) -> None:
        self._found = found
        bridge = found.bridge
        cells = [bridge.place(place.code) for place in PROVINCES]
        self.parts.show_rows([bridge.whole(), *cells])
        self._tell_state(found)
        self._draw()
        self.answered.emit()

    def _draw(self) -> None:
        found = self._found
        if found is None:
            return
        code = str(self.place.value or WHOLE_COUNTRY)
        whole = code == WHOLE_COUNTRY
        cell = found.bridge.whole() if whole else found.bridge.place(code)
        moments = (write_date(found.before), write_date(found.after))
        caption = Caption(
            title=self.tr("Brug voor {place}").format(place=write_place(code)),
            subject=self.tr("Verschil in fte tussen {before} en {after}").format(
                before=moments[0], after=moments[1]
            ),
            source=self._look.source(),
        )
        causes = [
            Cause(
                key=str(part),
                name=PART_NAMES[part],
                amount=amount,
                is_open=is_open_part(part),
            )
            for part, amount in cell.parts.items()
        ]

        def draw(sheet: Sheet) -> Drawing:
            return waterfall(
                cell.before, cell.after, causes, caption, moments=moments, sheet=sheet
            )

        self.panel.show_figure(draw)
        self.notes.setText("\n".join(cell.notes))
        self.notes.setVisible(bool(cell.notes))

    def _tell_state(self, found: BridgeView) -> None:
        bridge = found.bridge
        read = self.tr("{before} is gelezen zoals gepubliceerd op {day}.").format(
            before=write_date(found.before), day=write_date(found.published_on)
        )
        unknown = [cell for cell in bridge.cells if cell.difference is None]
        if found.detail is not Detail.ORGANISATIONS:
            read += " " + self.tr(
                "Er zijn geen cijfers per organisatie; verplaatsing en organisatiewijziging"
                " zijn alleen te zien voor zover ze als oorzaak zijn vastgelegd."
            )
        if not bridge.cells or len(unknown) == len(bridge.cells):
            words = self.tr("Op deze peildata is geen provincie op beide dagen bekend.")
            self.state.show_note(Kind.ATTENTION, f"{words} {read}")
        elif bridge.is_explained:
            moved = write_fte(moved_nationally(bridge))
            words = self.tr(
                "Elk verschil is verklaard. Verplaatst tussen provincies: {moved} fte."
            )
            self.state.show_note(Kind.GOOD, f"{words.format(moved=moved)} {read}")
        else:
            count = len(bridge.unexplained)
            words = self.tr(
                "{count} cellen zijn niet verklaard. Zo kan er geen rapportage op rusten:"
                " leg de oorzaak vast bij Registers, of vraag het ministerie."
            )
            self.state.show_note(Kind.ATTENTION, f"{words.format(count=count)} {read}")

    def _tell_published(self) -> None:
        lines = []
        for told, cell in self._look.session.read(published_bridges):
            parts = "; ".join(
                f"{PART_NAMES[part].lower()} {write_change(amount)}"
                for part, amount in cell.parts.items()
            )
            words = self.tr(
                "{place}, {period}: {total} fte, waarvan {parts}. {notes} Bron: {source}"
            )
            lines.append(
                words.format(
                    place=write_place(told.province),
                    period=write_period(told),
                    total=write_change(cell.difference),
                    parts=parts,
                    notes=" ".join(cell.notes),
                    source=told.source,
                )
            )
        self._published_words.setText("\n".join(lines))
        self.published.setVisible(bool(lines) and not self._look.view.samples)

    def _point(self, cell: BridgeCell | None) -> None:
        look = self._look
        if cell is not None and look.day is not None:
            look.origin_wanted.emit(look.amounts(look.day), cell.place, cell.sector)
            self.place.show_choices(self._choices(), cell.place)
            self._draw()

    def _choices(self) -> list[tuple[object, str]]:
        codes = (WHOLE_COUNTRY, *(place.code for place in PROVINCES))
        return [(code, write_place(code)) for code in codes]

    def _build(self) -> None:
        self.place.setAccessibleName(self.tr("Gebied van de brug"))
        self.place.show_choices(self._choices(), WHOLE_COUNTRY)
        self.panel.setMinimumHeight(theme().scaled(_HEIGHT))
        self.parts.setMinimumHeight(theme().scaled(_TABLE))
        self.published.content.addWidget(self._published_words)
        row = QHBoxLayout()
        row.addWidget(muted(self.tr("Gebied:")))
        row.addWidget(self.place, 1)
        row.addStretch(1)
        row.addWidget(self.keep)
        set_look(self.keep, "quiet")
        put_icon(self.keep, "file-spreadsheet", "accent")
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self.state)
        column.addLayout(row)
        column.addWidget(self.panel)
        column.addWidget(self.notes)
        column.addWidget(self.parts, 1)
        column.addWidget(self.published)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _columns(self) -> list[Column]:
        columns = [
            Column(
                title=self.tr("Gebied"),
                text=lambda cell: write_place(cell.place),
                width=120,
            ),
            Column(
                title=self.tr("Was"),
                text=lambda cell: write_fte(cell.before),
                is_number=True,
                width=90,
            ),
            Column(
                title=self.tr("Is"),
                text=lambda cell: write_fte(cell.after),
                is_number=True,
                width=90,
            ),
            Column(
                title=self.tr("Verschil"),
                text=lambda cell: write_change(cell.difference),
                is_number=True,
                width=90,
            ),
        ]
        return columns + [_part_column(part) for part in Part]


def _part_column(part: Part) -> Column:
    def text(cell: BridgeCell) -> str:
        amount = cell.parts.get(part)
        return "" if amount is None else write_change(amount)

    name = PART_NAMES[part]
    return Column(title=name, text=text, is_number=True, width=max(96, 9 * len(name)))
