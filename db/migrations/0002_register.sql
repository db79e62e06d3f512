-- The fte register: who is counted, where, in which series, and why figures differ.

-- Deliveries say why they correct an earlier one, and whether they were made up.
alter table deliveries add column reason text not null default '';
alter table deliveries add column is_sample integer not null default 0
    check (is_sample in (0, 1));

-- A series is everything that stays the same about a figure from year to year. It is a
-- dictionary: rows are added with the first value and stay.
create table fte_series (
    number integer primary key,
    organisation text not null,
    place text not null
        check (place = 'NL' or place glob 'PV[0-9][0-9]' or place glob 'NL[1-9]??'),
    sector text not null,
    notion text not null,
    staff text not null,
    unique (organisation, place, sector, notion, staff)
) strict;

create index fte_series_by_place on fte_series (place, sector);

-- The values of one delivery about one date, and one horizon if it is a forecast.
-- `batch` vouches for them: triggers let values in only while that batch is open.
create table value_sets (
    number integer primary key,
    delivery_id text not null references deliveries (id),
    batch integer not null references batches (seq),
    reference_date text not null
        check (reference_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    horizon integer check (horizon between 1900 and 2200)
) strict;

create unique index value_sets_by_date
    on value_sets (reference_date, coalesce(horizon, 0), delivery_id);
create index value_sets_by_delivery on value_sets (delivery_id);
create index value_sets_by_batch on value_sets (batch);

create table figures (
    set_number integer not null references value_sets (number),
    series integer not null references fte_series (number),
    position integer not null,
    value integer,
    kind text not null check (kind in ('exact', 'afgerond', 'afgeleid')),
    cell text not null,
    primary key (set_number, series)
) strict, without rowid;

-- Which figure a later delivery replaces; written with the later of the two. A figure counts
-- as long as no delivery that is known and not withdrawn replaces it.
create table replaced_figures (
    set_number integer not null references value_sets (number),
    series integer not null references fte_series (number),
    by_set integer not null references value_sets (number),
    primary key (set_number, series, by_set)
) strict, without rowid;

-- What came with the first schema moves over; the old table goes.
insert into fte_series (organisation, place, sector, notion, staff)
    select distinct organisation, province, sector,
        case notion when '' then 'standplaats' else notion end,
        case staff when '' then 'rijksambtenaren en externen' else staff end
    from fte_values;
insert into value_sets (delivery_id, batch, reference_date, horizon)
    select distinct v.delivery_id, (select batch from open_batch), v.reference_date, null
    from fte_values v;
insert into figures (set_number, series, position, value, kind, cell)
    select s.number, x.number, v.position, v.value, 'exact', v.cell
    from fte_values v
    join value_sets s
        on s.delivery_id = v.delivery_id and s.reference_date = v.reference_date
    join fte_series x
        on x.organisation = v.organisation and x.place = v.province
        and x.sector = v.sector
        and x.notion = case v.notion when '' then 'standplaats' else v.notion end
        and x.staff =
            case v.staff when '' then 'rijksambtenaren en externen' else v.staff end;
drop table fte_values;

-- Inhabitants, jobs and other figures that shares are held against.
create table benchmark_values (
    delivery_id text not null references deliveries (id),
    position integer not null,
    measure text not null check (measure <> ''),
    reference_date text not null
        check (reference_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    place text not null,
    value integer,
    cell text not null,
    primary key (delivery_id, position)
) strict, without rowid;

create table methods (
    id text primary key not null,
    key text not null unique check (key <> ''),
    title text not null,
    from_date text check (from_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note text not null,
    source text not null
) strict;

create table organisations (
    id text primary key not null,
    kind text not null,
    sector text not null,
    is_public_task integer check (is_public_task in (0, 1)),
    tooi text not null,
    source text not null,
    is_sample integer not null check (is_sample in (0, 1))
) strict;

create table organisation_names (
    id text primary key not null,
    organisation_id text not null references organisations (id),
    name text not null check (name <> ''),
    valid_from text check (valid_from glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_until text check (valid_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) strict;

create index organisation_names_by_organisation on organisation_names (organisation_id);

-- A parent is a ministry (by key) or another organisation, never both.
create table organisation_parents (
    id text primary key not null,
    organisation_id text not null references organisations (id),
    ministry text not null,
    parent_id text references organisations (id),
    valid_from text check (valid_from glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_until text check (valid_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    check ((ministry = '') <> (parent_id is null))
) strict;

create index organisation_parents_by_organisation on organisation_parents (organisation_id);
create index organisation_parents_by_parent on organisation_parents (parent_id);

create table lineage (
    id text primary key not null,
    kind text not null,
    before_id text not null references organisations (id),
    after_id text not null references organisations (id),
    day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note text not null,
    source text not null
) strict;

create index lineage_by_before on lineage (before_id);
create index lineage_by_after on lineage (after_id);

create table sites (
    id text primary key not null,
    kind text not null,
    name text not null check (name <> ''),
    municipality text not null,
    province text not null check (province glob 'PV[0-9][0-9]'),
    region text not null,
    capacity integer,
    valid_from text check (valid_from glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_until text check (valid_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    source text not null
) strict;

create index sites_by_province on sites (province, kind);

-- Known causes of a difference between two dates; an unknown amount is null.
create table adjustments (
    id text primary key not null,
    kind text not null,
    day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    organisation text not null,
    from_place text not null,
    to_place text not null,
    from_sector text not null,
    to_sector text not null,
    amount integer check (amount >= 0),
    note text not null,
    source text not null,
    is_sample integer not null check (is_sample in (0, 1))
) strict;

create index adjustments_by_day on adjustments (day);

-- What an import has learned: other words for a place, sector or organisation, and where
-- the columns of a sender's table stand.
create table synonyms (
    id text primary key not null,
    kind text not null,
    text text not null,
    target text not null,
    unique (kind, text)
) strict;

create table recipes (
    id text primary key not null,
    sender text not null,
    fingerprint text not null unique,
    content text not null
) strict;
