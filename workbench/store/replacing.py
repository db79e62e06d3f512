"""Which figures of one delivery were put right by another."""

from dataclasses import dataclass
from sqlite3 import Row

from workbench.domain.delivery import Delivery, FteValue
from workbench.domain.fte import Fte
from workbench.store.connection import Store
from workbench.store.deliveries import read_delivery
from workbench.store.values import read_value

_PAIRS = """
    select o.reference_date, o.horizon, x.place, x.sector, x.organisation, x.notion,
        x.staff, f.value, f.kind, f.cell, g.value as new_value, g.cell as new_cell, {other}
    from replaced_figures r
    join figures f on f.set_number = r.set_number and f.series = r.series
    join fte_series x on x.number = f.series
    join value_sets o on o.number = r.set_number
    join value_sets n on n.number = r.by_set
    join deliveries d on d.id = {side}
    left join figures g on g.set_number = r.by_set and g.series = r.series
    where {own} = :delivery_id and d.withdrawn is null
    order by o.reference_date, x.place, x.sector, x.organisation, x.staff
"""
_OLDER = _PAIRS.format(other="d.*", side="o.delivery_id", own="n.delivery_id")
_NEWER = _PAIRS.format(other="d.*", side="n.delivery_id", own="o.delivery_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A figure as it was and as it became.

    Attributes:
        other: The delivery on the other side of the change.
        value: As it became; `None` for unknown, or told in other parts.
    """

    before: FteValue
    value: Fte | None
    cell: str
    other: Delivery

    @property
    def is_changed(self) -> bool:
        """Whether the amount differs; the same amount may have been told again."""
        return self.before.value != self.value


def replaced_by(store: Store, delivery_id: str) -> list[Replacement]:
    """Return the figures of earlier deliveries that this one replaced."""
    return [_pair(row) for row in store.query(_OLDER, {"delivery_id": delivery_id})]


def replacing(store: Store, delivery_id: str) -> list[Replacement]:
    """Return the figures of this delivery that later ones replaced."""
    return [_pair(row) for row in store.query(_NEWER, {"delivery_id": delivery_id})]


def _pair(row: Row) -> Replacement:
    new = row["new_value"]
    return Replacement(
        before=read_value(row),
        value=None if new is None else Fte(new),
        cell=row["new_cell"] or "",
        other=read_delivery(row),
    )
