package org.indelible.anchoring.verify;

import org.indelible.anchoring.jdbc.Database;

/** Whether the head from which the next append starts is that of the stored entries. */
final class HeadAudit {
    private final Database database;
    private final String ledger;
    private final Findings findings;

    HeadAudit(Database database, String ledger, Findings findings) {
        this.database = database;
        this.ledger = ledger;
        this.findings = findings;
    }

    /** Where the tree is broken, that is told already, and the head says no more. */
    void run() {
        if (findings.hasFailed(Check.TREE)) {
            return;
        }
        // One statement: an append moves entries and head together.
        database.list(
                        """
                select coalesce(h.size, 0) as head, coalesce(e.size, 0) as stored
                from (select 1) one
                left join ledger.head h on h.ledger = ?
                left join (select leaf_index + 1 as size, iat_high from ledger.entry where ledger = ?
                           order by leaf_index desc limit 1) e on true
                where (h.size, h.iat_high) is distinct from (e.size, e.iat_high)
                """,
                        row -> "the head of the ledger stands at " + row.getLong("head") + " entries, "
                                + row.getLong("stored") + " are stored, or their times differ",
                        ledger,
                        ledger)
                .forEach(message -> findings.failed(Check.POSITION, "head", message));
    }
}
