"""The fte values of deliveries: one row per figure, small, and read in two ways.

"As known now" is every figure that no later delivery replaces, "as then" the same for the
deliveries up to a day. What replaces what is written down once, with the later of the two.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
from sqlite3 import Row

from workbench.domain.delivery import FteValue, Notion, Staff, ValueKind
from workbench.domain.errors import FigureTwiceError
from workbench.store.columns import read_hundredths, write_day
from workbench.store.connection import Store

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
# SQLite takes plain text much quicker than an enumeration.
_KINDS = {kind: str(kind.value) for kind in ValueKind}
_SEPARATOR = "\x1f"
_series_of = attrgetter("organisation", "place", "sector", "notion", "staff")
_cell_of = attrgetter(
    "reference_date", "horizon", "organisation", "place", "sector", "notion"
)


def insert_values(store: Store, delivery_id: str, values: Sequence[FteValue]) -> None:
    """Keep the values of a delivery made in this batch, and note what they replace.

    Raises:
        FigureTwiceError: One figure stands in it twice, or both whole and in parts.
    """
    if not values:
        return
    keys = list(map(_series_of, values))
    series = _number_series(store, dict.fromkeys(keys))
    sets = _number_sets(store, delivery_id, values)
    rows = [
        (
            sets[value.reference_date, value.horizon],
            series[key],
            position,
            None if value.value is None else value.value.hundredths,
            _KINDS[value.kind],
            value.cell,
        )
        for position, (value, key) in enumerate(zip(values, keys, strict=True), start=1)
    ]
    is_mixed = len({key[-1] for key in series}) > 1
    if is_mixed or len({row[:2] for row in rows}) < len(rows):
        _refuse_doubles(values)
    rows.sort()
    store.execute_many(_INSERT, rows)
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


def write_lines(values: Sequence[FteValue]) -> list[str]:
    """Return all that each value says, for the hash of its delivery."""
    days = {
        key: f"{key[0]}{_SEPARATOR}{key[1]}"
        for key in {(one.reference_date, one.horizon) for one in values}
    }
    series: dict[tuple[str, ...], str] = {}
    lines = []
    for value in values:
        key = _series_of(value)
        told = series.get(key) or series.setdefault(key, _SEPARATOR.join(key))
        amount = "" if value.value is None else value.value.hundredths
        day = days[value.reference_date, value.horizon]
        lines.append(
            f"{day}{_SEPARATOR}{told}{_SEPARATOR}{amount}{_SEPARATOR}{value.kind}"
            f"{_SEPARATOR}{value.cell}"
        )
    return lines


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


def _refuse_doubles(values: Sequence[FteValue]) -> None:
    seen: dict[tuple[object, ...], dict[Staff, FteValue]] = {}
    for value in values:
        there = seen.setdefault(_cell_of(value), {})
        clash = there.get(value.staff)
        if clash is None and there and (value.staff is Staff.BOTH or Staff.BOTH in there):
            clash = next(iter(there.values()))
        if clash is not None:
            raise FigureTwiceError(cell=value.cell, other=clash.cell)
        there[value.staff] = value


def _number_series(
    store: Store, wanted: Iterable[tuple[str, ...]]
) -> dict[tuple[str, ...], int]:
    """Return the number of each series, new ones included, and of no other."""
    wanted = list(wanted)
    found = _find_series(store, wanted)
    row = store.one(_LAST_SERIES)
    last = row["number"] if row else 0
    new = [key for key in wanted if key not in found]
    numbered = dict(zip(new, range(last + 1, last + 1 + len(new)), strict=True))
    store.execute_many(_INSERT_SERIES, [(number, *key) for key, number in numbered.items()])
    every = found | numbered
    return {key: every[key] for key in wanted}


def _find_series(store: Store, wanted: list[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    plain = store.connection.cursor()
    plain.row_factory = None
    if len(wanted) > _FEW:
        return {tuple(key): number for number, *key in plain.execute(_SERIES)}
    rows = [plain.execute(_ONE_SERIES, key).fetchone() for key in wanted]
    return {tuple(row[1:]): row[0] for row in rows if row is not None}


def _number_sets(
    store: Store, delivery_id: str, values: Sequence[FteValue]
) -> dict[tuple[date, int | None], int]:
    for day, horizon in dict.fromkeys((one.reference_date, one.horizon) for one in values):
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
