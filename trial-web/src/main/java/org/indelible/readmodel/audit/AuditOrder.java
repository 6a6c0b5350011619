package org.indelible.readmodel.audit;

/** How the audit trail can be sorted; within the same, by entry. Each order has its index. */
public enum AuditOrder {
    TIME("''"),
    PARTICIPANT("coalesce(e.participant, '')"),
    SITE("coalesce(e.site, '')"),
    WHO("e.actor"),
    WHAT("e.type");

    private final String column;

    AuditOrder(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
