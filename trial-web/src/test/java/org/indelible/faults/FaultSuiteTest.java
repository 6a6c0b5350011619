package org.indelible.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.indelible.anchoring.ledger.AppendStep;
import org.indelible.anchoring.testing.Requirement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults under load, each followed by an independent check and by the proof that the system is up again by itself. Short among the
 * ordinary tests, where one node suffers them one after the other; {@code mvn -Pfaults} runs it long, {@code -Dindelible.faults.kills}
 * says how often something is killed.
 */
@Requirement({"R16", "R19", "R64"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultSuiteTest {
    private static final int KILLS = Integer.getInteger("indelible.faults.kills", 1);
    private static final boolean LONG = KILLS > 1;
    private static final int SOME = 50;
    private static final int PASSED = 0;
    private static final int NOT_CHECKED = 2;

    @TempDir
    static Path directory;

    private final Random random = new Random(2026);
    private @Nullable Subject subject;

    private void start() throws IOException {
        if (subject == null) {
            subject = new Subject(directory.resolve("home"), directory.resolve("control")).start();
        }
        subject().awaitMore(SOME);
    }

    private Subject subject() {
        return Objects.requireNonNull(subject);
    }

    /** Each fault by itself where there is time for it; else what is left behind by all of them. */
    @AfterEach
    void verifyEach() throws Exception {
        if (LONG) {
            stopAndVerify();
        }
    }

    @AfterAll
    void stopAndVerify() throws Exception {
        if (subject == null) {
            return;
        }
        try {
            subject().stop();
            assertThat(subject().verify()).as("verify-ledger all").isIn(PASSED, NOT_CHECKED);
        } finally {
            subject().kill();
            subject = null;
        }
    }

    /** Up again, and what it had acknowledged before is there. */
    private void check(String what) throws Exception {
        subject().awaitMore(SOME);
        Map<Long, String> acknowledged = subject().acknowledged();
        long entries = IndependentCheck.of(Database.embedded(subject().home()), acknowledged);
        System.out.printf("%s: %,d acknowledged, all there once, of %,d entries%n", what, acknowledged.size(), entries);
    }

    private void atARandomMoment() {
        subject().awaitMore(1 + random.nextInt(SOME * 2));
    }

    @Test
    void killedAtRandomMomentsTheApplicationLosesNothing() throws Exception {
        start();
        for (int kill = 1; kill <= KILLS; kill++) {
            atARandomMoment();
            subject().kill();
            subject().start();
            check("application killed, " + kill + " of " + KILLS);
        }
    }

    @Test
    void killedBetweenAnyTwoStepsOfAnAppendItLosesNothing() throws Exception {
        start();
        for (AppendStep step : LONG ? AppendStep.values() : new AppendStep[] {AppendStep.HEADS_MOVED}) {
            subject().suffer("halt", step.name());
            subject().awaitEnd();
            subject().suffer("halt", "");
            subject().start();
            check("ended after step " + step);
        }
    }

    @Test
    void aKilledDatabaseIsStartedAgainAndNothingIsLost() throws Exception {
        start();
        for (int kill = 1; kill <= KILLS; kill++) {
            atARandomMoment();
            Database.postmaster(subject().home()).destroyForcibly();
            check("database killed, " + kill + " of " + KILLS);
        }
    }

    @Test
    void cutConnectionsAndSlowCommitsLoseNothing() throws Exception {
        start();
        for (int cut = 0; cut < 3 * KILLS; cut++) {
            atARandomMoment();
            Database.embedded(subject().home()).cutConnections();
        }
        check("connections cut within COMMIT and elsewhere");
        subject().suffer("slow", "300");
        subject().awaitMore(20);
        Database.embedded(subject().home()).cutConnections();
        subject().awaitMore(20);
        subject().suffer("slow", "");
        check("commits of 300 ms");
    }

    @Test
    void aNodeCutOffFromItsDatabaseWaitsForIt() throws Exception {
        start();
        Database database = Database.embedded(subject().home());
        database.execute("alter role indelible_app nologin");
        database.cutConnections();
        long before = subject().acknowledged().size();
        database.execute("select pg_sleep(2)");
        database.execute("alter role indelible_app login");
        check("cut off, after " + before);
    }

    @Test
    void aProcessorThatFailsStopsNobodysWork() throws Exception {
        start();
        Database database = Database.embedded(subject().home());
        database.execute("alter table read.entry rename to entry_away");
        subject().awaitMore(SOME);
        database.execute("alter table read.entry_away rename to entry");
        check("read model failed for a while");
        await().atMost(Duration.ofMinutes(2)).until(() -> lag(database) < 2_000);
    }

    private static long lag(Database database) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select (select next_position from ledger.log_head) - (select position from read.progress)")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aClockThatJumpsIsRecordedAndStopsNobodysWork() throws Exception {
        start();
        for (String offset : new String[] {"3600", "0"}) {
            subject().suffer("clock", offset);
            subject().awaitMore(SOME);
        }
        Database database = Database.embedded(subject().home());
        await().atMost(Duration.ofMinutes(2)).until(() -> changes(database) >= 1);
        check("clock set forward and back by an hour");
    }

    private static long changes(Database database) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from ledger.entry where stream = 'system:clock'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** On a file system of its own, which only root may mount. */
    @Test
    void aFullDiskRefusesAndRecoversOnceThereIsRoom() throws Exception {
        Path disk = Files.createDirectories(directory.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString()) == 0,
                "a small file system cannot be mounted here");
        try {
            stopAndVerify();
            subject = new Subject(disk.resolve("home"), directory.resolve("disk-control")).start();
            start();
            Path ballast = disk.resolve("ballast");
            fill(ballast);
            // Long enough for appends to meet it: what the database does then is its own affair.
            await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
            Files.delete(ballast);
            check("disk was full");
            stopAndVerify();
        } finally {
            run("umount", "--lazy", disk.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }

    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space");
        }
    }
}
