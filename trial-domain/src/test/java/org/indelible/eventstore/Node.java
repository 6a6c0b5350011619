package org.indelible.eventstore;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.certificate.AuthorSubject;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.ledger.AppendHook;
import org.indelible.anchoring.ledger.AppenderSettings;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.JdbcLedgerStore;
import org.indelible.anchoring.testing.Authors;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.shared.CommandMetadata;

/** One application node on a database, put together as production is, with one author signed in and one streaming processor. */
final class Node implements AutoCloseable {
    static final String SIGN_IN = "s-1";
    static final String TRIAL = "0190a1b2-0000-7000-8000-000000000001";
    static final String CERTIFIED_BY = "0".repeat(43);

    final JdbcLedgerStore ledger;
    final LedgerEventStore store;
    final AuthorKey author;
    final List<EventMessage<?>> handled = new CopyOnWriteArrayList<>();
    private final Configuration configuration;

    Node(TestDatabase database) {
        this(database, Clock.systemUTC());
    }

    Node(TestDatabase database, Clock clock) {
        this(database, clock, SampleEvents.registry(), List.of());
    }

    Node(TestDatabase database, Clock clock, EventTypeRegistry registry, List<RevisionUpcaster> upcasters) {
        this(
                clock,
                registry,
                upcasters,
                Diary.class,
                true,
                JdbcLedgerStore.open(database.application(), database.vault()));
    }

    /** For measuring: nobody reads along; what is acknowledged is noted in this directory, as the application does. */
    Node(TestDatabase database, Path home, Class<?> aggregate, Class<?> event) {
        this(
                Clock.systemUTC(),
                EventTypeRegistry.of(List.of(event)),
                List.of(),
                aggregate,
                false,
                JdbcLedgerStore.open(
                        database.application(),
                        database.vault(),
                        AppenderSettings.DEFAULT,
                        AppendHook.NONE,
                        new HighWaterFile(home.resolve("high-water"))));
    }

    private Node(
            Clock clock,
            EventTypeRegistry registry,
            List<RevisionUpcaster> upcasters,
            Class<?> aggregate,
            boolean readsAlong,
            JdbcLedgerStore ledger) {
        Instant now = clock.instant();
        CertificateAuthority authority = Authors.authority();
        this.author = authority.newAuthorKey(
                Authors.COORDINATOR, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(23)));
        this.ledger = ledger;
        AuthorKeys authors =
                signIn -> Optional.of(signIn).filter(SIGN_IN::equals).map(known -> certified(author));
        this.store = new LedgerEventStore(
                ledger,
                new ProductionAppendPolicy(authors, new LedgerClocks(ledger, clock)),
                registry,
                upcasters,
                (request, receipt) -> {},
                LedgerEventStoreSettings.DEFAULT);
        Configurer configurer = store.install(DefaultConfigurer.defaultConfiguration(false))
                .configureAggregate(store.aggregate(aggregate));
        if (readsAlong) {
            configurer.eventProcessing(processing -> processing.registerEventHandler(all -> new Handler()));
        }
        this.configuration = configurer.buildConfiguration();
        configuration.start();
    }

    private static CertifiedAuthor certified(AuthorKey key) {
        AuthorSubject subject = key.certificate().subject();
        return new CertifiedAuthor(subject, key, CERTIFIED_BY);
    }

    static String diary(String participant) {
        return "casebook:" + TRIAL + ":" + participant;
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    <R> R send(Object command) {
        return send(command, Map.of());
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    <R> R send(Object command, Map<String, String> metaData) {
        MetaData signedIn = MetaData.with(CommandMetadata.ACTOR, Authors.COORDINATOR.account())
                .and(CommandMetadata.ORGANISATION, Authors.COORDINATOR.organisation())
                .and(CommandMetadata.ROLE, "COORDINATOR")
                .and(CommandMetadata.SIGN_IN, SIGN_IN);
        return store.gateway().sendAndWait(new GenericCommandMessage<>(command, signedIn).andMetaData(metaData));
    }

    private final class Handler {
        @EventHandler
        void on(Object payload, EventMessage<?> event) {
            handled.add(event);
        }
    }

    @Override
    public void close() {
        configuration.shutdown();
        ledger.close();
    }
}
