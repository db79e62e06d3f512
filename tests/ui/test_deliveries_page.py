"""Every delivery can be found, looked into and followed to what it replaced."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.answering import SavesHere
from workbench.domain.delivery import Delivery, FteValue, Notion
from workbench.domain.fte import Fte
from workbench.store import deliveries
from workbench.ui.deliveries_page import DeliveriesPage
from workbench.ui.long_model import LongModel
from workbench.ui.long_table import LongTable
from workbench.ui.rows_panel import Column
from workbench.ui.session import Session
from workbench.usecases.context import Context
from workbench.usecases.registers import load_published

MANY = 100_000
REFERENCE_DATE = date(2025, 1, 1)
MOST = 3_001


def value(amount: str | None, place: str = "PV22", cell: str = "Blad1!B2") -> FteValue:
    return FteValue(
        reference_date=REFERENCE_DATE,
        place=place,
        sector="defensie",
        notion=Notion.DUTY_STATION,
        value=None if amount is None else Fte.of(amount),
        cell=cell,
    )


def keep(context: Context, day: date, values: Sequence[FteValue]) -> Delivery:
    with context.batch("VOORBEELD levering"):
        return deliveries.insert_delivery(
            context.store,
            Delivery(
                id=context.new_id(),
                title=f"VOORBEELD levering van {day:%d-%m-%Y}",
                delivered_by="VOORBEELD ministerie",
                delivered_on=day,
                reason="VOORBEELD dubbeltelling",
                is_sample=True,
            ),
            values,
        )


@pytest.fixture
def page(qtbot: QtBot, session: Session, tmp_path: Path) -> DeliveriesPage:
    page = DeliveriesPage(session, SavesHere(tmp_path))
    qtbot.addWidget(page)
    page.resize(1000, 800)
    return page


def columns() -> list[Column]:
    return [
        Column(title="Nummer", text=str, sort=int, is_number=True, width=80),
        Column(title="Woord", text=lambda number: f"dienst{number % 7}"),
    ]


def test_the_newest_delivery_is_shown_with_its_cells(
    page: DeliveriesPage, context: Context
) -> None:
    keep(context, date(2025, 3, 20), [value("100")])
    keep(context, date(2026, 3, 20), [value("99.5", cell="Blad1!D4"), value(None, "PV29")])

    page.show()

    shown = page.detail.values.model
    assert page.list.model.index(0, 0).data() == "20 maart 2026"
    assert [shown.index(0, at).data() for at in (1, 4, 5)] == [
        "Drenthe",
        "99,5",
        "Blad1!D4",
    ]
    assert shown.index(1, 4).data() == "niet ingevuld"
    assert "VOORBEELD" in page.detail.state.text


def test_a_correction_is_told_at_both_sides(page: DeliveriesPage, context: Context) -> None:
    first = keep(context, date(2025, 3, 20), [value("100")])
    keep(context, date(2026, 3, 20), [value("99.5")])
    page.show()

    newer = page.detail.replaced.model
    told = [newer.index(0, at).data() for at in (2, 3, 4)]
    page.open_delivery(first.id)
    older = page.detail.replaced_by.model

    assert told == ["100", "99,5", "−0,5"]
    assert [older.index(0, at).data() for at in (2, 3, 4)] == told


def test_a_delivery_goes_out_as_a_workbook(
    qtbot: QtBot, page: DeliveriesPage, context: Context, tmp_path: Path
) -> None:
    keep(context, date(2026, 3, 20), [value("99.5", cell="Blad1!D4"), value(None, "PV29")])
    page.show()

    with qtbot.waitSignal(page.told):
        page.detail.export.click()

    sheet = openpyxl.load_workbook(tmp_path / "levering-2026-03-20.xlsx")["Cijfers"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert any("VOORBEELD" in str(cell) for row in rows[:3] for cell in row)
    told = [(row[2], row[8], row[9]) for row in rows[-2:]]
    assert told == [("Drenthe", 99.5, "Blad1!D4"), ("Zeeland", None, "Blad1!B2")]


def test_only_the_deliveries_of_a_year_are_listed(
    page: DeliveriesPage, context: Context
) -> None:
    keep(context, date(2025, 3, 20), [value("100")])
    keep(context, date(2026, 3, 20), [value("99.5")])
    page.show()

    page.year.choose(2025)

    assert page.list.model.rowCount() == 1
    assert page.detail.title.text().endswith("20-03-2025")


def test_statements_stay_what_they_are(page: DeliveriesPage, context: Context) -> None:
    load_published(context)
    page.show()

    rows = range(page.list.model.rowCount())
    texts = []
    for row in rows:
        page.list.table.setCurrentIndex(page.list.model.index(row, 0))
        shown = page.detail.values.model
        texts += [shown.index(at, 3).data() for at in range(shown.rowCount())]

    assert "uitspraak, telt nergens mee" in texts


def test_a_large_delivery_is_read_aside(
    qtbot: QtBot, page: DeliveriesPage, context: Context
) -> None:
    many = [
        FteValue(
            reference_date=REFERENCE_DATE,
            place="PV22",
            sector="zbo",
            organisation=f"VOORBEELD {number}",
            value=Fte(number),
        )
        for number in range(MOST)
    ]
    keep(context, date(2026, 3, 20), many)

    with qtbot.waitSignal(page.detail.shown):
        page.show()

    assert page.detail.values.model.count == MOST


def test_a_hundred_thousand_rows_are_searched_and_sorted(qtbot: QtBot) -> None:
    table = LongTable("VOORBEELD", columns())
    qtbot.addWidget(table)
    table.show_rows(range(MANY))

    qtbot.keyClicks(table.search, "dienst3")
    qtbot.keyClick(table.search, Qt.Key.Key_Return)
    table.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)

    assert table.model.rowCount() == len(range(3, MANY, 7))
    assert table.model.index(0, 0).data() == str(max(range(3, MANY, 7)))


def test_the_model_of_many_rows_is_sound(qtmodeltester: ModelTester) -> None:
    model = LongModel(columns())
    model.show_rows(range(5))

    qtmodeltester.check(model)
    model.search("dienst2")
    qtmodeltester.check(model)
