package org.indelible.demo;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.eventstore.EventMetadata;
import org.indelible.security.AccountDirectory;
import org.indelible.security.AccountProfile;
import org.indelible.shared.TrialId;
import org.indelible.trial.TrialEvent.SimulatedClockDeclared;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of the demo is in the store. */
@Component
class DemoRecord {
    private final LedgerStore ledgers;
    private final EventStore events;
    private final AccountDirectory accounts;
    private final JdbcClient jdbc;

    DemoRecord(LedgerStore ledgers, EventStore events, AccountDirectory accounts, JdbcClient jdbc) {
        this.ledgers = ledgers;
        this.events = events;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Neither a trial nor an account. */
    boolean storeIsEmpty() {
        return !jdbc.sql(
                        "select exists (select from ledger.entry where stream like 'trial:%' or stream like 'account:%')")
                .query(Boolean.class)
                .single();
    }

    /** Whether a demo was begun here, be it complete or not. */
    boolean begun() {
        return accounts.find(DemoPerson.ADMIN.account())
                .filter(AccountProfile::demo)
                .isPresent();
    }

    boolean has(TrialId trial) {
        return ledgers.ledgerSize(trial.value()) > 0;
    }

    EnactedSoFar enacted() {
        String ledger = DemoTrials.ENACTED.value();
        long size = ledgers.ledgerSize(ledger);
        if (size == 0) {
            return EnactedSoFar.NOTHING;
        }
        SimulatedClockDeclared declared =
                (SimulatedClockDeclared) event(ledger, 0).getPayload();
        Optional<String> last = Optional.ofNullable(
                (String) event(ledger, size - 1).getMetaData().get(EventMetadata.DERIVED_FROM));
        return EnactedSoFar.of(declared.clock().to(), last);
    }

    private DomainEventMessage<?> event(String ledger, long leafIndex) {
        List<StoredEntry> entry = ledgers.readLedger(ledger, leafIndex, 1);
        return events.readEvents(entry.getFirst().stream(), entry.getFirst().seq())
                .next();
    }
}
