package org.indelible.anchoring.verify;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.indelible.anchoring.ledger.LedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Re-reads the whole log in the background at a low rate, over and over, and keeps on record when it last came through and with what. */
public final class SelfAudit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SelfAudit.class);

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(30);

    /** What could not be checked may be by then. */
    private static final Duration SOON = Duration.ofMinutes(10);

    /** One in so many entries unaudited is more than a ledger should have. */
    private static final int MUCH = 10;

    private final LedgerVerifier verifier;
    private final LedgerStore ledgers;
    private final List<AuditCheck> checks;
    private final AuditPasses passes;
    private final Consumer<VerificationReport> alarm;
    private final Clock clock;
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(task -> Thread.ofPlatform()
                    .name("self-audit")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .unstarted(task));

    /** @param alarm told of each pass in which something failed */
    public SelfAudit(
            LedgerVerifier verifier,
            LedgerStore ledgers,
            List<AuditCheck> checks,
            DataSource dataSource,
            Consumer<VerificationReport> alarm,
            Clock clock) {
        this.verifier = verifier;
        this.ledgers = ledgers;
        this.checks = List.copyOf(checks);
        this.passes = new AuditPasses(dataSource);
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * Starts a pass now, and again so long after each; sooner where a ledger has grown by much since, or where something could not
     * be checked.
     */
    public void start(Duration pause, long entriesPerSecond) {
        background.execute(() -> passOrLog(() -> true, entriesPerSecond));
        background.scheduleWithFixedDelay(() -> passOrLog(() -> due(pause), entriesPerSecond), 1, 1, TimeUnit.MINUTES);
    }

    private void passOrLog(BooleanSupplier due, long entriesPerSecond) {
        try {
            if (due.getAsBoolean()) {
                pass(entriesPerSecond);
            }
        } catch (AuditInterruptedException e) {
            LOG.info("the self-audit stops in the middle of a pass");
        } catch (RuntimeException e) {
            if (background.isShutdown()) {
                LOG.info("the self-audit stops in the middle of a pass");
                return;
            }
            // The next pass may succeed; that none has for long shows in the date of the last one.
            LOG.error("a pass of the self-audit did not come through", e);
        }
    }

    boolean due(Duration pause) {
        Optional<AuditPass> last = lastPass();
        if (last.isEmpty()) {
            return true;
        }
        Duration since = Duration.between(last.get().finishedAt(), clock.instant());
        boolean open = last.get().outcome() == Outcome.NOT_CHECKED && since.compareTo(SOON) >= 0;
        return open || since.compareTo(pause) >= 0 || grownByMuch(last.get());
    }

    private boolean grownByMuch(AuditPass last) {
        return ledgers.ledgers().stream().anyMatch(ledger -> {
            long size = ledgers.ledgerSize(ledger);
            return size - last.entries(ledger) > size / MUCH;
        });
    }

    /** Makes one full pass at this rate and records it. */
    public AuditPass pass(long entriesPerSecond) {
        var startedAt = clock.instant();
        Pace pace = new Pace(entriesPerSecond);
        VerificationReport log = verifier.verifyAll(pace);
        List<Finding> findings = new ArrayList<>(log.findings());
        checks.forEach(check -> findings.addAll(run(check)));
        VerificationReport report = new VerificationReport(log.entries(), findings);
        AuditPass pass = new AuditPass(
                startedAt,
                clock.instant(),
                pace.ledgers(),
                report.outcome(),
                report.failures().stream().map(SelfAudit::line).toList());
        passes.add(pass);
        if (report.outcome() == Outcome.FAILED) {
            alarm.accept(report);
        }
        return pass;
    }

    /** What an added check trips over must not keep what the verifier found from being recorded. */
    private static List<Finding> run(AuditCheck check) {
        try {
            return check.run();
        } catch (RuntimeException e) {
            LOG.error("a check of the self-audit did not come through", e);
            return List.of(Finding.about(
                    Outcome.NOT_CHECKED,
                    Check.ADDED,
                    LedgerStore.PLATFORM,
                    "added checks",
                    "one did not come through: " + e.getMessage()));
        }
    }

    /** The last full pass, on whatever node. */
    public Optional<AuditPass> lastPass() {
        return passes.last();
    }

    private static String line(Finding finding) {
        return finding.check() + " " + finding.ledger() + ", " + finding.subject() + ": "
                + finding.message().replace('\n', ' ');
    }

    /** Waits for a pass under way to come to the end of its batch and stop: what it reads is closed next. */
    @Override
    public void close() {
        background.shutdownNow();
        try {
            if (!background.awaitTermination(LONGEST_BATCH.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the self-audit does not stop; it is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
