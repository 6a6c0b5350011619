package org.indelible.anchoring.attest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.jdbc.Sql;

/** Table {@code ledger.attestor_report}: what changed, and when. */
public final class AttestorReports {
    private static final int MAX_DETAIL = 500;

    private static final String SELECT =
            "select ledger, attestor, state, detail, reported_at from ledger.attestor_report where ledger = ? ";

    private final Database database;

    public AttestorReports(DataSource dataSource) {
        this.database = new Database(dataSource, AttestationStoreException::new);
    }

    /** Keeps the report if it says something else than the last. */
    void report(AttestorReport next) {
        String detail = next.detail().length() <= MAX_DETAIL
                ? next.detail()
                : next.detail().substring(0, MAX_DETAIL);
        boolean same = latest(next.ledger(), next.attestor())
                .filter(last -> last.state() == next.state() && last.detail().equals(detail))
                .isPresent();
        if (!same) {
            database.update(
                    "insert into ledger.attestor_report (ledger, attestor, state, detail, reported_at) values (?, ?, ?, ?, ?)",
                    next.ledger(),
                    next.attestor(),
                    next.state().name(),
                    detail,
                    next.at());
        }
    }

    public Optional<AttestorReport> latest(String ledger, String attestor) {
        return database.first(
                SELECT + "and attestor = ? order by id desc limit 1", AttestorReports::read, ledger, attestor);
    }

    /** The last changes, latest first. */
    public List<AttestorReport> history(String ledger, int limit) {
        return database.list(SELECT + "order by id desc limit ?", AttestorReports::read, ledger, limit);
    }

    private static AttestorReport read(ResultSet row) throws SQLException {
        return new AttestorReport(
                row.getString("ledger"),
                row.getString("attestor"),
                AttestorReport.State.valueOf(row.getString("state")),
                row.getString("detail"),
                Sql.instant(row, "reported_at"));
    }
}
