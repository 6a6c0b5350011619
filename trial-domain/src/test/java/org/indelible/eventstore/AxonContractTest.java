package org.indelible.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.AGGREGATE;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.indelible.anchoring.ledger.AppendHook;
import org.indelible.anchoring.ledger.AppenderSettings;
import org.indelible.anchoring.ledger.JdbcLedgerStore;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StreamRule;
import org.indelible.anchoring.testing.Authors;
import org.indelible.anchoring.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Axon's own contract for event storage ({@code EventStorageEngineTest}, {@code AbstractEventStorageEngineTest},
 * {@code BatchingEventStorageEngineTest}) on a real PostgreSQL. Four tests are about snapshots, which this engine refuses: they show here that
 * it does.
 */
class AxonContractTest
        extends BatchingEventStorageEngineTest<LedgerEventStorageEngine, LedgerEventStorageEngine.Builder> {
    private final TestDatabase database = TestDatabase.create();
    private final LedgerStore ledger = JdbcLedgerStore.open(
            database.application(),
            database.vault(),
            AppenderSettings.DEFAULT.withStreamRule(StreamRule.UNIQUE),
            AppendHook.NONE);
    private final LedgerEventStorageEngine engine = createEngine();

    @BeforeEach
    void useEngine() {
        setTestSubject(engine);
    }

    @AfterEach
    void closeDatabase() {
        ledger.close();
        database.close();
    }

    @Override
    protected LedgerEventStorageEngine createEngine(UnaryOperator<LedgerEventStorageEngine.Builder> customization) {
        return customization
                .apply(LedgerEventStorageEngine.builder(
                        ledger, new ContractPolicy(Authors.coordinator()), new TextSerializer()))
                .build();
    }

    @Test
    @Override
    public void storeAndLoadSnapshot() {
        refusesSnapshots();
    }

    @Test
    @Override
    public void snapshotFilterAllowsSnapshots() {
        refusesSnapshots();
    }

    @Test
    @Override
    public void snapshotFilterRejectsSnapshots() {
        refusesSnapshots();
    }

    @Test
    @Override
    public void snapshotFilterRejectsSnapshotsOnCombinedFilter() {
        refusesSnapshots();
    }

    private void refusesSnapshots() {
        assertThatThrownBy(() -> engine.storeSnapshot(createEvent(1)))
                .isInstanceOfSatisfying(
                        AppendRefusedException.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(AppendRefusedException.Rule.SNAPSHOT));
        assertThat(engine.readSnapshot(AGGREGATE)).isEmpty();
    }
}
