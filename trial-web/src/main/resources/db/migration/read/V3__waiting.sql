-- What waits at each participant now. These rows follow from the others and from the study build, not from one entry: they are made anew
-- when a work list is asked for, for every participant of whom something was projected since. There is no past of them.
create table read.waiting (
    trial       text     not null,
    participant text     not null,
    -- Place of the kind in the work list.
    urgency     smallint not null,
    kind        text     not null,
    event       text     not null,
    event_key   text     not null,
    form        text     not null,
    form_key    text     not null,
    site        text     not null,
    -- The last day it could be done in time. A visit stands here before that day has come.
    due         date,
    since       date     not null,
    -- Leaf index of the entry that gave rise to it.
    entry       bigint   not null,
    detail      text     not null,
    constraint waiting_pk primary key (trial, participant, urgency, event, event_key, form, form_key)
);
-- Participants whose rows in waiting are older than what was projected.
create table read.waiting_stale (
    trial       text not null,
    participant text not null,
    constraint waiting_stale_pk primary key (trial, participant)
);
create index waiting_order on read.waiting (trial, urgency, since, participant);

-- Pages ask for one participant's part of these, or for the few that are open.
create index query_turn_open on read.query_turn (trial, participant) where valid_to is null and status in ('open', 'answered');
create index participant_site_holder on read.participant_site (trial, participant, site);
create index form_change_latest on read.form_change (trial, form, valid_from desc);
