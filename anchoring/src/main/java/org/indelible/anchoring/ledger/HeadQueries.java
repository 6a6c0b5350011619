package org.indelible.anchoring.ledger;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.indelible.anchoring.jdbc.Database;

/** Where the log, its ledgers and streams stand, now and as of an instant. */
final class HeadQueries {
    private final Database database;

    HeadQueries(Database database) {
        this.database = database;
    }

    OptionalLong lastSequence(String stream) {
        return database.first(
                        "select seq from ledger.entry where stream = ? order by seq desc limit 1",
                        row -> row.getLong(1),
                        stream)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    long headPosition() {
        return number("select next_position - 1 from ledger.log_head");
    }

    /** {@code iat_high} only grows: the first entry above the instant is the first whose own {@code iat} is later. */
    long positionAsOf(Instant instant) {
        return number("""
                select coalesce(min(later.position), (select next_position from ledger.log_head)) - 1
                from ledger.head h
                cross join lateral (
                    select position from ledger.entry
                    where ledger = h.ledger and iat_high > ? order by iat_high, leaf_index limit 1) later
                """, instant);
    }

    long size(String ledger) {
        return number("select coalesce((select size from ledger.head where ledger = ?), 0)", ledger);
    }

    long treeSizeAsOf(String ledger, Instant instant) {
        return number("""
                select coalesce(
                    (select leaf_index from ledger.entry
                     where ledger = ? and iat_high > ? order by iat_high, leaf_index limit 1),
                    (select size from ledger.head where ledger = ?),
                    0)
                """, ledger, instant, ledger);
    }

    List<String> ledgers() {
        return database.list("select ledger from ledger.head order by ledger", row -> row.getString(1));
    }

    private long number(String sql, Object... parameters) {
        return database.first(sql, row -> row.getLong(1), parameters).orElseThrow();
    }
}
