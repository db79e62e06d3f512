"""The pieces that sums of the register are read with; what a user chose is a parameter."""

from workbench.domain.delivery import Staff

IS_PART = "case x.organisation when '' then '' else '*' end"
NO_PARTS = " and x.organisation not in (select value from json_each(:parts))"
KNOWN = """
    with known as materialized (
        select s.number, s.reference_date, s.horizon, s.delivery_id, d.method, d.is_sample,
            exists (select 1 from replaced_figures r where r.set_number = s.number)
                as is_touched
        from value_sets s join deliveries d on d.id = s.delivery_id
        where d.withdrawn is null and s.horizon is :horizon
            and (:known_on is null or d.delivered_on <= :known_on)
            and (:days = '[]' or s.reference_date in (select value from json_each(:days)))
            and (:methods = '[]' or d.method in (select value from json_each(:methods)))
            and (:samples is null or d.is_sample = :samples)
    )
"""
# A few places or organisations are found by their series, not by reading everything.
FIGURES_OF_SERIES = """
    from fte_series x cross join known k
    cross join figures f on f.set_number = k.number and f.series = x.number
"""
COUNTS = """
    where x.notion = :notion
        and (not k.is_touched or not exists (select 1 from replaced_figures r
            where r.set_number = f.set_number and r.series = f.series
                and r.by_set in (select number from known)))
"""
SUMS = f"""
    {KNOWN}
    select k.reference_date, {{keys}},
        sum(case x.staff when '{Staff.CIVIL}' then f.value end) as civil,
        sum(case x.staff when '{Staff.EXTERNAL}' then f.value end) as external,
        sum(case x.staff when '{Staff.BOTH}' then f.value end) as whole,
        count(*) as count, count(*) - count(f.value) as unknown,
        max(k.is_sample) as is_sample
    {FIGURES_OF_SERIES} {COUNTS} {{conditions}}
    group by {{groups}} order by {{groups}}
"""
# The same over everything: series are put in groups first, so that millions of figures
# are sorted by two small numbers instead of by words.
SUMS_OF_ALL = f"""
    {KNOWN},
    wanted as materialized (
        select x.number as series, dense_rank() over (order by {{order}}) as code, x.staff
        from fte_series x where x.notion = :notion {{conditions}}
    ),
    sums as materialized (
        select k.number as set_number, w.code,
            sum(case w.staff when '{Staff.CIVIL}' then f.value end) as civil,
            sum(case w.staff when '{Staff.EXTERNAL}' then f.value end) as external,
            sum(case w.staff when '{Staff.BOTH}' then f.value end) as whole,
            count(*) as count, count(*) - count(f.value) as unknown
        from known k cross join figures f on f.set_number = k.number
        cross join wanted w on w.series = f.series
        where not k.is_touched or not exists (select 1 from replaced_figures r
            where r.set_number = f.set_number and r.series = f.series
                and r.by_set in (select number from known))
        group by k.number, w.code
    ),
    heads as (select code, min(series) as series from wanted group by code)
    select k.reference_date, {{keys}}, sum(t.civil) as civil, sum(t.external) as external,
        sum(t.whole), sum(t.count), sum(t.unknown), max(k.is_sample)
    from sums t join known k on k.number = t.set_number
    join heads h on h.code = t.code join fte_series x on x.number = h.series
    group by k.reference_date, t.code order by k.reference_date, t.code
"""
# Parts of a figure whose other part does not count; few, and none in most slices.
LONE = f"""
    {KNOWN}
    select distinct k.reference_date, {{keys}}
    {FIGURES_OF_SERIES} {COUNTS} {{conditions}} and x.staff <> '{Staff.BOTH}'
        and not exists (
            select 1 from fte_series y cross join known o
            cross join figures g on g.set_number = o.number and g.series = y.number
            where y.organisation = x.organisation and y.place = x.place
                and y.sector = x.sector and y.notion = x.notion
                and y.staff = case x.staff when '{Staff.CIVIL}' then '{Staff.EXTERNAL}'
                    else '{Staff.CIVIL}' end
                and o.reference_date = k.reference_date
                and (not o.is_touched or not exists (select 1 from replaced_figures r
                    where r.set_number = g.set_number and r.series = g.series
                        and r.by_set in (select number from known))))
"""
MOMENTS = """
    select distinct s.reference_date, s.horizon, d.is_sample
    from value_sets s join deliveries d on d.id = s.delivery_id
    where d.withdrawn is null and (:known_on is null or d.delivered_on <= :known_on)
    order by s.reference_date, s.horizon
"""
NOTIONS = "select distinct notion from fte_series order by notion"
ONLY = " and x.{column} in (select value from json_each(:{column}))"
METHODS = """
    select s.reference_date, d.method, min(d.delivered_on) as since
    from value_sets s join deliveries d on d.id = s.delivery_id
    where d.withdrawn is null and s.horizon is :horizon
        and (:known_on is null or d.delivered_on <= :known_on)
        and (:samples is null or d.is_sample = :samples)
    group by s.reference_date, d.method order by s.reference_date, since, d.method
"""
ORIGINS = f"""
    {KNOWN}
    select k.reference_date, k.horizon, x.place, x.sector, x.organisation, x.notion,
        x.staff, f.value, f.kind, f.cell, d.*
    {FIGURES_OF_SERIES} join deliveries d on d.id = k.delivery_id
    {COUNTS} {{conditions}}
    order by x.organisation, x.place, x.sector, x.staff limit :limit
"""
