"""Finds the cells of the intake form in a workbook whose rows or columns were moved."""

from collections.abc import Sequence

from workbench.exchange import intake_form as form
from workbench.exchange.cell_checks import CellChecks
from workbench.exchange.cells import (
    CellKind,
    Position,
    ReadSheet,
    ReadWorkbook,
    read_address,
)
from workbench.exchange.wording import fold_words

_LABEL_COLUMNS = 5
_HEADER_ROWS = 40
_ONCE = "elke naam één keer"


def locate_fields(
    workbook: ReadWorkbook, sheet: ReadSheet, checks: CellChecks
) -> dict[str, Position]:
    """Return the cell of each field: beside its label, else by name, else where it was."""
    labels = _find_labels(sheet)
    rows = form.field_rows()
    taken = {places[0][0] for places in labels.values() if places}
    found: dict[str, Position] = {}
    for field in form.FIELDS:
        places = labels.get(fold_words(field.short_label), [])
        named = _named_cell(workbook, sheet, field.name)
        if len(places) > 1:
            problem = f"“{field.short_label}” komt {len(places)} keer voor."
            checks.report(sheet, places[1], problem, _ONCE)
        if places:
            found[field.key] = _beside(sheet, places[0], named)
            continue
        usual = named or (rows[field.key], 2)
        if usual[0] not in taken:
            found[field.key] = usual
            text = f"De naam van het veld “{field.short_label}” is gewijzigd."
            checks.remark(sheet, usual, text)
        else:
            problem = f"Het veld “{field.short_label}” is niet gevonden."
            checks.report(sheet, None, problem, "alle velden van het formulier")
    return found


def locate_columns(
    sheet: ReadSheet, fields: Sequence[form.Field], usual_row: int, checks: CellChecks
) -> tuple[int, dict[str, int]]:
    """Return the header's row and the column of each field below it."""
    header, labels = _find_header(sheet, fields)
    if not labels:
        text = "De kolomkoppen zijn gewijzigd; de kolommen zijn op hun plaats gelezen."
        checks.remark(sheet, None, text)
        return usual_row, {field.key: n for n, field in enumerate(fields, start=1)}
    columns: dict[str, int] = {}
    for field in fields:
        places = labels.get(fold_words(field.short_label), [])
        if len(places) > 1:
            problem = f"De kolom “{field.short_label}” komt {len(places)} keer voor."
            checks.report(sheet, (header, places[1]), problem, _ONCE)
        if places:
            columns[field.key] = places[0]
        else:
            problem = f"De kolom “{field.short_label}” is niet gevonden."
            checks.report(sheet, (header, 1), problem, "alle kolommen van het formulier")
    return header, columns


def _find_header(
    sheet: ReadSheet, fields: Sequence[form.Field]
) -> tuple[int, dict[str, list[int]]]:
    """Return the row with most of the labels, and in which columns each stands."""
    wanted = {fold_words(field.short_label) for field in fields}
    rows: dict[int, dict[str, list[int]]] = {}
    for row, column in sorted(sheet.cells):
        cell = sheet.cells[row, column]
        if row <= _HEADER_ROWS and cell.kind is CellKind.TEXT:
            label = fold_words(str(cell.value).split(" (")[0])
            if label in wanted:
                rows.setdefault(row, {}).setdefault(label, []).append(column)
    header = max(rows, key=lambda row: (len(rows[row]), -row), default=0)
    return header, rows.get(header, {})


def _find_labels(sheet: ReadSheet) -> dict[str, list[Position]]:
    wanted = {fold_words(field.short_label) for field in form.FIELDS}
    found: dict[str, list[Position]] = {}
    for position in sorted(sheet.cells):
        cell = sheet.cells[position]
        if position[1] > _LABEL_COLUMNS or cell.kind is not CellKind.TEXT:
            continue
        label = fold_words(str(cell.value).split(" (")[0])
        if label in wanted and _is_first_in_row(sheet, position):
            found.setdefault(label, []).append(position)
    return found


def _is_first_in_row(sheet: ReadSheet, position: Position) -> bool:
    """Whether nothing stands to the left; a value may look like a label."""
    row, column = position
    return not any((row, left) in sheet.cells for left in range(1, column))


def _beside(sheet: ReadSheet, label: Position, named: Position | None) -> Position:
    right = (label[0], label[1] + 1)
    if named and named[0] == label[0] and named[1] > label[1]:
        return named if named in sheet.cells or right not in sheet.cells else right
    return right


def _named_cell(workbook: ReadWorkbook, sheet: ReadSheet, name: str) -> Position | None:
    target, mark, address = workbook.names.get(name, "").rpartition("!")
    is_here = target.strip("'$").casefold() == sheet.name.casefold()
    return read_address(address) if mark and is_here else None
