package org.indelible.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Kinds of acts, to choose from in place of event types. */
public enum AuditAct {
    ENTERED("items-recorded", "data-imported", "visit-started", "visit-marked-not-done", "form-marked-not-done"),
    CHANGED("items-corrected", "items-inactivated", "group-inactivated", "form-inactivated", "identity-recorded"),
    SIGNED("form-signed", "visit-signed", "casebook-signed"),
    QUERIED(
            "query-raised",
            "query-answered",
            "query-closed",
            "query-reopened",
            "query-cancelled",
            "check-prompted",
            "check-query-raised",
            "check-query-satisfied"),
    REVIEWED(
            "items-verified",
            "form-frozen",
            "form-unfrozen",
            "form-opened",
            "form-reviewed",
            "verification-plan-set",
            "part-frozen",
            "part-unfrozen",
            "signing-plan-set",
            "audit-review-planned",
            "review-plan-ended",
            "audit-review-begun",
            "audit-finding-recorded",
            "audit-finding-followed-up",
            "audit-review-signed-off"),
    LOCKED(
            "casebook-locked",
            "casebook-unlock-authorised",
            "casebook-unlocked",
            "part-locked",
            "part-unlock-authorised",
            "part-unlocked",
            "trial-locked",
            "trial-unlock-authorised",
            "trial-unlocked",
            "trial-archived"),
    PARTICIPANT(
            "participant-registered",
            "consent-recorded",
            "consent-withdrawn",
            "screening-started",
            "screening-failed",
            "participant-enrolled",
            "participant-randomised",
            "treatment-discontinued",
            "participant-withdrawn",
            "participant-lost-to-follow-up",
            "participant-died",
            "participant-transferred",
            "study-completed",
            "build-adopted",
            "deviation-raised",
            "deviation-assessed",
            "draft-discarded",
            "draft-left"),
    ERASED(
            "text-erasure-requested",
            "identity-erasure-requested",
            "erasure-approved",
            "erasure-carried-out",
            "erasure-declined"),
    SITE(
            "site-opened",
            "site-closed",
            "principal-investigator-named",
            "ethics-approval-recorded",
            "build-activated",
            "duty-delegated",
            "delegation-accepted",
            "delegation-ended",
            "training-recorded"),
    TRIAL(
            "trial-registered",
            "simulated-clock-declared",
            "protocol-version-published",
            "study-build-published",
            "consent-form-published",
            "trial-opened",
            "trial-closed",
            "retention-end-recorded",
            "transfer-agreement-recorded",
            "migration-proposed",
            "migration-authorised");

    private final Set<String> types;

    AuditAct(String... types) {
        this.types = Set.of(types);
    }

    public Set<String> types() {
        return types;
    }

    /** As in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AuditAct> of(String code) {
        return Stream.of(values()).filter(act -> act.code().equals(code)).findFirst();
    }
}
