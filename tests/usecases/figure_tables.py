"""Opens invented tables of figures as the window does, and takes them in."""

from dataclasses import replace
from datetime import date

from tests.exchange.tables import Rows, write_xlsx
from workbench.domain.delivery import Delivery
from workbench.exchange.table_layout import fingerprint, guess_layouts
from workbench.exchange.workbook_reader import read_bytes
from workbench.usecases.context import Context
from workbench.usecases.figure_files import (
    NOTHING_DECIDED,
    Decisions,
    FigureFile,
    ReadTables,
    open_figures,
    read_tables,
    sheet_of,
    vocabulary,
)
from workbench.usecases.figure_imports import DeliveryFacts, take_in_figures
from workbench.usecases.figure_previews import FigurePlan, ImportPreview, preview_figures

DAY = "2025-01-01"
CAME_ON = date(2026, 3, 20)
FACTS = DeliveryFacts(
    title="VOORBEELD opgave 2025",
    delivered_by="VOORBEELD ministerie",
    delivered_on=CAME_ON,
    source="VOORBEELD brief",
)
LONG: Rows = [
    ["Provincie", "Sector", "Fte"],
    ["Drenthe", "Defensie", 2100],
    ["Drenthe", "Politie", 900],
    ["Zeeland", "Defensie", None],
]


def open_rows(context: Context, rows: Rows, file: str = "cijfers.xlsx") -> FigureFile:
    """Return a file of these rows, read without a process of its own."""
    data = write_xlsx(rows)
    book = read_bytes(data)
    layouts = guess_layouts(book, vocabulary(context))
    marks = tuple(fingerprint(sheet_of(book, one), one.header_row) for one in layouts)
    read = ReadTables(
        file=file,
        data=data,
        sha256=f"{hash(data):x}",
        book=book,
        layouts=layouts,
        fingerprints=marks,
    )
    return open_figures(context, read)


def plan_of(
    context: Context, source: FigureFile, decisions: Decisions = NOTHING_DECIDED
) -> FigurePlan:
    """Return everything in a file, about the first of January 2025."""
    layouts = tuple(one.with_constants(reference_date=DAY) for one in source.layouts)
    words = vocabulary(context, decisions)
    return FigurePlan(
        source=source,
        layouts=layouts,
        readings=read_tables(source.book, layouts, words),
        decisions=decisions,
    )


def look_at(context: Context, rows: Rows, came_on: date = CAME_ON) -> ImportPreview:
    plan = plan_of(context, open_rows(context, rows))
    return preview_figures(context, plan, came_on)


def take_in(
    context: Context, rows: Rows, facts: DeliveryFacts = FACTS, *, came_on: date = CAME_ON
) -> Delivery:
    preview = look_at(context, rows, came_on)
    delivery, _ = take_in_figures(context, preview, replace(facts, delivered_on=came_on))
    return delivery
