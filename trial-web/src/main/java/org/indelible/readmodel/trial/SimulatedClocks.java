package org.indelible.readmodel.trial;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.indelible.trial.SimulatedClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which trials were enacted: their first entry declares a span of simulated time, which holds for good. */
@Repository
public class SimulatedClocks {
    private final JdbcClient jdbc;

    SimulatedClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<SimulatedClock> of(String trial) {
        return jdbc.sql("select starts, ends from read.simulated_clock where trial = :trial")
                .param("trial", trial)
                .query((row, number) -> new SimulatedClock(
                        row.getObject("starts", OffsetDateTime.class).toInstant(),
                        row.getObject("ends", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
