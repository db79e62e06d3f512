"""What a user can see of deliveries: what came, what it replaced, and its file."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.delivery import BenchmarkValue, Delivery, FteValue, Statement
from workbench.store import benchmarks, deliveries, files, replacing, values
from workbench.store.replacing import Replacement
from workbench.usecases.context import Context
from workbench.usecases.methods import list_methods


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryContent:
    """One delivery with all that is in it.

    Attributes:
        method: Its name; empty when none was told.
        file: Name of the kept file; empty when it came without one.
        replaced: Figures of earlier deliveries that it put right.
        replaced_by: Its own figures that a later delivery put right.
    """

    delivery: Delivery
    values: tuple[FteValue, ...]
    benchmarks: tuple[BenchmarkValue, ...]
    statements: tuple[Statement, ...]
    method: str
    file: str
    replaced: tuple[Replacement, ...]
    replaced_by: tuple[Replacement, ...]


def list_deliveries(context: Context) -> list[Delivery]:
    """Return every delivery, the newest first; withdrawn ones are among them."""
    return deliveries.list_deliveries(context.store)[::-1]


def open_delivery(context: Context, delivery_id: str) -> DeliveryContent:
    """Return one delivery with its values in the order of its file."""
    store = context.store
    delivery = deliveries.load_delivery(store, delivery_id)
    file = files.describe_file(store, delivery.file).name if delivery.file else ""
    return DeliveryContent(
        delivery=delivery,
        values=tuple(values.list_values(store, delivery_id)),
        benchmarks=tuple(benchmarks.list_delivered(store, delivery_id)),
        statements=tuple(deliveries.list_statements(store, delivery_id)),
        method=method_names(context).get(delivery.method, delivery.method),
        file=file,
        replaced=tuple(replacing.replaced_by(store, delivery_id)),
        replaced_by=tuple(replacing.replacing(store, delivery_id)),
    )


def method_names(context: Context) -> dict[str, str]:
    """Return what each way of counting is called, by key."""
    return {row.method.key: row.method.title for row in list_methods(context)}


def delivery_file(context: Context, delivery: Delivery) -> tuple[str, bytes]:
    """Return the name and the bytes of the kept file.

    Raises:
        LookupError: The delivery came without a file.
        StoreDamagedError: The bytes are not what was kept.
    """
    if delivery.file is None:
        raise LookupError(delivery.id)
    kept = files.describe_file(context.store, delivery.file)
    return kept.name, files.read_file(context.store, delivery.file)
