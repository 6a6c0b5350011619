-- Documents filed with forms. Names identify, so they stand here by digest (ADR 4).
create table read.attachment (
    trial       text   not null,
    participant text   not null,
    document    text   not null,
    event       text   not null,
    event_key   text   not null,
    form        text   not null,
    form_key    text   not null,
    name_digest text,
    media_type  text   not null,
    size        bigint not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint attachment_pk primary key (trial, participant, document, valid_from)
);
create table read.attachment_inactivation (
    trial           text   not null,
    participant     text   not null,
    document        text   not null,
    reason_category text   not null,
    reason_digest   text,
    valid_from      bigint not null,
    valid_to        bigint,
    constraint attachment_inactivation_pk primary key (trial, participant, document, valid_from)
);
