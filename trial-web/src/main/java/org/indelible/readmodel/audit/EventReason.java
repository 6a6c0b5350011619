package org.indelible.readmodel.audit;

import java.util.Optional;
import org.indelible.account.AccountEvent;
import org.indelible.casebook.AttachmentEvent;
import org.indelible.casebook.LifecycleEvent;
import org.indelible.casebook.LockEvent;
import org.indelible.casebook.PartLockEvent;
import org.indelible.casebook.RecordingEvent;
import org.indelible.casebook.ReviewEvent;
import org.indelible.casebook.VisitEvent;
import org.indelible.shared.RecordedReason;
import org.indelible.site.SiteEvent;
import org.indelible.trial.TrialEvent;

/** The reason of an event as a whole; reasons of single items stand with their items. */
final class EventReason {
    private EventReason() {}

    static Optional<RecordedReason> of(Object event) {
        return switch (event) {
            case TrialEvent trial -> ofTrial(trial);
            case SiteEvent.DelegationEnded ended -> Optional.of(ended.reason());
            case SiteEvent.SiteClosed closed -> Optional.of(closed.reason());
            case LifecycleEvent lifecycle -> ofLifecycle(lifecycle);
            case VisitEvent.VisitMarkedNotDone notDone -> Optional.of(notDone.reason());
            case VisitEvent.FormMarkedNotDone notDone -> Optional.of(notDone.reason());
            case VisitEvent.FormMigrated migrated -> migrated.reason();
            case RecordingEvent.ItemsInactivated inactivated -> Optional.of(inactivated.reason());
            case RecordingEvent.GroupInactivated inactivated -> Optional.of(inactivated.reason());
            case RecordingEvent.FormInactivated inactivated -> Optional.of(inactivated.reason());
            case ReviewEvent.QueryCancelled cancelled -> Optional.of(cancelled.reason());
            case PartLockEvent.PartUnfrozen unfrozen -> Optional.of(unfrozen.reason());
            case PartLockEvent.PartLocked locked -> locked.despite();
            case PartLockEvent.PartUnlockAuthorised authorised -> Optional.of(authorised.reason());
            case PartLockEvent.PartUnlocked unlocked -> Optional.of(unlocked.reason());
            case AttachmentEvent.AttachmentInactivated inactivated -> Optional.of(inactivated.reason());
            case LockEvent lock -> ofLock(lock);
            case AccountEvent.RoleRevoked revoked -> Optional.of(revoked.reason());
            case AccountEvent.AccountUnlocked unlocked -> Optional.of(unlocked.reason());
            case AccountEvent.AccountDisabled disabled -> Optional.of(disabled.reason());
            default -> Optional.empty();
        };
    }

    private static Optional<RecordedReason> ofTrial(TrialEvent event) {
        return switch (event) {
            case TrialEvent.TrialClosed closed -> Optional.of(closed.reason());
            case TrialEvent.TrialLocked locked -> Optional.of(locked.reason());
            case TrialEvent.TrialUnlockAuthorised authorised -> Optional.of(authorised.reason());
            case TrialEvent.TrialUnlocked unlocked -> Optional.of(unlocked.reason());
            case TrialEvent.AmendmentWithdrawn withdrawn -> Optional.of(withdrawn.reason());
            case TrialEvent.MigrationProposed proposed -> Optional.of(proposed.reason());
            case TrialEvent.MigrationAuthorised authorised -> Optional.of(authorised.reason());
            default -> Optional.empty();
        };
    }

    private static Optional<RecordedReason> ofLifecycle(LifecycleEvent event) {
        return switch (event) {
            case LifecycleEvent.IdentityRecorded identity -> identity.reason();
            case LifecycleEvent.ScreeningFailed failed -> Optional.of(failed.reason());
            case LifecycleEvent.TreatmentDiscontinued discontinued -> Optional.of(discontinued.reason());
            case LifecycleEvent.ConsentWithdrawn withdrawn -> withdrawn.reason();
            case LifecycleEvent.ParticipantWithdrawn withdrawn -> Optional.of(withdrawn.reason());
            case LifecycleEvent.ParticipantLostToFollowUp lost -> Optional.of(lost.reason());
            case LifecycleEvent.ParticipantDied died -> died.cause();
            case LifecycleEvent.ParticipantTransferred transferred -> Optional.of(transferred.reason());
            default -> Optional.empty();
        };
    }

    private static Optional<RecordedReason> ofLock(LockEvent event) {
        return switch (event) {
            case LockEvent.FormUnfrozen unfrozen -> Optional.of(unfrozen.reason());
            case LockEvent.CasebookLocked locked -> locked.despite();
            case LockEvent.CasebookUnlockAuthorised authorised -> Optional.of(authorised.reason());
            case LockEvent.CasebookUnlocked unlocked -> Optional.of(unlocked.reason());
            default -> Optional.empty();
        };
    }
}
