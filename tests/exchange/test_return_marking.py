"""The marked return: values at their own cells, questions, and the way back again."""

from datetime import date

import pytest

from tests.exchange.office import Book, changed, open_book
from tests.exchange.returns import filled_at_random, marking_of, return_request, reviewed
from workbench.domain.organisation import Ministry
from workbench.exchange import return_form as form
from workbench.exchange.cells import ReadWorkbook
from workbench.exchange.return_answers import read_answers
from workbench.exchange.return_marking import MarkedReturn, mark_return
from workbench.exchange.workbook_reader import read_bytes


@pytest.fixture(scope="module")
def request_out(ministries: tuple[Ministry, ...]) -> form.ReturnRequest:
    return return_request(ministries[0])


def marked_back(
    request_out: form.ReturnRequest,
) -> tuple[ReadWorkbook, MarkedReturn, bytes]:
    """Return what a careless ministry filled in, what is found of it, and the answer."""
    book = read_bytes(filled_at_random(request_out, 3))
    marked = marking_of(book)
    return book, marked, mark_return(marked, date(2026, 11, 24))


def values_of(book: ReadWorkbook) -> dict[tuple[int, int], object]:
    sheet = book.sheet(form.SHEET)
    assert sheet is not None
    return {at: cell.value for at, cell in sheet.cells.items() if at[0] >= form.HEADER_ROW}


def test_the_marked_return_has_every_value_at_its_own_cell(
    request_out: form.ReturnRequest,
) -> None:
    given, _, data = marked_back(request_out)

    assert values_of(read_bytes(data)) == values_of(given)


def test_the_marked_return_asks_each_question_at_its_cell(
    request_out: form.ReturnRequest,
) -> None:
    _, asked_of, data = marked_back(request_out)
    found = [one for one in asked_of.findings if one.columns]

    marked = open_book(data)

    asked = marked["Vragen"]
    last = form.HEADER_ROW + len(asked_of.findings)
    cells = [asked.cell(row, 3) for row in range(form.FIRST_ROW, last + 1)]
    links = [one.hyperlink for one in cells if one.hyperlink]
    assert len(links) == len(found) > 5
    assert all(link.location.startswith("'Opgave'!") for link in links)
    first = marked["Opgave"][links[0].location.partition("!")[2]]
    assert found[0].check.advice in first.comment.text
    assert first.fill.fgColor.rgb != "00000000"


def test_the_marked_return_can_be_mended_and_sent_back(
    request_out: form.ReturnRequest,
) -> None:
    _, asked_of, data = marked_back(request_out)
    first = asked_of.findings[0]

    def mend(book: Book) -> None:
        for column in first.columns:
            cell = book["Opgave"].cell(first.row.row, column)
            assert not cell.protection.locked
            cell.value = 12
        book["Vragen"].cell(form.FIRST_ROW, form.ANSWER).value = "VOORBEELD hersteld"

    again = read_bytes(changed(data, mend))

    assert first.check.code == "negatief"
    assert first.key not in {one.key for one in reviewed(again).findings}
    assert read_answers(again) == {first.key: "VOORBEELD hersteld"}


def test_a_marked_return_of_invented_figures_says_so(
    request_out: form.ReturnRequest,
) -> None:
    _, _, data = marked_back(request_out)

    for sheet in open_book(data).worksheets[:2]:
        texts = [str(cell.value) for row in sheet["A1:K4"] for cell in row]
        assert any("VOORBEELD" in text for text in texts), sheet.title
