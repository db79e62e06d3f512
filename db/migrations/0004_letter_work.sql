-- Letters of more kinds: about a case, about a yearly request, or on their own. Their own
-- data, the remarks on their paragraphs, and own versions of generated paragraphs.

create table letters_rebuilt (
    id text primary key not null,
    case_id text references cases (id),
    request_id text references requests (id),
    kind text not null,
    version integer not null check (version > 0),
    replaces text references letters_rebuilt (id),
    written_on text check (written_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    number text not null,
    minister text not null,
    signatory text not null,
    classification text not null default '',
    classified_until text
        check (classified_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    classified_by text not null default '',
    file text references files (sha256),
    receipt text not null,
    sealed_at text not null,
    checked text not null,
    unique (case_id, kind, version),
    unique (request_id, kind, version)
) strict;

insert into letters_rebuilt (id, case_id, kind, version, replaces, written_on, number,
        minister, signatory, file, receipt, sealed_at, checked)
    select id, case_id, kind, version, replaces, written_on, number, minister, signatory,
        file, receipt, sealed_at, checked
    from letters order by version;

create table own_texts_rebuilt (
    id text primary key not null,
    letter_id text not null references letters_rebuilt (id),
    after text not null,
    position integer not null,
    text text not null,
    base text
) strict;

insert into own_texts_rebuilt (id, letter_id, after, position, text)
    select id, letter_id, after, position, text from own_texts;

drop table own_texts;
drop table letters;
alter table letters_rebuilt rename to letters;
alter table own_texts_rebuilt rename to own_texts;

create index letters_by_file on letters (file);
create index letters_by_replaces on letters (replaces);
create index own_texts_by_letter on own_texts (letter_id, after, position);

create table letter_values (
    id text primary key not null,
    letter_id text not null references letters (id),
    field text not null,
    position integer not null,
    value text not null
) strict;

create index letter_values_by_letter on letter_values (letter_id, field, position);

create table letter_remarks (
    id text primary key not null,
    letter_id text not null references letters (id),
    block text not null,
    kind text not null check (kind in ('opmerking', 'vraag', 'voorstel', 'aanvulling')),
    text text not null,
    author text not null,
    made_on text not null
        check (made_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    settled_on text check (settled_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    settled_by text not null default ''
) strict;

create index letter_remarks_by_letter on letter_remarks (letter_id, block);
