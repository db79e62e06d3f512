-- Every instrument of the letter as a register: one table each, described in
-- resources/instruments/. Links between records are checked by the program, for a record
-- that comes with it stands in no table until the office changes it.

create table masterplans (
    id text primary key not null,
    name text not null,
    place text not null,
    period_from integer,
    period_until integer,
    state text not null,
    version text not null,
    adopted_on text check (adopted_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    case_number text not null,
    next_choice_on text
        check (next_choice_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note text not null,
    source text not null
) strict;

create table buildings (
    id text primary key not null,
    masterplan_id text not null,
    name text not null,
    municipality text not null,
    services text not null,
    fte integer check (fte >= 0),
    next_choice_on text
        check (next_choice_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note text not null,
    source text not null
) strict;

create index buildings_by_parent on buildings (masterplan_id);

create table change_requests (
    id text primary key not null,
    title text not null,
    masterplan_id text not null,
    version text not null,
    building_id text not null,
    service text not null,
    ministry text not null,
    asked_on text check (asked_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state text not null,
    effect integer,
    what text not null,
    case_number text not null,
    answer_by text check (answer_by glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    source text not null
) strict;

create index change_requests_by_parent on change_requests (masterplan_id);

create table talks (
    id text primary key not null,
    ministry text not null,
    agency text not null,
    state text not null,
    planned_on text check (planned_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    held_on text check (held_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    participants text not null,
    possible text not null,
    note text not null,
    source text not null
) strict;

create table agreements (
    id text primary key not null,
    talk_id text not null,
    text text not null,
    owner text not null,
    due_on text check (due_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state text not null
) strict;

create index agreements_by_parent on agreements (talk_id);

create table opportunities (
    id text primary key not null,
    title text not null,
    kind text not null,
    given_by text not null,
    ministry text not null,
    province text not null,
    region text not null,
    themes text not null,
    service text not null,
    fte integer check (fte >= 0),
    text text not null,
    contact text not null,
    given_on text check (given_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_until text check (valid_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state text not null,
    source text not null
) strict;

create table offers (
    id text primary key not null,
    title text not null,
    given_by text not null,
    address text not null,
    province text not null,
    region text not null,
    municipality text not null,
    given_on text check (given_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    fits text not null,
    case_number text not null,
    premises text not null,
    costs text not null,
    living text not null,
    schools text not null,
    welcome text not null,
    answer_by text check (answer_by glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state text not null,
    source text not null
) strict;

create table profiles (
    id text primary key not null,
    region text not null,
    given_on text check (given_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    qualities text not null,
    ambitions text not null,
    tasks text not null,
    chances text not null,
    education text not null,
    access text not null,
    contact text not null,
    source text not null
) strict;

create table networks (
    id text primary key not null,
    name text not null,
    provinces text not null,
    contact text not null,
    note text not null,
    source text not null
) strict;

create table network_members (
    id text primary key not null,
    network_id text not null,
    organisation text not null,
    valid_from text check (valid_from glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_until text check (valid_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    contact text not null,
    source text not null
) strict;

create index network_members_by_parent on network_members (network_id);

create table network_counts (
    id text primary key not null,
    network_id text not null,
    counted_on text check (counted_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    members integer,
    source text not null
) strict;

create index network_counts_by_parent on network_counts (network_id);

create table ministry_plans (
    id text primary key not null,
    ministry text not null,
    given_on text check (given_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    outcome text not null,
    term_on text check (term_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reason text not null,
    text text not null,
    outside_now integer check (outside_now >= 0),
    outside_then integer check (outside_then >= 0),
    state text not null,
    source text not null
) strict;

create table commitments (
    id text primary key not null,
    title text not null,
    kind text not null,
    document text not null,
    given_on text check (given_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    text text not null,
    owner text not null,
    due_on text check (due_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state text not null,
    letter text not null,
    paragraph text not null,
    edition text not null,
    evidence text not null,
    source text not null
) strict;

create table personnel_measures (
    id text primary key not null,
    title text not null,
    text text not null,
    owner text not null,
    due_on text check (due_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state text not null,
    evidence text not null,
    source text not null
) strict;

create table actions (
    id text primary key not null,
    title text not null,
    commitment_id text not null,
    text text not null,
    owner text not null,
    due_on text check (due_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state text not null,
    evidence text not null,
    source text not null
) strict;

create table parties (
    id text primary key not null,
    case_id text not null references cases (id),
    name text not null,
    role text not null,
    organisation text not null,
    contact text not null,
    note text not null
) strict;

create index parties_by_case on parties (case_id);

create table meetings (
    id text primary key not null,
    case_id text not null references cases (id),
    subject text not null,
    held_on text check (held_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    participants text not null,
    state text not null,
    position_ministry text not null,
    position_bzk text not null,
    agreed text not null
) strict;

create index meetings_by_case on meetings (case_id);

alter table tasks add column owner text not null default '';

create table relations (
    id text primary key not null,
    case_id text not null references cases (id),
    other_number text not null,
    kind text not null,
    note text not null
) strict;

create index relations_by_case on relations (case_id);

create table developments (
    id text primary key not null,
    case_id text not null references cases (id),
    title text not null,
    domain text not null,
    region text not null,
    owner text not null,
    due_on text check (due_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state text not null,
    text text not null,
    source text not null
) strict;

create index developments_by_case on developments (case_id);

create table collaborations (
    id text primary key not null,
    case_id text not null references cases (id),
    opportunity_id text not null,
    partner text not null,
    agreement text not null,
    agreed_on text check (agreed_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) strict;

create index collaborations_by_case on collaborations (case_id);

create table scans (
    id text primary key not null,
    case_id text not null references cases (id),
    region text not null,
    professions text not null,
    scanned_on text check (scanned_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_until text check (valid_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    demand integer check (demand >= 0),
    vacancies integer,
    seekers integer,
    outcome text not null,
    made_by text not null,
    note text not null,
    source text not null
) strict;

create index scans_by_case on scans (case_id);

create table hybrid_starts (
    id text primary key not null,
    case_id text not null references cases (id),
    start_on text check (start_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until_on text check (until_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    share integer,
    hub text not null,
    note text not null,
    ended_on text check (ended_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) strict;

create index hybrid_starts_by_case on hybrid_starts (case_id);

create table youth_measures (
    id text primary key not null,
    case_id text not null references cases (id),
    institute text not null,
    programme text not null,
    target integer,
    owner text not null,
    follow_up_on text
        check (follow_up_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    realised integer,
    note text not null
) strict;

create index youth_measures_by_case on youth_measures (case_id);

create table submissions (
    id text primary key not null,
    case_id text not null references cases (id),
    state text not null,
    submitted_on text
        check (submitted_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    council_on text check (council_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    letter_number text not null,
    letter_sha256 text not null,
    position_ministry text not null,
    position_bzk text not null,
    outcome text not null,
    decided_on text check (decided_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reason text not null
) strict;

create index submissions_by_case on submissions (case_id);

create table realisations (
    id text primary key not null,
    case_id text not null references cases (id),
    province text not null,
    counted_on text check (counted_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    planned integer,
    realised integer,
    is_lapsed text not null,
    note text not null,
    source text not null
) strict;

create index realisations_by_case on realisations (case_id);

create table precedents (
    id text primary key not null,
    case_id text not null references cases (id),
    other_number text not null,
    reason text not null
) strict;

create index precedents_by_case on precedents (case_id);

create table stage_days (
    id text primary key not null,
    case_id text not null references cases (id),
    stage text not null,
    began_on text check (began_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note text not null
) strict;

create index stage_days_by_case on stage_days (case_id);

create table criteria (
    id text primary key not null,
    case_id text not null references cases (id),
    name text not null,
    worst text not null,
    best text not null,
    weight integer,
    why text not null
) strict;

create index criteria_by_case on criteria (case_id);

create table scores (
    id text primary key not null,
    case_id text not null references cases (id),
    criterion_id text not null,
    location_id text not null,
    score integer,
    why text not null
) strict;

create index scores_by_case on scores (case_id);

alter table locations add column cost_once integer;

alter table locations add column cost_yearly integer;

alter table letters add column record text not null default '';
