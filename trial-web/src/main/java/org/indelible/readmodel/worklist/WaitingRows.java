package org.indelible.readmodel.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.projection.DerivedRows;
import org.indelible.readmodel.worklist.WorkItem.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps {@code read.waiting}: the work of every participant, in the order of the list, so that a page of it is read and no more. */
@Repository
class WaitingRows implements DerivedRows {
    private static final int CHUNK = 100;
    private static final String INSERT = """
            insert into read.waiting
                (trial, participant, urgency, kind, event, event_key, form, form_key, site, due, since, entry, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OUTDATED = """
            insert into read.waiting_stale (trial, participant) select ?, p from unnest(?::text[]) p order by p
            on conflict do nothing
            """;

    /** Whoever asks meanwhile waits, and then finds them done. */
    private static final String TAKEN = """
            delete from read.waiting_stale where (trial, participant) in (
                select trial, participant from read.waiting_stale where trial = ? order by participant limit ? for update)
            returning participant
            """;

    private final JdbcTemplate jdbc;
    private final Waiting waiting;
    private final TransactionTemplate transaction;

    WaitingRows(DataSource dataSource, Waiting waiting, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.waiting = waiting;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void outdateAll(String trial) {
        outdate(
                trial,
                jdbc.queryForList("select participant from read.participant where trial = ?", String.class, trial));
    }

    @Override
    public void outdate(String trial, Collection<String> participants) {
        jdbc.update(OUTDATED, trial, participants.toArray(String[]::new));
    }

    /** Makes anew what something was projected for since, so that a burst of entries costs no more than its last. */
    void refresh(String trial) {
        while (!Objects.requireNonNull(transaction.execute(status -> refreshSome(trial)))
                .isEmpty()) {
            // The next chunk, in a transaction of its own.
        }
    }

    private List<String> refreshSome(String trial) {
        List<String> participants = jdbc.queryForList(TAKEN, String.class, trial, CHUNK);
        if (!participants.isEmpty()) {
            replace(trial, participants);
        }
        return participants;
    }

    private void replace(String trial, List<String> participants) {
        jdbc.update(
                "delete from read.waiting where trial = ? and participant = any (?)",
                trial,
                participants.toArray(String[]::new));
        List<Object[]> rows = new ArrayList<>();
        waiting.at(trial, participants).forEach(item -> rows.add(row(trial, item)));
        jdbc.batchUpdate(INSERT, rows);
    }

    private static Object[] row(String trial, WorkItem item) {
        return new Object[] {
            trial,
            item.participant().orElseThrow(),
            item.kind().ordinal(),
            item.kind().name(),
            Keys.column(item.event()),
            Keys.column(item.eventKey()),
            Keys.column(item.form()),
            Keys.column(item.formKey()),
            item.site(),
            item.due().orElse(null),
            item.since(),
            item.entry().orElseThrow(),
            item.detail()
        };
    }

    static WorkItem read(ResultSet row, int number) throws SQLException {
        return new WorkItem(
                Kind.valueOf(row.getString("kind")),
                row.getString("site"),
                Optional.of(row.getString("participant")),
                Keys.read(row, "event"),
                Keys.read(row, "event_key"),
                Keys.read(row, "form"),
                Keys.read(row, "form_key"),
                Optional.ofNullable(row.getObject("due", LocalDate.class)),
                Objects.requireNonNull(row.getObject("since", LocalDate.class)),
                OptionalLong.of(row.getLong("entry")),
                row.getString("detail"));
    }

    /** Participants among these whose rows are other than they should be. */
    Set<String> altered(String trial, List<String> participants) {
        Set<WorkItem> stored = new HashSet<>(jdbc.query(
                "select * from read.waiting where trial = ? and participant = any (?)",
                WaitingRows::read,
                trial,
                participants.toArray(String[]::new)));
        Set<WorkItem> right = new HashSet<>(waiting.at(trial, participants));
        Set<String> altered = new HashSet<>();
        stored.stream()
                .filter(item -> !right.contains(item))
                .forEach(item -> item.participant().ifPresent(altered::add));
        right.stream()
                .filter(item -> !stored.contains(item))
                .forEach(item -> item.participant().ifPresent(altered::add));
        return altered;
    }
}
