package org.indelible.readmodel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.anchoring.blob.JdbcBlobStore;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.ledger.JdbcLedgerStore;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.testing.Authors;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.eventstore.CertifiedAuthor;
import org.indelible.eventstore.LedgerClocks;
import org.indelible.eventstore.LedgerEventStorageEngine;
import org.indelible.eventstore.ProductionAppendPolicy;
import org.indelible.eventstore.RegistrySerializer;
import org.indelible.shared.CommandMetadata;
import org.indelible.shared.StreamId;
import org.indelible.wiring.DomainEvents;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The log and the read models, with everything real but the commands: events are appended as they are. */
final class ReadModelFixture implements AutoCloseable {
    private static final String SIGN_IN = "s-1";

    private final TestDatabase database = TestDatabase.create();
    private final JdbcLedgerStore ledgers = JdbcLedgerStore.open(database.application(), database.vault());
    private final EventStore events;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Map<String, Long> sequences = new HashMap<>();

    ReadModelFixture() {
        migrate();
        AuthorKey key = Authors.coordinator();
        CertifiedAuthor author = new CertifiedAuthor(Authors.COORDINATOR, key, "");
        this.events = EmbeddedEventStore.builder()
                .storageEngine(LedgerEventStorageEngine.builder(
                                ledgers,
                                new ProductionAppendPolicy(
                                        signIn -> Optional.of(author), new LedgerClocks(ledgers, Clock.systemUTC())),
                                new RegistrySerializer(DomainEvents.registry()))
                        .build())
                .build();
        context.registerBean(DataSource.class, database::application);
        context.registerBean(LedgerStore.class, () -> ledgers);
        context.registerBean(EventStore.class, () -> events);
        context.registerBean(BlobStore.class, () -> new JdbcBlobStore(database.application(), database.vault()));
        context.register(Scan.class);
        context.refresh();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            basePackageClasses = AsOf.class,
            excludeFilters =
                    @Filter(type = FilterType.REGEX, pattern = "org\\.indelible\\.readmodel\\.api\\..*|.*Test.*"))
    static class Scan {
        @Bean
        JdbcTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private void migrate() {
        try {
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath:/db/migration/read/V*.sql");
            Arrays.sort(scripts, Comparator.comparing(Resource::getFilename));
            for (Resource script : scripts) {
                database.execute(script.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        database.execute("grant usage on schema read to public");
        database.execute("grant all on all tables in schema read to public");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(Class<T> type, String name) {
        return context.getBean(name, type);
    }

    TestDatabase database() {
        return database;
    }

    EventStore events() {
        return events;
    }

    /** Appends events of one stream in one command. */
    void append(StreamId stream, Optional<String> site, List<?> payloads) {
        Map<String, Object> metaData = new HashMap<>(Map.of(
                CommandMetadata.ACTOR,
                Authors.COORDINATOR.account(),
                CommandMetadata.ORGANISATION,
                Authors.COORDINATOR.organisation(),
                CommandMetadata.ROLE,
                "COORDINATOR",
                CommandMetadata.SIGN_IN,
                SIGN_IN));
        site.ifPresent(key -> metaData.put(CommandMetadata.SITE, key));
        events.publish(payloads.stream()
                .map(payload -> new GenericDomainEventMessage<Object>(
                        stream.type(), stream.toString(), next(stream.toString()), payload, metaData))
                .toList());
    }

    private long next(String stream) {
        return sequences.merge(stream, 0L, (known, zero) -> known + 1);
    }

    long sequence(StreamId stream) {
        return sequences.getOrDefault(stream.toString(), -1L);
    }

    /** Waits until the read models show everything appended. */
    void caughtUp() {
        if (!bean(ReadModelProgress.class).await(ledgers.headPosition(), Duration.ofMinutes(3))) {
            throw new IllegalStateException("the read models have not followed the log");
        }
    }

    /** Every row of every read model, as text, in a fixed order. */
    Map<String, List<String>> dump() {
        JdbcClient jdbc = bean(JdbcClient.class);
        Map<String, List<String>> rows = new HashMap<>();
        for (String table : jdbc.sql(
                        "select tablename from pg_tables where schemaname = 'read' and tablename <> 'token_entry'")
                .query(String.class)
                .list()) {
            rows.put(
                    table,
                    jdbc.sql("select t::text from read." + table + " t order by t::text collate \"C\"")
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    @Override
    public void close() {
        context.close();
        ledgers.close();
        database.close();
    }
}
