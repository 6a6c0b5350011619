package org.indelible.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.eventstore.AppendRefusedException.Rule;
import org.indelible.shared.CommandMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionAppendPolicyTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final String DIARY = Node.diary("001");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource source = now::get;
    private final TestDatabase database = TestDatabase.create();
    private final Node node = new Node(database, source.withZone(ZoneOffset.UTC));

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void timeOfStorageIsTheLedgersClockNotTheEvents() {
        node.send(new Diary.Open(DIARY));

        assertThat(node.ledger.entry(Node.TRIAL, 0).orElseThrow().iat()).isEqualTo(START);
    }

    @Test
    void clockSetBackByAnHourStandsStill() {
        node.send(new Diary.Open(DIARY));
        now.set(START.minus(Duration.ofHours(1)));
        node.send(new Diary.Write(DIARY, "x"));

        assertThat(node.ledger.readLedger(Node.TRIAL, 0, 9))
                .extracting(StoredEntry::iat)
                .containsExactly(START, START);
    }

    @Test
    void clockFarBehindTheLedgerIsRefusedAlsoAfterARestart() {
        node.send(new Diary.Open(DIARY));
        now.set(START.minus(Duration.ofHours(3)));
        assertRefused(Rule.CLOCK, () -> node.send(new Diary.Write(DIARY, "x")));

        try (Node restarted = new Node(database, source.withZone(ZoneOffset.UTC))) {
            assertRefused(Rule.CLOCK, () -> restarted.send(new Diary.Write(DIARY, "x")));
        }
        assertThat(node.ledger.ledgerSize(Node.TRIAL)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"actor,a-8", "organisation,site-2", "signIn,s-2"})
    void authorIsWhoTheKeyIsCertifiedFor(String key, String other) {
        assertRefused(Rule.AUTHOR, () -> node.send(new Diary.Open(DIARY), Map.of(key, other)));
        assertThat(node.ledger.ledgerSize(Node.TRIAL)).isZero();
    }

    @Test
    void certificateMustBeValidAtTheTimeOfStorage() {
        now.set(START.plus(Duration.ofHours(24)));

        assertRefused(Rule.AUTHOR, () -> node.send(new Diary.Open(DIARY)));
    }

    @Test
    void metadataWithoutAClaimIsNotDroppedButRefused() {
        assertRefused(Rule.METADATA, () -> publish(DIARY, 0, signedIn().and("traceId", "x")));
        assertRefused(Rule.METADATA, () -> publish(DIARY, 0, signedIn().and(CommandMetadata.ENTERED_AT, "yesterday")));
        assertRefused(Rule.METADATA, () -> publish(DIARY, 0, signedIn().and(CommandMetadata.SOURCE, "[]")));
    }

    @Test
    void onlyStreamsOfTheDomainAreStored() {
        assertRefused(Rule.STREAM, () -> publish("elsewhere", 0, signedIn()));
        assertRefused(
                Rule.STREAM,
                () -> node.store
                        .engine()
                        .appendEvents(new GenericEventMessage<>(SampleEvents.noteAdded(1), signedIn())));
    }

    @Test
    void streamsStartAtZeroAndHaveNoGaps() {
        assertThatThrownBy(() -> publish(DIARY, 1, signedIn())).hasMessageContaining("no entry 0");
        publish(DIARY, 0, signedIn());
        assertThatThrownBy(() -> publish(DIARY, 2, signedIn())).hasMessageContaining("no entry 1");
        assertThat(node.ledger.ledgerSize(Node.TRIAL)).isEqualTo(1);
    }

    @Test
    void unitOfWorkAppendsOnce() {
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("any"));
        publish(DIARY, 0, signedIn());

        assertRefused(Rule.ONE_APPEND, () -> publish(DIARY, 1, signedIn()));
        unitOfWork.rollback();
        assertThat(node.ledger.ledgerSize(Node.TRIAL)).isEqualTo(1);
    }

    @Test
    void subscribingProcessorsAreRefused() {
        assertThatThrownBy(() -> node.store.eventStore().subscribe(events -> {}))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private void publish(String stream, long seq, MetaData metaData) {
        node.store.engine().appendEvents(event(stream, seq, metaData));
    }

    private static GenericDomainEventMessage<?> event(String stream, long seq, MetaData metaData) {
        return new GenericDomainEventMessage<>("casebook", stream, seq, SampleEvents.noteAdded((int) seq), metaData);
    }

    private static MetaData signedIn() {
        return MetaData.with(CommandMetadata.ACTOR, "a-7")
                .and(CommandMetadata.ORGANISATION, "site-1")
                .and(CommandMetadata.SIGN_IN, Node.SIGN_IN);
    }

    private static void assertRefused(Rule rule, ThrowingCallable append) {
        assertThatThrownBy(append)
                .isInstanceOfSatisfying(
                        AppendRefusedException.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
