package org.indelible.anchoring.attest;

import java.time.Instant;

/**
 * A token over a checkpoint, as it was received and checked.
 *
 * @param token RFC 3161
 * @param cause why it was asked for, in words
 * @param stampedAt by the authority's clock
 * @param verifiableUntil when it has to be renewed; renewals are evidence records
 */
public record StoredTimestamp(
        String ledger,
        long size,
        String authority,
        byte[] token,
        String cause,
        Instant stampedAt,
        Instant receivedAt,
        Instant verifiableUntil) {
    @Override
    public byte[] token() {
        return token.clone();
    }
}
