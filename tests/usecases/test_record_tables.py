"""What goes out as a workbook is what the screen says, and comes back the same."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.usecases.records_help import add_chance
from workbench.domain.errors import WorkbookFaultyError
from workbench.exchange.cells import CellKind, ReadCell, ReadSheet, ReadWorkbook, SheetState
from workbench.usecases.context import Context
from workbench.usecases.record_lines import list_lines
from workbench.usecases.record_lists import records_of
from workbench.usecases.record_tables import (
    export_records,
    read_records,
    take_records,
    write_form,
)
from workbench.usecases.records import remove_record

KEY = "opportunities"
HEADER = ("Korte naam", "Soort", "Wie noemt dit", "Provincie", "Stand", "Genoemd op")


def a_workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Antwoord van VOORBEELD"])
    sheet.append(list(HEADER))
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def take(context: Context, path: Path) -> int:
    return take_records(context, KEY, read_records(path), path.name)[0].added


def test_answers_of_a_region_come_in_from_a_workbook_s11(
    context: Context, tmp_path: Path
) -> None:
    path = a_workbook(
        tmp_path / "regio.xlsx",
        ("VOORBEELD Water", "Kans", "Regio", "friesland", "open", date(2026, 5, 1)),
        ("VOORBEELD Zorg", "opgave", "Regio", "Limburg", "Open", "3 mei 2026"),
    )

    assert take(context, path) == 2

    found = records_of(context, KEY)
    assert [one.text("province") for one in found] == ["PV21", "PV31"]
    assert [one.values["given_on"] for one in found] == [
        date(2026, 5, 1),
        date(2026, 5, 3),
    ]


def test_the_same_answers_do_not_come_in_twice_s11(
    context: Context, tmp_path: Path
) -> None:
    row = ("VOORBEELD Water", "kans", "Regio", "Drenthe", "open", None)
    path = a_workbook(tmp_path / "regio.xlsx", row)

    assert [take(context, path), take(context, path)] == [1, 0]


def test_a_wrong_cell_is_named_and_nothing_is_kept_s11(
    context: Context, tmp_path: Path
) -> None:
    path = a_workbook(
        tmp_path / "regio.xlsx",
        ("VOORBEELD Goed", "kans", "Regio", "Drenthe", "open", None),
        ("VOORBEELD Fout", "droom", "Regio", "Atlantis", "open", "gisteren"),
        ("", "kans", "Regio", "Drenthe", "open", None),
    )

    with pytest.raises(WorkbookFaultyError) as refused:
        take(context, path)

    told = str(refused.value.facts["faults"])
    for words in ("rij 4, Soort: “droom”", "rij 4, Provincie", "rij 5, Korte naam"):
        assert words in told
    assert records_of(context, KEY) == []


def test_a_workbook_without_the_needed_columns_is_refused(
    context: Context, tmp_path: Path
) -> None:
    path = tmp_path / "leeg.xlsx"
    Workbook().save(path)

    with pytest.raises(WorkbookFaultyError) as refused:
        take(context, path)

    assert "Korte naam" in str(refused.value.facts["faults"])


def test_the_workbook_says_what_the_screen_says_s11(
    context: Context, tmp_path: Path
) -> None:
    ids = [add_chance(context), add_chance(context, title="VOORBEELD Tweede")]
    path = export_records(context, KEY, ids[::-1], tmp_path / "uit.xlsx")

    sheet = load_workbook(path)["Kansen"]
    rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    lines = {one.record.id: one for one in list_lines(context, KEY)}
    shown = [lines[one].texts["title"] for one in ids[::-1]]
    assert [row[0] for row in rows if row[0] in shown] == shown


def test_what_went_out_comes_back_the_same(context: Context, tmp_path: Path) -> None:
    add_chance(context, text="=1+1", given_on=date(2026, 1, 2), valid_until=None)
    before = records_of(context, KEY)
    ids = [one.id for one in before]
    path = export_records(context, KEY, ids, tmp_path / "uit.xlsx")
    for one in ids:
        remove_record(context, KEY, one)

    take(context, path)

    assert [one.values for one in records_of(context, KEY)] == [
        one.values for one in before
    ]


def test_an_empty_form_names_every_field_and_choice(
    context: Context, tmp_path: Path
) -> None:
    book = load_workbook(write_form(context, KEY, tmp_path / "formulier.xlsx"))

    words = {
        str(cell) for row in book["Gegevens"].iter_rows(values_only=True) for cell in row
    }
    assert set(HEADER) <= words
    choices = {row[1] for row in book["Keuzes"].iter_rows(values_only=True)}
    assert {"Kans", "Drenthe"} <= choices


CELLS = st.one_of(st.text(max_size=12), st.integers(), st.floats(), st.booleans())


@given(rows=st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=4))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_cells_give_records_or_a_message(
    context: Context, rows: list[list[str | int | float | bool]]
) -> None:
    cells = {(1, at): ReadCell(name, CellKind.TEXT) for at, name in enumerate(HEADER, 1)}
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            kind = CellKind.TEXT if isinstance(value, str) else CellKind.NUMBER
            cells[number, column] = ReadCell(value, kind)
    sheet = ReadSheet(name="x", state=SheetState.VISIBLE, cells=cells)
    book = ReadWorkbook(format="xlsx", sheets=(sheet,), notes=())
    before = len(records_of(context, KEY))

    try:
        added = take_records(context, KEY, book, "x.xlsx")[0].added
    except WorkbookFaultyError:
        added = 0

    assert len(records_of(context, KEY)) == before + added
