-- The check that raised a query, where the system did; lists of queries by their status.
alter table read.query add column check_id text;
create index query_turn_by_status on read.query_turn (trial, status, valid_from);

-- What a check asked about while a form was typed, and the answer that then stood there (R10). Columns of a value as in read.item.
create table read.check_prompt (
    trial       text   not null,
    participant text   not null,
    event       text   not null,
    event_key   text   not null,
    form        text   not null,
    form_key    text   not null,
    item_group  text   not null,
    group_key   text   not null,
    item        text   not null,
    check_id    text   not null,
    -- Place in its entry: one check can have asked twice.
    n           int    not null,
    class       char(1),
    value       text,
    digest      text,
    null_flavour text,
    unit        text,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint check_prompt_pk
        primary key (trial, participant, event, event_key, form, form_key, item_group, group_key, item, n, valid_from)
);
