package org.indelible.authority;

import java.time.Duration;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.SignatureRecord;

/**
 * Makes signature records, and refuses those that could be another person's or an unattended screen's (21 CFR 11.200(a); R34, R35).
 */
public final class FreshSignature {
    /** How long ago the signer may have authenticated. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private FreshSignature() {}

    public static SignatureRecord of(Authority authority, SignatureMeaning meaning, AuthenticationEvidence evidence) {
        requireSigner(authority.actor(), evidence);
        Duration age = Duration.between(evidence.at(), authority.at());
        if (age.isNegative() || age.compareTo(FRESH) > 0) {
            throw new DomainRefusal(
                    "authentication-not-fresh",
                    "A signature needs an authentication made for it.",
                    "Authenticate again and sign.");
        }
        int needed = evidence.firstOfSignIn() ? 2 : 1;
        if (evidence.components() < needed) {
            throw new DomainRefusal(
                    "authentication-incomplete",
                    "The first signature of a sign-in needs two components, each later one at least one.",
                    "Authenticate with user name and password, or a passkey.");
        }
        String printedName = authority
                .printedName()
                .orElseThrow(() -> new DomainRefusal(
                        "printed-name-missing",
                        "A signature shows the signer's printed name, and none is on record.",
                        "Have an administrator record it."));
        return new SignatureRecord(meaning, Disclosable.of(printedName, DisclosureClass.FREE_TEXT), evidence);
    }

    private static void requireSigner(Actor actor, AuthenticationEvidence evidence) {
        if (!actor.account().equals(evidence.account()) || !actor.signIn().equals(evidence.signIn())) {
            throw new DomainRefusal(
                    "signature-of-another",
                    "Nobody signs for another.",
                    "The person whose signature it is signs within a sign-in of their own.");
        }
    }
}
