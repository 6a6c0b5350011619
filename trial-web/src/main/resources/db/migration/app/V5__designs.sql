-- Definitions in the making: no data, not in the ledger; what is published of them goes there by its own commands.
create table design (
    id           text        primary key,
    trial        text        not null,
    name         text        not null,
    -- Hash of the study build it began from; null where it began empty.
    base         text,
    author       text        not null,
    began_at     timestamptz not null,
    changed_at   timestamptz not null,
    current_step integer     not null,
    -- Address below the trial of what became of it: a build, or an amendment. It is not edited after that.
    outcome      text
);
create index design_of_trial on design (trial, changed_at);

-- One state of a design, whole, and the step it was made from: undo goes there.
create table design_step (
    design  text        not null references design (id) on delete cascade,
    number  integer     not null,
    parent  integer,
    author  text        not null,
    made_at timestamptz not null,
    did     text        not null,
    about   text        not null,
    -- Canonical JSON of the study build, compressed.
    content bytea       not null,
    primary key (design, number)
);
