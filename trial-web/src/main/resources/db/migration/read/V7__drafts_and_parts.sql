-- Entries that were begun and left unsaved, until they are saved or discarded.
create table read.draft_left (
    trial       text   not null,
    participant text   not null,
    event       text   not null,
    event_key   text   not null,
    form        text   not null,
    form_key    text   not null,
    account     text   not null,
    typed_on    date   not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint draft_left_pk primary key (trial, participant, event, event_key, form, form_key, account, valid_from)
);

-- Parts of casebooks that are frozen or locked; what is not named is ''. A whole form that is frozen by itself is in form_freeze, a whole
-- casebook that is locked in casebook_lock.
create table read.part_bar (
    trial         text    not null,
    participant   text    not null,
    event         text    not null,
    event_key     text    not null,
    form          text    not null,
    form_key      text    not null,
    item_group    text    not null,
    group_key     text    not null,
    item          text    not null,
    locked        boolean not null,
    authorised_by text,
    valid_from    bigint  not null,
    valid_to      bigint,
    constraint part_bar_pk
        primary key (trial, participant, event, event_key, form, form_key, item_group, group_key, item, valid_from)
);

-- An investigator's agreement to unlocking a casebook, until it is used up.
create table read.unlock_authorisation (
    trial       text   not null,
    participant text   not null,
    account     text   not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint unlock_authorisation_pk primary key (trial, participant, valid_from)
);

-- Source data review of whole forms.
create table read.form_review (
    trial       text   not null,
    participant text   not null,
    event       text   not null,
    event_key   text   not null,
    form        text   not null,
    form_key    text   not null,
    seen        bigint not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint form_review_pk primary key (trial, participant, event, event_key, form, form_key, valid_from)
);

-- What was done about a deviation, which is told by the number of its event in the stream.
create table read.deviation_assessment (
    trial            text    not null,
    participant      text    not null,
    deviation        bigint  not null,
    grade            text    not null,
    action_digest    text,
    follow_up_digest text,
    closed           boolean not null,
    valid_from       bigint  not null,
    valid_to         bigint,
    constraint deviation_assessment_pk primary key (trial, participant, deviation, valid_from)
);
alter table read.deviation add column seq bigint;
update read.deviation d set seq = e.seq from read.entry e where e.ledger = d.trial and e.leaf_index = d.valid_from;

create table read.verification_plan (
    trial              text    not null,
    first_participants int     not null,
    percent_after      int     not null,
    critical_of_all    boolean not null,
    draw               text    not null,
    valid_from         bigint  not null,
    valid_to           bigint,
    constraint verification_plan_pk primary key (trial, valid_from)
);
create table read.signing_plan (
    trial       text   not null,
    events      text[] not null,
    within_days int    not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint signing_plan_pk primary key (trial, valid_from)
);
