package org.indelible.trial;

import java.util.Optional;
import java.util.Set;
import org.indelible.shared.TrialStatus;
import org.indelible.trial.TrialEvent.*;
import org.indelible.trial.TrialState.Registered;
import org.indelible.trial.TrialState.Unregistered;

/** What each event makes of a trial. */
final class TrialEvolution {
    private TrialEvolution() {}

    static TrialState evolve(TrialState state, TrialEvent event) {
        return switch (state) {
            case Unregistered none -> begin(event);
            case Registered trial -> evolve(trial, event);
        };
    }

    private static TrialState begin(TrialEvent event) {
        return switch (event) {
            case SimulatedClockDeclared declared -> new Unregistered(Optional.of(declared.clock()));
            case TrialRegistered registered ->
                new Registered(
                        registered.trial(),
                        registered.kind(),
                        TrialStatus.REGISTERED,
                        PublishedDefinitions.NONE,
                        Amendments.NONE,
                        ImportPermissions.NONE,
                        Optional.empty(),
                        Optional.empty());
            default -> throw new IllegalStateException("a trial begins with its registration, not " + event);
        };
    }

    private static Registered evolve(Registered trial, TrialEvent event) {
        return switch (event) {
            case SimulatedClockDeclared declared -> trial;
            case TrialRegistered registered -> trial;
            case ProtocolVersionPublished published ->
                trial.with(trial.published().plus(published.version()));
            case StudyBuildPublished published ->
                trial.with(trial.published()
                        .plus(new PublishedDefinitions.Build(
                                published.build(), published.protocolVersion(), published.training())));
            case ConsentFormPublished published ->
                trial.with(trial.published()
                        .plus(new PublishedDefinitions.ConsentForm(
                                published.version(), published.protocolVersion(), published.reconsent())));
            case AmendmentSubmitted submitted ->
                trial.with(trial.amendments().submitted(submitted.amendment(), submitted.definition()));
            case AmendmentApproved approved ->
                trial.with(trial.amendments().became(approved.amendment(), Amendments.Status.APPROVED));
            case AmendmentWithdrawn withdrawn ->
                trial.with(trial.amendments().became(withdrawn.amendment(), Amendments.Status.WITHDRAWN));
            case TrialOpened opened -> trial.with(TrialStatus.OPEN);
            case TrialClosed closed -> trial.with(TrialStatus.CLOSED);
            case TrialLocked locked -> trial.with(TrialStatus.LOCKED);
            case TrialUnlockAuthorised authorised ->
                trial.unlockableBy(authorised.signature().authentication().account());
            case TrialUnlocked unlocked -> trial.with(TrialStatus.CLOSED);
            case VerificationPlanSet set -> trial;
            case SigningPlanSet set -> trial;
            case TrialArchived archived -> trial.with(TrialStatus.ARCHIVED);
            case RetentionEndRecorded recorded -> trial.retainedUntil(recorded.until());
            case TransferAgreementRecorded recorded ->
                trial.with(trial.imports().agreed(recorded.agreementId(), Set.copyOf(recorded.itemOids())));
            case MigrationProposed proposed -> trial.with(trial.imports().proposed(proposed.file(), proposed.by()));
            case MigrationAuthorised authorised -> trial.with(trial.imports().authorised(authorised.file()));
            case DataImported imported -> trial;
        };
    }
}
