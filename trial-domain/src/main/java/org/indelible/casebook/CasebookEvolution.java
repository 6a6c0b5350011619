package org.indelible.casebook;

import java.util.Optional;
import java.util.Set;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.CasebookState.Unregistered;
import org.indelible.casebook.CheckEvent.CheckPrompted;
import org.indelible.casebook.CheckEvent.CheckQueryRaised;
import org.indelible.casebook.CheckEvent.CheckQuerySatisfied;
import org.indelible.casebook.LifecycleEvent.*;
import org.indelible.casebook.LockEvent.*;
import org.indelible.casebook.PartLockEvent.*;
import org.indelible.casebook.Progress.Milestone;
import org.indelible.casebook.ReviewEvent.*;

/** What each event makes of a casebook. */
final class CasebookEvolution {
    private CasebookEvolution() {}

    static CasebookState evolve(CasebookState state, CasebookEvent event, long seq) {
        return switch (state) {
            case Unregistered none -> register(event);
            case Registered casebook -> evolve(casebook, event, seq);
        };
    }

    private static Registered register(CasebookEvent event) {
        if (event instanceof ParticipantRegistered registered) {
            return new Registered(
                    registered.casebook(),
                    registered.site(),
                    registered.build(),
                    Progress.NONE,
                    Records.NONE,
                    Signatures.NONE,
                    Queries.NONE,
                    Lock.NONE,
                    Set.of(),
                    Set.of());
        }
        throw new IllegalStateException("a casebook begins with the registration of its participant, not "
                + event.getClass().getSimpleName());
    }

    private static Registered evolve(Registered casebook, CasebookEvent event, long seq) {
        return switch (event) {
            case DeviationRaised e -> casebook.deviated(seq);
            case LifecycleEvent e -> evolve(casebook, e);
            case VisitEvent e -> visit(casebook, e, seq);
            case RecordingEvent e ->
                casebook.with(casebook.records().evolve(e, seq))
                        .with(casebook.signatures().changed(e.form()));
            case SigningEvent e -> casebook.with(casebook.signatures().signed(e, seq));
            case ReviewEvent e -> evolve(casebook, e);
            case CheckEvent e -> evolve(casebook, e);
            case DraftEvent e -> casebook;
            case DeviationEvent e -> casebook;
            case AttachmentEvent.AttachmentFiled e -> casebook.attached(e.document());
            case AttachmentEvent.AttachmentInactivated e -> casebook.detached(e.document());
            case LockEvent e -> evolve(casebook, e);
            case PartLockEvent e -> casebook.with(evolve(casebook.lock(), e));
        };
    }

    private static Registered visit(Registered casebook, VisitEvent event, long seq) {
        Registered changed = casebook.with(casebook.records().evolve(event, seq));
        return switch (event) {
            case VisitEvent.FormMarkedNotDone marked ->
                changed.with(changed.signatures().changed(marked.form()));
            case VisitEvent.FormMigrated migrated ->
                changed.with(changed.signatures().changed(migrated.form()));
            case VisitEvent.VisitStarted started -> changed;
            case VisitEvent.VisitMarkedNotDone marked -> changed;
        };
    }

    private static Registered evolve(Registered casebook, LifecycleEvent event) {
        Progress progress = casebook.progress();
        return switch (event) {
            case ParticipantRegistered e -> casebook;
            case DeviationRaised e -> casebook;
            case ParticipantTransferred e -> casebook.with(e.to());
            case BuildAdopted e -> casebook.with(e.to());
            case IdentityRecorded e -> casebook.with(progress.identified());
            case ConsentRecorded e ->
                casebook.with(progress.consented(new Progress.Consent(e.version(), e.obtainedAt())));
            case ScreeningStarted e -> casebook.with(progress.reach(Milestone.SCREENING_STARTED, e.on()));
            case ScreeningFailed e -> casebook.with(progress.reach(Milestone.SCREENING_FAILED, e.on()));
            case ParticipantEnrolled e -> casebook.with(progress.reach(Milestone.ENROLLED, e.on()));
            case ParticipantRandomised e -> casebook.with(progress.reach(Milestone.RANDOMISED, e.on()));
            case TreatmentDiscontinued e -> casebook.with(progress.reach(Milestone.TREATMENT_DISCONTINUED, e.on()));
            case ConsentWithdrawn e -> {
                Progress withdrawn = progress.reach(Milestone.CONSENT_WITHDRAWN, e.on());
                yield casebook.with(e.scope().stopsCollection() ? withdrawn.stopCollection(e.on()) : withdrawn);
            }
            case ParticipantWithdrawn e ->
                casebook.with(progress.reach(Milestone.WITHDRAWN, e.on()).stopCollection(e.on()));
            case ParticipantLostToFollowUp e -> casebook.with(progress.reach(Milestone.LOST_TO_FOLLOW_UP, e.on()));
            case ParticipantDied e -> casebook.with(progress.reach(Milestone.DIED, e.on()));
            case StudyCompleted e -> casebook.with(progress.reach(Milestone.COMPLETED, e.on()));
        };
    }

    private static Registered evolve(Registered casebook, ReviewEvent event) {
        Queries queries = casebook.queries();
        return switch (event) {
            case FormOpened e -> casebook.with(casebook.signatures().opened(e));
            case ItemsVerified e -> casebook.with(casebook.records().verified(e));
            case FormReviewed e -> casebook;
            case QueryRaised e -> casebook.with(queries.raised(e));
            case QueryAnswered e -> casebook.with(queries.moved(e.query(), Queries.Status.ANSWERED));
            case QueryClosed e -> casebook.with(queries.moved(e.query(), Queries.Status.CLOSED));
            case QueryReopened e -> casebook.with(queries.moved(e.query(), Queries.Status.OPEN));
            case QueryCancelled e -> casebook.with(queries.moved(e.query(), Queries.Status.CANCELLED));
        };
    }

    private static Registered evolve(Registered casebook, CheckEvent event) {
        Queries queries = casebook.queries();
        return switch (event) {
            case CheckPrompted e -> casebook;
            case CheckQueryRaised e -> casebook.with(queries.raised(e));
            case CheckQuerySatisfied e -> casebook.with(queries.moved(e.query(), Queries.Status.CLOSED));
        };
    }

    private static Registered evolve(Registered casebook, LockEvent event) {
        return switch (event) {
            case FormFrozen e -> casebook.with(casebook.records().frozen(e));
            case FormUnfrozen e -> casebook.with(casebook.records().unfrozen(e));
            case CasebookLocked e -> casebook.with(casebook.lock().whole(true, Optional.empty()));
            case CasebookUnlockAuthorised e ->
                casebook.with(casebook.lock()
                        .whole(true, Optional.of(e.signature().authentication().account())));
            case CasebookUnlocked e -> casebook.with(casebook.lock().whole(false, Optional.empty()));
        };
    }

    private static Lock evolve(Lock lock, PartLockEvent event) {
        return switch (event) {
            case PartFrozen e -> lock.barred(e.scope(), Lock.Bar.FROZEN);
            case PartUnfrozen e -> lock.open(e.scope());
            case PartLocked e -> lock.barred(e.scope(), Lock.Bar.LOCKED);
            case PartUnlockAuthorised e ->
                lock.barred(
                        e.scope(),
                        new Lock.Bar(
                                true, Optional.of(e.signature().authentication().account())));
            case PartUnlocked e -> lock.open(e.scope());
        };
    }
}
