-- Read models: what the log says, laid out for pages. Nothing here is evidence; all of it can be dropped and rebuilt from the log.
--
-- Every row states a fact that an entry recorded. valid_from is the leaf index of that entry in the ledger of the row's trial,
-- valid_to that of the entry which superseded it. A fact holds at tree size N where valid_from < N and
-- (valid_to is null or valid_to >= N). Rows are told apart by their key and valid_from, and never updated but in valid_to.
--
-- A repeat key is '' where nothing repeats. IDENTITY and FREE_TEXT texts stand here by digest only (ADR 4): *_digest names a disclosure
-- of the entry at valid_from.

create schema if not exists read;

-- How far the log has been projected. Written in the transaction of the rows it speaks of.
create table read.progress (
    single   boolean primary key default true check (single),
    position bigint  not null
);
insert into read.progress (position) values (-1);

-- Axon's tracking token of the processor.
create table read.token_entry (
    processor_name varchar(255) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    primary key (processor_name, segment)
);

-- Who recorded what, when: one row per entry of every ledger. The other tables refer to it by (trial, valid_from).
create table read.entry (
    ledger          text        not null,
    leaf_index      bigint      not null,
    leaf_hash       text        not null,
    stream          text        not null,
    seq             bigint      not null,
    type            text        not null,
    participant     text,
    site            text,
    actor           text        not null,
    role            text        not null,
    organisation    text        not null,
    -- ISO 8601 with the zone it was told in.
    entered_at      text,
    recorded_at     timestamptz not null,
    source          text,
    reason_category text,
    reason_digest   text,
    constraint entry_pk primary key (ledger, leaf_index)
);
create index entry_of_participant on read.entry (ledger, participant, leaf_index);
create index entry_of_stream on read.entry (stream, seq);
create index entry_of_actor on read.entry (actor, leaf_index);

create table read.trial (
    trial      text   not null,
    kind       text   not null,
    name       text   not null,
    sponsor    text   not null,
    valid_from bigint not null,
    valid_to   bigint,
    constraint trial_pk primary key (trial, valid_from)
);
create table read.trial_status (
    trial      text   not null,
    status     text   not null,
    valid_from bigint not null,
    valid_to   bigint,
    constraint trial_status_pk primary key (trial, valid_from)
);
-- The times of the trial are enacted.
create table read.simulated_clock (
    trial      text        not null,
    starts     timestamptz not null,
    ends       timestamptz not null,
    valid_from bigint      not null,
    valid_to   bigint,
    constraint simulated_clock_pk primary key (trial, valid_from)
);
create table read.protocol_version (
    trial      text    not null,
    version    text    not null,
    amendment  boolean not null,
    document   text,
    valid_from bigint  not null,
    valid_to   bigint,
    constraint protocol_version_pk primary key (trial, version, valid_from)
);
create table read.study_build (
    trial            text   not null,
    build            text   not null,
    protocol_version text   not null,
    metadata_oid     text   not null,
    name             text   not null,
    training         text,
    valid_from       bigint not null,
    valid_to         bigint,
    constraint study_build_pk primary key (trial, build, valid_from)
);
create table read.consent_form (
    trial            text    not null,
    version          text    not null,
    protocol_version text    not null,
    document         text,
    reconsent        boolean not null,
    valid_from       bigint  not null,
    valid_to         bigint,
    constraint consent_form_pk primary key (trial, version, valid_from)
);

create table read.site (
    trial      text   not null,
    site       text   not null,
    name       text   not null,
    country    text   not null,
    zone       text   not null,
    valid_from bigint not null,
    valid_to   bigint,
    constraint site_pk primary key (trial, site, valid_from)
);
create table read.site_status (
    trial      text   not null,
    site       text   not null,
    status     text   not null,
    valid_from bigint not null,
    valid_to   bigint,
    constraint site_status_pk primary key (trial, site, valid_from)
);
create table read.principal_investigator (
    trial      text   not null,
    site       text   not null,
    account    text   not null,
    from_day   date   not null,
    valid_from bigint not null,
    valid_to   bigint,
    constraint principal_investigator_pk primary key (trial, site, valid_from)
);
create table read.ethics_approval (
    trial             text   not null,
    site              text   not null,
    committee         text   not null,
    document          text   not null,
    protocol_versions text[] not null,
    consent_versions  text[] not null,
    approved_on       date   not null,
    expires_on        date,
    valid_from        bigint not null,
    valid_to          bigint,
    constraint ethics_approval_pk primary key (trial, site, valid_from)
);
create table read.build_activation (
    trial            text   not null,
    site             text   not null,
    build            text   not null,
    protocol_version text   not null,
    training         text,
    valid_from       bigint not null,
    valid_to         bigint,
    constraint build_activation_pk primary key (trial, site, valid_from)
);
create table read.delegation (
    trial      text   not null,
    site       text   not null,
    delegation text   not null,
    account    text   not null,
    duties     text[] not null,
    from_day   date   not null,
    to_day     date,
    valid_from bigint not null,
    valid_to   bigint,
    constraint delegation_pk primary key (trial, site, delegation, valid_from)
);
create table read.delegation_acceptance (
    trial      text   not null,
    site       text   not null,
    delegation text   not null,
    valid_from bigint not null,
    valid_to   bigint,
    constraint delegation_acceptance_pk primary key (trial, site, delegation, valid_from)
);
create table read.delegation_end (
    trial      text   not null,
    site       text   not null,
    delegation text   not null,
    last_day   date   not null,
    valid_from bigint not null,
    valid_to   bigint,
    constraint delegation_end_pk primary key (trial, site, delegation, valid_from)
);
create table read.training (
    trial        text   not null,
    site         text   not null,
    account      text   not null,
    version      text   not null,
    completed_on date   not null,
    valid_from   bigint not null,
    valid_to     bigint,
    constraint training_pk primary key (trial, site, account, version, valid_from)
);

create table read.participant (
    trial       text   not null,
    participant text   not null,
    rescreen_of text,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint participant_pk primary key (trial, participant, valid_from)
);
create table read.participant_site (
    trial       text   not null,
    participant text   not null,
    site        text   not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint participant_site_pk primary key (trial, participant, valid_from)
);
create index participant_of_site on read.participant_site (trial, site);
create table read.participant_build (
    trial       text   not null,
    participant text   not null,
    build       text   not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint participant_build_pk primary key (trial, participant, valid_from)
);
create table read.consent (
    trial       text    not null,
    participant text    not null,
    version     text    not null,
    obtained_at text    not null,
    obtained_by text    not null,
    reconsent   boolean not null,
    valid_from  bigint  not null,
    valid_to    bigint,
    constraint consent_pk primary key (trial, participant, valid_from)
);
-- What happened to a participant as such, with the day it happened. The participant's status is the milestone of the highest rank, the
-- latest of those, so that a consent recorded late does not undo an enrolment; a rank of 0 leaves the status as it is.
create table read.milestone (
    trial       text     not null,
    participant text     not null,
    what        text     not null,
    rank        smallint not null,
    on_day      date,
    detail      text,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint milestone_pk primary key (trial, participant, valid_from)
);
create index milestone_by_kind on read.milestone (trial, what);

create table read.visit (
    trial        text   not null,
    participant  text   not null,
    event        text   not null,
    event_key    text   not null,
    on_day       date,
    null_flavour text,
    valid_from   bigint not null,
    valid_to     bigint,
    constraint visit_pk primary key (trial, participant, event, event_key, valid_from)
);
-- One row per change of a form, whatever it changed: whether a form was begun, under which build, and what makes signatures stale.
create table read.form_change (
    trial        text   not null,
    participant  text   not null,
    event        text   not null,
    event_key    text   not null,
    form         text   not null,
    form_key     text   not null,
    kind         text   not null,
    build        text,
    null_flavour text,
    valid_from   bigint not null,
    valid_to     bigint,
    constraint form_change_pk primary key (trial, participant, event, event_key, form, form_key, valid_from)
);
create index form_change_order on read.form_change (trial, participant, valid_from);

-- One row per version of a data point.
create table read.item (
    trial           text    not null,
    participant     text    not null,
    event           text    not null,
    event_key       text    not null,
    form            text    not null,
    form_key        text    not null,
    item_group      text    not null,
    group_key       text    not null,
    item            text    not null,
    -- Number of its entry in the casebook's stream: the version that commands cite.
    seq             bigint  not null,
    kind            text    not null check (kind in ('first', 'corrected', 'inactivated')),
    class           char(1),
    value           text,
    digest          text,
    null_flavour    text,
    unit            text,
    reason_category text,
    reason_digest   text,
    valid_from      bigint  not null,
    valid_to        bigint,
    constraint item_pk
        primary key (trial, participant, event, event_key, form, form_key, item_group, group_key, item, valid_from)
);
create index item_of_entry on read.item (trial, valid_from);

-- What a signature covers: the whole casebook where no event is named, the visit where no form is.
create table read.signature (
    trial       text   not null,
    participant text   not null,
    event       text,
    event_key   text,
    form        text,
    form_key    text,
    meaning     text   not null,
    name_digest text,
    signed_at   timestamptz not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint signature_pk primary key (trial, participant, valid_from)
);
create table read.verification (
    trial       text   not null,
    participant text   not null,
    event       text   not null,
    event_key   text   not null,
    form        text   not null,
    form_key    text   not null,
    item_group  text   not null,
    group_key   text   not null,
    item        text   not null,
    seq         bigint not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint verification_pk
        primary key (trial, participant, event, event_key, form, form_key, item_group, group_key, item, valid_from)
);
create table read.query (
    trial       text   not null,
    participant text   not null,
    query       text   not null,
    event       text   not null,
    event_key   text   not null,
    form        text   not null,
    form_key    text   not null,
    item_group  text,
    group_key   text,
    item        text,
    raised_as   text   not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint query_pk primary key (trial, participant, query, valid_from)
);
-- Each turn of a query, with the words said.
create table read.query_turn (
    trial       text   not null,
    participant text   not null,
    query       text   not null,
    status      text   not null,
    text_digest text,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint query_turn_pk primary key (trial, participant, query, valid_from)
);
create table read.deviation (
    trial              text   not null,
    participant        text   not null,
    kind               text   not null,
    event              text,
    event_key          text,
    description_digest text,
    valid_from         bigint not null,
    valid_to           bigint,
    constraint deviation_pk primary key (trial, participant, valid_from)
);
create table read.form_freeze (
    trial       text   not null,
    participant text   not null,
    event       text   not null,
    event_key   text   not null,
    form        text   not null,
    form_key    text   not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint form_freeze_pk primary key (trial, participant, event, event_key, form, form_key, valid_from)
);
create table read.casebook_lock (
    trial       text   not null,
    participant text   not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint casebook_lock_pk primary key (trial, participant, valid_from)
);

-- Of the platform ledger: valid_from and valid_to are leaf indexes there.
create table read.account (
    account      text    not null,
    name_digest  text,
    organisation text    not null,
    demo         boolean not null,
    valid_from   bigint  not null,
    valid_to     bigint,
    constraint account_pk primary key (account, valid_from)
);
create table read.account_status (
    account    text   not null,
    status     text   not null,
    valid_from bigint not null,
    valid_to   bigint,
    constraint account_status_pk primary key (account, valid_from)
);
create table read.role_grant (
    account      text   not null,
    role_grant   text   not null,
    role         text   not null,
    organisation text   not null,
    trial        text,
    site         text,
    participant  text,
    valid_from   bigint not null,
    valid_to     bigint,
    constraint role_grant_pk primary key (account, role_grant, valid_from)
);
create index role_grant_of_trial on read.role_grant (trial);
create table read.sign_in (
    account    text   not null,
    outcome    text   not null,
    valid_from bigint not null,
    valid_to   bigint,
    constraint sign_in_pk primary key (account, valid_from)
);
create table read.forbidden_attempt (
    account    text   not null,
    act        text   not null,
    refusal    text   not null,
    trial      text,
    target     text,
    path       text   not null,
    valid_from bigint not null,
    valid_to   bigint,
    constraint forbidden_attempt_pk primary key (account, valid_from)
);

-- The audit trail: a row per changed data point, and one per entry that changed none. Old values are those of the version superseded.
create view read.audit as
select e.*, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item, i.kind,
       i.class, i.value, i.digest, i.null_flavour, i.unit,
       i.reason_category as item_reason_category, i.reason_digest as item_reason_digest,
       o.valid_from as old_entry, o.kind as old_kind, o.class as old_class, o.value as old_value, o.digest as old_digest,
       o.null_flavour as old_null_flavour, o.unit as old_unit
from read.entry e
left join read.item i on i.trial = e.ledger and i.valid_from = e.leaf_index
left join lateral (
    select p.valid_from, p.kind, p.class, p.value, p.digest, p.null_flavour, p.unit
    from read.item p
    where i.kind <> 'first' and p.valid_to = i.valid_from
      and (p.trial, p.participant, p.event, p.event_key, p.form, p.form_key, p.item_group, p.group_key, p.item)
        = (i.trial, i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item)
) o on true;
