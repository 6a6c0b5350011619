-- What others have vouched for: cosignatures of witnesses, tokens of time-stamp authorities, and what became of asking them. The
-- application may add; nobody changes or removes.

create table ledger.cosignature (
    ledger      text        not null,
    size        bigint      not null,
    -- The witness's verifier key, as it is written in a trust policy.
    witness     text        not null,
    line        text        not null,
    -- By the witness's clock, and by ours.
    cosigned_at timestamptz not null,
    received_at timestamptz not null,
    constraint cosignature_pk primary key (ledger, size, witness)
);
create index cosignature_witness on ledger.cosignature (ledger, witness, size);

-- Tokens over checkpoints: over the note as the log signed it, with the log's signature and without cosignatures.
create table ledger.timestamp_token (
    ledger           text        not null,
    size             bigint      not null,
    authority        text        not null,
    token            bytea       not null,
    cause            text        not null,
    -- By the authority's clock, and by ours.
    stamped_at       timestamptz not null,
    received_at      timestamptz not null,
    verifiable_until timestamptz not null,
    constraint timestamp_token_pk primary key (ledger, size, authority)
);

-- Renewals (RFC 4998) of those tokens: renewal 1 holds the token and one more over it, and so on.
create table ledger.evidence_record (
    ledger           text        not null,
    size             bigint      not null,
    authority        text        not null,
    renewal          integer     not null check (renewal > 0),
    record           bytea       not null,
    made_at          timestamptz not null,
    verifiable_until timestamptz not null,
    constraint evidence_record_pk primary key (ledger, size, authority, renewal)
);
alter table ledger.timestamp_token alter column token set storage external;
alter table ledger.evidence_record alter column record set storage external;

-- How it went with a witness or an authority, one row per change.
create table ledger.attestor_report (
    id          bigint      generated always as identity primary key,
    ledger      text        not null,
    attestor    text        not null,
    state       text        not null,
    detail      text        not null,
    reported_at timestamptz not null
);
create index attestor_report_latest on ledger.attestor_report (ledger, attestor, id);

do $$
declare
    fenced text;
begin
    foreach fenced in array array['cosignature', 'timestamp_token', 'evidence_record', 'attestor_report'] loop
        execute format('create trigger refuse_change before update or delete or truncate on ledger.%I '
            'for each statement execute function ledger.refuse_change()', fenced);
    end loop;
end $$;

grant select, insert on ledger.cosignature, ledger.timestamp_token, ledger.evidence_record, ledger.attestor_report to ${appRole};
