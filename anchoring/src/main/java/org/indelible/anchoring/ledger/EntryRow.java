package org.indelible.anchoring.ledger;

import java.time.Instant;

/**
 * A row of {@code ledger.entry} as it stands, nothing checked.
 *
 * @param disclosures see {@link ClearDisclosures}
 */
public record EntryRow(
        long position,
        String ledger,
        long leafIndex,
        String stream,
        long seq,
        String jti,
        Instant iat,
        Instant iatHigh,
        String header,
        String payload,
        String signature,
        String disclosures,
        byte[] entryHash,
        byte[] leafHash) {
    /** JWS compact serialisation. */
    public String compact() {
        return header + '.' + payload + '.' + signature;
    }
}
