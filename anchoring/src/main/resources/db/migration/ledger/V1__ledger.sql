-- The ledger at rest. Run by the owner role. The application role (placeholder appRole, which must exist) may SELECT and INSERT; what
-- has to change or go does so through the two SECURITY DEFINER functions below. All of this is a fence; the proof is the log itself.

create schema if not exists ledger;

-- Order of processing over all ledgers: the next position to give away.
create table ledger.log_head (
    single        boolean primary key default true check (single),
    next_position bigint  not null check (next_position >= 0)
);
insert into ledger.log_head (next_position) values (0);

-- One row per ledger. iat_high is the latest iat of all its entries, which need not be the last one's.
create table ledger.head (
    ledger   text        primary key,
    size     bigint      not null check (size >= 0),
    iat_high timestamptz not null
);

create table ledger.entry (
    position    bigint      not null check (position >= 0),
    ledger      text        not null,
    leaf_index  bigint      not null check (leaf_index >= 0),
    stream      text        not null,
    seq         bigint      not null check (seq >= 0),
    jti         text        not null,
    iat         timestamptz not null,
    -- Latest iat of the ledger up to and including this entry. It only grows, so "as of an instant" is one step down an index.
    iat_high    timestamptz not null,
    header      text        not null,
    payload     text        not null,
    signature   text        not null,
    -- Disclosures that are never erased (VALUE, ALLOCATION): "<class letter>.<base64url>", joined by "~".
    disclosures text        not null,
    entry_hash  bytea       not null check (octet_length(entry_hash) = 32),
    leaf_hash   bytea       not null check (octet_length(leaf_hash) = 32),
    constraint entry_pk primary key (position),
    constraint entry_leaf unique (ledger, leaf_index),
    constraint entry_stream unique (stream, seq),
    constraint entry_jti unique (jti),
    constraint entry_hash unique (entry_hash)
);
create index entry_as_of on ledger.entry (ledger, iat_high, leaf_index);
-- Base64url of signed JSON hardly compresses: keep rows whole in their page instead of trying.
alter table ledger.entry alter column payload set storage external, alter column disclosures set storage external;
alter table ledger.entry set (toast_tuple_target = 8160);

-- Disclosures that can be erased (IDENTITY, FREE_TEXT), encrypted under a key that lives elsewhere: nonce, ciphertext, tag.
create table ledger.erasable_disclosure (
    ledger     text     not null,
    leaf_index bigint   not null,
    ordinal    smallint not null,
    digest     text     not null,
    class      char(1)  not null check (class in ('I', 'F')),
    key_ref    text     not null,
    ciphertext bytea    not null,
    constraint erasable_disclosure_pk primary key (ledger, leaf_index, digest)
);
create index erasable_disclosure_key on ledger.erasable_disclosure (key_ref);

-- That a disclosure was erased, and which entry (by its hash) ordered it.
create table ledger.erasure (
    ledger     text        not null,
    leaf_index bigint      not null,
    digest     text        not null,
    class      char(1)     not null,
    key_ref    text        not null,
    cause      bytea       not null,
    erased_at  timestamptz not null default clock_timestamp(),
    constraint erasure_pk primary key (ledger, leaf_index, digest)
);

-- Keys that no disclosure may use any more. After a restore of the key vault they are destroyed again.
create table ledger.erased_key (
    key_ref   text        primary key,
    cause     bytea       not null,
    erased_at timestamptz not null default clock_timestamp()
);

-- Full tiles (C2SP tlog-tiles), 256 hashes each; root is the hash over them, which is one hash of the level above.
create table ledger.tile (
    ledger text     not null,
    level  smallint not null check (level between 0 and 7),
    index  bigint   not null check (index >= 0),
    hashes bytea    not null check (octet_length(hashes) = 8192),
    root   bytea    not null check (octet_length(root) = 32),
    constraint tile_pk primary key (ledger, level, index)
);

-- Every checkpoint ever signed. tail holds the leaf hashes between the later of the previous checkpoint and the last full tile, and
-- this size: with the tiles they say which entry stood where, for every entry a checkpoint covers.
create table ledger.checkpoint (
    ledger    text        not null,
    size      bigint      not null check (size >= 0),
    root      bytea       not null check (octet_length(root) = 32),
    note      text        not null,
    tail      bytea       not null,
    signed_at timestamptz not null,
    constraint checkpoint_pk primary key (ledger, size)
);

-- Author certificates by thumbprint (base64url SHA-256 of the DER encoding).
create table ledger.certificate (
    kid text  primary key,
    der bytea not null
);

-- Bytes cited from entries, by the SHA-256 of what is stored here.
create table ledger.blob (
    sha256  bytea primary key check (octet_length(sha256) = 32),
    form    text  not null check (form in ('plain', 'salted', 'encrypted')),
    key_ref text  check ((key_ref is not null) = (form = 'encrypted')),
    content bytea not null
);
alter table ledger.blob alter column content set storage external;

-- One row per full pass of the self-audit.
create table ledger.self_audit (
    id          bigint      generated always as identity primary key,
    started_at  timestamptz not null,
    finished_at timestamptz not null,
    entries     bigint      not null,
    outcome     text        not null,
    findings    text        not null
);

-- Fences. Statement triggers also stop a statement that would touch no row.
create function ledger.refuse_change() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception '% of %.% is refused: what is recorded stays as it is', tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

do $$
declare
    fenced text;
begin
    foreach fenced in array array['entry', 'erasure', 'erased_key', 'tile', 'checkpoint', 'certificate', 'blob', 'self_audit'] loop
        execute format('create trigger refuse_change before update or delete or truncate on ledger.%I '
            'for each statement execute function ledger.refuse_change()', fenced);
    end loop;
    foreach fenced in array array['head', 'log_head'] loop
        execute format('create trigger refuse_removal before delete or truncate on ledger.%I '
            'for each statement execute function ledger.refuse_change()', fenced);
    end loop;
end $$;

create trigger refuse_change before update or truncate on ledger.erasable_disclosure
    for each statement execute function ledger.refuse_change();

-- A ciphertext may go only once its erasure is on record.
create function ledger.refuse_unrecorded_erasure() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from ledger.erasure e
                   where e.ledger = old.ledger and e.leaf_index = old.leaf_index and e.digest = old.digest) then
        raise exception 'DELETE of a disclosure of entry % of ledger % is refused: no erasure is recorded',
            old.leaf_index, old.ledger using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;
create trigger refuse_unrecorded_erasure before delete on ledger.erasable_disclosure
    for each row execute function ledger.refuse_unrecorded_erasure();

-- Heads only grow, whoever moves them.
create function ledger.refuse_shrinking() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if tg_table_name = 'log_head' then
        if new.next_position <= old.next_position then
            raise exception 'the log head moves forward only' using errcode = 'insufficient_privilege';
        end if;
    elsif new.ledger <> old.ledger or new.size <= old.size or new.iat_high < old.iat_high then
        raise exception 'the head of ledger % moves forward only', old.ledger using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger refuse_shrinking before update on ledger.head
    for each row execute function ledger.refuse_shrinking();
create trigger refuse_shrinking before update on ledger.log_head
    for each row execute function ledger.refuse_shrinking();

-- Moves the heads after a batch was inserted. Appenders take turns by an advisory lock; should that ever fail (a pooler that shares
-- sessions, a second lock key), the compare-and-set fails the later batch as a whole instead of forking the log.
create function ledger.advance(
    expected_position bigint, next_position bigint,
    ledgers text[], expected_sizes bigint[], next_sizes bigint[], iat_highs timestamptz[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    moved bigint;
begin
    update ledger.log_head h set next_position = advance.next_position where h.next_position = expected_position;
    get diagnostics moved = row_count;
    if moved <> 1 then
        raise exception 'the log head is no longer at position %', expected_position using errcode = 'serialization_failure';
    end if;
    insert into ledger.head (ledger, size, iat_high)
        select n.ledger, 0, n.iat_high from unnest(ledgers, expected_sizes, iat_highs) n (ledger, expected, iat_high)
        where n.expected = 0
        on conflict do nothing;
    update ledger.head h set size = n.next, iat_high = n.iat_high
        from unnest(ledgers, expected_sizes, next_sizes, iat_highs) n (ledger, expected, next, iat_high)
        where h.ledger = n.ledger and h.size = n.expected;
    get diagnostics moved = row_count;
    if moved <> cardinality(ledgers) then
        raise exception 'a ledger head has moved meanwhile' using errcode = 'serialization_failure';
    end if;
    -- Delivered when, and only if, the transaction commits.
    perform pg_notify('indelible_append', (next_position - 1)::text);
end $$;

-- The one way anything is erased: the disclosures named, and all that is encrypted under the keys named, on the order of the entry
-- with the hash `cause`. Returns the keys nothing needs any more, for the vault to destroy.
create function ledger.erase(
    cause bytea, in_ledger text, leaf_indexes bigint[], digests text[], key_refs text[]) returns setof text
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
    erased_refs text[];
begin
    if not exists (select from ledger.entry e where e.entry_hash = cause and e.ledger in (in_ledger, 'platform')) then
        raise exception 'no entry of ledger % or platform has the hash that is to order this erasure', in_ledger
            using errcode = 'no_data_found';
    end if;
    -- The appenders' lock: no entry may come in under a key while it is being given up.
    perform pg_advisory_xact_lock(7597120008193925740);
    with gone as (
        insert into ledger.erasure (ledger, leaf_index, digest, class, key_ref, cause)
            select d.ledger, d.leaf_index, d.digest, d.class, d.key_ref, cause
            from ledger.erasable_disclosure d
            where d.key_ref = any (key_refs)
               or (d.ledger, d.leaf_index, d.digest) in
                  (select in_ledger, n.leaf_index, n.digest from unnest(leaf_indexes, digests) n (leaf_index, digest))
            on conflict do nothing
            returning key_ref)
    select coalesce(array_agg(distinct g.key_ref), '{}') into erased_refs from gone g;
    delete from ledger.erasable_disclosure d
        using ledger.erasure e
        where d.key_ref = any (erased_refs || key_refs)
          and e.ledger = d.ledger and e.leaf_index = d.leaf_index and e.digest = d.digest;
    return query
        insert into ledger.erased_key (key_ref, cause)
            select distinct r.key_ref, cause from unnest(erased_refs || key_refs) r (key_ref)
            where r.key_ref = any (key_refs)
               or not exists (select from ledger.erasable_disclosure d where d.key_ref = r.key_ref)
              and not exists (select from ledger.blob b where b.key_ref = r.key_ref)
            on conflict do nothing
            returning erased_key.key_ref;
end $$;

revoke all on function ledger.advance, ledger.erase from public;
grant usage on schema ledger to ${appRole};
grant select on all tables in schema ledger to ${appRole};
grant insert on ledger.entry, ledger.erasable_disclosure, ledger.tile, ledger.checkpoint, ledger.certificate, ledger.blob,
    ledger.self_audit to ${appRole};
grant execute on function ledger.advance, ledger.erase to ${appRole};
