"""The fte values of deliveries: one row per figure, small, and read in two ways.

"As known now" is every figure that no later delivery replaces, "as then" the same for the
deliveries up to a day. What replaces what is written down once, with the later of the two.
"""

from datetime import date
from sqlite3 import Row

from workbench.domain.delivery import FteValue, Notion, Staff, ValueKind
from workbench.store.columns import read_hundredths, write_day
from workbench.store.connection import Store
from workbench.store.value_columns import Moment, Series, ValueColumns

_SERIES = "select number, organisation, place, sector, notion, staff from fte_series"
_ONE_SERIES = f"""{_SERIES}
    where organisation = ? and place = ? and sector = ? and notion = ? and staff = ?
"""
_LAST_SERIES = "select coalesce(max(number), 0) as number from fte_series"
_INSERT_SERIES = """
    insert into fte_series (number, organisation, place, sector, notion, staff)
    values (?, ?, ?, ?, ?, ?)
"""
_INSERT_SET = """
    insert into value_sets (delivery_id, batch, reference_date, horizon)
    values (:delivery_id, (select batch from open_batch), :reference_date, :horizon)
"""
_SETS = """
    select number, reference_date, horizon from value_sets where delivery_id = :delivery_id
"""
# By position: there are many of these, and names cost as much as the writing itself.
_INSERT = """
    insert into figures (set_number, series, position, value, kind, cell)
    values (?, ?, ?, ?, ?, ?)
"""
_OTHERS = """
    select s.number, o.number as other,
        (p.delivered_on, p.id) < (d.delivered_on, d.id) as is_newer
    from value_sets s join deliveries d on d.id = s.delivery_id
    join value_sets o on o.reference_date = s.reference_date
        and o.horizon is s.horizon and o.delivery_id <> s.delivery_id
    join deliveries p on p.id = o.delivery_id
    where s.delivery_id = :delivery_id
"""
_REPLACE = """
    insert into replaced_figures (set_number, series, by_set)
    select f.set_number, f.series, :newer from figures f
    where f.set_number = :older
        and (exists (select 1 from figures g
                where g.set_number = :newer and g.series = f.series)
            or exists (select 1 from fte_series x
                join fte_series y on y.organisation = x.organisation
                    and y.place = x.place and y.sector = x.sector and y.notion = x.notion
                    and (x.staff = :both) <> (y.staff = :both)
                join figures g on g.set_number = :newer and g.series = y.number
                where x.number = f.series))
"""
_COLUMNS = """
    x.place, x.sector, x.organisation, x.notion, x.staff, f.value, f.kind, f.cell
"""
_DELIVERED = f"""
    select s.reference_date, s.horizon, {_COLUMNS}
    from value_sets s join figures f on f.set_number = s.number
    join fte_series x on x.number = f.series
    where s.delivery_id = :delivery_id order by f.position
"""
_KNOWN = f"""
    with known as materialized (
        select s.number, s.reference_date, s.horizon
        from value_sets s join deliveries d on d.id = s.delivery_id
        where d.withdrawn is null and (:on is null or d.delivered_on <= :on)
            and (:reference_date is null or s.reference_date = :reference_date)
    )
    select k.reference_date, k.horizon, {_COLUMNS}
    from known k join figures f on f.set_number = k.number
    join fte_series x on x.number = f.series
    where not exists (select 1 from replaced_figures r where r.set_number = f.set_number
        and r.series = f.series and r.by_set in (select number from known))
    order by k.reference_date, k.horizon, x.place, x.sector, x.organisation, x.notion,
        x.staff
"""
_FEW = 200


def insert_values(store: Store, delivery_id: str, columns: ValueColumns) -> None:
    """Keep the values of a delivery made in this batch, and note what they replace."""
    if not columns.cells:
        return
    sets = _number_sets(store, delivery_id, columns.moments)
    numbers = _number_series(store, columns.series)
    store.execute_many(_INSERT, columns.rows(sets, numbers))
    for row in store.query(_OTHERS, {"delivery_id": delivery_id}):
        newer, older = row["number"], row["other"]
        if not row["is_newer"]:
            newer, older = older, newer
        store.execute(_REPLACE, {"newer": newer, "older": older, "both": Staff.BOTH})


def list_values(store: Store, delivery_id: str) -> list[FteValue]:
    """Return the values of one delivery, in its own order."""
    return list(map(read_value, store.query(_DELIVERED, {"delivery_id": delivery_id})))


def values_known(
    store: Store, *, on: date | None = None, reference_date: date | None = None
) -> list[FteValue]:
    """Return of each figure what the newest delivery says, up to and including a day."""
    given = {"on": write_day(on), "reference_date": write_day(reference_date)}
    return list(map(read_value, store.query(_KNOWN, given)))


def read_value(row: Row) -> FteValue:
    return FteValue(
        reference_date=date.fromisoformat(row["reference_date"]),
        place=row["place"],
        sector=row["sector"],
        organisation=row["organisation"],
        notion=Notion(row["notion"]),
        staff=Staff(row["staff"]),
        horizon=row["horizon"],
        kind=ValueKind(row["kind"]),
        value=read_hundredths(row["value"]),
        cell=row["cell"],
    )


def first_columns(value: FteValue) -> dict[str, str | int | None]:
    """Return a value as the first schema kept it."""
    return {
        "reference_date": value.reference_date.isoformat(),
        "province": value.place,
        "sector": value.sector,
        "organisation": value.organisation,
        "notion": value.notion,
        "staff": value.staff,
        "value": None if value.value is None else value.value.hundredths,
        "cell": value.cell,
    }


def _number_series(store: Store, wanted: list[Series]) -> dict[Series, int]:
    """Return the numbers of these series, new ones included, and perhaps of others."""
    found = _find_series(store, wanted)
    row = store.one(_LAST_SERIES)
    last = row["number"] if row else 0
    new = [key for key in wanted if key not in found]
    numbered = dict(zip(new, range(last + 1, last + 1 + len(new)), strict=True))
    store.execute_many(_INSERT_SERIES, [(number, *key) for key, number in numbered.items()])
    return found | numbered


def _find_series(store: Store, wanted: list[Series]) -> dict[Series, int]:
    plain = store.connection.cursor()
    plain.row_factory = None
    if len(wanted) > _FEW:
        return {tuple(key): number for number, *key in plain.execute(_SERIES)}
    rows = [plain.execute(_ONE_SERIES, key).fetchone() for key in wanted]
    return {tuple(row[1:]): row[0] for row in rows if row is not None}


def _number_sets(
    store: Store, delivery_id: str, moments: list[Moment]
) -> dict[Moment, int]:
    for day, horizon in moments:
        given = {
            "delivery_id": delivery_id,
            "reference_date": day.isoformat(),
            "horizon": horizon,
        }
        store.execute(_INSERT_SET, given)
    return {
        (date.fromisoformat(row["reference_date"]), row["horizon"]): row["number"]
        for row in store.query(_SETS, {"delivery_id": delivery_id})
    }
