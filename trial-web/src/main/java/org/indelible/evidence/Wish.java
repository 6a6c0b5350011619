package org.indelible.evidence;

import java.util.Optional;
import org.indelible.anchoring.evidence.EvidenceProfile;
import org.indelible.shared.DomainRefusal;

/** What somebody asks for; empty parts mean as much as they may see. */
record Wish(EvidenceProfile profile, Optional<String> site, Optional<String> participant, Optional<String> form) {
    /** Blank parts count as empty: they come from form fields and query strings. */
    static Wish of(String profile, String site, String participant, String form) {
        return new Wish(
                EvidenceProfile.ofCode(profile)
                        .orElseThrow(() -> new DomainRefusal(
                                "invalid-profile",
                                "There is no such profile.",
                                "A profile is full, blinded or pseudonymous.")),
                given(site),
                given(participant),
                given(form));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }
}
