"""Compares places: their effects, scores without weights, and only then with weights."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.notation import write_number
from workbench.ui.icons import put_icon
from workbench.ui.page import scrolling
from workbench.ui.session import Session
from workbench.ui.simple_table import SimpleTable
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import body, muted
from workbench.usecases.context import Change
from workbench.usecases.weighings import EFFECTS, Comparison, compare, score_place

_ROW = 34


class WeighingTab(QWidget):
    """The comparison of the places of a case.

    Signals:
        wants: Where something is filled in, such as "dossier:criteria".
    """

    wants = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id = ""
        self._is_stale = False
        self._shown: Comparison | None = None
        self.effects = SimpleTable((self.tr("Gevolg"),))
        self.scores = QTableWidget()
        self.lines = body("")
        self.with_weights = QCheckBox(self.tr("Nu met gewichten"))
        self.totals = SimpleTable((self.tr("Locatie"), self.tr("Totaal (0 tot 100)")))
        self.weighed = body("")
        self.criteria = QPushButton(self.tr("Criteria en gewichten"))
        self.places = QPushButton(self.tr("Locaties"))
        self._build()
        self.scores.cellChanged.connect(self._keep)
        self.with_weights.toggled.connect(lambda _on: self._show_weights())
        self.criteria.clicked.connect(lambda: self.wants.emit("dossier:criteria"))
        self.places.clicked.connect(lambda: self.wants.emit("tab:locaties"))
        session.changed.connect(self._follow)

    def show_case(self, case_id: str) -> None:
        """Show another case; the comparison begins without weights."""
        self._case_id = case_id
        self.with_weights.setChecked(False)
        self._follow(Change.of(case_id))

    def go_to(self, target: str) -> bool:
        return target == "tab:afweging"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read the comparison again."""
        self._is_stale = False
        found = self._session.read(compare, self._case_id)
        self._shown = found
        self._show_effects(found)
        self._show_scores(found)
        self.lines.setText("\n".join(found.lines))
        self._show_weights()

    def _follow(self, change: Change) -> None:
        if self._case_id and change.touches(self._case_id):
            self._is_stale = True
            if self.isVisible():
                self.reload()

    def _show_effects(self, found: Comparison) -> None:
        """Every effect in a row, every place in a column."""
        names = tuple(one[0] for one in found.effects)
        rows = [
            (effect, *(one[number] for one in found.effects))
            for number, effect in enumerate(EFFECTS)
            if number
        ]
        self.effects.show_table((self.tr("Gevolg"), *names), rows if names else [])

    def _show_scores(self, found: Comparison) -> None:
        table = self.scores
        with QSignalBlocker(table):
            table.setRowCount(len(found.criteria))
            table.setColumnCount(len(found.places))
            table.setVerticalHeaderLabels([one.name for one in found.criteria])
            table.setHorizontalHeaderLabels([one.name for one in found.places])
            for row, criterion in enumerate(found.criteria):
                for column, place in enumerate(found.places):
                    score = found.scores.get((criterion.key, place.id))
                    item = QTableWidgetItem("" if score is None else str(score))
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                    words = self.tr("Score van {place} op {criterion}").format(
                        place=place.name, criterion=criterion.name
                    )
                    item.setToolTip(words)
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
                    table.setItem(row, column, item)
        rows = max(1, len(found.criteria)) + 1
        table.setFixedHeight(theme().scaled(_ROW) * rows + theme().scaled(12))
        table.setEnabled(not self._session.is_read_only)

    def _show_weights(self) -> None:
        is_on = self.with_weights.isChecked()
        self.totals.setVisible(is_on)
        self.weighed.setVisible(is_on)
        if self._shown is None or not is_on:
            return
        names = {place.id: place.name for place in self._shown.places}
        unknown = self.tr("onbekend")
        self.totals.show_rows(
            [
                (
                    names[key],
                    unknown
                    if total is None
                    else write_number_of(total.numerator, total.denominator),
                )
                for key, total in self._shown.weighing.totals
            ]
        )
        self.weighed.setText("\n".join(self._shown.weighed))

    def _keep(self, row: int, column: int) -> None:
        found, item = self._shown, self.scores.item(row, column)
        if found is None or item is None:
            return
        text = item.text().strip()
        score = int(text) if text.isdecimal() else None
        if text and score is None:
            self.reload()
            return
        key, place = found.criteria[row].key, found.places[column].id
        if self._session.run(score_place, self._case_id, key, place, score) is None:
            self.reload()

    def _build(self) -> None:
        self.scores.setAccessibleName(self.tr("Scores per criterium en locatie"))
        self.scores.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.scores.setTabKeyNavigation(False)
        put_icon(self.criteria, "pencil", "accent")
        put_icon(self.places, "map-pin", "accent")
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setSpacing(14)
        effects = Card(self.tr("Wat elke locatie betekent"))
        effects.head.addWidget(self.places)
        effects.content.addWidget(self.effects)
        plain = Card(self.tr("Scores, zonder gewichten"))
        plain.head.addWidget(self.criteria)
        plain.content.addWidget(
            muted(
                self.tr(
                    "0 is de slechtste locatie in deze vergelijking, 100 de beste. Typ een"
                    " score in een cel; leeg is onbekend en telt nooit als 0."
                )
            )
        )
        plain.content.addWidget(self.scores)
        plain.content.addWidget(self.lines)
        weighed = Card(self.tr("Met gewichten"))
        weighed.content.addWidget(self.with_weights)
        weighed.content.addWidget(self.totals)
        weighed.content.addWidget(self.weighed)
        for button in (self.criteria, self.places):
            set_look(button, "quiet")
        for card in (effects, plain, weighed):
            column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.addWidget(scrolling(inside))


def write_number_of(numerator: int, denominator: int) -> str:
    """Return a fraction with one decimal."""
    return write_number(Decimal(numerator) / Decimal(denominator), 1)
