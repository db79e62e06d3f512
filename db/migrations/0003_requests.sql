-- Yearly requests for figures: who was asked, what came back, and what is still asked.

create table requests (
    id text primary key not null,
    ministry text not null check (ministry <> ''),
    reference_date text not null
        check (reference_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due_on text check (due_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    contact text not null,
    unique (ministry, reference_date)
) strict;

create table request_steps (
    id text primary key not null,
    request_id text not null references requests (id),
    position integer not null,
    kind text not null,
    day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note text not null,
    file text references files (sha256),
    delivery_id text references deliveries (id)
) strict;

create index request_steps_by_request on request_steps (request_id, position);

create table request_questions (
    id text primary key not null,
    request_id text not null references requests (id),
    code text not null,
    organisation text not null,
    sector text not null,
    province text not null,
    cell text not null,
    found text not null,
    text text not null,
    state text not null,
    owner text not null,
    answer text not null,
    asked_on text not null
        check (asked_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) strict;

create index request_questions_by_request on request_questions (request_id, id);
