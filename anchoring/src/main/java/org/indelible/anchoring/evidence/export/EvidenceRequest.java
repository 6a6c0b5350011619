package org.indelible.anchoring.evidence.export;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.evidence.EvidenceProfile;
import org.indelible.anchoring.evidence.EvidenceScope;
import org.indelible.anchoring.evidence.Manifest;

/**
 * What somebody asks for, already cut down to what they may have.
 *
 * @param treeSize the point as of which: the first so many entries
 * @param asOf that point as it was asked for; empty for now
 * @param hidden classes of disclosures that the recipient may not see, whatever the profile
 * @param streams the streams that are in scope; empty for all
 * @param blinded which entries of those are nothing to a blinded recipient; not asked where allocations are shown
 * @param discloses of which entries disclosures are given at all
 */
public record EvidenceRequest(
        String ledger,
        long treeSize,
        Optional<String> asOf,
        EvidenceScope scope,
        EvidenceProfile profile,
        Manifest.Recipient recipient,
        Set<DisclosureClass> hidden,
        Optional<Set<String>> streams,
        Predicate<EntryClaims> blinded,
        Predicate<ParsedEntry> discloses) {
    public EvidenceRequest {
        hidden = Set.copyOf(hidden);
        streams = streams.map(Set::copyOf);
    }

    /** The whole of a ledger for somebody who may see all of it. */
    public static EvidenceRequest whole(
            String ledger, long treeSize, EvidenceProfile profile, Manifest.Recipient recipient) {
        return new EvidenceRequest(
                ledger,
                treeSize,
                Optional.empty(),
                new EvidenceScope.Trial(),
                profile,
                recipient,
                Set.of(),
                Optional.empty(),
                claims -> true,
                entry -> true);
    }

    /** Classes of disclosures that are left out. */
    public Set<DisclosureClass> withheld() {
        Set<DisclosureClass> withheld = EnumSet.noneOf(DisclosureClass.class);
        withheld.addAll(hidden);
        withheld.addAll(profile.withheld());
        return withheld;
    }

    boolean showsAllocation() {
        return !withheld().contains(DisclosureClass.ALLOCATION);
    }

    /** Whether every entry of the ledger goes into the bundle. A blinded one never says so, whether it has to leave anything out or not. */
    boolean complete() {
        return streams.isEmpty() && showsAllocation();
    }
}
