package org.indelible.platform.domain;

import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.indelible.account.AccountAggregate;
import org.indelible.account.SystemAggregate;
import org.indelible.anchoring.ledger.AppendNotifications;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.NewEntry;
import org.indelible.auditreview.AuditReviewAggregate;
import org.indelible.authority.AuthorityEvaluator;
import org.indelible.authority.AuthorityParameterResolverFactory;
import org.indelible.authority.ImportMandates;
import org.indelible.authors.AuthorKeyRing;
import org.indelible.casebook.CasebookAggregate;
import org.indelible.casebook.StudyBuilds;
import org.indelible.certification.CertificationAggregate;
import org.indelible.erasure.ErasableTexts;
import org.indelible.erasure.ErasureAggregate;
import org.indelible.eventstore.AppendListener;
import org.indelible.eventstore.LedgerClocks;
import org.indelible.eventstore.LedgerEventStore;
import org.indelible.eventstore.LedgerEventStoreSettings;
import org.indelible.eventstore.ProductionAppendPolicy;
import org.indelible.logkey.LogKeyAggregate;
import org.indelible.platform.LedgerTime;
import org.indelible.recovery.RecoveryAggregate;
import org.indelible.shared.DomainRefusal;
import org.indelible.site.SiteAggregate;
import org.indelible.trial.TrialAggregate;
import org.indelible.wiring.DomainEvents;
import org.indelible.wiring.RecordedAuthority;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.function.SingletonSupplier;

/** Event store, command bus and aggregates. */
@Configuration(proxyBeanMethods = false)
class DomainConfiguration {
    @Bean
    LedgerEventStore ledgerEventStore(
            LedgerStore ledgers,
            AuthorKeyRing authors,
            LedgerTime time,
            List<AppendListener> listeners,
            ObjectProvider<RecordedAuthority> authority) {
        // The authority reads from this very store.
        Supplier<RecordedAuthority> known = SingletonSupplier.of(authority::getObject);
        LedgerClocks clocks = new LedgerClocks(ledgers, time::clockOf);
        return new LedgerEventStore(
                ledgers,
                new ProductionAppendPolicy(authors, clocks),
                DomainEvents.registry(),
                DomainEvents.upcasters(),
                (request, receipt) -> {
                    listeners.forEach(listener -> listener.appended(request, receipt));
                    request.entries().stream()
                            .map(NewEntry::claims)
                            .forEach(entry -> known.get().appended(entry.stream(), entry.seq(), entry.evt()));
                },
                LedgerEventStoreSettings.DEFAULT);
    }

    @Bean(destroyMethod = "close")
    AppendNotifications appendNotifications(DataSource dataSource, LedgerEventStore store) {
        return AppendNotifications.listen(dataSource, store.eventStore()::wake);
    }

    @Bean
    EventStore eventStore(LedgerEventStore store) {
        return store.eventStore();
    }

    @Bean
    CommandGateway commandGateway(LedgerEventStore store) {
        return store.gateway();
    }

    @Bean
    RecordedAuthority authorityEvaluator(EventStore events, ImportMandates mandates) {
        return new RecordedAuthority(events, mandates);
    }

    /** The same that the read models use: what a hash names never changes, so each build is read once. */
    @Bean
    StudyBuilds domainStudyBuilds(org.indelible.readmodel.trial.StudyBuilds onFile) {
        return hash -> onFile.find(hash.value())
                .orElseThrow(() -> new DomainRefusal(
                        "study-build-unknown", "This study build is not on file.", "Publish it first."));
    }

    /** Nobody asks for it by name, and without it no command has a handler: it is there even where beans are made on demand. */
    @Bean(initMethod = "start", destroyMethod = "shutdown")
    @Lazy(false)
    org.axonframework.config.Configuration axonConfiguration(
            LedgerEventStore store,
            AuthorityEvaluator authority,
            LedgerTime time,
            StudyBuilds builds,
            ErasableTexts texts) {
        Configurer configurer = store.install(DefaultConfigurer.defaultConfiguration(false))
                .registerComponent(
                        ParameterResolverFactory.class,
                        configuration -> MultiParameterResolverFactory.ordered(
                                ClasspathParameterResolverFactory.forClass(DomainConfiguration.class),
                                new AuthorityParameterResolverFactory(authority, time::clockOf),
                                new SimpleResourceParameterResolverFactory(List.of(builds, texts))));
        for (Class<?> aggregate : List.of(
                TrialAggregate.class,
                SiteAggregate.class,
                CasebookAggregate.class,
                ErasureAggregate.class,
                AuditReviewAggregate.class,
                AccountAggregate.class,
                SystemAggregate.class,
                RecoveryAggregate.class,
                LogKeyAggregate.class,
                CertificationAggregate.class)) {
            configurer.configureAggregate(store.aggregate(aggregate));
        }
        return configurer.buildConfiguration();
    }
}
