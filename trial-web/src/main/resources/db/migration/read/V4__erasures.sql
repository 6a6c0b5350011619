-- What was asked to be taken out of the record, and how it went. The values themselves, and the words of the reasons, are in the log only.
create table read.erasure_request (
    trial           text   not null,
    request         text   not null,
    -- Absent for what is about nobody in particular.
    participant     text,
    kind            text   not null check (kind in ('text', 'identity')),
    -- Of a text: the entry it stands in, and the digests of its fields with their names.
    entry           bigint,
    digests         text[] not null,
    fields          text[] not null,
    -- Of an identity: the end of retention as it was on record.
    retained_until  date,
    reason_category text   not null,
    reason_digest   text,
    valid_from      bigint not null,
    valid_to        bigint,
    constraint erasure_request_pk primary key (trial, request, valid_from)
);
create table read.erasure_status (
    trial           text   not null,
    request         text   not null,
    status          text   not null,
    reason_category text,
    reason_digest   text,
    valid_from      bigint not null,
    valid_to        bigint,
    constraint erasure_status_pk primary key (trial, request, valid_from)
);
create index erasure_approved on read.erasure_status (trial) where valid_to is null and status = 'approved';

create table read.retention (
    trial           text   not null,
    until           date   not null,
    document        text,
    reason_category text   not null,
    reason_digest   text,
    valid_from      bigint not null,
    valid_to        bigint,
    constraint retention_pk primary key (trial, valid_from)
);

-- Of the platform ledger: who took evidence away.
create table read.evidence_export (
    account     text   not null,
    trial       text   not null,
    tree_size   bigint not null,
    scope       text   not null,
    site        text,
    participant text,
    form        text,
    profile     text   not null,
    withheld    text[] not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint evidence_export_pk primary key (account, valid_from)
);
create index evidence_export_of_trial on read.evidence_export (trial, valid_from);
