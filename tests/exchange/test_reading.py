"""Every kind of bad file ends in a named refusal, and every good one in exact cells."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

import openpyxl
import pytest

from tests.exchange import dirty
from tests.exchange.dirty import book, cell_sheet, pack, parts, sheet_xml, workbook_xml
from workbench.domain.case import CaseSummary
from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.cells import CellKind, ReadCell, SheetState
from workbench.exchange.exports import CaseExport, Provenance, write_case, write_case_list
from workbench.exchange.reading import read_workbook
from workbench.exchange.refusals import REFUSALS
from workbench.exchange.workbook_reader import read_bytes

DOCTYPE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
HUGE_MERGE = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
TALL_MERGE = '<mergeCells><mergeCell ref="A5:Z100000"/></mergeCells>'
TWICE = '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'
BINARY = dirty.relations_xml(("rId1", "officeDocument", "xl/workbook.bin"))
TWO_NAMES = (
    '<sheet name="Opgave" sheetId="1" r:id="rId1"/>'
    '<sheet name="OPGAVE" sheetId="2" r:id="rId1"/>'
)
GOOD = book()

REFUSED = {
    "nothing": (b"", "leeg"),
    "zeros": (b"\0" * 300, "leeg"),
    "password": (dirty.ole("EncryptedPackage"), "wachtwoord"),
    "rights": (dirty.ole("DRMEncrypted") + dirty.ole("EncryptedPackage"), "drm"),
    "old excel": (dirty.ole("Workbook"), "xls"),
    "very old excel": (b"\x09\x08\x10\x00\x00\x06\x05\x00", "xls"),
    "binary excel": (
        pack({"_rels/.rels": BINARY, "xl/workbook.bin": b"\x83\x01\0"}),
        "xlsb",
    ),
    "pdf": (b"%PDF-1.7\n%abc\n", "pdf"),
    "web page": (b"<html><table><tr><td>12,5</td></tr></table></html>", "html"),
    "bare xml": (b'<?xml version="1.0"?><Workbook/>', "xml"),
    "lock file": (b"\x07Jansen\0" + b" " * 150, "onbekend"),
    "too large": (b"PK\x03\x04" + bytes(20_000_001), "te-groot"),
    "bomb": (dirty.bomb(), "te-groot-uitgepakt"),
    "lying bomb": (dirty.lying_bomb(), "zip-beschadigd"),
    "many parts": (
        pack(parts() | {f"x/{n}": b"" for n in range(3001)}),
        "te-veel-onderdelen",
    ),
    "cut in half": (GOOD[: len(GOOD) // 2], "zip-beschadigd"),
    "cut at the end": (GOOD[:-30], "zip-beschadigd"),
    "other compression": (pack(parts(), method=zipfile.ZIP_BZIP2), "zip-beschadigd"),
    "part twice": (
        pack(parts(), ("XL/worksheets/sheet1.xml", sheet_xml(""))),
        "dubbel-onderdeel",
    ),
    "doctype in sheet": (book(sheet=DOCTYPE + sheet_xml()), "dtd-verboden"),
    "doctype in texts": (book(texts=f"{DOCTYPE}<sst {dirty.SPACES}/>"), "dtd-verboden"),
    "doctype in workbook": (book(workbook=DOCTYPE + workbook_xml()), "dtd-verboden"),
    "doctype in styles": (book(styles=DOCTYPE + dirty.STYLES), "dtd-verboden"),
    "broken xml": (book(sheet=sheet_xml()[:-5]), "xml-fout"),
    "control character": (book(sheet=cell_sheet("<c><v>&#1;</v></c>")), "xml-fout"),
    "unknown encoding": (
        book(sheet='<?xml version="1.0" encoding="x-geheim"?>' + sheet_xml()),
        "xml-fout",
    ),
    "deep": (book(sheet="<a>" * 300 + "</a>" * 300), "te-diep"),
    "cell far away": (book(sheet=sheet_xml(dirty.ROWS + FAR)), "cel-buiten-bereik"),
    "row far away": (book(sheet=sheet_xml('<row r="99999999"/>')), "cel-buiten-bereik"),
    "no address": (book(sheet=cell_sheet('<c r="?"><v>1</v></c>')), "cel-buiten-bereik"),
    "cell twice": (book(sheet=sheet_xml(TWICE)), "dubbele-cel"),
    "huge merge": (book(sheet=sheet_xml(after=HUGE_MERGE)), "samenvoeging-te-groot"),
    "tall merge": (book(sheet=sheet_xml(after=TALL_MERGE)), "samenvoeging-te-groot"),
    "two sheets of one name": (
        book(workbook=workbook_xml(sheets=TWO_NAMES)),
        "dubbele-bladnaam",
    ),
    "a letter": (
        book(workbook='<w:document xmlns:w="urn:w"><w:body/></w:document>'),
        "geen-werkmap",
    ),
    "any zip": (pack({"readme.txt": "hallo"}), "geen-werkmap"),
    "no sheets": (book(workbook=workbook_xml(sheets="<x/>")), "geen-bladen"),
    "sheet missing": (
        pack({n: p for n, p in parts().items() if "sheet1" not in n}),
        "onderdeel-ontbreekt",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_bad_file_is_refused_with_a_code(kind: str) -> None:
    data, code = REFUSED[kind]

    with pytest.raises(WorkbookRefusedError) as refused:
        read_bytes(data)

    assert refused.value.facts["code"] == code


def test_every_code_has_words_for_what_happened_and_what_to_do() -> None:
    assert {code for _, code in REFUSED.values()} <= set(REFUSALS)
    for happened, next_step in REFUSALS.values():
        assert happened.endswith(".")
        assert next_step.endswith(".")


def only_cell(sheet: str, **changes: str | bytes) -> ReadCell:
    workbook = read_bytes(book(sheet=sheet, **changes))
    return workbook.sheets[0].cells[1, 1]


CELLS = {
    "whole number": ('<c r="A1"><v>12</v></c>', ReadCell(12, CellKind.NUMBER)),
    "decimals": ('<c r="A1"><v>1.5E1</v></c>', ReadCell(15.0, CellKind.NUMBER)),
    "not a number": ('<c r="A1"><v>NaN</v></c>', ReadCell("NaN", CellKind.TEXT)),
    "endless": ('<c r="A1"><v>1E+400</v></c>', ReadCell("1E+400", CellKind.TEXT)),
    "truth": ('<c r="A1" t="b"><v>1</v></c>', ReadCell(True, CellKind.TRUTH)),
    "error": ('<c r="A1" t="e"><v>#SPILL!</v></c>', ReadCell("#SPILL!", CellKind.ERROR)),
    "no such text": ('<c r="A1" t="s"><v>99</v></c>', ReadCell("#TEKST?", CellKind.ERROR)),
    "date": (
        '<c r="A1" s="1"><v>46387</v></c>',
        ReadCell(date(2026, 12, 31), CellKind.DATE),
    ),
    "dutch date": (
        '<c r="A1" s="2"><v>46387.5</v></c>',
        ReadCell(datetime.fromisoformat("2026-12-31T12:00"), CellKind.DATE),
    ),
    "written date": (
        '<c r="A1" t="d"><v>2026-12-31</v></c>',
        ReadCell(date(2026, 12, 31), CellKind.DATE),
    ),
    "date out of range": (
        '<c r="A1" s="1"><v>99999999</v></c>',
        ReadCell(99999999, CellKind.NUMBER),
    ),
    "last moment of the calendar": (
        '<c r="A1" s="1"><v>2958465.99999999</v></c>',
        ReadCell(2958465.99999999, CellKind.NUMBER),
    ),
    "almost midnight": (
        '<c r="A1" s="1"><v>46386.99999999</v></c>',
        ReadCell(date(2026, 12, 31), CellKind.DATE),
    ),
    "unknown style": ('<c r="A1" s="99"><v>1</v></c>', ReadCell(1, CellKind.NUMBER)),
    "formula": (
        '<c r="A1"><f>SUM(B1:C1)</f><v>42</v></c>',
        ReadCell(42, CellKind.NUMBER, "=SUM(B1:C1)"),
    ),
    "formula without outcome": (
        '<c r="A1"><f>SUM(B1:C1)</f></c>',
        ReadCell(None, CellKind.UNCALCULATED, "=SUM(B1:C1)"),
    ),
    "formula with empty outcome": (
        '<c r="A1" t="str"><f>""</f><v></v></c>',
        ReadCell("", CellKind.TEXT, '=""'),
    ),
    "rich text": (
        (
            '<c r="A1" t="inlineStr"><is><r><t>a</t></r><rPh><t>x</t></rPh>'
            "<r><t>b</t></r></is></c>"
        ),
        ReadCell("ab", CellKind.TEXT),
    ),
    "escaped line end": (
        '<c r="A1" t="str"><v>a_x000A_b_x0007_</v></c>',
        ReadCell("a\nb_x0007_", CellKind.TEXT),
    ),
    "no address": ("<c><v>7</v></c>", ReadCell(7, CellKind.NUMBER)),
}


@pytest.mark.parametrize("kind", CELLS)
def test_a_cell_is_read_as_what_it_is(kind: str) -> None:
    xml, cell = CELLS[kind]

    assert only_cell(cell_sheet(xml)) == cell


def test_days_of_1904_are_read_as_the_same_days() -> None:
    settings = workbook_xml('<workbookPr date1904="1"/>')

    workbook = read_bytes(
        book(sheet=cell_sheet('<c r="A1" s="1"><v>44925</v></c>'), workbook=settings)
    )

    assert workbook.sheets[0].cells[1, 1].value == date(2026, 12, 31)
    assert [note.code for note in workbook.notes] == ["1904"]


def test_the_strict_form_reads_like_the_usual_one() -> None:
    workbook = read_bytes(dirty.strict(GOOD))

    assert workbook.sheets == read_bytes(GOOD).sheets
    assert [note.code for note in workbook.notes] == ["strict"]


def test_macros_and_links_are_named_and_never_opened() -> None:
    relations = dirty.relations_xml(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId8", "vbaProject", "vbaProject.bin"),
        ("rId9", "externalLink", "externalLinks/externalLink1.xml"),
    )

    workbook = read_bytes(pack(parts(relations=relations) | {"xl/vbaProject.bin": b"x"}))

    assert [note.code for note in workbook.notes] == ["macros", "externe-koppelingen"]


def test_an_external_sheet_is_not_followed() -> None:
    elsewhere = dirty.relations_xml(
        ("rId1", "worksheet", "file:///etc/hostname"), mode=' TargetMode="External"'
    )

    with pytest.raises(WorkbookRefusedError) as refused:
        read_bytes(book(relations=elsewhere))

    assert refused.value.facts["code"] == "geen-bladen"


def test_hidden_rows_columns_and_sheets_are_read_and_said() -> None:
    rows = '<row r="1" hidden="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    rows += '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>'
    columns = '<cols><col min="2" max="2" hidden="1"/></cols>'
    sheets = '<sheet name="Opgave" sheetId="1" state="veryHidden" r:id="rId1"/>'

    workbook = read_bytes(
        book(sheet=sheet_xml(rows, before=columns), workbook=workbook_xml(sheets=sheets))
    )

    sheet = workbook.sheets[0]
    assert sheet.state is SheetState.VERY_HIDDEN
    assert [place for place, cell in sheet.cells.items() if not cell.is_hidden] == [(2, 1)]
    assert [note.code for note in workbook.notes] == [
        "verborgen-rijen",
        "verborgen-kolommen",
    ]


def test_the_declared_size_of_a_sheet_is_never_believed() -> None:
    small = read_bytes(book(sheet=sheet_xml(before='<dimension ref="A1"/>')))
    large = read_bytes(book(sheet=sheet_xml(before='<dimension ref="A1:XFD1048576"/>')))

    assert small.sheets == large.sheets == read_bytes(GOOD).sheets


def test_the_file_name_and_code_come_out_of_the_worker() -> None:
    with pytest.raises(WorkbookRefusedError) as refused:
        read_workbook(book(sheet=sheet_xml(after=HUGE_MERGE)), "terug.xlsx")

    assert refused.value.facts["file"] == "terug.xlsx"
    assert refused.value.facts["code"] == "samenvoeging-te-groot"


def assert_same_as_openpyxl(data: bytes) -> None:
    oracle = openpyxl.load_workbook(io.BytesIO(data))

    workbook = read_bytes(data)

    assert [sheet.name for sheet in workbook.sheets] == oracle.sheetnames
    for sheet in workbook.sheets:
        theirs = {
            (cell.row, cell.column): cell.value
            for row in oracle[sheet.name].iter_rows()
            for cell in row
            if cell.value is not None
        }
        ours = {place: _like_openpyxl(cell) for place, cell in sheet.cells.items()}
        assert ours == theirs


def _like_openpyxl(cell: ReadCell) -> object:
    if cell.formula:
        return cell.formula
    if cell.kind is CellKind.DATE and not isinstance(cell.value, datetime):
        return datetime.fromisoformat(f"{cell.value}T00:00:00")
    return cell.value


def test_every_cell_is_what_openpyxl_reads(
    intake: bytes,
    an_export: CaseExport,
    summaries: Sequence[CaseSummary],
    provenance: Provenance,
) -> None:
    assert_same_as_openpyxl(intake)
    assert_same_as_openpyxl(write_case(an_export))
    assert_same_as_openpyxl(write_case_list(summaries, provenance))
