package org.indelible.casebook;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.CasebookId;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.jspecify.annotations.Nullable;

/** What is asked for an act on a participant; which fields count depends on the act. */
record ActForm(
        @Nullable LocalDate on,
        @Nullable LocalTime at,
        @Nullable String version,
        @Nullable String choice,
        @Nullable String category,
        @Nullable String reason,
        @Nullable String confirm,
        @Nullable String username,
        @Nullable String password) {
    static final ActForm EMPTY = new ActForm(null, null, null, null, null, null, null, null, null);

    boolean confirms(String key) {
        return key.equals(confirm == null ? "" : confirm.strip());
    }

    CasebookCommand toCommand(
            ParticipantAct act,
            CasebookId casebook,
            AccountId by,
            ZoneId zone,
            Optional<AuthenticationEvidence> authentication) {
        return switch (act) {
            case CONSENT ->
                new LifecycleCommand.RecordConsent(
                        casebook,
                        new ConsentVersion(needed(
                                version, "consent-version-needed", "The version of the consent form is needed.")),
                        day().atTime(at == null ? LocalTime.NOON : at)
                                .atZone(zone)
                                .toOffsetDateTime(),
                        by);
            case SCREEN -> new LifecycleCommand.StartScreening(casebook, day());
            case FAIL_SCREENING ->
                new LifecycleCommand.FailScreening(casebook, day(), ScreenFailure.valueOf(chosen()), why());
            case ENROL -> new LifecycleCommand.Enrol(casebook, day());
            case DISCONTINUE -> new LifecycleCommand.DiscontinueTreatment(casebook, day(), why());
            case WITHDRAW_CONSENT ->
                new LifecycleCommand.WithdrawConsent(
                        casebook, day(), WithdrawalScope.valueOf(chosen()), Optional.of(why()));
            case WITHDRAW -> new LifecycleCommand.WithdrawFromStudy(casebook, day(), why());
            case COMPLETE -> new LifecycleCommand.CompleteStudy(casebook, day());
            case LOCK -> new LockCommand.LockCasebook(casebook, optionalReason());
            case AUTHORISE_UNLOCK -> new LockCommand.AuthoriseUnlock(casebook, why(), authentication.orElseThrow());
            case UNLOCK -> new LockCommand.UnlockCasebook(casebook, why());
        };
    }

    private LocalDate day() {
        if (on == null) {
            throw new DomainRefusal("day-needed", "The day is needed.", "Say on which day it happened.");
        }
        return on;
    }

    private String chosen() {
        return needed(choice, "choice-needed", "A choice is needed.");
    }

    private Reason why() {
        return new Reason(Reasons.category(category), reason == null ? "" : reason);
    }

    private Optional<Reason> optionalReason() {
        return reason == null || reason.isBlank() ? Optional.empty() : Optional.of(why());
    }

    private static String needed(@Nullable String value, String code, String message) {
        if (value == null || value.isBlank()) {
            throw new DomainRefusal(code, message, "Fill it in and try again.");
        }
        return value.strip();
    }
}
