package org.indelible.trial;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.indelible.portal.AtField;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.Reason;
import org.indelible.shared.ReasonCategory;
import org.indelible.shared.TrainingVersion;
import org.indelible.shared.TrialId;
import org.indelible.trial.TrialCommand.ArchiveTrial;
import org.indelible.trial.TrialCommand.AuthoriseTrialUnlock;
import org.indelible.trial.TrialCommand.CloseTrial;
import org.indelible.trial.TrialCommand.LockTrial;
import org.indelible.trial.TrialCommand.OpenTrial;
import org.indelible.trial.TrialCommand.PublishConsentForm;
import org.indelible.trial.TrialCommand.PublishProtocolVersion;
import org.indelible.trial.TrialCommand.RecordRetentionEnd;
import org.indelible.trial.TrialCommand.RecordTransferAgreement;
import org.indelible.trial.TrialCommand.UnlockTrial;
import org.jspecify.annotations.Nullable;

/** What is asked for an act on a trial; which fields count depends on the act. */
record TrialActForm(
        @Nullable String version,
        @Nullable String protocolVersion,
        @Nullable String training,
        @Nullable Boolean reconsent,
        @Nullable String originator,
        @Nullable String items,
        @Nullable String category,
        @Nullable String reason,
        @Nullable String confirm,
        @Nullable String until,
        @Nullable String username,
        @Nullable String password) {
    static final TrialActForm EMPTY =
            new TrialActForm(null, null, null, null, null, null, null, null, null, null, null, null);

    /** For every act but the publication of a build, which reads a file first. */
    TrialCommand toCommand(
            TrialAct act,
            TrialId trial,
            Optional<DocumentHash> document,
            Optional<AuthenticationEvidence> authentication) {
        return switch (act) {
            case PUBLISH_VERSION ->
                new PublishProtocolVersion(trial, new ProtocolVersion(AtField.needed(version, "version")), document);
            case PUBLISH_BUILD -> throw new IllegalArgumentException("a study build is published from its metadata");
            case PUBLISH_CONSENT ->
                new PublishConsentForm(
                        trial,
                        new ConsentVersion(AtField.needed(version, "version")),
                        implemented(),
                        document,
                        Boolean.TRUE.equals(reconsent));
            case OPEN -> new OpenTrial(trial);
            case CLOSE -> new CloseTrial(trial, why());
            case LOCK -> new LockTrial(trial, why());
            case AUTHORISE_UNLOCK -> new AuthoriseTrialUnlock(trial, why(), authentication.orElseThrow());
            case UNLOCK -> new UnlockTrial(trial, why());
            case ARCHIVE -> new ArchiveTrial(trial);
            case RETENTION -> new RecordRetentionEnd(trial, lastDay(), document, why());
            case AGREEMENT ->
                new RecordTransferAgreement(
                        trial,
                        UUID.randomUUID().toString(),
                        AtField.needed(originator, "originator"),
                        itemOids(),
                        document);
        };
    }

    /** The protocol version that is implemented. */
    ProtocolVersion implemented() {
        return new ProtocolVersion(AtField.needed(protocolVersion, "protocolVersion"));
    }

    Optional<TrainingVersion> trainingAsked() {
        return training == null || training.isBlank()
                ? Optional.empty()
                : Optional.of(new TrainingVersion(training.strip()));
    }

    private LocalDate lastDay() {
        try {
            return LocalDate.parse(AtField.needed(until, "until"));
        } catch (DateTimeParseException malformed) {
            throw AtField.missing("until");
        }
    }

    boolean confirms(String name) {
        return name.equals(confirm == null ? "" : confirm.strip());
    }

    private Set<String> itemOids() {
        return Arrays.stream(AtField.needed(items, "items").split("[,\\s]+", -1))
                .filter(oid -> !oid.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Reason why() {
        return new Reason(
                category == null || category.isEmpty() ? ReasonCategory.OTHER : ReasonCategory.valueOf(category),
                reason == null ? "" : reason);
    }
}
