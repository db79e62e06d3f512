"""Writes the formulas with which the intake workbook counts what its checks find."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.domain.place import PROVINCES
from workbench.exchange import intake_form as form
from workbench.exchange.cells import column_letters
from workbench.exchange.intake_form import Field, FieldKind

_FIRST_DIVISION = form.DIVISION_HEADER_ROW + 1
_LAST_DIVISION = form.DIVISION_HEADER_ROW + len(PROVINCES)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCells:
    """The cells of an untouched form, as a formula names them."""

    last_location: int

    def columns(self, sheet: str) -> list[tuple[str, Field]]:
        """Return each column of a table with its field."""
        fields: Sequence[Field] = form.DIVISION
        first, last = _FIRST_DIVISION, _LAST_DIVISION
        if sheet == form.LOCATION_SHEET:
            fields, first = form.LOCATIONS, form.LOCATION_HEADER_ROW + 1
            last = self.last_location
        letters = map(column_letters, range(1, len(fields) + 1))
        spans = [f"{sheet}!${letter}${first}:${letter}${last}" for letter in letters]
        return list(zip(spans, fields, strict=True))

    def all(self) -> list[tuple[str, Field]]:
        """Return every place that can be filled in, with its field."""
        rows = form.field_rows()
        single = [(f"{form.CASE_SHEET}!$B${rows[one.key]}", one) for one in form.FIELDS]
        tables = (form.DIVISION_SHEET, form.LOCATION_SHEET)
        return single + [pair for sheet in tables for pair in self.columns(sheet)]

    def case(self, key: str) -> str:
        """Return the cell of one field."""
        return f"{form.CASE_SHEET}!$B${form.field_rows()[key]}"


Formula = Callable[[FormCells], str]


def count(test: str, *kinds: FieldKind) -> Formula:
    """Return how to count the cells of some kinds for which `test` holds."""

    def formula(cells: FormCells) -> str:
        return "+".join(
            "SUMPRODUCT("
            + test.format(
                x=where, list=f"lst_{field.choices}", most=form.LONGEST.get(field.kind)
            )
            + ")"
            for where, field in cells.all()
            if field.kind in kinds
        )

    return formula


def count_needed(cells: FormCells) -> str:
    needed = [where for where, field in cells.all() if field.is_needed]
    return "+".join(f'SUMPRODUCT(--(TRIM({where})=""))' for where in needed)


def count_without_first(sheet: str) -> Formula:
    """Return how to count the rows of a table that have no value in their first column."""

    def formula(cells: FormCells) -> str:
        first, *others = (where for where, _ in cells.columns(sheet))
        filled = "+".join(f'(TRIM({where})<>"")' for where in others)
        return f'SUMPRODUCT((TRIM({first})="")*(({filled})>0))'

    return formula


def count_doubles(_cells: FormCells) -> str:
    column = f"{form.DIVISION_SHEET}!$A$"
    return "+".join(
        f"(COUNTIF(lst_provincie,{column}{row})>0)"
        f"*(COUNTIF({column}{_FIRST_DIVISION}:$A${row},{column}{row})>1)"
        for row in range(_FIRST_DIVISION + 1, _LAST_DIVISION + 1)
    )


def count_totals(cells: FormCells) -> str:
    """Count the sums that differ; with one amount unknown there is no sum."""
    _, (before, _), (after, _) = cells.columns(form.DIVISION_SHEET)
    rows = f'SUMPRODUCT(--(((TRIM({before})<>"")+(TRIM({after})<>""))>0))'
    pairs = ((before, cells.case("fte_before")), (after, cells.case("fte_after")))
    return "+".join(
        f"(COUNT({parts})>0)*(COUNT({parts})={rows})*ISNUMBER({total})"
        f"*(ROUND(SUM({parts})-N({total}),2)<>0)"
        for parts, total in pairs
    )
