"""The fixed pieces that the queries of a pivot table are put together from.

They are chosen by enumerations; whatever a user chose travels as a parameter.
"""

from __future__ import annotations

from workbench.domain.delivery import Staff
from workbench.domain.pivot import NO, YES, Dimension
from workbench.domain.slice import Detail, Level

# The sets of one date that are known and not withdrawn.
COUNTED = """
    select s.number, s.delivery_id, d.method, d.is_sample,
        exists (select 1 from replaced_figures r where r.set_number = s.number)
            as is_touched
    from value_sets s join deliveries d on d.id = s.delivery_id
    where s.reference_date = :day and s.horizon is :horizon and d.withdrawn is null
        and (:known_on is null or d.delivered_on <= :known_on)
        and (:samples is null or d.is_sample = :samples)
"""
# Which series are asked for, the cell each of them falls in, and its position: the same
# for the series of those staff that together make up one figure.
MAKE_WANTED = """
    create temp table if not exists pivot_wanted (
        series integer primary key, code integer not null, position integer not null,
        is_both integer not null)
"""
CLEAR_WANTED = "delete from temp.pivot_wanted"
FILL_WANTED = """
    with ministry_of as materialized (
        select key as organisation, value as ministry from json_each(:ministries)
    )
    insert into temp.pivot_wanted (series, code, position, is_both)
    select x.number, {code}, {position}, x.staff = 'rijksambtenaren en externen'
    from fte_series x {joins}
    where x.notion = :notion {conditions}
"""
CODE = "dense_rank() over (order by {keys})"
POSITION = "dense_rank() over (order by x.organisation, x.place, x.sector)"
CODES = """
    with ministry_of as materialized (
        select key as organisation, value as ministry from json_each(:ministries)
    )
    select w.code {keys}
    from (select code, min(series) as series from temp.pivot_wanted group by code) w
    join fte_series x on x.number = w.series {joins}
"""
MINISTRIES = " left join ministry_of m on m.organisation = x.organisation"
LEVELS = {
    Level.COUNTRY: " and x.place = 'NL'",
    Level.PROVINCE: " and x.place >= 'PV' and x.place < 'PW'",
    Level.REGION: " and x.place > 'NL' and x.place < 'NM'",
}
DETAILS = {
    Detail.TOTALS: " and x.organisation = '' and x.sector = 'totaal'",
    Detail.SECTORS: " and x.organisation = '' and x.sector <> 'totaal'",
    Detail.ORGANISATIONS: (
        " and x.organisation <> ''"
        " and x.organisation not in (select value from json_each(:parts))"
    ),
}
STAFF = {
    Staff.BOTH: "",
    Staff.CIVIL: " and x.staff = 'rijksambtenaren'",
    Staff.EXTERNAL: " and x.staff = 'externen'",
}
KEYS = {
    Dimension.PLACE: "x.place",
    Dimension.RANDSTAD: (
        "case when :randstad = '[]' then ''"
        f" when x.place in (select value from json_each(:randstad))"
        f" then '{YES}' else '{NO}' end"
    ),
    Dimension.SECTOR: "x.sector",
    Dimension.MINISTRY: "coalesce(m.ministry, '')",
    Dimension.ORGANISATION: "x.organisation",
}
ONLY = " and {key} in (select value from json_each(:only_{name}))"
_FIGURES = """
    from json_each(:sets) s
    cross join figures f on f.set_number = s.value
    cross join temp.pivot_wanted w on w.series = f.series
    where (not :is_touched or not exists (
        select 1 from replaced_figures r
        where r.set_number = f.set_number and r.series = f.series
            and r.by_set in (select value from json_each(:counted))))
"""
# The whole of an organisation whose sectors are counted too.
NO_WHOLES = """
    and f.series not in (
        select x.number from fte_series x
        where x.organisation <> '' and x.sector = 'totaal' and x.notion = :notion
            and exists (
                select 1 from fte_series y
                join figures g on g.series = y.number
                    and g.set_number in (select value from json_each(:counted))
                where y.organisation = x.organisation and y.place = x.place
                    and y.notion = x.notion and y.sector <> 'totaal'))
"""
HAS_WHOLES = """
    select 1 from fte_series x where x.organisation <> '' and x.sector = 'totaal'
        and exists (select 1 from fte_series y where y.organisation = x.organisation
            and y.sector <> 'totaal') limit 1
"""
PLAIN_SUMS = f"""
    select w.code, f.set_number, sum(f.value), count(*) - count(f.value), count(*)
    {_FIGURES} {{more}}
    group by w.code, f.set_number
"""
# A position counts once: as it was given whole, or as its two parts when both are there.
POSITION_SUMS = f"""
    select p.code, p.set_number, sum(p.value), count(*) - count(p.value), count(*)
    from (
        select w.code, min(f.set_number) as set_number,
            case when sum(w.is_both) then sum(case when w.is_both then f.value end)
                when count(f.value) = 2 then sum(f.value) end as value
        {_FIGURES} {{more}}
        group by w.position) p
    group by p.code, p.set_number
"""
ORIGINS = f"""
    select x.organisation, x.place, x.sector, x.notion, x.staff, o.*
    from (
        select f.series, f.value, f.kind, f.cell, f.set_number, count(*) over () as number
        {_FIGURES} {{more}}) o
    join fte_series x on x.number = o.series
    order by o.value is not null, x.organisation, x.place, x.sector, x.staff
    limit :limit
"""
DAYS = """
    select distinct s.reference_date as day
    from value_sets s join deliveries d on d.id = s.delivery_id
    where s.horizon is :horizon and d.withdrawn is null
        and (:known_on is null or d.delivered_on <= :known_on)
        and (:samples is null or d.is_sample = :samples)
        and exists (select 1 from figures f join fte_series x on x.number = f.series
            where f.set_number = s.number and x.notion = :notion {conditions})
    order by day
"""
METHODS = """
    select distinct d.method, d.is_sample
    from value_sets s join deliveries d on d.id = s.delivery_id
    where s.reference_date = :day and s.horizon is :horizon and d.withdrawn is null
        and (:known_on is null or d.delivered_on <= :known_on)
        and (:samples is null or d.is_sample = :samples)
        and exists (select 1 from figures f join fte_series x on x.number = f.series
            where f.set_number = s.number and x.notion = :notion {conditions})
    order by d.method, d.is_sample
"""
STAFF_KINDS = """
    select distinct x.staff from fte_series x where x.notion = :notion {conditions}
"""
HORIZONS = "select distinct horizon from value_sets order by horizon"
PRESENT = """
    select distinct x.organisation from fte_series x
    join figures f on f.series = x.number
    where x.organisation in (select value from json_each(:among))
        and x.notion = :notion {conditions}
        and f.set_number in (select value from json_each(:counted))
"""
