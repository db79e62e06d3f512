"""The intake workbook as a ministry gets it."""

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

from tests.exchange.office import Book, open_book
from workbench.domain.case import Case
from workbench.exchange.intake import IntakeRequest, write_intake
from workbench.exchange.intake_checks import CHECKS
from workbench.exchange.intake_form import FIELDS

INPUT_SHEETS = ("Casus", "Verdeling", "Locaties")

ELEMENTS = (
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetProtection",
    "autoFilter",
    "mergeCells",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "legacyDrawing",
)


def all_cells(book: Book) -> list[Any]:
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row]


def test_has_the_sheets_of_the_form_and_hides_its_lists(intake: bytes) -> None:
    book = open_book(intake)

    states = {sheet.title: sheet.sheet_state for sheet in book}

    assert states == {
        "Casus": "visible",
        "Verdeling": "visible",
        "Locaties": "visible",
        "Controles": "visible",
        "Toelichting": "visible",
        "Lijsten": "hidden",
        "_meta": "hidden",
    }


def test_only_the_cells_to_fill_in_are_unlocked(intake: bytes) -> None:
    book = open_book(intake)

    unlocked = {
        f"{cell.parent.title}!{cell.coordinate}"
        for cell in all_cells(book)
        if not cell.protection.locked
    }

    named = {
        name.attr_text.replace("$", "")
        for key, name in book.defined_names.items()
        if key.startswith("intake_")
    }
    assert named <= unlocked
    assert len(unlocked) == len(FIELDS) + 12 * 2 + 8 * 6
    assert all(sheet.protection.sheet for sheet in book)


def test_every_field_has_a_name_a_label_and_a_validation(intake: bytes) -> None:
    book = open_book(intake)
    sheet = book["Casus"]
    checked = {str(rule.sqref) for rule in sheet.data_validations.dataValidation}

    for field in FIELDS:
        address = book.defined_names[field.name].attr_text.split("!")[1].replace("$", "")

        assert sheet[f"A{address[1:]}"].value == field.label
        assert address in checked


def test_lists_come_from_names_without_an_equals_sign(intake: bytes) -> None:
    book = open_book(intake)

    lists = [
        rule.formula1
        for title in INPUT_SHEETS
        for rule in book[title].data_validations.dataValidation
        if rule.type == "list"
    ]

    assert sorted(set(lists)) == [
        "lst_aanleiding",
        "lst_ministerie",
        "lst_provincie",
        "lst_sector",
    ]
    assert all(name in book.defined_names for name in lists)


def test_validation_texts_fit_the_limits_of_excel(intake: bytes) -> None:
    book = open_book(intake)

    for title in INPUT_SHEETS:
        for rule in book[title].data_validations.dataValidation:
            assert len(rule.prompt) <= 255
            assert len(rule.error) <= 225
            assert max(len(rule.promptTitle), len(rule.errorTitle)) <= 32
            assert len(rule.formula1) <= 255


def test_elements_of_every_sheet_stand_in_the_order_of_the_schema(intake: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(intake))

    for name in archive.namelist():
        if name.startswith("xl/worksheets/sheet"):
            root = ElementTree.fromstring(archive.read(name))
            places = [ELEMENTS.index(child.tag.rpartition("}")[2]) for child in root]

            assert places == sorted(places), name


def test_defined_names_are_valid_and_unique_without_regard_to_case(intake: bytes) -> None:
    names = list(open_book(intake).defined_names)

    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[a-z_][a-z0-9_.]*", name) for name in names)
    assert not any(re.fullmatch(r"[a-z]{1,3}\d+", name) for name in names)


def test_the_only_formulas_are_the_totals_and_the_checks(intake: bytes) -> None:
    formulas = [
        f"{cell.parent.title}!{cell.coordinate}"
        for cell in all_cells(open_book(intake))
        if cell.data_type == "f"
    ]

    counts = [f"Controles!D{row}" for row in range(6, 6 + len(CHECKS))]
    assert formulas == ["Verdeling!B18", "Verdeling!C18", *counts]


def test_a_sample_says_so_on_every_visible_sheet_and_page(intake: bytes) -> None:
    for sheet in open_book(intake):
        if sheet.sheet_state == "visible":
            assert sheet["A3"].value.startswith("VOORBEELD")
            assert sheet.oddHeader.center.text == "VOORBEELD"


def test_carries_no_macro_link_or_file_of_this_device(intake: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(intake))
    names = " ".join(archive.namelist())

    assert "vba" not in names.lower()
    assert "externalLink" not in names
    assert b'TargetMode="External"' not in b"".join(
        archive.read(n) for n in archive.namelist()
    )


def test_the_same_case_on_the_same_day_gives_the_same_bytes(
    intake: bytes, a_request: IntakeRequest, a_case: Case
) -> None:
    assert write_intake(a_request, a_case) == intake


def test_a_form_for_a_new_notice_holds_only_what_is_known(
    blank_intake: bytes,
) -> None:
    book = open_book(blank_intake)

    values = {
        field.key: book["Casus"][
            book.defined_names[field.name].attr_text.split("!")[1].replace("$", "")
        ].value
        for field in FIELDS
    }

    assert {key for key, value in values.items() if value is not None} == {"ministry"}
    assert not any("VOORBEELD" in str(cell.value) for cell in all_cells(book))
