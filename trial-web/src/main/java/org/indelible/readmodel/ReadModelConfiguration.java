package org.indelible.readmodel;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.readmodel.account.AccountProjection;
import org.indelible.readmodel.audit.EntryProjection;
import org.indelible.readmodel.casebook.CasebookProjection;
import org.indelible.readmodel.deviation.DeviationProjection;
import org.indelible.readmodel.erasure.ErasureProjection;
import org.indelible.readmodel.participant.ParticipantProjection;
import org.indelible.readmodel.projection.DerivedRows;
import org.indelible.readmodel.projection.ProjectionProgress;
import org.indelible.readmodel.projection.Projections;
import org.indelible.readmodel.projection.ReadModelAudit;
import org.indelible.readmodel.projection.ReadModelProcessor;
import org.indelible.readmodel.projection.ReadModelRebuild;
import org.indelible.readmodel.review.AttachmentProjection;
import org.indelible.readmodel.review.DraftProjection;
import org.indelible.readmodel.review.ReviewProjection;
import org.indelible.readmodel.signature.SignatureProjection;
import org.indelible.readmodel.site.SiteProjection;
import org.indelible.readmodel.trial.StudyBuilds;
import org.indelible.readmodel.trial.TrialProjection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The read models and what keeps them up to date. */
@Configuration(proxyBeanMethods = false)
class ReadModelConfiguration {
    @Bean
    StudyBuilds studyBuilds(BlobStore blobs) {
        return new StudyBuilds(blobs::get);
    }

    @Bean
    Projections projections(StudyBuilds builds) {
        return new Projections(List.of(
                new EntryProjection(),
                new TrialProjection(),
                new SiteProjection(),
                new ParticipantProjection(),
                new CasebookProjection(builds),
                new SignatureProjection(),
                new ReviewProjection(),
                new DraftProjection(),
                new AttachmentProjection(),
                new DeviationProjection(),
                new ErasureProjection(),
                new AccountProjection()));
    }

    @Bean
    ProjectionProgress projectionProgress(JdbcClient jdbc) {
        return new ProjectionProgress(jdbc);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ReadModelProcessor readModelProcessor(
            EventStore events,
            Projections projections,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ProjectionProgress progress,
            DerivedRows derived) {
        return new ReadModelProcessor(events, projections, dataSource, transactions, progress, derived);
    }

    @Bean
    ReadModelRebuild readModelRebuild(
            ReadModelProcessor processor,
            ProjectionProgress progress,
            LedgerStore ledgers,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        return new ReadModelRebuild(
                processor, progress, ledgers::headPosition, jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    ReadModelAudit readModelAudit(
            EventStore events, LedgerStore ledgers, Projections projections, DataSource dataSource) {
        return new ReadModelAudit(events, ledgers, projections, dataSource);
    }
}
