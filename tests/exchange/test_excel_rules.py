"""Excel opens every workbook that we hand out without asking to repair it."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator, ValidationSeverity

from tests.exchange.excel_rules import RULES, Parts
from tests.exchange.returns import filled_at_random, marking_of, return_request
from workbench.domain.case import CaseSummary
from workbench.domain.organisation import Ministry
from workbench.exchange.exports import CaseExport, Provenance, write_case, write_case_list
from workbench.exchange.return_marking import mark_return
from workbench.exchange.return_sheets import build_return
from workbench.exchange.tables_out import TableSheet, write_tables
from workbench.exchange.workbook_reader import read_bytes

BOOKS = ("return", "marked", "intake", "blank intake", "case", "list", "tables")
DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def books(
    ministries: tuple[Ministry, ...],
    intake: bytes,
    blank_intake: bytes,
    an_export: CaseExport,
    summaries: Sequence[CaseSummary],
    provenance: Provenance,
) -> dict[str, bytes]:
    """Every kind of workbook that leaves the program."""
    request = return_request(ministries[0])
    table = TableSheet(title="Fte per provincie", header=("Provincie", "Fte"), rows=[])
    return {
        "return": build_return(request),
        "marked": mark_return(marking_of(read_bytes(filled_at_random(request, 3))), DAY),
        "intake": intake,
        "blank intake": blank_intake,
        "case": write_case(an_export),
        "list": write_case_list(summaries, provenance),
        "tables": write_tables([table, table], DAY),
    }


def strange_to_the_schema(data: bytes, folder: Path) -> list[str]:
    path = folder / "uit.xlsx"
    path.write_bytes(data)
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    return [
        str(one)
        for one in found.errors
        if one.severity is ValidationSeverity.ERROR
        # The standard lets what describes a font stand in any order; this schema does not.
        and not re.match(r"/styleSheet.*/font\[\d+\]$", one.path)
    ]


@pytest.mark.parametrize("name", BOOKS)
def test_every_part_follows_the_schema(
    books: dict[str, bytes], name: str, tmp_path: Path
) -> None:
    assert strange_to_the_schema(books[name], tmp_path) == []


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(<sheetProtection[^>]*/>)(<condit.*?</conditionalFormatting>)", r"\2\1"),
        ('type="decimal"', 'type="decimaal"'),
        ("<row ", "<rij/><row "),
    ],
    ids=["order", "value", "element"],
)
def test_what_the_schema_forbids_is_seen(
    books: dict[str, bytes], pattern: str, words: str, tmp_path: Path
) -> None:
    broken = edited(books["return"], SHEET, pattern, words)

    assert strange_to_the_schema(broken, tmp_path)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", BOOKS)
def test_nothing_is_there_that_excel_repairs(
    books: dict[str, bytes], name: str, rule: str
) -> None:
    assert list(RULES[rule](Parts(books[name]))) == []


SHEET, CHECKS = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
BOOK, TABLE = "xl/workbook.xml", "xl/tables/table1.xml"
MERGES = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>'
LINK = '<hyperlinks><hyperlink ref="A1" location="Weg!A1"/></hyperlinks>'
BROKEN = {
    "no content type": (
        "packaging",
        "[Content_Types].xml",
        "<Override[^>]*table1[^>]*>",
        "",
    ),
    "no such part": ("packaging", "[Content_Types].xml", "/table1.xml", "/table9.xml"),
    "long name": ("names of sheets", BOOK, 'name="Opgave"', f'name="{"x" * 32}"'),
    "two of a name": ("names of sheets", BOOK, 'name="Controles"', 'name="opgave"'),
    "name of no sheet": ("names", BOOK, ">Opgave!", ">Weg!"),
    "column twice": ("tables", TABLE, 'name="Sector"', 'name="Provincie"'),
    "other heading": ("tables", TABLE, 'name="Sector"', 'name="Tak"'),
    "long prompt": ("validations", SHEET, 'prompt="', f'prompt="{"x" * 255}'),
    "long title": ("validations", SHEET, 'promptTitle="', f'promptTitle="{"x" * 32}'),
    "no such list": ("validations", SHEET, "lst_sector", "lst_weg"),
    "no such style": ("cells", SHEET, ' s="[0-9]+"', ' s="999"'),
    "cell twice": ("cells", SHEET, 'r="B7"', 'r="A7"'),
    "equals sign": ("formulas", CHECKS, "<f>", "<f>="),
    "endless formula": ("formulas", CHECKS, "<f>", "<f>" + "1+" * 4_096),
    "young function": ("formulas", CHECKS, "<f>", "<f>TEXTJOIN(1)+"),
    "overlap": ("merged cells", SHEET, "</sheetData>", f"</sheetData>{MERGES}"),
    "no such look": ("looks", SHEET, 'dxfId="[0-9]+"', 'dxfId="99"'),
    "undrawn note": ("notes", SHEET, "<legacyDrawing[^>]*/>", ""),
    "link to nowhere": ("links", SHEET, "</sheetData>", f"</sheetData>{LINK}"),
}


def edited(data: bytes, part: str, pattern: str, words: str) -> bytes:
    """Return the workbook with one part changed in its first match."""
    source, stream = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in source.namelist():
            text = source.read(name).decode("utf-8")
            if name == part:
                assert re.search(pattern, text), pattern
                text = re.sub(pattern, words, text, count=1)
            archive.writestr(name, text)
    return stream.getvalue()


@pytest.mark.parametrize("kind", BROKEN)
def test_what_excel_would_repair_is_seen(books: dict[str, bytes], kind: str) -> None:
    rule, part, pattern, words = BROKEN[kind]

    assert list(RULES[rule](Parts(edited(books["return"], part, pattern, words))))
