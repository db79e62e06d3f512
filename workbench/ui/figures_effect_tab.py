"""What one case or a basket of cases does to the spread, and the tipping points."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.analysis.effects import Effect, say_tipping
from workbench.domain.case import CaseSummary
from workbench.domain.notation import (
    UNKNOWN,
    write_change,
    write_date,
    write_fte,
    write_share,
)
from workbench.domain.place import BY_CODE, PROVINCES
from workbench.figures.amounts import write_points
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import CLASSES, change_map
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.figure_panel import FigurePanel
from workbench.ui.figure_words import say_randstad, write_place
from workbench.ui.figures_look import FigureLook
from workbench.ui.page import scrolling
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.theme import set_look, theme
from workbench.ui.two_columns import TwoColumns
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import body, muted
from workbench.usecases.cases import find_cases
from workbench.usecases.effects import BasketEffect, basket_effect, decided_cases, tips_of

_MAP, _LIST, _TABLE = 420, 130, 300


class FiguresEffectTab(QWidget):
    """Ticked cases count together; decided ones can be ticked in one go."""

    def __init__(self, look: FigureLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.cases = QListWidget()
        self.decided = QPushButton(self.tr("Kies alle vastgestelde casussen"))
        self.note = Note()
        self.effects = RowsPanel(self.tr("Effect"), self._columns(), searches=False)
        self.panel = FigurePanel()
        self.tipping = body("")
        self.place = CalmCombo()
        self.place_tips = body("")
        self.definition = muted("")
        self._build()
        self.cases.itemChanged.connect(lambda _item: self._measure())
        self.decided.clicked.connect(self._tick_decided)
        self.place.activated.connect(lambda _index: self._tell_place())
        self.effects.chosen.connect(lambda one: look.place_wanted.emit(one.place))
        self.panel.activated.connect(look.place_wanted)

    @property
    def panels(self) -> tuple[FigurePanel, ...]:
        return (self.panel,)

    def reload(self) -> None:
        """Offer the cases there are; what was ticked stays."""
        chosen = set(self.chosen)
        with QSignalBlocker(self.cases):
            self.cases.clear()
            for case in self._look.session.read(find_cases):
                self.cases.addItem(_item(case, is_ticked=case.id in chosen))
        self._measure()
        self._tell_place()

    @property
    def chosen(self) -> list[str]:
        """Ids of the cases that are ticked."""
        items = [self.cases.item(row) for row in range(self.cases.count())]
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def choose(self, case_id: str) -> None:
        """Tick one case, and only that one."""
        with QSignalBlocker(self.cases):
            for row in range(self.cases.count()):
                item = self.cases.item(row)
                is_it = item.data(Qt.ItemDataRole.UserRole) == case_id
                item.setCheckState(_state(is_it))
        self._measure()

    def _tick_decided(self) -> None:
        wanted = {case.id for case in self._look.session.read(decided_cases)}
        with QSignalBlocker(self.cases):
            for row in range(self.cases.count()):
                item = self.cases.item(row)
                item.setCheckState(_state(item.data(Qt.ItemDataRole.UserRole) in wanted))
        self._measure()
        if not wanted:
            self.note.show_note(
                Kind.INFO, self.tr("Er zijn nog geen vastgestelde casussen.")
            )

    def _measure(self) -> None:
        look = self._look
        has_choice = bool(self.chosen) and look.day is not None
        self.panel.setVisible(has_choice)
        if not has_choice or look.day is None:
            self.effects.show_rows([])
            self.tipping.setText("")
            words = self.tr("Vink een of meer casussen aan.")
            self.note.show_note(Kind.INFO, words)
            return
        found = look.session.read(basket_effect, self.chosen, look.day, look.view)
        self.effects.show_rows(found.effects)
        self.tipping.setText("\n".join(found.tipping))
        self.definition.setText(say_randstad(found.definition))
        self._tell(found)
        changes = {one.place: one.delta for one in found.effects if one.place in BY_CODE}
        caption = Caption(
            title=self.tr("Verandering door de gekozen casussen"),
            subject=self.tr("Verandering in fte"),
            source=self.tr("Bron: de casussen in deze werkbank"),
        )
        self.panel.show_figure(lambda sheet: change_map(changes, caption, sheet=sheet))

    def _tell(self, found: BasketEffect) -> None:
        words = self.tr("{count} casussen samen, op de stand van {day}.").format(
            count=len(self.chosen), day=write_date(found.day)
        )
        kind = Kind.INFO
        if found.unclear:
            kind = Kind.ATTENTION
            more = self.tr("Van {numbers} is de verdeling over provincies niet ingevuld.")
            words += " " + more.format(numbers=", ".join(found.unclear))
        if any(one.share_after is None for one in found.effects):
            words += " " + self.tr("Aandelen zijn onbekend waar cijfers ontbreken.")
        self.note.show_note(kind, words)

    def _tell_place(self) -> None:
        look, code = self._look, self.place.value
        if look.day is None or code not in BY_CODE:
            return
        tips = tips_of(look.amounts(look.day), str(code))
        words = [say_tipping(one) for one in tips]
        unknown = self.tr("Van deze provincie of van Nederland is het cijfer onbekend.")
        self.place_tips.setText("\n".join(words) or unknown)

    def _build(self) -> None:
        self.cases.setAccessibleName(self.tr("Casussen die samen tellen"))
        self.place.setAccessibleName(self.tr("Provincie voor de kantelpunten"))
        choices: list[tuple[object, str]] = [(one.code, one.name) for one in PROVINCES]
        self.place.show_choices(choices, "PV29")
        for table in (self.cases, self.effects):
            set_look(table, "ruled")
        self.cases.setFixedHeight(theme().scaled(_LIST))
        self.effects.setMinimumHeight(theme().scaled(_TABLE))
        self.panel.setMinimumHeight(theme().scaled(_MAP))
        columns = TwoColumns(shares=(3, 2))
        columns.left.addWidget(self.cases)
        columns.left.addWidget(self.decided, 0, Qt.AlignmentFlag.AlignLeft)
        columns.left.addWidget(self.note)
        columns.left.addWidget(self.tipping)
        columns.left.addStretch()
        columns.right.addWidget(self.panel)
        columns.right.addWidget(self._place_card())
        columns.right.addWidget(self.definition)
        columns.right.addStretch()
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)
        column.addWidget(self.effects)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _place_card(self) -> Card:
        card = Card(self.tr("Kantelpunten van een provincie"))
        row = QHBoxLayout()
        row.addWidget(muted(self.tr("Provincie:")))
        row.addWidget(self.place, 1)
        card.content.addLayout(row)
        card.content.addWidget(self.place_tips)
        return card

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Gebied"), text=lambda one: write_place(one.place)),
            Column(
                title=self.tr("Nu, in fte"),
                text=lambda one: write_fte(one.before),
                is_number=True,
                width=110,
            ),
            Column(
                title=self.tr("Straks"),
                text=lambda one: write_fte(one.after),
                is_number=True,
                width=100,
            ),
            Column(
                title=self.tr("Verandering"),
                text=lambda one: write_change(one.delta),
                is_number=True,
                width=110,
            ),
            Column(
                title=self.tr("Aandeel straks"),
                text=lambda one: write_share(one.share_after, 2),
                is_number=True,
                width=130,
            ),
            Column(
                title=self.tr("Procentpunt"),
                text=lambda one: (
                    UNKNOWN if one.points is None else write_points(one.points)
                ),
                is_number=True,
                width=110,
            ),
            Column(title=self.tr("Klasse op de kaart"), text=_classes, width=170),
        ]


def _classes(one: Effect) -> str:
    if one.class_before is None or one.class_after is None:
        return "" if one.place not in BY_CODE else UNKNOWN
    after = CLASSES[one.class_after]
    return f"{CLASSES[one.class_before]} → {after}" if one.changes_class else after


def _item(case: CaseSummary, *, is_ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(f"{case.number}  {case.title}")
    item.setData(Qt.ItemDataRole.UserRole, case.id)
    item.setCheckState(_state(is_ticked))
    return item


def _state(is_on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
