package org.indelible.demo;

import java.time.Duration;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.platform.StartRefused;
import org.indelible.readmodel.ReadModelProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Enacts the demo where the embedded store is empty, before the web server lets anybody in. On any other start it tells where the password is, and nothing else.
 */
@Component
@Profile("!command")
class DemoStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    /** After message handlers and processors, before the web server (at {@code DEFAULT_PHASE - 2048}). */
    private static final int BEFORE_THE_WEB_SERVER = DEFAULT_PHASE - 8192;

    /** The demo is some thousand entries; where even this does not suffice, pages catch up while they are looked at. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DemoRecord record;
    private final DemoPassword password;
    private final DemoAccountsSetup accounts;
    private final Enactment enactment;
    private final EmptyTrial emptyTrial;
    private final LedgerStore ledgers;
    private final ReadModelProgress progress;
    private final boolean wanted;
    private boolean running;

    DemoStart(
            DemoRecord record,
            DemoPassword password,
            DemoAccountsSetup accounts,
            Enactment enactment,
            EmptyTrial emptyTrial,
            LedgerStore ledgers,
            ReadModelProgress progress,
            @Value("${indelible.demo:true}") boolean wanted,
            @Value("${indelible.db.url:}") String externalDatabase) {
        this.record = record;
        this.password = password;
        this.accounts = accounts;
        this.enactment = enactment;
        this.emptyTrial = emptyTrial;
        this.ledgers = ledgers;
        this.progress = progress;
        this.wanted = wanted && externalDatabase.isBlank();
    }

    @Override
    public void start() {
        running = true;
        if (!wanted) {
            return;
        }
        if (record.storeIsEmpty()) {
            LOG.info("The store is empty: a demo trial is enacted. INDELIBLE_DEMO=false starts without one.");
            enact();
        } else if (record.begun()) {
            resume();
        } else {
            return;
        }
        announce();
    }

    private void resume() {
        boolean otherPassword = password.changed();
        EnactedSoFar soFar = record.enacted();
        if (!soFar.complete()) {
            LOG.warn(
                    "The demo was not enacted to its end when the application was stopped; it goes on after {} acts."
                            + " To begin anew, stop the application and remove INDELIBLE_HOME.",
                    soFar.steps());
            enact();
        } else if (otherPassword) {
            accounts.setPasswords(password.value());
        }
    }

    private void enact() {
        try {
            accounts.create(password.value());
            emptyTrial.register();
            enactment.run(record.enacted());
            if (!progress.await(ledgers.headPosition(), PATIENCE)) {
                LOG.warn("The demo is enacted, but its pages have not caught up with the log yet.");
            }
        } catch (IllegalStateException e) {
            throw new StartRefused(
                    "The demo could not be enacted: " + e.getMessage(),
                    "Start with INDELIBLE_DEMO=false to go without it; to try again, remove INDELIBLE_HOME first.",
                    e);
        }
    }

    private void announce() {
        String secret = password.isConfigured() ? "as INDELIBLE_DEMO_PASSWORD says" : password.value();
        LOG.info(
                "Demo accounts (they act on test trials only): investigator, coordinator, investigator2, coordinator2,"
                        + " pharmacist, monitor, datamanager, builder, statistician, inspector, participant, admin."
                        + " Password of all: {} (kept in {})",
                secret,
                password.path());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
