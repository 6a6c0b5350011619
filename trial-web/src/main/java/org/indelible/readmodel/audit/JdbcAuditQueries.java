package org.indelible.readmodel.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads page by page, each a query of its own that goes on where the last ended, so that no reader holds a transaction open. */
@Repository
class JdbcAuditQueries implements AuditQueries {
    /** Entries at once when all are read. One entry has at most some hundreds of rows. */
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    JdbcAuditQueries(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public void forEach(AsOf asOf, Visibility visibility, AuditFilter filter, Consumer<AuditRow> consumer) {
        long next = 0;
        while (true) {
            List<Keyed> rows = read(asOf, visibility, filter, AuditWindow.forwards(next, PAGE));
            if (rows.isEmpty()) {
                return;
            }
            shown(asOf, visibility, rows).forEach(consumer);
            next = rows.getLast().cursor().entry() + 1;
        }
    }

    @Override
    public AuditEntries page(AsOf asOf, Visibility visibility, AuditFilter filter, AuditWindow window) {
        List<Keyed> rows = new ArrayList<>(read(asOf, visibility, filter, oneMore(window)));
        boolean more = rows.stream().map(Keyed::cursor).distinct().count() > window.entries();
        if (more) {
            AuditCursor last = rows.getLast().cursor();
            rows.removeIf(row -> row.cursor().equals(last));
        }
        if (window.backwards()) {
            reverseEntries(rows);
        }
        boolean earlier = window.backwards() ? more : window.from().isPresent();
        boolean later = window.backwards() ? window.from().isPresent() : more;
        return new AuditEntries(
                shown(asOf, visibility, rows),
                earlier && !rows.isEmpty() ? Optional.of(rows.getFirst().cursor()) : Optional.empty(),
                later && !rows.isEmpty() ? Optional.of(rows.getLast().cursor()) : Optional.empty());
    }

    @Override
    public long count(AsOf asOf, Visibility visibility, AuditFilter filter, long limit) {
        return AuditSql.count(jdbc, asOf, visibility, filter, limit)
                .query(Long.class)
                .single();
    }

    private static AuditWindow oneMore(AuditWindow window) {
        return new AuditWindow(
                window.order(), window.descending(), window.from(), window.backwards(), window.entries() + 1);
    }

    /** The other way round by entry; the rows of one stay in their order. */
    private static void reverseEntries(List<Keyed> rows) {
        List<List<Keyed>> entries = new ArrayList<>();
        for (Keyed row : rows) {
            if (entries.isEmpty() || !entries.getLast().getFirst().cursor().equals(row.cursor())) {
                entries.add(new ArrayList<>());
            }
            entries.getLast().add(row);
        }
        Collections.reverse(entries);
        rows.clear();
        entries.forEach(rows::addAll);
    }

    private List<Keyed> read(AsOf asOf, Visibility visibility, AuditFilter filter, AuditWindow window) {
        return AuditSql.rows(jdbc, asOf, visibility, filter, window)
                .query(Keyed::read)
                .list();
    }

    private List<AuditRow> shown(AsOf asOf, Visibility visibility, List<Keyed> rows) {
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(),
                visibility,
                rows.stream().flatMap(keyed -> keyed.row().texts()).toList());
        return rows.stream().map(keyed -> keyed.row().shown(reading)).toList();
    }

    private record Keyed(AuditCursor cursor, StoredAuditRow row) {
        static Keyed read(ResultSet row, int number) throws SQLException {
            StoredAuditRow stored = StoredAuditRow.read(row, number);
            return new Keyed(
                    new AuditCursor(
                            row.getString("sort_key"), stored.provenance().entry()),
                    stored);
        }
    }
}
