-- The keys of erasable disclosures, each wrapped under a key that is in no database. A schema of its own, which may live in a database
-- of its own, and which no backup of the ledger includes.

create schema if not exists vault;

-- How the wrapping key is derived from the key store password, and a value that tells a wrong password from a right one.
create table vault.parameters (
    single      boolean primary key default true check (single),
    kdf         text    not null,
    salt        bytea   not null,
    check_value bytea   not null
);

-- ledger and subject name whose IDENTITY disclosures a key is for; both are null for a key of one disclosure.
create table vault.data_key (
    ref        text        primary key,
    ledger     text,
    subject    text,
    wrapped    bytea       not null,
    created_at timestamptz not null default clock_timestamp(),
    check ((ledger is null) = (subject is null))
);
-- Two nodes that make the key of one subject at the same time must end with one key.
create unique index data_key_subject on vault.data_key (ledger, subject) where subject is not null;
-- A destroyed key must not linger in dead rows: vacuum on the first one.
alter table vault.data_key set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);

create table vault.destroyed_key (
    ref          text        primary key,
    destroyed_at timestamptz not null default clock_timestamp()
);

grant usage on schema vault to ${appRole};
grant select, insert on vault.parameters, vault.destroyed_key to ${appRole};
grant select, insert, delete on vault.data_key to ${appRole};
