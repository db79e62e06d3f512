"""How evenly the work is spread: indices, each with its meaning and its formula."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.analysis.indices import INDEX_WORDS, Theil
from workbench.domain.notation import (
    UNKNOWN,
    write_date,
    write_fte,
    write_number,
    write_share,
)
from workbench.domain.place import PROVINCES
from workbench.figures.amounts import write_points
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.figure_words import say_randstad, write_place
from workbench.ui.figures_look import FigureLook
from workbench.ui.icons import put_icon
from workbench.ui.page import scrolling
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import body, heading, muted
from workbench.usecases.effects import (
    Benchmark,
    Comparison,
    MeasuredSpread,
    compare_days,
    list_benchmarks,
    measures_on,
)
from workbench.usecases.figure_exports import ShownTable

_PLACES = 470


@dataclass(frozen=True, slots=True)
class _Place:
    code: str
    amount: str
    share: str
    growth: str
    points: str
    quotient: str


class FiguresMeasuresTab(QWidget):
    """Tells every index of one date, against a benchmark that was read in."""

    def __init__(self, look: FigureLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.benchmark = CalmCombo()
        self.keep = QPushButton(self.tr("Bewaar als xlsx …"))
        self.note = Note()
        self.growth = body("")
        self.definition = muted("")
        self.indices = Card(self.tr("Maten voor de spreiding"))
        self._values: dict[str, QLabel] = {}
        self.places = RowsPanel(self.tr("Maten per provincie"), self._place_columns())
        self._build()
        self.benchmark.activated.connect(lambda _index: self.reload())
        self.places.chosen.connect(lambda row: look.place_wanted.emit(row.code))
        self.places.pointed.connect(self._point)

    def tables(self) -> list[ShownTable]:
        """Return what can be kept as a workbook, each index with meaning and formula."""
        header, rows = self.places.shown_texts()
        indices = tuple(
            (words.name, self.value_of(key), words.meaning, words.formula)
            for key, words in INDEX_WORDS.items()
        )
        heads = (
            self.tr("Maat"),
            self.tr("Waarde"),
            self.tr("Betekenis"),
            self.tr("Formule"),
        )
        return [
            ShownTable(title=self.tr("Maten"), header=heads, rows=indices),
            ShownTable(title=self.tr("Per provincie"), header=header, rows=rows),
        ]

    def told_notes(self) -> list[str]:
        """Return what must stand beside the numbers."""
        against = self.tr("Vergelijkingsmaat: {name}.").format(
            name=self.benchmark.currentText()
        )
        found = (self.growth.text(), self.definition.text(), against)
        return [self._look.source(), *filter(None, found)]

    @property
    def panels(self) -> tuple[FigurePanel, ...]:
        return ()

    def value_of(self, key: str) -> str:
        """Return what is shown of an index."""
        return self._values[key].text()

    def reload(self) -> None:
        """Measure what is looked at now."""
        look = self._look
        self._offer_benchmarks()
        if look.day is None:
            self.note.show_note(Kind.INFO, self.tr("Er zijn nog geen cijfers."))
            return
        chosen = self.benchmark.value
        against = chosen if isinstance(chosen, Benchmark) else None
        found = look.session.read(measures_on, look.day, against, look.view)
        other = look.other or look.day
        compared = look.session.read(compare_days, other, look.day, look.view)
        self._tell(found, compared)
        for key, text in _texts(found).items():
            self._values[key].setText(text)
        self.places.show_rows(_places(found, compared))

    def _tell(self, found: MeasuredSpread, compared: Comparison) -> None:
        missing = found.measures.missing
        if missing:
            names = ", ".join(write_place(code) for code in missing)
            words = self.tr("Zonder cijfers van {names} zijn niet alle maten te bepalen.")
            self.note.show_note(Kind.ATTENTION, words.format(names=names))
        elif found.benchmark is None:
            words = self.tr(
                "Lees onder Uitwisseling inwoners of banen per provincie in om de spreiding"
                " ermee te vergelijken. Tot die tijd is alleen de concentratie te bepalen."
            )
            self.note.show_note(Kind.INFO, words)
        else:
            self.note.show_note(Kind.INFO, "")
        self.definition.setText(say_randstad(found.definition))
        split = compared.split
        self.growth.setText("")
        if split is not None:
            words = self.tr(
                "Randstad {inside} ({share} van Nederland), daarbuiten {outside}."
                " Deel van de groei in de Randstad sinds {since}: {part}."
            )
            self.growth.setText(
                words.format(
                    inside=write_fte(split.inside.after),
                    share=write_share(split.inside.share_after),
                    outside=write_fte(split.outside.after),
                    since=write_date(compared.before.day),
                    part=write_share(split.part_of_growth),
                )
            )

    def _offer_benchmarks(self) -> None:
        found = self._look.session.read(list_benchmarks)
        choices: list[tuple[object, str]] = [
            (one, f"{one.measure}, {write_date(one.reference_date)}") for one in found
        ]
        kept = self.benchmark.value if self.benchmark.value in found else None
        if kept is None and found:
            kept = found[-1]
        self.benchmark.show_choices([*choices, (None, self.tr("geen"))], kept)

    def _point(self, row: _Place | None) -> None:
        look = self._look
        if row is not None and look.day is not None:
            look.origin_wanted.emit(look.amounts(look.day), row.code, "totaal")

    def _build(self) -> None:
        self.benchmark.setAccessibleName(self.tr("Vergelijkingsmaat"))
        self._fill_card()
        self.places.setMinimumHeight(theme().scaled(_PLACES))
        row = QHBoxLayout()
        row.addWidget(muted(self.tr("Vergelijkingsmaat:")))
        row.addWidget(self.benchmark, 1)
        row.addStretch(1)
        row.addWidget(self.keep)
        set_look(self.keep, "quiet")
        put_icon(self.keep, "file-spreadsheet", "accent")
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.addLayout(row)
        for widget in (self.note, self.growth, self.definition, self.indices, self.places):
            column.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _fill_card(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setColumnStretch(2, 1)
        for row, (key, words) in enumerate(INDEX_WORDS.items()):
            value = heading(UNKNOWN)
            value.setAccessibleName(words.name)
            self._values[key] = value
            about = QVBoxLayout()
            about.addWidget(body(words.meaning))
            about.addWidget(muted(words.formula))
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(heading(words.name), row, 0, top)
            grid.addWidget(value, row, 1, top)
            grid.addLayout(about, row, 2)
        self.indices.content.addLayout(grid)

    def _place_columns(self) -> list[Column]:
        def column(title: str, name: str, width: int) -> Column:
            return Column(
                title=title,
                text=lambda row: str(getattr(row, name)),
                is_number=True,
                width=width,
            )

        return [
            Column(title=self.tr("Provincie"), text=lambda row: write_place(row.code)),
            column(self.tr("Fte"), "amount", 120),
            column(self.tr("Aandeel"), "share", 110),
            column(self.tr("Groei"), "growth", 110),
            column(self.tr("Verschil in aandeel"), "points", 170),
            column(self.tr("LQ"), "quotient", 110),
        ]


def _texts(found: MeasuredSpread) -> dict[str, str]:
    measures = found.measures
    theil = measures.theil
    return {
        "quotient": "zie de tabel" if measures.quotients else UNKNOWN,
        "dissimilarity": _number(measures.dissimilarity),
        "theil": UNKNOWN if theil is None else _write_theil(theil),
        "gini": _number(measures.gini),
        "concentration": _number(measures.concentration),
    }


def _write_theil(theil: Theil) -> str:
    total, between, within = map(_float, (theil.total, theil.between, theil.within))
    return f"{total} = {between} tussen + {within} binnen"


def _places(found: MeasuredSpread, compared: Comparison) -> list[_Place]:
    lines = {line.place: line for line in compared.lines}
    return [
        _Place(
            code=place.code,
            amount=write_fte(lines[place.code].after),
            share=write_share(lines[place.code].share_after, 2),
            growth=write_share(lines[place.code].growth),
            points=_points(lines[place.code].points),
            quotient=_number(found.measures.quotients.get(place.code), 2),
        )
        for place in PROVINCES
    ]


def _points(points: Fraction | None) -> str:
    return UNKNOWN if points is None else write_points(points)


def _number(value: Fraction | None, decimals: int = 4) -> str:
    if value is None:
        return UNKNOWN
    return write_number(Decimal(value.numerator) / Decimal(value.denominator), decimals)


def _float(value: float) -> str:
    return write_number(Decimal(value), 5)
