"""Reads the words before the figures of a row: province, sector, date and the like."""

from workbench.domain.delivery import ALL_SECTORS, WHOLE_COUNTRY
from workbench.exchange.cells import CellValue, Position, ReadCell
from workbench.exchange.normalising import clean, normalise_date, show
from workbench.exchange.table_findings import Findings
from workbench.exchange.table_form import ColumnUse, Use
from workbench.exchange.table_headers import is_year
from workbench.exchange.table_numbers import is_blank
from workbench.exchange.table_rows import Grid
from workbench.exchange.table_words import (
    SKIPPED,
    TOTAL,
    Vocabulary,
    WordKind,
    fold_word,
)

_TOTALS = {Use.PLACE: WHOLE_COUNTRY, Use.SECTOR: ALL_SECTORS, Use.ORGANISATION: TOTAL}
_HORIZONS = range(2000, 2201)


class LabelReader:
    """Reads the labels of rows; a word it has met is not looked up again."""

    def __init__(self, grid: Grid, vocabulary: Vocabulary, findings: Findings) -> None:
        self._grid = grid
        self._vocabulary = vocabulary
        self._findings = findings
        self._codes: dict[tuple[int, CellValue], str] = {}

    def find_header(self, row: int, column: ColumnUse) -> str | None:
        """Return the code of a header, or ask for it; `None` leaves the column out."""
        kind = WordKind(column.unknown)
        text = column.header.rpartition(" / ")[2]
        code = self._vocabulary.find(kind, text) or self._vocabulary.find(
            kind, column.header
        )
        if code is None:
            suggestions = self._vocabulary.suggest(kind, text)
            self._findings.word(kind, text, (row, column.column), suggestions)
        return None if code == SKIPPED else code

    def read_row(
        self, row: int, columns: list[ColumnUse], *, has_figures: bool
    ) -> dict[str, str] | None:
        """Return use → code of a row, or `None` when the row gives no figures."""
        said: dict[str, str] = {}
        blank: list[Use] = []
        for column in columns:
            position = (row, column.column)
            cell = self._grid.seen(row, column.column)
            known = self._codes.get((column.column, cell.value)) if cell else None
            if cell is not None and known is not None:
                said[column.use] = known
                self._tell_merged(position, cell)
                continue
            if cell is None or is_blank(cell):
                blank.append(column.use)
                continue
            if fold_word(show(cell)) == fold_word(column.header):
                self._findings.note(position, "Een herhaling van de kop is overgeslagen.")
                return None
            code = self._read(column.use, cell, position, has_figures=has_figures)
            if code is None:
                return None
            said[column.use] = self._codes[column.column, cell.value] = code
            self._tell_merged(position, cell)
        self._fill_totals(said, blank)
        return said if said or has_figures else None

    def _read(
        self, use: Use, cell: ReadCell, position: Position, *, has_figures: bool
    ) -> str | None:
        if use is Use.REFERENCE_DATE:
            return self._date(cell, position)
        if use is Use.HORIZON:
            return self._horizon(cell, position)
        text = clean(show(cell))
        code = self._vocabulary.find(WordKind(use), text)
        if code is None and use is Use.MEASURE:
            code = text
        if code == SKIPPED:
            if has_figures:
                self._findings.note(
                    position,
                    f"“{text}” is overgeslagen: een optelling, of eerder zo gekozen.",
                )
            return None
        if code is None and not has_figures:
            self._findings.note(
                position, f"De rij “{text[:80]}” heeft geen cijfers en is overgeslagen."
            )
        elif code is None:
            kind = WordKind(use)
            is_asked = self._findings.is_asked(kind, text)
            suggestions = () if is_asked else self._vocabulary.suggest(kind, text)
            self._findings.word(kind, text, position, suggestions)
        return code

    def _date(self, cell: ReadCell, position: Position) -> str | None:
        if is_year(cell.value):
            day = f"{str(cell.value).strip()[:4]}-01-01"
            text = "Een jaar als peildatum is gelezen als 1 januari van dat jaar."
            self._findings.note(position, text)
            return day
        read = normalise_date(cell)
        if read.value is not None:
            return read.value.isoformat()
        self._findings.fault(
            position, "geen-datum", show(cell), read.problem, read.expected
        )
        return None

    def _horizon(self, cell: ReadCell, position: Position) -> str | None:
        text = clean(show(cell))
        if text.isdecimal() and int(text) in _HORIZONS:
            return text
        problem = f"“{text}” is geen jaar van een prognose."
        self._findings.fault(position, "geen-datum", text, problem, "een jaar, zoals 2029")
        return None

    def _fill_totals(self, said: dict[str, str], blank: list[Use]) -> None:
        """In a row that is a total, what is left blank is a total too."""
        has_total = any(said.get(use) == code for use, code in _TOTALS.items())
        for use in blank:
            if use is Use.ORGANISATION:
                said[use] = ""
            elif has_total and use in _TOTALS:
                said[use] = _TOTALS[use]
            elif use in (Use.PLACE, Use.SECTOR, Use.REFERENCE_DATE):
                said[use] = ""

    def _tell_merged(self, position: Position, cell: ReadCell) -> None:
        origin = self._grid.origin(*position)
        if origin[0] != position[0]:
            text = f"“{clean(show(cell))}” is door samengevoegde cellen meermaals gebruikt."
            self._findings.note(origin, text)
