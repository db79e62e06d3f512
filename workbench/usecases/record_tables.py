"""Takes records out as a workbook that equals the screen, and takes filled-in ones in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from workbench.domain.errors import FactInvalidError, WorkbookFaultyError
from workbench.domain.fte import Fte
from workbench.domain.instrument import Instrument, InstrumentField, Record, ValueKind
from workbench.domain.notation import read_date, read_fte
from workbench.domain.place import find_province, fold
from workbench.exchange.cells import CellKind, ReadCell, ReadSheet, ReadWorkbook
from workbench.exchange.reading import read_workbook
from workbench.exchange.tables_out import TableSheet, TableValue, write_tables
from workbench.rules.instruments import load_instruments
from workbench.store import records
from workbench.usecases.context import Change, Context
from workbench.usecases.record_checks import check_record
from workbench.usecases.record_effects import follow_record
from workbench.usecases.record_lines import RecordLine, list_lines
from workbench.usecases.record_lists import records_of
from workbench.usecases.record_words import choices_of
from workbench.usecases.saving import read_bytes, save_bytes

_ALL_FIELDS = "Gegevens"
_HEADER_WITHIN = 20
_MOST_FAULTS = 12
_NUMBERS = (ValueKind.FTE, ValueKind.CHANGE, ValueKind.NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of a workbook with records."""

    added: int
    present: int


def export_records(
    context: Context, key: str, ids: Sequence[str], path: Path, case_id: str = ""
) -> Path:
    """Write the shown records to `path`: as on the screen, and with every field."""
    instrument = load_instruments()[key]
    lines = {one.record.id: one for one in list_lines(context, key, case_id)}
    shown = [lines[one] for one in ids if one in lines]
    columns = [field for field in instrument.fields if field.column]
    sheets = [
        _sheet(instrument.name, instrument, columns, shown, ()),
        _sheet(_ALL_FIELDS, instrument, instrument.fields, shown, (_explain(),)),
    ]
    return save_bytes(path, write_tables(sheets, context.today()))


def write_form(context: Context, key: str, path: Path) -> Path:
    """Write an empty form: what can be filled in, and what may be chosen where."""
    instrument = load_instruments()[key]
    choices = [
        (field.label, words)
        for field in instrument.fields
        if field.kind.is_chosen and field.kind is not ValueKind.LINK
        for _, words in choices_of(context, field)
    ]
    sheets = [
        _sheet(_ALL_FIELDS, instrument, instrument.fields, [], (_explain(),)),
        TableSheet(title="Keuzes", header=("Kolom", "Keuze"), rows=choices),
    ]
    return save_bytes(path, write_tables(sheets, context.today()))


def read_records(path: Path) -> ReadWorkbook:
    """Return the cells of a filled-in workbook, read in a limited process.

    Raises:
        WorkbookRefusedError: The file cannot be taken in safely.
    """
    return read_workbook(read_bytes(path), path.name)


def take_records(
    context: Context, key: str, book: ReadWorkbook, file: str, case_id: str = ""
) -> tuple[Taken, Change]:
    """Keep the rows of a workbook; all of them, or none when one is wrong.

    A row that is there already with the same values is left out.

    Raises:
        WorkbookFaultyError: With the cells that are wrong.
    """
    instrument = load_instruments()[key]
    sheet, row, columns = _find_header(instrument, book, file)
    rows = sorted({at for at, _ in sheet.cells if at > row})
    faults: list[str] = []
    found: list[Record] = []
    for number in rows:
        cells = {name: sheet.cells.get((number, at)) for name, at in columns.items()}
        if not any(
            one is not None and one.value not in (None, "") for one in cells.values()
        ):
            continue
        record = _read_row(context, instrument, cells, (number, case_id), faults)
        if record is not None:
            found.append(record)
    if faults:
        told = faults[:_MOST_FAULTS]
        if len(faults) > _MOST_FAULTS:
            told.append(f"en nog {len(faults) - _MOST_FAULTS}")
        raise WorkbookFaultyError(file=file, faults="; ".join(told))
    known = {_content(one) for one in records_of(context, key, case_id)}
    new = [one for one in found if _content(one) not in known]
    if new:
        words = f"{instrument.name}: {len(new)} regels ingelezen uit {file}"
        with context.batch(words):
            for record in new:
                records.save_record(context.store, instrument, record)
            follow_record(context, new[-1])
    change = Change.of(case_id) if case_id else Change(everything=True)
    taken = Taken(added=len(new), present=len(found) - len(new))
    return taken, change if new else Change()


def _read_row(
    context: Context,
    instrument: Instrument,
    cells: Mapping[str, ReadCell | None],
    place: tuple[int, str],
    faults: list[str],
) -> Record | None:
    number, case_id = place
    values: dict[str, object] = {}
    before = len(faults)
    for field in instrument.fields:
        cell = cells.get(field.name)
        try:
            values[field.name] = _value(context, field, cell, case_id)
        except ValueError:
            written = "" if cell is None else str(cell.value)
            faults.append(f"rij {number}, {field.label}: “{written}” is niet te lezen")
    record = Record(
        id=context.new_id(), instrument=instrument.key, case_id=case_id, values=values
    )
    if len(faults) > before:
        return None
    try:
        check_record(context, record)
    except FactInvalidError as error:
        label, wanted = error.facts["field"], error.facts["expected"]
        faults.append(f"rij {number}, {label}: verwacht wordt {wanted}")
        return None
    return record


def _value(
    context: Context, field: InstrumentField, cell: ReadCell | None, case_id: str
) -> object:
    nothing: object = "" if field.kind.is_text else None
    if cell is None or cell.value is None or cell.value == "":
        return nothing
    if cell.kind in (CellKind.ERROR, CellKind.UNCALCULATED):
        raise ValueError(cell.kind)
    text = str(cell.value).strip()
    if not text or fold(text) == "onbekend":
        return nothing
    reader = _READERS.get(field.kind)
    if reader is not None:
        return reader(cell.value, text)
    return _chosen(context, field, text, case_id) if field.kind.is_chosen else text


def _day(value: object, text: str) -> date:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else read_date(text)


def _amount(value: object, text: str) -> Fte:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Fte.of(Decimal(str(value)))
    return read_fte(text)


def _number(value: object, text: str) -> int:
    number = float(text.replace(".", "")) if isinstance(value, str) else value
    if not isinstance(number, int | float) or int(number) != number:
        raise ValueError(text)
    return int(number)


_READERS: dict[ValueKind, Callable[[object, str], object]] = {
    ValueKind.DATE: _day,
    ValueKind.FTE: _amount,
    ValueKind.CHANGE: _amount,
    ValueKind.NUMBER: _number,
}


def _chosen(context: Context, field: InstrumentField, text: str, case_id: str) -> str:
    if field.kind is ValueKind.PROVINCE and (province := find_province(text)):
        return province.code
    wanted = fold(text)
    found = [
        key
        for key, words in choices_of(context, field, case_id)
        if wanted in (fold(key), fold(words), fold(words.partition(" (")[0]))
    ]
    if not found:
        raise ValueError(text)
    return found[0]


def _find_header(
    instrument: Instrument, book: ReadWorkbook, file: str
) -> tuple[ReadSheet, int, dict[str, int]]:
    """Return the sheet, its heading row, and the column of each field found there."""
    labels = {fold(field.label): field.name for field in instrument.fields}
    best: tuple[ReadSheet, int, dict[str, int]] | None = None
    for sheet in book.sheets:
        rows: dict[int, dict[str, int]] = {}
        for (row, column), cell in sheet.cells.items():
            name = labels.get(fold(str(cell.value))) if row <= _HEADER_WITHIN else None
            if name is not None:
                rows.setdefault(row, {}).setdefault(name, column)
        for row, columns in rows.items():
            if best is None or len(columns) > len(best[2]):
                best = (sheet, row, columns)
    needed = {field.name for field in instrument.fields if field.is_required}
    if best is None or not needed <= best[2].keys():
        lacking = [
            field.label
            for field in instrument.fields
            if field.is_required and (best is None or field.name not in best[2])
        ]
        raise WorkbookFaultyError(
            file=file, faults=f"deze kolommen ontbreken: {', '.join(lacking)}"
        )
    return best


def _content(record: Record) -> tuple[object, ...]:
    return tuple(record.values.values())


def _sheet(
    title: str,
    instrument: Instrument,
    fields: Sequence[InstrumentField],
    lines: Sequence[RecordLine],
    notes: Sequence[str],
) -> TableSheet:
    return TableSheet(
        title=title,
        header=tuple(field.label for field in fields),
        rows=[tuple(_cell(line, field) for field in fields) for line in lines],
        notes=tuple(notes),
        source=f"Werkbank, {instrument.name.lower()}. Leeg is onbekend, nooit 0.",
        is_number=tuple(field.kind in _NUMBERS for field in fields),
        is_sample=any("VOORBEELD" in line.title for line in lines),
    )


def _cell(line: RecordLine, field: InstrumentField) -> TableValue:
    value = line.record.values.get(field.name)
    if isinstance(value, Fte):
        return value.amount
    if isinstance(value, int | date):
        return value
    return line.texts[field.name] or None


def _explain() -> str:
    return (
        "Vul per regel één rij in. Leeg is onbekend. Kolomnamen laten staan; volgorde en"
        " extra kolommen maken niet uit. Datums als datum of als 8-5-2024."
    )
