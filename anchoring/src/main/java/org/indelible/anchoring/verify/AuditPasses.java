package org.indelible.anchoring.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.jdbc.Sql;

/** Full passes on record, tables {@code ledger.self_audit} and {@code ledger.self_audit_ledger}. */
final class AuditPasses {
    private final Database database;

    AuditPasses(DataSource dataSource) {
        this.database = new Database(dataSource, VerificationException::new);
    }

    void add(AuditPass pass) {
        List<Map.Entry<String, Long>> ledgers = List.copyOf(pass.ledgers().entrySet());
        database.update(
                """
                with pass as (
                    insert into ledger.self_audit (started_at, finished_at, entries, outcome, findings)
                    values (?, ?, ?, ?, ?) returning id)
                insert into ledger.self_audit_ledger (audit, ledger, entries)
                select pass.id, reach.ledger, reach.entries
                from pass, unnest(?::text[], ?::bigint[]) reach (ledger, entries)
                """,
                pass.startedAt(),
                pass.finishedAt(),
                pass.entries(),
                pass.outcome().name(),
                String.join("\n", pass.failures()),
                ledgers.stream().map(Map.Entry::getKey).toArray(String[]::new),
                ledgers.stream().map(Map.Entry::getValue).toArray(Long[]::new));
    }

    Optional<AuditPass> last() {
        return database.first(
                        "select id, started_at, finished_at, outcome, findings from ledger.self_audit order by id desc limit 1",
                        StoredPass::read)
                .map(stored -> stored.with(ledgers(stored.id())));
    }

    private Map<String, Long> ledgers(long audit) {
        Map<String, Long> ledgers = new HashMap<>();
        database.list(
                        "select ledger, entries from ledger.self_audit_ledger where audit = ?",
                        row -> Map.entry(row.getString("ledger"), row.getLong("entries")),
                        audit)
                .forEach(ledger -> ledgers.put(ledger.getKey(), ledger.getValue()));
        return ledgers;
    }

    private record StoredPass(long id, AuditPass pass) {
        static StoredPass read(ResultSet row) throws SQLException {
            return new StoredPass(
                    row.getLong("id"),
                    new AuditPass(
                            Sql.instant(row, "started_at"),
                            Sql.instant(row, "finished_at"),
                            Map.of(),
                            Outcome.valueOf(row.getString("outcome")),
                            row.getString("findings").lines().toList()));
        }

        AuditPass with(Map<String, Long> ledgers) {
            return new AuditPass(pass.startedAt(), pass.finishedAt(), ledgers, pass.outcome(), pass.failures());
        }
    }
}
