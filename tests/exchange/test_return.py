"""The yearly return: what goes out, how it is known again, and what is checked of it."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.exchange.office import Book, changed, convert, open_book
from tests.exchange.returns import (
    SERVICE,
    copied_from_last_year,
    filled_at_random,
    return_request,
    reviewed,
)
from workbench.domain.errors import WorkbookRefusedError
from workbench.domain.organisation import Ministry
from workbench.exchange import return_form as form
from workbench.exchange.reading import read_workbook
from workbench.exchange.return_checks import CHECKS
from workbench.exchange.return_review import review_return
from workbench.exchange.return_sheets import build_return
from workbench.exchange.return_table import NOT_THERE, find_table, lay_out_return
from workbench.exchange.table_values import read_values
from workbench.exchange.table_words import build_vocabulary
from workbench.exchange.workbook_reader import read_bytes

SEEDS = range(18)
PEILDATUM = date(2027, 1, 1)


@pytest.fixture(scope="module")
def request_out(ministries: tuple[Ministry, ...]) -> form.ReturnRequest:
    return return_request(ministries[0])


@pytest.fixture(scope="module")
def blank(request_out: form.ReturnRequest) -> bytes:
    return build_return(request_out)


@pytest.fixture(scope="module")
def counted(
    request_out: form.ReturnRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder with filled in returns of which one LibreOffice worked the formulas out."""
    folder = tmp_path_factory.mktemp("opgaven")
    files = {f"{seed}.xlsx": filled_at_random(request_out, seed) for seed in SEEDS}
    files["copy.xlsx"] = copied_from_last_year(request_out)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    convert(folder, "xlsx", [str(folder / name) for name in files])
    convert(folder, "ods", [str(folder / "copy.xlsx")])
    return folder / "out"


@pytest.mark.parametrize("name", [*map(str, SEEDS), "copy"])
def test_the_ministry_sees_the_very_counts_of_our_checks(counted: Path, name: str) -> None:
    book = read_bytes((counted / f"{name}.xlsx").read_bytes())
    checks = book.sheet(form.CHECK_SHEET)
    assert checks is not None
    found = Counter(one.check.code for one in reviewed(book).findings)
    has_text = bool(found["tekst"])

    for row, check in enumerate(CHECKS, start=form.FIRST_ROW):
        shown = checks.cells[row, 4].value
        asks_to_mend = has_text and isinstance(shown, str)
        assert asks_to_mend or shown == found[check.code], check.code


def test_a_copy_of_last_year_is_seen(counted: Path) -> None:
    book = read_bytes((counted / "copy.xlsx").read_bytes())

    found = {one.check.code for one in reviewed(book).findings}

    assert found == {"gelijk-aan-vorig-jaar"}


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_libreoffice_saved_is_known_again(counted: Path, kind: str) -> None:

    book = read_workbook((counted / f"copy.{kind}").read_bytes(), f"copy.{kind}")

    issue = form.identify_return(book)

    assert issue is not None
    assert issue.reference_date == PEILDATUM


def test_every_cell_comes_back_as_the_figure_it_was_asked_for(
    request_out: form.ReturnRequest,
) -> None:
    book = read_bytes(copied_from_last_year(request_out))
    words = build_vocabulary(
        regions={}, organisations=[(SERVICE, "dienst")], sectors_of={}, learned={}
    )
    issue = form.identify_return(book)
    assert issue is not None
    table = find_table(book, issue, {})

    reading = read_values(book, lay_out_return(book, table, issue), words)

    known = [one for one in reading.values if one.value is not None]
    assert reading.faults == ()
    assert [one.value for one in known] == [
        line.before for line in request_out.lines if line.before is not None
    ]
    assert {(one.organisation, str(one.staff), one.horizon) for one in known} == {
        ("dienst", "rijksambtenaren", None)
    }


def _set(cell: str, value: object) -> Callable[[Book], object]:
    def change(book: Book) -> None:
        book["_meta"][cell] = value

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_set("B2", "0"), "andere-versie"),
        (_set("B3", "Def"), "kenmerk-gewijzigd"),
        (_set("B4", "2026-01-01"), "kenmerk-gewijzigd"),
        (lambda book: book["Verstuurd"].delete_rows(3), "kenmerk-gewijzigd"),
    ],
    ids=["version", "ministry", "year", "sent"],
)
def test_a_return_of_another_year_or_ministry_is_named(
    blank: bytes, change: Callable[[Book], object], code: str
) -> None:
    book = read_bytes(changed(blank, change))

    with pytest.raises(WorkbookRefusedError) as refused:
        form.identify_return(book)

    assert refused.value.facts["code"] == code


def test_another_workbook_is_no_return(intake: bytes) -> None:
    assert form.identify_return(read_bytes(intake)) is None


def test_only_what_is_asked_can_be_filled_in(blank: bytes) -> None:
    sheet = open_book(blank)["Opgave"]
    first, spare = form.FIRST_ROW, form.FIRST_ROW + 12

    assert sheet.protection.sheet
    assert [sheet.cell(first, one).protection.locked for one in range(1, 12)] == [
        *[True] * 4,
        *[False] * 7,
    ]
    assert not sheet.cell(spare, 1).protection.locked
    assert sheet.cell(spare, form.BEFORE).protection.locked


def test_excel_finds_nothing_to_repair(blank: bytes) -> None:
    """What makes Excel ask to repair a file: see the causes in the tests of each."""
    sheet = open_book(blank)["Opgave"]
    table = sheet.tables["opgave"]
    titles = [cell.value for cell in sheet[form.HEADER_ROW]]
    rules = sheet.data_validations.dataValidation

    assert [one.name for one in table.tableColumns] == titles
    assert len({title.casefold() for title in titles}) == len(titles) == 11
    assert table.ref == f"A{form.HEADER_ROW}:K{sheet.max_row}"
    assert all(len(rule.prompt or "") <= 255 for rule in rules)
    assert not any(str(rule.formula1).startswith("=") for rule in rules)


def test_invented_figures_say_so_on_every_sheet_that_is_seen(blank: bytes) -> None:
    book = open_book(blank)
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]

    for sheet in seen:
        texts = [str(cell.value) for row in sheet["A1:K4"] for cell in row]
        assert any("VOORBEELD" in text for text in texts), sheet.title


def test_moved_columns_are_checked_where_they_are(request_out: form.ReturnRequest) -> None:
    def move(book: Book) -> None:
        book["Opgave"].insert_cols(5)
        book["Opgave"]["F7"] = -4
        book["Opgave"].title = "Blad1"

    review = reviewed(read_bytes(changed(build_return(request_out), move)))

    (fault,) = [one for one in review.findings if one.check.is_fault]
    assert review.table.sheet == "Blad1"
    assert (fault.check.code, fault.cells, fault.found) == ("negatief", "F7", "−4")


def test_a_renamed_column_is_asked_for_and_remembered(
    request_out: form.ReturnRequest,
) -> None:
    def rename(book: Book) -> None:
        book["Opgave"]["E5"] = "Eigen personeel"

    book = read_bytes(changed(copied_from_last_year(request_out), rename))
    issue = form.identify_return(book)
    assert issue is not None
    table = find_table(book, issue, {})

    pointed = table.pointed(form.CIVIL, 5)

    assert table.missing == (form.CIVIL,)
    assert table.free == {5: "Eigen personeel"}
    assert review_return(book, issue, table).rows == ()
    assert pointed.missing == ()
    assert find_table(book, issue, pointed.own_headings(issue)).missing == ()
    assert review_return(book, issue, table.pointed(form.CIVIL, NOT_THERE)).rows != ()


def test_a_heading_that_stands_twice_is_asked_for(request_out: form.ReturnRequest) -> None:
    def double(book: Book) -> None:
        book["Opgave"]["M5"] = "provincie"

    book = read_bytes(changed(build_return(request_out), double))

    table = reviewed(book).table

    assert table.missing == (form.PROVINCE,)
    assert table.doubles == ("Provincie",)
    assert set(table.free) == {3, 13}


def test_lines_that_went_out_are_missed(request_out: form.ReturnRequest) -> None:
    def shorten(book: Book) -> None:
        book["Opgave"].delete_rows(8, 2)
        book["Opgave"]["D7"] = 999

    review = reviewed(read_bytes(changed(copied_from_last_year(request_out), shorten)))

    found = Counter(one.check.code for one in review.findings)
    gone = [one for one in review.findings if one.check.code == "regel-ontbreekt"]
    assert found["regel-ontbreekt"] == 2
    assert [one.row.province for one in gone] == [
        line.province for line in request_out.lines[2:4]
    ]
    assert found["vorig-jaar-anders"] == 1
    assert gone[0].cells == ""
