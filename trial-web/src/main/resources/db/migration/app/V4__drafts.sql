-- What somebody is typing and has not saved. Never data: private to its author, encrypted under a key in the key store that goes with it.
create table draft (
    account     text        not null,
    trial       text        not null,
    participant text        not null,
    event       text        not null,
    event_key   text        not null,
    form        text        not null,
    form_key    text        not null,
    key_ref     text        not null,
    sealed      bytea       not null,
    began_at    timestamptz not null,
    typed_at    timestamptz not null,
    -- When it was noted on record that it lies unsaved.
    noted_at    timestamptz,
    primary key (account, trial, participant, event, event_key, form, form_key)
);
create index draft_of_age on draft (typed_at) where noted_at is null;

-- Who has a form before them that others could enter too. Rows of the last minute count.
create table form_presence (
    trial       text        not null,
    participant text        not null,
    event       text        not null,
    event_key   text        not null,
    form        text        not null,
    form_key    text        not null,
    account     text        not null,
    since       timestamptz not null,
    seen_at     timestamptz not null,
    primary key (trial, participant, event, event_key, form, form_key, account)
);
