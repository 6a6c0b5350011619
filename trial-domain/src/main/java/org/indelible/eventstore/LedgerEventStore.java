package org.indelible.eventstore;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.indelible.anchoring.ledger.LedgerStore;

/**
 * Axon put together around a ledger, the same for tests and for the application: no transaction on the command bus, one retry for a command
 * whose aggregate was stale, a bounded cache of aggregates, streaming processors only.
 */
public final class LedgerEventStore {
    private final RegistrySerializer serializer;
    private final BoundedCache aggregates;
    private final LedgerEventStorageEngine engine;
    private final StreamingEventStore eventStore;
    private final CommandBus commandBus;
    private final CommandGateway gateway;

    public LedgerEventStore(
            LedgerStore ledger,
            AppendPolicy policy,
            EventTypeRegistry registry,
            List<RevisionUpcaster> upcasters,
            AppendListener listener,
            LedgerEventStoreSettings settings) {
        this.serializer = new RegistrySerializer(registry);
        this.aggregates = new BoundedCache(settings.cachedAggregates());
        LedgerEventStorageEngine.Builder builder = LedgerEventStorageEngine.builder(ledger, policy, serializer);
        builder.upcasterChain(new EventUpcasterChain(upcasters));
        this.engine = builder.listener(listener).build();
        this.eventStore = StreamingEventStore.on(engine);
        this.commandBus = newCommandBus();
        this.gateway = DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler(new RetryStaleAggregate())
                .build();
    }

    private static CommandBus newCommandBus() {
        CommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new AuthorCorrelation()));
        return bus;
    }

    /** Installs all of it in an Axon configuration. The general serializer is for tokens, which are local to a database; events have their own. */
    public Configurer install(Configurer configurer) {
        return configurer
                .configureSerializer(
                        configuration -> Jackson3Serializer.builder().build())
                .configureEventSerializer(configuration -> serializer)
                .configureEventStore(configuration -> eventStore)
                .configureCommandBus(configuration -> commandBus)
                .configureCorrelationDataProviders(configuration -> List.of(new AuthorCorrelation()))
                .registerComponent(CommandGateway.class, configuration -> gateway)
                .eventProcessing(processing -> processing.usingPooledStreamingEventProcessors());
    }

    /** The configuration of an aggregate whose instances are cached between commands. */
    public <A> AggregateConfigurer<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type).configureCache(configuration -> aggregates);
    }

    /** Forgets cached aggregates: what they hold in clear was erased from the ledger. */
    public void forgetAggregates() {
        aggregates.removeAll();
    }

    public RegistrySerializer serializer() {
        return serializer;
    }

    public LedgerEventStorageEngine engine() {
        return engine;
    }

    public StreamingEventStore eventStore() {
        return eventStore;
    }

    public CommandBus commandBus() {
        return commandBus;
    }

    public CommandGateway gateway() {
        return gateway;
    }
}
