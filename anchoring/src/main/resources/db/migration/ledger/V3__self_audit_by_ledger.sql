-- How far into each ledger a pass of the self-audit reached: what came later has not been checked by it.
create table ledger.self_audit_ledger (
    audit   bigint not null references ledger.self_audit,
    ledger  text   not null,
    entries bigint not null check (entries >= 0),
    primary key (audit, ledger)
);

create trigger refuse_change before update or delete or truncate on ledger.self_audit_ledger
    for each statement execute function ledger.refuse_change();

grant select, insert on ledger.self_audit_ledger to ${appRole};
