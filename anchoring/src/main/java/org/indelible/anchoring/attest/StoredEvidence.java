package org.indelible.anchoring.attest;

import java.time.Instant;

/**
 * The latest renewal of a token.
 *
 * @param renewal how often it was renewed
 * @param record RFC 4998
 */
public record StoredEvidence(
        String ledger,
        long size,
        String authority,
        int renewal,
        byte[] record,
        Instant madeAt,
        Instant verifiableUntil) {
    @Override
    public byte[] record() {
        return record.clone();
    }
}
