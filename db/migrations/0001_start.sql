-- The journal. Every write belongs to one named batch: one action of the user.
-- The triggers that fill it are generated from this schema (workbench/store/triggers.py)
-- and are therefore not written here; db/schema.sql shows them.

create table batches (
    seq integer primary key,
    id text not null unique,
    name text not null check (name <> ''),
    kind text not null check (kind in ('action', 'undo', 'redo', 'system')),
    is_final integer not null check (is_final in (0, 1)),
    made_by text not null,
    started_at text not null,
    closed_at text,
    entry_count integer,
    previous_hash text,
    hash text
) strict;

create index batches_by_kind on batches (kind, seq);

-- Which batch took back which: an undo takes back actions, a redo takes back an undo.
create table reversals (
    reverses integer primary key references batches (seq),
    batch integer not null references batches (seq)
) strict;

create index reversals_by_batch on reversals (batch);

create table entries (
    seq integer primary key,
    batch integer not null references batches (seq),
    table_name text not null,
    row_id text not null,
    case_id text,
    operation text not null check (operation in ('insert', 'update', 'delete')),
    field text not null,
    before any,
    after any
) strict;

create index entries_by_batch on entries (batch);
create index entries_by_field on entries (table_name, row_id, field, seq);
create index entries_by_case on entries (case_id, batch);

-- Holds one row while a batch is open and is empty in every committed state.
create table open_batch (
    id integer primary key check (id = 1),
    batch integer not null references batches (seq)
) strict;

-- Cases. fte is kept in hundredths; an unknown amount is null, never 0.

create table cases (
    id text primary key not null,
    number text not null unique check (number <> ''),
    title text not null,
    stage text not null,
    service text not null,
    ministry text,
    sector text,
    body text,
    occasion text,
    intention text not null,
    notice_on text check (notice_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    judged_on text not null
        check (judged_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    judged_on_reason text not null,
    figures_on text check (figures_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    fte_before integer,
    fte_after integer,
    planned_year integer,
    recipient_name text not null,
    recipient_address text not null,
    their_reference text not null,
    their_letter_on text
        check (their_letter_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    handler text not null,
    source text not null,
    is_sample integer not null check (is_sample in (0, 1))
) strict;

create index cases_by_day on cases (judged_on);

create table shifts (
    id text primary key not null,
    case_id text not null references cases (id),
    province text not null check (province glob 'PV[0-9][0-9]'),
    fte_before integer,
    fte_after integer,
    unique (case_id, province)
) strict;

create table locations (
    id text primary key not null,
    case_id text not null references cases (id),
    position integer not null,
    name text not null,
    municipality text not null,
    province text check (province glob 'PV[0-9][0-9]'),
    region text not null,
    fte integer,
    is_preferred integer not null check (is_preferred in (0, 1)),
    regional_interest text not null,
    strengthening text not null,
    labour_market text not null,
    staff text not null,
    access text not null,
    housing text not null,
    ready_on text check (ready_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    costs text not null
) strict;

create index locations_by_case on locations (case_id, position);

-- The advice names one location at most.
create unique index locations_preferred on locations (case_id) where is_preferred = 1;

-- Files are kept under the SHA-256 of their content and never change.
create table files (
    sha256 text primary key not null check (length(sha256) = 64),
    name text not null,
    media_type text not null,
    size integer not null check (size = length(content)),
    content blob not null
) strict;

create table answers (
    id text primary key not null,
    case_id text not null references cases (id),
    question text not null,
    asked_from text not null
        check (asked_from glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    verdict text not null,
    value text not null,
    explanation text not null,
    source text not null,
    attachment text references files (sha256),
    name text not null,
    day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    unique (case_id, question)
) strict;

create index answers_by_attachment on answers (attachment);

create table attachments (
    id text primary key not null,
    case_id text not null references cases (id),
    file text not null references files (sha256),
    title text not null,
    added_on text not null
        check (added_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note text not null,
    goes_along integer not null check (goes_along in (0, 1))
) strict;

create index attachments_by_case on attachments (case_id);
create index attachments_by_file on attachments (file);

-- Letters. One with a file is sealed: it never changes, a new version replaces it.
create table letters (
    id text primary key not null,
    case_id text not null references cases (id),
    kind text not null,
    version integer not null check (version > 0),
    replaces text references letters (id),
    written_on text check (written_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    number text not null,
    minister text not null,
    signatory text not null,
    file text references files (sha256),
    receipt text not null,
    sealed_at text not null,
    checked text not null,
    unique (case_id, kind, version)
) strict;

create index letters_by_file on letters (file);
create index letters_by_replaces on letters (replaces);

create table own_texts (
    id text primary key not null,
    letter_id text not null references letters (id),
    after text not null,
    position integer not null,
    text text not null
) strict;

create index own_texts_by_letter on own_texts (letter_id, after, position);

create table tasks (
    id text primary key not null,
    case_id text references cases (id),
    title text not null,
    due_on text check (due_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    done_on text check (done_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) strict;

create index tasks_by_case on tasks (case_id);

-- What the office itself decides: its data and working arrangements, each with a first day.
create table settings (
    id text primary key not null,
    key text not null,
    valid_from text not null
        check (valid_from glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    value text not null,
    source text not null,
    note text not null,
    unique (key, valid_from)
) strict;

-- Figures. A delivery is never edited; a correction is a newer delivery. Its values are
-- written in the same batch and journalled by the delivery's row_count and sha256.
create table deliveries (
    id text primary key not null,
    title text not null,
    delivered_by text not null,
    delivered_on text not null
        check (delivered_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    method text not null,
    source text not null,
    file text references files (sha256),
    row_count integer not null,
    sha256 text not null check (length(sha256) = 64),
    withdrawn integer references batches (seq)
) strict;

create index deliveries_by_file on deliveries (file);
create index deliveries_by_withdrawn on deliveries (withdrawn);

create table fte_values (
    delivery_id text not null references deliveries (id),
    position integer not null,
    reference_date text not null
        check (reference_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    province text not null check (province = 'NL' or province glob 'PV[0-9][0-9]'),
    sector text not null,
    organisation text not null,
    notion text not null,
    staff text not null,
    value integer,
    cell text not null,
    primary key (delivery_id, position)
) strict, without rowid;

create index fte_values_by_date on fte_values (reference_date, province, sector);

-- Published figures that are rounded, a change or a forecast: they are cited, never summed.
create table statements (
    delivery_id text not null references deliveries (id),
    position integer not null,
    kind text not null check (kind in ('rounded', 'change', 'forecast')),
    published text not null,
    reference_date text not null,
    until text not null,
    province text not null check (province = 'NL' or province glob 'PV[0-9][0-9]'),
    sector text not null,
    unit text not null,
    value text not null,
    bound text not null check (bound in ('', 'at_least', 'at_most', 'about')),
    wording text not null,
    source text not null,
    primary key (delivery_id, position)
) strict, without rowid;
