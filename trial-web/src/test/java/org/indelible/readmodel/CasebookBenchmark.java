package org.indelible.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.junit.jupiter.api.Test;

/**
 * A casebook as of a random earlier point, among {@code -Dindelible.bench.entries} events: what the page asks of the database and puts
 * together, without its rendering.
 */
@Requirement("R60")
class CasebookBenchmark {
    private static final int EVENTS = Integer.getInteger("indelible.bench.entries", 1_000_000);
    private static final int EVENTS_EACH = 8;
    private static final int PAGES = 500;
    private static final Visibility ALL = new Visibility(true, true, Optional.empty(), Optional.empty());

    @Test
    void aCasebookAsOfAPoint() {
        try (ReadModelFixture fixture = new ReadModelFixture()) {
            int participants = EVENTS / EVENTS_EACH;
            ManyParticipants many = new ManyParticipants(fixture, participants);
            CasebookQueries casebooks = fixture.bean(CasebookQueries.class);
            Random random = new Random(1);
            double[] millis = new double[PAGES];
            for (int i = -PAGES / 5; i < PAGES; i++) {
                int number = 1 + random.nextInt(participants);
                AsOf asOf = many.now().at(EVENTS - random.nextInt(EVENTS / 10));
                long began = System.nanoTime();
                boolean there = casebooks
                        .casebook(asOf, ALL, "P-%05d".formatted(number))
                        .isPresent();
                if (i >= 0) {
                    millis[i] = (System.nanoTime() - began) / 1e6;
                    assertThat(there || number * (long) EVENTS_EACH > EVENTS * 0.89)
                            .isTrue();
                }
            }
            Arrays.sort(millis);
            System.out.printf(
                    "casebook as of a point, %,d events: median %.1f ms, p95 %.1f ms%n",
                    EVENTS, millis[PAGES / 2], millis[PAGES * 95 / 100]);
        }
    }
}
