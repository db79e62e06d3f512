"""The reference lists and published figures that come with the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.domain.delivery import (
    WHOLE_COUNTRY,
    Delivery,
    FteValue,
    Statement,
    StatementKind,
)
from workbench.domain.journal import BatchKind
from workbench.domain.place import find_province
from workbench.rules import reference
from workbench.rules.reference import PublishedFte, PublishedStatement
from workbench.store import deliveries
from workbench.store import values as value_rows
from workbench.usecases.context import Change, Context

_COLLECTED_ON = date(2026, 11, 23)
_BOUNDS = (("ruim", "at_least"), ("bijna", "at_most"), ("nog geen", "at_most"))
_TITLE = "Gepubliceerde cijfers rijkswerkgelegenheid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One entry of the register of sources; the address may be empty."""

    key: str
    title: str
    address: str


def sources(context: Context) -> list[Source]:
    """Return the sources that rules cite and figures were published in, by title."""
    cited = [
        Source(key=one.key, title=one.title, address=one.address)
        for one in reference.load_sources()
    ]
    published = {
        delivery.source: Source(key="", title=delivery.title, address=delivery.source)
        for delivery in deliveries.list_deliveries(context.store)
        if not delivery.is_withdrawn
    }
    return sorted([*cited, *published.values()], key=lambda one: one.title)


def load_published(context: Context) -> Change:
    """Keep the published figures as deliveries, once; each source is one delivery."""
    if deliveries.list_deliveries(context.store):
        return Change()
    values: dict[str, list[FteValue]] = {}
    for number, row in enumerate(reference.load_published_fte(), start=2):
        values.setdefault(row.source, []).append(_value(row, f"fte.csv, regel {number}"))
    statements: dict[str, list[Statement]] = {}
    for told in reference.load_published_statements():
        statements.setdefault(told.source, []).append(_statement(told))
    with context.batch("Gepubliceerde cijfers geladen", kind=BatchKind.SYSTEM):
        for source in dict.fromkeys([*values, *statements]):
            delivery = Delivery(
                id=context.new_id(),
                title=_TITLE,
                delivered_by="openbare bron",
                delivered_on=_COLLECTED_ON,
                method="zoals gepubliceerd",
                source=source,
            )
            deliveries.insert_delivery(
                context.store, delivery, values.get(source, []), statements.get(source, [])
            )
    return Change(everything=True)


def published_values(context: Context) -> list[tuple[FteValue, Delivery]]:
    """Return every kept fte value with the delivery it came in, by date and province."""
    found = [
        (value, delivery)
        for delivery in deliveries.list_deliveries(context.store)
        if not delivery.is_withdrawn
        for value in value_rows.list_values(context.store, delivery.id)
    ]
    return sorted(
        found, key=lambda pair: (pair[0].reference_date, pair[0].place, pair[0].sector)
    )


def published_statements(context: Context) -> list[Statement]:
    """Return published figures that are rounded, a change or a forecast; never summed."""
    return deliveries.list_statements(context.store)


def _value(row: PublishedFte, cell: str) -> FteValue:
    return FteValue(
        reference_date=row.reference_date,
        place=_province_code(row.place),
        sector=row.sector,
        value=row.fte,
        cell=cell,
    )


def _statement(told: PublishedStatement) -> Statement:
    start, _, until = told.period.partition("/")
    is_named = told.place == "Nederland" or find_province(told.place) is not None
    bound = next((bound for word, bound in _BOUNDS if word in told.wording), "")
    return Statement(
        kind=StatementKind(told.kind),
        reference_date=start,
        until=until,
        province=_province_code(told.place),
        sector=told.sector,
        unit=told.unit,
        value="" if told.value is None else str(told.value),
        bound=bound or ("about" if told.kind == StatementKind.ROUNDED else ""),
        wording=told.wording if is_named else f"{told.place}: {told.wording}",
        source=told.source,
    )


def _province_code(place: str) -> str:
    province = find_province(place)
    return province.code if province else WHOLE_COUNTRY
