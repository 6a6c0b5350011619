package org.indelible.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.indelible.readmodel.participant.ParticipantFilter;
import org.indelible.readmodel.participant.ParticipantMatrix;
import org.indelible.readmodel.participant.ParticipantOrder;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.readmodel.worklist.WorkItem;
import org.indelible.readmodel.worklist.WorkListQueries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A page costs what is on it: the rows that PostgreSQL reads for one, counted by PostgreSQL, in a small trial and in a large one. */
class PagesAtScaleTest {
    private static final int FEW = 300;
    private static final int MANY = 10_000;
    private static final int ROWS = 100;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Visibility ALL = new Visibility(true, true, Optional.empty(), Optional.empty());

    private static ReadModelFixture fixture;
    private static ManyParticipants few;
    private static ManyParticipants many;

    @BeforeAll
    static void fill() {
        fixture = new ReadModelFixture();
        few = new ManyParticipants(fixture, FEW);
        many = new ManyParticipants(fixture, MANY);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void aPageOfTheMatrixReadsItsOwnRowsOnly() {
        long inSmall = rowsRead(
                few, trial -> matrix(trial, ParticipantFilter.none(), 1).rows().size());
        long inLarge = rowsRead(
                many, trial -> matrix(trial, ParticipantFilter.none(), 1).rows().size());
        System.out.printf(
                "matrix, page of %d: %d rows read of %d participants, %d of %d%n", ROWS, inSmall, FEW, inLarge, MANY);

        assertThat(inLarge).isLessThan(inSmall * 3 / 2);
    }

    @Test
    void aPageOfTheWorkListReadsItsOwnRowsOnly() {
        long inSmall = rowsRead(
                few, trial -> work(trial, Optional.of(WorkItem.Kind.FORM_OPEN)).size());
        long inLarge = rowsRead(
                many, trial -> work(trial, Optional.of(WorkItem.Kind.FORM_OPEN)).size());
        System.out.printf(
                "work list, page of %d: %d rows read of %d participants, %d of %d%n",
                ROWS, inSmall, FEW, inLarge, MANY);

        assertThat(work(many, Optional.empty())).hasSize(ROWS);
        assertThat(inLarge).isLessThan(inSmall * 3 / 2);
    }

    @Test
    void filtersAndOrdersAreThoseOfAllParticipantsNotOfAPage() {
        ParticipantQueries participants = fixture.bean(ParticipantQueries.class);
        ParticipantFilter site = new ParticipantFilter(Optional.of("739"), Optional.of("enrolled"), Optional.of("p-0"));

        assertThat(participants.count(many.now(), ALL, site)).isEqualTo(250);
        assertThat(participants.countsByStatus(many.now(), ALL)).isEqualTo(Map.of("enrolled", (long) MANY));
        assertThat(matrix(many, site, 3).rows())
                .hasSize(50)
                .last()
                .satisfies(row -> assertThat(row.participant().key()).isEqualTo("P-09999"));
        for (ParticipantOrder order : ParticipantOrder.values()) {
            assertThat(participants.participants(
                            many.now(), ALL, ParticipantFilter.none(), order, true, Slice.page(100, ROWS)))
                    .hasSize(ROWS);
        }
        assertThat(participants.participants(
                        many.now(), ALL, ParticipantFilter.none(), ParticipantOrder.SINCE, true, new Slice(0, 1)))
                .extracting(ParticipantRow::key)
                .containsExactly("P-10000");
    }

    private static ParticipantMatrix matrix(ManyParticipants trial, ParticipantFilter filter, int page) {
        ParticipantQueries participants = fixture.bean(ParticipantQueries.class);
        return participants.matrix(
                trial.now(),
                ALL,
                participants.participants(
                        trial.now(), ALL, filter, ParticipantOrder.PARTICIPANT, false, Slice.page(page, ROWS)));
    }

    private static List<WorkItem> work(ManyParticipants trial, Optional<WorkItem.Kind> kind) {
        return fixture.bean(WorkListQueries.class).work(trial.now(), ALL, TODAY, kind, Slice.page(1, ROWS));
    }

    /** Rows that the statements of the page read from tables of the read models, whether by index or not. */
    private static long rowsRead(ManyParticipants trial, ToIntFunction<ManyParticipants> page) {
        JdbcClient jdbc = fixture.bean(JdbcClient.class);
        Long read = new TransactionTemplate(fixture.bean(PlatformTransactionManager.class)).execute(status -> {
            // What parallel workers read is counted for them, not for this transaction.
            jdbc.sql("set local max_parallel_workers_per_gather = 0").update();
            long before = rowsRead(jdbc);
            assertThat(page.applyAsInt(trial)).isEqualTo(ROWS);
            return rowsRead(jdbc) - before;
        });
        return read == null ? 0 : read;
    }

    /** By this connection, since its counts were last handed in. */
    private static long rowsRead(JdbcClient jdbc) {
        return jdbc.sql("""
                        select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))
                        from pg_stat_xact_user_tables where schemaname = 'read'""").query(Long.class).single();
    }
}
