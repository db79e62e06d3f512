"""Invented yearly returns, as they go out and as a ministry might fill them in."""

import random
from datetime import date

from tests.exchange.office import open_book, save_book
from workbench.domain.fte import Fte
from workbench.domain.organisation import Ministry
from workbench.domain.place import PROVINCES
from workbench.exchange.cells import ReadWorkbook
from workbench.exchange.return_form import (
    FIRST_ROW,
    ReturnLine,
    ReturnRequest,
    identify_return,
)
from workbench.exchange.return_marking import MarkedReturn
from workbench.exchange.return_review import ReturnReview, review_return
from workbench.exchange.return_sheets import build_return
from workbench.exchange.return_table import find_table

SERVICE = "VOORBEELD Dienst Vergunningen"


def return_request(ministry: Ministry) -> ReturnRequest:
    return ReturnRequest(
        ministry=ministry,
        reference_date=date(2027, 1, 1),
        issued_on=date(2026, 11, 24),
        lines=tuple(
            ReturnLine(
                organisation=SERVICE,
                sector="Ministeries",
                province=province.name,
                before=Fte.of(100 + number) if number % 4 else None,
            )
            for number, province in enumerate(PROVINCES)
        ),
        organisations=(SERVICE,),
        office="Team Voorbeeld",
        is_sample=True,
    )


def filled_at_random(request: ReturnRequest, seed: int) -> bytes:
    """Return the workbook as somebody careless filled it in; always the same for a seed."""
    chance = random.Random(seed)
    book = open_book(build_return(request))
    sheet = book["Opgave"]
    values: list[float | str | None] = [
        None,
        None,
        0,
        55.5,
        100,
        101,
        110.1,
        151,
        400.25,
        -3,
    ]
    if seed % 3 == 0:
        values += ["1.234,5", "n.v.t."]
    for row in range(FIRST_ROW, FIRST_ROW + len(request.lines) + 4):
        for column in range(5, 11):
            sheet.cell(row, column).value = chance.choice(values)
        if chance.random() < 0.4:
            sheet.cell(row, 11).value = "VOORBEELD reden"
    spare = FIRST_ROW + len(request.lines)
    for column in range(1, 4):
        sheet.cell(spare, column).value = sheet.cell(FIRST_ROW + 1, column).value
    if seed % 2:
        sheet.cell(FIRST_ROW + 2, 4).value = 77.7
        sheet.cell(FIRST_ROW + 3, 3).value = sheet.cell(FIRST_ROW + 4, 3).value
    if seed % 5 == 0:
        sheet.delete_rows(FIRST_ROW + 6, 2)
    return bytes(save_book(book))


def copied_from_last_year(request: ReturnRequest) -> bytes:
    """Return the workbook in which the figures of a year earlier were typed over."""
    book = open_book(build_return(request))
    sheet = book["Opgave"]
    for row in range(FIRST_ROW, FIRST_ROW + len(request.lines)):
        sheet.cell(row, 5).value = sheet.cell(row, 4).value
    return bytes(save_book(book))


def reviewed(book: ReadWorkbook) -> ReturnReview:
    """Return what the checks say of a return, with its columns found by themselves."""
    issue = identify_return(book)
    assert issue is not None
    return review_return(book, issue, find_table(book, issue, {}))


def marking_of(book: ReadWorkbook) -> MarkedReturn:
    """Return a return as it was read, ready to be given back with its questions."""
    issue = identify_return(book)
    assert issue is not None
    review = reviewed(book)
    return MarkedReturn(
        book=book,
        issue=issue,
        table=review.table,
        findings=review.findings,
        about="VOORBEELD ministerie",
        known={},
    )
