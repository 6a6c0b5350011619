-- The audit trail is filtered, searched and sorted where it is stored: one index per order and per filter that people use.
create index entry_by_time on read.entry (ledger, recorded_at);
create index entry_by_actor on read.entry (ledger, actor, leaf_index);
create index entry_by_type on read.entry (ledger, type, leaf_index);
create index entry_by_participant on read.entry (ledger, coalesce(participant, ''), leaf_index);
create index entry_by_site on read.entry (ledger, coalesce(site, ''), leaf_index);
create index item_by_item on read.item (trial, item, valid_from);
create index item_by_form on read.item (trial, form, valid_from);
-- For values that begin with what is searched for; whole values may be longer than an index row.
create index item_by_value on read.item (trial, lower(left(value, 64)) text_pattern_ops) where value is not null;

-- What was taken out of a trial, by whom, at which checkpoint. Of the platform ledger: valid_from is a leaf index there.
create table read.export (
    account         text   not null,
    trial           text   not null,
    what            text   not null,
    format          text   not null,
    scope           text   not null,
    filter_digest   text,
    tree_size       bigint not null,
    checkpoint_size bigint,
    checkpoint_root text,
    valid_from      bigint not null,
    valid_to        bigint,
    constraint export_pk primary key (account, valid_from)
);
create index export_of_trial on read.export (trial, valid_from);
