package org.indelible.attestation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the latest checkpoints of a ledger were signed. */
@Component
class CheckpointTimes {
    /** A checkpoint. */
    record Signed(long size, Instant at) {}

    private final JdbcClient jdbc;

    CheckpointTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Largest first. */
    List<Signed> latest(String ledger, int limit) {
        return jdbc.sql("select size, signed_at from ledger.checkpoint where ledger = ? order by size desc limit ?")
                .params(ledger, limit)
                .query((row, number) -> new Signed(
                        row.getLong("size"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
