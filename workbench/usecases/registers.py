"""The reference lists and published figures that come with the program."""

from __future__ import annotations

from datetime import date

from workbench.domain.delivery import (
    Delivery,
    FteValue,
    Statement,
)
from workbench.domain.journal import BatchKind
from workbench.domain.organisation import Ministry
from workbench.rules import reference
from workbench.store import deliveries
from workbench.usecases.context import Change, Context

_PUBLISHED_ON = date(2026, 11, 23)
_TITLE = "Gepubliceerde cijfers rijkswerkgelegenheid"


def load_published(context: Context) -> Change:
    """Keep the published figures as deliveries, once; each source is one delivery."""
    if deliveries.list_deliveries(context.store):
        return Change()
    values: dict[str, list[FteValue]] = {}
    for row in reference.load_published_values():
        values.setdefault(row.source, []).append(_value(row))
    statements: dict[str, list[Statement]] = {}
    for statement in _statements():
        statements.setdefault(statement.source, []).append(statement)
    with context.batch("Gepubliceerde cijfers geladen", kind=BatchKind.SYSTEM):
        for source in dict.fromkeys([*values, *statements]):
            delivery = Delivery(
                id=context.new_id(),
                title=_TITLE,
                delivered_by="openbare bron",
                delivered_on=_PUBLISHED_ON,
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
        for value in deliveries.list_values(context.store, delivery.id)
    ]
    return sorted(
        found, key=lambda pair: (pair[0].reference_date, pair[0].province, pair[0].sector)
    )


def published_statements(context: Context) -> list[Statement]:
    """Return published figures that are rounded, a change or a forecast; never summed."""
    return deliveries.list_statements(context.store)


def list_ministries(context: Context) -> list[Ministry]:
    """Return every name period of every ministry."""
    return list(context.ministries)
