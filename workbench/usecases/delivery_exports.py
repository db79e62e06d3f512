"""Takes a delivery out as a workbook: its figures by cell, and what changed in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from workbench.domain.delivery import BenchmarkValue, FteValue, Statement
from workbench.domain.fte import Fte
from workbench.domain.notation import write_date
from workbench.exchange.tables_out import TableSheet, TableValue, write_tables
from workbench.store.replacing import Replacement
from workbench.usecases.deliveries import DeliveryContent
from workbench.usecases.figure_names import FigureNames
from workbench.usecases.saving import save_bytes

_ABOUT = ("Peildatum", "Jaar van de prognose", "Gebied", "Organisatie", "Sector")
_COUNTED = ("Wie is geteld", "Geteld naar", "Soort cijfer")
_CHANGED = (
    *_ABOUT,
    *_COUNTED,
    "Was, in fte",
    "Werd, in fte",
    "Cel eerst",
    "Cel daarna",
    "Andere levering",
)
_TOLD = ("Vanaf", "Tot", "Gebied", "Sector", "Waarde", "Eenheid", "Woorden", "Bron")
_Row = tuple[TableValue, ...]
_Part = tuple[str, Sequence[str], Sequence[_Row]]


def export_delivery(
    content: DeliveryContent, names: FigureNames, made_on: date, path: Path
) -> Path:
    """Keep a delivery as a workbook; values in, so that a job can do it.

    Raises:
        FileInUseError: Another program holds the file.
        FileUnwritableError: The folder cannot be written.
    """
    return save_bytes(path, write_tables(_sheets(content, names), made_on))


def _sheets(content: DeliveryContent, names: FigureNames) -> list[TableSheet]:
    return [
        TableSheet(
            title=title,
            header=header,
            rows=rows,
            notes=_notes(content),
            source=content.delivery.source,
            is_sample=content.delivery.is_sample,
        )
        for title, header, rows in _parts(content, names)
        if rows
    ]


def _parts(content: DeliveryContent, names: FigureNames) -> list[_Part]:
    return [
        (
            "Cijfers",
            (*_ABOUT, *_COUNTED, "fte", "Cel"),
            [_figure(one, names) for one in content.values],
        ),
        (
            "Tellingen",
            ("Peildatum", "Gebied", "Wat is geteld", "Aantal", "Cel"),
            [
                (
                    one.reference_date,
                    names.place(one.place),
                    one.measure,
                    one.value,
                    one.cell,
                )
                for one in content.benchmarks
            ],
        ),
        ("Uitspraken", _TOLD, [_told(one, names) for one in content.statements]),
        ("Verving", _CHANGED, [_changed(one, names) for one in content.replaced]),
        ("Vervangen door", _CHANGED, [_changed(one, names) for one in content.replaced_by]),
    ]


def _figure(one: FteValue, names: FigureNames) -> _Row:
    return (*_about(one, names), *_counted(one), _amount(one.value), one.cell)


def _count(one: BenchmarkValue, names: FigureNames) -> _Row:
    return one.reference_date, names.place(one.place), one.measure, one.value, one.cell


def _told(one: Statement, names: FigureNames) -> _Row:
    return (
        one.reference_date or one.published,
        one.until,
        names.place(one.province),
        names.sector(one.sector),
        one.value.replace(".", ","),
        one.unit,
        one.wording,
        one.source,
    )


def _notes(content: DeliveryContent) -> tuple[str, ...]:
    one = content.delivery
    lines = [
        f"Levering “{one.title}” van {one.delivered_by}.",
        f"Binnengekomen op {write_date(one.delivered_on)}.",
        f"Telmethode: {content.method}." if content.method else "",
        f"Reden: {one.reason}" if one.reason else "",
        f"Bestand: {content.file}" if content.file else "",
        "Deze levering is teruggenomen: haar cijfers tellen niet mee."
        if one.is_withdrawn
        else "",
    ]
    return tuple(filter(None, lines))


def _about(value: FteValue, names: FigureNames) -> _Row:
    return (
        value.reference_date,
        value.horizon,
        names.place(value.place),
        names.organisation(value.organisation),
        names.sector(value.sector),
    )


def _counted(value: FteValue) -> _Row:
    return str(value.staff), str(value.notion), str(value.kind)


def _changed(one: Replacement, names: FigureNames) -> _Row:
    before = one.before
    amounts = (_amount(before.value), _amount(one.value))
    cells = (before.cell, one.cell, one.other.title)
    return (*_about(before, names), *_counted(before), *amounts, *cells)


def _amount(value: Fte | None) -> Decimal | None:
    return None if value is None else value.amount
