-- Which forms those who may sign had before them; each row until the same person opens the form in a later state.
create table read.form_opening (
    trial       text   not null,
    participant text   not null,
    account     text   not null,
    event       text   not null,
    event_key   text   not null,
    form        text   not null,
    form_key    text   not null,
    valid_from  bigint not null,
    valid_to    bigint,
    constraint form_opening_pk primary key (trial, participant, account, event, event_key, form, form_key, valid_from)
);
