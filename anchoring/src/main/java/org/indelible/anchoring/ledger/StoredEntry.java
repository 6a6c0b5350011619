package org.indelible.anchoring.ledger;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.indelible.anchoring.entry.Disclosure;
import org.indelible.anchoring.entry.DisclosureState;
import org.indelible.anchoring.entry.SealedEntry;

/**
 * An entry as read back.
 *
 * @param position order of processing in this database; local to it
 * @param leafIndex place in the ledger's tree
 * @param leafHash RFC 6962 leaf hash, base64url
 * @param entryHash base64url SHA-256 of the compact serialisation
 * @param sealed the signed parts, with the disclosures that still exist, decrypted
 * @param erased digests of disclosures that were erased
 */
public record StoredEntry(
        long position,
        String ledger,
        long leafIndex,
        String stream,
        long seq,
        String jti,
        Instant iat,
        String leafHash,
        String entryHash,
        SealedEntry sealed,
        Set<String> erased) {
    public StoredEntry {
        erased = Set.copyOf(erased);
    }

    /** What there is for each digest, for {@code EntryReader.reassemble}. */
    public Function<String, DisclosureState> disclosureStates() {
        return digest -> erased.contains(digest)
                ? new DisclosureState.Erased()
                : sealed.disclosures().stream()
                        .filter(disclosure -> disclosure.digest().equals(digest))
                        .findFirst()
                        .map(Disclosure::encoded)
                        .<DisclosureState>map(DisclosureState.Disclosed::new)
                        .orElseGet(DisclosureState.Withheld::new);
    }
}
