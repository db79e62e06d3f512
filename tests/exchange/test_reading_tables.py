"""An ods, fods or csv is read as exactly as an xlsx, and refused as clearly."""

from datetime import date

import pytest

from tests.exchange import dirty_tables as made
from tests.exchange.dirty import pack
from tests.exchange.dirty_tables import cell_row, content_xml, flat, ods, one_cell
from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.cells import CellKind, ReadCell, ReadWorkbook, SheetState
from workbench.exchange.reading import read_workbook
from workbench.exchange.refusals import REFUSALS
from workbench.exchange.workbook_reader import read_bytes

DOCTYPE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
WIDE = 'office:value-type="float" office:value="1"'
REPEATED_CELL = cell_row(one_cell(f'{WIDE} table:number-columns-repeated="999999999"'))
REPEATED_ROW = cell_row(one_cell(WIDE), 'table:number-rows-repeated="999999999"')
MANY = cell_row(
    one_cell(f'{WIDE} table:number-columns-repeated="2000"'),
    'table:number-rows-repeated="2000"',
)
FAR = cell_row("", 'table:number-rows-repeated="1048575"') + cell_row(one_cell(WIDE))
NOT_A_COUNT = cell_row(one_cell(f'{WIDE} table:number-columns-repeated="-5"'))
MERGED = cell_row(
    one_cell('table:number-columns-spanned="16000" table:number-rows-spanned="1000000"')
)
TWICE = '<table:table table:name="OPGAVE"/>'
NESTED = cell_row("<table:table-cell><table:table/></table:table-cell>")
LETTER = "application/vnd.oasis.opendocument.text"
LONG = "provincie;fte\nDrenthe;" + "9" * 150_000 + "\n"

REFUSED = {
    "repeated cell": (ods(content_xml(REPEATED_CELL)), "herhaling-te-groot"),
    "repeated row": (ods(content_xml(REPEATED_ROW)), "herhaling-te-groot"),
    "repeated both ways": (ods(content_xml(MANY)), "te-veel-cellen"),
    "repeated in a flat file": (flat(REPEATED_CELL), "herhaling-te-groot"),
    "repeated by no count": (ods(content_xml(NOT_A_COUNT)), "herhaling-te-groot"),
    "cell far away": (ods(content_xml(FAR)), "cel-buiten-bereik"),
    "huge merge": (ods(content_xml(MERGED)), "samenvoeging-te-groot"),
    "table in a cell": (ods(content_xml(NESTED)), "te-diep"),
    "two sheets of one name": (ods(content_xml(after=TWICE)), "dubbele-bladnaam"),
    "encrypted": (made.encrypted(), "wachtwoord"),
    "doctype": (ods(DOCTYPE + content_xml()), "dtd-verboden"),
    "doctype in a flat file": (flat(before=DOCTYPE), "dtd-verboden"),
    "broken": (ods(content_xml()[:-9]), "xml-fout"),
    "broken flat file": (flat()[:-9], "xml-fout"),
    "control character": (ods(content_xml(cell_row(one_cell("", "&#0;")))), "xml-fout"),
    "cut in half": (ods()[:400], "zip-beschadigd"),
    "deep": (ods(content_xml("<text:span>" * 200)), "te-diep"),
    "a letter": (ods(kind=LETTER), "geen-werkmap"),
    "no content": (pack({"mimetype": made.KIND}), "onderdeel-ontbreekt"),
    "no sheets": (
        ods(
            content_xml()
            .replace("<table:table ", "<table:x ")
            .replace("</table:table>", "</table:x>")
        ),
        "geen-bladen",
    ),
    "nul in a csv": (b"provincie;fte\nDrenthe;\0\n", "tekst-onleesbaar"),
    "nul far in a csv": (made.CSV.encode() * 500 + b"x;\0\n", "tekst-onleesbaar"),
    "open quote": (b'provincie;fte\n"Drenthe;12\n', "open-aanhalingsteken"),
    "quote in the middle": (b'provincie;fte\n"Dren"the;12\n', "open-aanhalingsteken"),
    "endless field": (LONG.encode(), "veld-te-lang"),
    "half a mark": (b"\xef\xbb\xbfprovincie;fte\nFrysl\xe2n;1\n", "tekst-onleesbaar"),
    "odd utf-16": (b"\xff\xfea\0;\0b", "tekst-onleesbaar"),
    "a sign of no code page": (b"provincie;fte\n\x81;1\n", "tekst-onleesbaar"),
    "a letter as text": (b"Geachte heer\nHierbij de cijfers.\n", "geen-kolommen"),
    "only separators": (b";;;\n;;;\n", "geen-kolommen"),
    "only a told separator": (b"sep=;\n;;;\n", "leeg"),
    "column far away": (b"provincie;fte\n" + b";" * 17_000 + b"1\n", "cel-buiten-bereik"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_bad_file_is_refused_with_a_code_that_has_words(kind: str) -> None:
    data, code = REFUSED[kind]

    with pytest.raises(WorkbookRefusedError) as refused:
        read_bytes(data)

    assert refused.value.facts["code"] == code
    assert code in REFUSALS


def only(rows: str) -> ReadCell:
    return read_bytes(ods(content_xml(rows))).sheets[0].cells[1, 1]


@pytest.mark.parametrize(
    "data",
    [ods(), flat(), flat().decode().replace("UTF-8", "UTF-16").encode("utf-16")],
    ids=["ods", "fods", "fods in utf-16"],
)
def test_an_open_document_gives_its_cells(data: bytes) -> None:
    sheet = read_bytes(data).sheets[0]

    assert sheet.name == "Opgave"
    assert sheet.cells[2, 1] == ReadCell("Utrecht", CellKind.TEXT)
    assert sheet.cells[2, 2] == ReadCell(12.5, CellKind.NUMBER)


@pytest.mark.parametrize(
    ("attributes", "text", "value", "kind"),
    [
        ('office:value-type="percentage" office:value="0.05"', "5%", 0.05, "number"),
        (
            'office:value-type="date" office:date-value="2023-01-01"',
            "zo",
            date(2023, 1, 1),
            "date",
        ),
        ('office:value-type="boolean" office:boolean-value="true"', "WAAR", True, "truth"),
        ('office:value-type="string"', "12<text:s text:c='2'/>fte", "12  fte", "text"),
        ("", "Fry<text:span>sl</text:span>ân", "Fryslân", "text"),
        ('office:value-type="float" office:value="NaN"', "geen", "geen", "text"),
    ],
)
def test_a_cell_is_what_its_type_says(
    attributes: str, text: str, value: object, kind: str
) -> None:
    cell = only(cell_row(one_cell(attributes, text)))

    assert (cell.value, cell.kind) == (value, kind)


def test_a_formula_keeps_its_outcome_or_says_that_it_has_none() -> None:
    done = only(cell_row(one_cell(f'table:formula="of:=[.A2]+1" {WIDE}', "1")))
    undone = only(cell_row('<table:table-cell table:formula="of:=[.A2]"/>'))
    wrong = only(cell_row(one_cell(f'table:formula="of:=1/0" {WIDE}', "#DIV/0!")))

    assert (done.value, done.formula) == (1, "=[.A2]+1")
    assert undone.kind is CellKind.UNCALCULATED
    assert wrong == ReadCell("#DIV/0!", CellKind.ERROR, "=1/0")


def test_repeated_cells_and_rows_stand_where_they_are_seen() -> None:
    line = one_cell("") + one_cell(f'{WIDE} table:number-columns-repeated="2"')
    blank = cell_row("<table:table-cell/>", 'table:number-rows-repeated="3"')

    sheet = read_bytes(
        ods(content_xml(blank + cell_row(line, 'table:number-rows-repeated="2"')))
    ).sheets[0]

    assert set(sheet.cells) == {(4, 1), (4, 2), (4, 3), (5, 1), (5, 2), (5, 3)}


def test_a_comment_is_no_part_of_the_cell() -> None:
    note = "<office:annotation><text:p>opmerking</text:p></office:annotation>"

    cell = only(cell_row(f"<table:table-cell>{note}<text:p>x</text:p></table:table-cell>"))

    assert cell.value == "x"


def test_what_is_hidden_is_read_and_told() -> None:
    style = (
        '<office:automatic-styles><style:style style:name="ta1" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        "</office:automatic-styles>"
    )
    rows = '<table:table-column table:visibility="collapse"/>' + made.ROWS
    content = content_xml(rows, style).replace(
        'table:name="Opgave"', 'table:name="Opgave" table:style-name="ta1"'
    )

    book = read_bytes(ods(content))

    assert book.sheets[0].state is SheetState.HIDDEN
    assert book.sheets[0].cells[2, 1].is_hidden
    assert not book.sheets[0].cells[2, 2].is_hidden
    assert [note.code for note in book.notes] == ["verborgen-kolommen"]


def test_names_are_known_as_in_excel() -> None:
    names = (
        '<table:named-expressions><table:named-range table:name="intake_title" '
        "table:cell-range-address=\"$'Blad 1'.$B$6\"/></table:named-expressions>"
    )

    assert read_bytes(ods(content_xml(after=names))).names == {
        "intake_title": "'Blad 1'!$B$6"
    }


def noted(book: ReadWorkbook) -> str:
    return " ".join(note.text for note in book.notes)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_the_encoding_of_a_csv_is_found_and_told(encoding: str, shown: str) -> None:
    book = read_bytes(made.CSV.encode(encoding))

    assert book.sheets[0].cells[2, 1].value == "Fryslân"
    assert shown in noted(book)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_the_one_under_which_the_header_reads(separator: str) -> None:
    rows = [["provincie", "sector", "fte"], ["Drenthe", "Defensie", '"2.976,5"']]
    text = "\r\n".join(separator.join(row) for row in rows)

    cells = read_bytes(text.encode()).sheets[0].cells

    assert cells[2, 3].value == "2.976,5"
    assert len(cells) == 6


def test_decimal_commas_do_not_pass_for_separators() -> None:
    text = "provincie;2022;2023\nDrenthe;1,5;2,5\nUtrecht;3,5;4,5\n"

    assert read_bytes(text.encode()).sheets[0].cells[3, 3].value == "4,5"


def test_the_separator_that_excel_writes_above_is_believed() -> None:
    cells = read_bytes(b"sep=,\r\nprovincie,fte\r\nDrenthe,1\r\n").sheets[0].cells

    assert cells[2, 1].value == "Drenthe"


def test_a_csv_is_called_after_its_file_and_read_in_the_limited_process() -> None:
    book = read_workbook(made.CSV.encode(), "fte 2023.csv")

    assert book.format == "csv"
    assert book.sheets[0].name == "fte 2023"


@pytest.mark.parametrize(("data", "form"), [(ods(), "ods"), (flat(), "fods")])
def test_the_format_follows_from_the_content(data: bytes, form: str) -> None:
    assert read_workbook(data, "misleidend.xlsx").format == form
