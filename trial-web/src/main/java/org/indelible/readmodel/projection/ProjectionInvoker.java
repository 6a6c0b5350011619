package org.indelible.readmodel.projection;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.indelible.trial.TrialEvent;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Collects the changes of a batch of events and writes them, and the position they lead to, at the end of the batch's transaction, which
 * is also that of the tracking token: rows, progress and token are one.
 */
final class ProjectionInvoker implements EventHandlerInvoker {
    private static final String BATCH = "readmodel.batch";

    private final Projections projections;
    private final DataSource dataSource;
    private final ProjectionProgress progress;
    private final DerivedRows derived;

    ProjectionInvoker(
            Projections projections, DataSource dataSource, ProjectionProgress progress, DerivedRows derived) {
        this.derived = derived;
        this.projections = projections;
        this.dataSource = dataSource;
        this.progress = progress;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        Batch batch = CurrentUnitOfWork.get().root().getOrComputeResource(BATCH, key -> newBatch());
        batch.position =
                ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
        if (message instanceof DomainEventMessage<?> domainEvent) {
            LoggedEvent logged = LoggedEvent.of(domainEvent);
            batch.changes.addAll(projections.changes(logged));
            batch.touch(logged);
        }
    }

    private Batch newBatch() {
        Batch batch = new Batch();
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        unit.onPrepareCommit(preparing -> write(batch));
        unit.afterCommit(committed -> progress.reached(batch.position));
        return batch;
    }

    private void write(Batch batch) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            new ChangeWriter(connection, "read").write(batch.changes);
            batch.touched.forEach(derived::outdate);
            batch.rebuilt.forEach(derived::outdateAll);
            try (PreparedStatement statement = connection.prepareStatement("update read.progress set position = ?")) {
                statement.setLong(1, batch.position);
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new ProjectionException(
                    "the read models cannot be written up to position " + batch.position, withoutValues(e));
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** The message of a failed batch quotes its values, which belong in no log; that of the error behind it does not. */
    private static SQLException withoutValues(SQLException failure) {
        return failure instanceof BatchUpdateException && failure.getNextException() != null
                ? failure.getNextException()
                : failure;
    }

    private static final class Batch {
        private final List<Change> changes = new ArrayList<>();
        private final Map<String, Set<String>> touched = new LinkedHashMap<>();
        private final Set<String> rebuilt = new LinkedHashSet<>();
        private long position;

        /** Under another build, something else may be missing. */
        void touch(LoggedEvent logged) {
            logged.participant()
                    .ifPresent(participant -> touched.computeIfAbsent(logged.ledger(), trial -> new LinkedHashSet<>())
                            .add(participant));
            if (logged.event() instanceof TrialEvent.StudyBuildPublished) {
                rebuilt.add(logged.ledger());
            }
        }
    }
}
