package org.indelible.anchoring.evidence;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.disclosure.DisclosureClass;

/** What is left out of a bundle on purpose. Beyond it, nobody is given what their role does not let them see. */
public enum EvidenceProfile {
    /** Everything the recipient may see. */
    FULL("full", EnumSet.noneOf(DisclosureClass.class)),
    /** Nothing that tells who gets what treatment: no allocation, and no entry of a stream that has to do with it. */
    BLINDED("blinded", EnumSet.of(DisclosureClass.ALLOCATION)),
    /** For others than the trial's own people: no identity, and no text a person typed, which may hold one. */
    PSEUDONYMOUS("pseudonymous", EnumSet.of(DisclosureClass.IDENTITY, DisclosureClass.FREE_TEXT));

    private final String code;
    private final Set<DisclosureClass> withheld;

    EvidenceProfile(String code, Set<DisclosureClass> withheld) {
        this.code = code;
        this.withheld = withheld;
    }

    /** Stable name, in addresses and manifests. */
    public String code() {
        return code;
    }

    public Set<DisclosureClass> withheld() {
        return Set.copyOf(withheld);
    }

    public static Optional<EvidenceProfile> ofCode(String code) {
        return Arrays.stream(values())
                .filter(profile -> profile.code.equals(code))
                .findFirst();
    }
}
