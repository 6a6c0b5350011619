package org.indelible.trial;

import java.util.ArrayList;
import java.util.List;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.authority.FreshSignature;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignatureMeaning;
import org.indelible.trial.Amendments.Amendment;
import org.indelible.trial.Amendments.Status;
import org.indelible.trial.ProposedDefinition.ProposedConsent;
import org.indelible.trial.TrialCommand.ApproveAmendment;
import org.indelible.trial.TrialCommand.SubmitAmendment;
import org.indelible.trial.TrialCommand.WithdrawAmendment;
import org.indelible.trial.TrialEvent.*;
import org.indelible.trial.TrialState.Registered;

/**
 * An amendment: submitted, looked at, then approved with a signature or withdrawn. Approval publishes what was submitted, and nothing
 * else; what is published stays (ICH E6(R3) 2.3, 3.16.1(s); R59).
 */
final class AmendmentDecisions {
    private AmendmentDecisions() {}

    static List<TrialEvent> submit(Registered trial, SubmitAmendment command, Authority authority) {
        authority.require(Act.PUBLISH_VERSION);
        if (trial.amendments().find(command.amendment()).isPresent()) {
            throw new DomainRefusal("amendment-exists", "This amendment is on record.", "Give the new one another id.");
        }
        ProposedDefinition proposed = command.definition();
        PublishedDefinitions published = trial.published();
        if (published.has(proposed.build())) {
            throw new DomainRefusal(
                    "study-build-published",
                    "This study build is published already: it changes nothing.",
                    "Submit the metadata as they shall become.");
        }
        requireLatest(trial, proposed);
        proposed.consent().map(ProposedConsent::version).ifPresent(version -> {
            if (published.has(version)) {
                throw new DomainRefusal(
                        "consent-form-published",
                        "Consent form " + version + " is published already.",
                        "Give the changed form a version of its own.");
            }
        });
        return List.of(new AmendmentSubmitted(command.amendment(), proposed));
    }

    static List<TrialEvent> approve(Registered trial, ApproveAmendment command, Authority authority) {
        authority.require(Act.APPROVE_AMENDMENT);
        ProposedDefinition proposed = submitted(trial, command.amendment());
        requireLatest(trial, proposed);
        List<TrialEvent> events = new ArrayList<>();
        events.add(new AmendmentApproved(
                command.amendment(),
                command.shownAt(),
                FreshSignature.of(authority, SignatureMeaning.APPROVAL, command.authentication())));
        ProtocolVersion version = proposed.protocolVersion();
        if (!trial.published().protocolVersions().contains(version)) {
            events.add(new ProtocolVersionPublished(version, true, proposed.document()));
        }
        events.add(new StudyBuildPublished(
                proposed.build(), version, proposed.metaDataVersionOid(), proposed.name(), proposed.training()));
        proposed.consent()
                .filter(consent -> !trial.published().has(consent.version()))
                .ifPresent(consent -> events.add(
                        new ConsentFormPublished(consent.version(), version, consent.document(), consent.reconsent())));
        return events;
    }

    static List<TrialEvent> withdraw(Registered trial, WithdrawAmendment command, Authority authority) {
        authority.require(Act.PUBLISH_VERSION);
        submitted(trial, command.amendment());
        return List.of(new AmendmentWithdrawn(command.amendment(), RecordedReason.of(command.reason())));
    }

    private static ProposedDefinition submitted(Registered trial, AmendmentId id) {
        Amendment amendment = trial.amendments()
                .find(id)
                .orElseThrow(() -> new DomainRefusal(
                        "amendment-unknown",
                        "There is no such amendment.",
                        "Look it up among the trial's amendments."));
        if (amendment.status() != Status.SUBMITTED) {
            throw new DomainRefusal(
                    "amendment-decided",
                    amendment.status() == Status.APPROVED
                            ? "This amendment is approved, and history is not rolled back."
                            : "This amendment was withdrawn.",
                    "Submit another amendment.");
        }
        return amendment.definition();
    }

    /** What was shown as the difference must still be the difference when it takes effect. */
    private static void requireLatest(Registered trial, ProposedDefinition proposed) {
        boolean latest =
                trial.published().latestBuild().filter(proposed.from()::equals).isPresent();
        if (!latest) {
            throw new DomainRefusal(
                    "amendment-outdated",
                    "Another study build was published since: the differences shown are no longer the differences.",
                    "Withdraw this amendment and submit it against the present build.");
        }
    }
}
