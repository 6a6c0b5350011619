package org.indelible.anchoring.verify;

import java.util.List;
import org.indelible.anchoring.jdbc.Database;

/** Whether the positions of all ledgers together are dense, from 0 to the head. */
final class PositionAudit {
    private PositionAudit() {}

    /** @param missing whether entries are known to be missing, which explains gaps */
    static void run(Database database, Findings findings, boolean missing) {
        List<String> gaps =
                database.list("""
                select before + 1 as first, position - 1 as last
                from (select position, lag(position, 1, -1::bigint) over (order by position) as before from
                      (select position from ledger.entry
                       union all select next_position from ledger.log_head) p) n
                where position <> before + 1
                order by position
                """, row -> "positions " + row.getLong("first") + " to " + row.getLong("last"));
        if (!missing) {
            gaps.forEach(gap -> findings.failed(Check.POSITION, gap, "there is no entry at these positions"));
        }
        findings.checked(Check.POSITION, "positions are dense over all ledgers");
    }
}
