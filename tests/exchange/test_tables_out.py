"""Figures leave as a workbook in which text is text, and that says where they came from."""

from datetime import date
from decimal import Decimal

import pytest

from tests.exchange.office import open_book
from workbench.exchange.cells import CellKind, ReadCell
from workbench.exchange.tables_out import TableSheet, write_tables
from workbench.exchange.workbook_reader import read_bytes

DAY = date(2026, 11, 23)
TABLE = TableSheet(
    title="Fte per provincie: 2023/2024",
    header=("Provincie", "Peildatum", "Fte", "Jaar"),
    rows=(
        ("Fryslân", date(2024, 1, 1), Decimal("6700.5"), 2024),
        ("=1+1", date(2024, 1, 1), None, 2024),
    ),
    notes=("Er is geteld naar standplaats.",),
    source="VOORBEELD",
)


def test_values_come_back_as_what_they_were() -> None:
    sheet = read_bytes(write_tables([TABLE], DAY)).sheets[0]

    assert sheet.cells[1, 1].value == TABLE.title
    assert [sheet.cells[5, n].value for n in range(1, 5)] == list(TABLE.header)
    assert sheet.cells[6, 2].value == date(2024, 1, 1)
    assert sheet.cells[6, 3].value == 6700.5
    assert (7, 3) not in sheet.cells


def test_text_is_never_a_formula() -> None:
    sheet = read_bytes(write_tables([TABLE], DAY)).sheets[0]

    assert sheet.cells[7, 1] == ReadCell("=1+1", CellKind.TEXT)


def test_the_origin_of_every_table_is_told() -> None:
    book = read_bytes(write_tables([TABLE], DAY))

    words = [cell.value for cell in book.sheets[-1].cells.values()]

    assert book.sheets[-1].name == "Herkomst"
    assert {"VOORBEELD", DAY, "Er is geteld naar standplaats.", TABLE.title} <= set(words)


def test_the_header_stays_in_sight_and_the_page_is_set() -> None:
    sheet = open_book(write_tables([TABLE], DAY)).worksheets[0]

    assert sheet.freeze_panes == "A6"
    assert sheet.auto_filter.ref == "A5:D7"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet["C6"].number_format == "#,##0.0#"


@pytest.mark.parametrize("title", ["Herkomst", "a" * 40, "[Fte]: per/sector?", "''", ""])
def test_every_sheet_gets_a_name_that_excel_allows(title: str) -> None:
    tables = [TableSheet(title=title, header=("a",), rows=())] * 3

    names = [sheet.title for sheet in open_book(write_tables(tables, DAY)).worksheets]

    assert len({name.casefold() for name in names}) == 4
    assert all(0 < len(name) <= 31 for name in names)


def test_a_sample_says_so_on_the_sheet_and_in_print() -> None:
    table = TableSheet(title="Proef", header=("Fte",), rows=((1,),), is_sample=True)

    sheet = open_book(write_tables([table], DAY)).worksheets[0]

    assert str(sheet["A2"].value).startswith("VOORBEELD")
    assert sheet.oddHeader.center.text == "VOORBEELD"


def test_the_same_tables_give_the_same_bytes() -> None:
    assert write_tables([TABLE], DAY) == write_tables([TABLE], DAY)
