"""Reads the figures of a table as its layout says; asks what is unclear."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.domain.delivery import (
    ALL_SECTORS,
    BenchmarkValue,
    FteValue,
    Notion,
    Staff,
    ValueKind,
)
from workbench.exchange.cells import ReadCell, ReadSheet, ReadWorkbook
from workbench.exchange.normalising import show
from workbench.exchange.table_findings import (
    Findings,
    TableFault,
    TableNote,
    UnknownWord,
)
from workbench.exchange.table_form import (
    DECIMAL_MARK,
    UNIT,
    VALUE_KIND,
    ColumnUse,
    TableLayout,
    Use,
)
from workbench.exchange.table_labels import LabelReader
from workbench.exchange.table_numbers import (
    is_ambiguous,
    is_blank,
    read_amount,
    read_count,
)
from workbench.exchange.table_rows import Grid
from workbench.exchange.table_words import TOTAL, Vocabulary

__all__ = ["TableFault", "TableNote", "TableReading", "UnknownWord", "read_values"]

_NAMES = {
    Use.PLACE: "provincie",
    Use.SECTOR: "sector",
    Use.REFERENCE_DATE: "peildatum",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """Everything one table says, and everything that must be asked about it.

    Attributes:
        values: In the order of the table, row by row; not filled in is `None`.
        faults: Cells that gave no figure and must be mended or answered.
        unknown_words: Each once; what it labels is not among the values.
    """

    values: tuple[FteValue, ...]
    benchmarks: tuple[BenchmarkValue, ...]
    faults: tuple[TableFault, ...]
    notes: tuple[TableNote, ...]
    unknown_words: tuple[UnknownWord, ...]


def read_values(
    book: ReadWorkbook, layout: TableLayout, vocabulary: Vocabulary
) -> TableReading:
    """Return the figures of one table.

    Raises:
        ValueError: The workbook has no such sheet.
    """
    sheet = book.sheet(layout.sheet)
    if sheet is None:
        raise ValueError(f"no sheet: {layout.sheet}")
    reader = _TableReader(sheet, layout, vocabulary, is_text=book.format == "csv")
    reader.read()
    return reader.reading()


class _TableReader:
    """Walks the rows of one table and remembers what it met."""

    def __init__(
        self,
        sheet: ReadSheet,
        layout: TableLayout,
        vocabulary: Vocabulary,
        *,
        is_text: bool,
    ) -> None:
        self._layout = layout
        self._vocabulary = vocabulary
        self._grid = Grid(sheet)
        self._findings = Findings(sheet.name)
        self._labels = LabelReader(self._grid, vocabulary, self._findings)
        self._is_text = is_text
        self._values: list[FteValue] = []
        self._benchmarks: list[BenchmarkValue] = []
        self._days: dict[str, date] = {}
        self._mark = layout.constants.get(DECIMAL_MARK, "")

    def read(self) -> None:
        layout = self._layout
        labels = [one for one in layout.columns if one.use not in (Use.VALUE, Use.IGNORED)]
        columns = [named for one in layout.values if (named := self._name(one))]
        for row in range(layout.first_row, layout.last_row + 1):
            if self._grid.cells(row):
                self._read_row(row, labels, columns)

    def reading(self) -> TableReading:
        return TableReading(
            values=tuple(self._values),
            benchmarks=tuple(self._benchmarks),
            faults=tuple(self._findings.faults),
            notes=self._findings.all_notes(),
            unknown_words=self._findings.all_words(),
        )

    def _name(self, column: ColumnUse) -> tuple[int, dict[str, str]] | None:
        """Return what is fixed for a column, or `None` when its header is not known."""
        fixed = dict(self._layout.constants) | dict(column.fixed)
        if not column.unknown:
            return column.column, fixed
        code = self._labels.find_header(self._layout.header_row, column)
        return (column.column, fixed | {column.unknown: code}) if code else None

    def _read_row(
        self,
        row: int,
        labels: list[ColumnUse],
        columns: list[tuple[int, dict[str, str]]],
    ) -> None:
        cells = self._grid.cells(row)
        filled = any(not is_blank(cells.get(column)) for column, _ in columns)
        said = self._labels.read_row(row, labels, has_figures=filled)
        if said is None:
            return
        for column, fixed in columns:
            meant = fixed | said
            if not self._is_whole(row, column, meant, cells.get(column)):
                continue
            if meant.get(Use.MEASURE):
                self._keep_count(row, column, meant, cells.get(column))
            else:
                self._keep_amount(row, column, meant, cells.get(column))

    def _is_whole(
        self, row: int, column: int, meant: dict[str, str], cell: ReadCell | None
    ) -> bool:
        """Whether it is clear what a figure is about; a blank one needs no question."""
        self._settle_organisation(meant)
        needed: tuple[Use, ...] = (Use.PLACE, Use.SECTOR, Use.REFERENCE_DATE)
        if meant.get(Use.MEASURE):
            needed = (Use.PLACE, Use.REFERENCE_DATE)
        lacking = [_NAMES[use] for use in needed if not meant.get(use)]
        if lacking and cell is not None:
            names = " en ".join(lacking)
            self._findings.fault(
                (row, column),
                "niet-bepaald",
                show(cell),
                f"Voor dit cijfer is niet duidelijk welke {names} erbij hoort.",
                f"een {names} in de rij, in de kop of voor de hele tabel",
            )
        return not lacking

    def _settle_organisation(self, meant: dict[str, str]) -> None:
        organisation = meant.get(Use.ORGANISATION, "")
        if organisation == TOTAL:
            meant[Use.ORGANISATION] = ""
            meant.setdefault(Use.SECTOR, ALL_SECTORS)
        elif organisation and not meant.get(Use.SECTOR):
            meant[Use.SECTOR] = self._vocabulary.sectors_of.get(organisation, "")

    def _keep_amount(
        self, row: int, column: int, meant: Mapping[str, str], cell: ReadCell | None
    ) -> None:
        unit = int(meant.get(UNIT, "1"))
        read = read_amount(cell, mark=self._mark, unit=unit)
        if not self._accept(row, column, cell, read.problem, read.expected, read.note):
            return
        horizon = meant.get(Use.HORIZON, "")
        kind = ValueKind.ROUNDED if unit != 1 else ValueKind.EXACT
        self._values.append(
            FteValue(
                reference_date=self._day(meant[Use.REFERENCE_DATE]),
                place=meant[Use.PLACE],
                sector=meant[Use.SECTOR],
                organisation=meant.get(Use.ORGANISATION, ""),
                notion=Notion(meant.get(Use.NOTION) or Notion.DUTY_STATION),
                staff=Staff(meant.get(Use.STAFF) or Staff.BOTH),
                horizon=int(horizon) if horizon else None,
                kind=ValueKind(meant.get(VALUE_KIND) or kind),
                value=read.value,
                cell=self._findings.where((row, column)),
            )
        )

    def _keep_count(
        self, row: int, column: int, meant: Mapping[str, str], cell: ReadCell | None
    ) -> None:
        read = read_count(cell, mark=self._mark, unit=int(meant.get(UNIT, "1")))
        if not self._accept(row, column, cell, read.problem, read.expected, read.note):
            return
        self._benchmarks.append(
            BenchmarkValue(
                measure=meant[Use.MEASURE],
                reference_date=self._day(meant[Use.REFERENCE_DATE]),
                place=meant[Use.PLACE],
                value=read.value,
                cell=self._findings.where((row, column)),
            )
        )

    def _accept(
        self,
        row: int,
        column: int,
        cell: ReadCell | None,
        problem: str,
        expected: str,
        note: str,
    ) -> bool:
        """Keep the note or the fault of a figure; whether there is no fault."""
        if problem:
            found = show(cell)
            code = "dubbelzinnig" if is_ambiguous(found) else "geen-getal"
            self._findings.fault((row, column), code, found, problem, expected)
            return False
        if note and not (self._is_text and note.startswith("De tekst")):
            self._findings.note_column((row, column), note)
        elif cell is not None and is_blank(cell):
            self._findings.note_column(
                (row, column), f"“{show(cell)}” telt als niet ingevuld, niet als 0."
            )
        return True

    def _day(self, text: str) -> date:
        day = self._days.get(text)
        if day is None:
            day = self._days[text] = date.fromisoformat(text)
        return day
