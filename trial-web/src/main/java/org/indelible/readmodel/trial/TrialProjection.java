package org.indelible.readmodel.trial;

import static org.indelible.readmodel.projection.VersionedTable.table;

import java.time.ZoneOffset;
import java.util.Locale;
import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.TrainingVersion;
import org.indelible.shared.TrialStatus;
import org.indelible.trial.AmendmentId;
import org.indelible.trial.ProposedDefinition;
import org.indelible.trial.ProposedDefinition.ProposedConsent;
import org.indelible.trial.TrialEvent;

public final class TrialProjection implements Projection {
    private static final VersionedTable TRIAL = table("trial").key("trial").columns("kind", "name", "sponsor");
    private static final VersionedTable STATUS =
            table("trial_status").key("trial").columns("status");
    private static final VersionedTable CLOCK =
            table("simulated_clock").key("trial").columns("starts", "ends");
    private static final VersionedTable VERIFICATION_PLAN = table("verification_plan")
            .key("trial")
            .columns("first_participants", "percent_after", "critical_of_all", "draw");
    private static final VersionedTable SIGNING_PLAN =
            table("signing_plan").key("trial").columns("events", "within_days");
    private static final VersionedTable PROTOCOL_VERSION =
            table("protocol_version").key("trial", "version").columns("amendment", "document");
    private static final VersionedTable BUILD =
            table("study_build").key("trial", "build").columns("protocol_version", "metadata_oid", "name", "training");
    private static final VersionedTable AMENDMENT = table("amendment")
            .key("trial", "amendment")
            .columns("from_build", "build", "protocol_version", "name", "training", "consent_version", "reconsent");
    private static final VersionedTable AMENDMENT_STATUS =
            table("amendment_status").key("trial", "amendment").columns("status", "shown_at");
    private static final VersionedTable CONSENT_FORM =
            table("consent_form").key("trial", "version").columns("protocol_version", "document", "reconsent");

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        if (logged.event() instanceof TrialEvent event) {
            project(logged.ledger(), event, changes);
        }
    }

    private static void project(String trial, TrialEvent event, Changes changes) {
        switch (event) {
            case TrialEvent.SimulatedClockDeclared declared ->
                changes.open(
                        CLOCK,
                        trial,
                        declared.clock().from().atOffset(ZoneOffset.UTC),
                        declared.clock().to().atOffset(ZoneOffset.UTC));
            case TrialEvent.TrialRegistered registered -> {
                changes.open(
                        TRIAL,
                        trial,
                        registered.kind().name().toLowerCase(Locale.ROOT),
                        registered.name(),
                        registered.sponsor());
                status(trial, TrialStatus.REGISTERED, changes);
            }
            case TrialEvent.ProtocolVersionPublished published ->
                changes.open(
                        PROTOCOL_VERSION,
                        trial,
                        published.version().value(),
                        published.amendment(),
                        published.document().map(DocumentHash::value).orElse(null));
            case TrialEvent.StudyBuildPublished published ->
                changes.open(
                        BUILD,
                        trial,
                        published.build().value(),
                        published.protocolVersion().value(),
                        published.metaDataVersionOid(),
                        published.name(),
                        published.training().map(TrainingVersion::value).orElse(null));
            case TrialEvent.ConsentFormPublished published ->
                changes.open(
                        CONSENT_FORM,
                        trial,
                        published.version().value(),
                        published.protocolVersion().value(),
                        published.document().map(DocumentHash::value).orElse(null),
                        published.reconsent());
            case TrialEvent.VerificationPlanSet set ->
                changes.replace(
                        VERIFICATION_PLAN,
                        trial,
                        set.plan().firstParticipants(),
                        set.plan().percentAfter(),
                        set.plan().criticalOfAll(),
                        set.plan().draw());
            case TrialEvent.SigningPlanSet set ->
                changes.replace(
                        SIGNING_PLAN,
                        trial,
                        set.plan().eventOids().toArray(String[]::new),
                        set.plan().withinDays());
            case TrialEvent.AmendmentSubmitted submitted ->
                submitted(trial, submitted.amendment(), submitted.definition(), changes);
            case TrialEvent.AmendmentApproved approved ->
                changes.replace(AMENDMENT_STATUS, trial, approved.amendment().value(), "approved", approved.shownAt());
            case TrialEvent.AmendmentWithdrawn withdrawn ->
                changes.replace(AMENDMENT_STATUS, trial, withdrawn.amendment().value(), "withdrawn", null);
            case TrialEvent.TrialOpened opened -> status(trial, TrialStatus.OPEN, changes);
            case TrialEvent.TrialClosed closed -> status(trial, TrialStatus.CLOSED, changes);
            case TrialEvent.TrialLocked locked -> status(trial, TrialStatus.LOCKED, changes);
            case TrialEvent.TrialUnlocked unlocked -> status(trial, TrialStatus.CLOSED, changes);
            case TrialEvent.TrialArchived archived -> status(trial, TrialStatus.ARCHIVED, changes);
            case TrialEvent.TrialUnlockAuthorised authorised -> {}
            case TrialEvent.RetentionEndRecorded recorded -> {}
            case TrialEvent.TransferAgreementRecorded agreement -> {}
            case TrialEvent.MigrationProposed proposed -> {}
            case TrialEvent.MigrationAuthorised authorised -> {}
            case TrialEvent.DataImported imported -> {}
        }
    }

    private static void submitted(String trial, AmendmentId id, ProposedDefinition proposed, Changes changes) {
        changes.open(
                AMENDMENT,
                trial,
                id.value(),
                proposed.from().value(),
                proposed.build().value(),
                proposed.protocolVersion().value(),
                proposed.name(),
                proposed.training().map(TrainingVersion::value).orElse(null),
                proposed.consent().map(consent -> consent.version().value()).orElse(null),
                proposed.consent().map(ProposedConsent::reconsent).orElse(false));
        changes.replace(AMENDMENT_STATUS, trial, id.value(), "submitted", null);
    }

    private static void status(String trial, TrialStatus status, Changes changes) {
        changes.replace(STATUS, trial, status.name().toLowerCase(Locale.ROOT));
    }
}
