"""Shows what a table is taken to say, and lets the user put it right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from workbench.exchange.cells import LAST_ROW, ReadWorkbook, column_letters
from workbench.exchange.table_layout import (
    DECIMAL_MARK,
    DIMENSIONS,
    UNIT,
    VALUE_KIND,
    ColumnUse,
    TableLayout,
    Use,
)
from workbench.exchange.table_words import Vocabulary
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.dimension_fields import DimensionFields
from workbench.ui.flow_grid import FlowGrid
from workbench.ui.import_sheet import SheetTable
from workbench.ui.layout_words import say_column, use_names
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import heading, muted
from workbench.ui.widgets.value_edit import ValueEdit
from workbench.usecases.figure_files import lay_out_by_hand, sheet_of

_ORDER = (Use.REFERENCE_DATE, *(use for use in DIMENSIONS if use != Use.REFERENCE_DATE))


class LayoutCard(Card):
    """One table at a time: its sheet, what holds for all of it, and each column.

    Signals:
        changed: The user put something right; `layouts` and `used` tell what holds now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Zo leest de werkbank de tabel"))
        self.layouts: list[TableLayout] = []
        self.used: set[int] = set()
        self._book: ReadWorkbook | None = None
        self._words: Vocabulary | None = None
        self._column = 0
        self.table = CalmCombo()
        self._table = LabelledField(self.tr("Tabel"), self.table)
        self.takes = QCheckBox(self.tr("Deze tabel overnemen"))
        self.header_row, self.last_row = self._row_edit(), self._row_edit()
        self.sheet = SheetTable()
        self.asks = Note()
        self.whole = DimensionFields(
            (*_ORDER, UNIT, DECIMAL_MARK, VALUE_KIND), self.tr("Staat in de tabel")
        )
        self.column = CalmCombo()
        self.use = CalmCombo()
        self.fixed = DimensionFields(_ORDER, self.tr("Zoals in de rij of de tabel"))
        self._build()
        self._connect()

    @property
    def current(self) -> int:
        """Number of the table that is shown."""
        return int(str(self.table.value or 0))

    def show_tables(
        self, book: ReadWorkbook, layouts: list[TableLayout], used: set[int]
    ) -> None:
        """Show the tables of another file."""
        self._book, self.layouts, self.used = book, layouts, used
        self._column = 0
        choices = [(number, self._name(one)) for number, one in enumerate(layouts)]
        self.table.show_choices(list(choices), min(used, default=0))
        self._table.setVisible(len(layouts) > 1)
        self.takes.setVisible(len(layouts) > 1)

    def show_words(self, words: Vocabulary) -> None:
        """Show the table again, with what is known now."""
        self._words = words
        self.whole.show_words(words)
        self.fixed.show_words(words)
        self._show()

    def layout_now(self) -> TableLayout:
        return self.layouts[self.current]

    def choose_column(self, column: int) -> None:
        """Work on a column of the sheet, by its number."""
        if any(one.column == column for one in self.layout_now().columns):
            self._column = column
            self._show_column()

    def _build(self) -> None:
        rows = FlowGrid(width=200)
        rows.add(LabelledField(self.tr("Rij van de kop"), self.header_row))
        rows.add(LabelledField(self.tr("Laatste rij"), self.last_row))
        one = FlowGrid(width=300)
        one.add(LabelledField(self.tr("Kolom"), self.column))
        one.add(LabelledField(self.tr("Betekenis van deze kolom"), self.use))
        self.content.addWidget(self._table)
        self.content.addWidget(self.takes)
        self.content.addWidget(self.sheet)
        self.content.addWidget(self.asks)
        self.content.addWidget(heading(self.tr("Geldt voor de hele tabel")))
        self.content.addWidget(self.whole)
        self.content.addWidget(heading(self.tr("Per kolom")))
        words = self.tr("Ga in het blad naar een kolom, of kies haar hier.")
        self.content.addWidget(muted(words))
        self.content.addWidget(one)
        self.content.addWidget(self.fixed)
        self.content.addWidget(heading(self.tr("Waar de tabel staat")))
        self.content.addWidget(rows)
        self.use.show_choices(list(use_names().items()), None)

    def _connect(self) -> None:
        self.table.activated.connect(lambda _at: self._go_to_table())
        self.takes.clicked.connect(self._take)
        self.sheet.column_chosen.connect(self.choose_column)
        self.column.activated.connect(
            lambda _at: self.choose_column(int(str(self.column.value)))
        )
        self.use.activated.connect(lambda _at: self._change_use())
        self.whole.chosen.connect(self._change_whole)
        self.fixed.chosen.connect(self._change_fixed)
        self.header_row.committed.connect(self._change_header)
        self.last_row.committed.connect(self._change_last)

    def _show(self) -> None:
        if self._book is None or self._words is None or not self.layouts:
            return
        layout = self.layout_now()
        said = {str(one.use) for one in layout.columns} & {str(one) for one in DIMENSIONS}
        self.takes.setChecked(self.current in self.used)
        words = [say_column(one, self._words) for one in layout.columns]
        self.sheet.show_table(sheet_of(self._book, layout), layout, words)
        self.whole.show_codes(layout.constants, said)
        self.whole.mark_missing([str(use) for use in layout.missing])
        self.header_row.show_value(layout.header_row)
        self.last_row.show_value(layout.last_row)
        self._ask(layout)
        self._show_column()

    def _ask(self, layout: TableLayout) -> None:
        if not layout.values:
            words = self.tr(
                "Geen kolom met cijfers gevonden. Kies hieronder per kolom de betekenis."
            )
            self.asks.show_note(Kind.ATTENTION, words)
        elif layout.missing:
            words = self.tr("De tabel zegt niet: {what}. Vul dit hieronder in.")
            names = use_names()
            missing = ", ".join(names[str(use)].lower() for use in layout.missing)
            self.asks.show_note(Kind.ATTENTION, words.format(what=missing))
        else:
            self.asks.show_note(Kind.GOOD, self.tr("De tabel is volledig beschreven."))

    def _show_column(self) -> None:
        columns = self.layout_now().columns
        if not columns or self._words is None:
            return
        shown = next((one for one in columns if one.column == self._column), columns[0])
        self._column = shown.column
        names = [
            (one.column, f"{column_letters(one.column)} – {one.header or '(leeg)'}")
            for one in columns
        ]
        self.column.show_choices(list(names), shown.column)
        self.use.show_choices(self.use.choices, str(shown.use))
        is_value = shown.use is Use.VALUE
        self.fixed.setVisible(is_value)
        self.fixed.show_codes(shown.fixed)
        self.sheet.point_at(shown.column)

    def _go_to_table(self) -> None:
        self._column = 0
        self._show()

    def _take(self) -> None:
        number = self.current
        self.used = self.used | {number} if self.takes.isChecked() else self.used - {number}
        self.changed.emit()

    def _keep(self, layout: TableLayout) -> None:
        self.layouts[self.current] = layout
        self._show()
        self.changed.emit()

    def _change_whole(self, key: str, code: str) -> None:
        constants = {**self.layout_now().constants, key: code}
        kept = {name: held for name, held in constants.items() if held}
        self._keep(replace(self.layout_now(), constants=kept))

    def _change_use(self) -> None:
        column = self._column_now()
        use = Use(str(self.use.value))
        self._keep(
            self.layout_now().with_column(replace(column, use=use, fixed={}, unknown=""))
        )

    def _change_fixed(self, key: str, code: str) -> None:
        column = self._column_now()
        fixed = {name: held for name, held in column.fixed.items() if name != key}
        if code:
            fixed[key] = code
        unknown = "" if column.unknown == key and code else column.unknown
        self._keep(
            self.layout_now().with_column(replace(column, fixed=fixed, unknown=unknown))
        )

    def _change_header(self, row: int | None) -> None:
        assert self._book is not None
        now = self.layout_now()
        if row is not None and row != now.header_row:
            self._keep(lay_out_by_hand(self._book, now.sheet, row, now))

    def _change_last(self, row: int | None) -> None:
        now = self.layout_now()
        if row is not None and row > now.header_row:
            self._keep(replace(now, last_row=row))
        self.last_row.show_value(self.layout_now().last_row)

    def _row_edit(self) -> ValueEdit:
        advice = self.tr("Typ het nummer van een rij in het blad.")
        return ValueEdit(_read_row, str, advice)

    def _column_now(self) -> ColumnUse:
        return next(one for one in self.layout_now().columns if one.column == self._column)

    def _name(self, layout: TableLayout) -> str:
        words = self.tr("{sheet}, rij {first} t/m {last}")
        return words.format(
            sheet=layout.sheet, first=layout.header_row, last=layout.last_row
        )


def _read_row(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LAST_ROW:
        raise ValueError(text)
    return int(text)
