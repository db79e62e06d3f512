"""Workbooks as ods: the same cells, names, choices and protection as the xlsx."""

import io
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import make_forms
import openpyxl
import pytest

from tests.exchange.office import convert
from tests.exchange.returns import return_request, reviewed
from workbench.domain.organisation import Ministry
from workbench.exchange import return_form as form
from workbench.exchange.cells import ReadWorkbook
from workbench.exchange.intake import IntakeRequest
from workbench.exchange.intake_sheets import build_intake, build_open_intake
from workbench.exchange.open_formulas import write_open_formula
from workbench.exchange.return_checks import CHECKS
from workbench.exchange.return_sheets import (
    build_open_return,
    build_return,
)
from workbench.exchange.workbook_reader import read_bytes


@pytest.fixture(scope="module")
def request_out(ministries: tuple[Ministry, ...]) -> form.ReturnRequest:
    return return_request(ministries[0])


@pytest.fixture(scope="module")
def blank_intake(ministries: tuple[Ministry, ...]) -> IntakeRequest:
    day = date(2026, 11, 24)
    return IntakeRequest(ministry="", ministries=ministries, issued_on=day, office="Team")


def told(book: ReadWorkbook) -> object:
    """Return everything that reading finds but the formulas, which differ in form."""
    sheets = [
        (one.name, one.state, {at: cell.value for at, cell in one.cells.items()})
        for one in book.sheets
        if one.name != form.CHECK_SHEET
    ]
    return sheets, book.names


def test_the_return_says_the_same_in_both_forms(request_out: form.ReturnRequest) -> None:
    assert told(read_bytes(build_open_return(request_out))) == told(
        read_bytes(build_return(request_out))
    )


def test_the_intake_says_the_same_in_both_forms(blank_intake: IntakeRequest) -> None:
    assert told(read_bytes(build_open_intake(blank_intake, None))) == told(
        read_bytes(build_intake(blank_intake, None))
    )


def test_equal_requests_give_equal_bytes(request_out: form.ReturnRequest) -> None:
    assert build_open_return(request_out) == build_open_return(request_out)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode("utf-8")


def test_the_package_is_one_that_every_program_knows(
    request_out: form.ReturnRequest,
) -> None:
    data = build_open_return(request_out)

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        first = packed.infolist()[0]
        listed = packed.read("META-INF/manifest.xml").decode("utf-8")
        names = set(packed.namelist()) - {"mimetype", "META-INF/manifest.xml"}
        for name in names:
            ET.fromstring(packed.read(name))
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert all(f'full-path="{name}"' in listed for name in names)


def test_only_a_sample_says_so(request_out: form.ReturnRequest) -> None:
    lines = tuple(replace(line, organisation="Dienst") for line in request_out.lines)
    real = replace(request_out, lines=lines, organisations=("Dienst",), is_sample=False)
    real = replace(real, office="Team")

    data = build_open_return(real)

    assert "VOORBEELD" not in part(data, "content.xml") + part(data, "styles.xml")
    assert "VOORBEELD" in part(build_open_return(request_out), "styles.xml")


@pytest.fixture(scope="module")
def resaved(
    request_out: form.ReturnRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder with the ods return as LibreOffice saves it as xlsx, formulas worked out."""
    folder = tmp_path_factory.mktemp("open")
    (folder / "opgave.ods").write_bytes(build_open_return(request_out))
    convert(folder, "xlsx", [str(folder / "opgave.ods")])
    return folder / "out" / "opgave.xlsx"


def test_libreoffice_counts_what_our_checks_find(resaved: Path) -> None:
    book = read_bytes(resaved.read_bytes())
    sheet = book.sheet(form.CHECK_SHEET)
    assert sheet is not None

    found = Counter(one.check.code for one in reviewed(book).findings)

    rows = enumerate(CHECKS, start=form.FIRST_ROW)
    assert {one.code: sheet.cells[row, 4].value for row, one in rows} == {
        one.code: found[one.code] for one in CHECKS
    }


def test_choices_rules_and_protection_come_along(resaved: Path) -> None:
    book = openpyxl.load_workbook(resaved)
    sheet = book[form.SHEET]
    last = sheet.tables["opgave"].ref.rpartition("K")[2]
    spare = form.FIRST_ROW + 12

    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert f"E6:J{last}" in rules
    assert rules[f"B6:B{last}"].formula1 == "lst_sector"
    assert sheet.protection.sheet
    assert sheet.cell(form.FIRST_ROW, form.ORGANISATION).protection.locked
    assert not sheet.cell(form.FIRST_ROW, form.CIVIL).protection.locked
    assert not sheet.cell(spare, form.ORGANISATION).protection.locked
    assert sheet.cell(spare, form.BEFORE).protection.locked
    assert sheet.cell(form.HEADER_ROW, form.CIVIL).comment is not None
    colouring = [str(one.sqref) for one in sheet.conditional_formatting]
    assert colouring == [f"E6:J{last}"]


def test_the_headings_stay_in_view(request_out: form.ReturnRequest) -> None:
    settings = part(build_open_return(request_out), "settings.xml")

    assert 'config:name="Opgave"' in settings
    assert 'config:name="VerticalSplitPosition" config:type="int">5<' in settings


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=SUM(A1,B2)", "of:=SUM([.A1];[.B2])"),
        ('=IF(X!$A$1="a,b",1,2)', 'of:=IF([$X.$A$1]="a,b";1;2)'),
        ("=COUNTIFS(X!$A$1:$A$9,Y!$B$2)", "of:=COUNTIFS([$X.$A$1:.$A$9];[$Y.$B$2])"),
        ("=ROUND(0.1*A1,3)", "of:=ROUND(0.1*[.A1];3)"),
        ("=LOG10(A1)", "of:=LOG10([.A1])"),
    ],
)
def test_a_formula_is_written_in_the_open_form(formula: str, expected: str) -> None:
    assert write_open_formula(formula) == expected


def test_text_keeps_its_lines_and_spaces(request_out: form.ReturnRequest) -> None:
    office = " twee  spaties\nen een regel "
    data = build_open_return(replace(request_out, office=office))

    help_sheet = read_bytes(data).sheet("Toelichting")

    assert help_sheet is not None
    assert office in [cell.value for cell in help_sheet.cells.values()]


@pytest.mark.parametrize("name", ["opgave", "intake"])
def test_no_template_is_older_than_its_workbook(name: str, tmp_path: Path) -> None:
    """When this fails: run packaging/make_forms.py, look at the result, and commit it."""
    fresh = make_forms.make_template(name, make_forms.patterns()[name], tmp_path)
    shipped = make_forms.PROJECT / "resources" / "forms" / f"{name}.ods"

    assert shape(fresh.read_bytes()) == shape(shipped.read_bytes())


def shape(data: bytes) -> object:
    """Return texts, choices, colouring and the rows of a template, without style names."""
    root = ET.fromstring(part(data, "content.xml"))
    kept = ("content-validation", "conditional-format", "named-range", "table-row", "p")
    return [
        (name, (one.text or ""), sorted(_telling(one.attrib)))
        for one in root.iter()
        if (name := one.tag.rpartition("}")[2]) in kept
    ]


def _telling(attributes: dict[str, str]) -> list[tuple[str, str]]:
    pairs = [(key.rpartition("}")[2], value) for key, value in attributes.items()]
    return [
        pair
        for pair in pairs
        if not pair[0].endswith("style-name") and pair[0] != "base-cell-address"
    ]
