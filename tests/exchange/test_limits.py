"""A file that is lawful but asks too much ends in a named refusal, and soon."""

import io
import zipfile
from collections.abc import Iterable

import pytest

from tests.exchange import dirty_tables
from tests.exchange.dirty import SPACES, book, cell_sheet, parts, sheet_xml
from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.cells import ReadSheet
from workbench.exchange.workbook_reader import read_bytes

_LONG = "x" * 3_000_000
_TEXTS = "xl/sharedStrings.xml"


def with_part(name: str, pieces: Iterable[bytes]) -> bytes:
    """Return a workbook of which one part is written piece by piece."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for other, part in parts().items():
            archive.writestr(other, part)
        with archive.open(name, "w") as written:
            for piece in pieces:
                written.write(piece)
    return stream.getvalue()


REFUSED = {
    "endless list of texts": (
        with_part(
            _TEXTS,
            (f"<sst {SPACES}>".encode(), *[b"<!--" + b"<" * 50_000 + b"-->"] * 101),
        ),
        "te-groot-uitgepakt",
    ),
    "endless tag": (
        book(sheet=sheet_xml(before=f'<sheetPr codeName="{_LONG}"/>')),
        "te-groot-uitgepakt",
    ),
    "endless text in a cell": (
        book(sheet=cell_sheet(f'<c t="str"><v>{_LONG}</v></c>')),
        "te-groot-uitgepakt",
    ),
    "endless text in an ods": (
        dirty_tables.ods(
            dirty_tables.content_xml(
                dirty_tables.cell_row(dirty_tables.one_cell("", _LONG))
            )
        ),
        "te-groot-uitgepakt",
    ),
    "endless line in a csv": (
        b"provincie;fte\nDrenthe;1\n" + b";" * 3_000_000,
        "veld-te-lang",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_asks_too_much_is_refused_with_a_code(kind: str) -> None:
    data, code = REFUSED[kind]

    with pytest.raises(WorkbookRefusedError) as refused:
        read_bytes(data)

    assert refused.value.facts["code"] == code


def hidden_every_other_column() -> ReadSheet:
    """Read one cell repeated under 8,000 hidden columns with a shown one beside each."""
    columns = '<table:table-column table:visibility="collapse"/><table:table-column/>'
    cells = dirty_tables.one_cell('table:number-columns-repeated="16000"')
    rows = columns * 8_000 + dirty_tables.cell_row(cells) * 20
    return read_bytes(dirty_tables.ods(dirty_tables.content_xml(rows))).sheets[0]


def test_thousands_of_hidden_columns_are_still_told_apart() -> None:
    sheet = hidden_every_other_column()

    assert {column % 2 for (_, column), cell in sheet.cells.items() if cell.is_hidden} == {
        1
    }
    assert len(sheet.cells) == 320_000
