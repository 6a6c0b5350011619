-- What the sponsor would put in force, and what became of it.
create table read.amendment (
    trial            text    not null,
    amendment        text    not null,
    from_build       text    not null,
    build            text    not null,
    protocol_version text    not null,
    name             text    not null,
    training         text,
    consent_version  text,
    reconsent        boolean not null,
    valid_from       bigint  not null,
    valid_to         bigint,
    constraint amendment_pk primary key (trial, amendment, valid_from)
);
create table read.amendment_status (
    trial      text   not null,
    amendment  text   not null,
    status     text   not null check (status in ('submitted', 'approved', 'withdrawn')),
    -- Tree size over which the impact was counted that the approver saw.
    shown_at   bigint,
    valid_from bigint not null,
    valid_to   bigint,
    constraint amendment_status_pk primary key (trial, amendment, valid_from)
);

-- Activations recorded before this said nothing: they were for forms begun later.
alter table read.build_activation add column application text not null default 'PROSPECTIVE';

-- Kinds of work have come between the others: their places in the list are made anew.
insert into read.waiting_stale (trial, participant) select distinct trial, participant from read.waiting on conflict do nothing;
