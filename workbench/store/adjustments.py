"""Known causes of differences between the figures of two dates."""

from datetime import date

from workbench.domain.adjustment import Adjustment, AdjustmentKind
from workbench.store.columns import read_hundredths, write_hundredths
from workbench.store.connection import Store

_LIST = "select * from adjustments order by day, kind, organisation, id"
_SAVE = """
    insert into adjustments (id, kind, day, organisation, from_place, to_place,
        from_sector, to_sector, amount, note, source, is_sample)
    values (:id, :kind, :day, :organisation, :from_place, :to_place, :from_sector,
        :to_sector, :amount, :note, :source, :is_sample)
    on conflict (id) do update set kind = excluded.kind, day = excluded.day,
        organisation = excluded.organisation, from_place = excluded.from_place,
        to_place = excluded.to_place, from_sector = excluded.from_sector,
        to_sector = excluded.to_sector, amount = excluded.amount, note = excluded.note,
        source = excluded.source, is_sample = excluded.is_sample
"""
_REMOVE = "delete from adjustments where id = :id"


def list_adjustments(store: Store) -> list[Adjustment]:
    """Return every cause, oldest first."""
    return [
        Adjustment(
            id=row["id"],
            kind=AdjustmentKind(row["kind"]),
            day=date.fromisoformat(row["day"]),
            organisation=row["organisation"],
            from_place=row["from_place"],
            to_place=row["to_place"],
            from_sector=row["from_sector"],
            to_sector=row["to_sector"],
            amount=read_hundredths(row["amount"]),
            note=row["note"],
            source=row["source"],
            is_sample=bool(row["is_sample"]),
        )
        for row in store.query(_LIST)
    ]


def save_adjustment(store: Store, adjustment: Adjustment) -> None:
    store.execute(
        _SAVE,
        {
            "id": adjustment.id,
            "kind": adjustment.kind,
            "day": adjustment.day.isoformat(),
            "organisation": adjustment.organisation,
            "from_place": adjustment.from_place,
            "to_place": adjustment.to_place,
            "from_sector": adjustment.from_sector,
            "to_sector": adjustment.to_sector,
            "amount": write_hundredths(adjustment.amount),
            "note": adjustment.note,
            "source": adjustment.source,
            "is_sample": int(adjustment.is_sample),
        },
    )


def remove_adjustment(store: Store, adjustment_id: str) -> None:
    store.execute(_REMOVE, {"id": adjustment_id})
